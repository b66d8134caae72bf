import { absolute } from "@/lib/site/absolute";
import { jobPostingOf, type Advertised } from "./job-posting";

export function StructuredData({ listing }: { listing: Advertised & { slug: string } }) {
  const data = jobPostingOf(listing, absolute(`/jobs/${listing.slug}`));
  if (data === null) return null;
  // An employer's words: the one character is escaped that could end the element. Data is not run, so it needs no nonce.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replaceAll("<", "\\u003c") }} />;
}
