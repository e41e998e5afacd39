import { Choices, capitalized } from "../../choices/index.ts";
import { from, type Node, type NodeOf, removeLines, type Sample, to } from "../../syntax/index.ts";
import { type Edit, family } from "../family.ts";
import { type Hand, hand, names } from "../made-up.ts";
import { orComposed, plural, spoken } from "./spoken.ts";

type Member = NodeOf<"ClassProperty" | "ClassMethod" | "TSParameterProperty">;

function members(sample: Sample): Member[] {
  return [
    ...sample.all("ClassProperty"),
    ...sample.all("ClassMethod").filter(({ kind }) => kind === "method"),
    ...sample.all("TSParameterProperty"),
  ];
}

function keyOf(member: Member): string | undefined {
  const key =
    member.type === "TSParameterProperty"
      ? member.parameter.type === "AssignmentPattern"
        ? member.parameter.left
        : member.parameter
      : member.key;
  return key.type === "Identifier" ? key.name : undefined;
}

/** The one member of that name without the words before it that `modifiers` matches. */
function without(sample: Sample, choose: Choices, modifiers: RegExp, isField: boolean): Edit | undefined {
  if (!sample.isTyped) return undefined;
  const found = members(sample).flatMap((member) => {
    const name = keyOf(member);
    if (!name || (isField && member.type === "ClassMethod") || name === "constructor") return [];
    const head = sample.source(member);
    const match = modifiers.exec(head);
    if (!match || ("decorators" in member && member.decorators?.length)) return [];
    const isOnly = members(sample).filter((one) => keyOf(one) === name).length === 1;
    // A parameter that is no property without its modifier is another matter.
    const rest = head.slice(match[0].length);
    if (member.type === "TSParameterProperty" && !/^(public|private|protected|readonly)\b/.test(rest))
      return [];
    return isOnly ? [{ member, name, length: match[0].length }] : [];
  });
  const one = choose.maybe(found);
  if (!one) return undefined;
  const draft = sample.draft();
  draft.remove(from(one.member), from(one.member) + one.length);
  const { name } = one;
  return {
    before: sample.finish(draft),
    after: sample.code,
    slots: { name, wordsName: spoken(name.replace(/^_+/, "")) },
  };
}

interface Field {
  readonly name: string;
  readonly type: string;
  readonly value: string;
}

/** What a made-up class holds. */
function fieldsOf(choose: Choices, { q }: Hand, count: number): Field[] {
  return names(choose, count).map((noun) => {
    const many = plural(noun);
    return choose.pick([
      { name: many, type: "string[]", value: "[]" },
      { name: many, type: `${capitalized(noun)}[]`, value: "[]" },
      { name: many, type: "Map<string, number>", value: "new Map()" },
      { name: many, type: "Set<string>", value: "new Set()" },
      { name: noun, type: "number", value: "0" },
      { name: noun, type: "boolean", value: "false" },
      { name: noun, type: "string", value: q + q },
      { name: noun, type: `${capitalized(noun)} | null`, value: "null" },
    ]);
  });
}

/** A small typed class around its fields. */
function typedClass(choose: Choices, h: Hand, fields: readonly Field[], heads: readonly string[]): string {
  const { i, s } = h;
  const [noun = "", verb = ""] = names(choose, 2);
  const [first] = fields;
  if (!first) return "";
  const { name, type } = first;
  const body = type.endsWith("[]")
    ? [`add(one: ${type.slice(0, -2)}) {`, `${i}this.${name}.push(one)${s}`, "}"]
    : type.startsWith("Map")
      ? ["add(key: string, value: number) {", `${i}this.${name}.set(key, value)${s}`, "}"]
      : type.startsWith("Set")
        ? ["add(one: string) {", `${i}this.${name}.add(one)${s}`, "}"]
        : [`${verb}() {`, `${i}return this.${name}${s}`, "}"];
  return [
    `${choose.pick(["", "export "])}class ${capitalized(noun)} {`,
    ...heads.map((one) => i + one),
    "",
    ...body.map((one) => i + one),
    "}",
  ].join("\n");
}

