import { dropSearch, markSeen, setSearchMail } from "@/app/(jobs)/actions";
import { MailChoices } from "@/components/jobs/mail-choices";
import { ActionForm } from "@/components/ui/action-form";
import { Choice } from "@/components/ui/field";
import { MOST_NEW, type SavedSearch } from "@/db/queries/saved-searches";
import { sayMoment } from "@/lib/calendar/now";
import { readListingQuery, sayView } from "@/lib/jobs/search-view";

/** `fresh`: how many are new, up to MOST_NEW. `seenUntil`: whoever sees them has seen all that was found up to then; null when there is nothing. */
type Props = { search: SavedSearch; fresh: number; seenUntil: Date | null };

export function SavedSearchEntry({ search: { id, name, query, mail, toldUntil }, fresh, seenUntil }: Props) {
  const said = sayView(readListingQuery(query));
  return (
    <li className="flow">
      <h2>
        <a href={`/jobs?${query}`}>{name}</a>
      </h2>
      {name !== said && <p className="text-soft">{said}</p>}
      <p>
        <b>{sayNew(fresh)}</b> since {sayMoment(toldUntil)}
      </p>
      <ActionForm
        action={setSearchMail}
        className="saved-mail"
        button={
          <button type="submit" className="btn" aria-label={`Save how often mail comes about ${name}`}>
            Save
          </button>
        }
      >
        <input type="hidden" name="id" value={id} />
        <Choice id={`mail-${id}`} name="mail" label="By mail" aria-label={`By mail about ${name}`} defaultValue={mail} key={mail}>
          <MailChoices />
        </Choice>
      </ActionForm>
      <div className="row">
        {fresh > 0 && seenUntil && (
          <ActionForm
            action={markSeen}
            className=""
            button={
              <button type="submit" className="btn" aria-label={`I have seen what is new in ${name}`}>
                I have seen them
              </button>
            }
          >
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="until" value={seenUntil.toISOString()} />
          </ActionForm>
        )}
        <ActionForm
          action={dropSearch}
          className=""
          button={
            <button type="submit" className="btn low" aria-label={`Remove the search ${name}`}>
              Remove
            </button>
          }
        >
          <input type="hidden" name="id" value={id} />
        </ActionForm>
      </div>
    </li>
  );
}

function sayNew(count: number): string {
  if (count === 0) return "Nothing new";
  return `${count === MOST_NEW ? `${MOST_NEW} or more` : count} new ${count === 1 ? "listing" : "listings"}`;
}
