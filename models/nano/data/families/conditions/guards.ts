import { type Choices, wordsOf } from "../../choices/index.ts";
import { from, isFunction, type Node, type NodeOf, type Sample, to, walk } from "../../syntax/index.ts";
import { edited, family } from "../family.ts";
import {
  canReturnValue,
  createsElements,
  plainParameters,
  plainValues,
  withGuardAtTop,
} from "../guarding.ts";

export const guardThrow = family(
  "guard-throw",
  {
    seen: [
      "throw [an error|an Error] {text} if {test}",
      "=if {test}, throw [an Error|an error] [with [the message |]|]{text}",
      "add a [check|guard]: throw {text} [if|when] {test}",
      "[check|validate] at the [start|beginning|top]: if {test} throw new Error({text})",
      "throw {text} when {test}",
      "guard against {test}: throw an error saying {text}",
      "=it should throw {text} if {test}",
    ],
    unseen: [
      "{test} is not allowed, answer it with the error {text}",
      "reject {test} with an Error that says {text}",
    ],
    weight: 1.5,
  },
  (sample, choose) => {
    const name = choose.pickIfAny(plainParameters(sample))?.name;
    if (name === undefined) return undefined;
    const test = guardTest(sample, choose, name);
    const text = choose.message(choose.chance(0.6) ? wordsOf(name).join(" ") : undefined);
    const { quote } = sample.style;
    return withGuardAtTop(sample, test, `throw new Error(${quote}${text}${quote})`, { test, text });
  },
);

/** Returns a guard's condition as code: users write conditions this way. */
function guardTest(sample: Sample, choose: Choices, name: string): string {
  const { quote } = sample.style;
  return choose.pick([
    `!${name}`,
    `!${name}`,
    `${name} == null`,
    `${name} === null`,
    `${name} === undefined`,
    `typeof ${name} !== ${quote}string${quote}`,
    `typeof ${name} !== ${quote}number${quote}`,
    `!Array.isArray(${name})`,
    `${name} < 0`,
    `${name}.length === 0`,
    `${name} > ${choose.pick([10, 100, 255, 1000])}`,
  ]);
}

export const guardReturn = family(
  "guard-return",
  {
    seen: [
      "return {value} [if|when] {test}",
      "=if {test}, return {value}",
      "add [a guard|an early return]: return {value} [if|when] {test}",
      "return early with {value} [if|when] {test}",
      "=it should return {value} if {test}",
      "=at the [top|start|beginning], return {value} if {test}",
      "bail out with {value} if {test}",
    ],
    unseen: ["{test} means the answer is {value} and nothing else happens"],
    weight: 1.3,
  },
  (sample, choose) => {
    const name = choose.pickIfAny(plainParameters(sample))?.name;
    if (name === undefined || !canReturnValue(sample.main?.fn)) return undefined;
    const test = guardTest(sample, choose, name);
    const value = choose.pick([...plainValues(sample.style.quote), name]);
    return withGuardAtTop(sample, test, `return ${value}`, { test, value });
  },
);

export const guardByWord = family(
  "guard-missing",
  {
    seen: [
      "return {value} if {name} is missing",
      "return {value} if {name} is [falsy|not given|not set|not defined]",
      "handle [a |]missing {name}[: return {value}| by returning {value}]",
      "return {value} when there is no {name}",
      "=if there's no {name} return {value}",
      "=without {name}, return {value}",
      "return {value} if there is no {words}",
      "=the {words} may be missing, return {value} then",
    ],
    unseen: ["{name} may be absent, then the result is {value}"],
    weight: 1.3,
  },
  (sample, choose) => {
    const name = choose.pickIfAny(plainParameters(sample))?.name;
    if (name === undefined || !canReturnValue(sample.main?.fn)) return undefined;
    // Guards in components are asked for in other words and written in one line.
    if (createsElements(sample)) return undefined;
    const { quote } = sample.style;
    const value = choose.pick(["null", "undefined", "false", "0", "[]", "{}", `${quote}${quote}`]);
    const words = wordsOf(name).join(" ") || name;
    return withGuardAtTop(sample, `!${name}`, `return ${value}`, { name, words, value });
  },
);

