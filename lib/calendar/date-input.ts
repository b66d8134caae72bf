import { z } from "zod";

const ofThisCentury = (value: string) => value >= "2000" && value < "2100";

/** Years that a calendar has and a database does not are no days here. */
export const day = z.iso.date("Choose a day.").refine(ofThisCentury, "Choose a day of this century.");

/** A moment that a page of ours named. */
export const moment = z.iso.datetime().refine(ofThisCentury).transform((value) => new Date(value));
