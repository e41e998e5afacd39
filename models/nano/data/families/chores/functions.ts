import { type Choices, capitalized } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { type Hand, hand } from "../made-up.ts";
import { type Domain, domain } from "./domains.ts";
import { setting } from "./settings.ts";

/** Bodies of small functions, with their parameters. */
function work(
  choose: Choices,
  d: Domain,
  { i, s, q }: Hand,
): { parameters: [string, string][]; lines: readonly string[]; result: string } {
  const { thing, things } = d;
  const [t = "", t2 = ""] = d.texts;
  const [n = ""] = d.numbers;
  return choose.pick<{ parameters: [string, string][]; lines: readonly string[]; result: string }>([
    {
      parameters: [[things, `${d.Thing}[]`]],
      lines: [`return ${things}.filter((one) => one.${d.flags[0]})${s}`],
      result: `${d.Thing}[]`,
    },
    {
      parameters: [[thing, d.Thing]],
      lines: [`if (!${thing}) {`, `${i}return ${q}${q}${s}`, "}", `return ${thing}.${t}.trim()${s}`],
      result: "string",
    },
    {
      parameters: [
        ["items", "T[]"],
        ["size", "number"],
      ],
      lines: [
        `const out = []${s}`,
        `for (let i = 0; i < items.length; i += size) {`,
        `${i}out.push(items.slice(i, i + size))${s}`,
        "}",
        `return out${s}`,
      ],
      result: "T[][]",
    },
    {
      parameters: [
        [things, `${d.Thing}[]`],
        ["id", "string"],
      ],
      lines: [
        `const index = ${things}.findIndex((one) => one.id === id)${s}`,
        `if (index < 0) return undefined${s}`,
        `return ${things}[index]${s}`,
      ],
      result: `${d.Thing} | undefined`,
    },
    {
      parameters: [["list", "T[]"]],
      lines: [
        `const i = Math.floor(Math.random() * list.length)${s}`,
        `;[list[0], list[i]] = [list[i], list[0]]${s}`.replace(s ? /^;/ : /^$/, ""),
        `return list${s}`,
      ],
      result: "T[]",
    },
    {
      parameters: [
        [n, "number"],
        ["currency", "string"],
      ],
      lines: [
        `const text = new Intl.NumberFormat(${q}en${q}, { style: ${q}currency${q}, currency }).format(${n})${s}`,
        `return text.replace(${q}.00${q}, ${q}${q})${s}`,
      ],
      result: "string",
    },
    {
      parameters: [
        ["a", "T"],
        ["b", "T"],
      ],
      lines: [`if (a === b) return 0${s}`, `return a > b ? 1 : -1${s}`],
      result: "number",
    },
    {
      parameters: [
        [thing, d.Thing],
        ["next", "() => void"],
      ],
      lines: [
        `logger.info(${q}${thing} ${t}${q}, ${thing}.${t})${s}`,
        `store.update(${thing}.${t2}, ${thing})${s}`,
        `next()${s}`,
      ],
      result: "void",
    },
  ]);
}

function around(choose: Choices, d: Domain, { s, q }: Hand): { above: string; below: string } {
  const { thing } = d;
  return {
    above: choose.chance(0.25)
      ? choose.pick([
          `import { logger } from ${q}./logger${q}${s}\n\n`,
          `// ${thing} helper\n`,
          `/** Used by the ${thing} page. */\n`,
          `const cache = new Map()${s}\n\n`,
        ])
      : "",
    below: choose.chance(0.15) ? `\n\nexport const ${d.flags[0]}Only = (one) => one.${d.flags[0]}${s}` : "",
  };
}

