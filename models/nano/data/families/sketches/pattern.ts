import type { Random } from "../../random/index.ts";

/**
 * Code with marks in it, as a tree:
 *
 * - `«a|b|c»` is one of several, which may be empty;
 * - `⟦old→new⟧` is what is edited;
 * - `‹name›` is a variable, `‹name:form›` one in another form.
 *
 * They may stand in each other. A line of which nothing is left but marks that came to nothing is no line.
 */
export type Pattern = readonly Part[];

type Part =
  | string
  | { readonly oneOf: readonly Pattern[] }
  | { readonly before: Pattern; readonly after: Pattern }
  | { readonly variable: string; readonly form: string | undefined };

/** Both sides of an edit. */
export interface Sides {
  readonly before: string;
  readonly after: string;
}

/** Where a mark came to nothing. */
const EMPTY_MARK = "\u0001";

/** Throws where marks do not close, or one has too many parts. */
export function parsePattern(text: string): Pattern {
  let at = 0;
  const pattern = readParts("");
  if (at < text.length) throw new Error(`there is an unmatched ${text[at]} in ${text}`);
  return pattern;

  function readParts(ends: string): Part[] {
    const parts: Part[] = [];
    let plain = "";
    const flush = () => {
      if (plain !== "") parts.push(plain);
      plain = "";
    };
    while (at < text.length) {
      const character = text[at] as string;
      if (ends.includes(character) || "»⟧›".includes(character)) break;
      at++;
      if (character === "«") {
        flush();
        parts.push({ oneOf: readList("|", "»") });
      } else if (character === "⟦") {
        flush();
        const [before, after, ...rest] = readList("→", "⟧");
        if (before === undefined || after === undefined || rest.length > 0)
          throw new Error(`an edit must be ⟦old→new⟧ in ${text}`);
        parts.push({ before, after });
      } else if (character === "‹") {
        flush();
        const end = text.indexOf("›", at);
        const [variable, form] = text.slice(at, end).split(":");
        if (end < 0 || !/^\w+$/.test(variable ?? "")) throw new Error(`a variable must be ‹name› in ${text}`);
        parts.push({ variable: variable ?? "", form });
        at = end + 1;
      } else plain += character;
    }
    flush();
    return parts;
  }

  function readList(between: string, end: string): Pattern[] {
    const list: Pattern[] = [];
    for (;;) {
      list.push(readParts(between + end));
      const character = text[at++];
      if (character === end) return list;
      if (character !== between) throw new Error(`a ${end} is missing in ${text}`);
    }
  }
}

/** The variables of a pattern, without their forms. */
export function variablesOf(pattern: Pattern): string[] {
  return pattern.flatMap((part) => {
    if (typeof part === "string") return [];
    if ("variable" in part) return [part.variable];
    return ("oneOf" in part ? part.oneOf : [part.before, part.after]).flatMap(variablesOf);
  });
}

/** Both sides of a pattern: what is not edited is chosen once. */
export function render(
  pattern: Pattern,
  random: Random,
  value: (variable: string, form: string | undefined) => string,
): Sides {
  const sides = pattern.map((part): Sides => {
    if (typeof part === "string") return { before: part, after: part };
    if ("variable" in part) {
      const text = value(part.variable, part.form) || EMPTY_MARK;
      return { before: text, after: text };
    }
    if ("oneOf" in part) {
      const { before, after } = render(random.pick(part.oneOf), random, value);
      return { before: before || EMPTY_MARK, after: after || EMPTY_MARK };
    }
    const old = render(part.before, random, value).before;
    return { before: old || EMPTY_MARK, after: render(part.after, random, value).after || EMPTY_MARK };
  });
  return { before: sides.map((one) => one.before).join(""), after: sides.map((one) => one.after).join("") };
}

/** The text without what came to nothing. */
export function withoutEmptyMarks(text: string): string {
  return text
    .split("\n")
    .filter((line) => !line.includes(EMPTY_MARK) || line.replaceAll(EMPTY_MARK, "").trim() !== "")
    .map((line) => (line.includes(EMPTY_MARK) ? line.replaceAll(EMPTY_MARK, "").trimEnd() : line))
    .join("\n");
}

/** The text with its first and last line breaks off, and as far to the left as it goes. */
export function dedent(text: string): string {
  const lines = text
    .replace(/^\n/, "")
    .replace(/\n[ ]*$/, "")
    .split("\n");
  const depth = Math.min(...lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(depth)).join("\n");
}
