import type * as t from "@babel/types";
import MagicString, { MagicStringError } from "magic-string";
import { type Bindings, resolveBindings } from "./bindings.ts";
import { type Language, parsePiece, parses } from "./parse.ts";
import { children, type FunctionNode, isFunction, type Node, type NodeOf } from "./tree.ts";

/** Changes of a sample's text. If nested ranges are changed, the draft is tangled and has no effect. */
export class Draft extends MagicString {
  hasOverlap = false;

  override update(start: number, end: number, content: string): this {
    return this.#markOverlap(() => super.update(start, end, content));
  }

  override remove(start: number, end: number): this {
    return this.#markOverlap(() => super.remove(start, end));
  }

  override appendLeft(index: number, content: string): this {
    return this.#markOverlap(() => super.appendLeft(index, content));
  }

  override appendRight(index: number, content: string): this {
    return this.#markOverlap(() => super.appendRight(index, content));
  }

  #markOverlap(change: () => unknown): this {
    try {
      change();
    } catch (error) {
      if (!(error instanceof MagicStringError)) throw error;
      this.hasOverlap = true;
    }
    return this;
  }
}

/** The code's style, which added code follows. */
export interface Style {
  /** One level of indentation. */
  readonly indent: string;
  readonly quote: '"' | "'";
  /** `;` or empty. */
  readonly semi: string;
}

/** The function that a piece of code consists of. */
export interface Main {
  readonly name: string;
  readonly fn: FunctionNode;
  /** The statement or class member that contains it. */
  readonly outer: Node;
}

/** A piece of code, parsed once, with queries for families. Positions are those in `text`. */
export class Sample {
  readonly code: string;
  readonly language: Language;
  /** The code inside the wrapper that makes it a program; mostly the code itself. */
  readonly text: string;
  readonly program: t.Program;
  readonly isMethod: boolean;
  readonly #offset: number;
  readonly #byType = new Map<Node["type"], Node[]>();
  readonly #parents = new Map<Node, Node>();
  #bindings: Bindings | undefined;
  #main: Main | undefined | null = null;
  #style: Style | undefined;

  private constructor(code: string, language: Language, text: string, offset: number, file: t.File) {
    this.code = code;
    this.language = language;
    this.text = text;
    this.#offset = offset;
    this.isMethod = offset > 0;
    this.program = file.program;
    this.#index(file.program);
  }

  /** Parses a piece of code. Returns undefined if it is not in the language. */
  static of(code: string, language: Language): Sample | undefined {
    const parsed = parsePiece(code, language);
    return parsed && new Sample(code, language, parsed.text, parsed.offset, parsed.file);
  }

  get isTyped(): boolean {
    return this.language === "ts" || this.language === "tsx";
  }

