import { saySize } from "@/lib/evidence/size";
import type { Kind } from "@/lib/evidence/kinds";
import { renderMarkdown } from "@/lib/evidence/markdown";

export type GivenEvidence = { kind: Kind; body: string; commit: string | null; file: { id: string; name: string; size: number } | null };

/** Evidence as it was given. */
export function EvidenceContent({ evidence, learnerId }: { evidence: GivenEvidence; learnerId: string }) {
  return <div className="given flow">{contentOf(evidence, learnerId)}</div>;
}

function contentOf({ kind, body, commit, file }: GivenEvidence, learnerId: string) {
  // Made by markdown-it without HTML of the learner's.
  if (kind === "text") return <div className="flow" dangerouslySetInnerHTML={{ __html: renderMarkdown(body) }} />;
  if (file) {
    return (
      <p>
        <a className="download" href={`/api/evidence/files/${learnerId}/${file.id}`} download={file.name}>
          {file.name}, {saySize(file.size)}
        </a>
      </p>
    );
  }
  return (
    <p>
      <a className="download" href={body} rel="nofollow noopener" target="_blank">
        {body}
      </a>
      {commit && (
        <>
          <br />
          Commit <code>{commit}</code>
        </>
      )}
    </p>
  );
}
