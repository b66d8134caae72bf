"use client";

import { useRouter } from "next/navigation";
import { useDevice } from "@/components/progress/progress-provider";
import { useProgress } from "@/components/progress/use-progress";
import type { FormAction } from "@/lib/action-result";
import { MOST_BYTES, saySize } from "@/lib/evidence/size";
import { KIND_WORDS } from "@/lib/evidence/words";
import type { Kind } from "@/lib/evidence/kinds";
import { ActionForm } from "../ui/action-form";
import { Field, TextArea } from "../ui/field";
import { upload } from "./upload";

type Props = {
  itemId: string;
  kinds: readonly Kind[];
  first: Kind;
  /** The version before, which the form begins with. */
  last: { kind: Kind; body: string; commit: string | null; file: { name: string; size: number } | null } | null;
  /** When it was saved, if it is a draft, as ISO 8601; else empty. */
  seen: string;
  save: FormAction;
};

/** Evidence of one kind. A file goes to its own address: an action takes no more than 1 MB with all its fields. */
export function EvidenceForm({ itemId, kinds, first, last, seen, save }: Props) {
  const router = useRouter();
  const device = useDevice();
  const ticked = useProgress(({ opened, view }) => !opened || view.items[itemId]?.state === "done") ?? true;
  const begun = (kind: Kind) => (last?.kind === kind ? last.body : "");

  /** The tick stays the learner's own word: it is sent as every other tick is. */
  const sendAndTick: FormAction = async (previous, form) => {
    const ticks = form.get("tick") !== null && form.get("then") === "hand-in";
    form.delete("tick");
    const answer = await send(previous, form);
    if (answer.ok && ticks) void device?.setState(itemId, "done");
    return answer;
  };

  const send: FormAction = async (previous, form) => {
    const [file, then] = [form.get("file"), form.get("then")];
    form.delete("file");
    if (form.get("kind") !== "file" || !(file instanceof File) || file.name === "") return save(previous, form);
    if (file.size > MOST_BYTES) {
      const tooBig = `${file.name} has more than 1 MB. Choose a smaller file, or give a link to it.`;
      return { ok: false, message: "Nothing was sent.", fieldErrors: { file: tooBig } };
    }
    const { answer, fresh } = await upload(itemId, file, { then: then === "hand-in" ? then : "save", seen });
    if (fresh) router.refresh();
    return answer;
  };

  return (
    <ActionForm
      action={sendAndTick}
      button={
        <>
          <button type="submit" name="then" value="hand-in" className="btn go">
            Hand in
          </button>
          <button type="submit" name="then" value="save" className="btn">
            Save as draft
          </button>
        </>
      }
    >
      <input type="hidden" name="item" value={itemId} />
      <input type="hidden" name="seen" value={seen} />
      <div className="kinds flow">
        <fieldset className="segments">
          <legend>What you give</legend>
          {kinds.map((kind) => (
            <label key={kind}>
              <input type="radio" name="kind" value={kind} defaultChecked={kind === (last?.kind ?? first)} />
              <span>{KIND_WORDS[kind]}</span>
            </label>
          ))}
        </fieldset>
        <div data-kind="link">
          <Field id="link" label="Address" hint="It begins with https:// or http://, and whoever reviews it can open it." type="url" inputMode="url" autoComplete="off" defaultValue={begun("link")} />
        </div>
        <div data-kind="text">
          <TextArea id="text" label="Text" hint="Markdown, at most 20,000 characters. HTML and pictures are not shown." rows={12} defaultValue={begun("text")} />
        </div>
        <div data-kind="repo" className="flow">
          <Field id="repo" label="Address of the repository" hint="Like https://git.example.org/sneha/my-work" type="url" inputMode="url" autoComplete="off" defaultValue={begun("repo")} />
          <Field id="commit" label="Commit" hint="7 to 64 characters, as git log shows it." autoComplete="off" autoCapitalize="none" spellCheck={false} defaultValue={last?.commit ?? ""} />
        </div>
        {kinds.includes("file") && (
          <div data-kind="file">
            <Field id="file" label="File" hint={`At most 1 MB: text, PDF, PNG or JPEG.${keptFile(last?.file)}`} type="file" accept="text/*,.md,.csv,.json,.sql,.log,.pdf,.png,.jpg,.jpeg" />
          </div>
        )}
      </div>
      {!ticked && (
        <label className="agree">
          <input type="checkbox" name="tick" defaultChecked />
          <span>I have done this item: tick it too when I hand this in</span>
        </label>
      )}
    </ActionForm>
  );
}

function keptFile(file: { name: string; size: number } | null | undefined): string {
  return file ? ` ${file.name} (${saySize(file.size)}) is kept unless you choose another.` : "";
}
