/** The same words for a code that was used, ran out or never was. */
export function LinkNoMore({ next, ask }: { next: string; ask: string }) {
  return (
    <section className="flow" aria-labelledby="no-more">
      <h1 id="no-more">This link does not work any more</h1>
      <p className="lead">A link in a mail works once, and for ten minutes. Nothing was changed.</p>
      <p>
        <a className="btn" href={next}>
          {ask}
        </a>
      </p>
    </section>
  );
}
