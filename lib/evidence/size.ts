/** Of one file: 1 MB. */
export const MOST_BYTES = 1_048_576;

/** "842 KB". */
export function saySize(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < MOST_BYTES ? `${Math.max(1, Math.round(bytes / 1024))} KB` : "1 MB";
}
