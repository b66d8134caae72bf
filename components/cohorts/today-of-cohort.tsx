import { sayDate } from "@/lib/calendar/days";
import { sayDays, sayHours } from "@/lib/calendar/durations";
import { titleOf } from "@/lib/cohorts/say-signal";
import { byLearner } from "@/lib/cohorts/stuck";
import type { Today } from "@/lib/cohorts/today";
import { sayWaiting } from "@/lib/evidence/words";
import { findItem } from "@/lib/roadmap/catalog";
import { SignalList } from "./signal-list";

/** How many people are named before "and 12 more". */
const SHOWN = 8;

/** Who is stuck, which reviews wait, what is due and who joined. */
export function TodayOfCohort({ today, now }: { today: Today; now: Date }) {
  const { cohort, stuck } = today;
  const people = byLearner(stuck.signals);
  const shown = people.slice(0, SHOWN).flatMap(({ signals }) => signals);
  const at = `/teach/cohorts/${cohort.slug}`;
  return (
    <div className="cols">
      <section className="flow" aria-labelledby={`stuck-${cohort.slug}`}>
        <h3 id={`stuck-${cohort.slug}`} className="sr-only">
          Who is stuck, and on what
        </h3>
        {people.length === 0 && <Nobody stuck={stuck} at={at} />}
        <SignalList cohort={cohort} signals={shown} />
        {people.length > SHOWN && (
          <p>
            <a href={`${at}/stuck`}>{people.length - SHOWN} more {people.length - SHOWN === 1 ? "person" : "people"}</a>
          </p>
        )}
        {stuck.leftOut > 0 && <LeftOut count={stuck.leftOut} />}
      </section>
      <div className="flow">
        <Busy today={today} at={at} />
        <Reviews today={today} at={at} now={now} />
        <Week today={today} at={at} />
      </div>
    </div>
  );
}

function Nobody({ stuck: { learners, ended }, at }: { stuck: Today["stuck"]; at: string }) {
  if (ended) return <p>{ENDED}</p>;
  const [said, path, what] = learners === 0 ? ["Nobody has joined yet.", "learners", "Invite learners"] : ["No signal asks for you. Every rule is in the cohort’s settings.", "settings", "Read the rules"];
  return (
    <p>
      {said} <a href={`${at}/${path}`}>{what}</a>
    </p>
  );
}

/** Of a cohort whose last day is over. */
export const ENDED = "The cohort’s last day is over, so nobody is called stuck any more.";

export function LeftOut({ count }: { count: number }) {
  return (
    <p className="text-sm text-soft">
      {count === 1 ? "1 person" : `${count} people`} under 18 {count === 1 ? "is" : "are"} left out: the cohort has no consent of parents on record.
    </p>
  );
}

type Part = { today: Today; at: string };

function Busy({ today: { stuck, cohort }, at }: Part) {
  if (stuck.busy.length === 0) return null;
  return (
    <section className="flow" aria-labelledby={`busy-${cohort.slug}`}>
      <h3 id={`busy-${cohort.slug}`}>Where many are</h3>
      <ul className="list">
        {stuck.busy.slice(0, 4).map(({ itemId, learners, medianDays }) => (
          <li key={itemId}>
            <p>
              <b>{learners} people</b> are on <a href={`${at}/items#${itemId}`}>{titleOf(itemId)}</a>
              {medianDays > 0 && `, half of them for ${sayDays(medianDays)} or more`}. It takes {sayHours(findItem(itemId)?.item.hours ?? 0)}.
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Reviews({ today: { reviews, waiting, cohort }, at, now }: Part & { now: Date }) {
  return (
    <section className="flow" aria-labelledby={`reviews-${cohort.slug}`}>
      <h3 id={`reviews-${cohort.slug}`}>Reviews waiting: {waiting}</h3>
      {waiting > 0 && (
        <>
          <ol className="list">
            {reviews.map((review) => (
              <li key={review.submissionId}>
                <a href={`${at}/reviews/${review.learnerId}/${review.submissionId}`}>
                  <b>{titleOf(review.itemId)}</b>
                </a>
                <p>
                  {review.learnerName}, version {review.version}. <b>Waiting {sayWaiting(review.handedInAt, now)}.</b>
                  {review.claimedByName && ` ${review.claimedByViewer ? "You are" : `${review.claimedByName} is`} looking at it.`}
                </p>
              </li>
            ))}
          </ol>
          <p>
            <a className="btn go" href={`${at}/reviews`}>
              Begin with the oldest
            </a>
          </p>
        </>
      )}
    </section>
  );
}

function Week({ today: { due, joined, cohort }, at }: Part) {
  if (due.length + joined.length === 0) return null;
  return (
    <section className="flow" aria-labelledby={`week-${cohort.slug}`}>
      <h3 id={`week-${cohort.slug}`}>This week</h3>
      {due.map(({ step, finished }) => (
        <p key={step.slug}>
          <a href={`${at}/grid?step=${step.slug}`}>{step.title}</a> is due on {sayDate(finished.dueOn, { weekday: true })}: {finished.done} of {finished.learners} have done all its
          items, {finished.proven} have proven them{finished.waived > 0 && "; what is waived for a learner is left out"}.
        </p>
      ))}
      {joined.length > 0 && (
        <p>
          {joined.length === 1 ? "One person" : `${joined.length} people`} joined:{" "}
          {joined.slice(0, 5).map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 && ", "}
              <a href={`${at}/learners/${id}`}>{name}</a>
            </span>
          ))}
          {joined.length > 5 && <>, and {joined.length - 5} more</>}.
        </p>
      )}
    </section>
  );
}
