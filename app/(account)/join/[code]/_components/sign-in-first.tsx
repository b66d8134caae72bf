import { SignInOrUp } from "@/app/(account)/_components/sign-in-or-up";

export function SignInFirst({ code }: { code: string }) {
  return (
    <section className="flow" aria-labelledby="invited">
      <h1 id="invited">You are invited to a cohort</h1>
      <p className="lead">Sign in or make an account, and you read what the cohort is and what its instructors will see. Only then do you choose whether to join.</p>
      <SignInOrUp next={`/join/${code}`} />
    </section>
  );
}
