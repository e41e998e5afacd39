import { type Choices, capitalized, NOUNS, VERBS } from "../../choices/index.ts";
import { from, hasComment, type Node, type NodeOf, type Sample, to } from "../../syntax/index.ts";
import { edited, family } from "../family.ts";
import { madeUpSwitch, orMadeUp, writtenLike } from "./made.ts";

type Case = NodeOf<"SwitchCase">;

/** A switch over strings or numbers whose cases all end by themselves, and its layout. */
interface Layout {
  readonly one: NodeOf<"SwitchStatement">;
  /** All cases except the default, which can only be the last. */
  readonly cases: readonly Case[];
  readonly fallback: Case | undefined;
  readonly isOneLine: boolean;
  readonly isApart: boolean;
  /** The statement that ends every case. */
  readonly end: "return" | "break";
}

function layoutOf(sample: Sample): Layout | undefined {
  const [one, another] = sample.all("SwitchStatement");
  const last = one?.cases.at(-1);
  if (one === undefined || another || last === undefined) return undefined;
  const fallback = last.test ? undefined : last;
  const cases = fallback ? one.cases.slice(0, -1) : one.cases;
  const full = cases.filter(({ consequent }) => consequent.length > 0);
  const end = endOf(full);
  if (
    cases.length < 2 ||
    cases.at(-1)?.consequent.length === 0 ||
    !["StringLiteral", "NumericLiteral"].some((type) => cases.every(({ test }) => test?.type === type)) ||
    end === undefined ||
    one.cases.some((each) => sample.text.slice(sample.lineStart(from(each)), from(each)).trim() !== "") ||
    !/^[ \t]*(\/\/.*)?$/.test(restOfLine(sample, cases.at(-1) as Case))
  )
    return undefined;
  const line = full.map((each) => isBesideLabel(sample, each));
  const blank = one.cases.slice(1).flatMap((each, index) => {
    const before = one.cases[index] as Case;
    return before.consequent.length > 0
      ? [/^[^\n]*\n[ \t]*\n/.test(sample.text.slice(to(before), from(each)))]
      : [];
  });
  if (new Set(line).size !== 1 || new Set(blank).size > 1) return undefined;
  return { one, cases, fallback, isOneLine: line[0] === true, isApart: blank[0] === true, end };
}

function endOf(full: readonly Case[]): Layout["end"] | undefined {
  if (
    full.every(({ consequent: [only, more] }) => only?.type === "ReturnStatement" && only.argument && !more)
  )
    return "return";
  const isBroken = ({ consequent }: Case) => {
    const last = consequent.at(-1);
    return consequent.length > 1 && last?.type === "BreakStatement" && !last.label;
  };
  return full.every(isBroken) ? "break" : undefined;
}

function restOfLine(sample: Sample, node: Node): string {
  return sample.text.slice(to(node), sample.lineEnd(to(node)));
}

function isBesideLabel(sample: Sample, { test, consequent: [first] }: Case): boolean {
  return !!test && !!first && !sample.text.slice(to(test), from(first)).includes("\n");
}

/** Returns a string or number that no case has, in the same form. */
function freshValue(sample: Sample, choose: Choices, cases: readonly Case[]): string | undefined {
  const test = cases[0]?.test;
  if (test?.type === "StringLiteral") {
    const quote = sample.source(test)[0] ?? '"';
    const words = choose.chance(0.6) ? [choose.pick(NOUNS)] : [choose.pick(NOUNS), choose.pick(NOUNS)];
    const texts = cases.flatMap((each) => (each.test?.type === "StringLiteral" ? [each.test.value] : []));
    if (!texts.every((text) => /^[A-Za-z][\w-]*$/.test(text))) return undefined;
    const model = texts.find((text) => /[-_A-Z]/.test(text)) ?? test.value;
    const word = writtenLike(words.join("_"), model);
    return sample.mentions(word) ? undefined : quote + word + quote;
  }
  const numbers = cases.flatMap((each) => (each.test?.type === "NumericLiteral" ? [each.test.value] : []));
  const most = Math.max(...numbers);
  const value = String(choose.pick([most + 1, most + 1, most + choose.between(2, 9)]));
  return /^\d+$/.test(value) && !sample.mentions(value) ? value : undefined;
}

