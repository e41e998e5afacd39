import type * as t from "@babel/types";
import { children, isFunction, type Node } from "./tree.ts";

export type BindingKind =
  | "parameter"
  | "const"
  | "let"
  | "var"
  | "function"
  | "class"
  | "catch"
  | "import"
  | "type";

/** A name and everything that stands for it. */
export interface Binding {
  readonly name: string;
  readonly kind: BindingKind;
  /** Where the name is introduced; more than one where `var` or a function is declared again. */
  readonly declarations: NameNode[];
  /** Where it is read or written, declarations left out. */
  readonly references: NameNode[];
  /** The references that write. */
  readonly writes: NameNode[];
  /** The function, block, class or program in which it is visible. */
  readonly scope: Node;
}

export type NameNode = t.Identifier | t.JSXIdentifier;

/** The names of a piece of code. */
export interface Bindings {
  readonly all: readonly Binding[];
  /** The binding that a name stands for, or undefined for names from outside. */
  of(node: Node): Binding | undefined;
  /** Names that the piece uses and does not declare. */
  readonly free: ReadonlyMap<string, readonly NameNode[]>;
}

class Scope {
  readonly names = new Map<string, Binding>();
  readonly node: Node;
  readonly parent: Scope | undefined;
  readonly isFunction: boolean;

  constructor(node: Node, parent: Scope | undefined, isFunctionScope: boolean) {
    this.node = node;
    this.parent = parent;
    this.isFunction = isFunctionScope;
  }

  get functionScope(): Scope {
    return this.isFunction || this.parent === undefined ? this : this.parent.functionScope;
  }

  find(name: string): Binding | undefined {
    return this.names.get(name) ?? this.parent?.find(name);
  }
}

