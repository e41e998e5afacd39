import type { CodeStyle } from "../made-up.ts";

/** A recursion of a function `f`, and the equivalent loop. */
export interface Recursion {
  /** Usual names of the function. */
  readonly usual: readonly string[];
  readonly parameters: string;
  /** The condition of the base case. `value` is its result, undefined if the function has only side effects. */
  readonly test: string;
  readonly value: string | undefined;
  /** A statement before the recursive call. */
  readonly effect?: string;
  readonly step: (f: string) => string;
  readonly loop: readonly string[];
  /** The loop's parameters if they differ. */
  readonly loopParameters?: string;
}

/** Returns a loop that collects a result and returns it. */
export function collected(
  { i: indent, s }: CodeStyle,
  value: string,
  head: string,
  body: readonly string[],
  end = "return result",
): string[] {
  const keyword = value === "[]" ? "const" : "let";
  return [
    `${keyword} result = ${value}${s}`,
    `${head} {`,
    ...body.map((line) => `${indent}${line}${s}`),
    "}",
    `${end}${s}`,
  ];
}

/** Returns an assignment in its shortest form. */
export function assigned(name: string, value: string): string {
  if (value === `${name} - 1`) return `${name}--`;
  if (value === `${name} + 1`) return `${name}++`;
  const short = new RegExp(`^${name} ([-+*/]) ([\\w$]+)$`).exec(value);
  return short === null ? `${name} = ${value}` : `${name} ${short[1]}= ${short[2]}`;
}

/** Returns the loop for a tail recursion: the arguments are reassigned until it ends. */
export function repeated(
  { i: indent, s }: CodeStyle,
  negated: string,
  update: string,
  value: string,
): string[] {
  return [`while (${negated}) {`, `${indent}${update}${s}`, "}", `return ${value}${s}`];
}
