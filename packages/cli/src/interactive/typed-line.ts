/** What a key did while the model writes. */
export type KeyEffect =
  | { readonly type: "changed" }
  | { readonly type: "submit"; readonly text: string }
  | { readonly type: "interrupt" }
  | { readonly type: "quit" };

const ESCAPE = "\x1b";
const MAX_LENGTH = 2000;

/**
 * The line that a person types while the model writes. A terminal sends a key's escape sequence in one piece,
 * so a lone escape character is the Escape key, at once and without a wait for more.
 */
export class TypedLine {
  #text = "";

  get text(): string {
    return this.#text;
  }

  /** Takes one chunk as it came from the terminal. */
  type(chunk: string): KeyEffect[] {
    if (chunk === ESCAPE) return [{ type: "interrupt" }];
    const effects: KeyEffect[] = [];
    for (const char of withoutSequences(chunk)) {
      const effect = this.#take(char);
      if (effect !== null) effects.push(effect);
    }
    return effects;
  }

  #take(char: string): KeyEffect | null {
    switch (char) {
      case "\x03":
      case "\x04":
        return { type: "quit" };
      case ESCAPE:
        return { type: "interrupt" };
      case "\r":
      case "\n":
        return this.#submit();
      case "\x7f":
      case "\b":
        return this.#set([...this.#text].slice(0, -1).join(""));
      case "\x15":
        return this.#set("");
      case "\x17":
        return this.#set(this.#text.replace(/\S*\s*$/, ""));
    }
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x20 || (code >= 0x7f && code < 0xa0) || this.#text.length >= MAX_LENGTH) return null;
    return this.#set(this.#text + char);
  }

  #set(text: string): KeyEffect {
    this.#text = text;
    return { type: "changed" };
  }

  #submit(): KeyEffect | null {
    const text = this.#text.trim();
    if (text === "") return null;
    this.#text = "";
    return { type: "submit", text };
  }
}

/** Arrow keys, function keys and the marks around pasted text do nothing here. */
function withoutSequences(chunk: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one.
  return chunk.replace(/\x1b(?:\[[\d;?]*[ -/]*[@-~]|O[ -~])/g, "");
}
