import { sql } from "drizzle-orm";
import { boolean, check, customType, date, foreignKey, index, integer, jsonb, pgTable, primaryKey, smallint, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { EMPLOYMENTS, FORMATS, LISTING_LEVELS, NEWS_MAILS, PERIODS, STAGES, type Ask, type Place } from "@/lib/jobs/words";
import { users } from "./accounts";

const at = () => timestamp({ withTimezone: true });
const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });
const source = () =>
  uuid()
    .notNull()
    .references(() => jobSources.id, { onDelete: "cascade" });
const learner = () =>
  uuid()
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });
const actor = () => uuid().references(() => users.id, { onDelete: "set null" });

/** A place where employers publish listings, added by an admin. */
export const jobSources = pgTable(
  "job_sources",
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    format: text({ enum: FORMATS }).notNull(),
    /** Null for a source that is filled by uploads or by hand. */
    address: text(),
    intervalMinutes: integer().notNull().default(1440),
    /** Held: its last answer had less than half of the listings, and a person has to look. */
    state: text({ enum: ["on", "paused", "held"] }).notNull().default("on"),
    /** When it is asked next. Whoever asks moves it on first, so that it is asked once. */
    dueAt: at().notNull().defaultNow(),
    etag: text(),
    lastModified: text(),
    addedBy: actor(),
    addedAt: at().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("job_sources_address").on(t.format, t.address),
    index("job_sources_added_by").on(t.addedBy),
    index("job_sources_due").on(t.dueAt).where(sql`${t.state} = 'on' and ${t.address} is not null`),
    check("job_sources_interval", sql`${t.intervalMinutes} between 15 and 43200`),
  ],
);

/** One attempt to read a source, kept as its history. */
export const jobImports = pgTable(
  "job_imports",
  {
    sourceId: source(),
    id: uuid().notNull(),
    startedBy: actor(),
    beganAt: at().notNull().defaultNow(),
    endedAt: at(),
    /** Running until it ended. Held: read, and kept back until a person lets it through. */
    outcome: text({ enum: ["running", "done", "unchanged", "held", "failed", "dropped"] }).notNull().default("running"),
    /** What went wrong, in a sentence for people. */
    trouble: text(),
    found: integer(),
    added: integer(),
    changed: integer(),
    closed: integer(),
    reopened: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.sourceId, t.id] }),
    index("job_imports_started_by").on(t.startedBy),
    // One reading of a source at a time, whoever begins it.
    uniqueIndex("job_imports_running").on(t.sourceId).where(sql`${t.outcome} = 'running'`),
  ],
);

/** What an import read, row by row, until one statement makes all of it visible. */
export const jobImportRows = pgTable(
  "job_import_rows",
  {
    sourceId: source(),
    importId: uuid().notNull(),
    externalId: text().notNull(),
    /** The listing as lib/jobs/listing.ts keeps it, with its hash. */
    listing: jsonb().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.sourceId, t.importId, t.externalId] }),
    foreignKey({ name: "job_import_rows_import", columns: [t.sourceId, t.importId], foreignColumns: [jobImports.sourceId, jobImports.id] }).onDelete("cascade"),
  ],
);

/** One advertised job, from one or several sources. */
export const listings = pgTable(
  "listings",
  {
    id: uuid().primaryKey(),
    slug: text().notNull(),
    /** Company, title and places without case, marks and order: equal for the same job in another source. */
    identity: text().notNull(),
    title: text().notNull(),
    company: text().notNull(),
    places: jsonb().$type<Place[]>().notNull(),
    /** Places as keys to filter by: "in", "in-pune", … */
    placeKeys: text().array().notNull(),
    remote: boolean().notNull(),
    /** For where it is remote, as given; null when nothing is said. */
    remoteFor: text(),
    employment: text({ enum: EMPLOYMENTS }),
    level: text({ enum: LISTING_LEVELS }),
    /** One of the ten roles. */
    role: text(),
    payFrom: integer(),
    payTo: integer(),
    payCurrency: text(),
    payPeriod: text({ enum: PERIODS }),
    /** The middle of the pay, for a year, in its currency: compared only within one. */
    payYearly: integer(),
    postedAt: at().notNull(),
    validUntil: at(),
    /** Sanitised HTML. */
    description: text().notNull(),
    language: text(),
    asks: jsonb().$type<Ask[]>().notNull(),
    /** The skills of `asks`, to filter by. */
    skills: text().array().notNull(),
    /** Made up, for trying the application out. */
    sample: boolean().notNull().default(false),
    hash: text().notNull(),
    foundAt: at().notNull().defaultNow(),
    changedAt: at().notNull().defaultNow(),
    closedAt: at(),
    /** Places, skills and text, without marks of HTML. */
    words: text().notNull(),
  },
  (t) => [
    uniqueIndex("listings_slug").on(t.slug),
    index("listings_identity").on(t.identity),
  ],
);

