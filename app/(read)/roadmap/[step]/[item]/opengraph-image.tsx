import { notFound } from "next/navigation";
import { SHARE_SIZE, sharePicture } from "@/lib/site/share-picture";
import { findItem, roadmap } from "@/lib/roadmap/catalog";

export const size = SHARE_SIZE;
export const contentType = "image/png";
export const alt = "A milestone with the number of the step, beside the title of the item";

// Of another address not even that it does not exist is kept.
export const dynamicParams = false;

export function generateStaticParams() {
  return roadmap.steps.flatMap((step) => step.items.map((item) => ({ step: step.slug, item: item.slug })));
}

export default async function Image({ params }: { params: Promise<{ item: string }> }) {
  const place = findItem((await params).item) ?? notFound();
  return sharePicture({
    title: place.item.title,
    line: `Step ${place.step.number}: ${place.step.title}, about ${place.item.hours} hours`,
    stone: String(place.step.number),
  });
}
