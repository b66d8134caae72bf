"use client";

import { useEffect, useRef, type FocusEvent, type KeyboardEvent, type ReactNode } from "react";

/** Moves through a grid with the arrows, Home and End. The grid is one stop of the Tab key. It knows the table, not what it says. */
export function GridKeys({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);

  // The document: without scripts every link of the grid is a stop of its own, and another page of the grid brings new links.
  useEffect(() => {
    const table = box.current?.querySelector("table");
    const stop = table?.querySelector<HTMLElement>("[tabindex='0']") ?? table?.querySelector<HTMLElement>("tbody [role=rowheader] a");
    if (table && stop) makeOnlyStop(table, stop);
  });

  function move(event: KeyboardEvent) {
    if (event.altKey || event.metaKey || event.shiftKey) return;
    const from = cellOf(event.target);
    const table = from?.closest("table");
    if (!from || !table) return;
    if (event.key === "Enter" && event.target === from) {
      from.parentElement?.querySelector("a")?.click();
      return;
    }
    const to = find(table, from, event.key, event.ctrlKey);
    if (!to) return;
    event.preventDefault();
    const stop = to.querySelector("a") ?? to;
    makeOnlyStop(table, stop);
    stop.focus();
  }

  function remember(event: FocusEvent) {
    const table = cellOf(event.target)?.closest("table");
    if (table && event.target instanceof HTMLElement) makeOnlyStop(table, event.target);
  }

  return (
    <div ref={box} onKeyDown={move} onFocus={remember}>
      {children}
    </div>
  );
}

function cellOf(target: EventTarget): HTMLTableCellElement | null {
  return target instanceof Element ? target.closest<HTMLTableCellElement>("th, td") : null;
}

function makeOnlyStop(table: HTMLTableElement, stop: HTMLElement) {
  for (const other of table.querySelectorAll<HTMLElement>("a, [tabindex='0']")) other.tabIndex = -1;
  stop.tabIndex = 0;
}

function find(table: HTMLTableElement, from: HTMLTableCellElement, key: string, far: boolean): HTMLTableCellElement | null {
  const rows = [...table.rows];
  const row = from.parentElement instanceof HTMLTableRowElement ? rows.indexOf(from.parentElement) : 0;
  const along = [...(rows[row]?.cells ?? [])];
  const column = rows.map((line) => line.cells[from.cellIndex]);
  switch (key) {
    case "ArrowRight":
      return firstSeen(along.slice(from.cellIndex + 1));
    case "ArrowLeft":
      return firstSeen(along.slice(0, from.cellIndex).reverse());
    case "ArrowDown":
      return firstSeen(column.slice(row + 1));
    case "ArrowUp":
      return firstSeen(column.slice(0, row).reverse());
    case "Home":
      return firstSeen([...((far ? rows[0] : rows[row])?.cells ?? [])]);
    case "End":
      return firstSeen([...((far ? rows.at(-1) : rows[row])?.cells ?? [])].reverse());
    default:
      return null;
  }
}

/** Folded steps are not drawn where there is no room for them. */
function firstSeen(cells: readonly (HTMLTableCellElement | undefined)[]): HTMLTableCellElement | null {
  return cells.find((cell) => cell && cell.getClientRects().length > 0) ?? null;
}
