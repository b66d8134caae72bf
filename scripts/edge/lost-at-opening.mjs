/**
 * Whether this is the driver's own question about types, which it asks on every new connection and whose failure it gives to nobody: Postgres
 * went away just then. What waited for that connection hears so by itself, or gets another one.
 */
export const isLostAtOpening = (reason) => reason instanceof Error && typeof reason.query === "string" && reason.query.includes("pg_catalog.pg_type");
