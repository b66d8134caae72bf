import type { Metadata } from "next";
import { PageHead } from "@/components/site/page-head";
import { Opened } from "@/components/ui/opened";
import { addAuditEvent } from "@/db/queries/audit";
import { listPeople } from "@/db/queries/people";
import { requireAdmin } from "@/lib/access/admin";
import { peopleHref, readPeopleView } from "@/lib/people/view";
import { PeopleFilter } from "./_components/people-filter";
import { PeopleTable } from "./_components/people-table";

export const metadata: Metadata = { title: "People" };

const PAGE = 50;

export default async function PeoplePage({ searchParams }: PageProps<"/admin/people">) {
  const admin = await requireAdmin();
  const view = readPeopleView(await searchParams);
  await addAuditEvent({ actorId: admin.id, action: "people.read" });
  const people = await listPeople(view, PAGE + 1);
  const shown = people.slice(0, PAGE);
  const last = people.length > PAGE ? shown.at(-1) : null;

  return (
    <div className="flow">
      <PageHead up={{ href: "/admin", name: "Administration" }} title="People">
        <p className="prose">Everyone who has an account, by name. That you looked is written down.</p>
      </PageHead>
      <PeopleFilter view={view} />
      {shown.length === 0 ? (
        <p className="lead">Nobody fits. Try a shorter part of the name or address.</p>
      ) : view.after ? (
        <Opened key={view.after}>
          <PeopleTable people={shown} />
        </Opened>
      ) : (
        <PeopleTable people={shown} />
      )}
      <p className="row">
        {last && (
          <a className="btn" href={peopleHref(view, last.id)} rel="next">
            Next
          </a>
        )}
        {view.after && <a href={peopleHref(view)}>To the first</a>}
      </p>
    </div>
  );
}
