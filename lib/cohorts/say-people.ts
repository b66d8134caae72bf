const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** "Five people", "13 people", "One person": for the beginning of a sentence. */
export function sayPeople(count: number): string {
  const word = WORDS[count] ?? String(count);
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} ${count === 1 ? "person" : "people"}`;
}
