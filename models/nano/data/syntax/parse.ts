import { type ParserPlugin, parse as parseWithBabel } from "@babel/parser";
import type * as t from "@babel/types";

export type Language = "js" | "jsx" | "ts" | "tsx";

const PLUGINS: Record<Language, ParserPlugin[]> = {
  js: [],
  jsx: ["jsx"],
  ts: ["typescript"],
  tsx: ["typescript", "jsx"],
};

/** Only the legacy plugin parses decorators of parameters, but it does not parse `export @decorator class`. */
function decoratorsOf(text: string): ParserPlugin {
  return /[(,]\s*@\w/.test(text) ? "decorators-legacy" : "decorators";
}

/** Returns a file's syntax tree, or undefined if the text is not in the language. */
export function parseFile(text: string, language: Language): t.File | undefined {
  try {
    return parseWithBabel(text, {
      sourceType: "unambiguous",
      allowReturnOutsideFunction: true,
      allowAwaitOutsideFunction: true,
      allowSuperOutsideMethod: true,
      allowNewTargetOutsideFunction: true,
      allowUndeclaredExports: true,
      attachComment: false,
      plugins: language.startsWith("ts") ? [...PLUGINS[language], decoratorsOf(text)] : PLUGINS[language],
    });
  } catch {
    return undefined;
  }
}

/**
 * A piece of code after parsing. A method is not a program, so it is wrapped in a class. `offset` is where the piece
 * begins in `text`.
 */
export interface Parsed {
  readonly text: string;
  readonly offset: number;
  readonly file: t.File;
}

const WRAPPER = "class _{";

export function parsePiece(code: string, language: Language): Parsed | undefined {
  const file = parseFile(code, language);
  if (file !== undefined) {
    // `get(key) {…}` alone also parses as a call and a block, but it is a method.
    const looksLikeMethod = file.program.body.length === 2 && isCallThenBlock(code, file.program.body);
    if (!looksLikeMethod) return { text: code, offset: 0, file };
  }
  const text = `${WRAPPER}${code}\n}`;
  const wrapped = parseFile(text, language);
  const body = wrapped?.program.body;
  const only = body?.length === 1 ? body[0] : undefined;
  if (wrapped === undefined || only?.type !== "ClassDeclaration" || only.body.body.length === 0)
    return undefined;
  return { text, offset: WRAPPER.length, file: wrapped };
}

export function parses(code: string, language: Language): boolean {
  return parsePiece(code, language) !== undefined;
}

function isCallThenBlock(code: string, [first, second]: readonly t.Statement[]): boolean {
  return (
    first?.type === "ExpressionStatement" &&
    first.expression.type === "CallExpression" &&
    second?.type === "BlockStatement" &&
    !/[;\n]/.test(code.slice(first.expression.end ?? 0, second.start ?? 0))
  );
}
