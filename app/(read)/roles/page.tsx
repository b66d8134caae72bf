import type { Metadata } from "next";
import { Dated } from "@/components/reading/dated";
import { BAND_NAMES } from "@/lib/reference/salaries";
import { roles, skillsOf } from "@/lib/roles/roles";

export const metadata: Metadata = {
  title: "Roles",
  description: `${roles.length} roles of back-end work: what the work is, which skills each asks for and how much each skill weighs.`,
};

const AND = new Intl.ListFormat("en-GB");

export default function RolesPage() {
  return (
    <>
      <header className="flow">
        <h1>Roles in back-end work</h1>
        <p className="lead">
          Ten roles, what each does and which skills weigh most in it. Companies use these titles loosely, so read what a listing asks for.
        </p>
      </header>
      <ul className="entries">
        {roles.map((role) => (
          <li key={role.slug}>
            <h2>
              <a href={`/roles/${role.slug}`}>
                {role.name}
              </a>
            </h2>
            <p>{role.summary}</p>
            <p className="text-sm text-soft">
              {BAND_NAMES[role.typicalBand]} level. Weighs most:{" "}
              {AND.format(
                skillsOf(role)
                  .slice(0, 3)
                  .map(({ name, weight }) => `${name} (${weight})`),
              )}
            </p>
          </li>
        ))}
      </ul>
      <p className="text-sm text-soft prose">
        The level is the one at which a role is usually held first. Weights are hundredths of a role. Both are a judgement, not a measurement.
      </p>
      <Dated fromSource="The list of roles" ours="Descriptions, levels and weights" />
    </>
  );
}
