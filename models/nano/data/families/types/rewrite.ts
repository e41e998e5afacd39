import { from, type Node, parseFile, removeLines, type Sample, to } from "../../syntax/index.ts";
import { edited, family } from "../family.ts";

const TYPE_ONLY = ["TSTypeAnnotation", "TSTypeParameterDeclaration", "TSTypeParameterInstantiation"] as const;

/** Returns the code without its TypeScript syntax; undefined if that takes more than removing. */
function withoutTypes(sample: Sample): string | undefined {
  const draft = sample.draft();
  for (const type of [
    "TSEnumDeclaration",
    "TSModuleDeclaration",
    "TSParameterProperty",
    "TSDeclareFunction",
    "Decorator",
    "TSImportEqualsDeclaration",
    "TSExportAssignment",
    "TSDeclareMethod",
  ] as const)
    if (sample.has(type)) return undefined;
  for (const one of [...sample.all("TSInterfaceDeclaration"), ...sample.all("TSTypeAliasDeclaration")]) {
    if (sample.program.body.length === 1) return undefined;
    const holder = sample.parent(one);
    removeLines(sample, draft, holder?.type === "ExportNamedDeclaration" ? holder : one);
  }
  const isInside = (node: Node): boolean =>
    sample.around(node, (one) =>
      /^TS(Interface|TypeAlias)Declaration$|^TSType(Annotation|Parameter)/.test(one.type),
    ) !== undefined;
  for (const type of TYPE_ONLY)
    for (const node of sample.all(type)) {
      if (isInside(node)) continue;
      const holder = sample.parent(node);
      const isOptional =
        holder &&
        "optional" in holder &&
        holder.optional &&
        (holder.type === "Identifier" || holder.type === "ClassProperty");
      draft.remove(isOptional ? sample.text.lastIndexOf("?", from(node)) : from(node), to(node));
    }
  for (const type of ["TSAsExpression", "TSSatisfiesExpression", "TSNonNullExpression"] as const)
    for (const node of sample.all(type)) {
      if (isInside(node)) continue;
      // `(x as T)` keeps its parentheses: removing them would be another edit.
      draft.remove(to(node.expression) + (node.expression.extra?.["parenthesized"] ? 1 : 0), to(node));
    }
  if (sample.has("TSTypeAssertion")) return undefined;
  for (const node of [...sample.all("ClassMethod"), ...sample.all("ClassProperty")]) {
    const head = sample.text.slice(from(node), from(node.key as Node));
    const modifiers =
      /^((?:(?:public|private|protected|readonly|override|abstract|declare)\s+|(static)\s+)+)/.exec(head);
    if (modifiers) {
      if ("abstract" in node && node.abstract) return undefined;
      const kept = /\bstatic\b/.test(modifiers[0]) ? "static " : "";
      draft.update(from(node), from(node) + modifiers[0].length, kept || " ");
      if (kept === "") draft.remove(from(node), from(node) + modifiers[0].length);
    }
  }
  for (const node of sample.all("ClassDeclaration"))
    if (node.implements?.length || node.superTypeParameters || node.abstract) return undefined;
  for (const one of sample.all("Identifier"))
    if (one.optional && !one.typeAnnotation && !isInside(one))
      draft.remove(from(one) + one.name.length, from(one) + one.name.length + 1);
  for (const one of sample.all("ImportDeclaration"))
    if (one.importKind === "type") removeLines(sample, draft, one);
  return sample.finish(draft);
}

const hasNoTypes = (sample: Sample) =>
  sample.isTyped &&
  !sample.program.body.some((one) => /^TS/.test(one.type)) &&
  withoutTypes(sample) === sample.code;

export const stripTypes = family(
  "strip-types",
  {
    seen: [
      "remove [the|all] types",
      "remove [the|all] type annotations",
      "convert [this |it |]to [plain |]JavaScript",
      "turn this into [plain |]JavaScript",
      "strip [the|all] TypeScript types",
      "make this [plain |]JavaScript[| instead of TypeScript]",
      "=no types please",
      "rewrite without types",
      "get rid of the TypeScript syntax",
    ],
    unseen: ["this has to run without a TypeScript compiler", "from ts to js"],
    isDone: hasNoTypes,
    weight: 1.3,
  },
  (sample) => {
    if (!sample.isTyped) return undefined;
    const after = withoutTypes(sample);
    const language = sample.language === "tsx" ? "jsx" : "js";
    if (after === undefined || after === sample.code || !sample.accepts(after, language)) return undefined;
    // If there are only types, there is no equivalent JavaScript.
    if (!sample.isMethod && parseFile(after, language)?.program.body.length === 0) return undefined;
    return { after, slots: {}, language };
  },
);

export const anyToUnknown = family(
  "any-to-unknown",
  {
    seen: [
      "[use|switch to] unknown instead of any",
      "replace any [with|by] unknown",
      "=no any[ please|]: use unknown",
      "change [the type |all |]any to unknown",
      "get rid of any, use unknown",
    ],
    unseen: ["any is forbidden here, unknown is fine"],
    isDone: (sample) => sample.isTyped && !sample.has("TSAnyKeyword") && sample.has("TSTypeAnnotation"),
    weight: 0.8,
  },
  (sample) => {
    const draft = sample.draft();
    for (const node of sample.all("TSAnyKeyword")) draft.update(from(node), to(node), "unknown");
    return edited(sample, draft);
  },
);