/** Resolves the names of a program: hoisting, shadowing, patterns, JSX and types of TypeScript included. */
export function resolveBindings(program: t.Program): Bindings {
  const all: Binding[] = [];
  const declaredAt = new Map<Node, Binding>();
  const resolved = new Map<Node, Binding>();
  const free = new Map<string, NameNode[]>();
  const uses: { node: NameNode; scope: Scope; writes: boolean }[] = [];

  const declare = (node: NameNode, kind: BindingKind, scope: Scope): void => {
    let binding = scope.names.get(node.name);
    if (binding === undefined) {
      binding = { name: node.name, kind, declarations: [], references: [], writes: [], scope: scope.node };
      scope.names.set(node.name, binding);
      all.push(binding);
    }
    binding.declarations.push(node);
    declaredAt.set(node, binding);
  };

  const declarePattern = (node: Node, kind: BindingKind, scope: Scope, values: Scope): void => {
    switch (node.type) {
      case "Identifier":
        declare(node, kind, scope);
        if (node.typeAnnotation) visit(node.typeAnnotation, node, "typeAnnotation", values);
        break;
      case "AssignmentPattern":
        declarePattern(node.left, kind, scope, values);
        visit(node.right, node, "right", values);
        break;
      case "ObjectPattern":
        for (const property of node.properties) {
          if (property.type === "RestElement") declarePattern(property.argument, kind, scope, values);
          else {
            if (property.computed) visit(property.key, property, "key", values);
            declarePattern(property.value, kind, scope, values);
          }
        }
        if (node.typeAnnotation) visit(node.typeAnnotation, node, "typeAnnotation", values);
        break;
      case "ArrayPattern":
        for (const element of node.elements) if (element) declarePattern(element, kind, scope, values);
        if (node.typeAnnotation) visit(node.typeAnnotation, node, "typeAnnotation", values);
        break;
      case "RestElement":
        declarePattern(node.argument, kind, scope, values);
        if (node.typeAnnotation) visit(node.typeAnnotation, node, "typeAnnotation", values);
        break;
      case "TSParameterProperty":
        declarePattern(node.parameter, kind, scope, values);
        break;
      default:
        visit(node, node, "", values);
    }
  };

  const use = (node: NameNode, scope: Scope, writes: boolean): void => {
    uses.push({ node, scope, writes });
  };

  /** What is assigned to: names in it are written. */
  const visitTarget = (node: Node, parent: Node, key: string, scope: Scope): void => {
    switch (node.type) {
      case "Identifier":
        use(node, scope, true);
        break;
      case "ObjectPattern":
        for (const property of node.properties) {
          if (property.type === "RestElement") visitTarget(property.argument, property, "argument", scope);
          else {
            if (property.computed) visit(property.key, property, "key", scope);
            visitTarget(property.value, property, "value", scope);
          }
        }
        break;
      case "ArrayPattern":
        for (const element of node.elements) if (element) visitTarget(element, node, "elements", scope);
        break;
      case "AssignmentPattern":
        visitTarget(node.left, node, "left", scope);
        visit(node.right, node, "right", scope);
        break;
      case "RestElement":
        visitTarget(node.argument, node, "argument", scope);
        break;
      default:
        visit(node, parent, key, scope);
    }
  };

  const visitFunction = (node: Node, scope: Scope): void => {
    if (!isFunction(node)) return;
    const inner = new Scope(node, scope, true);
    if (node.type === "FunctionExpression" && node.id) declare(node.id, "function", inner);
    if ("key" in node && node.key) {
      if ("computed" in node && node.computed) visit(node.key, node, "key", scope);
      if ("decorators" in node)
        for (const one of node.decorators ?? []) visit(one, node, "decorators", scope);
    }
    if (node.typeParameters) visit(node.typeParameters, node, "typeParameters", inner);
    for (const parameter of node.params) declarePattern(parameter, "parameter", inner, inner);
    if (node.returnType) visit(node.returnType, node, "returnType", inner);
    if (node.body.type === "BlockStatement") visitChildren(node.body, inner);
    else visit(node.body, node, "body", inner);
  };

  const visitChildren = (node: Node, scope: Scope): void => {
    children(node, (child, key) => visit(child, node, key, scope));
  };

  const visit = (node: Node, parent: Node, key: string, scope: Scope): void => {
    switch (node.type) {
      case "Identifier":
        if (!isLabelOrKey(node, parent, key)) use(node, scope, false);
        if (node.typeAnnotation) visit(node.typeAnnotation, node, "typeAnnotation", scope);
        return;
      case "JSXIdentifier":
        if (isComponentName(node, parent, key)) use(node, scope, false);
        return;
      case "FunctionDeclaration":
        if (node.id) declare(node.id, "function", scope);
        visitFunction(node, scope);
        return;
      case "FunctionExpression":
      case "ArrowFunctionExpression":
      case "ClassMethod":
      case "ClassPrivateMethod":
      case "ObjectMethod":
        visitFunction(node, scope);
        return;
      case "TSDeclareFunction":
        if (node.id) declare(node.id, "function", scope);
        return;
      case "ClassDeclaration":
      case "ClassExpression": {
        const inner = new Scope(node, scope, false);
        if (node.id) declare(node.id, "class", node.type === "ClassDeclaration" ? scope : inner);
        children(node, (child, childKey) => {
          if (childKey !== "id") visit(child, node, childKey, inner);
        });
        return;
      }
      case "VariableDeclaration": {
        const kind =
          node.kind === "const" || node.kind === "let" || node.kind === "var" ? node.kind : "const";
        const target = kind === "var" ? scope.functionScope : scope;
        for (const one of node.declarations) {
          declarePattern(one.id, kind, target, scope);
          if (one.init) visit(one.init, one, "init", scope);
        }
        return;
      }
      case "ImportDeclaration":
        for (const one of node.specifiers) declare(one.local, "import", scope);
        return;
      case "TSInterfaceDeclaration":
      case "TSTypeAliasDeclaration":
      case "TSEnumDeclaration": {
        declare(node.id as t.Identifier, "type", scope);
        const inner = new Scope(node, scope, false);
        children(node, (child, childKey) => {
          if (childKey !== "id") visit(child, node, childKey, inner);
        });
        return;
      }
      case "TSTypeParameter": {
        // It stands for its own name, which is all that a name's node has to have.
        declare(node as unknown as t.Identifier, "type", scope);
        if (node.constraint) visit(node.constraint, node, "constraint", scope);
        if (node.default) visit(node.default, node, "default", scope);
        return;
      }
      case "BlockStatement":
      case "StaticBlock":
      case "ForStatement":
      case "ForInStatement":
      case "ForOfStatement":
      case "SwitchStatement": {
        const inner = new Scope(node, scope, false);
        if (
          (node.type === "ForInStatement" || node.type === "ForOfStatement") &&
          node.left.type !== "VariableDeclaration"
        ) {
          visitTarget(node.left, node, "left", inner);
          visit(node.right, node, "right", inner);
          visit(node.body, node, "body", inner);
        } else visitChildren(node, inner);
        return;
      }
      case "CatchClause": {
        const inner = new Scope(node, scope, false);
        if (node.param) declarePattern(node.param, "catch", inner, inner);
        visitChildren(node.body, inner);
        return;
      }
      case "AssignmentExpression":
        visitTarget(node.left, node, "left", scope);
        visit(node.right, node, "right", scope);
        return;
      case "UpdateExpression":
        visitTarget(node.argument, node, "argument", scope);
        return;
      case "ObjectProperty":
        if (node.computed) visit(node.key, node, "key", scope);
        visit(node.value, node, "value", scope);
        return;
      case "ExportSpecifier":
        if (node.local.type === "Identifier") use(node.local, scope, false);
        return;
      case "ExportNamedDeclaration":
        if (node.source) return;
        visitChildren(node, scope);
        return;
      // The names of a function type's parameters stand for nothing.
      case "TSFunctionType":
      case "TSConstructorType":
      case "TSMethodSignature":
      case "TSCallSignatureDeclaration":
      case "TSConstructSignatureDeclaration":
      case "TSIndexSignature": {
        const inner = new Scope(node, scope, false);
        for (const one of node.parameters) {
          const annotation = "typeAnnotation" in one ? one.typeAnnotation : undefined;
          if (annotation) visit(annotation, one, "typeAnnotation", inner);
        }
        if ("typeParameters" in node && node.typeParameters)
          visit(node.typeParameters, node, "typeParameters", inner);
        if (node.typeAnnotation) visit(node.typeAnnotation, node, "typeAnnotation", inner);
        return;
      }
      default:
        visitChildren(node, scope);
    }
  };

  visitChildren(program, new Scope(program, undefined, true));

  for (const { node, scope, writes } of uses) {
    const binding = scope.find(node.name);
    if (binding === undefined) {
      const nodes = free.get(node.name);
      if (nodes) nodes.push(node);
      else free.set(node.name, [node]);
      continue;
    }
    binding.references.push(node);
    if (writes) binding.writes.push(node);
    resolved.set(node, binding);
  }
  return { all, of: (node) => declaredAt.get(node) ?? resolved.get(node), free };
}

