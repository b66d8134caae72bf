import { createHash, randomBytes } from "node:crypto";
import postgres from "postgres";

/** A token with which the first admin is claimed, replacing an earlier one; null when there is an admin. */
export async function offerAdminClaim(url) {
  const token = randomBytes(24).toString("base64url");
  const hash = createHash("sha256").update(token).digest("hex");
  const sql = postgres(url, { max: 1, onnotice() {} });
  try {
    const [offered] = await sql`
      update installation set admin_claim_hash = ${hash}
      where id = 1 and not exists (select from users where admin)
      returning id`;
    return offered ? token : null;
  } finally {
    await sql.end();
  }
}
