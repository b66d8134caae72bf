/** Of one file: 1 MB. */
export const MOST_BYTES = 1_048_576;

/** "842 KB". */
export function saySize(bytes: number): string {
  if (bytes < 1024) return bytes === 1 ? "1 byte" : `${bytes} bytes`;
  const kilobytes = Math.round(bytes / 1024);
  return kilobytes < 1024 ? `${kilobytes} KB` : "1 MB";
}
