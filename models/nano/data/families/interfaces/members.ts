import { Choices, capitalized, inWords } from "../../choices/index.ts";
import { from, removeLines, type Sample, to } from "../../syntax/index.ts";
import { type Edit, family } from "../family.ts";
import { type CodeStyle, chooseStyle, distinctNames, plural } from "../made-up.ts";
import { orComposed } from "./or-composed.ts";

/** Returns a plain class with collections, other fields and some methods, to add a member to or remove one from. */
export function plainClass(
  choose: Choices,
  h: CodeStyle,
  lines: readonly string[],
  methods: readonly (readonly string[])[],
): string {
  const [noun = ""] = distinctNames(choose, 1);
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

/** Returns fields, declared or assigned in the constructor. */
export function declared(
  choose: Choices,
  { i, s }: CodeStyle,
  fields: readonly (readonly [string, string])[],
): string[] {
  if (choose.chance(0.6)) return fields.map(([name, value]) => `${name} = ${value}${s}`);
  return ["constructor() {", ...fields.map(([name, value]) => `${i}this.${name} = ${value}${s}`), "}"];
}

/** Returns unrelated methods. */
function others(
  choose: Choices,
  { i, s }: CodeStyle,
  held: string,
  kind: "array" | "Map" | "Set",
): string[][] {
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
      // By convention, the class has one collection and the getter returns something of it; the getter goes last.
      const h = chooseStyle(choose);
      const { i, s } = h;
      const isTyped = choose.chance(0.4);
      const [noun = "", other = "", third = ""] = distinctNames(choose, 3);
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

/** Returns the edit of a method that ends with `return this`, which is removed in `before`. */
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
      const h = chooseStyle(choose);
      const { i, s } = h;
      const [noun = "", field = "", other = "", verb = ""] = distinctNames(choose, 4);
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
        ? [`${i}if (!${other}) throw new Error(${h.q}no ${inWords(other)}${h.q})${s}`]
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