/** A made-up class one of whose fields has the modifier. */
function withModifier(choose: Choices, modifier: string): Edit {
  const h = hand(choose);
  const fields = fieldsOf(choose, h, choose.between(1, 4));
  const at = choose.below(fields.length);
  const seed = choose.below(1_000_000);
  const isReadonly = modifier === "readonly ";
  const inConstructor = choose.chance(0.3);
  const write = (word: string): string[] => {
    if (!inConstructor)
      return fields.map(
        ({ name, type, value }, index) => `${index === at ? word : ""}${name}: ${type} = ${value}${h.s}`,
      );
    const list = fields.map(({ name, type }, index) => `${index === at ? word : "public "}${name}: ${type}`);
    return [`constructor(${list.join(", ")}) {}`];
  };
  const { name = "" } = fields[at] ?? {};
  // A constructor's parameter needs a modifier to be a property at all.
  const [less, more] = inConstructor
    ? ["public ", isReadonly ? "public readonly " : modifier]
    : ["", modifier];
  const compose = (word: string) => typedClass(new Choices(seed), h, fields, write(word));
  return {
    before: compose(less),
    after: compose(more),
    slots: { name, wordsName: spoken(name) },
    language: "ts",
  };
}

export const makePrivate = family(
  "make-private",
  {
    seen: [
      "make {name} private",
      "={name} should be private",
      "=nobody outside should touch {name}, make it private",
      "=the {wordsName} [is|are] [internal|nobody's business], make [it|them] private",
      "=[callers|others] shouldn't be able to [reach|access|use] {name} from outside",
      "={name} is only [used|needed] [in here|inside the class], private please",
      "hide {name} from the outside",
      "=why is {name} public?",
    ],
    unseen: [
      "the rest of the app has no business with {name}",
      "let TypeScript shield {name} from other classes",
    ],
    weight: 1.2,
  },
  orComposed(
    (sample, choose) => without(sample, choose, /^private (?!readonly|static)/, false),
    (choose) => withModifier(choose, "private "),
    0.03,
  ),
);

export const makeReadonly = family(
  "make-readonly",
  {
    seen: [
      "make {name} readonly",
      "={name} should be readonly",
      "={name} must never change after construction",
      "={name} is [never reassigned|only set in the constructor], mark it readonly",
      "=nobody should [be able to |]reassign {name}",
      "=the {wordsName} [must not|should never|mustn't] be reassigned",
      "add readonly to {name}",
      "mark {name} as readonly",
    ],
    unseen: [
      "once set {name} stays what it is, let the compiler know",
      "assigning {name} a second time should be an error",
    ],
    weight: 1.2,
  },
  orComposed(
    (sample, choose) => withoutReadonly(sample, choose),
    (choose) => withModifier(choose, "readonly "),
    0.03,
  ),
);

/** `readonly` stands behind what else there is. */
function withoutReadonly(sample: Sample, choose: Choices): Edit | undefined {
  if (!sample.isTyped) return undefined;
  const found = members(sample).flatMap((member) => {
    const name = keyOf(member);
    const match = /^((?:public |private |protected |static )*)readonly /.exec(sample.source(member));
    if (!name || !match || ("decorators" in member && member.decorators?.length)) return [];
    if (member.type === "TSParameterProperty" && !match[1]) return [];
    const at = from(member) + (match[1]?.length ?? 0);
    return members(sample).filter((one) => keyOf(one) === name).length === 1 ? [{ at, name }] : [];
  });
  const one = choose.maybe(found);
  if (!one) return undefined;
  const draft = sample.draft();
  draft.remove(one.at, one.at + "readonly ".length);
  const { name } = one;
  return {
    before: sample.finish(draft),
    after: sample.code,
    slots: { name, wordsName: spoken(name.replace(/^_+/, "")) },
  };
}

