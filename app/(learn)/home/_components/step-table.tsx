import type { Share } from "@/lib/progress/percent";

export type StepOutline = { path: string; number: number; title: string };

export function StepTable({ steps, shares }: { steps: StepOutline[]; shares: Share[] }) {
  const rows = steps.flatMap((step, index) => {
    const share = shares[index];
    return share && share.done + share.proven > 0 ? [{ step, share }] : [];
  });
  const untouched = steps.length - rows.length;
  return (
    <section className="flow" aria-labelledby="steps">
      <h2 id="steps">Step by step</h2>
      {rows.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Step</th>
              <th scope="col" className="num">
                Done
              </th>
              <th scope="col" className="num">
                Proven
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ step, share }) => (
              <tr key={step.number}>
                <th scope="row">
                  <a href={step.path}>
                    {step.number}. {step.title}
                  </a>
                </th>
                <td className="num">
                  {share.done} of {share.total}
                </td>
                <td className="num">{share.proven}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {untouched > 0 && (
        <p className="text-sm text-soft">
          {rows.length === 0
            ? "Nothing is done yet in any of the fifteen steps."
            : `Nothing is done yet in the ${untouched === 1 ? "step" : `${untouched} steps`} not named here.`}
        </p>
      )}
    </section>
  );
}
