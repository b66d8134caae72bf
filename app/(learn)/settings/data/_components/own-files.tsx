import { MOST_FILES, type OwnFile } from "@/db/queries/own-data";
import { sayMoment } from "@/lib/calendar/now";

type Props = { userId: string; files: readonly OwnFile[] };

const KB = new Intl.NumberFormat("en-IN", { maximumFractionDigits: 0 });

export function OwnFiles({ userId, files }: Props) {
  return (
    <section className="flow" aria-labelledby="files">
      <h2 id="files">Files of your evidence</h2>
      {files.length === 0 && <p className="text-soft">You gave no files.</p>}
      <ul className="list">
        {files.map(({ id, name, size, addedAt }) => (
          <li key={id}>
            <a href={`/api/evidence/files/${userId}/${id}`} download>
              {name}
            </a>
            <span className="block text-sm text-soft">
              {KB.format(Math.ceil(size / 1024))} KB, added on {sayMoment(addedAt)}
            </span>
          </li>
        ))}
      </ul>
      {files.length === MOST_FILES && <p className="text-soft">The newest {MOST_FILES} are shown; the file above has the addresses of all of them.</p>}
    </section>
  );
}
