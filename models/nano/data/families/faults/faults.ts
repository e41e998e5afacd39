import { from, isSimple, type Node, type NodeOf, type Sample, to } from "../../syntax/index.ts";
import { edited, family, repaired } from "../family.ts";

// Each family breaks right code in one way; the repair is the code as it was. What the instruction says, with the code,
// leaves one repair only.

function once(sample: Sample, text: string): boolean {
  return sample.code.split(text).length === 2;
}

export const offByOne = family(
  "off-by-one",
  {
    seen: [
      "fix the off-by-one[ error|]",
      "=[there is an|] off by one[ error|][ in the loop|], fix it",
      "=the loop [runs one step too far|goes one past the end][, fix it|]",
      "fix the loop[ bound|'s end condition]",
      "=bug: the loop reads past the end of the array",
      "=index out of range in the loop, fix it",
      "fix the [loop condition|bound of the loop]",
    ],
    unseen: ["the last round of the loop gets undefined", "it reaches beyond the last element"],
    weight: 2,
  },
  (sample, choose) => {
    const candidates = sample
      .all("ForStatement")
      .filter(
        (one) =>
          one.test?.type === "BinaryExpression" &&
          one.test.operator === "<" &&
          /\.length$/.test(sample.source(one.test.right)),
      );
    const one = choose.maybe(candidates);
    if (one?.test?.type !== "BinaryExpression" || /<=\s*[\w$.]+\.length/.test(sample.code)) return undefined;
    const draft = sample.draft();
    const operator = sample.text.slice(to(one.test.left), from(one.test.right));
    draft.update(to(one.test.left), from(one.test.right), operator.replace("<", "<="));
    return repaired(sample, draft);
  },
);

const WRONG: Record<string, readonly string[]> = {
  "===": ["!=="],
  "!==": ["==="],
  "==": ["!="],
  "!=": ["=="],
  "<": [">"],
  ">": ["<"],
  "<=": [">="],
  ">=": ["<="],
};

export const wrongComparison = family(
  "wrong-comparison",
  {
    seen: [
      "=the comparison {wrong} is [the wrong way round|wrong], [it should be|use] {right}",
      "fix the comparison {wrong}: it should be {right}",
      "=bug: {wrong} should be {right}",
      "={wrong} is [a bug|wrong], I meant {right}",
      "change {wrong} to {right}",
      "=wrong operator: {wrong} must be {right}",
    ],
    unseen: ["the test should read {right}, at present it reads {wrong}"],
    weight: 1,
  },
  (sample, choose) => {
    const candidates = sample
      .all("BinaryExpression")
      .filter(
        (one) =>
          WRONG[one.operator] &&
          sample.isOneLine(one) &&
          to(one) - from(one) < 60 &&
          once(sample, sample.source(one)),
      );
    const one = choose.maybe(candidates);
    if (one === undefined) return undefined;
    const right = sample.source(one);
    const operator = choose.pick(WRONG[one.operator] ?? [""]);
    const draft = sample.draft();
    const between = sample.text.slice(to(one.left), from(one.right));
    draft.update(to(one.left), from(one.right), between.replace(one.operator, operator));
    const before = sample.finish(draft);
    const wrong =
      right.slice(0, to(one.left) - from(one)) +
      between.replace(one.operator, operator) +
      right.slice(from(one.right) - from(one));
    return before.split(wrong).length === 2
      ? { before, after: sample.code, slots: { wrong, right } }
      : undefined;
  },
);

export const invertedCondition = family(
  "inverted-condition",
  {
    seen: [
      "=the condition {wrong} is [inverted|the wrong way round|backwards][, fix it|]",
      "fix the inverted condition {wrong}",
      "=bug: the if {wrong} is inverted",
      "negate [the condition |]{wrong}",
      "=it should be the opposite of {wrong}",
      "=logic error: {wrong} is inverted",
    ],
    unseen: ["{wrong} does the opposite of what is meant"],
    weight: 1.2,
  },
  (sample, choose) => {
    const candidates = sample.all("IfStatement").filter((one) => {
      const { test } = one;
      const isNegation = test.type === "UnaryExpression" && test.operator === "!" && isSimple(test.argument);
      return (
        (isNegation || (isSimple(test) && !/Literal/.test(test.type))) &&
        sample.isOneLine(test) &&
        to(test) - from(test) < 50
      );
    });
    const one = choose.maybe(candidates);
    if (one === undefined) return undefined;
    const wrong =
      one.test.type === "UnaryExpression" ? sample.source(one.test.argument) : `!${sample.source(one.test)}`;
    if (sample.code.includes(`(${wrong})`)) return undefined;
    const draft = sample.draft();
    draft.update(from(one.test), to(one.test), wrong);
    return repaired(sample, draft, { wrong });
  },
);

