import { FoldTable } from "@/components/reading/fold-table";
import { KEPT, RETENTION, sayHowLong } from "@/lib/privacy/retention";

const COLUMNS = [{ name: "What" }, { name: "How long" }, { name: "Why so long" }] as const;

/** What goes by itself, from the same rows that the job holds to. */
export function HowLong() {
  return (
    <FoldTable
      caption="What goes by itself, and when"
      columns={COLUMNS}
      needs="some"
      rows={KEPT.map((table) => {
        const { what, days, from, why } = RETENTION[table];
        return { key: table, cells: [what, `${sayHowLong(days)} ${from}`, why] };
      })}
    />
  );
}
