/** Every prerendered page in one file: compressed together they are an eighth of what they are one by one. */
export type KeptPages = Record<string, { html: string; /** Hashes of its inline scripts, for its policy. */ scripts: string[] }>;
