import type { Format } from "@/lib/jobs/words";
import { ashby } from "./ashby";
import { csv } from "./csv";
import type { JobFormat } from "./format";
import { greenhouse } from "./greenhouse";
import { json } from "./json";
import { jsonLd } from "./json-ld";
import { lever } from "./lever";
import { personio } from "./personio";
import { pinpoint } from "./pinpoint";
import { recruitee } from "./recruitee";
import { rss } from "./rss";
import { smartrecruiters } from "./smartrecruiters";
import { solidjobs } from "./solidjobs";
import { teamtailor } from "./teamtailor";
import { workable } from "./workable";

/** A new format is its file, its test and its line here; null is typed in, and nothing is read. */
export const formats: Record<Format, JobFormat | null> = {
  greenhouse,
  lever,
  ashby,
  workable,
  smartrecruiters,
  recruitee,
  personio,
  teamtailor,
  pinpoint,
  solidjobs,
  rss,
  "json-ld": jsonLd,
  csv,
  json,
  "by-hand": null,
};
