import ts from "typescript";
import type { Dialect } from "./dialect.ts";
import { canonicalText, parse } from "./syntax-tree.ts";

/**
 * Returns the top-level declarations of a file as canonical text, by name. Members of classes are included as
 * `Class.member`; overloads and accessors with the same name are joined.
 */
export function declarations(code: string, dialect: Dialect): Map<string, string> {
  const found = new Map<string, string>();
  const add = (name: string, node: ts.Node) => {
    found.set(name, `${found.get(name) ?? ""}${canonicalText(node)}`);
  };
  for (const statement of parse(code, dialect).statements) {
    if (ts.isVariableStatement(statement)) {
      for (const { name } of statement.declarationList.declarations) add(name.getText(), statement);
    } else if (isNamed(statement)) {
      add(statement.name.text, statement);
      if (ts.isClassDeclaration(statement)) {
        for (const member of statement.members) add(`${statement.name.text}.${memberName(member)}`, member);
      }
    }
  }
  return found;
}

function isNamed(node: ts.Statement): node is ts.Statement & { readonly name: ts.Identifier } {
  return "name" in node && node.name !== undefined && ts.isIdentifier(node.name as ts.Node);
}

function memberName(member: ts.ClassElement): string {
  return ts.isConstructorDeclaration(member) ? "constructor" : (member.name?.getText() ?? "");
}