export const makePrivateReadonly = family(
  "make-private-readonly",
  {
    seen: [
      "make {name} private readonly",
      "={name} should be private readonly",
      "={name} should be private and readonly",
      "={name} is [internal|only used in here] and never reassigned, make it private readonly",
      "mark {name} as private readonly",
      "=the {wordsName} should be private and never change",
      "=nobody outside needs {name} and it's never reassigned",
      "add private readonly to {name}",
    ],
    unseen: ["{name} is neither to be seen from outside nor to be set again"],
    weight: 0.8,
  },
  orComposed(
    (sample, choose) => without(sample, choose, /^private readonly /, true),
    (choose) => withModifier(choose, "private readonly "),
    0.03,
  ),
);

/** A plain class of collections and other fields, with some methods, that is to get or to lose one more. */
function plainClass(
  choose: Choices,
  h: Hand,
  lines: readonly string[],
  methods: readonly (readonly string[])[],
): string {
  const [noun = ""] = names(choose, 1);
  const head = `${choose.pick(["", "", "export ", "export default "])}class ${capitalized(noun)} {`;
  const parts = [lines, ...methods].filter((part) => part.length > 0);
  return [
    head,
    ...parts.flatMap((part, index) => [
      ...(index > 0 ? [""] : []),
      ...part.map((line) => (line ? h.i + line : "")),
    ]),
    "}",
  ].join("\n");
}

/** Fields, declared or set in the constructor. */
function declared(choose: Choices, { i, s }: Hand, fields: readonly (readonly [string, string])[]): string[] {
  if (choose.chance(0.6)) return fields.map(([name, value]) => `${name} = ${value}${s}`);
  return ["constructor() {", ...fields.map(([name, value]) => `${i}this.${name} = ${value}${s}`), "}"];
}

/** Methods that have nothing to do with what is asked for. */
function others(choose: Choices, { i, s }: Hand, held: string, kind: "array" | "Map" | "Set"): string[][] {
  const all = {
    array: [
      ["add(item) {", `${i}this.${held}.push(item)${s}`, "}"],
      ["remove(item) {", `${i}this.${held} = this.${held}.filter((one) => one !== item)${s}`, "}"],
      ["find(id) {", `${i}return this.${held}.find((one) => one.id === id)${s}`, "}"],
    ],
    Map: [
      ["get(key) {", `${i}return this.${held}.get(key)${s}`, "}"],
      ["set(key, value) {", `${i}this.${held}.set(key, value)${s}`, "}"],
      ["remove(key) {", `${i}return this.${held}.delete(key)${s}`, "}"],
    ],
    Set: [
      ["add(item) {", `${i}this.${held}.add(item)${s}`, "}"],
      ["has(item) {", `${i}return this.${held}.has(item)${s}`, "}"],
      ["remove(item) {", `${i}this.${held}.delete(item)${s}`, "}"],
    ],
  }[kind];
  return choose.shuffle(all).slice(0, choose.between(1, 3));
}

