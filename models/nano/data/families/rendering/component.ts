import { type Choices, capitalized, joinWords, wordsOf } from "../../choices/index.ts";
import type { Language } from "../../syntax/index.ts";
import { type CodeStyle, chooseStyle, plural } from "../made-up.ts";

/** Elements of lists on screens, with the property that is shown. */
const THINGS =
  `order:total item:name user:name post:title comment:text message:body product:name task:title note:title
photo:caption invoice:number event:title tag:label ticket:subject guest:name player:nick team:name file:filename song:title
album:title book:title recipe:title review:text project:name member:name contact:email booking:room session:title alert:message
notification:text role:label team:name filter:label option:label plan:name address:street payment:method customer:name
lesson:title course:name exam:title flight:code trip:destination coupon:code issue:title branch:name device:label guess:word
answer:text question:text score:points match:opponent video:title playlist:name friend:name invite:email job:title
candidate:name report:title document:title attachment:filename subscription:plan refund:reason warning:message result:title
category:name article:headline station:name vehicle:plate patient:name appointment:doctor expense:label cell:label row:label`
    .split(/\s+/)
    .map((one) => one.split(":") as [string, string]);

export interface Thing {
  readonly one: string;
  readonly many: string;
  readonly field: string;
}

export function thing(choose: Choices): Thing {
  const [one = "", field = ""] = choose.pick(THINGS);
  const noun = choose.chance(0.25)
    ? joinWords(
        [choose.pick(["new", "open", "saved", "recent", "shared", "pending", "active"]), one],
        "camel",
      )
    : one;
  return { one: choose.chance(0.6) ? one : noun, many: plural(noun), field };
}

export interface Prop {
  readonly name: string;
  readonly type: string;
}

export interface Component {
  readonly h: CodeStyle;
  readonly language: Language;
  readonly isTyped: boolean;
  /**
   * Returns the component's code: `body` are the statements before the return, `jsx` the element's lines, with two
   * spaces per indentation level.
   */
  readonly write: (body: readonly string[], jsx: readonly string[], props?: readonly Prop[]) => string;
}

/**
 * Creates a writer of a component that always has the same form: only the requested edit differs between before and
 * after. `isBlock`: its body has braces, and a blank line follows its statements.
 */
export function component(choose: Choices, name: string, own: readonly Prop[], isBlock = false): Component {
  const h = chooseStyle(choose);
  const { i, s } = h;
  const isTyped = choose.chance(0.55);
  const form = choose.below(6);
  const typing = choose.below(3);
  const isTight = !isBlock && choose.chance(0.35);
  const exported = choose.chance(0.6) ? "export " : "";
  const write: Component["write"] = (body, jsx, props = own) => {
    const names = props.map((one) => one.name).join(", ");
    const typed = props.map((one) => `${one.name}: ${one.type}`);
    const list = !isTyped
      ? `{ ${names} }`
      : typing === 0
        ? `{ ${names} }: { ${typed.join("; ")} }`
        : `{ ${names} }: ${name}Props`;
    const parameters = props.length === 0 ? "" : list;
    const declared =
      isTyped && typing === 1 && props.length > 0
        ? form % 2 === 0
          ? `interface ${name}Props {\n${typed.map((one) => `${i}${one};\n`).join("")}}\n\n`
          : `type ${name}Props = {\n${typed.map((one) => `${i}${one};\n`).join("")}};\n\n`
        : "";
    const inner = (lines: readonly string[], depth: number) =>
      lines.map((line) => (line === "" ? "" : i.repeat(depth) + indented(line, i))).join("\n");
    const isShort = !isBlock && body.length === 0 && form >= 4;
    const [only = ""] = jsx;
    const element =
      jsx.length === 1 && !isShort
        ? inner([`return ${only}${s}`], 1)
        : `${inner(["return ("], 1)}\n${inner(jsx, 2)}\n${inner([`)${s}`], 1)}`;
    const statements = body.length === 0 ? element : `${inner(body, 1)}\n${isTight ? "" : "\n"}${element}`;
    switch (form) {
      case 0:
      case 1:
        return `${declared}${exported}function ${name}(${parameters}) {\n${statements}\n}`;
      case 2:
        return `${declared}function ${name}(${parameters}) {\n${statements}\n}`;
      default:
        return isShort
          ? `${declared}${exported}const ${name} = (${parameters}) => (\n${inner(jsx, 1)}\n)${s}`
          : `${declared}${exported}const ${name} = (${parameters}) => {\n${statements}\n}${s}`;
    }
  };
  return { h, language: isTyped ? "tsx" : "jsx", isTyped, write };
}

/** Replaces an indentation of two spaces per level by `step`. */
export function indented(line: string, step: string): string {
  const blanks = /^ */.exec(line)?.[0].length ?? 0;
  return step.repeat(blanks / 2) + line.slice(blanks);
}

export function deeper(lines: readonly string[], steps = 1): string[] {
  return lines.map((line) => (line === "" ? "" : "  ".repeat(steps) + line));
}

const BLOCKS = ["div", "div", "div", "section", "main", "article", "aside", "header", "footer"];

/** Returns ` className="…"`, or an empty string. */
export function classed(choose: Choices, word: string, share = 0.5): string {
  return choose.chance(share)
    ? ` className="${wordsOf(word).join("-")}${choose.pick(["", "", "-box", "-wrap", "__inner", " mt-2"])}"`
    : "";
}

/** Returns a sibling element that does not match `without`. */
export function neighbour(choose: Choices, without: RegExp): string | undefined {
  const word = choose.pick([
    "overview",
    "settings",
    "profile",
    "summary",
    "details",
    "welcome",
    "about",
    "help",
  ]);
  return choose.pickIfAny(
    [
      `<h2>${capitalized(word)}</h2>`,
      `<h3 className="title">${capitalized(word)}</h3>`,
      `<p>${capitalized(word)} of this week</p>`,
      `<p className="hint">See the ${word} below.</p>`,
      `<span className="${word}">${capitalized(word)}</span>`,
      `<${capitalized(word)}Icon />`,
      "<Divider />",
      `<${capitalized(word)}Bar />`,
      `<small>${capitalized(word)}</small>`,
      `<img src="/${word}.svg" alt="" />`,
      `<a href="/${word}">${capitalized(word)}</a>`,
      "<hr />",
    ].filter((one) => !without.test(one)),
  );
}

/** Puts an element around lines, sometimes with siblings. */
export function around(
  choose: Choices,
  name: string,
  without = /^$/,
): (lines: readonly string[]) => string[] {
  const tag = choose.pick(BLOCKS);
  const open = choose.chance(0.1) ? "<>" : `<${tag}${classed(choose, name)}>`;
  const close = open === "<>" ? "</>" : `</${tag}>`;
  const first = choose.chance(0.5) ? neighbour(choose, without) : undefined;
  const rest = [first, choose.chance(0.35) ? neighbour(choose, without) : undefined];
  const [before, after] = rest[0] === rest[1] ? [rest[0], undefined] : rest;
  return (lines) => [
    open,
    ...(before ? [`  ${before}`] : []),
    ...deeper(lines),
    ...(after ? [`  ${after}`] : []),
    close,
  ];
}

/** Returns a name for a component from these words. */
export function named(choose: Choices, word: string, ends: readonly string[]): string {
  return capitalized(word) + choose.pick(ends);
}
