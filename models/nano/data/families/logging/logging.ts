import { wordsOf } from "../../choices/index.ts";
import {
  from,
  insertBefore,
  isOpenBlock,
  type NodeOf,
  prepend,
  removeLines,
  type Sample,
  to,
} from "../../syntax/index.ts";
import { edited, family } from "../family.ts";

function consoleCalls(sample: Sample): NodeOf<"CallExpression">[] {
  return sample
    .all("CallExpression")
    .filter(
      ({ callee }) =>
        callee.type === "MemberExpression" &&
        callee.object.type === "Identifier" &&
        callee.object.name === "console" &&
        callee.property.type === "Identifier",
    );
}

export const logParameters = family(
  "log-parameters",
  {
    seen: [
      "log [the arguments|the parameters|all parameters] at the [start|beginning|top][| of the function]",
      "console.log the [arguments|parameters][ at the start|]",
      "add [a |]console.log [of|with|for] the [arguments|parameters]",
      "log the inputs[| of the function]",
      "print the arguments when [it is|the function is] called",
      "=log what comes in",
    ],
    unseen: ["I want to see in the console what this is called with"],
    weight: 1,
  },
  (sample) => {
    // By convention, console.log("name", a, b).
    const { main } = sample;
    const body = main?.fn.body;
    if (
      main === undefined ||
      body?.type !== "BlockStatement" ||
      main.fn.params.length === 0 ||
      body.body.length === 0
    )
      return undefined;
    const parameters = main.fn.params.map((one) =>
      one.type === "Identifier"
        ? one.name
        : one.type === "AssignmentPattern" && one.left.type === "Identifier"
          ? one.left.name
          : "",
    );
    if (parameters.includes("")) return undefined;
    const { quote, semi } = sample.style;
    const draft = sample.draft();
    return prepend(sample, draft, body, [
      `console.log(${quote}${main.name}${quote}, ${parameters.join(", ")})${semi}`,
    ])
      ? edited(sample, draft)
      : undefined;
  },
);

export const logValue = family(
  "log-value",
  {
    seen: [
      "log {name}[| at the start| at the beginning]",
      "console.log {name}[| at the start]",
      "add [a |]console.log [of|for] {name}",
      "print {name}[ to the console|]",
      "add a log of {name} [at the top|at the start]",
      "log the {words}[| at the start]",
    ],
    unseen: ["let me see {name} in the console"],
    weight: 1,
  },
  (sample, choose) => {
    const body = sample.main?.fn.body;
    const target = choose.pickIfAny(
      (sample.main?.fn.params ?? []).filter((one) => one.type === "Identifier"),
    );
    if (body?.type !== "BlockStatement" || target?.type !== "Identifier" || body.body.length === 0)
      return undefined;
    const draft = sample.draft();
    return prepend(sample, draft, body, [`console.log(${target.name})${sample.style.semi}`])
      ? edited(sample, draft, { name: target.name, words: wordsOf(target.name).join(" ") || target.name })
      : undefined;
  },
);

export const logText = family(
  "log-text",
  {
    seen: [
      "log {text} at the [start|beginning|top]",
      "console.log {text}[| first| at the start]",
      "print {text} when the function [starts|is called]",
      "add [a |]console.log({text}) at the [top|start|beginning]",
      "=it should log {text} first",
    ],
    unseen: ["on entry, {text} should appear in the console"],
    weight: 0.8,
  },
  (sample, choose) => {
    const body = sample.main?.fn.body;
    if (body?.type !== "BlockStatement" || body.body.length === 0) return undefined;
    const text = choose.message();
    const { quote, semi } = sample.style;
    const draft = sample.draft();
    return prepend(sample, draft, body, [`console.log(${quote}${text}${quote})${semi}`])
      ? edited(sample, draft, { text })
      : undefined;
  },
);

export const logResult = family(
  "log-result",
  {
    seen: [
      "log the [result|return value][| before returning| before it is returned]",
      "console.log the [result|return value]",
      "print the result before returning it",
      "add a log of the [result|return value]",
      "=log what is returned",
    ],
    unseen: ["show in the console what comes out"],
    weight: 1,
  },
  (sample) => {
    // By convention, const result = …; console.log(result); return result;
    const fn = sample.main?.fn;
    const returns = sample.all("ReturnStatement").filter((one) => sample.functionOf(one) === fn);
    const [one] = returns;
    if (returns.length !== 1 || !one?.argument || !sample.isAlone(one) || sample.parent(one) !== fn?.body)
      return undefined;
    const semi = sample.source(one).endsWith(";") ? ";" : "";
    const indent = sample.indentAt(from(one));
    const draft = sample.draft();
    if (one.argument.type === "Identifier") {
      insertBefore(sample, draft, one, [`console.log(${one.argument.name})${semi}`]);
      return edited(sample, draft);
    }
    if (sample.mentions("result") || one.argument.extra?.["parenthesized"]) return undefined;
    draft.update(from(one), from(one.argument), "const result = ");
    draft.appendLeft(to(one), `\n${indent}console.log(result)${semi}\n${indent}return result${semi}`);
    return edited(sample, draft);
  },
);

