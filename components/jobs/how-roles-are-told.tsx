import { findRole } from "@/lib/roles/roles";
import { ROLE_SIGNS } from "./role-words";

export function HowRolesAreTold() {
  return (
    <details className="folded">
      <summary>How a role is told</summary>
      <div className="flow prose">
        <p>
          Employers rarely name a role as this guide does, so it is told from the title, by rules. They are read from the top, and the first that fits
          decides. Titles of another trade, such as front end, mobile, testing, data science or sales, are left without a role, and so is all
          that fits no rule.
        </p>
        <dl>
          {ROLE_SIGNS.map(({ role, says }) => (
            <div key={role}>
              <dt>
                <a href={`/roles/${role}`}>{findRole(role)?.name}</a>
              </dt>
              <dd>The title says: {says}.</dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  );
}
