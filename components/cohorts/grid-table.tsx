"use client";

import type { FoldedStep, Grid } from "@/lib/cohorts/grid";
import { GridKeys } from "./grid-keys";
import { rowWriter } from "./grid-row";
import "./grid.css";

/**
 * Drawn in a leaf: as server components its 1,500 cells would stand twice in the answer. The roles keep it a grid whatever `display` says,
 * and the words of a cell leave out learner and item: those are its headings.
 */
export function GridTable({ before, open, after, items, learners, sums }: Grid) {
  const write = rowWriter(before.length);
  return (
    <GridKeys>
      <table className="cohort-grid" role="grid" aria-label={`Items of step ${open.number}, ${open.title}, by learner. The other steps are folded.`}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              Learner
            </th>
            {before.map(foldedHead)}
            {items.map(({ slug, title, path }, index) => (
              <th key={slug} role="columnheader" scope="col">
                <a href={path} aria-label={`${index + 1}. ${title}`}>
                  <span>{title}</span>
                  <b>{index + 1}</b>
                </a>
              </th>
            ))}
            {after.map(foldedHead)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {learners.map((learner) => (
            <tr key={learner.id} role="row" dangerouslySetInnerHTML={{ __html: write(learner) }} />
          ))}
        </tbody>
        <tfoot role="rowgroup">
          {sums.map(({ name, said, items: counts, folded }) => (
            <tr key={name} role="row">
              <th role="rowheader" scope="row">
                {name} <small>{said}</small>
              </th>
              {folded.slice(0, before.length).map((count, index) => sum(count, index, "fold"))}
              {counts.map((count, index) => sum(count, index))}
              {folded.slice(before.length).map((count, index) => sum(count, index, "fold"))}
            </tr>
          ))}
        </tfoot>
      </table>
    </GridKeys>
  );
}

function foldedHead({ number, title, path }: FoldedStep) {
  return (
    <th key={number} className="fold" role="columnheader" scope="col">
      <a href={path} aria-label={`Open step ${number}, ${title}`}>
        {number}
      </a>
    </th>
  );
}

function sum(count: number, index: number, className?: "fold") {
  return (
    <td key={index} className={className} role="gridcell">
      {count}
    </td>
  );
}
