import { listApplicationsForExport, type Application } from "@/db/queries/applications";
import { dayOf } from "@/lib/calendar/days";
import { today } from "@/lib/calendar/now";
import { csvAnswer, csvLine, pagesOf } from "@/lib/cohorts/csv";
import { env } from "@/lib/env";
import { STAGE_WORDS } from "./words";

const COLUMNS = ["Title", "Company", "Stage", "Address", "Applied on", "Next action", "Next action on", "Contact", "Notes", "Saved on", "Changed on", "Listing"];

/** All of a person's applications, in the order in which they were saved. */
export function exportApplications(userId: string): Response {
  const pages = pagesOf<Application>((last) => listApplicationsForExport(userId, last?.id ?? null));
  return csvAnswer(`applications-${today()}.csv`, COLUMNS, pages, lineOf);
}

const day = (moment: Date) => dayOf(moment, env.TIME_ZONE);

function lineOf({ title, company, stage, url, appliedOn, nextAction, nextOn, contact, notes, savedAt, changedAt, listing }: Application): string {
  const state = listing && (listing.closed ? "closed" : "open");
  return csvLine([title, company, STAGE_WORDS[stage], url, appliedOn, nextAction, nextOn, contact, notes, day(savedAt), day(changedAt), state]);
}
