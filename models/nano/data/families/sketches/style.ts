import type { Random } from "../../random/index.ts";
import type { CodeStyle } from "../made-up.ts";
import type { Sides } from "./pattern.ts";

/** In which of its forms a function is written that a pattern leaves open. */
type FunctionForm = "function" | "exported function" | "arrow" | "exported arrow";

const FUNCTION_FORMS: readonly FunctionForm[] = [
  "function",
  "function",
  "exported function",
  "exported function",
  "arrow",
  "exported arrow",
];

/** `ƒ name(…): type {` and `ƒ}`, or `ƒ async name(…) {`: a function in whichever form. */
function withFunctions(code: string, form: FunctionForm): string {
  const prefix = form.startsWith("exported") ? "export " : "";
  const isArrow = form.endsWith("arrow");
  return code
    .replace(/ƒ (async )?(\w+)(<.*?>)?(\(.*) \{$/gm, (_, isAsync = "", name, generics = "", rest) =>
      isArrow
        ? `${prefix}const ${name} = ${isAsync}${generics}${rest} => {`
        : `${prefix}${isAsync}function ${name}${generics}${rest} {`,
    )
    .replace(/ƒ\}/g, isArrow ? "};" : "}");
}

/** Code as one hand writes it. It is given with two spaces, semicolons and double quotes. */
export function inStyle(code: string, { i, s, q }: CodeStyle): string {
  let text = code;
  // Attributes of JSX keep their double quotes, and texts with an apostrophe theirs.
  if (q === "'")
    text = text.replace(/(=?)"((?:[^"\\\n]|\\.)*)"/g, (all, isAttribute: string, inner: string) =>
      isAttribute || /'|\\"/.test(inner) ? all : `'${inner}'`,
    );
  if (s === "") text = withoutSemicolons(text);
  return i === "  " ? text : text.replace(/^(?: {2})+/gm, (space) => i.repeat(space.length / 2));
}

/** A line that would go on with the one before it has the semicolon in front. */
function withoutSemicolons(code: string): string {
  let isEnded = false;
  return code
    .split("\n")
    .map((line) => {
      if (line.trim() === "") return line;
      const text = isEnded ? line.replace(/^(\s*)(?=[([`])/, "$1;") : line;
      isEnded = line.endsWith(";");
      return text.replace(/;$/, "");
    })
    .join("\n");
}

/** Both sides as one hand writes them. */
export function bothInStyle({ before, after }: Sides, h: CodeStyle, random: Random): Sides {
  const form = random.pick(FUNCTION_FORMS);
  const withStyle = (code: string) => inStyle(withFunctions(code, form), h);
  return { before: withStyle(before), after: withStyle(after) };
}
