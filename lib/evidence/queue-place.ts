import { moment as momentInput } from "@/lib/calendar/date-input";
import { isUuid } from "@/lib/typed-text";

type Place = { handedInAt: Date; submissionId: string };

/** Where a page of the queue goes on from, as it stands in the address. */
export function writeQueuePlace({ handedInAt, submissionId }: Place): string {
  return `${handedInAt.toISOString()}_${submissionId}`;
}

/** Undefined, the beginning, for anything else. */
export function readQueuePlace(value: unknown): Place | undefined {
  const [moment = "", submissionId] = typeof value === "string" ? value.split("_") : [];
  const handedInAt = momentInput.safeParse(moment);
  return isUuid(submissionId) && handedInAt.success ? { handedInAt: handedInAt.data, submissionId } : undefined;
}
