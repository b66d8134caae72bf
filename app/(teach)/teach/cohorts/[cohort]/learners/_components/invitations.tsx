import type { TaughtCohort } from "@/db/queries/cohorts";
import { INVITATIONS_PER_PAGE, listInvitations } from "@/db/queries/invitations";
import { isUuid } from "@/lib/typed-text";
import { env } from "@/lib/env";
import { InvitationList } from "./invitation-list";
import { InviteByLink, InviteByMail } from "./invite-forms";
import { RosterImport } from "./roster-import";

export async function Invitations({ cohort, before }: { cohort: TaughtCohort; before: unknown }) {
  const invitations = await listInvitations(cohort, { before: isUuid(before) ? before : undefined });
  const last = invitations.length === INVITATIONS_PER_PAGE ? invitations.at(-1) : undefined;
  const path = `/teach/cohorts/${cohort.slug}/learners`;
  return (
    <section className="flow" aria-labelledby="invitations">
      <h2 id="invitations">Invitations</h2>
      {!cohort.archivedAt && (
        <>
          <p className="prose">Whoever is invited reads what the instructors will see, and then joins or does not.</p>
          <details className="fold-open">
            <summary>By link or code</summary>
            <InviteByLink slug={cohort.slug} />
          </details>
          <details className="fold-open">
            <summary>By e-mail, one person</summary>
            <InviteByMail slug={cohort.slug} mailed={Boolean(env.SMTP_URL)} />
          </details>
          <details className="fold-open">
            <summary>By roster, many people</summary>
            <RosterImport slug={cohort.slug} mailed={Boolean(env.SMTP_URL)} />
          </details>
        </>
      )}
      <InvitationList slug={cohort.slug} archived={Boolean(cohort.archivedAt)} invitations={invitations} />
      {last && (
        <p>
          <a className="btn" href={`${path}?before=${last.id}#invitations`}>
            Older invitations
          </a>
        </p>
      )}
    </section>
  );
}