/** One function in two forms. */
function forms(choose: Choices, isBare = false) {
  const d = domain(choose);
  const h = hand(choose);
  const { i, s } = h;
  const { parameters, lines, result } = work(choose, d, h);
  const isTyped = choose.chance(0.5);
  const isGeneric = /\bT\b/.test(parameters.join());
  const isAsync = choose.chance(0.2);
  const list = parameters.map(([name, type]) => (isTyped ? `${name}: ${type}` : name)).join(", ");
  const generic = isTyped && isGeneric ? "<T>" : "";
  const type = isAsync ? `Promise<${result}>` : result;
  const returns = isTyped && choose.chance(0.7) ? `: ${type}` : "";
  const name = `${choose.pick(["get", "find", "format", "pick", "update", "chunk", "compare", "shuffle"])}${choose.pick([d.Thing, capitalized(d.texts[0] ?? "")])}`;
  const async = isAsync ? "async " : "";
  const inner = lines.map((line) => i + line).join("\n");
  const { above, below } = isBare ? { above: "", below: "" } : around(choose, d, h);
  const wrap = (text: string) => above + text + below;
  return {
    name,
    declaration: (before = "") =>
      wrap(`${before}${async}function ${name}${generic}(${list})${returns} {\n${inner}\n}`),
    expression: (before = "") =>
      wrap(`${before}const ${name} = ${async}function ${generic}(${list})${returns} {\n${inner}\n}${s}`),
    arrow: (before = "") =>
      wrap(`${before}const ${name} = ${async}${generic}(${list})${returns} => {\n${inner}\n}${s}`),
  };
}

export const anyToArrow = composed(
  "any-to-arrow",
  {
    seen: [
      "turn it into an arrow function",
      "make {name} an arrow function",
      "=arrow function please",
      "[convert|change|rewrite] {name} to an arrow function",
      "use an arrow function [here|for {name}]",
      "=should be an arrow function",
      "=arrow function instead of the function keyword",
    ],
    unseen: ["{name} as a fat arrow, like the rest"],
    weight: 1.5,
  },
  (choose) => {
    const f = forms(choose);
    const head = choose.pick(["", "", "export "]);
    return {
      before: choose.chance(0.4) ? f.expression(head) : f.declaration(head),
      after: f.arrow(head),
      slots: { name: f.name },
    };
  },
);

export const exportAsArrow = composed(
  "export-as-arrow",
  {
    seen: [
      "export [it|this|{name}] and make it an arrow function",
      "make [it|this|{name}] an exported arrow function",
      "turn [it|{name}] into an arrow function and export it",
      "=should be an exported arrow function",
      "arrow function, and export it",
      "=export const {name} = ... please, as an arrow",
      "convert to an exported const arrow",
    ],
    unseen: ["{name} should be an arrow other files can import"],
    weight: 1,
  },
  (choose) => {
    const f = forms(choose);
    return { before: f.declaration(), after: f.arrow("export "), slots: { name: f.name } };
  },
);

export const namedInsteadOfDefault = composed(
  "named-instead-of-default",
  {
    seen: [
      "make [this|it|{name}] a named export[, we don't do default exports|]",
      "=named export[s|] please",
      "=no default export[s here|][, use a named one|]",
      "use a named export [instead of the default one|for {name}]",
      "=we don't use default exports",
      "drop the default from the export",
      "export {name} by name, not as default",
    ],
    unseen: ["{name} should be imported with braces"],
    weight: 1.2,
  },
  (choose) => {
    const d = domain(choose);
    const h = hand(choose);
    const { i, s, q } = h;
    const isComponent = choose.chance(0.6);
    const isTyped = choose.chance(0.6);
    const [t = "", t2 = ""] = d.texts;
    const name = isComponent
      ? `${d.Thing}${choose.pick(["Card", "Row", "Avatar", "Page"])}`
      : choose.pick([`use${d.Thing}`, `get${d.Thing}`, `load${d.Thing}`]);
    const body = isComponent
      ? choose.pick([
          [`return <div className="${d.thing}" title={${t}}>{${t2}}</div>${s}`],
          [
            "return (",
            `${i}<article>`,
            `${i}${i}<h2>{${t}}</h2>`,
            `${i}${i}<p>{${t2}}</p>`,
            `${i}</article>`,
            `)${s}`,
          ],
        ])
      : choose.pick([
          [`const one = store.get(${t})${s}`, `return one ?? ${t2}${s}`],
          [`return api.get(${t}, ${t2})${s}`],
        ]);
    const type = isTyped ? `: ${d.Thing}Props` : "";
    const above = [
      ...(choose.chance(0.5)
        ? [
            isComponent
              ? `import { useState } from ${q}react${q}${s}`
              : `import { store, api } from ${q}../store${q}${s}`,
            "",
          ]
        : []),
      ...(isTyped && choose.chance(0.7)
        ? [`interface ${d.Thing}Props {`, `${i}${t}: string;`, `${i}${t2}: string;`, "}", ""]
        : []),
      ...(choose.chance(0.2) ? [`const ${d.thing}Cache = new Map()${s}`, ""] : []),
    ];
    const write = (head: string) =>
      [
        ...above,
        `${head}function ${name}({ ${t}, ${t2} }${type}) {`,
        ...body.map((line) => i + line),
        "}",
      ].join("\n");
    return {
      before: write("export default "),
      after: write("export "),
      slots: { name },
      language: isComponent ? "tsx" : "ts",
    };
  },
);

