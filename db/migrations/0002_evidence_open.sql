ALTER TABLE "submissions" ALTER COLUMN "handed_in_at" SET DATA TYPE timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "confirmed_at" timestamp with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "submissions_open" ON "submissions" USING btree ("user_id","item_id") WHERE "submissions"."state" in ('draft', 'handed-in');--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_handed_in" CHECK (("submissions"."state" = 'draft') = ("submissions"."handed_in_at" is null));--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_file_kind" CHECK (("submissions"."kind" = 'file') = ("submissions"."file_id" is not null));