export const wrongOperator = family(
  "wrong-operator",
  {
    seen: [
      "=it should be {right}[,| and] not {wrong}",
      "=bug: {wrong} should be {right}",
      "replace {wrong} [with|by] {right}",
      "=wrong operator in {wrong}, it should be {right}",
      "fix {wrong}, it must be {right}",
    ],
    unseen: ["{wrong} was meant to be {right}"],
    weight: 1,
  },
  (sample, choose) => {
    const swap: Record<string, string> = { "+": "-", "-": "+", "*": "/", "/": "*", "&&": "||", "||": "&&" };
    const candidates = [...sample.all("BinaryExpression"), ...sample.all("LogicalExpression")].filter(
      (one) =>
        swap[one.operator] &&
        sample.isOneLine(one) &&
        to(one) - from(one) < 50 &&
        once(sample, sample.source(one)),
    );
    const one = choose.maybe(candidates);
    if (one === undefined) return undefined;
    const between = sample.text.slice(to(one.left), from(one.right));
    const other = between.replace(one.operator, swap[one.operator] ?? "");
    const right = sample.source(one);
    const wrong = right.slice(0, to(one.left) - from(one)) + other + right.slice(from(one.right) - from(one));
    const draft = sample.draft();
    draft.update(to(one.left), from(one.right), other);
    const before = sample.finish(draft);
    return before.split(wrong).length === 2
      ? { before, after: sample.code, slots: { wrong, right } }
      : undefined;
  },
);

