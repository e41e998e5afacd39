import { type Choices, NOUNS } from "../../choices/index.ts";
import { from, insertBefore, isFunction, isPure, prepend, type Sample, to } from "../../syntax/index.ts";
import { edited, family } from "../family.ts";
import { inReach } from "./literals.ts";

/** Returns a call that the code does not have yet. */
function newCall(sample: Sample, choose: Choices, more: readonly string[] = []): string | undefined {
  const { quote } = sample.style;
  const fn = sample.main?.fn;
  const name = choose.chance(0.35)
    ? choose.pick([
        "init",
        "cleanup",
        "setup",
        "reset",
        "validate",
        "connect",
        "close",
        "flush",
        "update",
        "notify",
      ])
    : choose.function(sample);
  const owner = choose.pick([
    "",
    "",
    "",
    fn?.type === "ClassMethod" && !fn.static ? "this." : "",
    `${choose.pick(NOUNS)}.`,
    "logger.",
  ]);
  const body = fn?.body;
  if (name === sample.main?.name) return undefined;
  const known = [...(body ? inReach(sample, body) : []), ...more];
  const given = choose.pick([
    "",
    "",
    choose.pickIfAny(known) ?? "",
    choose.pickIfAny(known) ?? "",
    `${quote}${choose.pick(NOUNS)}${quote}`,
  ]);
  return `${owner}${name}(${given})`;
}

export const callFirst = family(
  "call-first",
  {
    seen: [
      "call {call} first",
      "call {call} at the [beginning|start|top]",
      "call {call} before anything else",
      "begin by calling {call}",
      "=at the [start|beginning|top], call {call}",
      "={call} should be [called|run] [first|at the beginning|before anything else]",
      "add [a call to |a call of |]{call} [at the top|at the start|at the beginning|as the first line]",
      "=first of all, [call|run] {call}",
      "begin with {call}",
    ],
    unseen: ["{call} comes before everything else", "open the body with a call: {call}"],
    weight: 1.3,
  },
  (sample, choose) => {
    const body = sample.main?.fn.body;
    if (body?.type !== "BlockStatement" || body.body.length === 0) return undefined;
    const call = newCall(sample, choose);
    const draft = sample.draft();
    if (
      call === undefined ||
      sample.code.includes(call) ||
      !prepend(sample, draft, body, [`${call}${sample.style.semi}`])
    )
      return undefined;
    return edited(sample, draft, { call });
  },
);

export const callLast = family(
  "call-last",
  {
    seen: [
      "call {call} at the [very |]end",
      "call {call} [last|as the last thing]",
      "call {call} before the function [returns|ends]",
      "=at the end, call {call}",
      "={call} should be called [last|at the end]",
      "add [a call to |a call of |]{call} at the [end|bottom]",
      "finish [with|by calling] {call}",
      "call {call} before returning {value}",
      "call {call}, then return {value}",
      "=before returning {value}, call {call}",
    ],
    unseen: ["the last thing to happen is {call}", "{call} comes right before {value} is returned"],
    weight: 1.3,
  },
  (sample, choose) => {
    const fn = sample.main?.fn;
    const body = fn?.body;
    const last = body?.type === "BlockStatement" ? body.body.at(-1) : undefined;
    if (fn === undefined || last === undefined || !sample.isAlone(last)) return undefined;
    const returns = sample.all("ReturnStatement").filter((one) => sample.functionOf(one) === fn);
    const { semi } = sample.style;
    const draft = sample.draft();
    if (last.type === "ReturnStatement") {
      // Calls in the returned value would run after the new call, which may not be meant.
      const value = last.argument;
      if (returns.length > 1 || !value || !isPure(value) || isFunction(value) || !sample.isOneLine(value))
        return undefined;
      const text = sample.source(value);
      const call = newCall(sample, choose, value.type === "Identifier" ? [value.name, value.name] : []);
      if (
        call === undefined ||
        sample.code.includes(call) ||
        !insertBefore(sample, draft, last, [`${call}${semi}`])
      )
        return undefined;
      return edited(sample, draft, text.length < 30 ? { call, value: text } : { call });
    }
    // With an early return or an unreachable end, it is unclear what the end is.
    if (returns.length > 0 || /^(Throw|While|DoWhile|Try|Switch|FunctionDeclar)/.test(last.type))
      return undefined;
    if (isFunction(fn) && fn.generator) return undefined;
    const call = newCall(sample, choose);
    if (call === undefined || sample.code.includes(call)) return undefined;
    const indent = sample.indentAt(from(last));
    draft.appendLeft(to(last), `\n${indent}${call}${semi}`);
    return edited(sample, draft, { call });
  },
);
