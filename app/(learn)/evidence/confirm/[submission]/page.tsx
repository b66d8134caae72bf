import type { Metadata } from "next";
import { EvidenceContent } from "@/components/evidence/evidence-content";
import { ActionForm } from "@/components/ui/action-form";
import { TextArea } from "@/components/ui/field";
import { requirePeerWork } from "@/lib/access/evidence";
import { findItem } from "@/lib/roadmap/catalog";
import { confirmWork } from "../../actions";

export const metadata: Metadata = { title: "Confirm" };

export default async function ConfirmPage({ params }: PageProps<"/evidence/confirm/[submission]">) {
  const work = await requirePeerWork((await params).submission);
  const item = findItem(work.itemId)?.item;
  return (
    <>
      <header className="flow">
        <p className="text-soft">
          <a href="/evidence">Evidence</a> / {work.learnerName}
        </p>
        <h1>{item?.title}</h1>
      </header>
      <section className="flow" aria-labelledby="proof">
        <h2 id="proof">What proves it</h2>
        <p className="prose">{item?.proof}</p>
      </section>
      <section className="flow" aria-labelledby="given">
        <h2 id="given">What {work.learnerName} gave</h2>
        <EvidenceContent evidence={work} learnerId={work.learnerId} />
      </section>
      <section className="flow" aria-labelledby="confirm">
        <h2 id="confirm">Your word</h2>
        <p className="prose">Confirm it only if you saw that it does what is asked. Your name stands beside it. If it does not, say so to {work.learnerName} yourself, and leave this page.</p>
        <ActionForm action={confirmWork} button="Confirm it">
          <input type="hidden" name="submission" value={work.submissionId} />
          <TextArea id="comment" label="Comment" hint="You may leave it empty. The learner and the instructors see it." />
        </ActionForm>
      </section>
    </>
  );
}
