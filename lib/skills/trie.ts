import { tokensOf, type Token } from "./tokens";

type Node<T> = { next: Map<string, Node<T>>; value: T | null };

/** `first` and `last` are places in the list of tokens. */
export type Hit<T> = { value: T; first: number; last: number };

/** Phrases of whole words; a phrase that is added again keeps its first value. */
export class Trie<T> {
  readonly #root: Node<T> = { next: new Map(), value: null };
  readonly #words = new Set<string>();

  add(phrase: string, value: T): void {
    let node = this.#root;
    for (const { key } of tokensOf(phrase, () => true)) {
      this.#words.add(key);
      let next = node.next.get(key);
      if (!next) node.next.set(key, (next = { next: new Map(), value: null }));
      node = next;
    }
    node.value ??= value;
  }

  knows = (key: string): boolean => this.#words.has(key);

  /** The longest phrase that begins at this token. */
  at(tokens: readonly Token[], first: number): Hit<T> | null {
    let node: Node<T> | undefined = this.#root;
    let value: T | null = null;
    let last = first;
    for (let index = first; index < tokens.length; index += 1) {
      const token = tokens[index];
      if (!token || token.inert || (index > first && (!token.joined || token.opens))) break;
      node = step(node, token.key);
      if (!node) break;
      if (node.value !== null) {
        value = node.value;
        last = index;
      }
    }
    return value === null ? null : { value, first, last };
  }
}

/** As it is written, without the "s" of a plural, or without the digits of a version ("Java17"). */
function step<T>({ next }: Node<T>, key: string): Node<T> | undefined {
  const exact = next.get(key);
  if (exact || key.length < 4) return exact;
  const code = key.charCodeAt(key.length - 1);
  if (code === 115) return next.get(key.slice(0, -1));
  if (code >= 48 && code <= 57) return next.get(key.replace(/[\d.]+$/, ""));
  return undefined;
}
