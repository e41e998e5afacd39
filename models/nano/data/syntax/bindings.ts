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

/** A name and all its occurrences. */
export interface Binding {
  readonly name: string;
  readonly kind: BindingKind;
  /** Where the name is declared; more than one if a `var` or a function is redeclared. */
  readonly declarations: NameNode[];
  /** Where it is read or written, without declarations. */
  readonly references: NameNode[];
  /** The references that write it. */
  readonly writes: NameNode[];
  /** The function, block, class or program in which it is visible. */
  readonly scope: Node;
}

export type NameNode = t.Identifier | t.JSXIdentifier;

/** The bindings in a piece of code. */
export interface Bindings {
  readonly all: readonly Binding[];
  /** Returns the binding of a name, or undefined if it is not declared here. */
  of(node: Node): Binding | undefined;
  /** Names that the piece uses but does not declare. */
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

interface Use {
  readonly node: NameNode;
  readonly scope: Scope;
  readonly writes: boolean;
}

/** Resolves the names of a program, including hoisting, shadowing, patterns, JSX and TypeScript types. */
export function resolveBindings(program: t.Program): Bindings {
  const walk = new Walk();
  walk.children(program, new Scope(program, undefined, true));
  return walk.bindings();
}

/** Traverses the tree, declaring names and collecting their uses until all are declared. */
class Walk {
  readonly #all: Binding[] = [];
  readonly #declaredAt = new Map<Node, Binding>();
  readonly #uses: Use[] = [];

  children(node: Node, scope: Scope, leftOut = ""): void {
    children(node, (child, key) => {
      if (key !== leftOut) this.#visit(child, node, key, scope);
    });
  }

  /** Resolves the uses. Call it after the whole tree was visited. */
  bindings(): Bindings {
    const declaredAt = this.#declaredAt;
    const resolved = new Map<Node, Binding>();
    const free = new Map<string, NameNode[]>();
    for (const { node, scope, writes } of this.#uses) {
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
    return { all: this.#all, of: (node) => declaredAt.get(node) ?? resolved.get(node), free };
  }

  #declare(node: NameNode, kind: BindingKind, scope: Scope): void {
    let binding = scope.names.get(node.name);
    if (binding === undefined) {
      binding = { name: node.name, kind, declarations: [], references: [], writes: [], scope: scope.node };
      scope.names.set(node.name, binding);
      this.#all.push(binding);
    }
    binding.declarations.push(node);
    this.#declaredAt.set(node, binding);
  }

  #use(node: NameNode, scope: Scope, writes: boolean): void {
    this.#uses.push({ node, scope, writes });
  }

  /** Visits the child at `key`, if there is one. */
  #visitChild<N extends Node, K extends string & keyof N>(node: N, key: K, scope: Scope): void {
    const child = node[key] as Node | null | undefined;
    if (child) this.#visit(child, node, key, scope);
  }