/** Whether an identifier is a mere word: a property's name, a label, a key. */
function isLabelOrKey(node: t.Identifier, parent: Node, key: string): boolean {
  switch (parent.type) {
    case "MemberExpression":
    case "OptionalMemberExpression":
      return key === "property" && !parent.computed;
    case "ClassProperty":
    case "ClassAccessorProperty":
    case "TSPropertySignature":
    case "TSMethodSignature":
    case "TSDeclareMethod":
      return key === "key" && !parent.computed;
    case "ClassPrivateProperty":
    case "PrivateName":
    case "LabeledStatement":
    case "BreakStatement":
    case "ContinueStatement":
    case "MetaProperty":
    case "TSEnumMember":
    case "TSNamedTupleMember":
    case "ImportAttribute":
    case "TSModuleDeclaration":
      return key !== "body" && key !== "value" && key !== "initializer" && key !== "elementType";
    case "TSQualifiedName":
      return key === "right";
    default:
      return false;
  }
}

function isComponentName(node: t.JSXIdentifier, parent: Node, key: string): boolean {
  if (parent.type === "JSXMemberExpression") return key === "object";
  if (parent.type !== "JSXOpeningElement" && parent.type !== "JSXClosingElement") return false;
  return key === "name" && /^[A-Z_$]/.test(node.name);
}
