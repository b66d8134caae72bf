DROP INDEX "submissions_activity";--> statement-breakpoint
DROP INDEX "submissions_returned";--> statement-breakpoint
CREATE INDEX "submissions_activity" ON "submissions" USING btree ("user_id","saved_at","handed_in_at") WHERE "submissions"."state" <> 'draft';--> statement-breakpoint
CREATE INDEX "submissions_returned" ON "submissions" USING btree ("user_id","item_id","version","closed_at","id") WHERE "submissions"."state" = 'returned';