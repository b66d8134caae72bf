import { PlainText } from "@/components/ui/plain-text";
import type { SentMessage } from "@/db/queries/messages";
import { sayMoment } from "@/lib/calendar/now";
import { SOMEBODY } from "@/lib/evidence/words";

type Props = { cohort: string; sent: { messages: SentMessage[]; more: boolean }; first: boolean };

export function SentList({ cohort, sent: { messages, more }, first }: Props) {
  const here = `/teach/cohorts/${cohort}/messages`;
  const last = messages.at(-1);
  if (!last) return <p className="text-soft">{first ? "Nothing was sent yet." : "Nothing older was sent."}</p>;
  return (
    <>
      <ul className="list">
        {messages.map((message) => (
          <li key={message.id} className="flow">
            <PlainText text={message.body} />
            <a href={`${here}/${message.id}`}>{sayReceivers(message)}</a>
            <p className="text-soft text-sm">
              {message.writtenByName ?? SOMEBODY}, {sayMoment(message.writtenAt)}
            </p>
          </li>
        ))}
      </ul>
      <p className="row">
        {!first && <a href={`${here}#sent`}>Newest</a>}
        {more && <a href={`${here}?before=${last.id}#sent`}>Older</a>}
      </p>
    </>
  );
}

/** "To Asha Rao and 3 others, read by 2 of 4". */
function sayReceivers({ learners, read, firstName }: SentMessage): string {
  if (learners === 0) return "To nobody who is enrolled now";
  if (learners === 1) return `To ${firstName}, ${read === 1 ? "read" : "not read yet"}`;
  return `To ${firstName} and ${learners === 2 ? "1 other" : `${learners - 1} others`}, read by ${read} of ${learners}`;
}
