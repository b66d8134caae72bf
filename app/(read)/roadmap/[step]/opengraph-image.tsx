import { notFound } from "next/navigation";
import { SHARE_SIZE, sharePicture } from "@/lib/site/share-picture";
import { findStep, roadmap } from "@/lib/roadmap/catalog";

export const size = SHARE_SIZE;
export const contentType = "image/png";
export const alt = "A milestone with the number of the step, beside its title";

// Of another address not even that it does not exist is kept.
export const dynamicParams = false;

export function generateStaticParams() {
  return roadmap.steps.map((step) => ({ step: step.slug }));
}

export default async function Image({ params }: { params: Promise<{ step: string }> }) {
  const step = findStep((await params).step) ?? notFound();
  return sharePicture({ title: step.title, line: `${step.items.length} items, about ${step.hours} hours`, stone: String(step.number) });
}
