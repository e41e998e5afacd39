import { type Choices, capitalized } from "../../choices/index.ts";
import { type CodeStyle, distinctNames, functionWriter } from "../made-up.ts";
import type { Scene } from "./scenes.ts";

/** Marks the edited part in lines of code. */
export const HERE = "§";

/** Returns unrelated lines that may precede others. */
function others(choose: Choices, { i, s, q }: CodeStyle): string[] {
  const [noun = "", other = ""] = distinctNames(choose, 2);
  return choose.pick([
    [],
    [],
    [],
    [`const ${noun} = get${capitalized(noun)}()${s}`],
    [`console.log(${q}${noun} ${choose.pick(["ready", "changed", "updated"])}${q})${s}`],
    [`const startedAt = Date.now()${s}`],
    [`metrics.increment(${q}${noun}${q})${s}`],
    [`if (!is${capitalized(noun)}Enabled()) {`, `${i}return${s}`, "}"],
    [`const { ${noun}, ${other} } = settings${s}`],
  ]);
}

/** Returns a function or bare statements with lines in which HERE is replaced by different code before and after. */
export function linesScene(
  choose: Choices,
  h: CodeStyle,
  { name, parameters, lines }: { name: string; parameters: string; lines: readonly string[] },
  before: string,
  after: string,
): Scene {
  const body = [...others(choose, h), ...lines];
  const isAsync = lines.some((line) => /\bawait\b/.test(line));
  const isBare = !isAsync && choose.chance(0.12) && !body.some((line) => /^\s*return/.test(line));
  const write = functionWriter(choose, h, name, parameters);
  const put = (value: string) => {
    const filled = body.map((line) => line.replace(HERE, () => value));
    return isBare ? filled.join("\n") : write(filled, isAsync);
  };
  return { before: put(before), after: put(after), language: "ts" };
}

/** Returns a component with markup in which HERE is replaced by different code before and after. */
export function markupScene(
  choose: Choices,
  h: CodeStyle,
  { parameters, lines }: { parameters: string; lines: readonly string[] },
  before: string,
  after: string,
): Scene {
  const { i, s } = h;
  const [noun = "", other = ""] = distinctNames(choose, 2);
  const name = `${capitalized(noun)}${choose.pick(["", "", "Row", "Card", "Info", "Summary", "Label"])}`;
  const tag = choose.pick(["div", "section", "li", "article", "p", "td"]);
  const className = choose.pick(["", ` className="${noun}"`, ` className="${noun}-${other}"`]);
  const extra = /^(div|section|article)$/.test(tag)
    ? choose.pick([[], [], [`<h3>{title}</h3>`], [`<${capitalized(other)} />`]])
    : [];
  const annotation = choose.chance(0.3) ? `: ${name}Props` : "";
  const isTall = extra.length > 0 || lines.length > 1 || choose.chance(0.7);
  const put = (value: string) => {
    const filled = [...extra, ...lines].map((line) => line.replace(HERE, () => value));
    const inner = isTall
      ? `\n${filled.map((one) => i + i + i + one).join("\n")}\n${i}${i}`
      : (filled[0] ?? "");
    const element = `<${tag}${className}>${inner}</${tag}>`;
    const value2 = isTall ? `(\n${i}${i}${element}\n${i})` : element;
    return `export function ${name}({ ${parameters}${extra.includes("<h3>{title}</h3>") ? ", title" : ""} }${annotation}) {\n${i}return ${value2}${s}\n}`;
  };
  return { before: put(before), after: put(after), language: "tsx" };
}