export const swappedArguments = family(
  "swapped-arguments",
  {
    seen: [
      "=the arguments of {name} are [swapped|in the wrong order][, fix it|]",
      "swap the arguments of {name}",
      "fix the [order of the arguments|argument order] [of|in] [the call of |]{name}",
      "=bug: {name} gets its arguments in the wrong order",
      "=wrong argument order in {name}",
      "={a} and {b} are swapped[ when calling {name}| in the call of {name}|]",
      "swap {a} and {b}",
      "pass {a} first",
      "={name} takes {a} first",
    ],
    unseen: ["what is passed to {name} is the wrong way round"],
    weight: 1.3,
  },
  (sample, choose) => {
    const candidates = sample.all("CallExpression").filter((one) => {
      const [a, b] = one.arguments;
      const callee = sample.source(one.callee);
      return (
        one.arguments.length === 2 &&
        a &&
        b &&
        sample.isOneLine(one) &&
        sample.source(a) !== sample.source(b) &&
        /^[\w$.]+$/.test(callee) &&
        sample.code.split(`${callee}(`).length === 2 &&
        !a.extra?.["parenthesized"] &&
        !b.extra?.["parenthesized"]
      );
    });
    const one = choose.maybe(candidates);
    const [a, b] = one?.arguments ?? [];
    if (
      one === undefined ||
      a === undefined ||
      b === undefined ||
      a.type === "SpreadElement" ||
      b.type === "SpreadElement"
    )
      return undefined;
    const draft = sample.draft();
    draft.update(from(a), to(a), sample.source(b));
    draft.update(from(b), to(b), sample.source(a));
    const isNamed = [a, b].every((each) => /^[\w$.]+$|^["'][\w-]+["']$/.test(sample.source(each)));
    const slots = isNamed ? { a: sample.source(b), b: sample.source(a) } : {};
    return edited(sample, draft, { name: sample.source(one.callee), ...slots });
  },
);

export const wrongVariable = family(
  "wrong-variable",
  {
    seen: [
      "=in {line} [it should be|use] {right} instead of {wrong}",
      "=wrong variable in {line}: {wrong} should be {right}",
      "=bug: {line} uses {wrong}, it should use {right}",
      "use {right} [instead of|not] {wrong} in {line}",
      "replace {wrong} [with|by] {right} in {line}",
    ],
    unseen: ["{line} was meant to have {right} where it has {wrong}"],
    weight: 1.2,
  },
  (sample, choose) => {
    const fn = sample.main?.fn;
    if (fn === undefined) return undefined;
    const locals = sample.bindings.all.filter((one) => ["const", "let", "parameter"].includes(one.kind));
    const [binding, other] = choose.shuffle([...locals]);
    if (binding === undefined || other === undefined || binding.name === other.name) return undefined;
    const use = choose.maybe(
      binding.references.filter((one) => {
        const statement = sample.around(one, (node) =>
          /^(Return|Expression)Statement$|^VariableDeclaration$/.test(node.type),
        );
        const holder = sample.parent(one);
        return (
          statement !== undefined &&
          sample.isOneLine(statement) &&
          sample.isAlone(statement) &&
          to(statement) - from(statement) < 80 &&
          sample
            .source(statement)
            .split(/[^\w$]+/)
            .filter((word) => word === binding.name).length === 1 &&
          !(holder?.type === "ObjectProperty" && holder.shorthand) &&
          !sample
            .source(statement)
            .split(/[^\w$]+/)
            .includes(other.name)
        );
      }),
    );
    const statement =
      use &&
      sample.around(use, (node) => /^(Return|Expression)Statement$|^VariableDeclaration$/.test(node.type));
    if (use === undefined || statement === undefined) return undefined;
    const draft = sample.draft();
    draft.update(from(use), to(use), other.name);
    const text = sample.source(statement);
    const line = `${text.slice(0, from(use) - from(statement))}${other.name}${text.slice(to(use) - from(statement))}`;
    const before = sample.finish(draft);
    if (before.split(line).length !== 2) return undefined;
    return {
      before,
      after: sample.code,
      slots: { line: line.replace(/;$/, ""), wrong: other.name, right: binding.name },
    };
  },
);

export const assignmentInCondition = family(
  "assignment-in-condition",
  {
    seen: [
      "fix the bug in the condition",
      "=[there is an|] assignment in the condition, fix it",
      "=the if assigns instead of comparing[, fix it|]",
      "=[bug: |]= instead of === in the if",
      "fix the condition[, it assigns|: it should compare]",
      "=the condition {condition} is always true, fix it",
    ],
    unseen: ["the if changes its variable where it should test it"],
    weight: 1.3,
  },
  (sample, choose) => {
    const candidates = sample
      .all("IfStatement")
      .filter(
        ({ test }) =>
          test.type === "BinaryExpression" &&
          test.operator === "===" &&
          /^(Identifier|MemberExpression)$/.test(test.left.type),
      );
    const one = choose.maybe(candidates);
    if (one?.test.type !== "BinaryExpression" || sample.bindings.of(one.test.left)?.kind === "const")
      return undefined;
    const between = sample.text.slice(to(one.test.left), from(one.test.right));
    const draft = sample.draft();
    draft.update(to(one.test.left), from(one.test.right), between.replace("===", "="));
    const condition = `${sample.source(one.test.left)} = ${sample.source(one.test.right)}`;
    const isShort = condition.length < 60 && !condition.includes("\n");
    return repaired(sample, draft, isShort && isTruthy(one.test.right) ? { condition } : {});
  },
);

/** Whether a value is known to count as true. */
function isTruthy(node: Node): boolean {
  switch (node.type) {
    case "StringLiteral":
    case "BooleanLiteral":
    case "NumericLiteral":
      return Boolean(node.value);
    case "UnaryExpression":
      return node.operator === "-" && isTruthy(node.argument);
    default:
      return /^(Array|Object|New)Expression$|^RegExpLiteral$/.test(node.type);
  }
}

export const constReassigned = family(
  "const-reassigned",
  {
    seen: [
      "=[TypeError: |]Assignment to constant variable[, fix it|]",
      "fix the assignment to [a|the] const[ant|]",
      "=[bug: |]{name} is const but reassigned",
      "=the const {name} is assigned to[, fix it|]",
      "={name} cannot be const",
      "fix the declaration of {name}",
    ],
    unseen: ["{name} changes later on, its declaration forbids that"],
    weight: 1.2,
  },
  (sample, choose) => {
    const candidates = sample
      .all("VariableDeclaration")
      .filter(
        (one) =>
          one.kind === "let" &&
          one.declarations.length === 1 &&
          one.declarations[0]?.init &&
          one.declarations[0].id.type === "Identifier" &&
          (sample.bindings.of(one.declarations[0].id)?.writes.length ?? 0) > 0 &&
          !/^For/.test(sample.parent(one)?.type ?? ""),
      );
    const one = choose.maybe(candidates);
    const id = one?.declarations[0]?.id;
    if (one === undefined || id?.type !== "Identifier") return undefined;
    const draft = sample.draft();
    draft.update(from(one), from(one) + 3, "const");
    return repaired(sample, draft, { name: id.name });
  },
);

export const misspelled = family(
  "misspelled-name",
  {
    seen: [
      "fix the typo",
      "=[ReferenceError: |]{wrong} is not defined[, fix it|]",
      "=there is a typo in a [variable name|name]",
      "fix the misspelled [variable|name]",
      "=typo: {wrong}",
      "fix the typo in {wrong}",
      "correct the spelling of {wrong}",
    ],
    unseen: ["somebody mistyped a name in here", "{wrong} does not exist, something close to it does"],
    weight: 1.7,
  },
  (sample, choose) => {
    const binding = choose.maybe(
      sample.bindings.all.filter(
        (one) =>
          one.name.length > 4 &&
          one.references.length > 0 &&
          one.declarations.length > 0 &&
          ["const", "let", "parameter"].includes(one.kind),
      ),
    );
    const use = binding && choose.maybe(binding.references);
    if (binding === undefined || use === undefined) return undefined;
    const holder = sample.parent(use);
    if (holder?.type === "ObjectProperty" && holder.shorthand) return undefined;
    const at = choose.between(1, binding.name.length - 3);
    const { name } = binding;
    const wrong = choose.pick([
      name.slice(0, at) + name[at + 1] + name[at] + name.slice(at + 2),
      name.slice(0, at) + name.slice(at + 1),
      name.slice(0, at) + name[at] + name.slice(at),
    ]);
    if (wrong === name || sample.mentions(wrong)) return undefined;
    const draft = sample.draft();
    draft.update(from(use), to(use), wrong);
    return repaired(sample, draft, { wrong });
  },
);

export const brokenSyntax = family(
  "broken-syntax",
  {
    seen: [
      "fix the syntax error",
      "=[it|this] does not parse[, fix it|]",
      "=there is a syntax error[, fix it|]",
      "=SyntaxError[: unexpected token|][, fix it|]",
      "=a [bracket|parenthesis|brace] is missing[, add it|]",
      "fix [the |]missing bracket",
      "make [it|this] parse",
      "repair the syntax",
    ],
    unseen: ["the parser chokes on this", "my editor shows a red squiggle, something isn't closed"],
    weight: 1.7,
  },
  (sample, choose) => {
    const ends: NodeOf<"CallExpression" | "BlockStatement" | "ArrayExpression" | "IfStatement">[] = [
      ...sample.all("CallExpression"),
      ...sample.all("BlockStatement"),
      ...sample.all("ArrayExpression"),
    ];
    const one = choose.maybe(
      ends.filter(
        (node) =>
          to(node) <= sample.text.length - (sample.isMethod ? 2 : 0) &&
          (node.type !== "BlockStatement" ||
            (sample.isAlone(node) === false && /\n[ \t]*\}$/.test(sample.source(node)))),
      ),
    );
    if (one === undefined || sample.text[to(one) - 1] === undefined || sample.source(one).length < 3)
      return undefined;
    const draft = sample.draft();
    draft.remove(to(one) - 1, to(one));
    const before = sample.finish(draft);
    // A brace taken out of a line of its own leaves the line: only what is said can be put back.
    if (
      one.type === "BlockStatement" ||
      sample.accepts(before) ||
      before === sample.code ||
      before.length !== sample.code.length - 1
    )
      return undefined;
    return { before, after: sample.code, slots: {}, broken: true };
  },
);

export const missingBreak = family(
  "missing-break",
  {
    seen: [
      "add the missing break",
      "=a break is missing[ in the switch|][, fix it|]",
      "fix the [fall-through|fallthrough][ in the switch|]",
      "=the switch falls through[, fix it|]",
      "=bug: missing break",
      "={case} also does what {next} does",
      "=after {case} it goes on with {next}",
      "=the case {case} [needs|lacks] a break",
    ],
    unseen: ["one case runs on into the next"],
    weight: 1.2,
  },
  (sample, choose) => {
    const cases = sample
      .all("SwitchCase")
      .filter((one) => one.consequent.length > 1 && one.consequent.at(-1)?.type === "BreakStatement");
    const switches = sample.all("SwitchStatement");
    const [only] = switches;
    if (only === undefined || switches.length !== 1) return undefined;
    // Every case must have its end, so that the one without is the one that is meant.
    const isClean = only.cases
      .slice(0, -1)
      .every((one) => /^(Break|Return|Throw|Continue)Statement$/.test(one.consequent.at(-1)?.type ?? ""));
    const one = choose.maybe(cases.filter((candidate) => candidate !== only.cases.at(-1)));
    const last = one?.consequent.at(-1);
    if (!isClean || last === undefined || !sample.isAlone(last)) return undefined;
    const draft = sample.draft();
    draft.remove(sample.lineStart(from(last)), sample.lineEnd(to(last)) + 1);
    const next = only.cases[only.cases.indexOf(one as NodeOf<"SwitchCase">) + 1];
    const named = [one?.test, next?.test].map((test) =>
      test && /^(Numeric|String)Literal$|^(Member|Identifier)/.test(test.type)
        ? sample.source(test).replace(/^["'](.*)["']$/, "$1")
        : undefined,
    );
    return repaired(sample, draft, {
      ...(named[0] ? { case: named[0] } : {}),
      ...(named[1] ? { next: named[1] } : {}),
    });
  },
);
