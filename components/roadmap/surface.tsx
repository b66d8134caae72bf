import type { Share } from "@/lib/progress/percent";

/** Shares of a stretch of road in per cent: what is done lies as gravel, what is proven as tarmac over it. */
export type Surface = { done: number; proven: number };

export const AHEAD: Surface = { done: 0, proven: 0 };

export function surfaceOf({ total, done, proven }: Share): Surface {
  if (total === 0) return AHEAD;
  return { done: Math.round((done / total) * 100), proven: Math.round((proven / total) * 100) };
}

const percentOf = (value: number) => `${value}%`;

/** A road straight across, as long as its box is wide. */
export function Strip({ surface: { done, proven } }: { surface: Surface }) {
  return (
    <svg className="strip" aria-hidden="true">
      <line className="road-ahead" x1="4" x2="100%" y1="10" y2="10" />
      {done > 0 && <rect className="road-gravel" y="1" height="18" width={percentOf(done)} />}
      {proven > 0 && <rect className="road-tarmac" height="20" width={percentOf(proven)} />}
      {proven > 0 && <line className="road-line" x1="5" x2={percentOf(proven)} y1="10" y2="10" />}
    </svg>
  );
}

/** A road straight down, as long as its box is high. */
export function Lane({ surface: { done, proven } }: { surface: Surface }) {
  return (
    <svg className="lane">
      <line className="road-ahead" x1="10" x2="10" y1="6" y2="100%" />
      {done > 0 && <rect className="road-gravel" x="1" width="18" height={percentOf(done)} />}
      {proven > 0 && <rect className="road-tarmac" width="20" height={percentOf(proven)} />}
      {proven > 0 && <line className="road-line" x1="10" x2="10" y1="4" y2={percentOf(proven)} />}
    </svg>
  );
}

/** A bend, of one surface all along: the best the step has. */
export function Bend({ className, viewBox, path, surface: { done, proven } }: { className: string; viewBox: string; path: string; surface: Surface }) {
  return (
    <svg className={className} viewBox={viewBox}>
      {proven > 0 ? (
        <>
          <path className="road-tarmac" d={path} />
          <path className="road-line" d={path} />
        </>
      ) : done > 0 ? (
        <>
          <path className="road-gravel" d={path} />
          <path className="road-gravel-top" d={path} />
        </>
      ) : (
        <path className="road-ahead" d={path} />
      )}
    </svg>
  );
}
