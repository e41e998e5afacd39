import type { Hand } from "../made-up.ts";

/** A recursion of a function `f`, and the loop for it. */
export interface Recursion {
  /** What the function is usually called. */
  readonly usual: readonly string[];
  readonly parameters: string;
  /** When it ends, and with which value; undefined where it is called for what it does. */
  readonly test: string;
  readonly value: string | undefined;
  /** A statement before it calls itself. */
  readonly effect?: string;
  readonly step: (f: string) => string;
  readonly loop: readonly string[];
  /** The parameters of the loop, where they are others. */
  readonly loopParameters?: string;
}

/** What a loop collects, and its return. */
export function collected(
  { i: indent, s }: Hand,
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

/** An assignment, as short as it can be. */
export function assigned(name: string, value: string): string {
  if (value === `${name} - 1`) return `${name}--`;
  if (value === `${name} + 1`) return `${name}++`;
  const short = new RegExp(`^${name} ([-+*/]) ([\\w$]+)$`).exec(value);
  return short === null ? `${name} = ${value}` : `${name} ${short[1]}= ${short[2]}`;
}

/** The loop of a recursion that calls itself last: what it hands on is assigned until it ends. */
export function repeated({ i: indent, s }: Hand, negated: string, update: string, value: string): string[] {
  return [`while (${negated}) {`, `${indent}${update}${s}`, "}", `return ${value}${s}`];
}
