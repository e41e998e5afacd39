import { createRequire } from "node:module";
import type { Node, Parser } from "@vscode/tree-sitter-wasm";
import type { GrammarSource, Parse, SyntaxIssue } from "../edit/index.ts";
import { loadedOnce } from "./loaded-once.ts";
import { inKnownSyntax } from "./newer-syntax/index.ts";
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
  // The C++ grammar also parses C.
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
const loadParse = loadedOnce(async (grammar): Promise<Parse> => {
  const parser = await loadParser(grammar);
  return (code) => {
    const issues = issuesOf(parser, code, code, grammar);
    if (issues.length === 0) return issues;
    // The grammars lag behind their languages: syntax that they do not know yet is not an error.
    const known = inKnownSyntax(code, grammar);
    return known === code ? issues : issuesOf(parser, known, code, grammar);
  };
});

/** Loads each grammar at its first use. */
export const nodeGrammars: GrammarSource = async (language) => {
  const grammar = GRAMMARS.get(language);
  return grammar === undefined ? null : loadParse(grammar);
};

const TREE_SITTER = "@vscode/tree-sitter-wasm";

const loadRuntime = loadedOnce(async (name) => {
  const treeSitter: typeof import("@vscode/tree-sitter-wasm") = require(name);
  await treeSitter.Parser.init();
  return treeSitter;
});

const loadLanguage = loadedOnce(async (grammar) => {
  const { Language } = await loadRuntime(TREE_SITTER);
  return Language.load(pathOf(grammar));
});

/** Returns a new parser for a grammar, which is loaded only once. */
export async function loadParser(grammar: string): Promise<Parser> {
  const { Parser } = await loadRuntime(TREE_SITTER);
  const language = await loadLanguage(grammar);
  const parser = new Parser();
  parser.setLanguage(language);
  return parser;
}

/** All grammars but one are in `@vscode/tree-sitter-wasm`. */
function pathOf(grammar: string): string {
  if (grammar === "html") return require.resolve("tree-sitter-html/tree-sitter-html.wasm");
  return require.resolve(`@vscode/tree-sitter-wasm/wasm/tree-sitter-${grammar}.wasm`);
}

/** Returns the issues of `known`, which has the same positions as `code`; messages quote `code`. */
function issuesOf(parser: Parser, known: string, code: string, grammar: string): SyntaxIssue[] {
  const tree = parser.parse(known);
  if (tree === null) return [];
  try {
    const issues: SyntaxIssue[] = [];
    if (tree.rootNode.hasError) collect(tree.rootNode, code, issues);
    else if (grammar === "python") return layoutIssues(tree.rootNode, known, MAX_ISSUES);
    return issues;
  } finally {
    tree.delete();
  }
}

function collect(root: Node, code: string, issues: SyntaxIssue[]): void {
  // An explicit stack: deeply nested code must not overflow the call stack.
  const stack = [root];
  for (let node = stack.pop(); node !== undefined && issues.length < MAX_ISSUES; node = stack.pop()) {
    if (node.isError || node.isMissing) {
      const { row, column } = node.startPosition;
      issues.push({ line: row + 1, column: column + 1, message: messageOf(node, code) });
      continue;
    }
    const children = node.children.filter(
      (child): child is Node => child?.hasError === true || child?.isMissing === true,
    );
    stack.push(...children.reverse());
  }
}

function messageOf(node: Node, code: string): string {
  if (node.isMissing) return `"${node.type}" is missing`;
  const [first = ""] = code.slice(node.startIndex, node.endIndex).trim().split("\n");
  const shown = first.length > 40 ? `${first.slice(0, 40)}…` : first;
  return shown === "" ? "syntax error" : `syntax error at "${shown}"`;
}
