import { type Choices, capitalized, joinWords, wordsOf } from "../../choices/index.ts";
import { from, type NodeOf, type Sample, usesOwnContext } from "../../syntax/index.ts";
import { composed, edited, family } from "../family.ts";
import { chooseStyle, distinctNames } from "../made-up.ts";

function mainMethod(sample: Sample): NodeOf<"ClassMethod"> | undefined {
  const fn = sample.main?.fn;
  return fn?.type === "ClassMethod" && fn.kind === "method" ? fn : undefined;
}

export const makeStatic = family(
  "make-static",
  {
    seen: [
      "make [the method|it|this|this method] static",
      "add static",
      "=this [should be|can be] [a |]static[ method|]",
      "turn [this|the method] into a static method",
    ],
    unseen: ["the method needs no instance, so call it on the class"],
    isDone: (sample) => mainMethod(sample)?.static === true,
    weight: 0.7,
  },
  (sample) => {
    const method = mainMethod(sample);
    if (
      method === undefined ||
      method.static ||
      usesOwnContext(method) ||
      (sample.text.slice(from(method), from(method.key)).trim() !== "" && !method.async)
    )
      return undefined;
    const draft = sample.draft();
    draft.appendLeft(from(method), "static ");
    return edited(sample, draft);
  },
);

export const toGetter = family(
  "to-getter",
  {
    seen: [
      "make [this|it|the method] a getter",
      "[[convert|change] the method [to|into]|turn the method into] a getter",
      "use a getter[| instead of a method]",
      "=this should be a getter",
      "={name} should be a property[ with a getter|], not a method",
    ],
    unseen: ["{name} is to be read without parentheses"],
    isDone: (sample) => sample.main?.fn.type === "ClassMethod" && sample.main.fn.kind === "get",
    weight: 0.9,
  },
  (sample) => {
    const method = mainMethod(sample);
    if (
      method === undefined ||
      method.params.length > 0 ||
      method.async ||
      method.generator ||
      from(method.key) !== from(method)
    )
      return undefined;
    if (!sample.all("ReturnStatement").some((one) => one.argument && sample.functionOf(one) === method))
      return undefined;
    const draft = sample.draft();
    draft.appendLeft(from(method), "get ");
    return edited(sample, draft, { name: sample.main?.name ?? "" });
  },
);

export const fromGetter = family(
  "from-getter",
  {
    seen: [
      "make [this|it|the getter] a [normal |]method",
      "[[convert|change] the getter [to|into]|turn the getter into] a method",
      "use a method instead of a getter",
      "=no getter, a method",
      "={name} should be a method",
    ],
    unseen: ["{name} does too much for a property, let it be called"],
    weight: 0.6,
  },
  (sample) => {
    const fn = sample.main?.fn;
    if (fn?.type !== "ClassMethod" || fn.kind !== "get") return undefined;
    const draft = sample.draft();
    const at = sample.text.indexOf("get", from(fn));
    draft.remove(at, from(fn.key));
    return edited(sample, draft, { name: sample.main?.name ?? "" });
  },
);

export const setVisibility = family(
  "set-visibility",
  {
    seen: [
      "make [the method|it|{name}] {visibility}",
      "={name} should be {visibility}",
      "add the modifier {visibility}[| to {name}]",
      "mark [it|{name}] [as |]{visibility}",
      "declare {name} {visibility}",
    ],
    unseen: ["the compiler should treat {name} as {visibility}"],
  },
  (sample, choose) => {
    const fn = sample.main?.fn;
    if (fn?.type !== "ClassMethod" || !sample.isTyped || fn.kind === "constructor" || fn.decorators?.length)
      return undefined;
    const visibility = choose.pick(["private", "protected", "public"]);
    if (fn.accessibility === visibility) return undefined;
    const draft = sample.draft();
    if (fn.accessibility) draft.update(from(fn), from(fn) + fn.accessibility.length, visibility);
    else draft.appendLeft(from(fn), `${visibility} `);
    return edited(sample, draft, { name: sample.main?.name ?? "", visibility });
  },
);

/** A small class in two forms. */
interface Parts {
  readonly name: string;
  readonly fields: readonly string[];
  readonly method: string;
  readonly statement: string;
  readonly i: string;
  readonly s: string;
}

