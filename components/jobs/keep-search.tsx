import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import type { FormAction } from "@/lib/action-result";

type Props = {
  /** The search as it stands in the address. */
  query: string;
  name: string;
  keep: FormAction;
};

export function KeepSearch({ query, name, keep }: Props) {
  return (
    <details className="folded">
      <summary>Tell me what is new</summary>
      <div className="flow job-more">
        <p className="prose">
          Milepost counts what comes for a saved search and shows it under <a href="/jobs/saved">Saved searches</a>. It sends no mail about it.
        </p>
        <ActionForm action={keep} button="Save this search" key={query}>
          <input type="hidden" name="query" value={query} />
          <Field id="search-name" name="name" label="Name" hint="How you will find it again" defaultValue={name.slice(0, 100)} maxLength={100} />
        </ActionForm>
      </div>
    </details>
  );
}
