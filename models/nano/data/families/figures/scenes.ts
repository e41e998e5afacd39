import { type Choices, capitalized } from "../../choices/index.ts";
import type { Language } from "../../syntax/index.ts";
import { type CodeStyle, chooseStyle } from "../made-up.ts";
import { type Things, typeOf } from "./things.ts";

/** Code before and after an edit. */
export interface Scene {
  readonly before: string;
  readonly after: string;
  readonly language: Language;
}

/** A list and the chain of calls on it. */
export interface Chain {
  readonly head: string;
  readonly calls: readonly string[];
}

/** The surroundings in which a chain may stand. */
interface Setting {
  readonly frames?: readonly number[];
  /** Whether there is no other code beside it. */
  readonly isBare?: boolean;
}

const ALL: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
/** Frames that receive the list from outside. */
export const PASSED_IN: readonly number[] = [0, 1, 2, 5, 7, 9, 10];
/** Frames whose chain need not result in a list. */
export const ANY_RESULT: readonly number[] = [0, 1, 2, 3, 4, 6, 7];

/** Owners from which a list may be read. */
const OWNERS = ["this.", "state.", "data.", "props.", "store."];

/** Returns unrelated code to stand beside the edited code. */
function neighbour(choose: Choices, { i, s, q }: CodeStyle, t: Things): string {
  const type = typeOf(t);
  return choose.pick([
    `import { format${type} } from ${q}./format${q}${s}\n\n`,
    `const MAX_${t.one.toUpperCase()} = ${choose.between(2, 90)}${s}\n\n`,
    `interface ${type} {\n${i}id: string${s || ","}\n${i}${t.text}: string${s || ","}\n${i}${t.number}: number${s || ","}\n}\n\n`,
    `function is${type}(value) {\n${i}return value != null && value.${t.text} !== undefined${s}\n}\n\n`,
    `// ${t.many} as they come from the server\n`,
  ]);
}

/** Returns a chain before and after in some surroundings. `make` creates the chains for a list's name. */
export function chainScene(
  choose: Choices,
  t: Things,
  make: (list: string, h: CodeStyle) => readonly [Chain, Chain],
  { frames: among = ALL, isBare = false }: Setting = {},
): Scene {
  const h = chooseStyle(choose);
  const { i, s, q } = h;
  const type = typeOf(t);
  const frame = choose.pick(among);
  const isTyped = choose.chance(0.4);
  const isOwned = frame >= 5 && frame <= 7;
  const owner = frame === 6 ? "this." : choose.pick(OWNERS.slice(1));
  const list = isOwned ? owner + t.many : t.many;
  const [before, after] = make(list, h);
  const isTall =
    Math.max(before.calls.length, after.calls.length) > 2 ? choose.chance(0.75) : choose.chance(0.12);
  const write = ({ head, calls }: Chain, indent: string): string =>
    head + calls.map((call) => (isTall ? `\n${indent}${i}${call}` : call)).join("");
  const typed = isTyped ? `: ${type}[]` : "";
  const verb = choose.pick(["get", "list", "load", "show", "build", "prepare", "collect"]);
  const name = `${verb}${choose.pick(["", "Visible", "Sorted", "Top", "My", "Current"])}${capitalized(t.many)}`;
  const result = choose.pick(["result", "visible", "shown", "rows", "selected", `${t.one}List`, "list"]);
  const exported = choose.pick(["", "export "]);
  const lead = !isBare && choose.chance(0.25) ? neighbour(choose, h, t) : "";
  const url = `/${choose.pick(["api", "v1", "rest"])}/${t.many}`;
  const label = capitalized(t.many);
  const frames: ((chain: Chain) => string)[] = [
    (c) => `${exported}function ${name}(${t.many}${typed}) {\n${i}return ${write(c, i)}${s}\n}`,
    (c) =>
      `${exported}function ${name}(${t.many}${typed}) {\n${i}const ${result} = ${write(c, i)}${s}\n${i}return ${result}${s}\n}`,
    (c) => `${exported}const ${name} = (${t.many}${typed}) =>\n${i}${write(c, i)}${s}`,
    (c) =>
      `${exported}async function ${name}() {\n${i}const response = await fetch(${q}${url}${q})${s}\n${i}const ${t.many} = await response.json()${s}\n${i}return ${write(c, i)}${s}\n}`,
    (c) => `const ${result} = ${write(c, "")}${s}\nconsole.log(${result})${s}`,
    (c) =>
      `${exported}function ${name}(${owner.slice(0, -1)}) {\n${i}const ${result} = ${write(c, i)}${s}\n${i}return { count: ${result}.length, ${result} }${s}\n}`,
    (c) =>
      `class ${type}Store {\n${i}${t.many}${isTyped ? `: ${type}[]` : ""} = []${s}\n\n${i}${name}() {\n${i}${i}return ${write(c, i + i)}${s}\n${i}}\n}`,
    (c) => `${exported}const select${capitalized(t.many)} = (${owner.slice(0, -1)}) => ${write(c, "")}${s}`,
    (c) =>
      `router.get(${q}/${t.many}${q}, async (req, res) => {\n${i}const ${t.many} = await db.${t.many}.findAll()${s}\n${i}const ${result} = ${write(c, i)}${s}\n${i}res.json(${result})${s}\n})${s}`,
    (c) =>
      `export function ${type}List({ ${t.many} }${isTyped ? `: { ${t.many}: ${type}[] }` : ""}) {\n${i}const ${result} = ${write(c, i)}${s}\n\n${i}return (\n${i}${i}<section>\n${i}${i}${i}<h2>${label}</h2>\n${i}${i}${i}<${type}Table rows={${result}} />\n${i}${i}</section>\n${i})${s}\n}`,
    (c) =>
      `export function ${type}List({ ${t.many} }${isTyped ? `: { ${t.many}: ${type}[] }` : ""}) {\n${i}const ${result} = useMemo(() => ${write(c, i)}, [${t.many}])${s}\n${i}return <List items={${result}} />${s}\n}`,
  ];
  const put = frames[frame] as (chain: Chain) => string;
  return { before: lead + put(before), after: lead + put(after), language: frame > 8 ? "tsx" : "ts" };
}

