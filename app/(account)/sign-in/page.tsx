import type { Metadata } from "next";
import { BeforeYouDo } from "@/app/(account)/_components/before-you-do";
import { KeptTicks } from "@/components/progress/kept-ticks";
import { findSettings } from "@/db/queries/settings";
import { DEMO_PEOPLE, demoRoles } from "@/lib/auth/demo";
import { signInServices } from "@/lib/auth/options";
import { returnPath } from "@/lib/auth/return-path";
import { sayRefusal } from "@/lib/auth/sign-up-rules";
import { DemoSignIn } from "./_components/demo-sign-in";
import { SignInForm } from "./_components/sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

const TROUBLE = new Map([
  ["address-has-account", "Your address has an account that was made another way. Sign in with its password."],
  ["invited only", sayRefusal("invited only")],
  ["other domain", sayRefusal("other domain")],
  ["disabled", "Whoever hosts this installation has disabled this account. Nothing in it is lost; ask them."],
]);

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next, error } = await searchParams;
  const { name: host } = await findSettings();
  const people = demoRoles().map((role) => ({ role, name: DEMO_PEOPLE[role].name.split(" ")[0] ?? "", does: DEMO_PEOPLE[role].does }));
  return (
    <div className="cols">
      <section className="flow" aria-labelledby="sign-in">
        <h1 id="sign-in">Sign in</h1>
        {host && <p>This is Milepost at {host}.</p>}
        {typeof error === "string" && (
          <p className="note" role="alert">
            {TROUBLE.get(error) ?? "Signing in did not work. Nothing was changed; try again."}
          </p>
        )}
        <SignInForm next={returnPath(next)} services={signInServices} />
        {signInServices.length > 0 && <BeforeYouDo />}
        <p>
          <a href="/reset-password">I do not know my password</a>
        </p>
        <KeptTicks />
        <p>
          No account yet? <a href={`/sign-up?next=${encodeURIComponent(returnPath(next))}`}>Make one</a>
        </p>
      </section>
      {people.length > 0 && <DemoSignIn people={people} next={returnPath(next)} />}
    </div>
  );
}