export const addCountGetter = family(
  "add-count-getter",
  {
    seen: [
      "add a {getter} getter",
      "=[I|we] need a {getter} getter",
      "add a getter {getter}",
      "give the class a {getter} getter",
      "=it should have a {getter} property[ with a getter|]",
      "=I want to [read|write|be able to ask for] .{getter} [on|of] it",
      "=a getter for {getter} [would be nice|is missing]",
      "expose {getter} [as|through] a getter",
    ],
    unseen: ["one should be able to ask an instance for its {getter} without parentheses"],
    weight: 1.3,
  },
  orComposed(
    () => undefined,
    (choose) => {
      // The convention: the class holds one collection, which the getter is about; it comes last.
      const h = hand(choose);
      const { i, s } = h;
      const isTyped = choose.chance(0.4);
      const [noun = "", other = "", third = ""] = names(choose, 3);
      const kind = choose.pick(["array", "array", "array", "Map", "Set"] as const);
      const held =
        (choose.chance(0.2) ? "_" : "") + choose.pick([plural(noun), "items", "entries", "queue", "list"]);
      const count = `this.${held}.${kind === "array" ? "length" : "size"}`;
      const forms: [string, string][] = [
        ["size", count],
        ["size", count],
        ["length", count],
        ["count", count],
        ["isEmpty", `${count} === 0`],
        ["isEmpty", `${count} === 0`],
        ...(kind === "array"
          ? ([
              ["first", `this.${held}[0]`],
              ["last", `this.${held}[${count} - 1]`],
            ] as [string, string][])
          : []),
      ];
      const full = choose.chance(0.15);
      const [getter, value] = full
        ? choose.pick([
            ["fullName", `\`${["firstName", "lastName"].map((one) => `$\{this.${one}}`).join(" ")}\``],
            ["area", "this.width * this.height"],
            ["duration", "this.end - this.start"],
          ] as const)
        : choose.pick(forms);
      const fields: [string, string][] = full
        ? []
        : [[held, { array: "[]", Map: "new Map()", Set: "new Set()" }[kind]]];
      if (choose.chance(0.5)) fields.push([other, choose.pick(["0", "null", "false"])]);
      const pair = {
        fullName: ["firstName", "lastName"],
        area: ["width", "height"],
        duration: ["start", "end"],
      };
      const head = full
        ? ((list: readonly string[]) => [
            `constructor(${list.join(", ")}) {`,
            ...list.map((one) => `${i}this.${one} = ${one}${s}`),
            "}",
          ])(pair[getter as keyof typeof pair])
        : isTyped
          ? fields.map(([name, initial]) =>
              name === held && kind === "array"
                ? `private ${name}: ${capitalized(noun)}[] = []${s}`
                : `private ${name} = ${initial}${s}`,
            )
          : declared(choose, h, fields);
      const methods = full
        ? [[`${third}() {`, `${i}return this.${pair[getter as keyof typeof pair][0]}${s}`, "}"]]
        : isTyped
          ? [["clear() {", `${i}this.${held}${kind === "array" ? ".length = 0" : ".clear()"}${s}`, "}"]]
          : others(choose, h, held, kind);
      const mine = [`get ${getter}() {`, `${i}return ${value}${s}`, "}"];
      const seed = choose.below(1_000_000);
      return {
        before: plainClass(new Choices(seed), h, head, methods),
        after: plainClass(new Choices(seed), h, head, [...methods, mine]),
        slots: { getter },
        language: "ts",
      };
    },
    0.06,
  ),
);

/** A method that ends with `return this`, which is taken out. */
function withoutReturnThis(sample: Sample): Edit | undefined {
  const fn = sample.main?.fn;
  if (fn?.type !== "ClassMethod" || fn.kind !== "method") return undefined;
  const returns = sample.all("ReturnStatement").filter((one) => sample.functionOf(one) === fn);
  const [one, another] = returns;
  if (!one || another || one.argument?.type !== "ThisExpression" || fn.body.body.at(-1) !== one)
    return undefined;
  if (fn.body.body.length < 2 || !sample.isAlone(one) || /@returns?\b/.test(sample.code)) return undefined;
  const result = fn.returnType;
  if (result && sample.source(result).replace(/^:\s*/, "") !== "this") return undefined;
  if (sample.isTyped !== (result !== undefined && result !== null)) return undefined;
  const before = fn.body.body.at(-2);
  if (!before || sample.text.slice(to(before), from(one)).replaceAll(/[^\n]/g, "").length !== 1)
    return undefined;
  const draft = sample.draft();
  removeLines(sample, draft, one);
  if (result) draft.update(from(result), to(result), ": void");
  const { name = "" } = sample.main ?? {};
  return { before: sample.finish(draft), after: sample.code, slots: { method: name } };
}

