import type { ReactNode } from "react";
import { PlainText } from "@/components/ui/plain-text";
import { sayMoment } from "@/lib/calendar/now";
import { SOMEBODY } from "@/lib/evidence/words";

export type ShownAnnouncement = { id: string; body: string; writtenAt: Date; writtenByName: string | null };

type Props<A> = {
  /** Newest first. */
  announcements: A[];
  /** What may be done with one. */
  below?: (announcement: A) => ReactNode;
};

export function Announcements<A extends ShownAnnouncement>({ announcements, below }: Props<A>) {
  return (
    <ul className="list">
      {announcements.map((announcement) => (
        <li key={announcement.id} className="flow">
          <PlainText text={announcement.body} />
          <p className="text-soft text-sm">
            {announcement.writtenByName ?? SOMEBODY}, {sayMoment(announcement.writtenAt)}
          </p>
          {below?.(announcement)}
        </li>
      ))}
    </ul>
  );
}
