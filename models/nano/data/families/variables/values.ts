import { inWords } from "../../choices/index.ts";
import { bodyOf, from, loadsModule, type NodeOf, removeLines, type Sample, to } from "../../syntax/index.ts";
import { edited, family } from "../family.ts";

export const changeNumber = family(
  "change-number",
  {
    seen: [
      "change {old} to {new}",
      "replace [the number |]{old} [with|by] {new}",
      "=it should be {new}[,| and] not {old}",
      "use {new} instead of {old}",
      "set [the value|it] to {new}[,| instead of {old}| (now {old})]",
      "increase or decrease {old}: make it {new}",
      "={old} -> {new}",
      "=the {old} should be {new}",
    ],
    unseen: ["where there is {old} I want {new}"],
    weight: 1.2,
  },
  (sample, choose) => {
    const literals = sample.all("NumericLiteral").filter((one) => one.value > 1);
    const one = choose.pickIfAny(literals);
    if (one === undefined) return undefined;
    const old = sample.source(one);
    if (sample.code.split(/[^\w.$]+/).filter((word) => word === old).length !== 1 || !/^[\d.]+$/.test(old))
      return undefined;
    const fresh = String(
      choose.pick([
        choose.between(2, 20),
        choose.between(20, 200),
        choose.between(1, 50) * 100,
        Math.ceil(one.value * 2),
      ]),
    );
    if (fresh === old) return undefined;
    const draft = sample.draft();
    draft.update(from(one), to(one), fresh);
    return edited(sample, draft, { old, new: fresh });
  },
);

export const changeInitial = family(
  "change-initial",
  {
    seen: [
      "initialize {name} [with|to] {value}",
      "set {name} to {value}[ initially| at the start|]",
      "={name} should start [at|as|with] {value}",
      "let {name} be {value}[ at first|]",
      "change [the initial value of |]{name} to {value}",
      "make {name} = {value}",
      "=the {wordsName} should start [at|as|with] {value}",
    ],
    unseen: ["{name} begins life as {value}"],
  },
  (sample, choose) => {
    const candidates = sample
      .all("VariableDeclarator")
      .filter(
        (one) =>
          one.id.type === "Identifier" &&
          one.init &&
          /Literal$|^Identifier$|^(Array|Object|Unary|New|Call)Expression$/.test(one.init.type) &&
          sample.isOneLine(one.init) &&
          !loadsModule(sample, one.init) &&
          !/^For/.test(sample.parent(sample.parent(one) ?? one)?.type ?? ""),
      );
    const one = choose.pickIfAny(candidates);
    if (one?.id.type !== "Identifier" || !one.init || one.id.name === sample.main?.name) return undefined;
    const { quote } = sample.style;
    const value = choose.pick([
      "0",
      "1",
      "null",
      "[]",
      "{}",
      "true",
      "false",
      "undefined",
      "new Map()",
      "new Set()",
      `${quote}${quote}`,
      String(choose.between(2, 500)),
      "Infinity",
      "-1",
    ]);
    if (sample.source(one.init) === value) return undefined;
    const draft = sample.draft();
    draft.update(from(one.init), to(one.init), value);
    return edited(sample, draft, { name: one.id.name, wordsName: inWords(one.id.name), value });
  },
);

export const removeDeadCode = family(
  "remove-dead-code",
  {
    seen: [
      "remove [the |]dead code",
      "remove [the |]unreachable code",
      "delete [the code|everything] after the return",
      "=there is dead code[| here], remove it",
      "clean up [the |]unreachable [code|statements]",
      "drop the code that [is never reached|can never run]",
    ],
    unseen: ["some of these lines can never run, delete them"],
    weight: 1,
  },
  (sample, choose) => {
    const body = sample.main && bodyOf(sample.main.fn);
    const last = body?.at(-1);
    if (body === undefined || last?.type !== "ReturnStatement" || !sample.isAlone(last)) return undefined;
    const { semi, quote } = sample.style;
    const candidates = [
      `console.log(${quote}${choose.message()}${quote})${semi}`,
      `return null${semi}`,
      `return ${choose.variable(sample)}${semi}`,
      `${choose.function(sample)}()${semi}`,
      `${choose.variable(sample)} = ${choose.between(0, 9)}${semi}`,
    ];
    const lines = choose.shuffle(candidates).slice(0, choose.between(1, 2));
    const indent = sample.indentAt(from(last));
    const draft = sample.draft();
    draft.appendLeft(sample.lineEnd(to(last)), lines.map((line) => `\n${indent}${line}`).join(""));
    return { before: sample.finish(draft), after: sample.code, slots: {} };
  },
);