export const returnThis = family(
  "return-this",
  {
    seen: [
      "make {method} chainable",
      "=I'd like to chain {method}()",
      "=I want to chain calls of {method}",
      "={method} should return this",
      "return this from {method}[ so that calls can be chained|]",
      "={method}().{method}() [doesn't work|should work]",
      "let me chain {method}().{method}()",
      "=calls [of|to] {method} should be chainable",
    ],
    unseen: ["after {method}() I want to go on with a dot", "{method} ought to hand back the object itself"],
  },
  orComposed(
    withoutReturnThis,
    (choose) => {
      const h = hand(choose);
      const { i, s } = h;
      const [noun = "", field = "", other = "", verb = ""] = names(choose, 4);
      const isTyped = choose.chance(0.5);
      const held = plural(noun);
      const method = choose.pick([
        "add",
        "set",
        "push",
        "with",
        "append",
        verb,
        `add${capitalized(noun)}`,
        `set${capitalized(field)}`,
      ]);
      const statement =
        method.startsWith("set") || method === "with"
          ? `this.${field} = ${other}`
          : `this.${held}.push(${other})`;
      const check = choose.chance(0.25)
        ? [`${i}if (!${other}) throw new Error(${h.q}no ${spoken(other)}${h.q})${s}`]
        : [];
      const write = (isChained: boolean) => {
        const type = isTyped ? (isChained ? ": this" : ": void") : "";
        return [
          `${method}(${other}${isTyped ? ": string" : ""})${type} {`,
          ...check,
          `${i}${statement}${s}`,
          ...(isChained ? [`${i}return this${s}`] : []),
          "}",
        ];
      };
      const head = isTyped
        ? [`private ${held}: string[] = []${s}`, `private ${field} = ${h.q}${h.q}${s}`]
        : declared(choose, h, [
            [held, "[]"],
            [field, "null"],
          ]);
      const rest = [
        [`build()${isTyped ? ": string" : ""} {`, `${i}return this.${held}.join(this.${field})${s}`, "}"],
        [`clear()${isTyped ? ": void" : ""} {`, `${i}this.${held} = []${s}`, "}"],
      ].slice(0, choose.between(0, 2));
      const seed = choose.below(1_000_000);
      const compose = (isChained: boolean) =>
        plainClass(new Choices(seed), h, head, [write(isChained), ...rest]);
      return { before: compose(false), after: compose(true), slots: { method }, language: "ts" };
    },
    0.03,
  ),
);

const INITIAL = ["0", "0", "null", "[]", "false", "1", "{}", "new Set()", "new Map()"];
const SAID: Readonly<Record<string, string>> = {
  "0": "0",
  "1": "1",
  null: "null",
  "[]": "an empty array",
  false: "false",
  "{}": "an empty object",
  "new Set()": "an empty set",
  "new Map()": "an empty map",
};

function resetClass(choose: Choices): Edit {
  const h = hand(choose);
  const { i, s } = h;
  const fields = names(choose, choose.between(2, 4)).map((name) => [name, choose.pick(INITIAL)] as const);
  const [name = "", value = ""] = fields.at(-1) ?? [];
  const reset = choose.pick(["reset", "reset", "reset", "clear", "restart", "stop", "init"]);
  const write = (list: readonly (readonly [string, string])[]) => [
    `${reset}() {`,
    ...list.map(([one, initial]) => `${i}this.${one} = ${initial}${s}`),
    "}",
  ];
  const [verb = ""] = names(choose, 1);
  const head = declared(choose, h, fields);
  const other = [`${verb}() {`, `${i}return this.${name}${s}`, "}"];
  const seed = choose.below(1_000_000);
  const isLast = choose.chance(0.5);
  const compose = (list: readonly (readonly [string, string])[]) =>
    plainClass(new Choices(seed), h, head, isLast ? [other, write(list)] : [write(list), other]);
  return {
    before: compose(fields.slice(0, -1)),
    after: compose(fields),
    slots: resetSlots(reset, name, value),
    language: "ts",
  };
}

