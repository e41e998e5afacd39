import { type Choices, wordsOf } from "../../choices/index.ts";
import { from, type Node, type NodeOf, removeLines, type Sample, to } from "../../syntax/index.ts";
import { edited, family } from "../family.ts";
import { canTakeParameter, withParameters } from "../parameters/list.ts";
import { madeUpSetting } from "./configurable.ts";
import { spoken, withArticle } from "./spoken.ts";

type Literal = NodeOf<"NumericLiteral" | "StringLiteral">;

function isLiteral(node: Node | null | undefined): node is Literal {
  return (
    node?.type === "NumericLiteral" ||
    (node?.type === "StringLiteral" && node.value.length > 0 && node.value.length < 30)
  );
}

/** How often the literal stands in the code, whichever quotes it has. */
function occurrences(sample: Sample, { value }: Literal): number {
  return [...sample.all("NumericLiteral"), ...sample.all("StringLiteral")].filter(
    (one) => one.value === value,
  ).length;
}

/** Names that can be said; what tells one kind of thing from another is no setting. */
const SAID = /^(?!(?:type|kind|name|key|id|tag|event|constructor)$)[a-z][a-zA-Z]{2,24}$/;

/** What a literal is called where it stands, and how it is made a parameter of that name. */
interface Place {
  readonly name: string;
  readonly literal: Literal;
  /** Undefined where the literal stands for itself. */
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
    // A blank line or a comment around it would be left behind.
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

/** A literal without a name, which gets one. */
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
      /^(CallExpression|NewExpression|BinaryExpression|AssignmentExpression)$/.test(
        sample.parent(one)?.type ?? "",
      ) &&
      !/(require|typeof [\w.]+ [!=]=+|\b(?:on|off|addEventListener|emit|get|set)\w*\()/.test(
        sample.text.slice(Math.max(0, from(one) - 30), from(one)),
      ) &&
      occurrences(sample, one) === 1,
  );
  const literal = choose.maybe(literals);
  const name = choose.variable(sample);
  return literal && SAID.test(name) && !sample.code.toLowerCase().includes(name.toLowerCase())
    ? { name, literal, holder: undefined }
    : undefined;
}

/** The parameters with one more, put in by the draft. */
function appendParameter(sample: Sample, draft: ReturnType<Sample["draft"]>, text: string): boolean {
  const fn = sample.main?.fn;
  if (fn === undefined || !canTakeParameter(sample)) return false;
  const list = withParameters(sample, fn, (parameters) => [...parameters, text]);
  if (list === undefined || list.text.length > 90) return false;
  const last = fn.params.at(-1);
  // The white space inside the parentheses stays as it is.
  if (last && !sample.source(last).endsWith(",")) {
    const before = fn.params.at(-2);
    draft.appendLeft(to(last), (before ? sample.text.slice(to(before), from(last)) : ", ") + text);
  } else if (list.start === list.end) draft.appendLeft(list.start, list.text);
  else draft.update(list.start, list.end, list.text);
  return true;
}

/** Taken back into the body: the last parameter, whose default is a literal. */
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
    // A test of what is constant, or a property of a literal, nobody has written.
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
  const words = spoken(name);
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
    // The convention: the last parameter, with the literal as its default, under the name that it has.
    const place = choose.maybe(places(sample)) ?? nameless(sample, choose);
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
    const own = holder ? { field: name, wordsField: spoken(name) } : {};
    return edited(sample, draft, { ...said(name, value), ...own });
  },
);

/** What is no longer done, by the verb that the name of a function begins with. */
const DONE: Readonly<Record<string, string>> = {
  delete: "deleted",
  remove: "removed",
  save: "saved",
  send: "sent",
  write: "written",
  update: "updated",
  insert: "inserted",
  create: "created",
  upload: "uploaded",
  publish: "published",
  emit: "emitted",
  dispatch: "dispatched",
  store: "stored",
  append: "appended",
  render: "rendered",
  log: "logged",
  print: "printed",
  notify: "notified",
  close: "closed",
  reset: "reset",
  clear: "cleared",
  push: "pushed",
  load: "loaded",
  register: "registered",
  redirect: "redirected",
  track: "tracked",
  play: "played",
  destroy: "destroyed",
  show: "shown",
  hide: "hidden",
  copy: "copied",
  replace: "replaced",
  set: "set",
  add: "added",
  draw: "drawn",
  unlink: "unlinked",
  trigger: "triggered",
};

const SKIP_FLAGS = [
  "dryRun",
  "dryRun",
  "simulate",
  "preview",
  "skip",
  "readOnly",
  "silent",
  "quiet",
  "testMode",
];
const ALLOW_FLAGS = ["force", "verbose", "debug", "live", "notify", "persist", "confirmed", "strict"];

