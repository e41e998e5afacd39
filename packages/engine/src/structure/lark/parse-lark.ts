import { withPlace } from "../grammar/index.ts";
import type { StructureLimits } from "../limits.ts";
import { StructureError } from "../structure-error.ts";
import type { Work } from "../work.ts";
import type { LarkDefinition, LarkExpression, LarkGrammar } from "./syntax.ts";
import { type LarkToken, larkTokens, SPECIAL_TOKENS, type TokenType } from "./tokens.ts";

const OPERATORS: Readonly<Record<string, { readonly min: number; readonly max: number }>> = {
  "?": { min: 0, max: 1 },
  "*": { min: 0, max: Number.POSITIVE_INFINITY },
  "+": { min: 1, max: Number.POSITIVE_INFINITY },
};

export interface LarkLimits {
  readonly limits: StructureLimits;
  /** The work that is left. */
  readonly work: Work;
}

/**
 * Parses a grammar in Lark's notation. Throws {@link StructureError} with the place and what is not supported there.
 */
export function parseLark(source: string, { limits, work }: LarkLimits): LarkGrammar {
  if (source.length > limits.definitionLength) {
    throw new StructureError("lark", "", `the grammar is longer than ${limits.definitionLength} characters`);
  }
  const tokens = larkTokens(source);
  withPlace("lark", "", () => work.spend(tokens.length));
  return new LarkParser(tokens, limits).parse();
}

class LarkParser {
  readonly #tokens: readonly LarkToken[];
  readonly #limits: StructureLimits;
  readonly #definitions: LarkDefinition[] = [];
  readonly #imports = new Map<string, string>();
  readonly #ignored: LarkExpression[] = [];
  #at = 0;
  #nodes = 0;
  #structure = 0;
  #depth = 0;
  /** Levels of nested repetition in the part read last. */
  #repetitions = 0;

  constructor(tokens: readonly LarkToken[], limits: StructureLimits) {
    this.#tokens = tokens;
    this.#limits = limits;
  }

