import type { Tree, TreeCursor } from "@vscode/tree-sitter-wasm";
import type { Leaf, LeafKind, LeafSource, ReadLeaves } from "../edit/index.ts";
import { GRAMMARS, loadParser } from "./grammars.ts";
import { loadedOnce } from "./loaded-once.ts";
import { inKnownSyntax } from "./newer-syntax/index.ts";

/** Languages whose declarations are known here. */
const LANGUAGES = new Set(["javascript", "typescript", "tsx"]);

/** Maximum length of code to read: more would be too slow. */
const MAX_LENGTH = 400_000;

const loadReader = loadedOnce(async (grammar): Promise<ReadLeaves> => {
  const parser = await loadParser(grammar);
  return (code) => {
    if (code.length > MAX_LENGTH) return null;
    const tree = parser.parse(code);
    // As in the syntax check: syntax newer than the grammar gives only a broken tree.
    const isKnown = tree?.rootNode.hasError !== true;
    const known = isKnown ? code : inKnownSyntax(code, grammar);
    if (known === code) return readTree(tree, code, known);
    tree?.delete();
    return readTree(parser.parse(known), code, known);
  };
});

/** Reads and deletes `tree`, the tree of `known`, which has the same positions as `code`. */
function readTree(tree: Tree | null, code: string, known: string): Leaf[] | null {
  if (tree === null) return null;
  const cursor = tree.walk();
  try {
    return leavesOf(cursor, code, known);
  } finally {
    cursor.delete();
    tree.delete();
  }
}

/** Loads readers of syntax trees' leaves, for the scope check. */
export const nodeLeaves: LeafSource = async (language) => {
  const grammar = LANGUAGES.has(language) ? GRAMMARS.get(language) : undefined;
  return grammar === undefined ? null : loadReader(grammar);
};

interface Level {
  readonly type: string;
  readonly field: string | null;
}

function leavesOf(cursor: TreeCursor, code: string, known: string): Leaf[] {
  const leaves: Leaf[] = [];
  const above: Level[] = [];
  for (;;) {
    const level = { type: typeOf(cursor), field: cursor.currentFieldName };
    if (cursor.gotoFirstChild()) {
      above.push(level);
      continue;
    }
    if (cursor.endIndex > cursor.startIndex) {
      const { startIndex, endIndex } = cursor;
      const text = code.slice(startIndex, endIndex);
      // Text that was rewritten for the grammar is not a name, unless it is a single word.
      const isOwn = text === known.slice(startIndex, endIndex) || isWord(code, startIndex, endIndex);
      const kind = isOwn ? kindOf(level, above, text) : "other";
      const declares =
        kind === "name" && (isDeclaration(level, above) || isUsingDeclaration(level, above, leaves));
      leaves.push({ kind, text, line: cursor.startPosition.row, declares });
    }
    while (!cursor.gotoNextSibling()) {
      if (!cursor.gotoParent()) return leaves;
      above.pop();
    }
  }
}

/** Returns whether the range is exactly one word. */
function isWord(code: string, start: number, end: number): boolean {
  const around = code.slice(Math.max(start - 1, 0), end + 1);
  return /^[\w$]+$/.test(code.slice(start, end)) && around.match(/[\w$]+/g)?.[0]?.length === end - start;
}

/** `export { a } from "./b.js"`, for which the grammar has no type. */
const REEXPORT = "export_from_statement";

function typeOf(cursor: TreeCursor): string {
  const { nodeType } = cursor;
  if (nodeType !== "export_statement") return nodeType;
  return cursor.currentNode.childForFieldName("source") === null ? nodeType : REEXPORT;
}

function kindOf(leaf: Level, above: readonly Level[], text: string): LeafKind {
  const { type } = leaf;
  switch (type) {
    case "identifier":
    case "type_identifier":
      return isLabel(leaf, above, text) ? "member" : "name";
    case "shorthand_property_identifier":
    case "shorthand_property_identifier_pattern":
      return "name";
    case "property_identifier":
    case "private_property_identifier":
      return "member";
    case "string_fragment":
    case "jsx_text":
      return "text";
    case "number":
    case "comment":
      return type;
    default:
      return "other";
  }
}

/** Returns whether an identifier refers to nothing declared in the code. */
function isLabel(leaf: Level, above: readonly Level[], text: string): boolean {
  const parent = above.at(-1);
  switch (parent?.type) {
    // `<div>` is an element; `<Panel>` is a name.
    case "jsx_opening_element":
    case "jsx_closing_element":
    case "jsx_self_closing_element":
      return /^[a-z]/.test(text);
    case "jsx_namespace_name":
    case "namespace_export":
      return true;
    // `Other.Kind`: declared inside `Other`.
    case "nested_type_identifier":
    // `[key: string]: number`
    case "index_signature":
    // `[first: string, second?: number]`: labels of a tuple; a parameter has a pattern instead.
    case "required_parameter":
    case "optional_parameter":
      return leaf.field === "name";
    case "rest_pattern":
      return parent.field === "name";
    // The alias is for importers; a name re-exported from another module is not used here.
    case "export_specifier":
      return leaf.field === "alias" || above.at(-3)?.type === REEXPORT;
    default:
      return false;
  }
}

/** Node types and fields that contain declared names. */
const DECLARING: ReadonlySet<string> = new Set([
  "variable_declarator.name",
  "function_declaration.name",
  "function_expression.name",
  "function_signature.name",
  "generator_function.name",
  "internal_module.name",
  "import_require_clause.",
  "generator_function_declaration.name",
  "class_declaration.name",
  "abstract_class_declaration.name",
  "class.name",
  "interface_declaration.name",
  "type_alias_declaration.name",
  "enum_declaration.name",
  "type_parameter.name",
  "infer_type.",
  "mapped_type_clause.name",
  "arrow_function.parameter",
  "catch_clause.parameter",
  "for_in_statement.left",
  "required_parameter.pattern",
  "optional_parameter.pattern",
  "namespace_import.",
  "import_clause.",
  "import_specifier.name",
  "import_specifier.alias",
  "formal_parameters.",
]);

/** Returns whether the name is declared by `using a = b`, which the grammar parses as an assignment. */
function isUsingDeclaration({ field }: Level, above: readonly Level[], before: readonly Leaf[]): boolean {
  return (
    above.at(-1)?.type === "assignment_expression" && field === "left" && before.at(-1)?.text === "using"
  );
}

/** Returns whether a name is part of a pattern that a declaration binds, at any depth. */
function isDeclaration(leaf: Level, above: readonly Level[]): boolean {
  let child = leaf;
  for (let depth = above.length - 1; depth >= 0; depth--) {
    const node = above[depth] as Level;
    if (DECLARING.has(`${node.type}.${child.field ?? ""}`)) return true;
    const isPattern =
      /_pattern$/.test(node.type) &&
      child.field !== "right" &&
      child.field !== "key" &&
      child.field !== "value"
        ? true
        : node.type === "pair_pattern" && child.field === "value";
    if (!isPattern) return false;
    child = node;
  }
  return false;
}
