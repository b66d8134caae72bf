import { BAND_NAMES, type Band } from "@/lib/reference/salaries";

const LAKH = 100_000;
/** The road ends here; an open band runs out towards it. */
const END = 20 * LAKH;
const OPEN_UNTIL = 18.8 * LAKH;

/** The bands as paved stretches of a road; dots where the source says nothing. The table beside it says the same. */
export function PayPicture({ bands }: { bands: readonly Band[] }) {
  return (
    <>
      <Road bands={bands} className="narrow" width={340} fontSize={15} />
      <Road bands={bands} className="wide" width={1120} fontSize={19} />
    </>
  );
}

function Road({ bands, className, width, fontSize }: { bands: readonly Band[]; className: string; width: number; fontSize: number }) {
  const end = width - 12;
  const x = (rupees: number) => Math.round(12 + ((end - 12) * rupees) / END);
  return (
    <svg className={`pay ${className}`} viewBox={`0 0 ${width} 116`} aria-hidden="true">
      <path className="road-ahead" d={`M16 60H${end}`} />
      {bands.map(({ level, min, max }) => (
        <g key={level}>
          <path className="road-tarmac" d={`M${x(min)} 60H${x(max ?? OPEN_UNTIL)}`} />
          <path className="road-line" d={`M${x(min) + 4} 60H${x(max ?? OPEN_UNTIL)}`} />
          <text x={x(min)} y="36" fontSize={fontSize}>
            {BAND_NAMES[level]}
          </text>
          {[min, max].map((rupees) => rupees !== null && <Mark key={rupees} x={x(rupees)} lakh={rupees / LAKH} fontSize={fontSize} />)}
        </g>
      ))}
      <path className="onward" d={`M${end - 12} 48l12 12-12 12`} />
    </svg>
  );
}

function Mark({ x, lakh, fontSize }: { x: number; lakh: number; fontSize: number }) {
  return (
    <>
      <path className="tick" d={`M${x} 78v7`} />
      <text className="soft-text" x={x} y="106" fontSize={fontSize}>
        {lakh}
      </text>
    </>
  );
}