/** What can only be true or false, and its opposite. */
function test(choose: Choices, d: Domain, { q }: Hand): readonly [string, string] {
  const { thing, things } = d;
  const n = d.numbers[0];
  const t = d.texts[0];
  const value = choose.between(1, 90);
  const word = choose.pick(["admin", "open", "new", "done", "public"]);
  return choose.pick<readonly [string, string]>([
    [`${thing}.${n} > ${value}`, `${thing}.${n} <= ${value}`],
    [`${thing}.${n} >= ${value}`, `${thing}.${n} < ${value}`],
    [`${thing}.${n} < ${value}`, `${thing}.${n} >= ${value}`],
    [`${thing}.${t} === ${q}${word}${q}`, `${thing}.${t} !== ${q}${word}${q}`],
    [`${thing}.${t} !== ${q}${word}${q}`, `${thing}.${t} === ${q}${word}${q}`],
    [`${things}.length === 0`, `${things}.length !== 0`],
    [`${thing}.${n} === ${value}`, `${thing}.${n} !== ${value}`],
    [`${n} % 2 === 0`, `${n} % 2 !== 0`],
    [`${things}.includes(${thing})`, `!${things}.includes(${thing})`],
    [`${thing}.${t}.startsWith(${q}${word}${q})`, `!${thing}.${t}.startsWith(${q}${word}${q})`],
    [`${thing} === null`, `${thing} !== null`],
    [`${thing} !== undefined`, `${thing} === undefined`],
    [`user.role === ${q}${word}${q}`, `user.role !== ${q}${word}${q}`],
    [`${thing}.owner === user.id`, `${thing}.owner !== user.id`],
  ]);
}

export const returnTheTest = composed(
  "return-the-test",
  {
    seen: [
      "[just |]return the condition",
      "=just return the condition[ here|][, no need for the if/else|]",
      "simplify the if/else[ with true and false|], return the condition",
      "=no need for [an |]if[/else|] here",
      "=this could be one return",
      "return the [comparison|expression] directly",
      "=if true return true else false, seriously?",
      "simplify [the boolean return|the return]",
    ],
    unseen: ["all these lines are one boolean expression"],
    weight: 2,
  },
  (choose) => {
    const d = domain(choose);
    const h = hand(choose);
    const { i, s } = h;
    const one = test(choose, d, h);
    const other = test(choose, d, h);
    const op = choose.pick(["&&", "||"]);
    const isDouble = one[0] !== other[0] && choose.chance(0.4);
    // Two tests are only returned as they are: their opposite is a matter of taste.
    const isTrue = isDouble || choose.chance(0.7);
    const text = isDouble ? `${one[0]} ${op} ${other[0]}` : one[0];
    const used = [d.thing, d.things, "user", d.numbers[0] ?? ""].filter((name) =>
      new RegExp(`(?<![.\\w])${name}\\b`).test(text),
    );
    const [yes, no] = isTrue ? ["true", "false"] : ["false", "true"];
    const before = choose.pick([
      [`if (${text}) {`, `${i}return ${yes}${s}`, "} else {", `${i}return ${no}${s}`, "}"],
      [`if (${text}) {`, `${i}return ${yes}${s}`, "}", `return ${no}${s}`],
      [`if (${text}) return ${yes}${s}`, `return ${no}${s}`],
      [`if (${text}) {`, `${i}return ${yes}${s}`, "}", "", `return ${no}${s}`],
      [`return ${text} ? ${yes} : ${no}${s}`],
    ]);
    const { write } = setting(
      choose,
      d,
      {
        name: `${choose.pick(["is", "can", "has", "should"])}${capitalized(d.flags[0] ?? "")}`,
        parameters: used.join(", "),
        isTyped: false,
      },
      h,
    );
    return {
      before: write({ lines: before }),
      after: write({ lines: [`return ${isTrue ? text : one[1]}${s}`] }),
    };
  },
);

