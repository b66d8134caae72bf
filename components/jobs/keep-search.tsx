import { ActionForm } from "@/components/ui/action-form";
import { Choice, Field } from "@/components/ui/field";
import type { FormAction } from "@/lib/action-result";
import type { NewsMail } from "@/lib/jobs/words";
import { MailChoices } from "./mail-choices";

type Props = {
  /** The search as it stands in the address. */
  query: string;
  name: string;
  /** What there is of it. */
  saved: { name: string; mail: NewsMail } | null;
  keep: FormAction;
};

export function KeepSearch({ query, name, saved, keep }: Props) {
  return (
    <details className="folded">
      <summary>Tell me what is new</summary>
      <div className="flow job-more">
        {saved && (
          <p>
            This search is saved as <b>{saved.name}</b>. Here you can change its name and its mail.
          </p>
        )}
        <p className="prose">
          Milepost counts what comes for a saved search: the number stands on your home page, under your name and
          under <a href="/jobs/saved">Saved searches</a>. It sends mail only if you choose so.
        </p>
        <ActionForm action={keep} button={saved ? "Save" : "Save this search"} key={query}>
          <input type="hidden" name="query" value={query} />
          <Field id="search-name" name="name" label="Name" hint="How you will find it again" defaultValue={saved?.name ?? name.slice(0, 100)} maxLength={100} />
          <Choice id="search-mail" name="mail" label="By mail" defaultValue={saved?.mail ?? "never"}>
            <MailChoices />
          </Choice>
        </ActionForm>
      </div>
    </details>
  );
}
