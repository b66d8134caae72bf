DROP INDEX "item_progress_activity";--> statement-breakpoint
DROP INDEX "item_progress_doing";--> statement-breakpoint
CREATE INDEX "submissions_activity" ON "submissions" USING btree ("user_id","saved_at");--> statement-breakpoint
CREATE INDEX "item_progress_board" ON "item_progress" USING btree ("user_id","item_id","state","strength","changed_at");--> statement-breakpoint
CREATE INDEX "item_proofs_standing" ON "item_proofs" USING btree ("user_id","item_id","level") WHERE "item_proofs"."withdrawn_at" is null;