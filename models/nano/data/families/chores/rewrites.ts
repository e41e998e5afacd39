import { capitalized } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { chooseStyle } from "../made-up.ts";
import { domain, spoken } from "./domains.ts";
import { setting } from "./settings.ts";

export const forEachPushToMap = composed(
  "for-each-push-to-map",
  {
    seen: [
      "=forEach+push → map",
      "=forEach + push [-> map|is just a map]",
      "use map [here|instead of forEach and push]",
      "[replace|rewrite] the forEach [with|as] [a |]map",
      "=could be a [one-line |]map",
      "=this is [just |]a map",
      "return {list}.map instead of pushing [in a|with] forEach",
    ],
    unseen: ["=pushing in a callback, there is a method for that (map)"],
    weight: 1.8,
  },
  (choose) => {
    const d = domain(choose);
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const list = d.things;
    const item = choose.pick([d.thing, d.thing.charAt(0), "item", "one"]);
    const out = choose.pick(["out", "result", "results", "options", "rows", "names", "list"]);
    const [t = "", t2 = ""] = d.texts;
    const [n = "", n2 = ""] = d.numbers;
    const value = choose.pick([
      `{ value: ${item}.id, label: ${item}.${t} }`,
      `{ ...${item}, ${n}: ${item}.${n} * ${item}.${n2} }`,
      `{ ${t}: ${item}.${t}, ${n2}: ${item}.${n2} }`,
      `${item}.${t}`,
      `${item}.${t}.toUpperCase()`,
      `format${d.Thing}(${item})`,
      `${item}.${n} * ${item}.${n2}`,
      `\`\${${item}.${t}} – \${${item}.${t2}}\``,
      `${item}.${n} + ${q} ${n2}${q}`,
      `[${item}.id, ${item}]`,
      `new ${d.Thing}(${item})`,
    ]);
    const arrow = value.startsWith("{") ? `(${value})` : value;
    const uses = choose.chance(0.25)
      ? choose.pick([`total(${out})`, `${out}.join(${q}, ${q})`, `{ ${out} }`, `new Set(${out})`])
      : undefined;
    const wrap = choose.chance(0.85) ? `(${item})` : item;
    const loop = [
      `const ${out} = []${s}`,
      ...(choose.chance(0.15) ? [""] : []),
      ...(choose.chance(0.8)
        ? [`${list}.forEach(${wrap} => {`, `${i}${out}.push(${value})${s}`, `})${s}`]
        : [`${list}.forEach(${wrap} => ${out}.push(${value}))${s}`]),
    ];
    const { write } = setting(
      choose,
      d,
      {
        name: `${choose.pick(["to", "get", "list", "build"])}${capitalized(out)}`,
        parameters: list,
        isTyped: false,
      },
      h,
    );
    return {
      before: write({ lines: [...loop, `return ${uses ?? out}${s}`] }),
      after: write({
        lines: uses
          ? [`const ${out} = ${list}.map(${wrap} => ${arrow})${s}`, `return ${uses}${s}`]
          : [`return ${list}.map(${wrap} => ${arrow})${s}`],
      }),
      slots: { list },
    };
  },
);

export const namedForOf = composed(
  "index-to-for-of",
  {
    seen: [
      "use for of here, call [the element|it] {item}",
      "=for...of with {item} instead of the index",
      "for (const {item} of {list}) please",
      "[turn|convert] the loop into for (const {item} of {list})",
      "loop over {list} with for of and name the element {item}",
      "=no index needed, for (const {item} of {list}) will do",
      "replace the index loop with a for of, element is {item}",
    ],
    unseen: ["iterate {list} element by element, each one a {item}"],
    weight: 1.5,
  },
  (choose) => {
    const d = domain(choose);
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const isText = choose.chance(0.25);
    const list = isText
      ? choose.pick(["str", "text", "word", "input"])
      : choose.pick([d.things, "list", "items"]);
    const item = isText
      ? choose.pick(["ch", "char", "c", "letter"])
      : choose.pick([d.thing, "item", "entry", "one"]);
    const index = choose.pick(["i", "i", "i", "j", "idx"]);
    const [t = ""] = d.texts;
    const [n = ""] = d.numbers;
    const bodies: ((e: string) => readonly string[])[] = isText
      ? [
          (e) => [`if (${q}aeiou${q}.includes(${e})) {`, `${i}count++${s}`, "}"],
          (e) => [`counts[${e}] = (counts[${e}] ?? 0) + 1${s}`],
          (e) => [`if (${e} === ${q}(${q}) count++${s}`],
        ]
      : [
          (e) => [`count += ${e}.${n}${s}`],
          (e) => [`if (${e}.${d.flags[0]}) {`, `${i}count += ${e}.${n}${s}`, "}"],
          (e) => [`send(${e}.${t}, ${e}.${n})${s}`],
          (e) => [`if (!${e}.${t}) continue${s}`, `names.push(${e}.${t})${s}`],
          (e) => [`if (${e}.${n} > best.${n}) {`, `${i}best = ${e}${s}`, "}"],
          (e) => [`await save(${e})${s}`],
        ];
    const body = choose.pick(bodies);
    const text = body("x").join();
    const start = /counts/.test(text)
      ? [`const counts = {}${s}`]
      : /count/.test(text)
        ? [`let count = 0${s}`]
        : /names/.test(text)
          ? [`const names = []${s}`]
          : /best/.test(text)
            ? [`let best = ${list}[0]${s}`]
            : [];
    const end = /counts/.test(text)
      ? [`return counts${s}`]
      : /count/.test(text)
        ? [`return count${s}`]
        : /names/.test(text)
          ? [`return names${s}`]
          : /best/.test(text)
            ? [`return best${s}`]
            : [];
    const isNamed = !isText && choose.chance(0.25);
    const head = `for (${choose.pick(["let", "let", "var"])} ${index} = 0; ${index} < ${list}.length; ${index}++) {`;
    const inner = isNamed
      ? [`const ${item} = ${list}[${index}]${s}`, ...body(item)]
      : body(`${list}[${index}]`);
    const { write } = setting(
      choose,
      d,
      {
        name: `${choose.pick(["count", "collect", "sum", "check"])}${d.Thing}`,
        parameters: list,
        isTyped: false,
        isAsync: text.includes("await"),
      },
      h,
    );
    return {
      before: write({ lines: [...start, head, ...inner.map((line) => i + line), "}", ...end] }),
      after: write({
        lines: [
          ...start,
          `for (const ${item} of ${list}) {`,
          ...body(item).map((line) => i + line),
          "}",
          ...end,
        ],
      }),
      slots: { item, list },
    };
  },
);

