const OF_ADDRESS = { sslmode: "PGSSLMODE", ssl: "PGSSLMODE", sslrootcert: "PGSSLROOTCERT", sslcert: "PGSSLCERT", sslkey: "PGSSLKEY", options: "PGOPTIONS", host: "PGHOST" };

/**
 * What the programs of Postgres read in place of an address: who may list processes must not see the password.
 * @param {Record<string, string | undefined>} env
 */
export function pgEnvironment(databaseUrl, env = process.env) {
  const { hostname, port, username, password, pathname, searchParams } = new URL(databaseUrl);
  const said = {
    PGHOST: decodeURIComponent(hostname).replace(/^\[(.*)\]$/, "$1"),
    PGPORT: port,
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    PGAPPNAME: "milepost",
  };
  for (const [name, variable] of Object.entries(OF_ADDRESS)) if (searchParams.has(name)) said[variable] = searchParams.get(name);
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ""));
  return { ...env, ...trusted(given, env), ...given };
}

// Node checks a certificate by the authorities it brings; libpq by none unless it is told.
function trusted({ PGSSLMODE, PGSSLROOTCERT }, env) {
  if (PGSSLMODE !== "verify-full" || PGSSLROOTCERT || env.PGSSLROOTCERT) return {};
  return { PGSSLROOTCERT: env.NODE_EXTRA_CA_CERTS || "system" };
}