/** Returns a case's value as users write it: strings often without quotes. */
function named(choose: Choices, value: string): string {
  return /^["']\w+["']$/.test(value) && choose.chance(0.4) ? value.slice(1, -1) : value;
}

/** Returns another value of the kind that the cases return. */
function freshResult(sample: Sample, choose: Choices, results: readonly Node[]): string {
  const { quote } = sample.style;
  const is = (type: Node["type"]) => results.every((one) => one.type === type);
  if (is("NumericLiteral")) return String(choose.pick([choose.between(0, 20), choose.between(1, 50) * 10]));
  if (is("BooleanLiteral")) return choose.pick(["true", "false"]);
  const [first] = results;
  if (first?.type === "CallExpression" && is("CallExpression")) {
    const inside = first.arguments.map((one) => sample.source(one)).join(", ");
    const isSame = results.every(
      (one) =>
        one.type === "CallExpression" &&
        one.arguments.map((each) => sample.source(each)).join(", ") === inside,
    );
    if (isSame && first.callee.type === "Identifier" && inside.length < 30 && !inside.includes("\n"))
      return `${choose.function(sample)}(${inside})`;
  }
  if (first?.type === "StringLiteral" && is("StringLiteral"))
    return (
      quote +
      writtenLike(
        choose.chance(0.5) ? choose.pick(NOUNS) : `${choose.pick(NOUNS)}_${choose.pick(NOUNS)}`,
        first.value,
      ) +
      quote
    );
  return choose.pick(["null", `${quote}${choose.pick(NOUNS)}${quote}`]);
}

function caseLines(sample: Sample, layout: Layout, label: string, body: readonly string[]): string {
  const model = layout.cases.find(({ consequent }) => consequent.length > 0);
  const statement = model?.consequent[0];
  const indent = model ? sample.indentAt(from(model)) : "";
  const inner = statement && !layout.isOneLine ? sample.indentAt(from(statement)) : "";
  const head = `${layout.isApart ? "\n" : ""}\n${indent}${label}:`;
  return layout.isOneLine
    ? `${head} ${body.join(" ")}`
    : head + body.map((line) => `\n${inner}${line}`).join("");
}

/** Returns the end of the cases' statements: `;` or nothing. */
function semiOf(sample: Sample, { cases }: Layout): string {
  return sample.source(cases.at(-1)?.consequent.at(-1) as Node).endsWith(";") ? ";" : "";
}

function addedCase(sample: Sample, choose: Choices) {
  // By convention, it goes after the other cases, before the default.
  const layout = layoutOf(sample);
  const value = layout && freshValue(sample, choose, layout.cases);
  if (layout === undefined || value === undefined) return undefined;
  const semi = semiOf(sample, layout);
  const draft = sample.draft();
  const put = (body: readonly string[]) =>
    draft.appendLeft(
      sample.lineEnd(to(layout.cases.at(-1) as Case)),
      caseLines(sample, layout, `case ${value}`, body),
    );
  if (layout.end === "return") {
    const results = layout.cases.flatMap(({ consequent: [only] }) =>
      only?.type === "ReturnStatement" && only.argument ? [only.argument] : [],
    );
    const result = freshResult(sample, choose, results);
    put([`return ${result}${semi}`]);
    return edited(sample, draft, { value: named(choose, value), result });
  }
  const statement = freshStatement(sample, choose, layout);
  if (layout.isOneLine && semi === "") return undefined;
  put([statement + semi, `break${semi}`]);
  return edited(sample, draft, { value: named(choose, value), statement });
}

/** Returns another statement of the kind in the cases. */
function freshStatement(sample: Sample, choose: Choices, { cases }: Layout): string {
  const set = cases.flatMap(({ consequent: [first] }) =>
    first?.type === "ExpressionStatement" && first.expression.type === "AssignmentExpression"
      ? [first.expression]
      : [],
  );
  const [first] = set;
  if (
    first?.operator === "=" &&
    set.every((one) => sample.source(one.left) === sample.source(first.left)) &&
    sample.isOneLine(first.left)
  )
    return `${sample.source(first.left)} = ${freshResult(
      sample,
      choose,
      set.map(({ right }) => right),
    )}`;
  const calls = cases.flatMap(({ consequent: [one] }) =>
    one?.type === "ExpressionStatement" && one.expression.type === "CallExpression"
      ? [one.expression.arguments.map((each) => sample.source(each)).join(", ")]
      : [],
  );
  const isSame = calls.length > 0 && calls.every((one) => one === calls[0] && /^[\w, ]{0,30}$/.test(one));
  return `${choose.pick(VERBS)}${capitalized(choose.pick(NOUNS))}(${isSame ? calls[0] : ""})`;
}

export const addCase = family(
  "add-case",
  {
    seen: [
      "add a case {value} that returns {result}",
      "add [a |the ]case {value}[:| which should| to the switch, it should] return {result}",
      "handle {value} in the switch: return {result}",
      "=in case of {value} the switch should return {result}",
      "support {value} [as well |]in the switch, [with|returning] {result}",
      "=the switch [lacks|is missing] [a|the] case {value} that returns {result}",
      "extend the switch: {value} gives {result}",
      "add a case {value} that runs {statement}",
      "add [a |the ]case {value} to the switch that does {statement}",
      "handle {value} in the switch by {statement}",
      "=in case of {value} the switch should do {statement}",
      "=the switch needs a case {value} with {statement}",
    ],
    unseen: [
      "teach the switch about {value}, for which the answer is {result}",
      "let the switch know {value}, too: then {statement}",
    ],
  },
  orMadeUp(addedCase, madeUpSwitch),
);

export const removeCase = family(
  "remove-case",
  {
    seen: [
      "remove [the |]case {value}[| from the switch]",
      "delete the {value} case[| from the switch]",
      "drop [the |]case {value}",
      "=[the |]case {value} is not needed[| any more], remove it",
      "get rid of the case for {value}",
      "take {value} out of the switch",
      "=the switch should not handle {value}[| any more]",
      "=no case {value} in the switch",
    ],
    unseen: ["{value} has been abolished, so the switch can forget it"],
  },
  orMadeUp((sample, choose) => {
    const layout = layoutOf(sample);
    if (layout === undefined || layout.cases.length < 3) return undefined;
    const { cases, one } = layout;
    const candidates = cases.filter((each) => {
      const index = cases.indexOf(each);
      const before = cases[index - 1];
      // The last of several labels with one body is rejected: the result would look like a mistake.
      return (
        !(before && before.consequent.length === 0) &&
        !hasComment(sample, each) &&
        sample.text
          .slice(before ? to(before) : from(one.discriminant), from(each))
          .replace(/^[^\n]*\n/, "")
          .trim() === "" &&
        restOfLine(sample, each).trim() === "" &&
        each.test &&
        sample.isOneLine(each.test)
      );
    });
    const each = choose.pickIfAny(candidates);
    if (!each?.test) return undefined;
    const draft = sample.draft();
    const next = one.cases[one.cases.indexOf(each) + 1];
    const before = cases[cases.indexOf(each) - 1];
    if (next) {
      const comments = sample.text.slice(sample.lineEnd(to(each)) + 1, sample.lineStart(from(next)));
      const blank = /^([ \t]*\n)*/.exec(comments)?.[0].length ?? 0;
      draft.remove(sample.lineStart(from(each)), sample.lineEnd(to(each)) + 1 + blank);
    } else if (before) draft.remove(sample.lineEnd(to(before)), sample.lineEnd(to(each)));
    else return undefined;
    return edited(sample, draft, { value: named(choose, sample.source(each.test)) });
  }, madeUpSwitch),
);

export const addDefault = family(
  "add-default",
  {
    seen: [
      "add a default case that throws {text}",
      "add a default[ case| branch|] to the switch that throws [an error |an Error |]{text}",
      "throw {text} in the default case",
      "=the switch [needs|should have] a default that throws {text}",
      "=by default[,|] the switch should throw {text}",
      "handle unknown [cases|values] in the switch: throw {text}",
      "add a default case that returns {value}",
      "add a default[ case| branch|] to the switch that returns {value}",
      "return {value} in the default case",
      "=the switch [needs|should have] a default that returns {value}",
      "=by default[,|] the switch should return {value}",
    ],
    unseen: [
      "whatever no case of the switch covers must raise {text}",
      "whatever no case of the switch covers comes to {value}",
    ],
  },
  orMadeUp((sample, choose) => {
    const layout = layoutOf(sample);
    if (layout === undefined || layout.fallback) return undefined;
    const { one, cases, end } = layout;
    const place = sample.parent(one);
    // Code after a switch that always returns would become unreachable.
    if (end === "return" && !(place?.type === "BlockStatement" && place.body.at(-1) === one))
      return undefined;
    if (end === "return" && place && /^(For|While|DoWhile)/.test(sample.parent(place)?.type ?? ""))
      return undefined;
    const { quote } = sample.style;
    const semi = semiOf(sample, layout);
    const draft = sample.draft();
    const put = (body: string) =>
      draft.appendLeft(
        sample.lineEnd(to(cases.at(-1) as Case)),
        caseLines(sample, layout, "default", [body + semi]),
      );
    if (end === "return" && choose.chance(0.5)) {
      const results = cases.flatMap(({ consequent: [only] }) =>
        only?.type === "ReturnStatement" && only.argument ? [only.argument] : [],
      );
      const value = choose.pick(["null", "undefined", freshResult(sample, choose, results)]);
      put(`return ${value}`);
      return edited(sample, draft, { value });
    }
    const text = choose.message();
    put(`throw new Error(${quote}${text}${quote})`);
    return edited(sample, draft, { text });
  }, madeUpSwitch),
);
