/** Of a longer text the beginning is enough; in fewer letters than the least, names of tools outweigh the language. */
const MOST_CHARACTERS = 600;
const LEAST_LETTERS = 40;

export type FindsLanguage = (text: string) => string | null;

/**
 * Finds out in which language a text is written: an ISO 639-1 code, or null where that is not clear. Loaded where it is needed first:
 * what it knows of 60 languages takes 60 MB.
 */
export async function loadLanguages(): Promise<FindsLanguage> {
  const { eld } = await import("eld/extrasmall");
  return (text) => {
    const beginning = text.slice(0, MOST_CHARACTERS);
    if ((beginning.match(/\p{L}/gu)?.length ?? 0) < LEAST_LETTERS) return null;
    const found = eld.detect(beginning);
    return found.language !== "" && found.isReliable() ? found.language : null;
  };
}
