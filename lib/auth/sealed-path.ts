import "server-only";
import { decode, encode } from "next-auth/jwt";
import { env } from "@/lib/env";
import { returnPath } from "./return-path";

const under = { secret: env.AUTH_SECRET, salt: "where to go after signing up" };
/** As long as a mail may wait, and its link is good. */
const SECONDS = 25 * 60 * 60;

/** A path as it may lie in the database: it can hold the code of an invitation, of which a copy of the database must not tell. */
export function sealPath(path: string): Promise<string> {
  return encode({ ...under, token: { path }, maxAge: SECONDS });
}

/** The path that was sealed; /home when it cannot be opened any more. */
export async function openPath(sealed: string): Promise<string> {
  try {
    return returnPath((await decode({ ...under, token: sealed }))?.path);
  } catch {
    return "/home";
  }
}
