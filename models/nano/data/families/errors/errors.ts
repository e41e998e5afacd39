import {
  canReindent,
  from,
  innerLines,
  isOpenBlock,
  type Node,
  type Sample,
  to,
} from "../../syntax/index.ts";
import { type Edit, edited, family } from "../family.ts";

/** Returns the edit that puts the main function's body into a try, with the given catch. */
function inTry(
  sample: Sample,
  handler: readonly string[],
  slots: Record<string, string>,
  parameter = "error",
): Edit | undefined {
  const fn = sample.main?.fn;
  const body = fn?.body;
  if (
    body?.type !== "BlockStatement" ||
    !isOpenBlock(sample, body) ||
    body.body.length === 0 ||
    body.directives.length > 0
  )
    return undefined;
  if (
    sample.has("TryStatement") ||
    !canReindent(body) ||
    sample.mentions(parameter) ||
    (fn?.type === "ClassMethod" && fn.kind === "constructor")
  )
    return undefined;
  const { indent } = sample.style;
  const first = body.body[0] as Node;
  const own = sample.isAlone(first) ? sample.indentAt(from(first)) : indent;
  const inside = innerLines(sample, body, own + indent);
  const draft = sample.draft();
  const end = sample.text.lastIndexOf("\n", to(body) - 1);
  draft.update(
    from(body) + 1,
    end,
    `\n${own}try {\n${inside}\n${own}} catch (${parameter}) {\n${handler.map((line) => `${own}${indent}${line}\n`).join("")}${own}}`,
  );
  return edited(sample, draft, slots);
}

export const tryLog = family(
  "try-log",
  {
    seen: [
      "add error handling",
      "wrap [it|the body|everything] in [a |]try/catch and log the error",
      "add [a |]try/catch[| and log the error]",
      "catch [and log |]errors",
      "handle errors",
      "put the body in a try catch block",
      "log errors instead of throwing",
      "use try/catch[| with console.error]",
    ],
    unseen: ["an exception in here must only be reported", "this may blow up, take care of that"],
    weight: 1.7,
  },
  (sample) => inTry(sample, [`console.error(error)${sample.style.semi}`], {}),
);

export const tryRethrow = family(
  "try-rethrow",
  {
    seen: [
      "wrap [it|the body] in [a |]try/catch, log [the error |]and rethrow",
      "log errors and rethrow[ them|]",
      "catch errors, log them and throw [them |]again",
      "add a try/catch that logs and rethrows",
      "=log and rethrow errors",
    ],
    unseen: ["errors should be noted in the console on their way out"],
    weight: 0.9,
  },
  (sample) =>
    inTry(sample, [`console.error(error)${sample.style.semi}`, `throw error${sample.style.semi}`], {}),
);

export const tryReturn = family(
  "try-return",
  {
    seen: [
      "wrap [it|the body] in [a |]try/catch and return {value} on error",
      "return {value} if [it|anything] [fails|throws]",
      "catch errors and return {value}",
      "=on [an error|any exception] return {value}",
      "add a try/catch that returns {value}",
      "=it should return {value} instead of throwing",
      "swallow errors and return {value}",
    ],
    unseen: ["whatever goes wrong, the answer is then {value}"],
    weight: 1.3,
  },
  (sample, choose) => {
    const { quote, semi } = sample.style;
    const value = choose.pick(["null", "undefined", "false", "[]", "{}", "0", "-1", `${quote}${quote}`]);
    return inTry(sample, [`return ${value}${semi}`], { value });
  },
);

export const tryMessage = family(
  "try-message",
  {
    seen: [
      "wrap [it|the body] in [a |]try/catch and log {text} with the error",
      "catch errors and log {text} [and|with|together with] the error",
      "=on error[,| do] console.error({text}, error)",
      "add a try/catch that logs {text} and the error",
    ],
    unseen: ["when it fails, say {text} in the console and show the error"],
    weight: 0.9,
  },
  (sample, choose) => {
    const { quote, semi } = sample.style;
    const text = choose.message();
    return inTry(sample, [`console.error(${quote}${text}${quote}, error)${semi}`], { text });
  },
);

export const removeTry = family(
  "remove-try",
  {
    seen: [
      "remove the try/catch",
      "remove the error handling[|, let it throw]",
      "=no try catch[ please|], let errors [through|propagate]",
      "let errors propagate",
      "unwrap the try[ block|/catch]",
      "get rid of the try/catch",
    ],
    unseen: ["whoever calls this will deal with exceptions"],
    isDone: (sample) =>
      !sample.has("TryStatement") && sample.main !== undefined && !/catch/.test(sample.code),
    weight: 1.5,
  },
  (sample) => {
    const [one, another] = sample.all("TryStatement");
    if (
      one === undefined ||
      another ||
      one.finalizer ||
      !isOpenBlock(sample, one.block) ||
      one.block.body.length === 0 ||
      !sample.isAlone(one) ||
      !canReindent(one.block)
    )
      return undefined;
    const place = sample.parent(one);
    if (place?.type !== "BlockStatement") return undefined;
    const names = sample.bindings.all.filter((binding) => binding.scope === one.block);
    if (
      names.some((binding) =>
        sample.bindings.all.some((other) => other !== binding && other.name === binding.name),
      )
    )
      return undefined;
    const base = sample.indentAt(from(one));
    const draft = sample.draft();
    draft.update(from(one), to(one), innerLines(sample, one.block, base).slice(base.length));
    return edited(sample, draft);
  },
);

