import { type Choices, inWords } from "../../choices/index.ts";
import { withArticle } from "../../phrasing/index.ts";
import { from, type Node, type NodeOf, removeLines, type Sample, to } from "../../syntax/index.ts";
import { edited, family } from "../family.ts";
import { canTakeParameter, withParameters } from "../parameters/list.ts";
import { calledByPlace } from "./called.ts";
import { madeUpSetting } from "./configurable.ts";

type Literal = NodeOf<"NumericLiteral" | "StringLiteral">;

function isLiteral(node: Node | null | undefined): node is Literal {
  return (
    node?.type === "NumericLiteral" ||
    (node?.type === "StringLiteral" && node.value.length > 0 && node.value.length < 30)
  );
}

/** Returns how often the literal occurs in the code, with any quotes. */
function occurrences(sample: Sample, { value }: Literal): number {
  return [...sample.all("NumericLiteral"), ...sample.all("StringLiteral")].filter(
    (one) => one.value === value,
  ).length;
}

/** Names that can be spoken, without names of discriminants, which are not settings. */
const SAID = /^(?!(?:type|kind|name|key|id|tag|event|constructor)$)[a-z][a-zA-Z]{2,24}$/;

/** A literal's name where it stands, and the node that becomes a parameter of that name. */
interface Place {
  readonly name: string;
  readonly literal: Literal;
  /** Undefined if the literal has no name there. */
  readonly holder: NodeOf<"ObjectProperty" | "VariableDeclaration"> | undefined;
}

function places(sample: Sample): Place[] {
  const fn = sample.main?.fn;
  if (fn === undefined) return [];
  const properties = sample.all("ObjectProperty").flatMap((holder): Place[] => {
    const { key, value: literal } = holder;
    if (holder.computed || key.type !== "Identifier" || !isLiteral(literal)) return [];
    return occurrences(sample, literal) === 1 ? [{ name: key.name, literal, holder }] : [];
  });
  const variables = sample.all("VariableDeclaration").flatMap((holder): Place[] => {
    const [one, another] = holder.declarations;
    if (another || holder.kind !== "const" || one?.id.type !== "Identifier" || one.id.typeAnnotation)
      return [];
    const body = fn.body;
    if (!isLiteral(one.init) || sample.parent(holder) !== body || !sample.isAlone(holder)) return [];
    // A blank line or a comment around it would remain.
    const around = [sample.lineStart(from(holder)) - 1, sample.lineEnd(to(holder)) + 1] as const;
    const previous = sample.text.slice(sample.lineStart(around[0]), around[0]).trim();
    const next = sample.text.slice(around[1], sample.lineEnd(around[1])).trim();
    if (/^(\/\/|\*|\/\*)/.test(previous) || next === "") return [];
    return [{ name: one.id.name, literal: one.init, holder }];
  });
  return [...properties, ...variables].filter(
    ({ name, literal }) => SAID.test(name) && sample.isWithin(literal, fn.body),
  );
}

