import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProofLevel } from "@/components/evidence/proof-level";
import { VersionList } from "@/components/evidence/version-list";
import { findProofLevel, listOwnVersions } from "@/db/queries/evidence";
import { requireViewer } from "@/lib/access/viewer";
import { whoProves } from "@/lib/evidence/words";
import { findItem, itemPath } from "@/lib/roadmap/catalog";
import { GiveEvidence } from "./_components/give-evidence";

export async function generateMetadata({ params }: PageProps<"/evidence/[item]">): Promise<Metadata> {
  const place = findItem((await params).item);
  return { title: place ? `Evidence for ${place.item.title}` : "Evidence" };
}

export default async function EvidenceOfItemPage({ params }: PageProps<"/evidence/[item]">) {
  const slug = (await params).item;
  const viewer = await requireViewer();
  const { item } = findItem(slug) ?? notFound();
  const [versions, level] = await Promise.all([listOwnVersions(viewer.id, item.slug), findProofLevel(viewer.id, item.slug)]);
  return (
    <>
      <header className="flow">
        <p className="text-soft">
          <a href="/evidence">Evidence</a> / {item.retired ? item.title : <a href={itemPath(item)}>{item.title}</a>}
        </p>
        <h1>Evidence for {item.title}</h1>
      </header>
      <section className="flow" aria-labelledby="proof">
        <h2 id="proof">What proves it</h2>
        <p className="prose">{item.proof}</p>
        {item.rubric && (
          <>
            <p>A reviewer looks at each of these:</p>
            <ul className="bullets">
              {item.rubric.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </>
        )}
        <ProofLevel level={level} />
        <p className="prose text-sm text-soft">{whoProves(item.evidence)}</p>
      </section>
      <VersionList versions={versions.filter((version) => item.retired || version.state !== "draft")} learnerId={viewer.id} title="Versions so far" />
      {item.retired && <p className="prose">This item is not on the roadmap any more. What you gave stays, and counts as before.</p>}
      {(!item.retired || versions[0]?.state === "handed-in") && <GiveEvidence item={item} newest={versions[0] ?? null} />}
    </>
  );
}
