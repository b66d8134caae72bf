import { expect, test } from "vitest";
import { pgEnvironment } from "./pg-environment.mjs";

test("an address becomes what libpq reads", () => {
  expect(pgEnvironment(`postgres://mile%40post:${encodeURIComponent("s/cret")}@db.example.org:6432/mile%20post`, { PATH: "/bin" })).toEqual({
    PATH: "/bin",
    PGHOST: "db.example.org",
    PGPORT: "6432",
    PGUSER: "mile@post",
    PGPASSWORD: "s/cret",
    PGDATABASE: "mile post",
    PGAPPNAME: "milepost",
  });
});

test("what the address leaves open is left as it is set outside", () => {
  expect(pgEnvironment("postgres://[::1]/milepost", { PGPASSFILE: "/safe", PGUSER: "me" })).toMatchObject({ PGHOST: "::1", PGPASSFILE: "/safe", PGUSER: "me" });
});

test("a certificate that Node checks is checked by libpq too", () => {
  const address = "postgres://m@db.example.org/m?sslmode=verify-full";
  expect(pgEnvironment(address, {})).toMatchObject({ PGSSLMODE: "verify-full", PGSSLROOTCERT: "system" });
  expect(pgEnvironment(address, { NODE_EXTRA_CA_CERTS: "/own.pem" })).toMatchObject({ PGSSLROOTCERT: "/own.pem" });
  expect(pgEnvironment(address, { PGSSLROOTCERT: "/mine.pem" })).toMatchObject({ PGSSLROOTCERT: "/mine.pem" });
  expect(pgEnvironment("postgres://m@db/m?sslmode=require", {})).not.toHaveProperty("PGSSLROOTCERT");
});