  /** Returns the nodes of a type, in the order of a traversal from the top. */
  all<Type extends Node["type"]>(type: Type): readonly NodeOf<Type>[] {
    return (this.#byType.get(type) ?? []) as unknown as readonly NodeOf<Type>[];
  }

  has(type: Node["type"]): boolean {
    return this.#byType.has(type);
  }

  parent(node: Node): Node | undefined {
    return this.#parents.get(node);
  }

  /** Returns the innermost ancestor of `node` for which `test` holds. */
  around(node: Node, test: (candidate: Node) => boolean): Node | undefined {
    let candidate = this.parent(node);
    while (candidate !== undefined && !test(candidate)) candidate = this.parent(candidate);
    return candidate;
  }

  functionOf(node: Node): FunctionNode | undefined {
    return this.around(node, isFunction) as FunctionNode | undefined;
  }

  isWithin(node: Node, ancestor: Node): boolean {
    return from(node) >= from(ancestor) && to(node) <= to(ancestor);
  }

  source(node: Node): string {
    return this.text.slice(from(node), to(node));
  }

  /** Returns a node's text with the parentheses around it, if any. */
  sourceInParentheses(node: Node): string {
    return this.text.slice(outerFrom(node), outerTo(this.text, node));
  }

  get bindings(): Bindings {
    this.#bindings ??= resolveBindings(this.program);
    return this.#bindings;
  }

  /** The one function that the piece consists of, if any. */
  get main(): Main | undefined {
    if (this.#main === null) this.#main = findMain(this.program, this.isMethod);
    return this.#main;
  }

  get style(): Style {
    this.#style ??= readStyle(this.code);
    return this.#style;
  }

  /** Whether the word occurs anywhere, including strings and comments. */
  mentions(word: string): boolean {
    return mentions(this.code, word);
  }

  draft(): Draft {
    return new Draft(this.text);
  }

  /** Returns a draft's result without the wrapper, or the original code if the draft is tangled. */
  finish(draft: Draft): string {
    if (draft.hasOverlap) return this.code;
    const text = draft.toString();
    return this.isMethod ? text.slice(this.#offset, -"\n}".length) : text;
  }

  /** Whether `code` parses in this language, by default the sample's. */
  accepts(code: string, language: Language = this.language): boolean {
    return parses(code, language);
  }

  /** Returns the indentation of the line at `position`. */
  indentAt(position: number): string {
    const start = this.lineStart(position);
    return /^[ \t]*/.exec(this.text.slice(start, position))?.[0] ?? "";
  }

  lineStart(position: number): number {
    return Math.max(
      this.text.lastIndexOf("\n", position - 1) + 1,
      position >= this.#offset ? this.#offset : 0,
    );
  }

  lineEnd(position: number): number {
    const end = this.text.indexOf("\n", position);
    return end < 0 ? this.text.length : end;
  }

  /** Whether a node's lines contain nothing else, not even a comment after it. */
  isAlone(node: Node): boolean {
    return (
      this.text.slice(this.lineStart(from(node)), from(node)).trim() === "" &&
      this.text.slice(to(node), this.lineEnd(to(node))).trim() === ""
    );
  }

  isOneLine(node: Node): boolean {
    return !this.source(node).includes("\n");
  }

  #index(node: Node): void {
    const same = this.#byType.get(node.type);
    if (same) same.push(node);
    else this.#byType.set(node.type, [node]);
    children(node, (child) => {
      this.#parents.set(child, node);
      this.#index(child);
    });
  }
}

export function from(node: Node): number {
  return node.start ?? 0;
}

export function to(node: Node): number {
  return node.end ?? 0;
}

/** Returns where a node begins, including its opening parenthesis. */
export function outerFrom(node: Node): number {
  return typeof node.extra?.["parenStart"] === "number" ? node.extra["parenStart"] : from(node);
}

/** Returns where a node ends, including its closing parenthesis. */
export function outerTo(text: string, node: Node): number {
  return node.extra?.["parenthesized"] ? text.indexOf(")", to(node)) + 1 : to(node);
}

export function mentions(code: string, word: string): boolean {
  let at = code.indexOf(word);
  while (at >= 0) {
    if (!isWord(code[at - 1]) && !isWord(code[at + word.length])) return true;
    at = code.indexOf(word, at + 1);
  }
  return false;
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\w$]/.test(character);
}

function findMain(program: t.Program, isMethod: boolean): Main | undefined {
  const only = program.body.length === 1 ? program.body[0] : undefined;
  if (only === undefined) return undefined;
  if (isMethod) {
    const members = only.type === "ClassDeclaration" ? only.body.body : [];
    const member = members.length === 1 ? members[0] : undefined;
    if (member?.type !== "ClassMethod" || member.key.type !== "Identifier") return undefined;
    return { name: member.key.name, fn: member, outer: member };
  }
  const statement =
    (only.type === "ExportNamedDeclaration" || only.type === "ExportDefaultDeclaration") && only.declaration
      ? only.declaration
      : only;
  if (statement.type === "FunctionDeclaration" && statement.id)
    return { name: statement.id.name, fn: statement, outer: only };
  if (statement.type === "VariableDeclaration" && statement.declarations.length === 1) {
    const [one] = statement.declarations;
    if (one?.id.type === "Identifier" && isFunction(one.init))
      return { name: one.id.name, fn: one.init, outer: only };
  }
  if (statement.type === "ExpressionStatement" && statement.expression.type === "AssignmentExpression") {
    const { left, right } = statement.expression;
    if (
      left.type === "MemberExpression" &&
      left.property.type === "Identifier" &&
      !left.computed &&
      isFunction(right)
    )
      return { name: left.property.name, fn: right, outer: only };
  }
  return undefined;
}

function readStyle(code: string): Style {
  const indents = [...code.matchAll(/\n([ \t]+)\S/g)]
    .map((match) => match[1] ?? "")
    .filter((one) => one !== " ");
  const smallest = indents.reduce(
    (least, one) => (one.length < least.length ? one : least),
    indents[0] ?? "  ",
  );
  const indent = smallest.startsWith("\t") ? "\t" : smallest.length > 8 ? "  " : smallest;
  const single = code.split("'").length;
  const double = code.split('"').length;
  const ended = code.match(/[^\s{},;[(]\n/g)?.length ?? 0;
  const semicolons = code.match(/;[ \t]*(?:\/\/[^\n]*)?(\n|$|\})/g)?.length ?? 0;
  return {
    indent,
    quote: single > double ? "'" : '"',
    semi: semicolons > 0 || ended < 2 || !code.includes("\n") ? ";" : "",
  };
}