export const guardInstead = composed(
  "guard-instead",
  {
    seen: [
      "invert the if and return early[ so the main path isn't nested|]",
      "[use|make this] an early return",
      "=return early instead of nesting[ everything|]",
      "flip [the if|the condition|this] and return early",
      "=the whole body is nested, use a guard clause",
      "reduce the nesting[ with an early return|]",
      "=guard clause [please|instead of the nested if|]",
      "un-nest [this|the main path]",
    ],
    unseen: ["=the main path should not be indented"],
    weight: 1.8,
  },
  (choose) => {
    const d = domain(choose);
    const h = hand(choose);
    const { i, s, q } = h;
    const { thing } = d;
    const [n = ""] = d.numbers;
    const [t = "", t2 = ""] = d.texts;
    const [positive, negative] = choose.chance(0.4)
      ? choose.pick<readonly [string, string]>([
          [thing, `!${thing}`],
          [`${thing}.${d.flags[0]}`, `!${thing}.${d.flags[0]}`],
          [`!${thing}.${d.flags[0]}`, `${thing}.${d.flags[0]}`],
          [`${thing} && ${thing}.${n} > 0`, `!(${thing} && ${thing}.${n} > 0)`],
        ])
      : test(choose, d, h);
    const main = choose.pick([
      [`const next = { ...state, ${t}: ${q}${q} }${s}`, `next.${n} += 1${s}`, `return next${s}`],
      [`const copy = [...list]${s}`, `copy[0] = ${n}${s}`, `return copy${s}`],
      [`save(${thing})${s}`, `notify(${thing}, ${q}${t2}${q})${s}`, `return ${thing}.id${s}`],
      [
        `log(${q}${t}${q})${s}`,
        "",
        `return list.filter((one) => {`,
        `${i}return one.${t} === ${t}${s}`,
        `})${s}`,
      ],
    ]);
    const hasValue = choose.chance(0.6);
    const work = hasValue
      ? main
      : choose.pick([
          [`${thing}.${t} = ${t}${s}`, `await save(${thing})${s}`],
          [`track(${q}${t}${q})${s}`, `for (const one of list) {`, `${i}send(one)${s}`, "}"],
          [`el.focus()${s}`, `el.classList.add(${q}${t}${q})${s}`, `render()${s}`],
          [`queue.push(${thing})${s}`, `if (queue.length > 1) {`, `${i}flush()${s}`, "}"],
        ]);
    const fallback = hasValue
      ? choose.pick(["null", "state", "list", "false", "undefined", "[]", `${q}${q}`])
      : "";
    const out = hasValue ? `return ${fallback}${s}` : `return${s}`;
    const usesElse = hasValue && choose.chance(0.3);
    const said = [positive, ...work, fallback].join("\n");
    const tail = !hasValue
      ? ["}"]
      : usesElse
        ? ["} else {", `${i}${out}`, "}"]
        : ["}", ...(choose.chance(0.3) ? [""] : []), out];
    const { write } = setting(
      choose,
      d,
      {
        name: `${choose.pick(["apply", "handle", "update", "process"])}${d.Thing}`,
        parameters: [thing, d.things, "user", "state", "list", n, t]
          .filter((one) => new RegExp(`(?<![.\\w"'])${one}\\b(?!["':])`).test(said))
          .join(", "),
        isTyped: false,
        isAsync: work.some((line) => line.includes("await")),
      },
      h,
    );
    return {
      before: write({
        lines: [`if (${positive}) {`, ...work.map((line) => (line ? i + line : line)), ...tail],
      }),
      after: write({ lines: [`if (${negative}) {`, `${i}${out}`, "}", ...work] }),
    };
  },
);

