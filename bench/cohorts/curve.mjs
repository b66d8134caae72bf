const WIDTH = 760;
const HEIGHT = 470;
const PLOT = { left: 64, right: 470, top: 24, bottom: 420 };
const LINE_HEIGHT = 17;
/** Milliseconds. */
const FROM = 0.5;
const TO = 2_000;
const MARKS = [1, 10, 100, 1_000];

const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #14191a }
  line, polyline { fill: none; stroke: #14191a; stroke-width: 1.5 }
  .scale { stroke: #c8cfcb; stroke-width: 1 }
  .leader { stroke: #8b9591; stroke-width: 1 }
  circle { fill: #14191a }
  @media (prefers-color-scheme: dark) {
    text, circle { fill: #f2f5f1 }
    line, polyline { stroke: #f2f5f1 }
    .scale { stroke: #3a4340 }
    .leader { stroke: #8b9591 }
  }`;

/** How long each page takes with each size of the installation, as a drawing: both scales are logarithmic, so what does not grow lies flat. */
export function drawCurves(installations) {
  const sizes = installations.map(({ learners }) => learners);
  const x = scale([Math.min(...sizes), Math.max(...sizes)], [PLOT.left + 24, PLOT.right - 24]);
  const y = scale([FROM, TO], [PLOT.bottom, PLOT.top]);
  const curves = pagesOf(installations).map(({ name, points }) => ({ name, points: points.map(({ learners, ms }) => [x(learners), y(ms)]), last: points.at(-1).ms }));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img">
<title>Milliseconds of each page by the number of learners in the installation</title>
<style>${STYLE}
</style>
${MARKS.map((ms) => `<line class="scale" x1="${PLOT.left}" x2="${PLOT.right}" y1="${at(y(ms))}" y2="${at(y(ms))}"/><text x="${PLOT.left - 8}" y="${at(y(ms) + 4)}" text-anchor="end">${ms.toLocaleString("en")}</text>`).join("\n")}
<text x="${PLOT.left - 8}" y="${PLOT.top - 8}" text-anchor="end">ms</text>
${sizes.map((size) => `<text x="${at(x(size))}" y="${PLOT.bottom + 24}" text-anchor="middle">${size.toLocaleString("en")}</text>`).join("\n")}
<text x="${(PLOT.left + PLOT.right) / 2}" y="${PLOT.bottom + 44}" text-anchor="middle">learners</text>
${curves.map(({ points }) => `<polyline points="${points.map((point) => point.map(at).join(",")).join(" ")}"/>${points.map(([cx, cy]) => `<circle cx="${at(cx)}" cy="${at(cy)}" r="2.5"/>`).join("")}`).join("\n")}
${labelsOf(curves).join("\n")}
</svg>
`;
}

/** The pages that every size has, the slowest first. */
function pagesOf(installations) {
  return installations[0].rows
    .map(({ name }) => ({ name, points: installations.flatMap(({ learners, rows }) => rows.filter((row) => row.name === name && row.ms).map((row) => ({ learners, ms: row.ms.median }))) }))
    .filter(({ points }) => points.length === installations.length)
    .sort((a, b) => b.points.at(-1).ms - a.points.at(-1).ms);
}

/** Names beside the ends of their curves, moved apart where they would lie on each other. */
function labelsOf(curves) {
  const room = (HEIGHT - 2 * LINE_HEIGHT) / curves.length;
  const step = Math.min(LINE_HEIGHT, room);
  const ends = curves.map(({ points }) => points.at(-1));
  const places = [];
  for (const [, y] of ends) places.push(Math.max(y, (places.at(-1) ?? -Infinity) + step));
  // What was pushed below the edge goes up again, and what is above it with it.
  for (let index = places.length - 1, edge = HEIGHT - LINE_HEIGHT; index >= 0; index -= 1, edge -= step) places[index] = Math.min(places[index], edge);
  return curves.map(({ name, last }, index) => {
    const [x, y] = ends[index];
    const place = places[index];
    return `<polyline class="leader" points="${at(x + 6)},${at(y)} ${PLOT.right + 8},${at(place)}"/><text x="${PLOT.right + 14}" y="${at(place + 4)}">${name}, ${last < 10 ? last.toFixed(1) : last.toFixed(0)}</text>`;
  });
}

function scale([from, to], [low, high]) {
  const size = Math.log(to / from) || 1;
  return (value) => low + ((high - low) * Math.log(value / from)) / size;
}

const at = (position) => Number(position.toFixed(1));