  #visit(node: Node, parent: Node, key: string, scope: Scope): void {
    switch (node.type) {
      case "Identifier":
        if (!isLabelOrKey(node, parent, key)) this.#use(node, scope, false);
        if (node.typeAnnotation) this.#visit(node.typeAnnotation, node, "typeAnnotation", scope);
        return;
      case "JSXIdentifier":
        if (isComponentName(node, parent, key)) this.#use(node, scope, false);
        return;
      case "FunctionDeclaration":
        if (node.id) this.#declare(node.id, "function", scope);
        this.#visitFunction(node, scope);
        return;
      case "FunctionExpression":
      case "ArrowFunctionExpression":
      case "ClassMethod":
      case "ClassPrivateMethod":
      case "ObjectMethod":
        this.#visitFunction(node, scope);
        return;
      case "TSDeclareFunction":
        if (node.id) this.#declare(node.id, "function", scope);
        return;
      case "ClassDeclaration":
      case "ClassExpression": {
        const inner = new Scope(node, scope, false);
        if (node.id) this.#declare(node.id, "class", node.type === "ClassDeclaration" ? scope : inner);
        this.children(node, inner, "id");
        return;
      }
      case "VariableDeclaration":
        this.#visitVariables(node, scope);
        return;
      case "ImportDeclaration":
        for (const one of node.specifiers) this.#declare(one.local, "import", scope);
        return;
      case "TSInterfaceDeclaration":
      case "TSTypeAliasDeclaration":
      case "TSEnumDeclaration":
        this.#declare(node.id as t.Identifier, "type", scope);
        this.children(node, new Scope(node, scope, false), "id");
        return;
      case "TSTypeParameter":
        // The node stands for its own name: like an identifier, it has `name`.
        this.#declare(node as unknown as t.Identifier, "type", scope);
        this.#visitChild(node, "constraint", scope);
        this.#visitChild(node, "default", scope);
        return;
      case "ForInStatement":
      case "ForOfStatement":
        this.#visitLoop(node, new Scope(node, scope, false));
        return;
      case "BlockStatement":
      case "StaticBlock":
      case "ForStatement":
      case "SwitchStatement":
        this.children(node, new Scope(node, scope, false));
        return;
      case "CatchClause": {
        const inner = new Scope(node, scope, false);
        if (node.param) this.#declarePattern(node.param, "catch", inner, inner);
        this.children(node.body, inner);
        return;
      }
      case "AssignmentExpression":
        this.#visitTarget(node.left, node, "left", scope);
        this.#visitChild(node, "right", scope);
        return;
      case "UpdateExpression":
        this.#visitTarget(node.argument, node, "argument", scope);
        return;
      case "ObjectProperty":
        if (node.computed) this.#visitChild(node, "key", scope);
        this.#visitChild(node, "value", scope);
        return;
      case "ExportSpecifier":
        if (node.local.type === "Identifier") this.#use(node.local, scope, false);
        return;
      case "ExportNamedDeclaration":
        if (!node.source) this.children(node, scope);
        return;
      case "TSFunctionType":
      case "TSConstructorType":
      case "TSMethodSignature":
      case "TSCallSignatureDeclaration":
      case "TSConstructSignatureDeclaration":
      case "TSIndexSignature":
        this.#visitSignature(node, new Scope(node, scope, false));
        return;
      default:
        this.children(node, scope);
    }
  }

  #visitFunction(node: Node, scope: Scope): void {
    if (!isFunction(node)) return;
    const inner = new Scope(node, scope, true);
    if (node.type === "FunctionExpression" && node.id) this.#declare(node.id, "function", inner);
    if ("key" in node && node.key) {
      if ("computed" in node && node.computed) this.#visitChild(node, "key", scope);
      if ("decorators" in node)
        for (const one of node.decorators ?? []) this.#visit(one, node, "decorators", scope);
    }
    this.#visitChild(node, "typeParameters", inner);
    for (const parameter of node.params) this.#declarePattern(parameter, "parameter", inner, inner);
    this.#visitChild(node, "returnType", inner);
    if (node.body.type === "BlockStatement") this.children(node.body, inner);
    else this.#visitChild(node, "body", inner);
  }

  #visitVariables(node: t.VariableDeclaration, scope: Scope): void {
    const kind = node.kind === "let" || node.kind === "var" ? node.kind : "const";
    const target = kind === "var" ? scope.functionScope : scope;
    for (const one of node.declarations) {
      this.#declarePattern(one.id, kind, target, scope);
      this.#visitChild(one, "init", scope);
    }
  }

  #visitLoop(node: t.ForInStatement | t.ForOfStatement, inner: Scope): void {
    if (node.left.type === "VariableDeclaration") {
      this.children(node, inner);
      return;
    }
    this.#visitTarget(node.left, node, "left", inner);
    this.#visitChild(node, "right", inner);
    this.#visitChild(node, "body", inner);
  }

  /** The parameter names of a function type are not bindings. */
  #visitSignature(node: Signature, inner: Scope): void {
    for (const one of node.parameters) {
      const annotation = "typeAnnotation" in one ? one.typeAnnotation : undefined;
      if (annotation) this.#visit(annotation, one, "typeAnnotation", inner);
    }
    if ("typeParameters" in node) this.#visitChild(node, "typeParameters", inner);
    this.#visitChild(node, "typeAnnotation", inner);
  }

  /** Declares the names of a pattern in `scope`; defaults, computed keys and types are resolved in `values`. */
  #declarePattern(node: Node, kind: BindingKind, scope: Scope, values: Scope): void {
    switch (node.type) {
      case "Identifier":
        this.#declare(node, kind, scope);
        this.#visitChild(node, "typeAnnotation", values);
        break;
      case "AssignmentPattern":
        this.#declarePattern(node.left, kind, scope, values);
        this.#visitChild(node, "right", values);
        break;
      case "ObjectPattern":
        for (const property of node.properties) {
          if (property.type === "RestElement") this.#declarePattern(property.argument, kind, scope, values);
          else {
            if (property.computed) this.#visitChild(property, "key", values);
            this.#declarePattern(property.value, kind, scope, values);
          }
        }
        this.#visitChild(node, "typeAnnotation", values);
        break;
      case "ArrayPattern":
        for (const element of node.elements) if (element) this.#declarePattern(element, kind, scope, values);
        this.#visitChild(node, "typeAnnotation", values);
        break;
      case "RestElement":
        this.#declarePattern(node.argument, kind, scope, values);
        this.#visitChild(node, "typeAnnotation", values);
        break;
      case "TSParameterProperty":
        this.#declarePattern(node.parameter, kind, scope, values);
        break;
      default:
        this.#visit(node, node, "", values);
    }
  }

  /** Visits the target of an assignment, whose names are written. */
  #visitTarget(node: Node, parent: Node, key: string, scope: Scope): void {
    switch (node.type) {
      case "Identifier":
        this.#use(node, scope, true);
        break;
      case "ObjectPattern":
        for (const property of node.properties) {
          if (property.type === "RestElement")
            this.#visitTarget(property.argument, property, "argument", scope);
          else {
            if (property.computed) this.#visitChild(property, "key", scope);
            this.#visitTarget(property.value, property, "value", scope);
          }
        }
        break;
      case "ArrayPattern":
        for (const element of node.elements) if (element) this.#visitTarget(element, node, "elements", scope);
        break;
      case "AssignmentPattern":
        this.#visitTarget(node.left, node, "left", scope);
        this.#visitChild(node, "right", scope);
        break;
      case "RestElement":
        this.#visitTarget(node.argument, node, "argument", scope);
        break;
      default:
        this.#visit(node, parent, key, scope);
    }
  }
}

type Signature =
  | t.TSFunctionType
  | t.TSConstructorType
  | t.TSMethodSignature
  | t.TSCallSignatureDeclaration
  | t.TSConstructSignatureDeclaration
  | t.TSIndexSignature;

/** Whether an identifier is not a reference: a property's name, a label or a key. */
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
