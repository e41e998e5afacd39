import type { Random } from "../../random/index.ts";
import type { Hand } from "../made-up.ts";
import type { Sides } from "./pattern.ts";

/** In which of its forms a function is written that a pattern leaves open. */
export type FunctionForm = "function" | "exported function" | "arrow" | "exported arrow";

export const FUNCTION_FORMS: readonly FunctionForm[] = [
  "function",
  "function",
  "exported function",
  "exported function",
  "arrow",
  "exported arrow",
];

/** `ƒ name(…): type {` and `ƒ}`, or `ƒ async name(…) {`: a function in whichever form. */
export function withFunctions(code: string, form: FunctionForm): string {
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
export function inHand(code: string, { i, s, q }: Hand): string {
  let text = code;
  if (q === "'") text = text.replace(/(=?)"((?:[^"\\\n]|\\.)*)"/g, quotedSingly);
  if (s === "") text = withoutSemicolons(text);
  return i === "  " ? text : text.replace(/^(?: {2})+/gm, (space) => i.repeat(space.length / 2));
}

function withoutSemicolons(code: string): string {
  const lines = code.split("\n");
  return lines
    .map((line, index) => {
      const next = lines.slice(index + 1).find((one) => one.trim() !== "");
      return /^\s*[([`+\-/*]/.test(next ?? "") || /^\s*for \(/.test(line) ? line : line.replace(/;$/, "");
    })
    .join("\n");
}

/** Both sides as one hand writes them. */
export function styled({ before, after }: Sides, h: Hand, random: Random): Sides {
  const form = random.pick(FUNCTION_FORMS);
  const style = (code: string) => inHand(withFunctions(code, form), h);
  return { before: style(before), after: style(after) };
}

/** What JSX gives to an attribute stays as it is, and so does what has quotes in it. */
function quotedSingly(text: string, equals: string, inside: string): string {
  return equals !== "" || /['"]/.test(inside) ? text : `'${inside}'`;
}
