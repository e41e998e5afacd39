import { createHash } from "node:crypto";
import type * as t from "@babel/types";
import {
  children,
  from,
  isFunction,
  type Language,
  type Node,
  parseFile,
  parses,
  reindent,
  to,
} from "../syntax/index.ts";

/** A piece of code as a user would select it: without indentation, in the language that it parses as. */
export interface Snippet {
  readonly language: Language;
  readonly code: string;
}

export interface ExtractedSnippet extends Snippet {
  /** Equal for pieces that differ only in white space, comments, quotes and semicolons. */
  readonly fingerprint: string;
}

const MOST_LINES = 60;
const MOST_CHARACTERS = 2_400;
const LEAST_CHARACTERS = 40;
const LONGEST_LINE = 140;
const MOST_COMMENT_LINES = 10;
/** Largest group of adjacent statements, and the maximum size of its text. */
const MOST_STATEMENTS = 5;
const MOST_GROUP_LINES = 30;

/** Traces of compiled code, which nobody writes or asks to edit. */
const COMPILED =
  /\b_this\d?\b|__awaiter|__generator|_classCallCheck|_createClass|tslib|_interopRequire|_asyncToGenerator|regeneratorRuntime|__spreadArray|__read\(|__values\(|_objectSpread|_extends\(|babelHelpers|ɵ|__webpack|\b_jsxs?\(|_jsx\)|__assign|__rest\(|__decorate|__privateGet|__publicField|\(_[a-z]\d? = |\bvar _[a-z]\d?[,;]|_c\d+ = |\$\$typeof|sourceMappingURL|@__PURE__|\(0, \w+\.|\bvoid 0\b|_default\b|\w_1\.|\/\*#/;
const LEGAL = /copyright|licen[sc]e|@preserve/i;

/** Returns the functions, methods, classes and groups of statements in a file. */
export function extractSnippets(text: string, language: Language): ExtractedSnippet[] {
  const file = parseFile(text, language);
  if (file === undefined) return [];
  const comments = file.comments ?? [];
  const found: ExtractedSnippet[] = [];

  const addSnippet = (start: number, end: number): void => {
    const lineStart = text.lastIndexOf("\n", start - 1) + 1;
    const indent = text.slice(lineStart, start);
    if (indent.trim() !== "") return;
    const body = reindent(text.slice(start, end), indent, "");
    if (!isReadable(body)) return;
    const narrow = narrowestLanguage(body, language);
    if (narrow === undefined) return;
    const comment = commentBefore(text, comments, start, lineStart);
    found.push({
      language: narrow,
      code: comment === undefined ? body : `${reindent(comment, indent, "")}\n${body}`,
      fingerprint: fingerprint(text, comments, start, end),
    });
  };

  const visit = (node: Node): void => {
    if (isPiece(node)) addSnippet(from(node), to(node));
    children(node, visit);
  };
  visit(file.program);
  for (const [first, last] of groups(file.program.body, text)) addSnippet(from(first), to(last));
  return found;
}

function isPiece(node: Node): boolean {
  switch (node.type) {
    case "FunctionDeclaration":
    case "ClassMethod":
    case "ObjectMethod":
    case "ClassDeclaration":
    case "TSInterfaceDeclaration":
      return true;
    case "ExportNamedDeclaration":
    case "ExportDefaultDeclaration":
      return node.declaration != null;
    case "VariableDeclaration":
      return node.declarations.length === 1 && isFunction(node.declarations[0]?.init);
    case "ExpressionStatement":
      return node.expression.type === "AssignmentExpression" && isFunction(node.expression.right);
    default:
      return false;
  }
}

/** Yields groups of adjacent top-level statements, without overlap. */
function* groups(body: readonly t.Statement[], text: string): Generator<[t.Statement, t.Statement]> {
  let start = 0;
  while (start < body.length) {
    let end = start;
    const first = body[start] as t.Statement;
    while (
      end + 1 < body.length &&
      end + 1 - start < MOST_STATEMENTS &&
      isSmallEnough(text, first, body[end + 1] as t.Statement)
    )
      end++;
    if (end > start) yield [first, body[end] as t.Statement];
    start = end + 1;
  }
}

function isSmallEnough(text: string, first: Node, last: Node): boolean {
  const between = text.slice(from(first), to(last));
  return between.length <= MOST_CHARACTERS && between.split("\n").length <= MOST_GROUP_LINES;
}

function isReadable(code: string): boolean {
  if (code.length < LEAST_CHARACTERS || code.length > MOST_CHARACTERS) return false;
  const lines = code.split("\n");
  if (lines.length > MOST_LINES || lines.some((line) => line.length > LONGEST_LINE)) return false;
  return !COMPILED.test(code) && !LEGAL.test(code) && !/[^\t\n\x20-\x7e]/.test(code);
}

/** Returns the first of js, jsx, ts, tsx that the piece parses as: a file's extension says little about it. */
function narrowestLanguage(code: string, language: Language): Language | undefined {
  const candidates: Language[] =
    language === "ts" || language === "tsx" ? ["js", "ts", "tsx"] : ["js", "jsx"];
  const narrow = candidates.find((one) => parses(code, one));
  // Code of a typed file counts as typed, even if it has no types.
  return narrow === "js" && candidates.includes("ts") ? "ts" : narrow;
}

/** Returns the comment that ends on the line above, if it is suitable. */
function commentBefore(
  text: string,
  comments: readonly t.Comment[],
  start: number,
  lineStart: number,
): string | undefined {
  const last = comments.findLast((comment) => (comment.end ?? 0) <= start);
  if (last === undefined || text.slice(last.end ?? 0, start).trim() !== "") return undefined;
  if (text.slice(last.end ?? 0, lineStart).split("\n").length > 2) return undefined;
  const begin = last.start ?? 0;
  if (text.slice(text.lastIndexOf("\n", begin - 1) + 1, begin).trim() !== "") return undefined;
  const comment = text.slice(begin, last.end ?? 0);
  const isFit =
    comment.split("\n").length <= MOST_COMMENT_LINES &&
    !LEGAL.test(comment) &&
    !/[^\t\n\x20-\x7e]|eslint|@ts-|istanbul|prettier/.test(comment) &&
    comment.split("\n").every((line) => line.length <= LONGEST_LINE);
  return isFit ? comment : undefined;
}

function fingerprint(text: string, comments: readonly t.Comment[], start: number, end: number): string {
  let bare = "";
  let position = start;
  for (const comment of comments) {
    if ((comment.start ?? 0) < position || (comment.end ?? 0) > end) continue;
    bare += text.slice(position, comment.start ?? 0);
    position = comment.end ?? 0;
  }
  bare += text.slice(position, end);
  const normal = bare
    .replace(/\s+/g, "")
    .replace(/['`]/g, '"')
    .replace(/;/g, "")
    .replace(/,(?=[)\]}])/g, "");
  return createHash("sha1")
    .update(normal.replace(/^export(default)?/, ""))
    .digest("base64")
    .slice(0, 12);
}
