import type { Metadata } from "next";
import { PageHead } from "@/components/site/page-head";
import { listOwnFiles } from "@/db/queries/own-data";
import { requireFreshSession } from "@/lib/access/viewer";
import { OwnFiles } from "./_components/own-files";
import { PartList } from "./_components/part-list";

export const metadata: Metadata = { title: "Your data" };

export default async function DataPage() {
  const { viewer } = await requireFreshSession("/settings/data");
  const files = await listOwnFiles(viewer.id);

  return (
    <div className="flow">
      <PageHead up={{ href: "/settings", name: "Settings" }} title="Your data">
        <p className="prose">
          What is kept, why and for how long stands on the page about <a href="/privacy">privacy</a>. Here you take a copy of all of it. That you did is written down.
        </p>
      </PageHead>
      <section className="flow" aria-labelledby="copy">
        <h2 id="copy">A copy of everything</h2>
        <p className="prose">One JSON file, for other programs and for keeping. It says of each part what it is, and what is left out of it and why.</p>
        <p>
          <a className="btn" href="/settings/data/everything.json" download>
            Everything as JSON
          </a>
        </p>
        <PartList />
      </section>
      <OwnFiles userId={viewer.id} files={files} />
      <section className="flow" aria-labelledby="erase">
        <h2 id="erase">Erase your account</h2>
        <p>
          <a href="/settings/data/erase">What goes, what stays, and how</a>
        </p>
      </section>
    </div>
  );
}
