import type { Metadata } from "next";
import { listConfirmations, listPeerWork } from "@/db/queries/confirmations";
import { listEvidence } from "@/db/queries/evidence";
import { requireViewer } from "@/lib/access/viewer";
import { peerItems } from "@/lib/evidence/peer-items";
import { ConfirmedList } from "./_components/confirmed-list";
import { EvidenceList } from "./_components/evidence-list";
import { PeerWorkList } from "./_components/peer-work-list";

export const metadata: Metadata = { title: "Evidence" };

export default async function EvidencePage() {
  const viewer = await requireViewer();
  const [rows, work, confirmed] = await Promise.all([listEvidence(viewer.id), listPeerWork(viewer.id, peerItems), listConfirmations(viewer.id)]);
  return (
    <>
      <header className="flow">
        <h1>Evidence</h1>
        <p className="lead">A tick says that you did it. Proof lets a stranger check it.</p>
      </header>
      <PeerWorkList work={work} />
      <EvidenceList rows={rows} />
      <ConfirmedList confirmed={confirmed} />
    </>
  );
}