/** Returns markup that shows a list: `{list.map((item) => <li>…</li>)}`. The chain precedes `.map`. */
export function shownScene(
  choose: Choices,
  t: Things,
  make: (list: string, h: CodeStyle) => readonly [Chain, Chain],
): Scene {
  const h = chooseStyle(choose);
  const { i, s, q } = h;
  const type = typeOf(t);
  const isOwned = choose.chance(0.25);
  const list = isOwned ? `props.${t.many}` : t.many;
  const [before, after] = make(list, h);
  const item = choose.pick([t.one, t.item]);
  const tag = choose.pick(["ul", "ul", "ol", "div", "section", "tbody"]);
  const child = tag === "tbody" ? "tr" : tag === "div" || tag === "section" ? "article" : "li";
  const inner = child === "tr" ? `<td>{${item}.${t.text}}</td>` : `{${item}.${t.text}}`;
  const key = choose.pick(["id", "id", t.text]);
  const element = choose.pick([
    `<${child} key={${item}.${key}}>${inner}</${child}>`,
    `<${type}Row key={${item}.${key}} ${t.one}={${item}} />`,
    `<${type}Card key={${item}.${key}} {...${item}} />`,
  ]);
  const type2 = choose.chance(0.4) ? `: ${type}ListProps` : "";
  const parameters = isOwned ? `props${type2}` : `{ ${t.many} }${type2}`;
  const heading = /section|div/.test(tag) ? `\n${i}${i}${i}<h2>${capitalized(t.many)}</h2>` : "";
  const state = choose.chance(0.3) ? `${i}const [open, setOpen] = useState(false)${s}\n\n` : "";
  const className = choose.chance(0.4) ? ` className=${q}${t.one}-list${q}` : "";
  const write = ({ head, calls }: Chain) =>
    `export function ${type}List(${parameters}) {\n${state}${i}return (\n${i}${i}<${tag}${className}>${heading}\n${i}${i}${i}{${head}${calls.join("")}.map((${item}) => (\n${i}${i}${i}${i}${element}\n${i}${i}${i}))}\n${i}${i}</${tag}>\n${i})${s}\n}`;
  return { before: write(before), after: write(after), language: "tsx" };
}
