import { SHARE_SIZE, sharePicture } from "@/lib/site/share-picture";
import { roadmap } from "@/lib/roadmap/catalog";

export const size = SHARE_SIZE;
export const contentType = "image/png";
export const alt = "A milestone beside the words: from the first line of code to a first back-end job";

export default function Image() {
  return sharePicture({
    title: "From the first line of code to a first back-end job",
    line: `Fifteen mileposts, ${roadmap.itemCount} items, with proof at every step`,
    stone: `${roadmap.hours} h`,
  });
}
