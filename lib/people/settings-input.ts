import { z } from "zod";
import { line } from "@/lib/typed-text";

const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

const domains = z
  .string()
  .max(5_000)
  .transform((value) => [...new Set(value.toLowerCase().split(/[\s,]+/).map((domain) => domain.replace(/^@/, "")).filter(Boolean))])
  .pipe(
    z
      .array(z.string().max(253).regex(DOMAIN))
      .max(50),
  );

const SAID = "Write what addresses end in, such as example.org, one a line, at most 50. What you typed is kept.";

/** Who may make an account. */
export const SIGN_UP_WORDS = { open: "Everyone", invited: "Only who follows an invitation to a cohort or to teach" } as const;

export const settingsInput = z.strictObject({
  /** See components/ui/as-drawn.tsx. A page of before said nothing of it. */
  drawn: z.string().max(20_000).optional(),
  name: line(80),
  signUp: z.enum(["open", "invited"], "Choose one of the two."),
  addressDomains: z.string().transform((value, context) => {
    const parsed = domains.safeParse(value);
    if (parsed.success) return parsed.data;
    context.addIssue({ code: "custom", message: SAID });
    return z.NEVER;
  }),
});

/** Names settings, for a form that is drawn with them. */
export function drawnOf({ name, signUp, addressDomains }: { name: string; signUp: string; addressDomains: readonly string[] }): string {
  return JSON.stringify([name, signUp, addressDomains]);
}