function parts(choose: Choices): Parts {
  const { i, s, q } = chooseStyle(choose);
  const [noun = "", ...rest] = distinctNames(choose, 5);
  const fields = rest.slice(0, choose.between(1, 3));
  const [field = ""] = fields;
  const method = joinWords(
    [
      choose.pick(["get", "update", "reset", "print", "check", "add", "format"]),
      ...wordsOf(rest[3] ?? "all"),
    ],
    "camel",
  );
  const statement = choose.pick([
    `return this.${field}`,
    `this.${field} = null`,
    `console.log(this.${field})`,
    `return ${q}${capitalized(noun)}: ${q} + this.${field}`,
    `this.${field}++`,
    `return this.${field}.length > 0`,
  ]);
  return { name: capitalized(noun), fields, method, statement, i, s };
}

const asClass = ({ name, fields, method, statement, i, s }: Parts) =>
  [
    `class ${name} {`,
    `${i}constructor(${fields.join(", ")}) {`,
    ...fields.map((field) => `${i}${i}this.${field} = ${field}${s}`),
    `${i}}`,
    "",
    `${i}${method}() {`,
    `${i}${i}${statement}${s}`,
    `${i}}`,
    "}",
  ].join("\n");

const asPrototype = ({ name, fields, method, statement, i, s }: Parts) =>
  [
    `function ${name}(${fields.join(", ")}) {`,
    ...fields.map((field) => `${i}this.${field} = ${field}${s}`),
    "}",
    "",
    `${name}.prototype.${method} = function () {`,
    `${i}${statement}${s}`,
    `}${s}`,
  ].join("\n");

const asFactory = ({ name, fields, method, statement, i, s }: Parts) =>
  [
    `function create${name}(${fields.join(", ")}) {`,
    `${i}return {`,
    ...fields.map((field) => `${i}${i}${field},`),
    `${i}${i}${method}() {`,
    `${i}${i}${i}${statement}${s}`,
    `${i}${i}},`,
    `${i}}${s}`,
    "}",
  ].join("\n");

const TO_CLASS = [
  "[[convert|change] [this|it] [to|into]|turn [this|it] into] a class",
  "use a class",
  "use class syntax",
  "rewrite [this |]as [a |]class",
  "make [this|it] a class",
  "=class instead of this",
];

export const prototypeToClass = composed(
  "prototype-to-class",
  {
    seen: [
      ...TO_CLASS,
      "use a class instead of [the |]prototype",
      "replace the prototype [code |]with a class",
    ],
    unseen: ["prototypes are yesterday's way of doing this"],
    weight: 0.8,
  },
  (choose) => {
    const p = parts(choose);
    return { before: asPrototype(p), after: asClass(p) };
  },
);

export const classToPrototype = composed(
  "class-to-prototype",
  {
    seen: [
      "use a constructor function and prototype instead of a class",
      "[convert|rewrite] the class [to|as] a constructor function[| with prototype methods]",
      "=no class, use prototype",
    ],
    unseen: ["this must run in ES5, where there are no classes"],
    weight: 0.4,
  },
  (choose) => {
    const p = parts(choose);
    return { before: asClass(p), after: asPrototype(p) };
  },
);

export const factoryToClass = composed(
  "factory-to-class",
  {
    seen: [
      ...TO_CLASS,
      "use a class instead of [the |a |]factory[ function|]",
      "replace the factory [with|by] a class",
    ],
    unseen: ["callers should say new instead of create…"],
    weight: 0.6,
  },
  (choose) => {
    const p = parts(choose);
    return { before: asFactory(p), after: asClass(p) };
  },
);

export const classToFactory = composed(
  "class-to-factory",
  {
    seen: [
      "use a factory function instead of [a|the] class",
      "[[convert|change] the class [to|into]|turn the class into] a factory function",
      "=no class, write a function that returns an object",
      "replace the class [with|by] a factory",
    ],
    unseen: ["objects should come from a create function, without new"],
    weight: 0.5,
  },
  (choose) => {
    const p = parts(choose);
    return { before: asClass(p), after: asFactory(p) };
  },
);
