import { FoldTable } from "@/components/reading/fold-table";
import type { Consent } from "@/db/queries/consents";
import { sayMoment } from "@/lib/calendar/now";
import { PURPOSES, type Purpose } from "@/lib/privacy/words";
import { sayDate } from "@/lib/reference/source";

/** What each purpose is, and where it is taken back: as near as where it was given. */
const WORDS: Record<Purpose, { says: string; change: { href: string; name: string } }> = {
  account: { says: "keeping your account and what you do in it", change: { href: "/settings/data/erase", name: "Erase it" } },
  "weekly-summary": { says: "a summary of the week by e-mail", change: { href: "/settings#mail", name: "Change" } },
  "message-mail": { says: "what instructors write, by e-mail", change: { href: "/settings#mail", name: "Change" } },
  "listing-news": { says: "mail about new listings", change: { href: "/jobs/saved", name: "Change" } },
  "application-counts": { says: "instructors see how many applications you have", change: { href: "/applications#share", name: "Change" } },
};

const COLUMNS = [{ name: "For" }, { name: "You said" }, { name: "When" }, { name: "Words of" }, { name: "Take back or give" }] as const;

/** The last word on each purpose; all of them are in the copy of one’s data. */
export function Agreed({ consents }: { consents: readonly Consent[] }) {
  const last = new Map(consents.map((consent) => [consent.purpose, consent]));
  return (
    <section className="flow" aria-labelledby="agreed">
      <h2 id="agreed">What you agreed to</h2>
      <p className="prose">
        Each thing for itself, under the words on <a href="/privacy">privacy</a> of that day.
      </p>
      <FoldTable
        caption="The last thing you said of each"
        columns={COLUMNS}
        needs="much"
        rows={PURPOSES.map((purpose) => {
          const said = last.get(purpose);
          const { says, change } = WORDS[purpose];
          return {
            key: purpose,
            cells: [
              says,
              said ? (said.given ? "yes" : "no") : "nothing yet",
              said ? sayMoment(said.at) : "–",
              said ? `${sayDate(said.version)}${said.locale === "hi" ? ", in Hindi" : ""}` : "–",
              <a key="change" href={change.href} aria-label={`${change.name}: ${says}`}>
                {change.name}
              </a>,
            ],
          };
        })}
      />
    </section>
  );
}