/** Calls that are statements of their own in the function, with the last part of their callee's name. */
function calls(sample: Sample) {
  const fn = sample.main?.fn;
  return sample.all("ExpressionStatement").flatMap((statement) => {
    const { expression } = statement;
    const call = expression.type === "AwaitExpression" ? expression.argument : expression;
    if (call.type !== "CallExpression" || !fn || sample.functionOf(statement) !== fn) return [];
    const { callee } = call;
    if (!sample.isAlone(statement) || sample.parent(statement)?.type !== "BlockStatement") return [];
    const text = sample.source(callee);
    const verb = /^(?:[\w$]+\.)*([\w$]+)$/.exec(text)?.[1];
    if (!verb || /^(super|resolve|reject|done|cb|callback|next)$|^(describe|it|expect|assert)/.test(text))
      return [];
    const said = spoken(verb).split(" ")[0] ?? "";
    const places = sample.code.split(new RegExp(`\\b${text.replaceAll(/[.$]/g, "\\$&")}\\(`)).length - 1;
    return places === 1 ? [{ statement, text, verb: said }] : [];
  });
}

function guarded(sample: Sample, statement: Node, test: string, parameter: string) {
  const draft = sample.draft();
  const indent = sample.indentAt(from(statement));
  const step = sample.style.indent;
  const text = sample.source(statement);
  if (/`[^`]*\n/.test(text) || !appendParameter(sample, draft, parameter)) return undefined;
  const inner = text.replaceAll("\n", `\n${step}`).replaceAll(/\n[ \t]+\n/g, "\n\n");
  draft.update(from(statement), to(statement), `if (${test}) {\n${indent}${step}${inner}\n${indent}}`);
  return draft;
}

export const flagSkips = family(
  "flag-skips",
  {
    seen: [
      "add a {flag} flag, when it's on nothing should be {wordsDone}",
      "add a {flag} [flag|option|parameter] that skips {call}",
      "add a [boolean |]parameter {flag}, false by default, when it's true don't call {call}",
      "={flag} flag: [don't call|skip] {call} [when|if] it's [set|on|true]",
      "=I want a {flag} [mode|option] in which nothing is {wordsDone}",
      "skip {call} when the caller passes {flag}[, off by default|]",
      "=[with|if] {flag} [is set|is on|is true], {call} must not run, off by default",
      "let me pass {flag} so that nothing gets {wordsDone}",
    ],
    unseen: [
      "I need a way to run this without {call} happening: a switch {flag}, normally off",
      "one more argument, {flag}; as soon as it is true nothing is to be {wordsDone}",
    ],
    weight: 1.5,
  },
  (sample, choose) => {
    // The convention: the last parameter, false by default, and braces around the one statement.
    const one = choose.maybe(calls(sample));
    if (one === undefined) return undefined;
    const words = [...wordsOf(one.verb), "it"];
    const flag = choose.chance(0.65)
      ? choose.pick(SKIP_FLAGS)
      : choose.pick([`skip${capital(one.verb)}`, `no${capital(one.verb)}`, `without${capital(one.verb)}`]);
    if (sample.mentions(flag)) return undefined;
    const draft = guarded(sample, one.statement, `!${flag}`, `${flag} = false`);
    const done = DONE[words[0] ?? ""];
    const isOnly = calls(sample).filter(({ verb }) => verb === one.verb).length === 1;
    return (
      draft && edited(sample, draft, { flag, call: one.text, ...(done && isOnly ? { wordsDone: done } : {}) })
    );
  },
);

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

export const flagAllows = family(
  "flag-allows",
  {
    seen: [
      "add a {flag} flag, only [call|run] {call} when it's on",
      "add a {flag} [flag|option|parameter], {call} should only [run|happen] if it's [true|set]",
      "add a [boolean |]parameter {flag}, false by default, and call {call} only if it is true",
      "={call} should only happen [with|when] {flag}[ is passed|], add that as a parameter, off by default",
      "only call {call} when the caller passes {flag}[, off by default|]",
      "=I don't want {call} every time, put it behind a {flag} parameter, off by default",
      "make {call} opt-in, with a {flag} flag",
      "put {call} behind a {flag} flag[, default false|]",
    ],
    unseen: ["unless {flag} is handed in as true, {call} is not to be reached"],
  },
  (sample, choose) => {
    const one = choose.maybe(calls(sample));
    if (one === undefined) return undefined;
    const flag = choose.chance(0.6) ? choose.pick(ALLOW_FLAGS) : `should${capital(one.verb)}`;
    if (sample.mentions(flag)) return undefined;
    const draft = guarded(sample, one.statement, flag, `${flag} = false`);
    return draft && edited(sample, draft, { flag, call: one.text });
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
    // The code as it was takes only what it uses; before one function takes one thing more.
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
    // Nothing else unused: which one is meant must be plain.
    const isClean = sample.bindings.all.every((one) => one.kind !== "parameter" || one.references.length > 0);
    const fn = choose.maybe(functions);
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
