import { capitalized, inWords, joinWords, NOUNS, wordsOf } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { chooseStyle } from "../made-up.ts";
import { thing } from "./component.ts";

/** Props with a few possible values, for a union type instead of a plain one. */
const CHOSEN: readonly (readonly [string, readonly string[]])[] = [
  ["size", ["s", "m", "l", "xl"]],
  ["size", ["small", "medium", "large"]],
  ["variant", ["primary", "secondary", "ghost"]],
  ["variant", ["solid", "outline", "plain"]],
  ["align", ["left", "center", "right"]],
  ["tone", ["info", "warning", "danger"]],
  ["placement", ["top", "bottom", "left", "right"]],
  ["position", ["start", "end"]],
  ["type", ["button", "submit", "reset"]],
  ["order", ["asc", "desc"]],
  ["layout", ["grid", "list"]],
  ["color", ["gray", "red", "blue"]],
  ["shape", ["round", "square"]],
];

export const defaultProp = composed(
  "default-prop",
  {
    seen: [
      "={name} should default to {value}",
      "[make|let] {name} default to {value}",
      "default {name} to {value}",
      "={name} should be {value} [by default|if it's not given|when it is left out]",
      "use {value} as [the |]default for {name}",
      "={value} is the default {wordsName}",
      "give {name} a default[ value|] of {value}",
      "=the default {wordsName} [is|should be] {value}",
      "=if no {wordsName} is [given|passed] it should be {value}",
    ],
    unseen: ["=leaving {name} away has to mean {value}", "without a {wordsName} take {value}"],
    weight: 1.5,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const isChosen = choose.chance(0.6);
    const [chosen, values] = choose.pick(CHOSEN);
    const [plain, type, of] = choose.pick([
      ["limit", "number", ["10", "20", "50", "100"]],
      ["delay", "number", ["300", "500", "1000"]],
      ["columns", "number", ["2", "3", "4"]],
      ["rows", "number", ["3", "5"]],
      ["disabled", "boolean", ["false"]],
      ["closable", "boolean", ["true"]],
      ["title", "string", [`${q}Untitled${q}`, `${q}Details${q}`]],
      ["placeholder", "string", [`${q}Search${q}`, `${q}Choose one${q}`]],
      ["step", "number", ["1", "5"]],
      ["tag", "string", [`${q}div${q}`, `${q}span${q}`]],
    ] as const);
    const name = isChosen ? chosen : plain;
    const value = isChosen ? `${q}${choose.pick(values)}${q}` : choose.pick(of);
    const kind = isChosen ? values.map((one) => `${q}${one}${q}`).join(" | ") : type;
    const [other, otherType] = choose.pick([
      ["children", "React.ReactNode"],
      ["label", "string"],
      ["items", "string[]"],
      ["onClose", "() => void"],
    ] as const);
    const Name = choose.pick(["Pill", "Card", "Modal", "Tag", "Stack", "Avatar", "Alert", "Panel", "Chip"]);
    const isTyped = choose.chance(0.65);
    const declaring = choose.below(3);
    const isFirst = choose.chance(0.5);
    const optional = `${name}?: ${kind}`;
    const typed = isFirst ? [optional, `${other}: ${otherType}`] : [`${other}: ${otherType}`, optional];
    const Props = `${Name}Props`;
    const declared = !isTyped
      ? ""
      : declaring === 0
        ? `interface ${Props} {\n${typed.map((one) => `${i}${one}${s}\n`).join("")}}\n\n`
        : declaring === 1
          ? `type ${Props} = { ${typed.join("; ")} }${s}\n\n`
          : "";
    const annotation = !isTyped ? "" : declaring === 2 ? `: { ${typed.join("; ")} }` : `: ${Props}`;
    const cls = choose.pick([
      `\`${Name.toLowerCase()} ${Name.toLowerCase()}-\${${name}}\``,
      `${Name.toLowerCase()}Class(${name})`,
    ]);
    const content = other === "items" ? "{items.join(', ')}" : other === "onClose" ? "x" : `{${other}}`;
    const element = `<div className={${cls}}${other === "onClose" ? " onClick={onClose}" : ""}>${content}</div>`;
    const isArrow = choose.chance(0.4);
    const isShort = choose.chance(0.4);
    const export_ = choose.pick(["", "export "]);
    const write = (own: string) => {
      const list = `{ ${(isFirst ? [own, other] : [other, own]).join(", ")} }${annotation}`;
      const body = [`${i}return ${element}${s}`];
      if (isArrow && isShort) return `${declared}${export_}const ${Name} = (${list}) => ${element}${s}`;
      return isArrow
        ? `${declared}${export_}const ${Name} = (${list}) => {\n${body.join("\n")}\n}${s}`
        : `${declared}${export_}function ${Name}(${list}) {\n${body.join("\n")}\n}`;
    };
    return {
      before: write(name),
      after: write(`${name} = ${value}`),
      slots: { name, value, wordsName: inWords(name) },
      language: isTyped ? "tsx" : "jsx",
    };
  },
);