const COMPOUND = /^(\+|-|\*|\/|%|\*\*|\||&|\^)$/;

function isGrowth(sample: Sample, one: NodeOf<"AssignmentExpression">): boolean {
  return (
    one.operator === "=" &&
    one.right.type === "BinaryExpression" &&
    COMPOUND.test(one.right.operator) &&
    !one.right.extra?.["parenthesized"] &&
    sample.source(one.right.left) === sample.source(one.left) &&
    /^[\w$.]+$/.test(sample.source(one.left)) &&
    one.right.right.type !== "BinaryExpression"
  );
}

export const compoundAssignment = family(
  "compound-assignment",
  {
    seen: [
      "use [compound|shorthand] assignment[| operators]",
      "use += [and so on|and the like|-style operators]",
      "shorten the assignments[| like x = x + 1]",
      "=x += 1 instead of x = x + 1",
      "simplify the assignments with [compound operators|operators like +=]",
    ],
    unseen: ["assignments that repeat their target can be shorter"],
    weight: 0.9,
  },
  (sample) => {
    const draft = sample.draft();
    for (const one of sample.all("AssignmentExpression")) {
      if (!isGrowth(sample, one) || one.right.type !== "BinaryExpression") continue;
      draft.update(
        to(one.left),
        from(one.right.right) - (one.right.right.extra?.["parenthesized"] ? 1 : 0),
        ` ${one.right.operator}= `,
      );
    }
    return edited(sample, draft);
  },
);

export const expandAssignment = family(
  "expand-assignment",
  {
    seen: [
      "=no compound assignments, write them out",
      "write out the compound assignments",
      "[expand|replace] [+= and the like|the compound assignments]",
      "=x = x + 1 instead of x += 1",
    ],
    unseen: ["spell out what += and its kin do"],
    weight: 0.4,
  },
  (sample) => {
    const draft = sample.draft();
    for (const one of sample.all("AssignmentExpression")) {
      const operator = one.operator.slice(0, -1);
      if (!COMPOUND.test(operator) || one.operator === "=") continue;
      const target = sample.source(one.left);
      if (
        !/^[\w$.]+$/.test(target) ||
        !/^(Identifier|.*Literal|MemberExpression|CallExpression)$/.test(one.right.type)
      )
        return undefined;
      draft.update(to(one.left), from(one.right), ` = ${target} ${operator} `);
    }
    return edited(sample, draft);
  },
);

export const removeStatement = family(
  "remove-statement",
  {
    seen: [
      "remove [the line |]{line}",
      "delete [the line |]{line}",
      "=the line {line} is not needed[, remove it|]",
      "drop {line}",
      "take out [the statement |]{line}",
      "get rid of {line}",
    ],
    unseen: ["{line} must go", "leave out {line}"],
    weight: 1.3,
  },
  (sample, choose) => {
    const candidates = sample.all("ExpressionStatement").filter((one) => {
      const place = sample.parent(one);
      const text = sample.source(one);
      return (
        place?.type === "BlockStatement" &&
        place.body.length > 1 &&
        sample.isAlone(one) &&
        sample.isOneLine(one) &&
        text.length < 70 &&
        sample.code.split(text).length === 2
      );
    });
    const one = choose.pickIfAny(candidates);
    if (one === undefined) return undefined;
    const draft = sample.draft();
    removeLines(sample, draft, one);
    return edited(sample, draft, { line: sample.source(one).replace(/;$/, "") });
  },
);
