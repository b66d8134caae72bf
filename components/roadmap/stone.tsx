/** The kilometre stone, defined once per page in the layout and drawn with <use>. */
export function StoneSymbol() {
  return (
    <svg width="0" height="0" aria-hidden="true" className="sr-only">
      <symbol id="stone" viewBox="0 0 36 48" overflow="visible">
        <path className="stone-body" d="M2 47V18a16 16 0 0 1 32 0v29z" />
        <path className="stone-cap" d="M2 20v-2a16 16 0 0 1 32 0v2z" />
      </symbol>
    </svg>
  );
}

export function Stone({ number, bare }: { number: number; bare?: boolean }) {
  return (
    <svg className={bare ? "stone bare" : "stone"} viewBox="0 0 36 48" aria-hidden="true">
      <use href="#stone" />
      <text x="18" y="38" fontSize="17">
        {number}
      </text>
    </svg>
  );
}

/** The large stone at the road's end: hours and a count of items. */
export function Milestone({ hours, unit, items, label }: { hours: number; unit: string; items: string; label: string }) {
  return (
    <svg className="kilo" viewBox="0 0 260 330" role="img" aria-label={label}>
      <path className="stone-body" d="M20 328V130a110 110 0 0 1 220 0v198z" />
      <path className="stone-cap" d="M20 140v-10a110 110 0 0 1 220 0v10z" />
      <text x="130" y="112" fontSize="27" className="on-cap">
        ROAD’S END
      </text>
      <text x="130" y="226" fontSize="88">
        {hours}
      </text>
      <text x="130" y="262" fontSize="26">
        {unit}
      </text>
      <text x="130" y="302" fontSize="22" className="thin-text">
        {items}
      </text>
    </svg>
  );
}