export const throwError = family(
  "throw-error-object",
  {
    seen: [
      "throw [an Error|Error objects|real errors] instead of [a string|strings]",
      "use new Error[| instead of throwing a string]",
      "=never throw [a string|strings][, use Error|]",
      "wrap the thrown string in [an |]Error",
    ],
    unseen: ["what is thrown should carry a stack"],
    weight: 0.9,
  },
  (sample) => {
    const draft = sample.draft();
    // Few samples throw strings, so `before` is made by removing the Error.
    const throws = sample
      .all("ThrowStatement")
      .filter(
        (one) =>
          one.argument.type === "NewExpression" &&
          one.argument.callee.type === "Identifier" &&
          one.argument.callee.name === "Error" &&
          one.argument.arguments.length === 1 &&
          /^(StringLiteral|TemplateLiteral)$/.test(one.argument.arguments[0]?.type ?? ""),
      );
    if (throws.length === 0 || throws.length !== sample.all("ThrowStatement").length) return undefined;
    for (const one of throws) {
      if (one.argument.type !== "NewExpression") return undefined;
      const [message] = one.argument.arguments;
      draft.update(from(one.argument), to(one.argument), message ? sample.source(message) : "");
    }
    const before = sample.finish(draft);
    return { before, after: sample.code, slots: {} };
  },
);

export const errorType = family(
  "error-type",
  {
    seen: [
      "throw [a |]{new} instead of [an |]{old}",
      "use {new} instead of {old}",
      "change {old} to {new}",
      "=it should throw [a |]{new}",
      "replace {old} [with|by] {new}",
      "={new} fits better than {old} here",
    ],
    unseen: ["the exception ought to be a {new}"],
    weight: 1.2,
  },
  (sample, choose) => {
    const errors = sample
      .all("NewExpression")
      .filter((one) => one.callee.type === "Identifier" && /Error$/.test(one.callee.name));
    const [first] = errors;
    if (first?.callee.type !== "Identifier") return undefined;
    const old = first.callee.name;
    if (
      sample.code.match(/\b\w*Error\b/g)?.some((name) => name !== old) ||
      sample.code.split(/\b/).filter((word) => word === old).length !== errors.length
    )
      return undefined;
    const fresh = choose.pick([
      "TypeError",
      "RangeError",
      "Error",
      "SyntaxError",
      "ValidationError",
      "NotFoundError",
      "HttpError",
      `${choose.type(sample)}Error`,
    ]);
    if (fresh === old) return undefined;
    const draft = sample.draft();
    for (const one of errors) draft.update(from(one.callee), to(one.callee), fresh);
    return edited(sample, draft, { old, new: fresh });
  },
);

export const optionalCatch = family(
  "optional-catch",
  {
    seen: [
      "remove the unused catch [parameter|binding|variable]",
      "use optional catch binding",
      "=the [error|parameter] in catch is [unused|not used], [remove it|drop it]",
      "[write|use] catch without a parameter",
    ],
    unseen: ["the caught value is never looked at, so don't name it"],
    weight: 0.9,
    isDone: (sample) => sample.has("CatchClause") && sample.all("CatchClause").every((one) => !one.param),
  },
  (sample) => {
    const draft = sample.draft();
    for (const one of sample.all("CatchClause")) {
      if (one.param?.type !== "Identifier" || sample.bindings.of(one.param)?.references.length !== 0)
        continue;
      draft.update(from(one), from(one.body), "catch ");
    }
    return edited(sample, draft);
  },
);

export const addFinally = family(
  "add-finally",
  {
    seen: [
      "add a finally [block |]that calls {call}",
      "call {call} in a finally[ block|]",
      "={call} should always run[, put it in a finally|]",
      "make sure {call} [runs|is called] in the end, in a finally block",
    ],
    unseen: ["whether or not it fails, {call} has to happen last"],
    weight: 1,
  },
  (sample, choose) => {
    const [one, another] = sample.all("TryStatement");
    if (one === undefined || another || one.finalizer || !sample.isAlone(one)) return undefined;
    const call = `${choose.chance(0.3) ? "this." : ""}${choose.function(sample)}()`;
    const base = sample.indentAt(from(one));
    const draft = sample.draft();
    draft.appendLeft(
      to(one),
      ` finally {\n${base}${sample.style.indent}${call}${sample.style.semi}\n${base}}`,
    );
    return edited(sample, draft, { call });
  },
);
