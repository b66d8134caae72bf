import { AHEAD, type Surface } from "./surface";

type Plan = { perRow: number; left: number; right: number; top: number; row: number; width: number; height: number };

const NARROW: Plan = { perRow: 4, left: 40, right: 320, top: 66, row: 112, width: 360, height: 428 };
const WIDE: Plan = { perRow: 8, left: 40, right: 1080, top: 66, row: 128, width: 1120, height: 220 };

type Place = { x: number; y: number; row: number };

/** Fifteen stones and the end in serpentines. Decoration: beside it stands a list that says the same in words. */
export function RoadPicture({ surfaces, here }: { surfaces: Surface[]; here?: number }) {
  return (
    <div className="picture" aria-hidden="true">
      <Drawing plan={NARROW} name="picture-narrow" surfaces={surfaces} here={here} />
      <Drawing plan={WIDE} name="picture-wide" surfaces={surfaces} here={here} />
    </div>
  );
}

function Drawing({ plan, name, surfaces, here }: { plan: Plan; name: string; surfaces: Surface[]; here?: number }) {
  const places = [...surfaces, AHEAD].map((_, index) => placeOf(plan, index));
  const end = places.at(-1);
  const traveller = here === undefined ? undefined : placeOnStretch(plan, here, (surfaces[here] ?? AHEAD).done);
  return (
    <svg className={name} viewBox={`0 0 ${plan.width} ${plan.height}`}>
      {surfaces.map((surface, index) => (
        <Stretch key={index} path={stretchPath(plan, index)} surface={surface} />
      ))}
      {surfaces.map((surface, index) => {
        const { x, y } = placeOf(plan, index);
        return (
          <g key={index} className={surface.done + surface.proven > 0 ? undefined : "bare"}>
            <use href="#stone" x={x - 18} y={y - 58} width="36" height="48" />
            <text x={x} y={y - 20}>
              {index + 1}
            </text>
          </g>
        );
      })}
      {end && (
        <g className={surfaces.every((s) => s.done === 100) ? undefined : "bare"}>
          <use href="#stone" x={end.x - 18} y={end.y - 58} width="36" height="48" />
          <path d={`M${end.x - 7} ${end.y - 26}l5 5 9-11`} fill="none" stroke="currentColor" strokeWidth="3.5" />
        </g>
      )}
      {traveller && <circle className="traveller" cx={traveller.x} cy={traveller.y} r="9" />}
    </svg>
  );
}

function Stretch({ path, surface: { done, proven } }: { path: string; surface: Surface }) {
  const dash = (share: number) => ({ pathLength: 100, strokeDasharray: `${share} 100`, d: path });
  return (
    <>
      <path className="road-ahead" d={path} />
      {done > 0 && <path className="road-gravel" {...dash(done)} />}
      {done > 0 && <path className="road-gravel-top" {...dash(done)} />}
      {proven > 0 && <path className="road-tarmac" {...dash(proven)} />}
      {proven > 4 && <path className="road-line dashed" pathLength={100} strokeDasharray={yellowDashes(proven)} d={path} />}
    </>
  );
}

/** Dashes of five in a hundred along the proven share only. */
function yellowDashes(proven: number): string {
  const dashes = Math.floor((proven - 2) / 10);
  return `0 2 ${"5 5 ".repeat(Math.max(1, dashes))}0 200`;
}

function placeOf({ perRow, left, right, top, row }: Plan, index: number): Place {
  const line = Math.floor(index / perRow);
  const along = index % perRow;
  const step = (right - left) / (perRow - 1);
  return { x: line % 2 === 0 ? left + along * step : right - along * step, y: top + line * row, row: line };
}

/** From a stone to the next: straight along a row, round a bend of 22 units at its end. */
function stretchPath(plan: Plan, index: number): string {
  const from = placeOf(plan, index);
  const to = placeOf(plan, index + 1);
  if (from.row === to.row) return `M${from.x} ${from.y}H${to.x}`;
  const [out, sweep] = from.row % 2 === 0 ? [1, 1] : [-1, 0];
  const down = plan.row - 44;
  return `M${from.x} ${from.y}h${8 * out}a22 22 0 0 ${sweep} ${22 * out} 22v${down}a22 22 0 0 ${sweep} ${-22 * out} 22H${to.x}`;
}

function placeOnStretch(plan: Plan, index: number, done: number): { x: number; y: number } {
  const from = placeOf(plan, index);
  const to = placeOf(plan, index + 1);
  const share = Math.min(Math.max(done, 8), 92) / 100;
  if (from.row === to.row) return { x: from.x + (to.x - from.x) * share, y: from.y };
  return { x: from.x + (from.row % 2 === 0 ? 30 : -30), y: from.y + 22 + (plan.row - 44) * share };
}
