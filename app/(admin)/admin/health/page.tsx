import type { Metadata } from "next";
import { PageHead } from "@/components/site/page-head";
import { findHealth } from "@/db/queries/health";
import { listSources } from "@/db/queries/job-sources";
import { requireAdmin } from "@/lib/access/admin";
import { HealthFacts } from "./_components/health-facts";
import { LastReadings } from "./_components/last-readings";

export const metadata: Metadata = { title: "Health" };

export default async function HealthPage() {
  await requireAdmin();
  const [health, sources] = await Promise.all([findHealth(), listSources()]);

  return (
    <div className="flow">
      <PageHead up={{ href: "/admin", name: "Administration" }} title="Health">
        <p className="prose">As it is now. Load the page again to see it anew.</p>
      </PageHead>
      <HealthFacts health={health} />
      <LastReadings sources={sources} />
    </div>
  );
}