const PROP_TYPES: readonly (readonly [string, string, string])[] = [
  ["label", "string", "a string"],
  ["title", "string", "a string"],
  ["text", "string", "a string"],
  ["count", "number", "a number"],
  ["value", "number", "a number"],
  ["disabled", "boolean", "a boolean"],
  ["isOpen", "boolean", "a boolean"],
  ["tags", "string[]", "an array of strings"],
  ["options", "string[]", "a list of strings"],
  ["onClose", "() => void", "a function without arguments"],
  ["onClick", "() => void", "a callback that takes nothing"],
  ["onSave", "() => void", "a function that takes nothing"],
  ["onChange", "(value: string) => void", "a callback with a string value"],
  ["onSelect", "(id: string) => void", "a callback that takes the id, a string"],
  ["onRate", "(stars: number) => void", "a callback that takes stars, a number"],
];

export const typeProps = composed(
  "type-props",
  {
    seen: [
      "type the props: {wordsEach}",
      "write [real |]types for the props, {wordsEach}",
      "=no any for the props, {wordsEach}",
      "=the props [should be|need to be] typed[ inline|], {wordsEach}",
      "replace the any of the props, {wordsEach}",
      "={wordsEach}, so [no any|type the props]",
      "give the props real types: {wordsEach}",
    ],
    unseen: ["=props of any help nobody: {wordsEach}"],
    weight: 1.3,
  },
  (choose) => {
    // By convention, the types replace the any in place.
    const props = choose.shuffle([...PROP_TYPES]).slice(0, choose.between(1, 3));
    const names = props.map(([name]) => name).join(", ");
    const typed = props.map(([name, type]) => `${name}: ${type}`).join("; ");
    const each = props.map(
      ([name, type, words]) => `${name} is ${choose.chance(0.3) && /^\w+$/.test(type) ? type : words}`,
    );
    const wordsEach =
      each.length === 1
        ? (each[0] as string)
        : `${each.slice(0, -1).join(", ")}${choose.pick([" and ", ", "])}${each.at(-1)}`;
    const h = chooseStyle(choose);
    const { i, s } = h;
    const Name = capitalized(choose.pick(NOUNS)) + choose.pick(["Button", "Link", "Row", "Card", "Field"]);
    const handler = props.find(([name]) => name.startsWith("on"))?.[0];
    const shown = props.find(([, type]) => /^(string|number)$/.test(type))?.[0];
    const tag = choose.pick(["button", "div", "li", "span"]);
    const inner = shown ? `{${shown}}` : "Open";
    const lines = [
      `<${tag}${choose.pick(["", ` className="${wordsOf(Name).join("-")}"`])}${handler === "onClick" || handler === "onClose" ? ` onClick={${handler}}` : ""}>`,
      `${i}${inner}`,
      `</${tag}>`,
    ];
    const isArrow = choose.chance(0.4);
    const export_ = choose.pick(["", "export ", "export "]);
    const write = (type: string) => {
      const list = `({ ${names} }: ${type})`;
      const body = [`${i}return (`, ...lines.map((line) => i + i + line), `${i})${s}`].join("\n");
      return isArrow
        ? `${export_}const ${Name} = ${list} => {\n${body}\n}${s}`
        : `${export_}function ${Name}${list} {\n${body}\n}`;
    };
    return { before: write("any"), after: write(`{ ${typed} }`), slots: { wordsEach }, language: "tsx" };
  },
);

