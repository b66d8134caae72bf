import { Facts } from "@/components/reading/facts";
import { env } from "@/lib/env";

/** What the operator sets where the server is started. No secret is among it. */
export function FromEnvironment() {
  const facts = {
    COURSE_URL: env.COURSE_URL ?? "not set: there is no course page",
    COMMUNITY_URL: env.COMMUNITY_URL ?? "not set: there is no community page",
    TIME_ZONE: env.TIME_ZONE,
    STAFF_PASSKEYS: env.STAFF_PASSKEYS === "required" ? "required: instructors and admins must have one" : "offered to everyone",
    SMTP_URL: env.SMTP_URL ? "set: mail is sent" : "not set: mail waits under Mail that waits",
  };
  return (
    <section className="flow" aria-labelledby="environment">
      <h2 id="environment">Set where the server is started</h2>
      <p className="prose">The links of course and community stand on every page, and pages are made once, when Milepost is built. Whoever hosts it changes these in its environment and starts it again.</p>
      <Facts facts={facts} />
    </section>
  );
}
