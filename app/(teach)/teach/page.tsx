import type { Metadata } from "next";
import { requireTeacher } from "@/lib/access/cohorts";

export const metadata: Metadata = { title: "Today" };

export default async function TodayPage() {
  const { cohorts } = await requireTeacher();
  return (
    <>
      <h1>Today</h1>
      <ul className="list">
        {cohorts.map((cohort) => (
          <li key={cohort.id}>
            <a href={`/teach/cohorts/${cohort.slug}`}>{cohort.name}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