export const plainReturnType = composed(
  "plain-return-type",
  {
    seen: [
      "add [a|the] return type",
      "=the return type is missing",
      "annotate the return type",
      "=[it|this|the function] [has no|needs a|should have a|lacks a] return type",
      "add an explicit return type",
      "=eslint: missing return type on function",
      "type the return value",
    ],
    unseen: ["declare what comes back", "=the signature does not say what one gets"],
    weight: 1.8,
  },
  (choose) => {
    // Only unambiguous code.
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const own = thing(choose);
    const [n] = [choose.pick(["price", "count", "width", "amount", "total", "size", "score"])];
    const T = capitalized(own.one);
    const [verb, parameters, body, type] = choose.pick([
      ["get", `${n}: number, max: number`, [`return Math.min(max, ${n} / 2)${s}`], "number"],
      [
        "get",
        `${n}: number, max: number`,
        [`if (max <= 0) return 0${s}`, `return Math.round((${n} / max) * 100)${s}`],
        "number",
      ],
      ["count", `${own.many}: ${T}[]`, [`return ${own.many}.length${s}`], "number"],
      [
        "count",
        `${own.many}: ${T}[]`,
        [`return ${own.many}.filter((one) => one.isActive).length${s}`],
        "number",
      ],
      [
        "sum",
        `${own.many}: ${T}[]`,
        [`let ${n} = 0${s}`, `for (const one of ${own.many}) ${n} += one.value${s}`, `return ${n}${s}`],
        "number",
      ],
      ["is", `${n}: number`, [`return ${n} > ${choose.between(1, 50)}${s}`], "boolean"],
      ["has", `${own.many}: string[], id: string`, [`return ${own.many}.includes(id)${s}`], "boolean"],
      [
        "is",
        `${own.one}: ${T} | null`,
        [`if (!${own.one}) return false${s}`, `return ${own.one}.${own.field} !== ${q}${q}${s}`],
        "boolean",
      ],
      ["is", "el: HTMLElement", [`return el.scrollHeight > el.clientHeight${s}`], "boolean"],
      ["format", `${n}: number`, [`return \`\${${n}.toFixed(2)} EUR\`${s}`], "string"],
      ["format", `${own.one}: string`, [`return ${own.one}.trim().toLowerCase()${s}`], "string"],
      [
        "label",
        `${n}: number`,
        [`if (${n} === 0) return ${q}none${q}${s}`, `return \`\${${n}} ${own.many}\`${s}`],
        "string",
      ],
      ["split", `${own.one}: string`, [`return ${own.one}.split(${q},${q})${s}`], "string[]"],
      ["names", "data: Record<string, number>", [`return Object.keys(data)${s}`], "string[]"],
      ["sizes", `${own.many}: string[]`, [`return ${own.many}.map((one) => one.length)${s}`], "number[]"],
      ["filter", `${own.many}: ${T}[]`, [`return ${own.many}.filter((one) => one.isActive)${s}`], `${T}[]`],
      [
        "find",
        `${own.many}: ${T}[], id: string`,
        [`return ${own.many}.find((one) => one.id === id)${s}`],
        `${T} | undefined`,
      ],
      ["log", `${own.one}: string`, [`console.log(${own.one})${s}`], "void"],
      [
        "set",
        `el: HTMLElement, ${own.one}: string`,
        [`el.textContent = ${own.one}${s}`, `el.hidden = false${s}`],
        "void",
      ],
      [
        "width",
        "el: HTMLElement",
        [
          `const box = el.getBoundingClientRect()${s}`,
          `return Math.max(0, box.width - ${choose.between(1, 40)})${s}`,
        ],
        "number",
      ],
      ["ask", `${own.one}: string`, [`return document.getElementById(${own.one})${s}`], "HTMLElement | null"],
      ["start", "", [`return new Date()${s}`], "Date"],
      ["unique", `${own.many}: string[]`, [`return new Set(${own.many})${s}`], "Set<string>"],
    ] as [string, string, string[], string][]);
    const isAsync = choose.chance(0.12);
    const result = isAsync ? `Promise<${type}>` : type;
    const lead = isAsync ? [`await ready()${s}`] : [];
    const about = {
      is: [
        body.join().includes("scroll") ? "overflowing" : "valid",
        body.join().includes("scroll") ? "scrollable" : "allowed",
      ],
      has: [own.one],
      get: ["share", "percent", "half"],
      names: ["of"],
      sizes: ["of"],
      width: ["of"],
      ask: ["element"],
      start: ["time"],
      log: [own.one],
      format: [type === "string" && body.join().includes("EUR") ? n : own.one],
      label: [own.many],
      set: [own.one],
      find: [own.one],
      split: [own.one],
    }[verb] ?? [own.many];
    const name = joinWords([verb, ...wordsOf(choose.pick(about))], "camel");
    const form = choose.below(5);
    const export_ = choose.pick(["", "export ", "export "]);
    const async_ = isAsync ? "async " : "";
    const lines = [...lead, ...body];
    const only = lines.length === 1 && /^return /.test(lines[0] as string) && choose.chance(0.5);
    const write = (annotation: string) => {
      const all = lines.map((line) => i + line).join("\n");
      if (form < 3) return `${export_}${async_}function ${name}(${parameters})${annotation} {\n${all}\n}`;
      return only
        ? `${export_}const ${name} = ${async_}(${parameters})${annotation} => ${(lines[0] as string).replace(/^return /, "")}`
        : `${export_}const ${name} = ${async_}(${parameters})${annotation} => {\n${all}\n}${s}`;
    };
    return { before: write(""), after: write(`: ${result}`), language: "ts" };
  },
);
