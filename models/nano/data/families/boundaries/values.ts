import { type Choices, capitalized } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { type CodeStyle, chooseStyle } from "../made-up.ts";
import { type Kind, kind } from "./kinds.ts";
import { aside, shell } from "./shell.ts";

/** Made-up code that handles some values of a kind, before and after it gets one more. */
interface Parts {
  readonly hand: CodeStyle;
  readonly kind: Kind;
  readonly subject: string;
  readonly parameter: string;
  /** As code; the last is the new one. */
  readonly values: readonly string[];
  readonly old: string;
  readonly said: string;
  readonly call: string;
  readonly does: string;
}

function parts(choose: Choices, least: number, most: number): Parts {
  const h = chooseStyle(choose);
  const k = kind(choose);
  const subject = choose.pick(k.subjects);
  const drawn = choose.shuffle(k.values.slice()).slice(0, choose.between(least, most) + 1);
  const isDays = typeof drawn[0]?.[0] === "number";
  // Numbers are sorted, and the new one is the next.
  const sorted = isDays ? drawn.slice().sort(([a], [b]) => Number(a) - Number(b)) : drawn;
  const [does = "", calling = ""] = choose.pick(k.does);
  const owner = /^(\w+)\./.exec(subject)?.[1];
  const call = calling.replace(/@(\w+)/, (_, usual: string) =>
    owner && !/^(?:process|config|date|now|path)$/.test(owner) ? owner : usual,
  );
  const written = (value: string | number) => (typeof value === "number" ? String(value) : h.q + value + h.q);
  return {
    hand: h,
    kind: k,
    subject,
    parameter: /^(\w+)\.|\((\w+)\)$/.exec(subject)?.slice(1).find(Boolean) ?? subject,
    values: sorted.map(([value]) => written(value)),
    old: sorted[0]?.[1] ?? "",
    said: sorted.at(-1)?.[1] ?? "",
    call,
    does,
  };
}

