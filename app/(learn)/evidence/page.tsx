import type { Metadata } from "next";
import { listEvidence, listPeerWork } from "@/db/queries/evidence";
import { requireLearner } from "@/lib/access/evidence";
import { peerItems } from "@/lib/evidence/peer-items";
import { EvidenceList } from "./_components/evidence-list";
import { PeerWorkList } from "./_components/peer-work-list";

export const metadata: Metadata = { title: "Evidence" };

export default async function EvidencePage() {
  const viewer = await requireLearner("/evidence");
  const [rows, work] = await Promise.all([listEvidence(viewer.id), listPeerWork(viewer.id, peerItems)]);
  return (
    <>
      <header className="flow">
        <h1>Evidence</h1>
        <p className="lead">A tick says that you did it. Proof lets a stranger check it.</p>
      </header>
      <PeerWorkList work={work} />
      <EvidenceList rows={rows} />
    </>
  );
}
