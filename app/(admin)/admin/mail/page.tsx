import type { Metadata } from "next";
import { PageHead } from "@/components/site/page-head";
import { listWaitingMail } from "@/db/queries/outbox";
import { requireAdmin } from "@/lib/access/admin";
import { env } from "@/lib/env";
import { MailList } from "./_components/mail-list";

export const metadata: Metadata = { title: "Mail that waits" };

export default async function MailPage() {
  await requireAdmin();
  const mails = await listWaitingMail();
  const sent = Boolean(env.SMTP_URL);
  return (
    <div className="flow">
      <PageHead up={{ href: "/admin", name: "Administration" }} title="Mail that waits">
        <p className="prose">
          {sent
            ? "Links, invitations and notices that the mail server has not taken yet. They are tried again by themselves."
            : "No mail server is set, so links, invitations and notices wait here. Make sure who asks, show what a mail says, and hand it over in another way. A link works for ten minutes from when you show it, and once. That you looked is written down."}
        </p>
      </PageHead>
      {mails.length === 0 ? <p className="lead">No mail waits.</p> : <MailList mails={mails} sent={sent} />}
    </div>
  );
}
