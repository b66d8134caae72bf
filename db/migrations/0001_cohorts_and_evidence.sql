CREATE TABLE "audit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_id" uuid,
	"action" text NOT NULL,
	"person_id" uuid,
	"cohort_id" uuid,
	"detail" jsonb
);
--> statement-breakpoint
CREATE TABLE "announcements" (
	"cohort_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"body" text NOT NULL,
	"written_by" uuid,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "announcements_cohort_id_id_pk" PRIMARY KEY("cohort_id","id")
);
--> statement-breakpoint
CREATE TABLE "cohort_steps" (
	"cohort_id" uuid NOT NULL,
	"step_slug" text NOT NULL,
	"due_on" date NOT NULL,
	CONSTRAINT "cohort_steps_cohort_id_step_slug_pk" PRIMARY KEY("cohort_id","step_slug")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"cohort_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"role" text NOT NULL,
	"email" text,
	"uses_allowed" integer NOT NULL,
	"uses" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitations_cohort_id_id_pk" PRIMARY KEY("cohort_id","id"),
	CONSTRAINT "invitations_uses" CHECK ("invitations"."uses" between 0 and "invitations"."uses_allowed")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"learner_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"cohort_id" uuid NOT NULL,
	"body" text NOT NULL,
	"written_by" uuid,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "messages_learner_id_id_pk" PRIMARY KEY("learner_id","id")
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"cohort_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"learner_id" uuid NOT NULL,
	"body" text NOT NULL,
	"written_by" uuid,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notes_cohort_id_id_pk" PRIMARY KEY("cohort_id","id")
);
--> statement-breakpoint
CREATE TABLE "roster_entries" (
	"cohort_id" uuid NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"group_name" text,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	"added_by" uuid,
	CONSTRAINT "roster_entries_cohort_id_email_pk" PRIMARY KEY("cohort_id","email")
);
--> statement-breakpoint
CREATE TABLE "signal_settlements" (
	"cohort_id" uuid NOT NULL,
	"learner_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"item_id" text NOT NULL,
	"facts" text NOT NULL,
	"snoozed_until" date,
	"note" text NOT NULL,
	"settled_by" uuid,
	"settled_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "signal_settlements_cohort_id_learner_id_rule_item_id_pk" PRIMARY KEY("cohort_id","learner_id","rule","item_id")
);
--> statement-breakpoint
CREATE TABLE "waivers" (
	"cohort_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"learner_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"given_by" uuid,
	"given_at" timestamp with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	CONSTRAINT "waivers_cohort_id_id_pk" PRIMARY KEY("cohort_id","id")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"user_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size" integer NOT NULL,
	"content" "bytea" NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "files_user_id_id_pk" PRIMARY KEY("user_id","id"),
	CONSTRAINT "files_size" CHECK ("files"."size" between 1 and 1048576)
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"user_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"submission_id" uuid NOT NULL,
	"by" text NOT NULL,
	"verdict" text NOT NULL,
	"comment" text NOT NULL,
	"reviewer_id" uuid,
	"reviewed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	"withdrawn_reason" text,
	CONSTRAINT "reviews_user_id_id_pk" PRIMARY KEY("user_id","id")
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"user_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"version" smallint NOT NULL,
	"kind" text NOT NULL,
	"body" text NOT NULL,
	"commit" text,
	"file_id" uuid,
	"state" text NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"handed_in_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"claimed_by" uuid,
	"claimed_at" timestamp with time zone,
	CONSTRAINT "submissions_user_id_id_pk" PRIMARY KEY("user_id","id"),
	CONSTRAINT "submissions_state" CHECK ("submissions"."state" in ('draft', 'handed-in', 'returned', 'accepted', 'withdrawn')),
	CONSTRAINT "submissions_kind" CHECK ("submissions"."kind" in ('link', 'text', 'repo', 'file'))
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"kind" text NOT NULL,
	"user_id" uuid,
	"address" text NOT NULL,
	"about" jsonb NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"sent_at" timestamp with time zone,
	"gave_up_at" timestamp with time zone,
	"trouble" text
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"hours_per_week" smallint NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"calendar_hash" text,
	CONSTRAINT "plans_hours" CHECK ("plans"."hours_per_week" between 1 and 80)
);
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "under_18" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "weekly_summary" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "cohorts" ADD COLUMN "archived_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "cohorts" ADD COLUMN "consent_recorded" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "cohorts" ADD COLUMN "quiet_days" smallint DEFAULT 7 NOT NULL;--> statement-breakpoint
ALTER TABLE "cohorts" ADD COLUMN "slow_times" smallint DEFAULT 3 NOT NULL;--> statement-breakpoint
ALTER TABLE "cohorts" ADD COLUMN "returned_days" smallint DEFAULT 5 NOT NULL;--> statement-breakpoint
ALTER TABLE "cohorts" ADD COLUMN "returned_times" smallint DEFAULT 2 NOT NULL;--> statement-breakpoint
ALTER TABLE "cohorts" ADD COLUMN "behind_items" smallint DEFAULT 8 NOT NULL;--> statement-breakpoint
ALTER TABLE "cohorts" ADD COLUMN "unstarted_days" smallint DEFAULT 14 NOT NULL;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "group_name" text;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "left_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "item_progress" ADD COLUMN "changed_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "item_proofs" ADD COLUMN "submission_id" uuid;--> statement-breakpoint
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_written_by_users_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_steps" ADD CONSTRAINT "cohort_steps_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_learner_id_users_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_written_by_users_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_learner_id_users_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_written_by_users_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_entries" ADD CONSTRAINT "roster_entries_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_entries" ADD CONSTRAINT "roster_entries_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal_settlements" ADD CONSTRAINT "signal_settlements_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal_settlements" ADD CONSTRAINT "signal_settlements_learner_id_users_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal_settlements" ADD CONSTRAINT "signal_settlements_settled_by_users_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waivers" ADD CONSTRAINT "waivers_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waivers" ADD CONSTRAINT "waivers_learner_id_users_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waivers" ADD CONSTRAINT "waivers_given_by_users_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waivers" ADD CONSTRAINT "waivers_withdrawn_by_users_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_reviewer_id_users_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_withdrawn_by_users_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_submission" FOREIGN KEY ("user_id","submission_id") REFERENCES "public"."submissions"("user_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_claimed_by_users_id_fk" FOREIGN KEY ("claimed_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_file" FOREIGN KEY ("user_id","file_id") REFERENCES "public"."files"("user_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_person" ON "audit" USING btree ("person_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_code_hash_key" ON "invitations" USING btree ("code_hash");--> statement-breakpoint
CREATE INDEX "messages_cohort" ON "messages" USING btree ("cohort_id","written_at");--> statement-breakpoint
CREATE INDEX "notes_learner" ON "notes" USING btree ("cohort_id","learner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "waivers_standing" ON "waivers" USING btree ("cohort_id","learner_id","item_id") WHERE "waivers"."withdrawn_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "reviews_one_verdict" ON "reviews" USING btree ("user_id","submission_id") WHERE "reviews"."by" = 'instructor' and "reviews"."withdrawn_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "reviews_peer_once" ON "reviews" USING btree ("user_id","submission_id","reviewer_id") WHERE "reviews"."by" = 'peer';--> statement-breakpoint
CREATE UNIQUE INDEX "submissions_version" ON "submissions" USING btree ("user_id","item_id","version");--> statement-breakpoint
CREATE INDEX "submissions_waiting" ON "submissions" USING btree ("user_id","handed_in_at") WHERE "submissions"."state" = 'handed-in';--> statement-breakpoint
CREATE INDEX "submissions_returned" ON "submissions" USING btree ("user_id","item_id") WHERE "submissions"."state" = 'returned';--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_reason_key" ON "outbox" USING btree ("reason");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("due_at") WHERE "outbox"."sent_at" is null and "outbox"."gave_up_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "plans_calendar_hash_key" ON "plans" USING btree ("calendar_hash");--> statement-breakpoint
CREATE INDEX "item_progress_activity" ON "item_progress" USING btree ("user_id","changed_at");--> statement-breakpoint
CREATE INDEX "item_progress_doing" ON "item_progress" USING btree ("user_id") WHERE "item_progress"."state" = 'doing';--> statement-breakpoint
CREATE INDEX "item_proofs_submission" ON "item_proofs" USING btree ("user_id","submission_id");--> statement-breakpoint
ALTER TABLE "cohorts" ADD CONSTRAINT "cohorts_dates" CHECK ("cohorts"."starts_on" <= "cohorts"."ends_on");--> statement-breakpoint
ALTER TABLE "cohorts" ADD CONSTRAINT "cohorts_hours" CHECK ("cohorts"."hours_per_week" between 1 and 80);--> statement-breakpoint
UPDATE "item_progress" SET "changed_at" = "progress_operations"."received_at" FROM "progress_operations" WHERE "progress_operations"."user_id" = "item_progress"."user_id" AND "progress_operations"."op_id" = "item_progress"."op_id";
