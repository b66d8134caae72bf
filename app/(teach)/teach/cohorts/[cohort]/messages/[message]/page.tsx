import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CohortHeader } from "@/components/cohorts/cohort-header";
import { PlainText } from "@/components/ui/plain-text";
import { findSent } from "@/db/queries/messages";
import { auditAdmin, requireTaughtCohort } from "@/lib/access/cohorts";
import { sayMoment } from "@/lib/calendar/now";
import { readUuid } from "@/lib/typed-text";

export const metadata: Metadata = { title: "Message" };

export default async function MessagePage({ params }: PageProps<"/teach/cohorts/[cohort]/messages/[message]">) {
  const { cohort: slug, message: id } = await params;
  const cohort = await requireTaughtCohort(slug);
  const messageId = readUuid(id);
  const message = (messageId && (await findSent(cohort, messageId))) || notFound();
  await auditAdmin(cohort, "messages.read");

  return (
    <div className="flow">
      <CohortHeader cohort={cohort} here="Messages" title={`Message of ${sayMoment(message.writtenAt)}`} />
      <PlainText text={message.body} />
      <h2>Who got it</h2>
      <p className="text-soft">Learners who are enrolled now.</p>
      <ul className="list">
        {message.deliveries.map(({ learnerId, name, readAt }) => (
          <li key={learnerId}>
            <a href={`/teach/cohorts/${cohort.slug}/learners/${learnerId}`}>{name}</a>
            <p className="text-soft text-sm">{readAt ? `Read ${sayMoment(readAt)}` : "Not read yet"}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
