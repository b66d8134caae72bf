type Props = { facts: Record<string, string> };

/** What is known of one thing, a name and a value each. */
export function Facts({ facts }: Props) {
  return (
    <dl className="facts">
      {Object.entries(facts).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
