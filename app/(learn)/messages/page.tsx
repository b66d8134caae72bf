import type { Metadata } from "next";
import { PlainText } from "@/components/ui/plain-text";
import { listReceived } from "@/db/queries/messages";
import { requireViewer } from "@/lib/access/viewer";
import { sayMoment } from "@/lib/calendar/now";
import { SOMEBODY } from "@/lib/evidence/words";
import { readUuid } from "@/lib/typed-text";
import { MarkRead } from "./_components/mark-read";
import { markMessagesRead } from "./actions";

export const metadata: Metadata = { title: "Messages" };

export default async function MessagesPage({ searchParams }: PageProps<"/messages">) {
  const viewer = await requireViewer();
  const before = readUuid((await searchParams).before);
  const { messages, more } = await listReceived(viewer.id, before);
  const last = messages.at(-1);

  return (
    <div className="flow">
      <h1>Messages</h1>
      {!last && <p className="lead">{before ? "There are no older messages." : "Nobody has written to you yet. What your instructors write stands here."}</p>}
      <ul className="list">
        {messages.map((message) => (
          <li key={message.id} className="flow">
            <p>
              <b>{message.writtenByName ?? SOMEBODY}</b>
              {message.readAt === null && ", new"}
              <span className="block text-sm text-soft">
                {message.cohortName}, {sayMoment(message.writtenAt)}
              </span>
            </p>
            <PlainText text={message.body} />
          </li>
        ))}
      </ul>
      <p className="row">
        {before && <a href="/messages">Newest</a>}
        {more && last && <a href={`/messages?before=${last.id}`}>Older</a>}
      </p>
      <p className="text-sm text-soft">
        <a href="/settings">Whether messages come by e-mail too</a>
      </p>
      <MarkRead ids={messages.flatMap(({ id, readAt }) => (readAt === null ? [id] : []))} mark={markMessagesRead} />
    </div>
  );
}
