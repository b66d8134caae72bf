import { MOST_NEW, type NewListing } from "@/db/queries/saved-searches";
import type { News } from "@/lib/jobs/news";
import { absolute } from "@/lib/site/absolute";
import { lines } from "./texts";
import type { Mail } from "./transport";

/** What is new in saved searches. Null when nothing is. */
export function newsMail(news: readonly News[]): Mail | null {
  if (news.length === 0) return null;
  return {
    subject: "New listings on Milepost",
    text: lines(...news.flatMap(partOf), `How often this comes, or never: ${absolute("/jobs/saved")}`),
  };
}

function partOf({ name, query, count, newest }: News): string[] {
  const many = count === MOST_NEW ? `${MOST_NEW} or more` : String(count);
  const more = count - newest.length;
  return [
    `${name}: ${many} new ${count === 1 ? "listing" : "listings"}`,
    ...newest.map((listing) => `${sayListing(listing)}\n${absolute(`/jobs/${listing.slug}`)}`),
    ...(more > 0 ? [`All of them: ${absolute(`/jobs?${query}`)}`] : []),
  ];
}

/** An employer’s words on one line. */
function sayListing({ title, company, sample }: NewListing): string {
  return `${title}, ${company}${sample ? " (sample)" : ""}`.replace(/\s+/g, " ");
}
