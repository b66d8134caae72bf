import type { Metadata } from "next";
import { PageHead } from "@/components/site/page-head";
import { requireFreshSession } from "@/lib/access/viewer";
import { eraseOwnAccount } from "./actions";
import { EraseForm } from "./_components/erase-form";

export const metadata: Metadata = { title: "Erase your account" };

export default async function ErasePage() {
  const { viewer } = await requireFreshSession("/settings/data/erase");

  return (
    <div className="flow">
      <PageHead up={{ href: "/settings/data", name: "Your data" }} title="Erase your account">
        <p className="prose">It is erased at once, on the server and on every device that asks it next. Nobody can bring it back, not even whoever hosts it.</p>
      </PageHead>
      <section className="flow" aria-labelledby="goes">
        <h2 id="goes">What goes</h2>
        <p className="prose">
          All that <a href="/settings/data">the copy of your data</a> holds: your name and address, your progress and proofs, your evidence with its files and reviews, your plan, your applications and searches, your
          place in cohorts, and what instructors wrote to you and about you. Lists and invitations lose your address too.
        </p>
      </section>
      <section className="flow" aria-labelledby="stays">
        <h2 id="stays">What stays</h2>
        <ul className="bullets">
          <li>what you wrote to others or about them, such as reviews, messages and announcements: it stays with them, without your name</li>
          <li>the number of your account, which leads to nobody any more, in the record of who did what, and in the list of accounts that were erased</li>
          <li>backups that were made before, until whoever hosts this installation throws them away; when one is restored, your account is erased again by that list</li>
        </ul>
        {viewer.teaches && <p className="note">You teach. A cohort that nobody else teaches can be seen by admins only, from the next moment on.</p>}
        {viewer.admin && <p className="note">You are an admin. The only admin of an installation cannot be erased: make another one first.</p>}
      </section>
      <EraseForm erase={eraseOwnAccount} />
    </div>
  );
}
