import { LinkMaker } from "@/components/cohorts/link-maker";
import { FoldTable } from "@/components/reading/fold-table";
import { ActionForm } from "@/components/ui/action-form";
import type { TaughtCohort } from "@/db/queries/cohorts";
import { EXPECTED_PER_PAGE, listExpected } from "@/db/queries/roster";
import { sayInvitation } from "@/lib/cohorts/say-invitation";
import { makeLinkForAddress, takeOffRoster } from "../actions";

/** People of the roster who are not enrolled. */
export async function Expected({ cohort, page: asked }: { cohort: TaughtCohort; page: unknown }) {
  const wanted = typeof asked === "string" && /^[1-9]\d{0,2}$/.test(asked) ? Number(asked) : 1;
  const there = await listExpected(cohort, wanted);
  // The last one of a page may have joined.
  const page = there.length > 0 ? wanted : 1;
  const entries = page === wanted ? there : await listExpected(cohort, page);
  const total = entries[0]?.total ?? 0;
  if (total === 0) return null;
  const path = `/teach/cohorts/${cohort.slug}/learners`;
  return (
    <section className="flow" aria-labelledby="expected">
      <h2 id="expected">On the roster, not enrolled: {total.toLocaleString("en-IN")}</h2>
      <FoldTable
        caption="Entries of the roster by name"
        needs="much"
        columns={[{ name: "Name" }, { name: "E-mail" }, { name: "Group" }, { name: "Invitation" }, ...(cohort.archivedAt ? [] : [{ name: "What can be done" }])]}
        rows={entries.map((entry) => ({
          key: entry.email,
          cells: [
            entry.name,
            <span key="email" className="address">
              {entry.email}
            </span>,
            entry.groupName ?? "none",
            sayInvitation(entry),
            <details key="do" className="fold-open">
              <summary aria-label={`Link for ${entry.name}, or take off the roster`}>Link, or take off</summary>
              <LinkMaker make={makeLinkForAddress} button="Make a link for this person">
                <input type="hidden" name="cohort" value={cohort.slug} />
                <input type="hidden" name="email" value={entry.email} />
              </LinkMaker>
              <ActionForm action={takeOffRoster} button="Take off the roster">
                <input type="hidden" name="cohort" value={cohort.slug} />
                <input type="hidden" name="email" value={entry.email} />
              </ActionForm>
            </details>,
          ],
        }))}
      />
      <p className="row no-print">
        {page > 1 && (
          <a className="btn" href={`${path}?expected=${page - 1}#expected`}>
            Previous {EXPECTED_PER_PAGE}
          </a>
        )}
        {page * EXPECTED_PER_PAGE < total && (
          <a className="btn" href={`${path}?expected=${page + 1}#expected`}>
            Next {EXPECTED_PER_PAGE}
          </a>
        )}
        <a className="btn low" href={`/teach/cohorts/${cohort.slug}/roster.csv`} download>
          Take all of these as CSV
        </a>
      </p>
    </section>
  );
}
