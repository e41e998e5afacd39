import { type Choices, capitalized, inWords, joinWords, wordsOf } from "../../choices/index.ts";
import type { Slots } from "../../phrasing/index.ts";
import { composed, type Family } from "../family.ts";
import { chooseStyle, plural } from "../made-up.ts";
import { filler, things } from "../services/made.ts";
import { dedent, type Pattern, parsePattern, render, variablesOf, withoutEmptyMarks } from "./pattern.ts";
import { bothInStyle } from "./style.ts";

/** There are so many of them that a little less of each is enough. */
const USUAL_WEIGHT = 0.7;

/** Values that belong together: one row is picked, and sets every variable that it names. They may have marks in them. */
export type Row = Readonly<Record<string, string>>;

/** A kind of edit as people would write it down: the code with the edit marked in it, and what they would say. */
export interface Sketch {
  /** At least 20 wordings, counted with their choices. */
  readonly seen: readonly string[];
  readonly unseen: readonly string[];
  readonly weight?: number;
  /** Variables, of each of which one value is picked. Values may have marks in them. */
  readonly vars?: Readonly<Record<string, readonly string[]>>;
  readonly rows?: readonly (readonly Row[])[];
  /** Code in which the edit is marked ({@link Pattern}); one of them is picked. `´` is a backtick, `€{` is `${`. */
  readonly code: readonly string[];
}

/**
 * A family whose code is a sketch. Every variable is also a slot, under its own name; `wordsName` is it in words, and
 * `textName` a text in quotes. Three things are there without being declared: `thing`, `other` and `third`; with a
 * capital they are types, with an s there are several of them. `‹fill›` on a line of its own is a line or none that
 * has nothing to do with the edit.
 */
export function sketched(name: string, sketch: Sketch): Family & { readonly isSketched: true } {
  const { seen, unseen, weight = USUAL_WEIGHT, vars = {}, rows = [] } = sketch;
  const patterns = sketch.code.map((text) => ({
    pattern: parseMarked(dedent(text)),
    isJsx: /<\/|\/>/.test(text),
  }));
  const parsedVars = new Map(Object.entries(vars).map(([key, values]) => [key, values.map(parseMarked)]));
  for (const one of [...THINGS, "fill"])
    if (one in vars || rows.flat().some((row) => one in row))
      throw new Error(`${name}: ‹${one}› is a built-in variable: choose another name`);
  for (const table of rows)
    if (new Set(table.map((row) => Object.keys(row).sort().join())).size !== 1)
      throw new Error(`${name}: the rows of a table must set the same variables`);
  const parsedRows = rows.map((table) =>
    table.map((row) => Object.entries(row).map(([key, text]) => [key, parseMarked(text)] as const)),
  );
  const known = new Set([...THINGS, "fill", ...Object.keys(vars), ...rows.flat().flatMap(Object.keys)]);
  for (const { pattern } of patterns)
    for (const one of variablesOf(pattern))
      if (!known.has(one) && !known.has(uncapitalized(one)))
        throw new Error(`${name}: there is no variable ‹${one}›`);

  const family = composed(name, { seen, unseen, weight }, (choose) => {
    const h = chooseStyle(choose);
    const { pattern, isJsx } = choose.pick(patterns);
    const values = valueResolver(choose, parsedVars, parsedRows);
    const drawn = render(pattern, choose, (variable, form) =>
      variable === "fill" ? fillerLine(choose) : toForm(values(variable), form),
    );
    const sides = bothInStyle(
      { before: withoutEmptyMarks(drawn.before), after: withoutEmptyMarks(drawn.after) },
      h,
      choose,
    );
    return { ...sides, slots: slotsFor(values, known), language: isJsx ? "tsx" : "ts" };
  });
  return { ...family, phrasings: { ...family.phrasings, isLoose: true }, isSketched: true };
}

function parseMarked(text: string): Pattern {
  return parsePattern(text.replaceAll("´", "`").replaceAll("€{", "${"));
}

const THINGS = ["thing", "other", "third"].flatMap((one) => [one, `${one}s`]);

/** What a variable stands for, picked when it is first asked for. */
function valueResolver(
  choose: Choices,
  vars: ReadonlyMap<string, readonly Pattern[]>,
  rows: readonly (readonly (readonly (readonly [string, Pattern])[])[])[],
): (variable: string) => string {
  const values = new Map<string, string>();
  const optionsOf = new Map(vars);
  for (const [index, one] of things(choose, 3).entries()) {
    const name = THINGS[index * 2] ?? "";
    values.set(name, one.name).set(`${name}s`, one.plural);
  }
  for (const table of rows) for (const [key, pattern] of choose.pick(table)) optionsOf.set(key, [pattern]);
  const value = (variable: string): string => {
    const found = values.get(variable);
    if (found !== undefined) return found;
    const options = optionsOf.get(variable);
    if (options === undefined) {
      const small = uncapitalized(variable);
      if (small === variable) throw new Error(`there is no variable ${variable}`);
      return capitalized(value(small));
    }
    const { before } = render(choose.pick(options), choose, (inner, form) => toForm(value(inner), form));
    values.set(variable, before);
    return before;
  };
  return value;
}

function toForm(value: string, form: string | undefined): string {
  switch (form) {
    case undefined:
      return value;
    case "words":
      return inWords(value);
    case "Words":
      return capitalized(inWords(value));
    case "plural":
      return plural(value);
    case "Pascal":
      return capitalized(value);
    case "camel":
      return uncapitalized(value);
    case "CONST":
      return joinWords(wordsOf(value), "constant");
    case "snake":
      return joinWords(wordsOf(value), "snake");
    case "kebab":
      return wordsOf(value).join("-");
    default:
      throw new Error(`there is no form ${form}`);
  }
}

function slotsFor(value: (variable: string) => string, known: ReadonlySet<string>): Slots {
  const slots: Record<string, string> = {};
  for (const name of known) {
    if (name === "fill") continue;
    const text = value(name);
    slots[name] = text;
    if (THINGS.includes(name)) slots[capitalized(name)] = capitalized(text);
    slots[`words${capitalized(name)}`] = inWords(text);
    slots[`text${capitalized(name)}`] = text;
  }
  return slots;
}

function fillerLine(choose: Choices): string {
  const [about] = things(choose, 1);
  const [line = ""] = about === undefined ? [] : filler(choose, { i: "  ", s: ";", q: '"' }, about);
  // It may stand in a function that is of no class.
  return line.replace(/^this\./, "");
}

function uncapitalized(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