export const arrayTypes = family(
  "array-types",
  {
    seen: [
      "[use|write] {example} [for array types |]instead of {other}",
      "[use|prefer] the {example} syntax for array types",
      "replace {other} [with|by] {example} in the types",
      "=array types should be [written as|in the form] {example}",
    ],
    unseen: ["our style for arrays in types is {example}"],
    weight: 0.7,
  },
  (sample, choose) => {
    const draft = sample.draft();
    const toGeneric = choose.chance(0.5);
    if (toGeneric) {
      for (const node of sample.all("TSArrayType")) {
        if (
          sample.around(node, (one) => one.type === "TSArrayType") ||
          /^TS(TypeOperator|Parenthesized)/.test(sample.parent(node)?.type ?? "")
        )
          return undefined;
        if (node.elementType.type === "TSParenthesizedType" || node.elementType.type === "TSArrayType")
          return undefined;
        draft.update(from(node), to(node), `Array<${sample.source(node.elementType)}>`);
      }
      return edited(sample, draft, { example: "Array<T>", other: "T[]" });
    }
    for (const node of sample.all("TSTypeReference")) {
      if (node.typeName.type !== "Identifier" || node.typeName.name !== "Array") continue;
      const [element] = node.typeParameters?.params ?? [];
      if (
        element === undefined ||
        !/^TS(String|Number|Boolean|Any|Unknown)Keyword$|^TSTypeReference$/.test(element.type)
      )
        return undefined;
      if (sample.around(node, (one) => one.type === "TSTypeReference")) return undefined;
      if (sample.source(element).startsWith("Array<")) return undefined;
      draft.update(from(node), to(node), `${sample.source(element)}[]`);
    }
    return edited(sample, draft, { example: "T[]", other: "Array<T>" });
  },
);

export const interfaceToType = family(
  "interface-to-type",
  {
    seen: [
      "[[convert|change] the interface [to|into]|turn the interface into] a type[ alias|]",
      "use a type alias instead of an interface",
      "make [{name}|the interface] a type alias",
      "replace the interface [with|by] a type",
      "=type instead of interface",
    ],
    unseen: ["we write such shapes with the type keyword"],
  },
  (sample) => {
    const [one, another] = sample.all("TSInterfaceDeclaration");
    if (one === undefined || another || one.typeParameters || one.declare) return undefined;
    const bases = (one.extends ?? []).map((base) => sample.source(base));
    const draft = sample.draft();
    draft.update(
      from(one),
      from(one.body),
      `type ${one.id.name} = ${bases.map((base) => `${base} & `).join("")}`,
    );
    draft.appendLeft(to(one), ";");
    return edited(sample, draft, { name: one.id.name });
  },
);

export const typeToInterface = family(
  "type-to-interface",
  {
    seen: [
      "[[convert|change] the type [alias |][to|into]|turn the type [alias |]into] an interface",
      "use an interface instead of a type[ alias|]",
      "make {name} an interface",
      "replace the type alias [with|by] an interface",
      "=interface instead of type",
    ],
    unseen: ["we write such shapes with the interface keyword"],
  },
  (sample) => {
    const [one, another] = sample.all("TSTypeAliasDeclaration");
    if (
      one === undefined ||
      another ||
      one.typeParameters ||
      one.declare ||
      one.typeAnnotation.type !== "TSTypeLiteral"
    )
      return undefined;
    const draft = sample.draft();
    draft.update(from(one), from(one.typeAnnotation), `interface ${one.id.name} `);
    if (to(one) > to(one.typeAnnotation)) draft.remove(to(one.typeAnnotation), to(one));
    return edited(sample, draft, { name: one.id.name });
  },
);

export const readonlyFields = family(
  "readonly-fields",
  {
    seen: [
      "make [all |][the |][fields|properties] readonly",
      "add readonly to [all|the] [fields|properties]",
      "mark [every property|the properties] as readonly",
      "=[all|the] [fields|properties] should be readonly",
    ],
    unseen: ["nobody may assign to these fields, let the compiler know"],
    isDone: (sample) =>
      sample.has("TSPropertySignature") &&
      sample.all("TSPropertySignature").every((one) => one.readonly) &&
      !sample.has("ClassProperty"),
    weight: 0.8,
  },
  (sample) => {
    const fields = [
      ...sample.all("TSPropertySignature"),
      ...sample.all("ClassProperty").filter((one) => !one.static),
    ];
    if (fields.length === 0 || (sample.has("ClassProperty") && !sample.isTyped)) return undefined;
    const draft = sample.draft();
    for (const one of fields) if (!one.readonly) draft.appendLeft(from(one.key), "readonly ");
    return edited(sample, draft);
  },
);

export const addField = family(
  "add-field",
  {
    seen: [
      "add [a|the] [field|property] {name} of type {type}[| at the end]",
      "add {name}: {type}",
      "add [a|the] [property|field] {name} ({type})[| to the type| to the interface]",
      "=[it|the type] should also have {name}: {type}",
      "extend [the interface|the type] with {name}: {type}",
    ],
    unseen: ["there is one more member, {name}, and it is a {type}"],
  },
  (sample, choose) => {
    const bodies = [...sample.all("TSInterfaceBody"), ...sample.all("TSTypeLiteral")];
    const [body] = bodies;
    const last = body && (body.type === "TSInterfaceBody" ? body.body : body.members).at(-1);
    if (bodies.length !== 1 || last === undefined || !sample.isAlone(last)) return undefined;
    const end = sample.text[to(last) - 1];
    const name = choose.variable(sample);
    const type = choose.pick([
      "string",
      "number",
      "boolean",
      "string[]",
      "number | null",
      "Date",
      "() => void",
      choose.type(sample),
    ]);
    const draft = sample.draft();
    draft.appendLeft(
      to(last),
      `\n${sample.indentAt(from(last))}${name}: ${type}${end === ";" || end === "," ? end : ""}`,
    );
    return edited(sample, draft, { name, type });
  },
);
