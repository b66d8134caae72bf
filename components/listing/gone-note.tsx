import { sayMoment } from "@/lib/calendar/now";

/** Said on top when nobody can apply any more. */
export function GoneNote({ closedAt, validUntil }: { closedAt: Date | null; validUntil: Date | null }) {
  const until = validUntil && (closedAt === null || validUntil < closedAt) ? validUntil : null;
  return (
    <p className="note">
      {until ? `This listing was open until ${sayMoment(until)}.` : `This listing is closed${closedAt ? ` since ${sayMoment(closedAt)}` : ""}: its source does not have it any more.`} Its
      page stays for those who saved it. <a href="/jobs">See the open listings</a>
    </p>
  );
}
