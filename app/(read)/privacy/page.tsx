import type { Metadata } from "next";
import { PRIVACY_VERSION } from "@/lib/privacy/words";
import { sayDate } from "@/lib/reference/source";
import { HowLong } from "./_components/how-long";

export const metadata: Metadata = {
  title: "Privacy",
  description: "What Milepost keeps on your device and on its server, which cookies it sets, for how long, who can see what, and what you can do about it.",
};

export default function PrivacyPage() {
  return (
    <>
      <header className="flow">
        <h1>Privacy</h1>
        <p className="lead">You can read and tick without an account. Pages load nothing from anyone else: no trackers, no fonts, no adverts.</p>
        <p>
          <a href="/privacy/hi" hrefLang="hi" lang="hi">
            हिन्दी में
          </a>
        </p>
      </header>
      <section className="flow" aria-labelledby="device">
        <h2 id="device">What is kept on your device</h2>
        <p className="prose">In the storage of your browser, and only there until you have an account:</p>
        <ul className="bullets">
          <li>your changes (in IndexedDB): which item, which state, when. A change the server has is removed after 30 days</li>
          <li>the item whose page you looked at last, so that you find your way back</li>
          <li>with an account (in IndexedDB): a copy of your progress and proofs, and your name, so that pages can show them without a connection</li>
          <li>the public pages themselves, so that they open without a connection; they are the same for everyone</li>
          <li>until you close the tab, the time at which it last loaded itself again for a new version</li>
        </ul>
        <p className="prose">
          Signing out removes your progress and your name from the device. Clearing the data of this site in your browser removes everything, also changes
          that were not sent yet.
        </p>
      </section>
      <section className="flow" aria-labelledby="server">
        <h2 id="server">What is kept on the server</h2>
        <p className="prose">
          Nothing about you before you make an account. After that, so that you can sign in, go on where you were, show what you did, be taught, and keep strangers out of your account:
        </p>
        <ul className="bullets">
          <li>your name, your e-mail address, whether you followed a link sent to it, and when the account was made</li>
          <li>your password as an argon2id hash, from which the password cannot be read back</li>
          <li>if you sign in with GitHub or Google: which of the two, and the number by which it knows you</li>
          <li>what you agreed to and took back, when, and under which words of this page</li>
          <li>your sessions: the kind of device, such as Firefox on Android, and when each began, was last seen and ended, beside a hash of its secret; that you signed in or out everywhere is written down</li>
          <li>with a passkey: its name, what checks it, how often it signed, and when it was added and used; hashes of recovery codes</li>
          <li>a hash of the secret by which a device where you signed in is known again</li>
          <li>that a link was asked for with your address, and a hash of the secret in it; that a mail went to you</li>
          <li>how often a password was tried for an address and from where, both as hashes</li>
          <li>your progress: every change to an item, with the time on your device and the time it arrived</li>
          <li>your proofs: the item, the level, who gave it and when</li>
          <li>your evidence, version by version, with its files, and what reviewers and peers said of it</li>
          <li>the cohorts you are and were in, your group there, and whether you learn or teach</li>
          <li>what instructors wrote to you, and whether you have read it; their private notes and waivers about you, and what they noted when you were on their list of who is stuck</li>
          <li>your hours per week, a hash of the secret of your calendar’s address, and which mail you want</li>
          <li>your applications: the listing, the stages with their days, your notes, contact and next action; searches you saved, and whether instructors may see counts</li>
          <li>that you are under 18, if you said so: no mail about jobs is sent to you then, and you are left out of lists of who is stuck until the consent of your parents is on record</li>
          <li>what you did to your account, and when an admin looked at your data as an admin</li>
          <li>your name, address and group, if an instructor’s list named you, even before you have an account</li>
        </ul>
      </section>
      <section className="flow" aria-labelledby="how-long">
        <h2 id="how-long">For how long</h2>
        <p className="prose">What belongs to your account stays until you take it away or erase the account. The rest goes by itself:</p>
        <HowLong />
        <p className="prose">
          That an account was erased stays on record as a number that leads to nobody, so that it is erased again when an older backup is restored. How long backups are kept is up to whoever runs this
          installation; 35 days are advised.
        </p>
      </section>
      <section className="flow" aria-labelledby="cookies">
        <h2 id="cookies">Cookies</h2>
        <p className="prose">
          Reading needs none. Signing in sets one that keeps you signed in, for up to 90 days or until you sign out; it carries the secret of your session and
          nothing else, encrypted. The sign-in software (next-auth) sets two more: one against forged requests (csrf), and one with the page to return to
          (callback). It also sets one, for a year, by which the device is known again: guesses that others make of your password elsewhere then do not keep you out. If you sign in with GitHub or Google, short-lived ones protect that step.
        </p>
      </section>
      <section className="flow" aria-labelledby="others">
        <h2 id="others">Who else is involved</h2>
        <p className="prose">
          Nobody while you read. If you choose to sign in with GitHub or Google, where that is offered, that company learns of it and tells us your name and
          address. Links to documentation lead to other sites, which have rules of their own.
        </p>
        <p className="prose">
          In a cohort, its instructors see your name, your progress and its dates, your evidence and its reviews, and when you were last active, from the day you
          join until you leave. From these, by rules of the cohort, a list is worked out of who is stuck; they keep private notes, and waive items. They do not
          see your e-mail address or your other cohorts. Where an item asks for a peer, learners of your cohort can see that piece of evidence and your name.
          An admin can look at a cohort too, and that is written down. Whoever has your calendar’s secret address can read your dates and the next actions of
          your applications until you revoke it. If this installation sends mail, its mail server carries it.
        </p>
        <p className="prose">
          Whoever runs this installation has its database, and so can read what is listed above
          except your password; their web server may also log addresses of visitors. Ask them.
        </p>
      </section>
      <section className="flow" aria-labelledby="ask">
        <h2 id="ask">What you can do about it</h2>
        <ul className="bullets">
          <li>
            take a copy of everything that is kept about you: <a href="/settings/data">your data</a>
          </li>
          <li>
            see what your instructors see: <a href="/cohorts">cohort by cohort, the same facts as on their page</a>
          </li>
          <li>
            agree to each thing for itself and take it back as easily, and change what you said of your age: <a href="/settings">settings</a>
          </li>
          <li>
            erase your account for good: <a href="/settings/data/erase">erase it</a>
          </li>
        </ul>
        <p className="prose">
          To correct your name, to see an instructor’s private note, or when something is wrong, ask whoever runs this installation: your school, your company or the person who gave you this address. Where
          they do not help, a public authority may: in India the Data Protection Board, in Europe the one of your country.
        </p>
      </section>
      <p className="text-sm text-soft">These are the words of {sayDate(PRIVACY_VERSION)}. When they change, you are told on your home page.</p>
    </>
  );
}
