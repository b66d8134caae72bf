import { Choice } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { SORT_WORDS, stepHref, type GridView } from "@/lib/cohorts/grid-view";
import { roadmap } from "@/lib/roadmap/catalog";
import type { Step } from "@/lib/roadmap/roadmap";

type GridFiltersProps = { cohort: { slug: string }; view: GridView; open: Step; groups: readonly string[] };

/** A form that asks for another address: it works without scripts. */
export function GridFilters({ cohort, view, open, groups }: GridFiltersProps) {
  const { steps } = roadmap;
  return (
    <form className="grid-filters no-print" action={`/teach/cohorts/${cohort.slug}/grid`}>
      <div className="grid-pick">
        <StepLink step={steps[open.number - 2]} cohort={cohort} view={view} icon="chevron-left" />
        <Choice id="step" label="Step" defaultValue={open.slug} key={open.slug}>
          {steps.map((step) => (
            <option key={step.slug} value={step.slug}>
              {step.number}. {step.title}
            </option>
          ))}
        </Choice>
        <StepLink step={steps[open.number]} cohort={cohort} view={view} icon="chevron-right" />
        <button type="submit" className="btn">
          Show
        </button>
      </div>
      <details className="folded" open={view.sort !== "name" || view.group !== null || view.doing}>
        <summary>Sort and filter</summary>
        <div className="grid-more">
          <Choice id="sort" label="Sort by" defaultValue={view.sort} key={`by ${view.sort}`}>
            {Object.entries(SORT_WORDS).map(([sort, words]) => (
              <option key={sort} value={sort}>
                {words}
              </option>
            ))}
          </Choice>
          {groups.length > 0 && (
            <Choice id="group" label="Group" defaultValue={view.group ?? ""} key={`of ${view.group}`}>
              <option value="">all groups</option>
              {groups.map((group) => (
                <option key={group}>{group}</option>
              ))}
            </Choice>
          )}
          <label>
            <input type="checkbox" name="doing" value="1" defaultChecked={view.doing} />
            only learners with something of this step in progress
          </label>
        </div>
      </details>
    </form>
  );
}

type StepLinkProps = Pick<GridFiltersProps, "cohort" | "view"> & { step: Step | undefined; icon: "chevron-left" | "chevron-right" };

function StepLink({ step, cohort, view, icon }: StepLinkProps) {
  if (!step) return null;
  return (
    <a className="btn" href={stepHref(cohort, view, step)} aria-label={`Step ${step.number}, ${step.title}`}>
      <Icon name={icon} />
    </a>
  );
}
