CREATE TABLE "progress_summaries" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"done" text[] NOT NULL,
	"skipped" text[] NOT NULL,
	"doing" text[] NOT NULL,
	"doing_since" bigint[] NOT NULL,
	"last_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "progress_summaries" ADD CONSTRAINT "progress_summaries_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- Rows are written often and read whole: they stay in their pages, which keep room for the next version.
ALTER TABLE "progress_summaries" SET (fillfactor = 70, toast_tuple_target = 8160);--> statement-breakpoint
CREATE VIEW "progress_to_summarise" AS
	SELECT "user_id",
		coalesce(array_agg("item_id" ORDER BY "item_id") FILTER (WHERE "state" = 'done'), '{}') AS "done",
		coalesce(array_agg("item_id" ORDER BY "item_id") FILTER (WHERE "state" = 'skipped'), '{}') AS "skipped",
		coalesce(array_agg("item_id" ORDER BY "item_id") FILTER (WHERE "state" = 'doing'), '{}') AS "doing",
		coalesce(array_agg(trunc(extract(epoch FROM "changed_at") * 1000)::bigint ORDER BY "item_id") FILTER (WHERE "state" = 'doing'), '{}') AS "doing_since",
		max("changed_at") AS "last_at"
	FROM "item_progress" GROUP BY "user_id";--> statement-breakpoint
CREATE FUNCTION "keep_progress_summaries"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	learners uuid[] := ARRAY(SELECT DISTINCT user_id FROM changed ORDER BY user_id);
BEGIN
	IF cardinality(learners) > 0 THEN
		-- Who records beside another for the same learner waits here, and then sees what the other recorded.
		INSERT INTO progress_summaries SELECT learner, '{}', '{}', '{}', '{}', now() FROM unnest(learners) learner ON CONFLICT DO NOTHING;
		PERFORM FROM progress_summaries WHERE user_id = ANY (learners) ORDER BY user_id FOR NO KEY UPDATE;
		UPDATE progress_summaries kept
		SET done = t.done, skipped = t.skipped, doing = t.doing, doing_since = t.doing_since, last_at = t.last_at
		FROM progress_to_summarise t WHERE t.user_id = kept.user_id AND t.user_id = ANY (learners);
	END IF;
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER "keep_summaries_of_new" AFTER INSERT ON "item_progress" REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "keep_progress_summaries"();--> statement-breakpoint
CREATE TRIGGER "keep_summaries_of_changed" AFTER UPDATE ON "item_progress" REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "keep_progress_summaries"();--> statement-breakpoint
INSERT INTO "progress_summaries" SELECT * FROM "progress_to_summarise";
