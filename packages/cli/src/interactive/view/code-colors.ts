import { type ColoredCode, type Colorer, loadColorer, type Token } from "@flint/client";
import type { Span, Theme } from "../../paint/index.ts";

/** Pieces of added code whose colours are kept. */
const MAX_SNIPPETS = 64;

/** Colours of the code that is shown. Grammars are loaded at their first use; until then code has no colours. */
export class CodeColors {
  readonly #theme: Theme;
  readonly #loaded: () => void;
  readonly #colorers = new Map<string, Colorer | null>();
  #whole: {
    readonly language: string;
    readonly code: string;
    readonly colored: ColoredCode | null;
    readonly read: (readonly Token[])[];
  } | null = null;
  readonly #snippets = new Map<string, readonly (readonly Token[])[]>();

  /** `loaded` is called when there are colours that there were not before. */
  constructor(theme: Theme, loaded: () => void) {
    this.#theme = theme;
    this.#loaded = loaded;
  }

  /** The tokens of lines of a whole file, counted from 1; each line is read once. */
  lines(language: string | null, code: string, from: number, to: number): readonly (readonly Token[])[] {
    const colorer = this.#colorer(language);
    if (colorer === null || language === null) return [];
    if (this.#whole?.code !== code || this.#whole.language !== language) {
      this.#whole?.colored?.release();
      this.#whole = { language, code, colored: colorer(code.replace(/^\uFEFF/, "")), read: [] };
    }
    const { colored, read } = this.#whole;
    let next = from;
    while (next <= to && read[next] !== undefined) next++;
    if (next <= to)
      for (const [n, tokens] of (colored?.tokens(next - 1, to) ?? []).entries()) read[next + n] = tokens;
    return Array.from({ length: to - from + 1 }, (_, n) => read[from + n] ?? []);
  }

  /** The tokens of lines that belong together and are no whole file. */
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

  /** A line of code as spans in its colours. */
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
      // Colours are an extra: without its grammar, code is shown as it is.
      () => {},
    );
    return null;
  }
}
