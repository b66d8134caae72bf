import type { Metadata } from "next";
import { LinkMaker } from "@/components/cohorts/link-maker";
import { PageHead } from "@/components/site/page-head";
import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import { listInstructorInvitations } from "@/db/queries/instructor-invitations";
import { requireFreshAdmin } from "@/lib/access/admin";
import { env } from "@/lib/env";
import { isUuid } from "@/lib/typed-text";
import { InstructorInvitations } from "./_components/instructor-invitations";
import { inviteInstructorByLink, inviteInstructorByMail } from "./actions";

export const metadata: Metadata = { title: "Invitations for instructors" };

const PAGE = 50;

export default async function InvitationsPage({ searchParams }: PageProps<"/admin/invitations">) {
  await requireFreshAdmin("/admin/invitations");
  const { before } = await searchParams;
  const invitations = await listInstructorInvitations(isUuid(before) ? before : null, PAGE + 1);
  const shown = invitations.slice(0, PAGE);
  const last = invitations.length > PAGE ? shown.at(-1) : null;

  return (
    <div className="flow">
      <PageHead up={{ href: "/admin", name: "Administration" }} title="Invitations for instructors">
        <p className="prose">Whoever takes one may make cohorts and teach them. Each is for one person and works once. To invite somebody to teach one cohort, go to the learners of that cohort.</p>
      </PageHead>
      <section className="flow" aria-labelledby="link">
        <h2 id="link">By link or code</h2>
        <LinkMaker make={inviteInstructorByLink} button="Make the link">
          <Field id="link-days" name="days" label="Open for how many days" hint="1 to 60" inputMode="numeric" defaultValue={7} autoComplete="off" />
        </LinkMaker>
      </section>
      <section className="flow" aria-labelledby="mail">
        <h2 id="mail">By e-mail</h2>
        {!env.SMTP_URL && <p className="note">This installation sends no mail. What it would say waits under Mail that waits, for you to hand over.</p>}
        <ActionForm action={inviteInstructorByMail} button="Invite" done="Invited. The invitation stands in the list below." empties>
          <Field id="invite-email" name="email" label="E-mail" type="email" autoComplete="off" hint="Only the account with this address can use the invitation" />
          <Field id="mail-days" name="days" label="Open for how many days" hint="1 to 60" inputMode="numeric" defaultValue={7} autoComplete="off" />
        </ActionForm>
      </section>
      <InstructorInvitations invitations={shown} />
      {last && (
        <p>
          <a className="btn" href={`/admin/invitations?before=${last.id}`}>
            Older
          </a>
        </p>
      )}
    </div>
  );
}
