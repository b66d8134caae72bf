import type { Metadata } from "next";
import { PageHead } from "@/components/site/page-head";
import { listCohortsOf } from "@/db/queries/people";
import { listSessions } from "@/db/queries/sessions";
import { requirePerson } from "@/lib/access/admin";
import { PersonCohorts } from "./_components/person-cohorts";
import { PersonFacts } from "./_components/person-facts";
import { PersonSessions } from "./_components/person-sessions";
import { RolesForm } from "./_components/roles-form";
import { StateForm } from "./_components/state-form";

export const metadata: Metadata = { title: "A person" };

export default async function PersonPage({ params }: PageProps<"/admin/people/[person]">) {
  const { admin, person } = await requirePerson((await params).person);
  const [sessions, cohorts] = await Promise.all([listSessions(person.id), listCohortsOf(person.id)]);

  return (
    <div className="flow">
      <PageHead up={{ href: "/admin/people", name: "People" }} title={person.name}>
        <p className="prose">That you looked is written down.</p>
      </PageHead>
      <PersonFacts person={person} />
      <PersonCohorts cohorts={cohorts} />
      <RolesForm person={person} />
      <StateForm person={person} own={person.id === admin.id} />
      <PersonSessions personId={person.id} sessions={sessions} />
    </div>
  );
}
