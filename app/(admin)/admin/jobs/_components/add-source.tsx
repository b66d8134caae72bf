import { ActionForm } from "@/components/ui/action-form";
import { Choice, Field } from "@/components/ui/field";
import { formats } from "@/lib/jobs/formats/formats";
import { INTERVAL_NAMES } from "@/lib/jobs/input";
import { FORMATS } from "@/lib/jobs/words";
import { makeSource } from "../actions";

const READABLE = FORMATS.flatMap((format) => {
  const reader = formats[format];
  return reader ? [{ format, ...reader }] : [];
});

export function AddSource() {
  return (
    <section className="flow" aria-labelledby="add-source">
      <h2 id="add-source">Add a source</h2>
      <ActionForm action={makeSource} button="Add the source">
        <Field id="name" label="Employer or board" hint="Used as the employer where the source names none" maxLength={120} autoComplete="off" />
        <Choice id="format" label="Format" defaultValue="greenhouse">
          {READABLE.map(({ format, label }) => (
            <option key={format} value={format}>
              {label}
            </option>
          ))}
        </Choice>
        <Field id="address" label="Address" hint="Only https. Leave it empty for a file that is uploaded." type="text" inputMode="url" autoComplete="off" spellCheck={false} />
        <IntervalChoice minutes={1440} />
      </ActionForm>
      <details className="folded">
        <summary>How the addresses look</summary>
        <ul className="bullets">
          {READABLE.map(({ format, label, example }) => (
            <li key={format}>
              {label}: {example ? <code className="wrap-anywhere">{example}</code> : "a file is uploaded"}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

export function IntervalChoice({ minutes }: { minutes: number }) {
  return (
    <Choice id="interval" label="Read" defaultValue={String(minutes)}>
      {Object.entries(INTERVAL_NAMES).map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </Choice>
  );
}
