import { type Choices, capitalized, NOUNS, VERBS } from "../../choices/index.ts";
import { from, isOpenBlock, type NodeOf, type Sample, to } from "../../syntax/index.ts";
import { edited, family } from "../family.ts";
import { canReturnValue, plainValues } from "../guarding.ts";

type If = NodeOf<"IfStatement">;

/**
 * Returns the last `if` of a chain without an else. Returns undefined if a block returns or throws: "otherwise" would
 * not need an else then.
 */
function openEnd(sample: Sample, head: If): If | undefined {
  let one = head;
  for (;;) {
    const { consequent, alternate } = one;
    if (consequent.type !== "BlockStatement" || !isOpenBlock(sample, consequent)) return undefined;
    const last = consequent.body.at(-1);
    if (!last || /^(Return|Throw|Continue|Break)Statement$/.test(last.type)) return undefined;
    if (!alternate)
      return sample.text.slice(to(one), sample.lineEnd(to(one))).trim() === "" ? one : undefined;
    if (alternate.type !== "IfStatement") return undefined;
    one = alternate;
  }
}

/** Returns a statement for the new branch: it sets what the first branch sets, or calls a function. */
function statementFor(sample: Sample, choose: Choices, head: If): string {
  const { quote } = sample.style;
  const block = head.consequent;
  const set =
    block.type !== "BlockStatement"
      ? []
      : block.body.flatMap((one) =>
          one.type === "ExpressionStatement" &&
          one.expression.type === "AssignmentExpression" &&
          one.expression.operator === "=" &&
          /^[\w$.]+$/.test(sample.source(one.expression.left))
            ? [sample.source(one.expression.left)]
            : [],
        );
  const target = choose.pickIfAny(set);
  if (target !== undefined && choose.chance(0.75))
    return `${target} = ${choose.pick([...plainValues(quote), `${quote}${choose.pick(NOUNS)}${quote}`, String(choose.between(1, 100))])}`;
  return choose.pick([
    `console.${choose.pick(["warn", "log", "error"])}(${quote}${choose.message()}${quote})`,
    `${choose.pick(VERBS)}${capitalized(choose.pick(NOUNS))}()`,
  ]);
}

/** Whether the function around a statement returns values. */
function answers(sample: Sample, one: If): boolean {
  const fn = sample.functionOf(one);
  return (
    fn !== undefined &&
    !fn.generator &&
    canReturnValue(fn) &&
    sample.all("ReturnStatement").some((each) => each.argument && sample.functionOf(each) === fn)
  );
}

export const addElse = family(
  "add-else",
  {
    seen: [
      "add an else that throws {text}",
      "add an else [branch|block|clause] that throws [an error |an Error |]{text}",
      "add an else branch to the if: throw {text}",
      "add an else that returns {value}",
      "add an else [branch|block|clause] that returns {value}",
      "=the if needs an else that returns {value}",
      "add an else with {statement}",
      "add an else [branch|block|clause] that does {statement}",
      "=the if should have an else: {statement}",
      "add an else to [the |]if {test} that throws {text}",
      "give the if {test} an else [branch |]that throws {text}",
      "add an else to [the |]if {test} that returns {value}",
      "give the if {test} an else [branch |]that returns {value}",
      "add an else to [the |]if {test}: {statement}",
      "give the if {test} an else [branch |]that does {statement}",
    ],
    unseen: [
      "the if has nothing for the other case, let it throw {text} in an else",
      "the if has nothing for the other case, let its else return {value}",
      "the if has nothing for the other case, its else is to be {statement}",
      "{test} has no else, let there be one: throw {text}",
      "{test} has no else, let there be one: return {value}",
      "{test} has no else, let there be one: {statement}",
    ],
  },
  (sample, choose) => {
    // The comment that tells a coverage tool about the missing else would become wrong.
    if (/ignore[ -]else/.test(sample.code)) return undefined;
    const all = sample.all("IfStatement");
    const heads = all.filter((one) => {
      const holder = sample.parent(one);
      return !(holder?.type === "IfStatement" && holder.alternate === one);
    });
    const candidates = heads.filter((one) => {
      const end = openEnd(sample, one);
      const test = sample.source(one.test);
      return (
        end &&
        (heads.length === 1 ||
          (end === one &&
            test.length < 50 &&
            !test.includes("\n") &&
            all.filter((other) => sample.source(other.test) === test).length === 1))
      );
    });
    const head = choose.pickIfAny(candidates);
    const end = head && openEnd(sample, head);
    if (head === undefined || end === undefined) return undefined;
    const { quote, semi, indent } = sample.style;
    const test = sample.source(head.test);
    const isNamed =
      heads.length > 1 || (end === head && test.length < 50 && !test.includes("\n") && choose.chance(0.4));
    const own = sample.indentAt(from(head));
    if (sample.text.slice(sample.lineStart(from(head)), from(head)).trim() !== "") return undefined;
    const kind = choose.below(answers(sample, head) ? 3 : 2);
    const text = choose.message();
    const value = choose.pick(plainValues(quote));
    const statement = statementFor(sample, choose, head);
    const [line, slots] = (
      [
        [`throw new Error(${quote}${text}${quote})`, { text }],
        [statement, { statement }],
        [`return ${value}`, { value }],
      ] as const
    )[kind as 0 | 1 | 2];
    const isBelow = /\}[ \t]*\n[ \t]*else\b/.test(sample.text);
    const draft = sample.draft();
    // If the opening brace of the `if` has its own line, so do the `else` and its brace.
    const isBraceBelow =
      sample.text.slice(sample.lineStart(from(head.consequent)), from(head.consequent)).trim() === "";
    const opening = isBraceBelow ? `\n${own}else\n${own}{` : isBelow ? `\n${own}else {` : " else {";
    draft.appendLeft(to(end), `${opening}\n${own}${indent}${line}${semi}\n${own}}`);
    return edited(sample, draft, isNamed ? { ...slots, test } : { ...slots });
  },
);
