DROP INDEX "invitations_email";--> statement-breakpoint
DROP INDEX "notes_learner";--> statement-breakpoint
CREATE INDEX "audit_actor" ON "audit" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "announcements_written_by" ON "announcements" USING btree ("written_by");--> statement-breakpoint
CREATE INDEX "invitations_created_by" ON "invitations" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "messages_written_by" ON "messages" USING btree ("written_by");--> statement-breakpoint
CREATE INDEX "notes_written_by" ON "notes" USING btree ("written_by");--> statement-breakpoint
CREATE INDEX "roster_entries_email" ON "roster_entries" USING btree ("email");--> statement-breakpoint
CREATE INDEX "roster_entries_added_by" ON "roster_entries" USING btree ("added_by");--> statement-breakpoint
CREATE INDEX "signal_settlements_learner" ON "signal_settlements" USING btree ("learner_id");--> statement-breakpoint
CREATE INDEX "signal_settlements_settled_by" ON "signal_settlements" USING btree ("settled_by");--> statement-breakpoint
CREATE INDEX "waivers_learner" ON "waivers" USING btree ("learner_id");--> statement-breakpoint
CREATE INDEX "waivers_given_by" ON "waivers" USING btree ("given_by");--> statement-breakpoint
CREATE INDEX "waivers_withdrawn_by" ON "waivers" USING btree ("withdrawn_by");--> statement-breakpoint
CREATE INDEX "reviews_reviewer" ON "reviews" USING btree ("reviewer_id");--> statement-breakpoint
CREATE INDEX "reviews_withdrawn_by" ON "reviews" USING btree ("withdrawn_by") WHERE "reviews"."withdrawn_by" is not null;--> statement-breakpoint
CREATE INDEX "submissions_claimed_by" ON "submissions" USING btree ("claimed_by") WHERE "submissions"."claimed_by" is not null;--> statement-breakpoint
CREATE INDEX "instructor_invitations_used_by" ON "instructor_invitations" USING btree ("used_by");--> statement-breakpoint
CREATE INDEX "instructor_invitations_created_by" ON "instructor_invitations" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "job_imports_started_by" ON "job_imports" USING btree ("started_by");--> statement-breakpoint
CREATE INDEX "job_sources_added_by" ON "job_sources" USING btree ("added_by");--> statement-breakpoint
CREATE INDEX "mail_codes_address" ON "mail_codes" USING btree ("address");--> statement-breakpoint
CREATE INDEX "outbox_user" ON "outbox" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "outbox_address" ON "outbox" USING btree ("address");--> statement-breakpoint
CREATE INDEX "item_proofs_given_by" ON "item_proofs" USING btree ("given_by") WHERE "item_proofs"."given_by" is not null;--> statement-breakpoint
CREATE INDEX "invitations_email" ON "invitations" USING btree ("email","cohort_id");--> statement-breakpoint
CREATE INDEX "notes_learner" ON "notes" USING btree ("learner_id","cohort_id");