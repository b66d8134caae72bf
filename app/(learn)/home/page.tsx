import type { Metadata } from "next";
import { outline } from "@/lib/roadmap/outline";
import { roadmap } from "@/lib/roadmap/catalog";
import { skills } from "@/lib/skills/skills";
import { HomeBoard } from "./_components/home-board";

export const metadata: Metadata = { title: "Home" };

export default function HomePage() {
  const steps = roadmap.steps.map(({ slug, number, title }) => ({ path: `/roadmap/${slug}`, number, title }));
  const trained = skills.map(({ slug, name }) => ({
    slug,
    name,
    items: roadmap.steps.flatMap((step) => step.items.filter((item) => item.skills.includes(slug)).map((item) => item.slug)),
  }));
  return <HomeBoard outline={outline} steps={steps} skills={trained} />;
}