export const throwIfMissing = family(
  "throw-if-missing",
  {
    seen: [
      "throw [an error|an Error] if {name} is [missing|falsy|not given|not set]",
      "add a check that {name} is [given|there|set][|, else throw]",
      "validate that {name} is [given|present|set]",
      "=throw if there is no {name}",
      "check {name}[| and throw if it is missing| at the beginning]",
      "make sure {name} is [there|given|passed]",
      "require {name}",
      "throw [an error |]if there is no {words}",
      "=the {words} is required, throw if it is missing",
    ],
    unseen: ["a missing {name} must raise an error", "insist on {name}"],
    weight: 1.3,
  },
  (sample, choose) => {
    // By convention, without a given text: "NAME is required".
    const name = choose.pickIfAny(plainParameters(sample))?.name;
    if (name === undefined) return undefined;
    const { quote } = sample.style;
    return withGuardAtTop(sample, `!${name}`, `throw new Error(${quote}${name} is required${quote})`, {
      name,
      words: wordsOf(name).join(" ") || name,
    });
  },
);

export const removeGuard = family(
  "remove-check",
  {
    seen: [
      "remove the check [for|of] {test}",
      "[delete|drop|remove] the if [statement |]{test}",
      "=the check {test} is not needed, remove it",
      "get rid of the {test} check",
      "take out the guard {test}",
    ],
    unseen: ["{test} can never be, so let that check go"],
    weight: 0.8,
  },
  (sample, choose) => {
    const candidates = sample.all("IfStatement").filter((one) => {
      const text = sample.source(one.test);
      const parent = sample.parent(one);
      const isOnly =
        sample.all("IfStatement").filter((other) => sample.source(other.test) === text).length === 1;
      return (
        !one.alternate &&
        parent?.type === "BlockStatement" &&
        parent.body.length > 1 &&
        sample.isAlone(one) &&
        text.length < 50 &&
        isOnly &&
        !text.includes("\n") &&
        isPlainTest(one.test) &&
        leavesOnly(one.consequent) &&
        !endsLoop(sample, one) &&
        leavesAnswers(sample, one)
      );
    });
    const one = choose.pickIfAny(candidates);
    if (one === undefined) return undefined;
    const draft = sample.draft();
    const start = sample.lineStart(from(one));
    const end = Math.min(sample.lineEnd(to(one)) + 1, sample.text.length);
    const before = sample.text.slice(0, start);
    const after = sample.text.slice(end);
    // No blank line may remain next to a brace, nor two in a row.
    const blankAfter = /^([ \t]*\n)+/.exec(after)?.[0].length ?? 0;
    const blankBefore = /\n(([ \t]*\n)+)$/.exec(before)?.[1]?.length ?? 0;
    const isFirst = /\{[ \t]*\n$/.test(before);
    const isLast = /^[ \t]*\}/.test(after);
    draft.remove(isLast ? start - blankBefore : start, isFirst || blankBefore > 0 ? end + blankAfter : end);
    return edited(sample, draft, { test: sample.source(one.test) });
  },
);

function leavesOnly(node: Node): boolean {
  const only = node.type === "BlockStatement" ? (node.body.length === 1 ? node.body[0] : undefined) : node;
  if (only?.type === "ReturnStatement") return !only.argument || isConstant(only.argument);
  return only !== undefined && /^(Throw|Continue|Break)Statement$/.test(only.type);
}

/** Whether a guard's value is a constant. Other values may be the function's purpose. */
function isConstant(node: Node): boolean {
  if (node.type === "UnaryExpression") return isConstant(node.argument);
  if (node.type === "ArrayExpression") return node.elements.length === 0;
  if (node.type === "ObjectExpression") return node.properties.length === 0;
  return (
    /^(String|Numeric|Boolean|Null)Literal$/.test(node.type) ||
    (node.type === "Identifier" && node.name === "undefined")
  );
}

