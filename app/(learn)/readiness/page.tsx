import type { Metadata } from "next";
import { CannotKnow } from "@/components/readiness/cannot-know";
import { HowCounted } from "@/components/readiness/how-counted";
import { RolesTable } from "@/components/readiness/roles-table";
import { listProgress } from "@/db/queries/progress";
import { requireViewer } from "@/lib/access/viewer";
import { askedOfRole } from "@/lib/readiness/asked";
import { measure } from "@/lib/readiness/of-roadmap";
import { roles } from "@/lib/roles/roles";

export const metadata: Metadata = { title: "Readiness", robots: { index: false } };

export default async function ReadinessPage() {
  const viewer = await requireViewer();
  const record = await listProgress(viewer.id);
  const rows = roles.map((role) => ({ role, readiness: measure.readiness(askedOfRole(role), record) }));
  return (
    <div className="flow">
      <header className="flow">
        <h1>Readiness</h1>
        <p className="lead">How much of what each of the ten roles asks you can show, by what is recorded here.</p>
      </header>
      {rows.every(({ readiness }) => readiness.points === 0) && (
        <p className="note">
          Nothing is recorded yet that counts. <a href="/roadmap">Open the roadmap</a>, tick what you have done and add evidence.
        </p>
      )}
      <RolesTable rows={rows} />
      <CannotKnow of="role" />
      <HowCounted />
    </div>
  );
}