function resetSlots(reset: string, name: string, value: string) {
  return { reset, name, value, wordsName: spoken(name.replace(/^_+/, "")), wordsValue: SAID[value] ?? value };
}

/** A reducer's case that puts back some of the state. */
function resetReducer(choose: Choices): Edit {
  const { i, s, q } = hand(choose);
  const fields = names(choose, choose.between(2, 3)).map(
    (name) => [name, choose.pick(INITIAL.slice(0, 6))] as const,
  );
  const [name = "", value = ""] = fields.at(-1) ?? [];
  const [noun = "", verb = ""] = names(choose, 2);
  const write = (list: readonly (readonly [string, string])[]) =>
    [
      `export function ${noun}Reducer(state, action) {`,
      `${i}switch (action.type) {`,
      `${i}${i}case ${q}${verb}${q}:`,
      `${i}${i}${i}return { ...state, ${fields[0]?.[0]}: action.payload }${s}`,
      `${i}${i}case ${q}reset${q}:`,
      `${i}${i}${i}return { ...state, ${list.map(([one, initial]) => `${one}: ${initial}`).join(", ")} }${s}`,
      `${i}${i}default:`,
      `${i}${i}${i}return state${s}`,
      `${i}}`,
      "}",
    ].join("\n");
  return {
    before: write(fields.slice(0, -1)),
    after: write(fields),
    slots: resetSlots("reset", name, value),
    language: "ts",
  };
}

export const resetToo = family(
  "reset-too",
  {
    seen: [
      "={reset} should also set {name} [back |]to {value}",
      "=the {wordsName} should go back to {wordsValue} on {reset} [too|as well]",
      "[set|put] {name} [back |]to {value} in {reset} [too|as well]",
      "={reset} forgets [about |]{name}, it should be {value}[ again|]",
      "={name} [survives|keeps its value after] {reset}, [set it to|should be] {value}",
      "=after {reset} the {wordsName} should be {wordsValue} [too|as well|again]",
      "=also {value} for {name} on {reset}",
      "={reset} should [also reset|reset] {name} too, to {value}",
    ],
    unseen: ["{name} isn't touched by {reset} and ought to be {value} afterwards"],
    weight: 1.3,
  },
  orComposed(
    (sample) => {
      const { main } = sample;
      if (main?.fn.type !== "ClassMethod" || !/^_?(reset|clear|init|restart|stop)[A-Z]?\w*$/.test(main.name))
        return undefined;
      // The convention: behind what is set already.
      const list = main.fn.body.body;
      const [last, before] = [list.at(-1), list.at(-2)];
      const [text, previous] = [last, before].map((one) =>
        one ? /^this\.([\w]+) = ([^;\n]+);?$/.exec(sample.source(one)) : null,
      );
      if (!last || !text || !previous || !sample.isAlone(last)) return undefined;
      const [, name = "", value = ""] = text;
      if (!(value in SAID) && !/^(-?\d+|true|undefined)$/.test(value)) return undefined;
      const gap = before ? sample.text.slice(to(before), from(last)).trim() : "";
      const lines = before ? sample.text.slice(to(before), from(last)).split("\n").length : 0;
      if (gap !== "" || lines !== 2) return undefined;
      const draft = sample.draft();
      removeLines(sample, draft, last);
      const code = sample.finish(draft);
      return code.includes(`.${name}`)
        ? undefined
        : { before: code, after: sample.code, slots: resetSlots(main.name, name, value) };
    },
    (choose) => (choose.chance(0.7) ? resetClass(choose) : resetReducer(choose)),
    0.05,
  ),
);

