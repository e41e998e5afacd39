import { BYTE_OF, cutIntoPieces, toByteCharacters } from "./pieces.ts";

/** The first tokens. Their order is part of the format: the trainer and the GGUF depend on it. */
export const SPECIAL_TOKENS = [
  "<|end|>",
  "<|user|>",
  "<|code|>",
  "<|assistant|>",
  "<|pad|>",
  "<|unsure|>",
  "<|at|>",
  "<|reserved|>",
] as const;

export type SpecialToken = (typeof SPECIAL_TOKENS)[number];

export interface TokenizerFile {
  readonly tokens: readonly string[];
  /** In the order in which they are applied. */
  readonly merges: readonly (readonly [string, string])[];
}

const MOST_CACHED = 300_000;

/** A byte-level BPE tokenizer whose tokens equal llama.cpp's for the same merges. */
export class Tokenizer {
  readonly #tokens: readonly string[];
  readonly #ids: ReadonlyMap<string, number>;
  readonly #ranks: ReadonlyMap<string, number>;
  readonly #cache = new Map<string, readonly number[]>();

  constructor({ tokens, merges }: TokenizerFile) {
    this.#tokens = tokens;
    this.#ids = new Map(tokens.map((token, id) => [token, id]));
    this.#ranks = new Map(merges.map(([left, right], rank) => [`${left} ${right}`, rank]));
  }

  get size(): number {
    return this.#tokens.length;
  }

  /** Tokenizes text. Special tokens in it are treated as plain text. */
  encode(text: string): number[] {
    const ids: number[] = [];
    for (const piece of cutIntoPieces(text)) for (const id of this.#encodePiece(piece)) ids.push(id);
    return ids;
  }

  special(token: SpecialToken): number {
    return SPECIAL_TOKENS.indexOf(token);
  }

  /** Returns the text of tokens, without special ones. */
  decode(ids: Iterable<number>): string {
    const bytes: number[] = [];
    for (const id of ids) {
      if (id < SPECIAL_TOKENS.length) continue;
      for (const character of this.#tokens[id] ?? "") bytes.push(BYTE_OF.get(character) as number);
    }
    return Buffer.from(bytes).toString("utf8");
  }

  #encodePiece(piece: string): readonly number[] {
    const known = this.#cache.get(piece);
    if (known) return known;
    const parts = toByteCharacters(piece);
    for (;;) {
      let best = -1;
      let least = Number.POSITIVE_INFINITY;
      for (let i = 0; i + 1 < parts.length; i++) {
        const rank = this.#ranks.get(`${parts[i]} ${parts[i + 1]}`);
        if (rank !== undefined && rank < least) {
          least = rank;
          best = i;
        }
      }
      if (best < 0) break;
      parts.splice(best, 2, `${parts[best]}${parts[best + 1]}`);
    }
    const ids = parts.map((part) => this.#ids.get(part) as number);
    if (this.#cache.size < MOST_CACHED) this.#cache.set(piece, ids);
    return ids;
  }
}
