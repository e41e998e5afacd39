import { createRequire } from "node:module";
import type { Language, Node, Parser } from "@vscode/tree-sitter-wasm";
import type { GrammarSource, Parse, SyntaxIssue } from "../edit/index.ts";
import { layoutIssues } from "./python-layout.ts";

/** Grammar files by language. */
export const GRAMMARS: ReadonlyMap<string, string> = new Map([
  ["javascript", "javascript"],
  ["typescript", "typescript"],
  ["tsx", "tsx"],
  ["python", "python"],
  ["go", "go"],
  ["rust", "rust"],
  ["java", "java"],
  // The grammar of C++ reads C as well.
  ["c", "cpp"],
  ["cpp", "cpp"],
  ["csharp", "c-sharp"],
  ["ruby", "ruby"],
  ["php", "php"],
  ["css", "css"],
  ["html", "html"],
  ["bash", "bash"],
  ["powershell", "powershell"],
  ["ini", "ini"],
]);

const MAX_ISSUES = 20;

const require = createRequire(import.meta.url);
const loaded = new Map<string, Promise<Parse>>();

/** The grammars, each loaded at its first use. */
export const nodeGrammars: GrammarSource = async (language) => {
  const grammar = GRAMMARS.get(language);
  if (grammar === undefined) return null;
  const known = loaded.get(grammar);
  if (known !== undefined) return known;
  const loading = load(grammar);
  loaded.set(grammar, loading);
  // A grammar that failed to load is tried again the next time.
  loading.catch(() => loaded.delete(grammar));
  return loading;
};

let runtime: Promise<typeof import("@vscode/tree-sitter-wasm")> | undefined;

function loadRuntime(): Promise<typeof import("@vscode/tree-sitter-wasm")> {
  runtime ??= (async () => {
    const treeSitter: typeof import("@vscode/tree-sitter-wasm") = require("@vscode/tree-sitter-wasm");
    await treeSitter.Parser.init();
    return treeSitter;
  })();
  return runtime;
}

async function load(grammar: string): Promise<Parse> {
  const parser = await loadParser(grammar);
  const isPython = grammar === "python";
  return (code) => issuesOf(parser, code, isPython);
}

const languages = new Map<string, Promise<Language>>();

/** A parser for the grammar of that name, which is loaded once for all of its parsers. */
export async function loadParser(grammar: string): Promise<Parser> {
  const { Parser } = await loadRuntime();
  const language = await loadLanguage(grammar);
  const parser = new Parser();
  parser.setLanguage(language);
  return parser;
}

function loadLanguage(grammar: string): Promise<Language> {
  const known = languages.get(grammar);
  if (known !== undefined) return known;
  const loading = loadRuntime().then(({ Language }) => Language.load(pathOf(grammar)));
  languages.set(grammar, loading);
  loading.catch(() => languages.delete(grammar));
  return loading;
}

/** `@vscode/tree-sitter-wasm` has all but one. */
function pathOf(grammar: string): string {
  if (grammar === "html") return require.resolve("tree-sitter-html/tree-sitter-html.wasm");
  return require.resolve(`@vscode/tree-sitter-wasm/wasm/tree-sitter-${grammar}.wasm`);
}

function issuesOf(parser: Parser, code: string, isPython: boolean): SyntaxIssue[] {
  const tree = parser.parse(code);
  if (tree === null) return [];
  try {
    const issues: SyntaxIssue[] = [];
    if (tree.rootNode.hasError) collect(tree.rootNode, issues);
    else if (isPython) return layoutIssues(tree.rootNode, code, MAX_ISSUES);
    return issues;
  } finally {
    tree.delete();
  }
}

function collect(root: Node, issues: SyntaxIssue[]): void {
  // A stack of its own: code that is nested deeply must not end the process.
  const stack = [root];
  for (let node = stack.pop(); node !== undefined && issues.length < MAX_ISSUES; node = stack.pop()) {
    if (node.isError || node.isMissing) {
      const { row, column } = node.startPosition;
      issues.push({ line: row + 1, column: column + 1, message: messageOf(node) });
      continue;
    }
    const children = node.children.filter(
      (child): child is Node => child?.hasError === true || child?.isMissing === true,
    );
    stack.push(...children.reverse());
  }
}

function messageOf(node: Node): string {
  if (node.isMissing) return `"${node.type}" is missing`;
  const [first = ""] = node.text.trim().split("\n");
  const shown = first.length > 40 ? `${first.slice(0, 40)}…` : first;
  return shown === "" ? "syntax error" : `syntax error at "${shown}"`;
}
