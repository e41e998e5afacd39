import ts from "typescript";
import type { Dialect } from "./dialect.ts";

/** A file as TypeScript's parser reads it, whether it is right or not. */
export function parse(code: string, dialect: Dialect): ts.SourceFile {
  return ts.createSourceFile(`code.${dialect}`, code, ts.ScriptTarget.ES2023, true);
}

/**
 * Whether code is the same as a reference but for layout, comments, quotes, semicolons and needless parentheses. The
 * parser mends what is broken: what has more to be mended than the reference is another one.
 */
export function sameTree(code: string, reference: string, dialect: Dialect): boolean {
  const [one, other] = [parse(code, dialect), parse(reference, dialect)];
  return canonical(one) === canonical(other) && faults(one) <= faults(other);
}

/** What the parser had to mend. */
function faults(file: ts.SourceFile): number {
  return (file as ts.SourceFile & { readonly parseDiagnostics: readonly ts.Diagnostic[] }).parseDiagnostics
    .length;
}

/** The node's tree as text: the same for two nodes that mean the same to the parser. */
export function canonical(node: ts.Node): string {
  if (ts.isParenthesizedExpression(node)) return canonical(node.expression);
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return JSON.stringify(node.text);
  const children = node.getChildren().filter(counts);
  if (children.length === 0) return `${node.kind}:${node.getText()}`;
  return `(${node.kind} ${children.map(canonical).join(" ")})`;
}

/** Punctuation that the shape of the tree implies, and documentation, say nothing of their own. */
const SILENT = new Set<ts.SyntaxKind>([
  ts.SyntaxKind.SemicolonToken,
  ts.SyntaxKind.CommaToken,
  ts.SyntaxKind.OpenParenToken,
  ts.SyntaxKind.CloseParenToken,
  ts.SyntaxKind.JSDoc,
  ts.SyntaxKind.EndOfFileToken,
]);

function counts(node: ts.Node): boolean {
  // A for statement's parts are told apart by its semicolons alone.
  if (node.kind === ts.SyntaxKind.SemicolonToken && ts.isForStatement(node.parent)) return true;
  return !SILENT.has(node.kind);
}
