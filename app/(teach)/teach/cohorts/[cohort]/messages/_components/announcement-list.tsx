import { Announcements } from "@/components/cohorts/announcements";
import { ActionForm } from "@/components/ui/action-form";
import { TextArea } from "@/components/ui/field";
import type { Announcement } from "@/db/queries/announcements";
import type { TaughtCohort } from "@/db/queries/cohorts";
import { sayMoment } from "@/lib/calendar/now";
import { announce, deleteAnnouncement } from "../actions";

export function AnnouncementList({ cohort, id, announcements }: { cohort: TaughtCohort; id: string; announcements: Announcement[] }) {
  return (
    <>
      {!cohort.archivedAt && (
        <ActionForm action={announce} button="Announce" empties>
          <input type="hidden" name="cohort" value={cohort.slug} />
          <input type="hidden" name="announcement" value={id} />
          <TextArea id="announce" name="body" label="Announcement" hint="Plain text, up to 4,000 characters." rows={3} />
        </ActionForm>
      )}
      <Announcements
        announcements={announcements}
        below={(announcement) =>
          announcement.writtenBy === cohort.viewerId &&
          !cohort.archivedAt && (
            <ActionForm
              action={deleteAnnouncement}
              button={
                <button type="submit" className="btn low">
                  Delete<span className="sr-only"> what you announced on {sayMoment(announcement.writtenAt)}</span>
                </button>
              }
            >
              <input type="hidden" name="cohort" value={cohort.slug} />
              <input type="hidden" name="announcement" value={announcement.id} />
            </ActionForm>
          )
        }
      />
    </>
  );
}