/** Returns a literal without a name and gives it one. */
function nameless(sample: Sample, choose: Choices): Place | undefined {
  const fn = sample.main?.fn;
  const literals = [...sample.all("NumericLiteral"), ...sample.all("StringLiteral")].filter(
    (one) =>
      isLiteral(one) &&
      (one.type === "StringLiteral"
        ? /^[\w#.,:; /|-]+$/.test(one.value) && sample.parent(one)?.type === "CallExpression"
        : one.value > 1) &&
      fn &&
      sample.isWithin(one, fn.body) &&
      calledByPlace(sample, one).length > 0 &&
      !/(require|typeof [\w.]+ [!=]=+|\b(?:on|off|addEventListener|emit|get|set)\w*\()/.test(
        sample.text.slice(Math.max(0, from(one) - 30), from(one)),
      ) &&
      occurrences(sample, one) === 1,
  );
  const literal = choose.pickIfAny(literals);
  const name = (literal && choose.pickIfAny(calledByPlace(sample, literal))) ?? "";
  return literal && SAID.test(name) && !sample.code.toLowerCase().includes(name.toLowerCase())
    ? { name, literal, holder: undefined }
    : undefined;
}

/** Adds a parameter at the end. Returns false if the draft cannot. */
export function appendParameter(sample: Sample, draft: ReturnType<Sample["draft"]>, text: string): boolean {
  const fn = sample.main?.fn;
  if (fn === undefined || !canTakeParameter(sample)) return false;
  const list = withParameters(sample, fn, (parameters) => [...parameters, text]);
  if (list === undefined || list.text.length > 90) return false;
  const last = fn.params.at(-1);
  // The white space inside the parentheses stays.
  if (last && !sample.source(last).endsWith(",")) {
    const before = fn.params.at(-2);
    draft.appendLeft(to(last), (before ? sample.text.slice(to(before), from(last)) : ", ") + text);
  } else if (list.start === list.end) draft.appendLeft(list.start, list.text);
  else draft.update(list.start, list.end, list.text);
  return true;
}

/** Returns the code with its last parameter, whose default is a literal, moved back into the body. */
function inlined(sample: Sample) {
  const fn = sample.main?.fn;
  const last = fn?.params.at(-1);
  if (!fn || last?.type !== "AssignmentPattern" || last.left.type !== "Identifier") return undefined;
  if (last.left.typeAnnotation || !isLiteral(last.right) || !SAID.test(last.left.name)) return undefined;
  const { name } = last.left;
  const binding = sample.bindings.of(last.left);
  if (!binding || binding.writes.length > 0 || occurrences(sample, last.right) > 1) return undefined;
  const { references } = binding;
  if (references.length === 0 || references.length > 3 || sample.code.includes("@param")) return undefined;
  const value = sample.source(last.right);
  const list = withParameters(sample, fn, (parameters) => parameters.slice(0, -1));
  if (list === undefined) return undefined;
  const draft = sample.draft();
  draft.update(list.start, list.end, list.text);
  if (list.text === "") draft.remove(list.start, list.end);
  for (const one of references) {
    const holder = sample.parent(one);
    if (!sample.isWithin(one, fn.body) || holder === undefined) return undefined;
    // Nobody writes a test of a constant, or a property of a literal.
    if (
      /^(MemberExpression|OptionalMemberExpression|UnaryExpression|LogicalExpression|IfStatement|TemplateLiteral|JSX\w*|TS\w*|Conditional\w*|Export\w*|SpreadElement)$/.test(
        holder.type,
      ) ||
      (holder.type === "BinaryExpression" && isLiteral(holder.left) && isLiteral(holder.right)) ||
      (holder.type === "CallExpression" && holder.callee === one)
    )
      return undefined;
    draft.update(
      from(one),
      to(one),
      holder.type === "ObjectProperty" && holder.shorthand ? `${name}: ${value}` : value,
    );
  }
  const before = sample.finish(draft);
  if (before === sample.code || new RegExp(`\\b${name}\\b(?!:)`).test(before)) return undefined;
  return { before, after: sample.code, slots: said(name, value) };
}

function said(name: string, value: string) {
  const words = inWords(name);
  return { name, value, wordsName: words, wordsOne: withArticle(words), wordsValue: value };
}

export const literalToParameter = family(
  "literal-to-parameter",
  {
    seen: [
      "make the {wordsName} configurable, default {wordsValue}",
      "make {value} a parameter {name}[| with that default| that defaults to it]",
      "turn {value} into a parameter [called |]{name}, [same default|keep it as the default]",
      "let [me|callers] choose the {wordsName}, keep {wordsValue} as the default",
      "let callers pass {wordsOne}, {wordsValue} if they leave it out",
      "=the {wordsName} [is|shouldn't be] hardcoded, make it a parameter [with|that defaults to] {wordsValue}",
      "take the {wordsName} as a parameter, {wordsValue} by default",
      "make the {wordsField} a parameter, default as it is now",
      "=the {wordsField} should be up to the caller, keep the current value as the default",
      "[accept|take] {field} as an argument instead of hardcoding it, same default",
    ],
    unseen: [
      "whoever calls this gets to say what {name} is; without a word from them it stays {value}",
      "open up the {wordsName} to the outside, with {wordsValue} as fallback",
    ],
    weight: 2,
  },
  (sample, choose) => {
    const found = inlined(sample);
    if (found) return found;
    if (choose.chance(0.25)) {
      const { before, after, name, value } = madeUpSetting(choose);
      return { before, after, slots: said(name, value), language: "js" };
    }
    // By convention, it is the last parameter, with the literal as default and its existing name.
    const place = choose.pickIfAny(places(sample)) ?? nameless(sample, choose);
    if (place === undefined) return undefined;
    const { name, literal, holder } = place;
    const value = sample.source(literal);
    const draft = sample.draft();
    if (holder === undefined) draft.update(from(literal), to(literal), name);
    else if (holder.type === "VariableDeclaration") {
      const outside = sample.code.split(new RegExp(`\\b${name}\\b`)).length - 1;
      const id = holder.declarations[0]?.id;
      const binding = id?.type === "Identifier" ? sample.bindings.of(id) : undefined;
      if (!binding || outside !== binding.references.length + 1) return undefined;
      removeLines(sample, draft, holder);
    } else {
      if (sample.code.split(new RegExp(`\\b${name}\\b`)).length !== 2) return undefined;
      draft.update(from(holder), to(holder), name);
    }
    if (!appendParameter(sample, draft, `${name} = ${value}`)) return undefined;
    const own = holder ? { field: name, wordsField: inWords(name) } : {};
    return edited(sample, draft, { ...said(name, value), ...own });
  },
);

const UNUSED = [
  "index",
  "i",
  "event",
  "e",
  "options",
  "ctx",
  "context",
  "args",
  "key",
  "acc",
  "callback",
  "next",
  "locale",
];

export const dropUnusedParameter = family(
  "drop-unused-parameter",
  {
    seen: [
      "remove [the |]unused [params|parameters|parameter|arguments]",
      "drop the unused [param|parameter|argument]",
      "=lint: {name} is [unused|never used|defined but never used]",
      "={name} is [unused|never used|not used][, drop it|, remove it|]",
      "=we don't use {name}[ here| in here| any more]",
      "=what's {name} for? [it isn't used|nobody uses it]",
      "=there's an unused [param|parameter|argument]",
      "remove {name}, it's [unused|never used]",
    ],
    unseen: ["somebody takes {name} and does nothing with it", "take only the arguments that are needed"],
  },
  (sample, choose) => {
    // The sample has no unused parameters; `before` gets one.
    const functions = [...sample.all("ArrowFunctionExpression"), ...sample.all("FunctionDeclaration")].filter(
      (fn) => {
        const last = fn.params.at(-1);
        return (
          last?.type === "Identifier" &&
          /^\s*[,)]/.test(sample.text.slice(to(last))) &&
          !last.optional &&
          sample.isOneLine(last) &&
          fn.params.every(
            (one) => one.type !== "Identifier" || (sample.bindings.of(one)?.references.length ?? 0) > 0,
          )
        );
      },
    );
    const all = [...functions, ...sample.all("ObjectMethod"), ...sample.all("ClassMethod")];
    // No other parameter may be unused, or it would be unclear which is meant.
    const isClean = sample.bindings.all.every((one) => one.kind !== "parameter" || one.references.length > 0);
    const fn = choose.pickIfAny(functions);
    const last = fn?.params.at(-1);
    if (!fn || !last || !isClean || all.length > 12) return undefined;
    const name = choose.chance(0.6) ? choose.pick(UNUSED) : choose.variable(sample);
    if (sample.mentions(name)) return undefined;
    const isTyped = last.type === "Identifier" && last.typeAnnotation;
    const type = isTyped ? `: ${choose.pick(["string", "number", "boolean"])}` : "";
    const draft = sample.draft();
    draft.appendLeft(to(last), `, ${name}${type}`);
    return { before: sample.finish(draft), after: sample.code, slots: { name } };
  },
);
