import { type Choices, wordsOf } from "../../choices/index.ts";
import { bodyOf, from, loadsModule, type Sample, to } from "../../syntax/index.ts";
import { edited, family } from "../family.ts";
import { parameterRange } from "../parameters/list.ts";

const PRIMITIVES = ["string", "number", "boolean"];

function type(sample: Sample, choose: Choices): string {
  if (choose.chance(0.5)) return choose.pick(PRIMITIVES);
  const base = choose.chance(0.4) ? choose.pick(PRIMITIVES) : choose.type(sample);
  switch (choose.below(7)) {
    case 0:
      return `${base}[]`;
    case 1:
      return `${base} | null`;
    case 2:
      return `${base} | undefined`;
    case 3:
      return `Record<string, ${base}>`;
    case 4:
      return `Map<string, ${base}>`;
    default:
      return base;
  }
}

/** The first type turns a JavaScript sample into TypeScript. */
const typed = (sample: Sample) => (sample.language === "jsx" || sample.language === "tsx" ? "tsx" : "ts");

export const annotateParameter = family(
  "annotate-parameter",
  {
    seen: [
      "[annotate|type] [the parameter |]{name} as {type}",
      "add [the|a] type {type} to [the parameter |]{name}",
      "give {name} the type {type}",
      "={name} is a {type}, [annotate it|add the type]",
      "={name} should [be|have the type] {type}",
      "declare {name} as {type}",
      "={name}: {type}",
      "add [a|the] type annotation [to|for] {name}: {type}",
      "set the type of {name} to {type}",
    ],
    unseen: ["TypeScript should know that {name} is {type}", "put the type {type} on {name}"],
    weight: 1.3,
  },
  (sample, choose) => {
    const fn = sample.main?.fn;
    const target = choose.pickIfAny(
      (fn?.params ?? []).filter((one) => one.type === "Identifier" && !one.typeAnnotation),
    );
    if (fn === undefined || target?.type !== "Identifier" || target.optional) return undefined;
    const name = target.name;
    const annotation = type(sample, choose);
    const draft = sample.draft();
    if (parameterRange(sample, fn) === undefined)
      draft.update(from(target), to(target), `(${name}: ${annotation})`);
    else draft.appendLeft(to(target), `: ${annotation}`);
    return edited(sample, draft, { name, type: annotation }, { language: typed(sample) });
  },
);

export const annotateParameters = family(
  "annotate-parameters",
  {
    seen: [
      "add types: {list}",
      "annotate the parameters: {list}",
      "type the parameters ({list})",
      "[add|put] TypeScript types [on|to] the parameters: {list}",
      "=the parameter types are {list}",
      "convert the parameters to TypeScript: {list}",
    ],
    unseen: ["make the signature typed, with {list}"],
  },
  (sample, choose) => {
    const fn = sample.main?.fn;
    const params = fn?.params ?? [];
    if (
      fn === undefined ||
      params.length < 2 ||
      params.length > 4 ||
      parameterRange(sample, fn) === undefined
    )
      return undefined;
    const draft = sample.draft();
    const list: string[] = [];
    for (const one of params) {
      if (one.type !== "Identifier" || one.typeAnnotation || one.optional) return undefined;
      const annotation = type(sample, choose);
      list.push(`${one.name}: ${annotation}`);
      draft.appendLeft(to(one), `: ${annotation}`);
    }
    return edited(sample, draft, { list: list.join(", ") }, { language: typed(sample) });
  },
);

export const annotateReturn = family(
  "annotate-return",
  {
    seen: [
      "add [the|a] return type {type}",
      "annotate the return type as {type}",
      "=the function returns {type}[, add the return type|, annotate it]",
      "=the return type [is|should be] {type}",
      "set the return type to {type}",
      "declare that it returns {type}",
      "give the function the return type {type}",
      "make [it|the function] return {type} in its signature",
    ],
    unseen: ["the signature should promise {type}", "type what comes back as {type}"],
    weight: 1.6,
  },
  (sample, choose) => {
    const fn = sample.main?.fn;
    if (
      fn === undefined ||
      fn.returnType ||
      (fn.type === "ClassMethod" && fn.kind !== "method" && fn.kind !== "get")
    )
      return undefined;
    const range = parameterRange(sample, fn);
    if (range === undefined) return undefined;
    const returns = sample
      .all("ReturnStatement")
      .some((one) => one.argument && sample.functionOf(one) === fn);
    const drawn = type(sample, choose);
    const isMaybe = /^[A-Z]\w*$/.test(drawn) && choose.chance(0.3);
    const some = isMaybe ? `${drawn} | ${choose.pick(["null", "null", "undefined"])}` : drawn;
    const plain = bodyOf(fn) && !returns ? "void" : some;
    const annotation = fn.async ? `Promise<${plain}>` : plain;
    const draft = sample.draft();
    draft.appendLeft(range.end + 1, `: ${annotation}`);
    return edited(sample, draft, { type: annotation }, { language: typed(sample) });
  },
);

