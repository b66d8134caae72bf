import type { GridLearner } from "@/lib/cohorts/grid";
import { drawCell, drawShare, sayCell, sayShare, unpackCell, unpackShare } from "@/lib/cohorts/grid-cells";
import { escapeHtml } from "@/lib/escape-html";

/**
 * The cells of one learner, as HTML: a page has 1,200 of them, and as elements each would cost more than all the rest of its row. Few
 * differ: each kind is written once. `place`: how many folded steps stand before the open one.
 */
export function rowWriter(place: number): (learner: GridLearner) => string {
  const cell = once((packed) => writeCell(drawCell(unpackCell(packed)), sayCell(unpackCell(packed))));
  const folded = once((packed) => writeCell(drawShare(unpackShare(packed)), sayShare(unpackShare(packed))));
  return ({ name, path, said, cells, folded: packed }) => {
    const head = `<th role="rowheader" scope="row"><a href="${escapeHtml(path)}">${escapeHtml(name)}</a> <small>${escapeHtml(said)}</small></th>`;
    const shares = packed.split(" ").map(folded);
    return [head, ...shares.slice(0, place), ...(cells.match(/.../g) ?? []).map(cell), ...shares.slice(place)].join("");
  };
}

function writeCell(className: string, said: string): string {
  return `<td class="${className}" role="gridcell" aria-label="${escapeHtml(said)}"></td>`;
}

function once(write: (packed: string) => string) {
  const written = new Map<string, string>();
  return (packed: string) => {
    const html = written.get(packed) ?? write(packed);
    written.set(packed, html);
    return html;
  };
}
