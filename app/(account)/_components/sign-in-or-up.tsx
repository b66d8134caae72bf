type Props = { next: string };

/** The two ways in for somebody who followed an invitation: both lead back to the path `next`. */
export function SignInOrUp({ next }: Props) {
  const query = `next=${encodeURIComponent(next)}`;
  return (
    <p className="row">
      <a className="btn go" href={`/sign-in?${query}`}>
        Sign in
      </a>
      <a className="btn" href={`/sign-up?${query}`}>
        Make an account
      </a>
    </p>
  );
}
