import type { Choices } from "../../choices/index.ts";
import { around, component, named, type Prop } from "./component.ts";

/** The same element without and with additional attributes at the end. */
interface Target {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Returns an opening tag and its rest. Many attributes are on separate lines. */
export function tag(
  name: string,
  attributes: readonly string[],
  rest: readonly string[],
  isLong: boolean,
): string[] {
  const own = attributes.filter((one) => one !== "");
  const short = isLong && rest.length === 1 ? /^>(.+)(<\/\w+>)$/.exec(rest[0] ?? "") : undefined;
  const [end = "", ...more] = short ? [">", `  ${short[1]}`, short[2] as string] : rest;
  if (isLong && own.length > 1)
    return [`<${name}`, ...own.map((one) => `  ${one}`), end.replace(/^ /, ""), ...more];
  return [`<${[name, ...own].join(" ")}${end}`, ...more];
}

/** By convention, additions go last. */
export function withMore(
  choose: Choices,
  name: string,
  attributes: readonly string[],
  more: readonly string[],
  rest: readonly string[],
): Target {
  const count = attributes.filter((one) => one !== "").length;
  const isLong = count > 2 ? choose.chance(0.5) : count === 2 && choose.chance(0.15);
  return {
    before: tag(name, attributes, rest, isLong),
    after: tag(name, [...attributes, ...more], rest, isLong),
  };
}

/** Puts a component around a target. */
export function shown(
  choose: Choices,
  name: string,
  target: Target,
  props: readonly Prop[],
  without: RegExp,
  more: readonly string[] = [],
) {
  const wrap = around(choose, name, without);
  const isLast = choose.chance(0.5);
  const inside = (lines: readonly string[]) => wrap(isLast ? [...more, ...lines] : [...lines, ...more]);
  const made = component(
    choose,
    named(choose, name, ["Bar", "Header", "Form", "Panel", "Dialog", "Card", "Footer"]),
    props,
  );
  return {
    before: made.write([], inside(target.before)),
    after: made.write([], inside(target.after)),
    language: made.language,
  };
}
