type Group = { name: string | null; learners: number };

/** Nothing to choose where nobody is in a group. */
export function GroupFilter({ slug, groups, chosen }: { slug: string; groups: Group[]; chosen: Group | undefined }) {
  if (groups.every(({ name }) => name === null)) return null;
  const path = `/teach/cohorts/${slug}/learners`;
  return (
    <nav className="sub no-print" aria-label="Groups">
      <a href={path} aria-current={chosen ? undefined : "true"}>
        All groups
      </a>
      {groups.map((group) => (
        <a key={group.name ?? ""} href={`${path}?group=${encodeURIComponent(group.name ?? "")}`} aria-current={group === chosen ? "true" : undefined}>
          {group.name ?? "No group"}: {group.learners}
        </a>
      ))}
    </nav>
  );
}
