ALTER TABLE "installation" ADD COLUMN "name" text;--> statement-breakpoint
ALTER TABLE "installation" ADD COLUMN "sign_up" text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE "installation" ADD COLUMN "address_domains" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "installation" ADD CONSTRAINT "installation_sign_up" CHECK ("installation"."sign_up" in ('open', 'invited'));