import { composed } from "../family.ts";
import { chooseStyle } from "../made-up.ts";
import { domain } from "./domains.ts";

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
    const h = chooseStyle(choose);
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
      // The function returns what the last callback returns.
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
