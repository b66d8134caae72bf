"use client";

import { Icon } from "@/components/ui/icon";

export type Learner = { id: string; name: string; groupName: string | null };

type Props = { learners: Learner[]; chosen: ReadonlySet<string>; onChoose: (chosen: ReadonlySet<string>) => void; wrong?: string };

/** Learners to tick, one by one, by group or all. */
export function LearnerChoice({ learners, chosen, onChoose, wrong }: Props) {
  const groups = [...new Set(learners.map((learner) => learner.groupName))];
  const set = (of: Learner[], on: boolean) => {
    const next = new Set(chosen);
    for (const { id } of of) if (on) next.add(id); else next.delete(id);
    onChoose(next);
  };
  return (
    <fieldset className="to" aria-describedby={wrong ? "to-error" : undefined}>
      <legend>To</legend>
      <Several name={learners.length === 1 ? "The one learner" : `All ${learners.length} learners`} of={learners} chosen={chosen} onSet={set} />
      {groups.map((group) => {
        const members = learners.filter((learner) => learner.groupName === group);
        return (
          <div key={group ?? ""} role="group" aria-label={group ?? "Without a group"}>
            {groups.length > 1 && <Several name={group ?? "Without a group"} of={members} chosen={chosen} onSet={set} />}
            <ul>
              {members.map((learner) => (
                <li key={learner.id}>
                  <label>
                    <input type="checkbox" name="to" value={learner.id} checked={chosen.has(learner.id)} onChange={(event) => set([learner], event.currentTarget.checked)} />
                    {learner.name}
                  </label>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      <p className="text-soft" role="status">
        {chosen.size} of {learners.length} chosen
      </p>
      {wrong && (
        <p className="error" id="to-error">
          <Icon name="alert" />
          <span>{wrong}</span>
        </p>
      )}
    </fieldset>
  );
}

type SeveralProps = { name: string; of: Learner[]; chosen: ReadonlySet<string>; onSet: (of: Learner[], on: boolean) => void };

/** One box for several: ticked when all of them are, half when some are. */
function Several({ name, of, chosen, onSet }: SeveralProps) {
  const count = of.filter(({ id }) => chosen.has(id)).length;
  return (
    <label className="several">
      <input
        type="checkbox"
        ref={(box) => {
          if (box) box.indeterminate = count > 0 && count < of.length;
        }}
        checked={count === of.length}
        onChange={(event) => onSet(of, event.currentTarget.checked)}
      />
      {name}
    </label>
  );
}
