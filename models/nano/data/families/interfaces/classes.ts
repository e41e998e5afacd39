import { Choices, capitalized, inWords } from "../../choices/index.ts";
import { from, type Node, removeLines, to } from "../../syntax/index.ts";
import { type Edit, family } from "../family.ts";
import { chooseStyle, distinctNames } from "../made-up.ts";
import { declared, plainClass } from "./members.ts";
import { orComposed } from "./or-composed.ts";
import { fieldsFor } from "./vocabulary.ts";

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
  const h = chooseStyle(choose);
  const { i, s } = h;
  const initial = Array.from({ length: choose.between(2, 4) }, () => choose.pick(INITIAL));
  const fields = fieldsFor(choose, initial);
  const [name = "", value = ""] = fields.at(-1) ?? [];
  const reset = choose.pick(["reset", "reset", "reset", "clear", "restart", "stop", "init"]);
  const write = (list: readonly (readonly [string, string])[]) => [
    `${reset}() {`,
    ...list.map(([one, initial]) => `${i}this.${one} = ${initial}${s}`),
    "}",
  ];
  const verb = `get${capitalized(name)}`;
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
  return {
    reset,
    name,
    value,
    wordsName: inWords(name.replace(/^_+/, "")),
    wordsValue: SAID[value] ?? value,
  };
}

/** Returns a reducer's case that resets part of the state. */
function resetReducer(choose: Choices): Edit {
  const { i, s, q } = chooseStyle(choose);
  const initial = Array.from({ length: choose.between(2, 3) }, () => choose.pick(INITIAL.slice(0, 6)));
  const fields = fieldsFor(choose, initial);
  const [name = "", value = ""] = fields.at(-1) ?? [];
  const [noun = ""] = distinctNames(choose, 1);
  const verb = `set${capitalized(fields[0]?.[0] ?? "")}`;
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
      "={reset} should [also reset {name}|reset {name} too], to {value}",
    ],
    unseen: ["{name} isn't touched by {reset} and ought to be {value} afterwards"],
    weight: 1.3,
  },
  orComposed(
    (sample) => {
      const { main } = sample;
      if (main?.fn.type !== "ClassMethod" || !/^_?(reset|clear|init|restart|stop)[A-Z]?\w*$/.test(main.name))
        return undefined;
      // By convention, it goes after the existing assignments.
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

/** Returns a parent and a child class, the child's constructor with or without its `super` call. */
function madeUpChild(choose: Choices): Edit {
  const { i, s } = chooseStyle(choose);
  const [base = "", child = "", ...rest] = distinctNames(choose, 7);
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
