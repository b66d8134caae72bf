import type { Metadata } from "next";
import { outline } from "@/lib/roadmap/outline";
import { roadmap } from "@/lib/roadmap/catalog";
import { HomeBoard } from "./_components/home-board";

export const metadata: Metadata = { title: "Home" };

export default function HomePage() {
  const steps = roadmap.steps.map(({ slug, number, title }) => ({ path: `/roadmap/${slug}`, number, title }));
  return <HomeBoard outline={outline} steps={steps} />;
}
