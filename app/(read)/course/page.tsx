import type { Metadata } from "next";
import { connection } from "next/server";
import { notFound } from "next/navigation";
import { OutsidePlace } from "@/components/reading/outside-place";
import { env } from "@/lib/env";

export const metadata: Metadata = { title: "Course", description: "The course that whoever runs this installation names beside the roadmap." };

export default async function CoursePage() {
  await connection();
  const url = env.COURSE_URL ?? notFound();
  return (
    <div className="flow">
      <h1>Course</h1>
      <p className="lead">Whoever runs this installation names a course beside the roadmap.</p>
      <OutsidePlace url={url} name="Go to the course" />
      <p className="prose">
        You do not need it here: every item of{" "}
        <a href="/roadmap">
          the roadmap
        </a>{" "}
        says what to do and where to read. Questions about the course are for those who offer it.
      </p>
      <p className="text-sm text-soft">The address is a setting of this installation, read when this page was opened.</p>
    </div>
  );
}
