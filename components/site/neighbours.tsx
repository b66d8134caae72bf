import { Icon } from "@/components/ui/icon";

type Neighbour = { name: string; href: string } | undefined;

/** The pages before and after this one. Only the next one is fetched ahead. */
export function Neighbours({ name, before, after }: { name: string; before: Neighbour; after: Neighbour }) {
  return (
    <nav className="row justify-between" aria-label={name}>
      {before && (
        <a className="btn" href={before.href}>
          <Icon name="chevron-left" /> <span className="sr-only">Before: </span>
          {before.name}
        </a>
      )}
      {after && (
        <a className="btn ml-auto" rel="next" href={after.href}>
          <span className="sr-only">Next: </span>
          {after.name} <Icon name="chevron-right" />
        </a>
      )}
    </nav>
  );
}