export const thenToAwaitApp = composed(
  "promise-chain-to-await",
  {
    seen: [
      "use async/await [here |][not|instead of] then",
      "[convert|rewrite|change] [this |]to async/await",
      "=async/await [please|instead of then]",
      "=no .then, use await",
      "await [it|the promises] instead of chaining then",
      "get rid of the [then|.then chain]",
      "make this async/await",
    ],
    unseen: ["=promise chains are so 2015"],
    weight: 2,
  },
  (choose) => {
    const d = domain(choose);
    const h = hand(choose);
    const { i, s, q } = h;
    const { thing, things } = d;
    const call = choose.pick([
      `fetch(\`/api/${things}/\${id}\`)`,
      `fetch(${q}/${things}?id=${q} + id)`,
      `axios.get(id)`,
      `api.load${d.Thing}(id)`,
      `this.client.get(id)`,
      `db.${things}.findOne({ id })`,
    ]);
    const isFetch = call.startsWith("fetch");
    const res = choose.pick(["res", "response", "r"]);
    const read = isFetch ? `${res}.${choose.pick(["json", "json", "text"])}()` : `${res}.data`;
    const data = choose.pick(["data", thing, "body", "result"]);
    const work = choose.pick([
      [] as readonly string[],
      [],
      [`set${d.Thing}(${data})${s}`],
      [`cache.set(id, ${data})${s}`, `return ${data}${s}`],
      [`return ${data}.${d.texts[0]}${s}`],
      [`if (!${data}) {`, `${i}throw new Error(${q}${thing} not found${q})${s}`, "}", `return ${data}${s}`],
      [`logger.info(${data}.${d.texts[0]})${s}`, `return normalize(${data})${s}`],
    ]);
    const isShort = work.length === 1;
    const body = work[0]?.replace(/^return /, "").replace(/;$/, "");
    const chain = [
      `.then((${res}) => ${read})`,
      ...(work.length === 0
        ? []
        : isShort
          ? [`.then((${data}) => ${body})`]
          : [`.then((${data}) => {`, ...work.map((line) => i + line), "})"]),
    ];
    const isInline = work.length === 0 && choose.chance(0.3);
    const before = isInline
      ? [`return ${call}${chain.join("")}${s}`]
      : [`return ${call}`, ...chain.map((line) => i + line)].map((line, index, all) =>
          index === all.length - 1 ? line + s : line,
        );
    const straight = [
      `const ${res} = await ${call}${s}`,
      ...(work.length === 0
        ? [`return ${read}${s}`]
        : [`const ${data} = ${isFetch ? "await " : ""}${read}${s}`]),
      // What the last callback gives is what the function gives.
      ...(isShort && !work[0]?.startsWith("return") ? [`return ${work[0]}`] : work),
    ];
    const isMethod = call.startsWith("this");
    const name = `${choose.pick(["get", "fetch", "load", "read"])}${d.Thing}`;
    const head = choose.pick(["", "", "export "]);
    const form = choose.below(isMethod ? 1 : 3);
    const write = (lines: readonly string[], async: string) => {
      const inner = lines.map((line) => i + line);
      if (isMethod)
        return [
          `class ${d.Thing}Api {`,
          `${i}${async}${name}(id) {`,
          ...inner.map((line) => i + line),
          `${i}}`,
          "}",
        ].join("\n");
      if (form === 2) return [`${head}const ${name} = ${async}(id) => {`, ...inner, `}${s}`].join("\n");
      return [`${head}${async}function ${name}(id) {`, ...inner, "}"].join("\n");
    };
    return { before: write(before, ""), after: write(straight, "async ") };
  },
);

/** What is said about a function, with what it is said of. */
const REMARKS =
  `amounts are in cents|times are in UTC|ids are never reused|the list is sorted by date|the result is cached
it expects a normalized path|this never throws|this only runs on the server|prices include VAT|it isn't safe to call twice
the order of the items is kept|unknown ids are ignored|indexes start at one|the nightly job calls this
the caller has to close the file|weights are in grams|durations are in milliseconds|the argument is mutated
it must be called before render|names are compared without case|temperatures are in celsius|drafts are left out
the token expires after an hour|empty strings count as missing|it's safe to call twice|percentages go from 0 to 100
the dates are inclusive|it doesn't wait for the upload|the input isn't validated|archived entries are skipped`.split(
    /[|\n]/,
  );

export const docSaying = composed(
  "doc-saying",
  {
    seen: [
      "add a [jsdoc|doc] comment saying {words}",
      "add [a |]jsdoc: {words}",
      "document that {words}",
      "[add|put] a jsdoc comment [above|on] {name}[:| saying] {words}",
      "mention in a doc comment that {words}",
      "=jsdoc please: {words}",
      "=nobody knows that {words}, put that in a jsdoc comment",
    ],
    unseen: ["readers should learn from the docs that {words}"],
    weight: 1.2,
  },
  (choose) => {
    // The convention: a sentence of one line.
    const f = forms(choose, true);
    const words = choose.pick(REMARKS);
    const before = choose.chance(0.3) ? f.arrow("export ") : f.declaration(choose.pick(["", "export "]));
    return { before, after: `/** ${capitalized(words)}. */\n${before}`, slots: { words, name: f.name } };
  },
);
