import { blankProblems, itemProblems, slugProblems } from "./checks";
import type { Question } from "./questions";
import type { Responsibility } from "./responsibilities";
import type { Salaries } from "./salaries";

export function responsibilityProblems(responsibilities: readonly Responsibility[]): string[] {
  return [
    ...slugProblems("Responsibility", responsibilities),
    ...responsibilities.flatMap(({ slug, title, summary, items }) => [
      ...blankProblems(`Responsibility ${slug}`, { title, summary }),
      ...itemProblems(`Responsibility ${slug}`, items),
    ]),
  ];
}

export function questionProblems(questions: readonly Question[]): string[] {
  return [
    ...slugProblems("Question", questions),
    ...questions.flatMap(({ slug, question, answer, more }) => [
      ...blankProblems(`Question ${slug}`, { answer }),
      ...(question.endsWith("?") ? [] : [`Question ${slug} does not end with a question mark.`]),
      ...more.filter(({ href }) => !/^\/[a-z]/.test(href)).map(({ href }) => `Question ${slug} leads to ${href}, which is not a page of ours.`),
    ]),
  ];
}

/** A figure needs a source and a date; the bands follow each other and only the last may be open. */
export function salaryProblems({ source, bands }: Salaries): string[] {
  const problems = blankProblems("The source of the salaries", { title: source.title, publisher: source.publisher });
  if (!/^\d{4}-\d\d-\d\d$/.test(source.date) || Number.isNaN(Date.parse(source.date))) problems.push(`The salaries have no date: ${source.date}.`);
  bands.forEach(({ level, min, max }, index) => {
    const next = bands[index + 1];
    if (max !== null && max <= min) problems.push(`Band ${level} ends before it begins.`);
    if (max === null && next) problems.push(`Band ${level} is open although ${next.level} follows.`);
    if (max !== null && next && next.min < max) problems.push(`Band ${next.level} begins before ${level} ends.`);
  });
  return problems;
}
