import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { confirmable } from "./confirmations";

export type ReadableFile = { as: "learner" | "instructor" | "admin" | "peer"; name: string; type: string; content: Buffer };

/** A file as far as this viewer may read it now; both ids must be uuids. */
export async function findReadableFile(
  viewer: { id: string; admin: boolean },
  { learnerId, fileId }: { learnerId: string; fileId: string },
  peerItems: readonly string[],
): Promise<ReadableFile | null> {
  const [row] = await db.execute<ReadableFile>(sql`
    with asked as (
      select f.name, f.type, f.content, case
        when f.user_id = ${viewer.id}::uuid then 'learner'
        when not exists (select from submissions s where s.user_id = f.user_id and s.file_id = f.id and s.state not in ('draft', 'withdrawn')) then null
        when exists (
          select from enrollments l join enrollments i on i.cohort_id = l.cohort_id
          where l.user_id = f.user_id and l.role = 'learner' and l.left_at is null
            and i.user_id = ${viewer.id}::uuid and i.role = 'instructor' and i.left_at is null) then 'instructor'
        when ${viewer.admin}::boolean then 'admin'
        when exists (select from submissions s where s.user_id = f.user_id and s.file_id = f.id and ${confirmable(viewer.id, peerItems)}) then 'peer'
        end as as
      from files f where f.user_id = ${learnerId}::uuid and f.id = ${fileId}::uuid
    )
    select "as", name, type, content from asked where "as" is not null`);
  return row ?? null;
}
