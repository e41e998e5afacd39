import { type Choices, capitalized } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { type CodeStyle, chooseStyle } from "../made-up.ts";
import { type Domain, domain } from "./domains.ts";

/** Returns the body of a small function and its parameters. */
function work(
  choose: Choices,
  d: Domain,
  { i, s, q }: CodeStyle,
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

function around(choose: Choices, d: Domain, { s, q }: CodeStyle): { above: string; below: string } {
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

/** Returns one function in two forms. */
function forms(choose: Choices, isBare = false) {
  const d = domain(choose);
  const h = chooseStyle(choose);
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
    const h = chooseStyle(choose);
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

/** Remarks about a function, with their subject. */
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
    // By convention, a one-line sentence.
    const f = forms(choose, true);
    const words = choose.pick(REMARKS);
    const before = choose.chance(0.3) ? f.arrow("export ") : f.declaration(choose.pick(["", "export "]));
    return { before, after: `/** ${capitalized(words)}. */\n${before}`, slots: { words, name: f.name } };
  },
);