export const removeLogs = family(
  "remove-logs",
  {
    seen: [
      "remove [the|all] [console.log[| statements| calls]|logging|logs]",
      "remove [the|all] console [statements|calls|output]",
      "delete [the|all] [debug |][logs|console.logs]",
      "=no console output[ please|]",
      "get rid of [the|all] console.log[s| calls]",
      "strip [the |]logging",
      "clean up the debug output",
    ],
    unseen: ["this should run silently", "nothing may be printed any more"],
    isDone: (sample) => consoleCalls(sample).length === 0 && !/log/i.test(sample.code),
    weight: 2,
  },
  (sample) => {
    const draft = sample.draft();
    for (const call of consoleCalls(sample)) {
      const statement = sample.parent(call);
      const place = statement && sample.parent(statement);
      if (
        statement?.type !== "ExpressionStatement" ||
        place?.type !== "BlockStatement" ||
        !sample.isAlone(statement)
      )
        return undefined;
      if (
        place.body.every(
          (one) =>
            one.type === "ExpressionStatement" &&
            consoleCalls(sample).includes(one.expression as NodeOf<"CallExpression">),
        )
      )
        return undefined;
      removeLines(sample, draft, statement);
    }
    return edited(sample, draft);
  },
);

export const replaceLogger = family(
  "replace-logger",
  {
    seen: [
      "use {logger} instead of {old}",
      "replace {old} [with|by] {logger}",
      "[log|print] with {logger}[, not with {old}|]",
      "change {old} to {logger}",
      "={logger} instead of {old}",
    ],
    unseen: ["messages should go through {logger}"],
    weight: 1.3,
  },
  (sample, choose) => {
    const calls = consoleCalls(sample);
    const [first] = calls;
    if (first === undefined) return undefined;
    const old = sample.source(first.callee);
    const logger = choose.pick([
      "console.error",
      "console.warn",
      "console.debug",
      "console.info",
      "logger.info",
      "logger.debug",
      "logger.error",
      "log.info",
      "log.debug",
      "this.logger.log",
      "this.log",
      "debug",
    ]);
    if (logger === old || sample.mentions(logger)) return undefined;
    const draft = sample.draft();
    for (const call of calls)
      if (sample.source(call.callee) === old) draft.update(from(call.callee), to(call.callee), logger);
    return edited(sample, draft, { old, logger });
  },
);

export const measureTime = family(
  "measure-time",
  {
    seen: [
      "measure the time[| it takes][| with console.time]",
      "time the function[| with console.time]",
      "add console.time and console.timeEnd",
      "[log|print] how long [it|the function] takes[| with console.time]",
    ],
    unseen: ["a stopwatch in the console around the body, please"],
    weight: 0.6,
  },
  (sample) => {
    // By convention, the label is the function's name, and the end goes before the only return, or last.
    const { main } = sample;
    const body = main?.fn.body;
    if (main === undefined || body?.type !== "BlockStatement" || !isOpenBlock(sample, body)) return undefined;
    const last = body.body.at(-1);
    const returns = sample.all("ReturnStatement").filter((one) => sample.functionOf(one) === main.fn);
    if (
      last === undefined ||
      !sample.isAlone(last) ||
      returns.some((one) => one !== last) ||
      last.type === "ThrowStatement"
    )
      return undefined;
    if (
      last.type === "ReturnStatement" &&
      last.argument &&
      !/^(Identifier|.*Literal|MemberExpression)$/.test(last.argument.type)
    )
      return undefined;
    const { quote, semi } = sample.style;
    const label = `${quote}${main.name}${quote}`;
    const indent = sample.indentAt(from(last));
    const draft = sample.draft();
    prepend(sample, draft, body, [`console.time(${label})${semi}`]);
    if (last.type === "ReturnStatement")
      draft.appendRight(from(last), `console.timeEnd(${label})${semi}\n${indent}`);
    else draft.appendLeft(to(last), `\n${indent}console.timeEnd(${label})${semi}`);
    return edited(sample, draft);
  },
);
