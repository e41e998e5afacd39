import type { Node } from "@vscode/tree-sitter-wasm";
import type { SyntaxIssue } from "../edit/index.ts";

/** Nodes whose children are statements, each on a line of its own or after a semicolon. */
const SEQUENCES = new Set(["module", "block"]);

/** Parts of a statement that stand under its first line. */
const CLAUSES = new Set([
  "elif_clause",
  "else_clause",
  "except_clause",
  "except_group_clause",
  "finally_clause",
]);

/** All other nodes that have blocks in them; what is not named holds expressions alone. */
const COMPOUND = new Set([
  ...CLAUSES,
  "class_definition",
  "function_definition",
  "decorated_definition",
  "if_statement",
  "for_statement",
  "while_statement",
  "try_statement",
  "with_statement",
  "match_statement",
  "case_clause",
]);

const MIXED = "tabs and spaces are mixed in the indentation";

const NO_STATEMENTS = new Set(["comment", "line_continuation"]);

/**
 * What is wrong with the indentation of Python that has a tree without errors: its grammar takes an empty block, and
 * statements of one block at any column. As the language itself, this knows nothing of the block that a piece of code
 * was cut out of: the outermost statements may stand at any column, and all at the same.
 */
export function layoutIssues(root: Node, code: string, most: number): SyntaxIssue[] {
  const lines = code.split("\n");
  const issues: SyntaxIssue[] = [];
  // A stack of its own: code that is nested deeply must not end the process.
  const stack = [root];
  for (let node = stack.pop(); node !== undefined && issues.length < most; node = stack.pop()) {
    const parts = node.namedChildren.filter(isStatement);
    const issue = SEQUENCES.has(node.type) ? inSequence(node, parts, lines) : inCompound(node, parts, lines);
    if (issue !== null) issues.push(issue);
    stack.push(...parts.filter(({ type }) => SEQUENCES.has(type) || COMPOUND.has(type)).reverse());
  }
  return issues;
}

function isStatement(node: Node | null): node is Node {
  return node !== null && !NO_STATEMENTS.has(node.type);
}

function inSequence(node: Node, statements: readonly Node[], lines: readonly string[]): SyntaxIssue | null {
  const [first] = statements;
  if (first === undefined) {
    return node.type === "module" ? null : issueAt(node, "a block is expected here: indent its lines");
  }
  // After a colon on its line: the block ends with that line.
  const isInline = node.type === "block" && indentationOf(first, lines) === null;
  for (const statement of statements) {
    const indentation = indentationOf(statement, lines);
    if (indentation === null) continue;
    if (isInline)
      return issueAt(statement, "the block above ends on its own line: do not indent the lines after it");
    const issue = unlike(statement, indentation, first, lines);
    if (issue !== null) return issue;
  }
  return null;
}

/** Decorators, the definition under them, and clauses stand where the statement begins. */
function inCompound(node: Node, parts: readonly Node[], lines: readonly string[]): SyntaxIssue | null {
  const isDecorated = node.type === "decorated_definition";
  const own = indentationOf(node, lines);
  for (const part of parts) {
    const first = part.type === "block" ? part.namedChildren.find(isStatement) : undefined;
    const inner = first === undefined ? null : indentationOf(first, lines);
    // The columns are more, or the grammar saw no block.
    if (first !== undefined && own !== null && inner !== null && inner.characters <= own.characters)
      return issueAt(first, MIXED);
    if (!isDecorated && !CLAUSES.has(part.type)) continue;
    const indentation = indentationOf(part, lines);
    const issue = indentation === null ? null : unlike(part, indentation, node, lines);
    if (issue !== null) return issue;
  }
  return null;
}

function unlike(node: Node, indentation: Indentation, first: Node, lines: readonly string[]) {
  const due = indentationOf(first, lines);
  if (due === null || (due.columns === indentation.columns && due.characters === indentation.characters))
    return null;
  return issueAt(
    node,
    due.columns === indentation.columns
      ? MIXED
      : `indented by ${indentation.columns} where its block is indented by ${due.columns}`,
  );
}

/** Both have to agree, as the language has it. */
interface Indentation {
  /** With tabs up to the next multiple of 8. */
  readonly columns: number;
  readonly characters: number;
}

/** Null for what does not begin a line: it follows a colon, a semicolon or a continued line. */
function indentationOf(node: Node, lines: readonly string[]): Indentation | null {
  const { row, column } = node.startPosition;
  const before = (lines[row] ?? "").slice(0, column).replace(/^\uFEFF/, "");
  if (/[^ \t\f]/.test(before) || continues(node, lines[row - 1])) return null;
  let columns = 0;
  // A form feed starts anew.
  const blank = before.slice(before.lastIndexOf("\f") + 1);
  for (const character of blank)
    columns = character === "\t" ? (Math.floor(columns / 8) + 1) * 8 : columns + 1;
  return { columns, characters: blank.length };
}

/** Whether the line before is continued here: its backslash may as well end a comment. */
function continues(node: Node, lineBefore = ""): boolean {
  if (!/\\\r?$/.test(lineBefore)) return false;
  const before = node.previousSibling ?? node.parent?.previousSibling;
  return before?.type === "line_continuation";
}

function issueAt({ startPosition: { row, column } }: Node, message: string): SyntaxIssue {
  return { line: row + 1, column: column + 1, message };
}
