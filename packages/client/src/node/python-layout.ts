import type { Node } from "@vscode/tree-sitter-wasm";
import type { SyntaxIssue } from "../edit/index.ts";

/** Nodes whose children are statements, each on a separate line or after a semicolon. */
const SEQUENCES = new Set(["module", "block"]);

/** Parts of a statement that are aligned with its first line. */
const CLAUSES = new Set([
  "elif_clause",
  "else_clause",
  "except_clause",
  "except_group_clause",
  "finally_clause",
]);

/** All other nodes that contain blocks; any other node contains only expressions. */
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
 * Returns errors in the indentation of Python code whose tree has no errors: the grammar accepts empty blocks, and
 * statements of a block at different columns. A fragment may be indented as a whole: its outermost statements may be at
 * any column, but all at the same.
 */
export function layoutIssues(root: Node, code: string, most: number): SyntaxIssue[] {
  const lines = code.split("\n");
  const issues: SyntaxIssue[] = [];
  // An explicit stack: deeply nested code must not overflow the call stack.
  const stack = [root];
  for (let node = stack.pop(); node !== undefined && issues.length < most; node = stack.pop()) {
    const parts = node.namedChildren.filter(isStatement);
    const issue = SEQUENCES.has(node.type)
      ? sequenceIssue(node, parts, lines)
      : compoundIssue(node, parts, lines);
    if (issue !== null) issues.push(issue);
    stack.push(...parts.filter(({ type }) => SEQUENCES.has(type) || COMPOUND.has(type)).reverse());
  }
  return issues;
}

function isStatement(node: Node | null): node is Node {
  return node !== null && !NO_STATEMENTS.has(node.type);
}

function sequenceIssue(
  node: Node,
  statements: readonly Node[],
  lines: readonly string[],
): SyntaxIssue | null {
  const [first] = statements;
  if (first === undefined) {
    return node.type === "module" ? null : issueAt(node, "a block is expected here: indent its lines");
  }
  // After a colon on the same line, the block ends with that line.
  const isInline = node.type === "block" && indentationOf(first, lines) === null;
  for (const statement of statements) {
    const indentation = indentationOf(statement, lines);
    if (indentation === null) continue;
    if (isInline)
      return issueAt(statement, "the block above ends on its own line: do not indent the lines after it");
    const issue = misalignment(statement, indentation, first, lines);
    if (issue !== null) return issue;
  }
  return null;
}

/** Decorators, their definition, and clauses must be aligned with the start of the statement. */
function compoundIssue(node: Node, parts: readonly Node[], lines: readonly string[]): SyntaxIssue | null {
  const isDecorated = node.type === "decorated_definition";
  const own = indentationOf(node, lines);
  for (const part of parts) {
    const first = part.type === "block" ? part.namedChildren.find(isStatement) : undefined;
    const inner = first === undefined ? null : indentationOf(first, lines);
    // The columns must be greater, or the grammar would have seen no block: only the characters differ.
    if (first !== undefined && own !== null && inner !== null && inner.characters <= own.characters)
      return issueAt(first, MIXED);
    if (!isDecorated && !CLAUSES.has(part.type)) continue;
    const indentation = indentationOf(part, lines);
    const issue = indentation === null ? null : misalignment(part, indentation, node, lines);
    if (issue !== null) return issue;
  }
  return null;
}

function misalignment(node: Node, indentation: Indentation, first: Node, lines: readonly string[]) {
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

/** Python requires both to agree. */
interface Indentation {
  /** Width with tabs up to the next multiple of 8. */
  readonly columns: number;
  readonly characters: number;
}

/** Returns null if the node does not begin a line, because it follows a colon, a semicolon or a continued line. */
function indentationOf(node: Node, lines: readonly string[]): Indentation | null {
  const { row, column } = node.startPosition;
  const before = (lines[row] ?? "").slice(0, column).replace(/^\uFEFF/, "");
  if (/[^ \t\f]/.test(before) || continues(node, lines[row - 1])) return null;
  let columns = 0;
  // A form feed resets the column.
  const blank = before.slice(before.lastIndexOf("\f") + 1);
  for (const character of blank)
    columns = character === "\t" ? (Math.floor(columns / 8) + 1) * 8 : columns + 1;
  return { columns, characters: blank.length };
}

/** Returns whether the previous line continues here; a backslash at its end may also belong to a comment. */
function continues(node: Node, lineBefore = ""): boolean {
  if (!/\\\r?$/.test(lineBefore)) return false;
  const before = node.previousSibling ?? node.parent?.previousSibling;
  return before?.type === "line_continuation";
}

function issueAt({ startPosition: { row, column } }: Node, message: string): SyntaxIssue {
  return { line: row + 1, column: column + 1, message };
}
