import type { Metadata } from "next";
import { PageHead } from "@/components/site/page-head";
import { ActionForm } from "@/components/ui/action-form";
import { Choice, Field, TextArea } from "@/components/ui/field";
import { requireAdmin } from "@/lib/access/admin";
import { EMPLOYMENTS, LISTING_LEVELS, PERIODS } from "@/lib/jobs/words";
import { typeListing } from "../actions";

export const metadata: Metadata = { title: "Type one listing" };

export default async function TypeListingPage() {
  await requireAdmin();
  return (
    <div className="flow">
      <PageHead up={{ href: "/admin/jobs", name: "Sources of listings" }} title="Type one listing">
        <p className="prose">For employers who publish no feed. Skills, level and role are read from the words, as for every other listing.</p>
      </PageHead>
      <ActionForm action={typeListing} button="Add the listing" empties>
        <Field id="title" label="Title" maxLength={300} autoComplete="off" />
        <Field id="company" label="Employer" maxLength={200} autoComplete="off" />
        <Field id="places" label="Places" hint="Parted by semicolons, such as: Pune; Nashik" autoComplete="off" />
        <p className="field">
          <label>
            <input type="checkbox" name="remote" /> Remote
          </label>
        </p>
        <Choice id="employment" label="Employment">
          <option value="">not stated</option>
          {EMPLOYMENTS.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </Choice>
        <Choice id="level" label="Level">
          <option value="">as the words say</option>
          {LISTING_LEVELS.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </Choice>
        <Field id="payFrom" label="Pay from" hint="Leave it empty when it is not stated" inputMode="numeric" autoComplete="off" />
        <Field id="payTo" label="Pay to" inputMode="numeric" autoComplete="off" />
        <Field id="currency" label="Currency" defaultValue="INR" maxLength={3} autoComplete="off" />
        <Choice id="period" label="Pay for" defaultValue="year">
          {PERIODS.map((name) => (
            <option key={name} value={name}>
              a {name}
            </option>
          ))}
        </Choice>
        <Field id="validUntil" label="Open until" type="date" />
        <Field id="address" label="Where one applies" type="text" inputMode="url" autoComplete="off" spellCheck={false} />
        <TextArea id="text" label="Text" hint="As the employer wrote it; empty lines part paragraphs, and lines that begin with - are a list" rows={14} />
      </ActionForm>
    </div>
  );
}
