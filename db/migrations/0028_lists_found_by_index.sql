DROP INDEX "audit_at";--> statement-breakpoint
DROP INDEX "audit_actor";--> statement-breakpoint
CREATE INDEX "users_may_teach" ON "users" USING btree ("id") WHERE "users"."may_teach";--> statement-breakpoint
CREATE INDEX "audit_kind" ON "audit" USING btree (split_part("action", '.', 1),"at");--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "audit_actor" ON "audit" USING btree ("actor_id","at");