import { Facts } from "@/components/reading/facts";
import type { Person } from "@/db/queries/people";
import { sayMoment } from "@/lib/calendar/now";
import { sayRoles } from "@/lib/people/say-roles";

export function PersonFacts({ person }: { person: Person }) {
  const facts = {
    Address: `${person.email}${person.emailChecked ? "" : ", not checked"}`,
    Roles: sayRoles(person),
    State: person.disabledAt ? `Disabled since ${sayMoment(person.disabledAt)}` : "Let in",
    "Account since": sayMoment(person.createdAt),
    "Last activity as a learner": person.lastActiveAt ? sayMoment(person.lastActiveAt) : "None yet",
    "Signs in with": sayWays(person),
  };
  return <Facts facts={facts} />;
}

const SERVICES: Record<string, string> = { github: "GitHub", google: "Google" };

function sayWays({ hasPassword, services, passkeys }: Person): string {
  const ways = [hasPassword ? "a password" : "", ...services.map((service) => SERVICES[service] ?? service)].filter(Boolean).join(", ") || "nothing yet";
  if (passkeys === 0) return `${ways}; no passkey`;
  return `${ways}; ${passkeys === 1 ? "one passkey" : `${passkeys} passkeys`}`;
}