export const copyFirst = composed(
  "copy-before-change",
  {
    seen: [
      "=this mutates {list}, copy it first",
      "=don't [mutate|change] {list}[, work on a copy|]",
      "=this [mutates|changes] the caller's array",
      "copy {list} [first|before changing it]",
      "=nit: this mutates the {words} that were passed in",
      "=callers find their {words} reordered afterwards",
      "work on a copy of [the |]{list}",
    ],
    unseen: ["the {words} of the caller come back in another order"],
    weight: 1.8,
  },
  (choose) => {
    const d = domain(choose);
    const h = chooseStyle(choose);
    const { s, q } = h;
    const isProps = choose.chance(0.15);
    const list = isProps
      ? `props.${d.things}`
      : choose.pick([d.things, d.things, "list", "items", `state.${d.things}`]);
    const root = list.split(".")[0] ?? list;
    const [n = ""] = d.numbers;
    const [t = ""] = d.texts;
    const change = choose.pick([
      `sort((a, b) => a.${n} - b.${n})`,
      `sort((a, b) => b.${n} - a.${n})`,
      `sort((a, b) => a.${t}.localeCompare(b.${t}))`,
      "sort()",
      "reverse()",
      `sort((x, y) => (x.${n} > y.${n} ? -1 : 1))`,
    ]);
    const tail = choose.pick([
      "",
      "",
      "",
      `.slice(0, ${choose.between(2, 10)})`,
      `.map((one) => one.${t})`,
      "[0]",
    ]);
    const lines = (value: string) => linesFor(value);
    const shape = choose.below(4);
    const linesFor = (value: string) =>
      shape === 0
        ? [`const sorted = ${value}.${change}${tail}${s}`, `return sorted${s}`]
        : shape === 1
          ? [`if (!${list}) return null${s}`, `return ${value}.${change}${tail}${s}`]
          : shape === 2
            ? [
                `const ranked = ${value}.${change}${tail}${s}`,
                `console.log(${q}${t}${q})${s}`,
                `return { ranked }${s}`,
              ]
            : [`return ${value}.${change}${tail}${s}`];
    const { write } = setting(
      choose,
      d,
      {
        name: `${choose.pick(["sort", "rank", "order", "by", "get"])}${capitalized(n)}`,
        parameters: root,
        isTyped: false,
      },
      h,
    );
    const last = list.split(".").at(-1) ?? list;
    return {
      before: write({ lines: lines(list) }),
      after: write({ lines: lines(`[...${list}]`) }),
      slots: { list, words: spoken(last) },
    };
  },
);

