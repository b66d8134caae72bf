import type { Item } from "@/lib/roadmap/roadmap";

const ROW = 44;
const TOP = 22;
const LEFT = 22;

/** What an item needs and opens, as stations on a line. Decoration: the list below it says the same in words. */
export function NeedsGraph({ item, needs, opens }: { item: Item; needs: readonly Item[]; opens: readonly Item[] }) {
  const own = needs.length;
  const stations = [...needs, item, ...opens];
  const y = (index: number) => TOP + index * ROW;
  // The item stands on the left line; what it needs and opens hangs on short branches.
  const x = (index: number) => (index === own ? LEFT : LEFT + 26);
  return (
    <svg className="graph" viewBox={`0 0 320 ${stations.length * ROW}`} aria-hidden="true">
      {stations.map((station, index) =>
        index === own ? null : (
          <path key={station.slug} className="graph-line" d={branch(x(index), y(index), LEFT, y(own))} />
        ),
      )}
      {stations.map((station, index) => (
        <g key={station.slug} className={index === own ? "graph-own" : undefined}>
          <circle className="graph-station" cx={x(index)} cy={y(index)} r={index === own ? 11 : 8} />
          <text x={x(index) + 22} y={y(index) + 6}>
            {shorten(station.title)}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** From a station straight to the line, and along it to the item. */
function branch(fromX: number, fromY: number, toX: number, toY: number): string {
  const turn = fromY < toY ? 14 : -14;
  return `M${fromX} ${fromY}Q${toX} ${fromY} ${toX} ${fromY + turn}V${toY}`;
}

/** The drawing has room for this many letters; the list below has the whole title. */
function shorten(title: string): string {
  return title.length <= 30 ? title : `${title.slice(0, 29).trimEnd()}…`;
}
