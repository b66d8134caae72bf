CREATE INDEX "users_address" ON "users" USING btree ("email" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "users_disabled" ON "users" USING btree ("id") WHERE "users"."disabled_at" is not null;--> statement-breakpoint
CREATE INDEX "enrollments_instructors" ON "enrollments" USING btree ("user_id") WHERE "enrollments"."role" = 'instructor' and "enrollments"."left_at" is null;