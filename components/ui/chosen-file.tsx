import type { ChangeEvent } from "react";
import { Field } from "./field";

type Props = { id: string; label: string; accept?: string; onChosen: (file: File | undefined) => void };

/** A file that is read as soon as it is chosen. The same one can be chosen again once it is mended: browsers say nothing of the same path twice. */
export function ChosenFile({ id, label, accept, onChosen }: Props) {
  const chosen = (event: ChangeEvent<HTMLInputElement>) => onChosen(event.currentTarget.files?.[0]);
  return <Field id={id} label={label} type="file" accept={accept} onClick={(event) => void (event.currentTarget.value = "")} onChange={chosen} />;
}