export const annotateVariable = family(
  "annotate-variable",
  {
    seen: [
      "[annotate|type] the variable {name} as {type}",
      "give the [variable|const] {name} the type {type}",
      "add [the|a] type {type} to [the variable |]{name}",
      "declare {name} as {type}",
      "={name} should be [typed as|of type] {type}",
    ],
    unseen: ["state that {name} holds {type}"],
    weight: 0.8,
  },
  (sample, choose) => {
    const target = choose.pickIfAny(
      sample
        .all("VariableDeclarator")
        .filter(
          (one) =>
            one.id.type === "Identifier" &&
            !one.id.typeAnnotation &&
            !(one.init && loadsModule(sample, one.init)) &&
            !/^For(In|Of)/.test(sample.parent(sample.parent(one) ?? one)?.type ?? ""),
        ),
    );
    if (target?.id.type !== "Identifier" || target.id.name === sample.main?.name) return undefined;
    const annotation = type(sample, choose);
    const draft = sample.draft();
    draft.appendLeft(from(target.id) + target.id.name.length, `: ${annotation}`);
    return edited(sample, draft, { name: target.id.name, type: annotation }, { language: typed(sample) });
  },
);

export const changeType = family(
  "change-type",
  {
    seen: [
      "change the type of {name} [from {old} |]to {type}",
      "={name} should be [a |]{type}[|, not {old}| instead of {old}]",
      "make {name} a {type}[| instead of {old}]",
      "set {name}'s type to {type}",
      "use {type} [instead of {old} |]for {name}",
    ],
    unseen: ["{name} is typed wrongly, it is {type}"],
  },
  (sample, choose) => {
    const fn = sample.main?.fn;
    const target = choose.pickIfAny(
      (fn?.params ?? []).filter((one) => one.type === "Identifier" && one.typeAnnotation),
    );
    if (target?.type !== "Identifier" || target.typeAnnotation?.type !== "TSTypeAnnotation") return undefined;
    const old = target.typeAnnotation.typeAnnotation;
    if (!sample.isOneLine(old) || to(old) - from(old) > 40) return undefined;
    const fresh = type(sample, choose);
    if (fresh === sample.source(old)) return undefined;
    const draft = sample.draft();
    draft.update(from(old), to(old), fresh);
    return edited(sample, draft, { name: target.name, old: sample.source(old), type: fresh });
  },
);

export const makeOptional = family(
  "make-optional",
  {
    seen: [
      "make [the parameter |]{name} optional",
      "={name} [should be|is] optional",
      "mark {name} as optional",
      "add a question mark to {name}[| to make it optional]",
      "={name} may be left out, make it optional in the type",
      "={name} isn't always [there|set|given|present]",
      "=the {wordsName} isn't always [there|set|given|present], make it optional",
      "=not everyone has a {wordsName}",
    ],
    unseen: ["callers may omit {name}, let the types say so"],
    weight: 2,
  },
  (sample, choose) => {
    const last = sample.main?.fn.params.at(-1);
    const fields = sample
      .all("TSPropertySignature")
      .filter((one) => !one.optional && !one.computed && one.key.type === "Identifier");
    const options = [
      ...(last?.type === "Identifier" && last.typeAnnotation && !last.optional && last.name !== "this"
        ? [last]
        : []),
      ...fields.map((one) => one.key),
    ];
    const target = choose.pickIfAny(options);
    if (target?.type !== "Identifier") return undefined;
    const draft = sample.draft();
    draft.appendLeft(from(target) + target.name.length, "?");
    return edited(sample, draft, { name: target.name, wordsName: wordsOf(target.name).join(" ") });
  },
);