export const replaceAll = composed(
  "replace-to-replace-all",
  {
    seen: [
      "=only the first {words} [gets replaced|is replaced|is changed]",
      "replace all [of the |]{wordsMany}[, not just the first|]",
      "=the second {words} [stays|is still there]",
      "use replaceAll[ here|]",
      "=all the {wordsMany} should be replaced[, not just the first one|]",
      "=replace only does the first {words}",
      "=every {words} should be replaced",
    ],
    unseen: ["=with two of them, one {words} survives"],
    weight: 1.2,
  },
  (choose) => {
    const d = domain(choose);
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const [what, old, neu] = choose.pick<readonly [string, string, string]>([
      ["space", " ", choose.pick(["-", "_", "", "%20", "+"])],
      ["dash", "-", choose.pick(["", " ", "_", "/"])],
      ["underscore", "_", choose.pick([" ", "-", ""])],
      ["comma", ",", choose.pick(["", ";", ".", " "])],
      ["dot", ".", choose.pick(["", ",", "-", "_"])],
      ["slash", "/", choose.pick(["-", "_", ":", " "])],
      ["colon", ":", choose.pick(["", "-", "="])],
      ["tab", "\\t", " "],
      ["line break", "\\n", choose.pick([" ", "<br>", ""])],
      ["hash", "#", choose.pick(["", "no. "])],
    ]);
    const value = choose.pick([
      `${d.thing}.${d.texts[0]}`,
      "text",
      "value",
      "title",
      d.texts[0] ?? "name",
      "input",
    ]);
    const before_ = choose.pick(["", "", ".trim()", ".toLowerCase()", ".toLowerCase().trim()"]);
    const tail = choose.pick(["", "", "", ".toUpperCase()", ".trim()", ".slice(1)"]);
    const shape = choose.below(4);
    const lines = (method: string) => {
      const text = `${value}${before_}.${method}(${q}${old}${q}, ${q}${neu}${q})${tail}`;
      return shape === 0
        ? [`const cleaned = ${text}${s}`, `return cleaned${s}`]
        : shape === 1
          ? [`if (!${value}) {`, `${i}return ${q}${q}${s}`, "}", `return ${text}${s}`]
          : [`return ${text}${s}`];
    };
    const { write } = setting(
      choose,
      d,
      {
        name: `${choose.pick(["slugify", "clean", "format", "normalize", "toKey"])}${shape === 2 ? "" : d.Thing}`,
        parameters: value.split(".")[0] ?? value,
        isTyped: false,
      },
      h,
    );
    return {
      before: write({ lines: lines("replace") }),
      after: write({ lines: lines("replaceAll") }),
      slots: { words: what, wordsMany: `${what}${/sh$/.test(what) ? "es" : "s"}` },
    };
  },
);

export const anyToGeneric = composed(
  "any-to-generic",
  {
    seen: [
      "make [this|it|{name}] generic [instead of any|rather than any]",
      "use a generic instead of any",
      "=generic instead of any",
      "=T instead of any please",
      "replace any [with|by] a type parameter",
      "=the any should be a type parameter[ T|]",
      "make {name} generic over the [element|item] type",
    ],
    unseen: ["=callers of {name} lose their types, it needs a T"],
    weight: 1.2,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { i, s } = h;
    const list = choose.pick(["items", "list", "values", "array", "arr", "rows", "entries"]);
    const form = choose.pick<readonly [string, string, string, readonly string[]]>([
      ["last", `${list}: @[]`, "@", [`return ${list}[${list}.length - 1]${s}`]],
      ["first", `${list}: @[]`, "@ | undefined", [`return ${list}[0]${s}`]],
      ["shuffle", `${list}: @[]`, "@[]", [`return [...${list}].sort(() => Math.random() - 0.5)${s}`]],
      [
        "sample",
        `${list}: @[]`,
        "@",
        [`const i = Math.floor(Math.random() * ${list}.length)${s}`, `return ${list}[i]${s}`],
      ],
      [
        "chunk",
        `${list}: @[], size: number`,
        "@[][]",
        [
          `const out: @[][] = []${s}`,
          `for (let i = 0; i < ${list}.length; i += size) {`,
          `${i}out.push(${list}.slice(i, i + size))${s}`,
          "}",
          `return out${s}`,
        ],
      ],
      ["unique", `${list}: @[]`, "@[]", [`return [...new Set(${list})]${s}`]],
      ["identity", "value: @", "@", [`return value${s}`]],
      ["clone", "value: @", "@", [`return structuredClone(value)${s}`]],
      ["orDefault", "value: @ | undefined, fallback: @", "@", [`return value ?? fallback${s}`]],
      ["wrap", "value: @ | @[]", "@[]", [`return Array.isArray(value) ? value : [value]${s}`]],
      ["take", `${list}: @[], n: number`, "@[]", [`return ${list}.slice(0, n)${s}`]],
      [
        "swap",
        `${list}: @[], a: number, b: number`,
        "@[]",
        [
          `const copy = [...${list}]${s}`,
          `copy[a] = ${list}[b]${s}`,
          `copy[b] = ${list}[a]${s}`,
          `return copy${s}`,
        ],
      ],
      [
        "partition",
        `${list}: @[], test: (value: @) => boolean`,
        "@[][]",
        [`return [${list}.filter(test), ${list}.filter((one) => !test(one))]${s}`],
      ],
    ]);
    const [base, parameters, returns, lines] = form;
    const name = choose.chance(0.6)
      ? base
      : `${base}${choose.pick(["Item", "Of", "Value", "One", "Element"])}`;
    const head = choose.pick(["", "export "]);
    const isArrow = choose.chance(0.3);
    const write = (type: string, generic: string) => {
      const signature = `${generic}(${parameters}): ${returns}`.replaceAll("@", type);
      const body = lines.map((line) => i + line.replaceAll("@", type)).join("\n");
      return isArrow
        ? `${head}const ${name} = ${signature} => {\n${body}\n}${s}`
        : `${head}function ${name}${signature} {\n${body}\n}`;
    };
    return { before: write("any", ""), after: write("T", "<T>"), slots: { name }, language: "ts" };
  },
);