function slotsOf({ values, said, does, kind: { what }, old }: Parts) {
  const value = values.at(-1) ?? "";
  return {
    wordsValue: said,
    value: value.replace(/^["'](.*)["']$/, "$1"),
    wordsDo: does,
    wordsWhat: what,
    wordsOld: old,
  };
}

/** Returns a condition that is true for each of the values. */
function anyOf(subject: string, values: readonly string[]): string {
  return values.map((value) => `${subject} === ${value}`).join(" || ");
}

function around(choose: Choices, p: Parts, name: string) {
  const parameters = /^process|^now|^config/.test(p.subject) ? "" : p.parameter;
  return shell(choose, p.hand, { name, parameters }, choose.chance(0.3) ? [aside(choose, p.hand)] : []);
}

export const alsoMatch = composed(
  "also-match",
  {
    seen: [
      "={wordsValue} should {wordsDo} [too|as well]",
      "={value} should {wordsDo} [too|as well]",
      "make {wordsValue} {wordsDo} [too|as well]",
      "={wordsOld} and {wordsValue} should {wordsDo}",
      "do the same for {wordsValue}",
      "treat {wordsValue} like {wordsOld}",
      "=the same should happen for {wordsValue}",
      "handle {value} the same way",
      "=the {wordsWhat} can be {wordsValue} too",
      "=the {wordsWhat} {value} should {wordsDo} too",
      "=when the {wordsWhat} is {value}, do the same",
    ],
    unseen: [
      "not just {wordsOld}, {wordsValue} is supposed to {wordsDo} too",
      "we forgot about {wordsValue} here",
    ],
    weight: 1.6,
  },
  (choose) => {
    // By convention, it goes after the others.
    const p = parts(choose, 1, 2);
    const {
      subject,
      values,
      call,
      kind: k,
      hand: { i, s, q },
    } = p;
    const verb = choose.pick(["handle", "on", "check", "process"]);
    const act = `${verb}${capitalized(p.parameter.length > 1 ? p.parameter : "event")}`;
    const ask = choose.pick(k.asks);
    const other = choose.pick(["isEnabled", "!isBusy", "ready"]);
    const forms: readonly [string, (known: readonly string[]) => string[]][] = [
      [act, (known) => [`if (${anyOf(subject, known)}) {`, `${i}${call}${s}`, "}"]],
      [
        act,
        (known) => [
          `if (${anyOf(subject, known)}) {`,
          `${i}e.preventDefault()${s}`.replace("e.preventDefault()", `log(${q}${k.what}${q})`),
          `${i}${call}${s}`,
          "}",
        ],
      ],
      [act, (known) => [`if (${anyOf(subject, known)}) ${call}${s}`]],
      [ask, (known) => [`return ${anyOf(subject, known)}${s}`]],
      [ask, (known) => [`if (${anyOf(subject, known)}) {`, `${i}return true${s}`, "}", `return false${s}`]],
      [act, (known) => [`const matches = ${anyOf(subject, known)}${s}`, `if (matches) ${call}${s}`]],
      [
        act,
        (known) => [
          `if (${known.length > 1 ? `(${anyOf(subject, known)})` : anyOf(subject, known)} && ${other}) {`,
          `${i}${call}${s}`,
          "}",
        ],
      ],
      [
        act,
        (known) => [
          `switch (${subject}) {`,
          ...known.map((one) => `${i}case ${one}:`),
          `${i}${i}${call}${s}`,
          `${i}${i}break${s}`,
          `${i}default:`,
          `${i}${i}ignore()${s}`,
          "}",
        ],
      ],
      [
        ask,
        (known) => [
          `switch (${subject}) {`,
          ...known.map((one) => `${i}case ${one}:`),
          `${i}${i}return true${s}`,
          `${i}default:`,
          `${i}${i}return false${s}`,
          "}",
        ],
      ],
    ];
    const isListed = values.length > 2 && choose.chance(0.5);
    const [name, lines] = isListed
      ? ([
          ask,
          (known: readonly string[]) => [`return [${known.join(", ")}].includes(${subject})${s}`],
        ] as const)
      : choose.pick(forms);
    const write = around(choose, p, name);
    return { before: write(lines(values.slice(0, -1))), after: write(lines(values)), slots: slotsOf(p) };
  },
);

export const alsoExclude = composed(
  "also-exclude",
  {
    seen: [
      "={wordsValue} shouldn't {wordsDo} either",
      "={value} shouldn't {wordsDo} either",
      "exclude {wordsValue} [too|as well]",
      "leave out {wordsValue} as well",
      "=neither {wordsOld} nor {wordsValue} should {wordsDo}",
      "=don't let {wordsValue} {wordsDo} either",
      "=same exception for {wordsValue}",
      "=except for {wordsOld} and {wordsValue}",
      "={value} should be excluded too",
      "=if the {wordsWhat} is {value} it shouldn't {wordsDo} either",
      "ignore the {wordsWhat} {value} too",
    ],
    unseen: ["{wordsValue} has to be an exception just like {wordsOld}", "not for {wordsValue} either"],
    weight: 1,
  },
  (choose) => {
    const p = parts(choose, 1, 2);
    const {
      subject,
      values,
      call,
      kind: k,
      hand: { i, s },
    } = p;
    const none = (known: readonly string[]) => known.map((one) => `${subject} !== ${one}`).join(" && ");
    const list = "items";
    const field = /\.(\w+)$/.exec(subject)?.[1];
    const one = choose.pick(["o", "item", "x", "entry"]);
    const on = (known: readonly string[]) =>
      known.map((value) => `${one}.${field} !== ${value}`).join(" && ");
    const forms: readonly [string, (known: readonly string[]) => string[]][] = [
      [
        `handle${capitalized(p.parameter.length > 1 ? p.parameter : "event")}`,
        (known) => [`if (${none(known)}) {`, `${i}${call}${s}`, "}"],
      ],
      [choose.pick(k.asks), (known) => [`return ${none(known)}${s}`]],
      ["update", (known) => [`if (${none(known)}) ${call}${s}`]],
    ];
    const isFilter = field !== undefined && choose.chance(0.4);
    const [name, lines] = isFilter
      ? ([
          "visibleItems",
          (known: readonly string[]) => [`return ${list}.filter((${one}) => ${on(known)})${s}`],
        ] as const)
      : choose.pick(forms);
    const write = isFilter ? shell(choose, p.hand, { name, parameters: list }) : around(choose, p, name);
    const slots = isFilter
      ? { ...slotsOf(p), wordsDo: choose.pick(["be shown", "show up", "be in the list", "be listed"]) }
      : slotsOf(p);
    return { before: write(lines(values.slice(0, -1))), after: write(lines(values)), slots };
  },
);

export const alsoInList = composed(
  "also-in-list",
  {
    seen: [
      "[also accept|accept also] {wordsValue}",
      "allow {wordsValue} [too|as well]",
      "support {wordsValue} [too|as well]",
      "add {wordsValue} to {name}",
      "add {wordsValue} [as well|too]",
      "={wordsValue} is missing[ in {name}|]",
      "={value} should be in {name} too",
      "=we need {wordsValue} too",
      "=the {wordsWhat} can be {wordsValue} too",
      "add the {wordsWhat} {value}",
      "={wordsValue} should {wordsDo} too",
      "allow {value}",
    ],
    unseen: ["{wordsValue} isn't supported yet", "extend it to {wordsValue}"],
    weight: 1.5,
  },
  (choose) => {
    // By convention, it goes at the end, on its own line if the others have one.
    const p = parts(choose, 2, 5);
    const {
      values,
      kind: k,
      subject,
      hand: { i, s },
    } = p;
    const name = choose.pick(k.lists);
    const isLong = choose.chance(0.3);
    const hasComma = choose.chance(0.8);
    const form = choose.pick(["array", "array", "array", "set", "const", "object"]);
    const write = (known: readonly string[]) => {
      const array = isLong
        ? `[\n${known.map((one) => i + one).join(",\n")}${hasComma ? "," : ""}\n]`
        : `[${known.join(", ")}]`;
      if (form === "set") return `new Set(${array})`;
      return form === "const" ? `${array} as const` : array;
    };
    const isExported = choose.chance(0.3) ? "export " : "";
    const test = form === "set" ? `${name}.has(${subject})` : `${name}.includes(${subject})`;
    const user = choose.pick([
      "",
      "",
      `\n\nexport function ${choose.pick(k.asks)}(${/^process|^now|^config/.test(subject) ? "" : p.parameter}) {\n${i}return ${test}${s}\n}`,
      `\n\nfunction check(${/^process|^now|^config/.test(subject) ? "" : p.parameter}) {\n${i}if (!${test}) {\n${i}${i}throw new Error(${p.hand.q}unknown ${k.what}${p.hand.q})${s}\n${i}}\n}`,
    ]);
    const code = (known: readonly string[]) => `${isExported}const ${name} = ${write(known)}${s}${user}`;
    return { before: code(values.slice(0, -1)), after: code(values), slots: { ...slotsOf(p), name } };
  },
);

export const alsoInType = composed(
  "also-in-type",
  {
    seen: [
      "add [a|the] {wordsValue} {wordsWhat}",
      "=need {value} as [a|another] {wordsWhat} [as well|too]",
      "add {value} to [the type |]{name}",
      "add {value} to the [union|type]",
      "=the {wordsWhat} can [also be {value}|be {value} too|be {value} as well]",
      "={value} is missing in {name}",
      "allow {value} [too|as well]",
      "={name} should know {value}[ too|]",
      "=we have a new {wordsWhat}: {value}",
    ],
    unseen: [
      "there is a {wordsWhat} called {value} now",
      "ts complains that {value} is not assignable to {name}",
    ],
    weight: 1.5,
  },
  (choose) => {
    const p = parts(choose, 2, 4);
    const {
      values,
      kind: k,
      hand: { i, s },
    } = p;
    const pascal = k.what.split(" ").map(capitalized).join("");
    const owner = choose.pick(["", "Order", "Job", "Task", "App", "User", "Item"]);
    const isExported = choose.chance(0.5) ? "export " : "";
    const form = choose.pick(["line", "line", "line", "lines", "member", "parameter"]);
    const field = choose.pick(["id", "name", "title", "count"]);
    const key = k.what.replace(/ (\w)/g, (_, c: string) => c.toUpperCase());
    const name = form === "member" || form === "parameter" ? key : owner + pascal;
    const write = (known: readonly string[]) => {
      switch (form) {
        case "lines":
          return `${isExported}type ${name} =\n${known.map((one) => `${i}| ${one}`).join("\n")}${s}`;
        case "member":
          return `${isExported}interface ${owner || "Row"} {\n${i}${field}: string;\n${i}${key}: ${known.join(" | ")};\n}`;
        case "parameter":
          return `${isExported}function ${k.asks[0]}(${key}: ${known.join(" | ")}): boolean {\n${i}return lookup(${key})${s}\n}`;
        default:
          return `${isExported}type ${name} = ${known.join(" | ")}${s}`;
      }
    };
    const rest =
      form.startsWith("line") && choose.chance(0.5)
        ? `\n\n${isExported}interface ${owner || "Row"}Props {\n${i}${field}: string;\n${i}${key}: ${name};\n}`
        : "";
    return {
      before: write(values.slice(0, -1)) + rest,
      after: write(values) + rest,
      slots: { ...slotsOf(p), name },
    };
  },
);
