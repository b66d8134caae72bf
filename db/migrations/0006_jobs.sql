CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE TABLE "application_shares" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"shared_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "application_stages" (
	"user_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"stage" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "applications" (
	"user_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"listing_id" uuid,
	"title" text NOT NULL,
	"company" text NOT NULL,
	"url" text,
	"stage" text DEFAULT 'saved' NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"applied_on" date,
	"notes" text DEFAULT '' NOT NULL,
	"contact" text DEFAULT '' NOT NULL,
	"next_action" text DEFAULT '' NOT NULL,
	"next_on" date,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "applications_user_id_id_pk" PRIMARY KEY("user_id","id")
);
--> statement-breakpoint
CREATE TABLE "job_import_rows" (
	"source_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"listing" jsonb NOT NULL,
	CONSTRAINT "job_import_rows_source_id_import_id_external_id_pk" PRIMARY KEY("source_id","import_id","external_id")
);
--> statement-breakpoint
CREATE TABLE "job_imports" (
	"source_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"started_by" uuid,
	"began_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"outcome" text DEFAULT 'running' NOT NULL,
	"trouble" text,
	"found" integer,
	"added" integer,
	"changed" integer,
	"closed" integer,
	"reopened" integer,
	CONSTRAINT "job_imports_source_id_id_pk" PRIMARY KEY("source_id","id")
);
--> statement-breakpoint
CREATE TABLE "job_sources" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"format" text NOT NULL,
	"address" text,
	"interval_minutes" integer DEFAULT 1440 NOT NULL,
	"state" text DEFAULT 'on' NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"etag" text,
	"last_modified" text,
	"added_by" uuid,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "job_sources_interval" CHECK ("job_sources"."interval_minutes" between 15 and 43200)
);
--> statement-breakpoint
CREATE TABLE "listings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"identity" text NOT NULL,
	"title" text NOT NULL,
	"company" text NOT NULL,
	"places" jsonb NOT NULL,
	"place_keys" text[] NOT NULL,
	"remote" boolean NOT NULL,
	"remote_for" text,
	"employment" text,
	"level" text,
	"role" text,
	"pay_from" integer,
	"pay_to" integer,
	"pay_currency" text,
	"pay_period" text,
	"pay_yearly" integer,
	"posted_at" timestamp with time zone NOT NULL,
	"valid_until" timestamp with time zone,
	"description" text NOT NULL,
	"language" text,
	"asks" jsonb NOT NULL,
	"skills" text[] NOT NULL,
	"sample" boolean DEFAULT false NOT NULL,
	"hash" text NOT NULL,
	"found_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone,
	"words" text NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('simple', title || ' ' || company), 'A') || setweight(to_tsvector('simple', translate(words, '/', ' ')), 'B')) STORED
);
--> statement-breakpoint
CREATE TABLE "posting_events" (
	"source_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"what" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "postings" (
	"source_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"listing_id" uuid NOT NULL,
	"url" text,
	"apply_url" text,
	"hash" text NOT NULL,
	"missing" smallint DEFAULT 0 NOT NULL,
	"found_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "postings_source_id_external_id_pk" PRIMARY KEY("source_id","external_id")
);
--> statement-breakpoint
CREATE TABLE "saved_searches" (
	"user_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"by_mail" boolean DEFAULT false NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"told_until" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_searches_user_id_id_pk" PRIMARY KEY("user_id","id")
);
--> statement-breakpoint
ALTER TABLE "application_shares" ADD CONSTRAINT "application_shares_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_stages" ADD CONSTRAINT "application_stages_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_stages" ADD CONSTRAINT "application_stages_application" FOREIGN KEY ("user_id","application_id") REFERENCES "public"."applications"("user_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_import_rows" ADD CONSTRAINT "job_import_rows_source_id_job_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."job_sources"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_import_rows" ADD CONSTRAINT "job_import_rows_import" FOREIGN KEY ("source_id","import_id") REFERENCES "public"."job_imports"("source_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_imports" ADD CONSTRAINT "job_imports_source_id_job_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."job_sources"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_imports" ADD CONSTRAINT "job_imports_started_by_users_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_sources" ADD CONSTRAINT "job_sources_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_events" ADD CONSTRAINT "posting_events_source_id_job_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."job_sources"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_source_id_job_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."job_sources"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "application_stages_of" ON "application_stages" USING btree ("user_id","application_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "applications_listing" ON "applications" USING btree ("user_id","listing_id");--> statement-breakpoint
CREATE UNIQUE INDEX "job_sources_address" ON "job_sources" USING btree ("format","address");--> statement-breakpoint
CREATE INDEX "job_sources_due" ON "job_sources" USING btree ("due_at") WHERE "job_sources"."state" = 'on' and "job_sources"."address" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "listings_slug" ON "listings" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "listings_identity" ON "listings" USING btree ("identity");--> statement-breakpoint
CREATE INDEX "listings_newest" ON "listings" USING btree ("posted_at","id") WHERE "listings"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "listings_search" ON "listings" USING gin ("search",("place_keys" || "skills" || array['role:' || "role", 'level:' || "level", case when "remote" then 'remote' end, case when "pay_yearly" is not null then 'pay' end, case when "pay_yearly" is not null then 'pay:' || "pay_currency" end])) WHERE "listings"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "listings_title" ON "listings" USING gin (("title" || ' ' || "company") gin_trgm_ops) WHERE "listings"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "listings_found" ON "listings" USING btree ("found_at") WHERE "listings"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "listings_pay" ON "listings" USING btree ("pay_currency","pay_yearly","id") WHERE "listings"."closed_at" is null and "listings"."pay_yearly" is not null;--> statement-breakpoint
CREATE INDEX "posting_events_of" ON "posting_events" USING btree ("source_id","external_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "postings_listing" ON "postings" USING btree ("listing_id","source_id");