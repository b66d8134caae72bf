import { StateWords } from "@/components/progress/state-words";
import { NeedsGraph } from "@/components/roadmap/needs-graph";
import { itemPath, roadmapGraph } from "@/lib/roadmap/catalog";
import type { Item } from "@/lib/roadmap/roadmap";
import { skills } from "@/lib/skills/skills";

const AND = new Intl.ListFormat("en-GB");

/** What stands before and after an item, and which skills it trains. */
export function ItemConnections({ item }: { item: Item }) {
  const needs = roadmapGraph.needsOf(item);
  const opens = roadmapGraph.opensOf(item);
  return (
    <aside className="flow">
      <h2>Before and after</h2>
      <NeedsGraph item={item} needs={needs} opens={opens} />
      <dl className="flow">
        <div>
          <dt>Needs</dt>
          {needs.length === 0 && <dd>Nothing. You can begin here.</dd>}
          {needs.map((needed) => (
            <dd key={needed.slug}>
              <ItemLink item={needed} /> <StateWords itemId={needed.slug} />
            </dd>
          ))}
        </div>
        <div>
          <dt>Opens</dt>
          {opens.length === 0 && <dd>No other item waits for this one.</dd>}
          {opens.map((opened) => (
            <dd key={opened.slug}>
              <ItemLink item={opened} /> ({opened.hours}&nbsp;h{alsoNeeds(opened, item)})
            </dd>
          ))}
        </div>
        <div>
          <dt>Trains</dt>
          {skills
            .filter((skill) => item.skills.includes(skill.slug))
            .map((skill) => (
              <dd key={skill.slug}>{skill.name}</dd>
            ))}
        </div>
      </dl>
    </aside>
  );
}

function ItemLink({ item }: { item: Item }) {
  return (
    <a className="inline-block py-1" href={itemPath(item)}>
      {item.title}
    </a>
  );
}

function alsoNeeds(opened: Item, item: Item): string {
  const others = roadmapGraph.needsOf(opened).filter((needed) => needed.slug !== item.slug);
  return others.length === 0 ? "" : `, also needs ${AND.format(others.map((other) => other.title))}`;
}