/** Whether the remaining code can still return different values if it could before. */
function leavesAnswers(sample: Sample, one: NodeOf<"IfStatement">): boolean {
  const fn = sample.functionOf(one);
  const [own, ...more] = sample.all("ReturnStatement").filter((node) => sample.isWithin(node, one));
  if (!own?.argument || more.length > 0) return true;
  const value = sample.source(own.argument);
  const others = sample
    .all("ReturnStatement")
    .filter((node) => node !== own && sample.functionOf(node) === fn)
    .map(({ argument }) =>
      argument && !isConstant(argument) ? undefined : argument && sample.source(argument),
    );
  if (others.length === 0) return /^(null|undefined|false)$/.test(value);
  return others.includes(undefined) || new Set(others).size > 1 || others[0] === value;
}

/** Whether a test can be removed without loss: it has no side effects. */
function isPlainTest(test: Node): boolean {
  let isPlain = true;
  walk(test, (node) => {
    if (/^(Assignment|Update|Await|Yield)Expression$/.test(node.type)) isPlain = false;
    return isPlain;
  });
  return isPlain;
}

/** Whether a loop may never end without the `if`. */
function endsLoop(sample: Sample, one: NodeOf<"IfStatement">): boolean {
  const loop = sample.around(
    one,
    (node) => isFunction(node) || /^(While|DoWhile|For)Statement$/.test(node.type),
  );
  return (
    (loop?.type === "WhileStatement" || loop?.type === "DoWhileStatement" || loop?.type === "ForStatement") &&
    (!loop.test || /Literal$/.test(loop.test.type))
  );
}

export const switchToIf = family(
  "switch-to-if",
  {
    seen: [
      "use if/else[ if|] instead of [the |]switch",
      "[[convert|change] the switch [to|into]|turn the switch into] [if/else|ifs|an if/else chain]",
      "replace the switch [with|by] if statements",
      "rewrite the switch as if/else",
      "=no switch, use ifs",
    ],
    unseen: ["a chain of ifs is clearer than this switch"],
    weight: 1.5,
  },
  (sample) => {
    const [one, another] = sample.all("SwitchStatement");
    if (
      one === undefined ||
      another ||
      !sample.isAlone(one) ||
      /\/\/|\/\*|`/.test(sample.source(one)) ||
      one.cases.length > 6
    )
      return undefined;
    if (!/^[\w$.]+$/.test(sample.source(one.discriminant))) return undefined;
    const base = sample.indentAt(from(one));
    const { indent } = sample.style;
    const branches: string[] = [];
    let tests: string[] = [];
    for (const [index, branch] of one.cases.entries()) {
      const isLast = index === one.cases.length - 1;
      if (branch.test === null || branch.test === undefined) {
        if (!isLast || tests.length > 0) return undefined;
      } else tests.push(`${sample.source(one.discriminant)} === ${sample.source(branch.test)}`);
      if (branch.consequent.length === 0 && !isLast) continue;
      const lines = caseLines(sample, branch, base + indent, isLast);
      if (lines === undefined) return undefined;
      const head = branch.test ? `if (${tests.join(" || ")}) ` : "";
      branches.push(`${head}{\n${lines}\n${base}}`);
      tests = [];
    }
    if (branches.length < 2) return undefined;
    const draft = sample.draft();
    draft.update(from(one), to(one), branches.join(" else "));
    return edited(sample, draft);
  },
);

function caseLines(
  sample: Sample,
  branch: NodeOf<"SwitchCase">,
  indent: string,
  isLast: boolean,
): string | undefined {
  const body = [...branch.consequent];
  const last = body.at(-1);
  if (last?.type === "BreakStatement" && !last.label) body.pop();
  else if (!isLast && (last === undefined || !/^(Return|Throw)Statement$/.test(last.type))) return undefined;
  if (body.length === 0 || body.some((one) => one.type === "BlockStatement" || !sample.isAlone(one)))
    return undefined;
  if (body.some((one) => /\bbreak\b/.test(sample.source(one)))) return undefined;
  return body
    .map((one) => {
      const own = sample.indentAt(from(one));
      return (
        indent +
        sample
          .source(one)
          .split("\n")
          .map((line, index) => (index > 0 && line.startsWith(own) ? indent + line.slice(own.length) : line))
          .join("\n")
      );
    })
    .join("\n");
}
