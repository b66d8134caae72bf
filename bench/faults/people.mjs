import { createHash, randomBytes } from "node:crypto";
import { encode } from "next-auth/jwt";
import { uuidv7 } from "uuidv7";
import { ACCOUNTS, DEVICES } from "./generator.mjs";

/** Makes the accounts and a signed-in session for each of their devices: one owner and cookie per client. */
export async function addPeople(sql, secret, { accounts = ACCOUNTS, devices = DEVICES } = {}) {
  const clients = [];
  for (let account = 0; account < accounts; account += 1) {
    const owner = uuidv7();
    await sql`insert into users (id, name, email) values (${owner}, ${`Fault ${account}`}, ${`${owner}@faults.example`})`;
    for (let device = 0; device < devices; device += 1) {
      const sid = randomBytes(32).toString("base64url");
      const idHash = createHash("sha256").update(sid).digest("hex");
      await sql`insert into sessions (id_hash, user_id) values (${idHash}, ${owner})`;
      clients.push({ name: `${account}.${device}`, owner, cookie: `milepost-session=${await encode({ token: { sid }, secret })}` });
    }
  }
  return clients;
}
