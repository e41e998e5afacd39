import ts from "typescript";
import type { Dialect } from "./dialect.ts";

/** Parses a file with TypeScript's error-tolerant parser. */
export function parse(code: string, dialect: Dialect): ts.SourceFile {
  return ts.createSourceFile(`code.${dialect}`, code, ts.ScriptTarget.ES2023, true);
}

/**
 * Returns whether code equals a reference except for layout, comments, quotes, semicolons and redundant parentheses.
 * The parser repairs syntax errors, so code with more of them than the reference counts as different.
 */
export function sameTree(code: string, reference: string, dialect: Dialect): boolean {
  const [one, other] = [parse(code, dialect), parse(reference, dialect)];
  return canonicalText(one) === canonicalText(other) && syntaxErrorCount(one) <= syntaxErrorCount(other);
}

/** Returns the number of syntax errors that the parser repaired. */
function syntaxErrorCount(file: ts.SourceFile): number {
  return (file as ts.SourceFile & { readonly parseDiagnostics: readonly ts.Diagnostic[] }).parseDiagnostics
    .length;
}

/** Returns a node's tree as text: equal for nodes that mean the same to the parser. */
export function canonicalText(node: ts.Node): string {
  if (ts.isParenthesizedExpression(node)) return canonicalText(node.expression);
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return JSON.stringify(node.text);
  const children = node.getChildren().filter(isSignificant);
  if (children.length === 0) return `${node.kind}:${node.getText()}`;
  return `(${node.kind} ${children.map(canonicalText).join(" ")})`;
}

/** Tokens without meaning for the comparison: punctuation implied by the tree's shape, and JSDoc. */
const INSIGNIFICANT = new Set<ts.SyntaxKind>([
  ts.SyntaxKind.SemicolonToken,
  ts.SyntaxKind.CommaToken,
  ts.SyntaxKind.OpenParenToken,
  ts.SyntaxKind.CloseParenToken,
  ts.SyntaxKind.JSDoc,
  ts.SyntaxKind.EndOfFileToken,
]);

function isSignificant(node: ts.Node): boolean {
  // In a for statement, only the semicolons tell which part is which.
  if (node.kind === ts.SyntaxKind.SemicolonToken && ts.isForStatement(node.parent)) return true;
  return !INSIGNIFICANT.has(node.kind);
}
