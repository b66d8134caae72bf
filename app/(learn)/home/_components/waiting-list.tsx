import { sayNumber } from "@/lib/plan/plan";
import type { OutlineItem } from "@/lib/progress/next";
import type { Standing } from "@/lib/progress/snapshot";

/** What waits for the learner, and the way there. */
export function WaitingList({ waiting, outline }: { waiting: Standing["waiting"]; outline: OutlineItem[] }) {
  const { returned, returnedItem, messages, confirm, cohorts, listings } = waiting;
  const item = outline.find(({ slug }) => slug === returnedItem);
  const links = [
    ...(item ? [{ href: item.path, name: `One submission came back: ${item.title}` }] : []),
    ...(returned > 0 && !item ? [{ href: "/evidence", name: `${counted(returned, "submission")} came back` }] : []),
    ...(messages > 0 || cohorts.length > 0 ? [{ href: "/messages", name: messages > 0 ? counted(messages, "message") : "Messages, none of them new" }] : []),
    ...(confirm > 0 ? [{ href: "/evidence", name: `${counted(confirm, "submission")} of others to confirm` }] : []),
    ...(listings ? [{ href: "/jobs/saved", name: `${counted(listings, "new listing")} in your saved searches` }] : []),
    ...cohorts.map(({ slug, name }) => ({ href: `/cohorts/${slug}`, name: `Your cohort: ${name}` })),
  ];
  if (links.length === 0) return null;
  return (
    <ul className="list">
      {links.map(({ href, name }) => (
        <li key={`${href} ${name}`}>
          <a href={href}>{name}</a>
        </li>
      ))}
    </ul>
  );
}

/** "Two messages": the count begins a sentence. */
function counted(count: number, what: string): string {
  const number = sayNumber(count);
  return `${number.charAt(0).toUpperCase()}${number.slice(1)} ${what}${count === 1 ? "" : "s"}`;
}
