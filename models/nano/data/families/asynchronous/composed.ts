import { capitalized } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { chooseStyle, distinctNames, functionWriter } from "../made-up.ts";
import { thenToAwait } from "./awaits.ts";

export const awaitInLoop = composed(
  "await-in-loop",
  {
    seen: [
      "run the [calls|requests] in parallel[| with Promise.all]",
      "use Promise.all[| instead of awaiting in the loop]",
      "=the [awaits|calls] in the loop run one after another, [use Promise.all|parallelize them]",
      "parallelize [this|the loop|the awaits]",
      "don't await in the loop, use Promise.all",
      "[speed this up|make this faster] with Promise.all",
    ],
    unseen: ["start all the work first and wait for it together"],
    weight: 0.8,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { i, s } = h;
    const [list = "", item = "", result = "", fn = "", call = "", extra = ""] = distinctNames(choose, 6);
    const plural = `${list}s`;
    const out = `${result}s`;
    const args = choose.chance(0.3) ? `${item}, ${extra}` : item;
    const parameters = args === item ? plural : `${plural}, ${extra}`;
    const write = functionWriter(choose, h, `load${capitalized(fn)}`, parameters);
    const viaName = choose.chance(0.5);
    const before = [
      `const ${out} = []${s}`,
      `for (const ${item} of ${plural}) {`,
      ...(viaName
        ? [`${i}const ${result} = await ${call}(${args})${s}`, `${i}${out}.push(${result})${s}`]
        : [`${i}${out}.push(await ${call}(${args}))${s}`]),
      "}",
      `return ${out}${s}`,
    ];
    const after = [`return Promise.all(${plural}.map((${item}) => ${call}(${args})))${s}`];
    return { before: write(before, true), after: write(after, true) };
  },
);

export const thenChainToAwait = composed(
  "then-chain-to-await",
  { ...thenToAwait.phrasings, weight: 3 },
  (choose) => {
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const [noun = "", field = "", other = "", verb = ""] = distinctNames(choose, 4);
    const parameter = choose.pick(["id", "url", "path", "name", "options", "query"]);
    const load = choose.pick([
      "fetch",
      `load${capitalized(noun)}`,
      `api.get${capitalized(noun)}`,
      "axios.get",
      `read${capitalized(other)}`,
    ]);
    const write = functionWriter(choose, h, `get${capitalized(verb)}`, parameter);
    const links: { name: string; value: string }[] = [];
    if (choose.chance(0.6)) links.push({ name: choose.pick(["response", "res", "r"]), value: "" });
    links.push({ name: choose.pick([noun, "data", "result", "json"]), value: "" });
    const [first, second] = links;
    const read = second ? `${first?.name}.${choose.pick(["json()", "text()", "data", "body"])}` : undefined;
    const last = links.at(-1)?.name ?? noun;
    const value = choose.pick([
      last,
      `${last}.${field}`,
      `${last}.${field}.length`,
      `normalize(${last})`,
      `${last}.${field}.map(parse)`,
      `!${last}.${field}`,
    ]);
    const isBlock = choose.chance(0.5);
    const extra = choose.pickIfAny([
      `console.log(${last})`,
      `cache.set(${parameter}, ${last})`,
      `this.${field} = ${last}`,
    ]);
    const work = isBlock && extra ? [`${extra}${s}`, `return ${value}${s}`] : [`return ${value}${s}`];
    const wrap = (name: string) => (choose.chance(0.8) ? `(${name})` : name);
    const link = (name: string, body: readonly string[], block: boolean) =>
      block
        ? [`.then(${wrap(name)} => {`, ...body.map((line) => `${i}${line}`), "})"]
        : [`.then(${wrap(name)} => ${body[0]?.replace(/^return /, "").replace(/;$/, "")})`];
    const chain = [
      ...(read && first ? link(first.name, [`return ${read}${s}`], false) : []),
      ...link(last, work, work.length > 1 || isBlock),
    ];
    const handler = choose.chance(0.3)
      ? choose.pick([
          ["console.error(error)", "return null"],
          ["throw error"],
          ["return []"],
          [`log(${q}${noun}${q}, error)`],
        ])
      : undefined;
    const caught = handler ? [".catch((error) => {", ...handler.map((line) => `${i}${line}${s}`), "})"] : [];
    const lines = [...chain, ...caught].map((line) => i + line);
    const before = [`return ${load}(${parameter})`, ...lines.slice(0, -1), `${lines.at(-1)}${s}`];
    const straight = [
      `const ${first?.name} = await ${load}(${parameter})${s}`,
      ...(read ? [`const ${last} = await ${read}${s}`] : []),
      ...work,
    ];
    const after = handler
      ? [
          "try {",
          ...straight.map((line) => i + line),
          "} catch (error) {",
          ...handler.map((line) => `${i}${line}${s}`),
          "}",
        ]
      : straight;
    return { before: write(before), after: write(after, true) };
  },
);