/** Parent and child, the child's constructor with its call of `super` or without. */
function madeUpChild(choose: Choices): Edit {
  const { i, s } = hand(choose);
  const [base = "", child = "", ...rest] = names(choose, 7);
  const shared = rest.slice(0, choose.between(1, 2));
  const own = rest.slice(2, 2 + choose.between(0, 2));
  const isTyped = choose.chance(0.4);
  const type = isTyped ? choose.pick([": string", ": number"]) : "";
  const list = (all: readonly string[]) => all.map((one) => one + type).join(", ");
  const maker = (all: readonly string[], lines: readonly string[]) => [
    `${i}constructor(${list(all)}) {`,
    ...lines.map((line) => `${i}${i}${line}${s}`),
    `${i}}`,
  ];
  const store = (all: readonly string[]) => all.map((one) => `this.${one} = ${one}`);
  const declare = (all: readonly string[]) =>
    isTyped && all.length > 0 ? [...all.map((one) => `${i}${one}${type}${s}`), ""] : [];
  const hasParent = choose.chance(0.75);
  const parent = [
    `class ${capitalized(base)} {`,
    ...declare(shared),
    ...maker(shared, store(shared)),
    "}",
    "",
  ];
  const extra = choose.chance(0.4)
    ? ["", `${i}describe() {`, `${i}${i}return this.${shared[0]}${s}`, `${i}}`]
    : [];
  const write = (hasSuper: boolean) =>
    [
      ...(hasParent ? parent : []),
      `class ${capitalized(child)} extends ${capitalized(base)} {`,
      ...declare(own),
      ...maker(
        [...shared, ...own],
        [
          ...(hasSuper ? [`super(${shared.join(", ")})`] : []),
          ...(own.length > 0 ? store(own) : ["this.ready = true"]),
        ],
      ),
      ...extra,
      "}",
    ].join("\n");
  return {
    before: write(false),
    after: write(true),
    slots: {
      class: capitalized(child),
      parent: capitalized(base),
      wordsCode: shared.join(", "),
      wordsArgs: shared.join(" and "),
    },
    language: "ts",
  };
}

export const callSuper = family(
  "call-super",
  {
    seen: [
      "={class} doesn't call the parent constructor so {wordsArgs} is missing",
      "={class} [forgets to call|never calls|doesn't call] super[|, pass {wordsArgs}]",
      "call super with {wordsArgs}",
      "pass {wordsArgs} on to {parent}",
      "=super({wordsCode}) is missing",
      "add the missing super({wordsCode})[ call|]",
      "=must call super constructor before this[, {parent} needs {wordsArgs}|]",
      "=new {class} throws, the super call is missing, {parent} takes {wordsArgs}",
    ],
    unseen: ["{parent} never hears about {wordsArgs} when a {class} is made"],
  },
  orComposed(
    (sample) => {
      const [call, another] = sample
        .all("ExpressionStatement")
        .filter((one) => one.expression.type === "CallExpression" && one.expression.callee.type === "Super");
      const fn = call && sample.functionOf(call);
      const [holder, second] = sample.all("ClassDeclaration");
      if (!call || another || fn?.type !== "ClassMethod" || !holder?.id || second || !holder.superClass)
        return undefined;
      if (holder.superClass.type !== "Identifier" || fn.body.body[0] !== call || !sample.isAlone(call))
        return undefined;
      if (fn.body.body.length < 2 || call.expression.type !== "CallExpression") return undefined;
      const args = call.expression.arguments.map((one) => (one.type === "Identifier" ? one.name : ""));
      if (args.includes("") || args.length === 0 || args.length > 3) return undefined;
      const next = fn.body.body[1] as Node;
      if (sample.text.slice(to(call), from(next)).split("\n").length !== 2) return undefined;
      const draft = sample.draft();
      removeLines(sample, draft, call);
      return {
        before: sample.finish(draft),
        after: sample.code,
        slots: {
          class: holder.id.name,
          parent: holder.superClass.name,
          wordsCode: args.join(", "),
          wordsArgs: args.length > 1 ? `${args.slice(0, -1).join(", ")} and ${args.at(-1)}` : (args[0] ?? ""),
        },
      };
    },
    madeUpChild,
    0.03,
  ),
);
