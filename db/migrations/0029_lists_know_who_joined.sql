ALTER TABLE "roster_entries" ADD COLUMN "joined_as" uuid;--> statement-breakpoint
ALTER TABLE "roster_entries" ADD CONSTRAINT "roster_entries_joined_as_users_id_fk" FOREIGN KEY ("joined_as") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "roster_entries_joined_as" ON "roster_entries" USING btree ("joined_as");