/**
 * The open listings as they are searched: rows so narrow that thousands are looked at in a few milliseconds. Triggers on `listings` keep it,
 * see migration 0007; nothing else writes here.
 */
export const openListings = pgTable(
  "open_listings",
  {
    listingId: uuid()
      .primaryKey()
      .references(() => listings.id, { onDelete: "cascade" }),
    postedAt: at().notNull(),
    validUntil: at(),
    foundAt: at().notNull(),
    payCurrency: text(),
    payYearly: integer(),
    /** All that filters ask for: "in-pune", "testing", "role:…", "level:…", "remote", "pay", "pay:INR". */
    facets: text().array().notNull(),
    /** Title and company. */
    name: text().notNull(),
    /** Words as they are, of no language: listings come in many. Apart from the row and not compressed: most searches do not look at it. */
    search: tsvector().notNull(),
  },
  (t) => [
    index("open_listings_newest").on(t.postedAt, t.listingId),
    index("open_listings_pay").on(t.payCurrency, t.payYearly, t.listingId).where(sql`${t.payYearly} is not null`),
    index("open_listings_found").on(t.foundAt),
    // Words, filters and spelling in one index, so that it finds what has all that is asked.
    index("open_listings_search").using("gin", t.search, t.facets, t.name.op("gin_trgm_ops")),
  ],
);

/** A listing as one source has it: its address there, and whether it is still there. */
export const postings = pgTable(
  "postings",
  {
    sourceId: source(),
    externalId: text().notNull(),
    listingId: uuid()
      .notNull()
      .references(() => listings.id, { onDelete: "cascade" }),
    url: text(),
    applyUrl: text(),
    hash: text().notNull(),
    /** How many readings in a row did not have it; closed at the second. */
    missing: smallint().notNull().default(0),
    foundAt: at().notNull().defaultNow(),
    closedAt: at(),
  },
  (t) => [primaryKey({ columns: [t.sourceId, t.externalId] }), uniqueIndex("postings_listing").on(t.listingId, t.sourceId)],
);

/** The history of a posting: when it came, went and came back. */
export const postingEvents = pgTable(
  "posting_events",
  {
    sourceId: source(),
    externalId: text().notNull(),
    at: at().notNull().defaultNow(),
    what: text({ enum: ["opened", "closed", "reopened"] }).notNull(),
  },
  (t) => [index("posting_events_of").on(t.sourceId, t.externalId, t.at)],
);

/** A learner's pursuit of one listing. It stays, with title and company, when the listing goes. */
export const applications = pgTable(
  "applications",
  {
    userId: learner(),
    id: uuid().notNull(),
    listingId: uuid().references(() => listings.id, { onDelete: "set null" }),
    title: text().notNull(),
    company: text().notNull(),
    url: text(),
    stage: text({ enum: STAGES }).notNull().default("saved"),
    savedAt: at().notNull().defaultNow(),
    appliedOn: date(),
    notes: text().notNull().default(""),
    contact: text().notNull().default(""),
    nextAction: text().notNull().default(""),
    nextOn: date(),
    changedAt: at().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.id] }), uniqueIndex("applications_listing").on(t.userId, t.listingId)],
);

/** Each change of an application's stage. */
export const applicationStages = pgTable(
  "application_stages",
  { userId: learner(), applicationId: uuid().notNull(), at: at().notNull().defaultNow(), stage: text({ enum: STAGES }).notNull() },
  (t) => [
    index("application_stages_of").on(t.userId, t.applicationId, t.at),
    foreignKey({ name: "application_stages_application", columns: [t.userId, t.applicationId], foreignColumns: [applications.userId, applications.id] }).onDelete("cascade"),
  ],
);

/** A search whose new listings a learner wants to be told about. */
export const savedSearches = pgTable(
  "saved_searches",
  {
    userId: learner(),
    id: uuid().notNull(),
    name: text().notNull(),
    /** The search as it stands in the address of /jobs. */
    query: text().notNull(),
    /** How often a mail tells of it. */
    mail: text({ enum: NEWS_MAILS }).notNull().default("never"),
    savedAt: at().notNull().defaultNow(),
    /** Up to when the person has been told. */
    toldUntil: at().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.id] })],
);

/** How many listings were new in all searches of a learner, when they were last counted: every page shows it, and counting takes a while. */
export const savedSearchNews = pgTable("saved_search_news", { userId: learner().primaryKey(), fresh: smallint().notNull(), countedAt: at().notNull().defaultNow() });

/** Which learners let the instructors of their cohorts see how many applications stand at which stage. */
export const applicationShares = pgTable("application_shares", { userId: learner().primaryKey(), sharedAt: at().notNull().defaultNow() });
