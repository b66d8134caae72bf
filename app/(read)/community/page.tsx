import type { Metadata } from "next";
import { connection } from "next/server";
import { notFound } from "next/navigation";
import { OutsidePlace } from "@/components/reading/outside-place";
import { env } from "@/lib/env";

export const metadata: Metadata = { title: "Community", description: "Where the learners of this installation meet, as named by whoever runs it." };

export default async function CommunityPage() {
  await connection();
  const url = env.COMMUNITY_URL ?? notFound();
  return (
    <div className="flow">
      <h1>Community</h1>
      <p className="lead">A place to ask, to answer and to meet others, named by whoever runs this installation.</p>
      <OutsidePlace url={url} name="Go to the community" />
      <p className="prose">What you write there is seen there. Do not post passwords, keys or other people’s data, not even inside a screenshot or a log.</p>
      <p className="text-sm text-soft">The address is a setting of this installation, read when this page was opened.</p>
    </div>
  );
}
