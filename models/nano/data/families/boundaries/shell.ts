import { type Choices, capitalized, inWords } from "../../choices/index.ts";
import { type CodeStyle, distinctNames } from "../made-up.ts";

/** Returns an unrelated line, without tests or counters. */
export function aside(choose: Choices, { q, s }: CodeStyle): string {
  const [a = "", b = ""] = distinctNames(choose, 2);
  return choose.pick([
    `const ${a} = load${capitalized(a)}()${s}`,
    `logger.${choose.pick(["debug", "info"])}(${q}${inWords(a)} ${choose.pick(["checked", "ready", "seen"])}${q})${s}`,
    `metrics.increment(${q}${a}${q})${s}`,
    `track(${q}${a}_${b}${q})${s}`,
    `const { ${a}, ${b} } = ${choose.pick(["settings", "options", "config", "context"])}${s}`,
    `// ${a} comes from the ${b}`,
  ]);
}

interface Shell {
  readonly name: string;
  readonly parameters: string;
  /** Lines above the function. */
  readonly above?: readonly string[];
  readonly isAsync?: boolean;
}

/** Returns a writer that always puts lines into the same function. */
export function shell(
  choose: Choices,
  { i, s }: CodeStyle,
  { name, parameters, above = [], isAsync = false }: Shell,
  asides: readonly string[] = [],
): (body: readonly string[]) => string {
  const form = choose.below(7);
  const isTyped = choose.chance(0.35);
  const typed = isTyped
    ? parameters
        .split(", ")
        .map((one) => (/^\w+$/.test(one) ? `${one}: ${typeOf(one)}` : one))
        .join(", ")
    : parameters;
  const word = isAsync ? "async " : "";
  return (body) => {
    const lines = [...asides, ...body];
    const inner = (by: string) => lines.map((line) => (line === "" ? "" : by + line)).join("\n");
    const top = above.length > 0 ? `${above.join("\n")}\n\n` : "";
    switch (form) {
      case 0:
        return `${top}const ${name} = ${word}(${typed}) => {\n${inner(i)}\n}${s}`;
      case 1:
      case 2:
        return `${top}export ${word}function ${name}(${typed}) {\n${inner(i)}\n}`;
      case 3:
        return `${top}export const ${name} = ${word}(${typed}) => {\n${inner(i)}\n}${s}`;
      case 4:
        return top === ""
          ? `class ${capitalized(inWords(name).split(" ").at(-1) ?? "")}Service {\n${i}${word}${name}(${typed}) {\n${inner(i + i)}\n${i}}\n}`
          : `${top}${word}function ${name}(${typed}) {\n${inner(i)}\n}`;
      default:
        return `${top}${word}function ${name}(${typed}) {\n${inner(i)}\n}`;
    }
  };
}

/** Names of whole objects, which have a type of the same name: `options: Options`. */
const WHOLE = /^(props|options|opts|params|settings|config|input)$/;

function typeOf(parameter: string): string {
  if (parameter === "req") return "Request";
  if (parameter === "res") return "Response";
  if (/^(knots|visits|xp|load|num|i|current|\w+Index)$/.test(parameter)) return "number";
  if (parameter === "path") return "string";
  if (parameter === "numbers") return "number[]";
  if (parameter === "seen") return "Set<string>";
  if (parameter === "guests") return "string[]";
  if (parameter === "isAdmin") return "boolean";
  if (WHOLE.test(parameter)) return capitalized(parameter);
  if (
    /s$/.test(parameter) &&
    !/ss$|status$|pages$|retries$|days$|hours$|points$|seconds$|minutes$/i.test(parameter)
  )
    return `${capitalized(parameter.slice(0, -1))}[]`;
  if (
    /^(age|amount|size|total|count|score|points|hours?|days|distance|width|weight|length|rating|price|n|max|min|temperature|speed|level|quantity|guests|year|balance|duration|from|limit|minutes|pages?|last|volume|depth|discount|delay|offset|opacity|timeout|index|retries|margin|position|priority|threshold|seconds)$/.test(
      parameter,
    )
  )
    return "number";
  return /^(id|userId|email|role|type|status|key|name|text|kind|mode|plan|ext|method|lang|currency|country|title|label|prefix|suffix|separator|placeholder|comment|description|indent|nickname|note|caption|subtitle)$/.test(
    parameter,
  )
    ? "string"
    : capitalized(parameter);
}
