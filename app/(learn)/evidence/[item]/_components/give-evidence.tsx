import { EvidenceForm } from "@/components/evidence/evidence-form";
import { ActionForm } from "@/components/ui/action-form";
import type { Version } from "@/db/queries/evidence";
import { sayMoment } from "@/lib/calendar/now";
import { firstKindFor, kindsFor } from "@/lib/evidence/kinds";
import type { Item } from "@/lib/roadmap/roadmap";
import { giveEvidence, takeEvidenceBack } from "@/app/(learn)/evidence/actions";

/** What the learner can do with the newest version: change it, take it back, or begin the next. */
export function GiveEvidence({ item, newest }: { item: Item; newest: Version | null }) {
  const waits = newest?.state === "handed-in";
  return (
    <section className="flow" aria-labelledby="give">
      <h2 id="give">{waits ? "It waits for a reviewer" : newest ? "Your next version" : "Your evidence"}</h2>
      <p role="status">{standing(newest)}</p>
      {waits ? (
        <ActionForm action={takeEvidenceBack} button="Withdraw it">
          <input type="hidden" name="submission" value={newest.id} />
        </ActionForm>
      ) : (
        <EvidenceForm itemId={item.slug} kinds={kindsFor(item)} first={firstKindFor(item)} last={newest} seen={newest?.state === "draft" ? newest.savedAt.toISOString() : ""} save={giveEvidence} />
      )}
    </section>
  );
}

function standing(newest: Version | null): string {
  if (!newest) return "Whoever teaches you sees what you hand in. A draft is seen by nobody else.";
  const version = `Version ${newest.version}`;
  const { state, savedAt, handedInAt, closedAt } = newest;
  if (state === "draft") return `${version} is a draft, saved on ${sayMoment(savedAt)}. Nobody else sees it.`;
  if (state === "handed-in") return `${version} was handed in on ${sayMoment(handedInAt ?? savedAt)}. It is not changed any more; you can withdraw it.`;
  const closed = sayMoment(closedAt ?? savedAt);
  if (state === "returned") return `${version} was returned on ${closed}. The form begins with it; the version itself stays as it was.`;
  if (state === "accepted") return `${version} was accepted on ${closed}. Hand in another only when you have something better.`;
  return `You withdrew version ${newest.version} on ${closed}. The form begins with it.`;
}
