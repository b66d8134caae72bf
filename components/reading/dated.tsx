import { REVIEWED, sayDate, sayMonth, source } from "@/lib/reference/source";

/** The line that says when a page’s facts date from: what is the source’s, and what is our own judgement. */
export function Dated({ fromSource, ours }: { fromSource?: string; ours?: string }) {
  return (
    <p className="text-sm text-soft prose">
      {fromSource && (
        <>
          {fromSource}: {source.publisher}, “{source.title}”, {sayDate(source.date)}.{" "}
        </>
      )}
      {ours && (
        <>
          {ours}: our own, last gone through in {sayMonth(REVIEWED)}.
        </>
      )}
    </p>
  );
}
