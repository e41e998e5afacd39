import { type Choices, capitalized } from "../../choices/index.ts";
import { type CodeStyle, chooseStyle } from "../made-up.ts";
import type { Domain } from "./domains.ts";

/** Lines of a body, and what they require around them. */
export interface Body {
  readonly lines: readonly string[];
  /** Top-level lines, directly above the function or class. */
  readonly above?: readonly string[];
}

export interface Place {
  readonly name: string;
  readonly parameters: string;
  readonly returns?: string;
  readonly isAsync?: boolean;
  /** A component is a plain function or a const, never a method. */
  readonly isComponent?: boolean;
  /** Code with `this` is a method. */
  readonly isMethod?: boolean;
  readonly isTyped: boolean;
}

/** The code around a body. It is created once: before and after differ only in the body. */
export interface Setting {
  readonly write: (body: Body) => string;
  readonly hand: CodeStyle;
}

/**
 * Creates small, realistic application code: functions in all forms, service methods, components and handlers, with
 * imports, types and other code around them. The added code has no loops and no numbers above 1.
 */
export function setting(
  choose: Choices,
  d: Domain,
  place: Place,
  h: CodeStyle = chooseStyle(choose),
): Setting {
  const { i, s, q } = h;
  const { name, parameters, isTyped, isAsync = false } = place;
  const indented = (lines: readonly string[], by = i) => lines.map((line) => (line === "" ? "" : by + line));
  const returns = isTyped && place.returns && choose.chance(0.7) ? `: ${place.returns}` : "";
  const async = isAsync ? "async " : "";
  const imports = choose.chance(0.35) ? importLines(choose, d, h, isTyped) : [];
  const types = isTyped && choose.chance(0.3) ? typeLines(choose, d, h) : [];
  const doc = choose.chance(0.15) ? docLines(choose, d) : [];
  const other = choose.chance(0.15) ? otherLines(choose, d, h) : [];
  const form = place.isMethod ? 9 : choose.below(place.isComponent ? 8 : 10);
  const exported = choose.chance(0.5) ? "export " : "";
  const lead = !place.isComponent && choose.chance(0.25) ? leadLines(choose, d, h) : [];

  const wrapped = (body: readonly string[]): string[] => {
    const all = indented([...lead, ...body]);
    switch (form) {
      case 0:
      case 1:
      case 2:
      case 3:
        return [`${exported}${async}function ${name}(${parameters})${returns} {`, ...all, "}"];
      case 4:
      case 5:
      case 6:
        return [`${exported}const ${name} = ${async}(${parameters})${returns} => {`, ...all, `}${s}`];
      case 7:
        return [`export default ${async}function ${name}(${parameters})${returns} {`, ...all, "}"];
      default:
        return [
          `${exported}class ${d.Thing}${suffix} {`,
          ...(field ? [`${i}${field}`, ""] : []),
          `${i}${async}${name}(${parameters})${returns} {`,
          ...indented(all),
          `${i}}`,
          "}",
        ];
    }
  };
  const suffix = choose.pick(["Service", "Store", "Manager", "Repository", "Controller", "Helper"]);
  const field = choose.chance(0.6)
    ? `${isTyped ? "private " : ""}${d.things}${isTyped ? `: ${d.Thing}[]` : ""} = []${s}`
    : undefined;
  const write = ({ lines, above = [] }: Body) => {
    const parts = [
      imports,
      types,
      ...(above.length > 0 ? [above] : []),
      [...doc, ...wrapped(lines)],
      other,
    ].filter((one) => one.length > 0);
    return parts.map((one) => one.join("\n")).join("\n\n");
  };
  return { write, hand: { i, s, q } };
}

function importLines(choose: Choices, d: Domain, { s, q }: CodeStyle, isTyped: boolean): string[] {
  const all = [
    `import { ${d.thing}Api } from ${q}./api${q}${s}`,
    `import { logger } from ${q}../lib/logger${q}${s}`,
    `import db from ${q}../db.js${q}${s}`,
    `import { ${d.thing}Label } from ${q}@/utils/labels${q}${s}`,
    `import { useStore } from ${q}../store${q}${s}`,
    `import { config } from ${q}../config${q}${s}`,
    `import axios from ${q}axios${q}${s}`,
    ...(isTyped ? [`import type { ${d.Thing} } from ${q}../types${q}${s}`] : []),
  ];
  return choose.shuffle(all).slice(0, choose.between(1, 2));
}

function typeLines(choose: Choices, d: Domain, { i, s }: CodeStyle): string[] {
  const fields = [
    ...d.numbers.slice(0, choose.between(1, 2)).map((one) => `${one}: number`),
    ...d.texts.slice(0, choose.between(1, 2)).map((one) => `${one}: string`),
  ];
  return [`interface ${d.Thing}Row {`, ...fields.map((one) => `${i}${one}${s || ";"}`), "}"];
}

function docLines(choose: Choices, d: Domain): string[] {
  return choose.pick([
    [`// ${d.thing} helpers`],
    [`/** Used on the ${d.thing} page. */`],
    ["/**", ` * For the list of ${d.things}.`, " */"],
    [`// also used by the ${d.texts[0]} view`],
    ["// TODO: move to utils"],
  ]);
}

function leadLines(choose: Choices, d: Domain, { s, q }: CodeStyle): string[] {
  const text = choose.pick([`${d.thing} started`, `loading ${d.things}`, d.thing]);
  return choose.pick([
    [`logger.debug(${q}${text}${q})${s}`],
    [`track(${q}${d.thing}${q})${s}`],
    [`const now = Date.now()${s}`, ""],
    [`const session = getSession()${s}`],
    [`assertReady()${s}`],
  ]);
}

function otherLines(choose: Choices, d: Domain, { i, s, q }: CodeStyle): string[] {
  return choose.pick([
    [`export const EMPTY = { ${d.texts[2]}: ${q}${q} }${s}`],
    [`function is${capitalized(d.flags[2] ?? "")}(one) {`, `${i}return Boolean(one.${d.flags[2]})${s}`, "}"],
    [`export const label = (one) => one.${d.texts[2]}${s}`],
  ]);
}