  parse(): LarkGrammar {
    while (this.#at < this.#tokens.length) {
      if (this.#take("newline")) continue;
      if (this.#sees("directive")) this.#directive();
      else this.#definition();
      if (this.#at < this.#tokens.length) this.#expect("newline", "the end of the line");
    }
    return { definitions: this.#definitions, imports: this.#imports, ignored: this.#ignored };
  }

  #directive(): void {
    const { text } = this.#expect("directive", "a directive");
    if (text === "%import") this.#import();
    else if (text === "%ignore") this.#ignored.push(this.#choice());
    else throw this.#fault(`\`${text}\` is not supported: define each rule and terminal by its text, once`);
  }

  /** `%import common.NAME`, `%import common.NAME -> OTHER`, `%import common (NAME, NAME)` */
  #import(): void {
    this.#takeText(".");
    const library = this.#expect("name", "a library's name").text;
    if (library !== "common") {
      throw this.#fault(
        `\`%import\` of ${library}: only \`common\` can be imported; write the others out here`,
      );
    }
    if (this.#takeText("(")) {
      do {
        const { text } = this.#expect("name", "a terminal's name");
        this.#imports.set(text, text);
      } while (this.#takeText(","));
      this.#expectText(")");
      return;
    }
    this.#expectText(".");
    const { text } = this.#expect("name", "a terminal's name");
    const alias = this.#takeText("->") ? this.#expect("name", "a name").text : text;
    this.#imports.set(alias, text);
  }

  #definition(): void {
    // These marks only affect the parse tree, which is not built here.
    while (this.#takeText("?") || this.#takeText("!"));
    const { text: name, place } = this.#expect("name", "a rule's name");
    if (this.#seesText("{"))
      throw this.#fault(
        `the template \`${name}\`: templates are not supported, write a rule for each use of it`,
      );
    if (this.#seesText("["))
      throw this.#fault(`the attributes of \`${name}\` are not supported: leave them out`);
    // Priorities choose between parses, which does not change the texts that match.
    if (this.#takeText(".")) this.#expect("number", "a priority");
    this.#expectText(":");
    this.#definitions.push({ name, place, body: this.#choice() });
  }

  #choice(): LarkExpression {
    if (++this.#depth > this.#limits.depth) {
      throw this.#fault(`groups nested deeper than ${this.#limits.depth} levels`);
    }
    const options = [this.#sequence()];
    while (this.#takeText("|")) {
      this.#countStructure();
      options.push(this.#sequence());
    }
    this.#depth -= 1;
    const [only] = options;
    return only && options.length === 1 ? only : { type: "choice", options };
  }

  #sequence(): LarkExpression {
    const parts: LarkExpression[] = [];
    for (let part = this.#part(); part !== null; part = this.#part()) parts.push(part);
    if (this.#takeText("->")) this.#expect("name", "an alias");
    const [only] = parts;
    return only && parts.length === 1 ? only : { type: "sequence", parts };
  }

  /** Counts groups, alternatives and repetitions, which have the same limit as other parts but a separate count. */
  #countStructure(): void {
    const most = this.#limits.nodes;
    if (++this.#structure > most) {
      throw this.#fault(`more than ${most} groups, alternatives and repetitions`);
    }
  }

  /** Returns null at the end of the sequence. */
  #part(): LarkExpression | null {
    const before = this.#repetitions;
    this.#repetitions = 0;
    let part = this.#atom();
    for (let counts = part && this.#repetition(); part && counts; counts = this.#repetition()) {
      this.#countStructure();
      if (++this.#repetitions > this.#limits.depth) {
        throw this.#fault(`more than ${this.#limits.depth} repetitions of one part`);
      }
      part = { type: "repeat", of: part, ...counts };
    }
    this.#repetitions = Math.max(before, this.#repetitions);
    return part;
  }

  #repetition(): { readonly min: number; readonly max: number } | null {
    const operator = OPERATORS[this.#text()];
    if (operator) {
      this.#at += 1;
      return operator;
    }
    if (this.#seesBracedCount()) return this.#bracedCount();
    if (!this.#takeText("~")) return null;
    const min = this.#count();
    const max = this.#takeText("..") ? this.#count() : min;
    if (max < min) throw this.#fault("a repetition whose limits are reversed");
    return { min, max };
  }

  /** LLGuidance's counts: `{3}`, `{2,}`, `{,4}`, `{2,4}`. Braces with other content belong to a template. */
  #seesBracedCount(): boolean {
    const next = this.#tokens[this.#at + 1];
    return this.#seesText("{") && (next?.type === "number" || next?.text === ",");
  }

  #bracedCount(): { readonly min: number; readonly max: number } {
    this.#expectText("{");
    const min = this.#sees("number") ? this.#count() : 0;
    const isRange = this.#takeText(",");
    const max = !isRange ? min : this.#sees("number") ? this.#count() : Number.POSITIVE_INFINITY;
    this.#expectText("}");
    if (max < min) throw this.#fault("a repetition whose limits are reversed");
    return { min, max };
  }

  #count(): number {
    const count = Number(this.#expect("number", "a number").text);
    if (count < 0 || count > this.#limits.repetition) {
      throw this.#fault(`a repetition must be between 0 and ${this.#limits.repetition}`);
    }
    return count;
  }

  #atom(): LarkExpression | null {
    const token = this.#tokens[this.#at];
    if (!token) return null;
    if (token.text === "(" || token.text === "[") return this.#group();
    if (token.text === "<") throw this.#fault(SPECIAL_TOKENS);
    if (token.type === "directive")
      throw this.#fault(`\`${token.text}\` within a rule is not supported: write what it says as rules`);
    if (token.type !== "name" && token.type !== "string" && token.type !== "regexp") return null;
    if (++this.#nodes > this.#limits.nodes) throw this.#fault(`more than ${this.#limits.nodes} parts`);
    this.#at += 1;
    if (token.type === "regexp") return this.#regexp(token);
    if (token.type === "string") return this.#string(token);
    if (this.#seesText("{") && !this.#seesBracedCount())
      throw this.#fault(
        `the template \`${token.text}\`: templates are not supported; write a rule for each use`,
      );
    return { type: "name", name: token.text, place: token.place };
  }

  #group(): LarkExpression {
    this.#countStructure();
    const isOptional = this.#takeText("[");
    if (!isOptional) this.#expectText("(");
    const inner = this.#choice();
    this.#expectText(isOptional ? "]" : ")");
    return isOptional ? { type: "repeat", of: inner, min: 0, max: 1 } : inner;
  }

  #string(token: LarkToken): LarkExpression {
    const { text, ignoreCase } = this.#literal(token);
    if (!this.#takeText("..")) return { type: "string", text, ignoreCase };
    const last = this.#literal(this.#expect("string", "the end of a range")).text;
    return { type: "range", first: text, last, place: token.place };
  }

  #literal({ text, place }: LarkToken): { text: string; ignoreCase: boolean } {
    const ignoreCase = text.endsWith("i");
    if (ignoreCase) this.#nodes += text.length;
    if (this.#nodes > this.#limits.nodes) throw this.#fault(`more than ${this.#limits.nodes} parts`);
    const body = text.slice(1, ignoreCase ? -2 : -1);
    return { text: unescaped(body, place), ignoreCase };
  }

  #regexp({ text, place }: LarkToken): LarkExpression {
    const end = text.lastIndexOf("/");
    return { type: "regexp", source: text.slice(1, end), flags: text.slice(end + 1), place };
  }

  #text(): string {
    const token = this.#tokens[this.#at];
    return token?.type === "operator" ? token.text : "";
  }

  #sees(type: TokenType): boolean {
    return this.#tokens[this.#at]?.type === type;
  }

  #seesText(text: string): boolean {
    return this.#text() === text;
  }

  #take(type: TokenType): boolean {
    const seen = this.#sees(type);
    if (seen) this.#at += 1;
    return seen;
  }

  #takeText(text: string): boolean {
    const seen = this.#seesText(text);
    if (seen) this.#at += 1;
    return seen;
  }

  #expect(type: TokenType, what: string): LarkToken {
    const token = this.#tokens[this.#at];
    if (token?.type !== type) throw this.#fault(`expected ${what}, found ${this.#found()}`);
    this.#at += 1;
    return token;
  }

  #expectText(text: string): void {
    if (!this.#takeText(text)) throw this.#fault(`expected \`${text}\`, found ${this.#found()}`);
  }

  #found(): string {
    const token = this.#tokens[this.#at];
    if (!token) return "the end";
    return token.type === "newline" ? "the end of the line" : `\`${token.text}\``;
  }

  #fault(reason: string): StructureError {
    const { place } = this.#tokens[Math.min(this.#at, this.#tokens.length - 1)] ?? {
      place: "line 1, column 1",
    };
    return new StructureError("lark", place, reason);
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  f: "\f",
  v: "\v",
  b: "\b",
  "0": "\0",
};

function unescaped(body: string, place: string): string {
  return body.replace(/\\(x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|.)/gs, (_, code: string) => {
    if (code.length > 1) {
      const point = Number.parseInt(code.slice(1), 16);
      if (point > 0x10ffff) throw new StructureError("lark", place, `there is no character \\${code}`);
      return String.fromCodePoint(point);
    }
    return ESCAPES[code] ?? code;
  });
}
