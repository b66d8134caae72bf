DROP INDEX "outbox_due";--> statement-breakpoint
CREATE INDEX "outbox_next" ON "outbox" USING btree (("kind" not in ('code', 'notice')),"due_at") WHERE "outbox"."sent_at" is null and "outbox"."gave_up_at" is null;--> statement-breakpoint
CREATE INDEX "outbox_given_up" ON "outbox" USING btree ("gave_up_at") WHERE "outbox"."gave_up_at" is not null;--> statement-breakpoint
CREATE INDEX "outbox_over" ON "outbox" USING btree (coalesce("sent_at", "gave_up_at", "added_at"));