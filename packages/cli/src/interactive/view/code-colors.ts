import { type ColoredCode, type Colorer, loadColorer, type Token } from "@flint/client";
import type { Span, Theme } from "../../paint/index.ts";

/** Number of snippets of added code whose tokens are cached. */
const MAX_SNIPPETS = 64;

/** Highlights code. Grammars are loaded at first use; until then code is shown without colours. */
export class CodeColors {
  readonly #theme: Theme;
  readonly #loaded: () => void;
  readonly #colorers = new Map<string, Colorer | null>();
  #file: {
    readonly language: string;
    readonly code: string;
    readonly colored: ColoredCode | null;
    readonly read: (readonly Token[])[];
  } | null = null;
  readonly #snippets = new Map<string, readonly (readonly Token[])[]>();

  /** `loaded` is called when a grammar has been loaded. */
  constructor(theme: Theme, loaded: () => void) {
    this.#theme = theme;
    this.#loaded = loaded;
  }

  /** Returns the tokens of a file's lines, 1-based. Each line is tokenized once. */
  lines(language: string | null, code: string, from: number, to: number): readonly (readonly Token[])[] {
    const colorer = this.#colorer(language);
    if (colorer === null || language === null) return [];
    if (this.#file?.code !== code || this.#file.language !== language) {
      this.#file?.colored?.release();
      this.#file = { language, code, colored: colorer(code.replace(/^\uFEFF/, "")), read: [] };
    }
    const { colored, read } = this.#file;
    let next = from;
    while (next <= to && read[next] !== undefined) next++;
    if (next <= to)
      for (const [n, tokens] of (colored?.tokens(next - 1, to) ?? []).entries()) read[next + n] = tokens;
    return Array.from({ length: to - from + 1 }, (_, n) => read[from + n] ?? []);
  }

  /** Returns the tokens of consecutive lines that are not a whole file. */
  snippet(language: string | null, lines: readonly string[]): readonly (readonly Token[])[] {
    const colorer = this.#colorer(language);
    if (colorer === null) return [];
    const code = lines.join("\n");
    const key = `${language} ${code}`;
    const known = this.#snippets.get(key);
    if (known !== undefined) return known;
    const colored = colorer(code);
    const tokens = colored?.tokens(0, lines.length) ?? [];
    colored?.release();
    if (this.#snippets.size >= MAX_SNIPPETS) this.#snippets.clear();
    this.#snippets.set(key, tokens);
    return tokens;
  }

  /** Splits a line of code into coloured spans. */
  spans(line: string, tokens: readonly Token[] = []): Span[] {
    const spans: Span[] = [];
    let at = 0;
    for (const { kind, start, end } of tokens) {
      if (start < at || end > line.length) continue;
      if (start > at) spans.push({ text: line.slice(at, start) });
      spans.push({ text: line.slice(start, end), paint: this.#theme.code[kind] });
      at = end;
    }
    if (at < line.length) spans.push({ text: line.slice(at) });
    return spans;
  }

  #colorer(language: string | null): Colorer | null {
    if (language === null) return null;
    const known = this.#colorers.get(language);
    if (known !== undefined) return known;
    this.#colorers.set(language, null);
    loadColorer(language).then(
      (colorer) => {
        this.#colorers.set(language, colorer);
        if (colorer !== null) this.#loaded();
      },
      // If the grammar fails to load, code is shown without colours.
      () => {},
    );
    return null;
  }
}
