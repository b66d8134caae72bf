import type { Metadata } from "next";
import { uuidv7 } from "uuidv7";
import "@/components/cohorts/messages.css";
import { CohortHeader } from "@/components/cohorts/cohort-header";
import { listAnnouncements } from "@/db/queries/announcements";
import { listRecipients, listSent } from "@/db/queries/messages";
import { auditAdmin, requireTaughtCohort } from "@/lib/access/cohorts";
import { readUuid } from "@/lib/typed-text";
import { AnnouncementList } from "./_components/announcement-list";
import { SentList } from "./_components/sent-list";
import { WriteForm } from "./_components/write-form";

export const metadata: Metadata = { title: "Messages" };

export default async function MessagesPage({ params, searchParams }: PageProps<"/teach/cohorts/[cohort]/messages">) {
  const cohort = await requireTaughtCohort((await params).cohort);
  const { to, before } = await searchParams;
  await auditAdmin(cohort, "messages.read");
  const [recipients, sent, announcements] = await Promise.all([listRecipients(cohort), listSent(cohort, readUuid(before)), listAnnouncements(cohort)]);

  return (
    <div className="flow">
      <CohortHeader cohort={cohort} here="Messages" title="Messages" />
      {!cohort.archivedAt && (
        <section className="flow" aria-labelledby="write">
          <h2 id="write">Write to learners</h2>
          <WriteForm cohort={cohort.slug} id={uuidv7()} recipients={recipients} chosen={[to ?? []].flat()} />
        </section>
      )}
      <section className="flow" aria-labelledby="announcements">
        <h2 id="announcements">Announcements</h2>
        <p className="text-soft">They stand on the cohort’s page, for everyone who learns in it.</p>
        <AnnouncementList cohort={cohort} id={uuidv7()} announcements={announcements} />
      </section>
      <section className="flow" aria-labelledby="sent">
        <h2 id="sent">Sent</h2>
        <SentList cohort={cohort.slug} sent={sent} first={before === undefined} />
      </section>
    </div>
  );
}
