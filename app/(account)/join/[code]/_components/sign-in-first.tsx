export function SignInFirst({ code }: { code: string }) {
  const next = encodeURIComponent(`/join/${code}`);
  return (
    <section className="flow" aria-labelledby="invited">
      <h1 id="invited">You are invited to a cohort</h1>
      <p className="lead">Sign in or make an account, and you read what the cohort is and what its instructors will see. Only then do you choose whether to join.</p>
      <p className="row">
        <a className="btn go" href={`/sign-in?next=${next}`}>
          Sign in
        </a>
        <a className="btn" href={`/sign-up?next=${next}`}>
          Make an account
        </a>
      </p>
    </section>
  );
}
