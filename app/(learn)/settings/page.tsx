import type { Metadata } from "next";
import "@/components/cohorts/messages.css";
import { ActionForm } from "@/components/ui/action-form";
import { findUnder18 } from "@/db/queries/age";
import { listConsents } from "@/db/queries/consents";
import { findMailWishes } from "@/db/queries/outbox";
import { requireViewer } from "@/lib/access/viewer";
import { env } from "@/lib/env";
import { Age } from "./_components/age";
import { Agreed } from "./_components/agreed";
import { setMail } from "./actions";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const viewer = await requireViewer();
  const [wishes, under18, consents] = await Promise.all([findMailWishes(viewer.id), findUnder18(viewer.id), listConsents(viewer.id)]);

  return (
    <div className="flow">
      <h1>Settings</h1>
      <section className="flow" aria-labelledby="mail">
        <h2 id="mail">Mail</h2>
        {!env.SMTP_URL && <p className="text-soft">This installation sends no mail yet. What you choose here holds from the day it does.</p>}
        <ActionForm action={setMail} button="Save">
          <input type="hidden" name="asked" value="mail" />
          <fieldset className="to">
            <legend>Send me by e-mail</legend>
            <label>
              <input type="checkbox" name="weeklySummary" defaultChecked={wishes.weeklySummary} />
              A summary of the week, on Monday morning
            </label>
            <label>
              <input type="checkbox" name="messageMail" defaultChecked={wishes.messageMail} />
              What my instructors write to me, which is in Messages too
            </label>
          </fieldset>
        </ActionForm>
        <p className="prose">
          Whether mail tells what is new in a search, and how often, is chosen for each of your <a href="/jobs/saved">saved searches</a>.
        </p>
      </section>
      <section className="flow" aria-labelledby="security">
        <h2 id="security">Security</h2>
        <p>
          <a href="/settings/security">Your address, your password, and where you are signed in</a>
        </p>
      </section>
      <Age under18={under18} />
      <Agreed consents={consents} />
      <section className="flow" aria-labelledby="data">
        <h2 id="data">Your data</h2>
        <p>
          <a href="/settings/data">A copy of everything Milepost holds about you</a>
        </p>
      </section>
    </div>
  );
}
