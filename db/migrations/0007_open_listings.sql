CREATE TABLE "open_listings" (
	"listing_id" uuid PRIMARY KEY NOT NULL,
	"posted_at" timestamp with time zone NOT NULL,
	"valid_until" timestamp with time zone,
	"found_at" timestamp with time zone NOT NULL,
	"pay_currency" text,
	"pay_yearly" integer,
	"facets" text[] NOT NULL,
	"name" text NOT NULL,
	"search" "tsvector" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "open_listings" ALTER COLUMN "search" SET STORAGE EXTERNAL;--> statement-breakpoint
DROP INDEX "listings_newest";--> statement-breakpoint
DROP INDEX "listings_search";--> statement-breakpoint
DROP INDEX "listings_title";--> statement-breakpoint
DROP INDEX "listings_found";--> statement-breakpoint
DROP INDEX "listings_pay";--> statement-breakpoint
ALTER TABLE "listings" DROP COLUMN "search";--> statement-breakpoint
CREATE FUNCTION "open_listing_of"("l" "listings") RETURNS SETOF "open_listings" LANGUAGE sql STABLE AS $$
	SELECT l.id, l.posted_at, l.valid_until, l.found_at, l.pay_currency, l.pay_yearly,
		array_remove(l.place_keys || l.skills || array['role:' || l.role, 'level:' || l.level, CASE WHEN l.remote THEN 'remote' END,
			CASE WHEN l.pay_yearly IS NOT NULL THEN 'pay' END, CASE WHEN l.pay_yearly IS NOT NULL THEN 'pay:' || l.pay_currency END], NULL),
		l.title || ' ' || l.company,
		strip(to_tsvector('simple', l.title || ' ' || l.company) || to_tsvector('simple', translate(l.words, '/', ' ')))
	WHERE l.closed_at IS NULL
$$;--> statement-breakpoint
INSERT INTO "open_listings" SELECT o.* FROM "listings" CROSS JOIN LATERAL open_listing_of("listings") o;--> statement-breakpoint
ALTER TABLE "open_listings" ADD CONSTRAINT "open_listings_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "open_listings_newest" ON "open_listings" USING btree ("posted_at","listing_id");--> statement-breakpoint
CREATE INDEX "open_listings_pay" ON "open_listings" USING btree ("pay_currency","pay_yearly","listing_id") WHERE "open_listings"."pay_yearly" is not null;--> statement-breakpoint
CREATE INDEX "open_listings_found" ON "open_listings" USING btree ("found_at");--> statement-breakpoint
CREATE INDEX "open_listings_search" ON "open_listings" USING gin ("search","facets","name" gin_trgm_ops);--> statement-breakpoint
CREATE FUNCTION "keep_open_listings"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	DELETE FROM open_listings USING changed WHERE open_listings.listing_id = changed.id AND changed.closed_at IS NOT NULL;
	INSERT INTO open_listings SELECT o.* FROM changed JOIN listings USING (id) CROSS JOIN LATERAL open_listing_of(listings) o
	ON CONFLICT (listing_id) DO UPDATE SET posted_at = excluded.posted_at, valid_until = excluded.valid_until, found_at = excluded.found_at,
		pay_currency = excluded.pay_currency, pay_yearly = excluded.pay_yearly, facets = excluded.facets, name = excluded.name, search = excluded.search
	WHERE open_listings IS DISTINCT FROM excluded;
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER "listings_added" AFTER INSERT ON "listings" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_open_listings();--> statement-breakpoint
CREATE TRIGGER "listings_changed" AFTER UPDATE ON "listings" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_open_listings();
