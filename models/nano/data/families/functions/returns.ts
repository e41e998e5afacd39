import {
  type FunctionNode,
  from,
  isFunction,
  isOpenBlock,
  type Node,
  reindent,
  to,
} from "../../syntax/index.ts";
import { edited, family } from "../family.ts";

export const returnValue = family(
  "change-return",
  {
    seen: [
      "return {new} instead[| of {old}]",
      "return {new} [at the end|instead of {old}]",
      "=it should return {new}[,| and] not {old}",
      "change the return value [from {old} |]to {new}",
      "replace return {old} [with|by] return {new}",
    ],
    unseen: ["what comes back should be {new} rather than {old}"],
    weight: 1,
  },
  (sample, choose) => {
    const fn = sample.main?.fn;
    const returns = sample.all("ReturnStatement").filter((one) => sample.functionOf(one) === fn);
    const [one] = returns;
    if (
      fn === undefined ||
      returns.length !== 1 ||
      !one?.argument ||
      !sample.isOneLine(one.argument) ||
      to(one.argument) - from(one.argument) > 40
    )
      return undefined;
    const { quote } = sample.style;
    const locals = sample.bindings.all
      .filter((binding) => ["const", "let", "parameter"].includes(binding.kind) && binding.scope === fn)
      .map((binding) => binding.name);
    const fresh = choose.pick([
      "null",
      "true",
      "false",
      "undefined",
      "[]",
      "this",
      `${quote}${choose.variable(sample)}${quote}`,
      ...locals,
      ...locals.map((name) => `${name}.length`),
      ...locals.map((name) => `!${name}`),
    ]);
    const old = sample.source(one.argument);
    if (old === fresh) return undefined;
    const draft = sample.draft();
    draft.update(from(one.argument), to(one.argument), fresh);
    return edited(sample, draft, { old, new: fresh });
  },
);

export const addReturn = family(
  "missing-return",
  {
    seen: [
      "=the function returns nothing, [return the result|fix that]",
      "add the missing return",
      "=[bug: |]the return is missing",
      "=it always returns undefined[, fix it|]",
      "return the result",
      "=there is no return[| statement], fix it",
      "=the result is never returned",
      "fix the missing return[| statement]",
      "={name} [always |]returns undefined",
      "=[I |]always get undefined back from {name}",
    ],
    unseen: [
      "callers get undefined though the value is computed",
      "the last line forgets to hand back its value",
    ],
    weight: 1.3,
  },
  (sample) => {
    const body = sample.main?.fn.body;
    const last = body?.type === "BlockStatement" ? body.body.at(-1) : undefined;
    if (
      last?.type !== "ReturnStatement" ||
      !last.argument ||
      // An earlier return can only be conditional.
      !sample
        .all("ReturnStatement")
        .every(
          (one) => one === last || sample.functionOf(one) !== sample.main?.fn || sample.parent(one) !== body,
        )
    )
      return undefined;
    if (
      /^(Object|Function|Class|Literal)/.test(last.argument.type) ||
      /^[{(]/.test(sample.source(last.argument))
    )
      return undefined;
    const draft = sample.draft();
    draft.remove(from(last), from(last.argument));
    return { before: sample.finish(draft), after: sample.code, slots: { name: sample.main?.name ?? "it" } };
  },
);

export const wrapInFunction = family(
  "extract-helper",
  {
    seen: [
      "extract [the callback|the inner function] [to|into] a function [called |named |]{name}",
      "give the callback a name: {name}[, and declare it before|]",
      "pull the callback out into a function {name}",
      "move the [inline |]callback [to|into] its own function {name}",
    ],
    unseen: ["the callback deserves a declaration of its own, {name}"],
    weight: 0.9,
  },
  (sample, choose) => {
    const candidates: { fn: FunctionNode; statement: Node }[] = [];
    for (const call of sample.all("CallExpression"))
      for (const argument of call.arguments) {
        if (
          !isFunction(argument) ||
          argument.type !== "ArrowFunctionExpression" ||
          argument.body.type !== "BlockStatement"
        )
          continue;
        const statement = sample.around(argument, (node) =>
          /Statement$|^VariableDeclaration$/.test(node.type),
        );
        if (
          statement &&
          sample.isAlone(statement) &&
          sample.functionOf(argument) === sample.main?.fn &&
          isOpenBlock(sample, argument.body)
        )
          candidates.push({ fn: argument, statement });
      }
    const [one] = candidates;
    if (
      one === undefined ||
      candidates.length !== 1 ||
      sample.parent(one.statement)?.type !== "BlockStatement" ||
      sample.source(one.fn).includes("`")
    )
      return undefined;
    const name = choose.function(sample);
    const base = sample.indentAt(from(one.statement));
    const own = sample.indentAt(
      sample.lineStart(from(one.fn)) +
        (/^[ \t]*/.exec(sample.text.slice(sample.lineStart(from(one.fn))))?.[0].length ?? 0),
    );
    const draft = sample.draft();
    draft.appendLeft(
      from(one.statement),
      `const ${name} = ${reindent(sample.source(one.fn), own, base)}${sample.style.semi}\n${base}`,
    );
    draft.update(from(one.fn), to(one.fn), name);
    return edited(sample, draft, { name });
  },
);
