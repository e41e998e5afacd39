import { wordsOf } from "../../choices/index.ts";
import {
  type Draft,
  type FunctionNode,
  from,
  isFunction,
  isOpenBlock,
  type NodeOf,
  outerFrom,
  outerTo,
  type Sample,
  to,
} from "../../syntax/index.ts";
import { edited, family, repaired } from "../family.ts";

/** Returns the position for `async` in a function. */
function asyncPosition(sample: Sample, fn: FunctionNode): number | undefined {
  if (fn.async) return undefined;
  if (fn.type === "ClassMethod" || fn.type === "ObjectMethod") {
    if (fn.kind !== "method" || fn.generator) return undefined;
    return from(fn.key) - (fn.computed ? 1 : 0);
  }
  return from(fn);
}

export const makeAsync = family(
  "make-async",
  {
    seen: [
      "make [this|the|it|the function] async",
      "make this function async",
      "add async[| to the function| to this function]",
      "turn this into an async function",
      "=this should be an async function",
      "mark the function as async",
      "declare [it|the function] async",
      "convert to an async function",
    ],
    unseen: [
      "the function has to return a promise, so put async on it",
      "let me use await inside this function",
    ],
    isDone: (sample) => sample.main?.fn.async === true,
  },
  (sample) => {
    const fn = sample.main?.fn;
    const position = fn && asyncPosition(sample, fn);
    if (position === undefined || fn?.returnType) return undefined;
    const draft = sample.draft();
    draft.appendLeft(position, "async ");
    return edited(sample, draft);
  },
);

export const removeAsync = family(
  "remove-async",
  {
    seen: [
      "remove [the |]async[| keyword]",
      "=this function does not need to be async",
      "make it [synchronous|a synchronous function]",
      "drop [the |]async, [there is nothing to await|nothing is awaited]",
      "=async is [not needed|unnecessary] here, remove it",
    ],
    unseen: ["nothing is awaited, so let it be an ordinary function"],
    isDone: (sample) => sample.main !== undefined && !sample.main.fn.async && !sample.code.includes("async"),
    weight: 0.7,
  },
  (sample) => {
    const fn = sample.main?.fn;
    if (fn === undefined || !fn.async || fn.returnType) return undefined;
    const waits = [
      ...sample.all("AwaitExpression"),
      ...sample.all("ForOfStatement").filter((one) => one.await),
    ];
    if (waits.some((one) => sample.functionOf(one) === fn)) return undefined;
    const at = sample.text.indexOf("async", from(fn));
    const draft = sample.draft();
    draft.remove(at, at + "async".length + (/^\s+/.exec(sample.text.slice(at + 5))?.[0].length ?? 0));
    return edited(sample, draft);
  },
);

/** Returns a call's name: `load`, `api.load`. */
function calleeName(sample: Sample, call: NodeOf<"CallExpression">): string | undefined {
  const text = sample.source(call.callee);
  return /^[\w$.]+$/.test(text) && text.length < 40 ? text : undefined;
}

/**
 * Returns the slots that name a call: its name, and the words of the called function (`api.loadUsers`: load users) if
 * no other call has the same.
 */
function calledSlots(sample: Sample, call: NodeOf<"CallExpression">): Record<string, string> {
  const name = calleeName(sample, call) ?? "";
  const lastOf = (text: string) => text.split(".").at(-1) ?? "";
  const last = lastOf(name);
  const isOnly =
    sample.all("CallExpression").filter((one) => lastOf(sample.source(one.callee)) === last).length === 1;
  return isOnly ? { name, words: wordsOf(last).join(" ") || last } : { name };
}

function isNamedOnce(sample: Sample, name: string): boolean {
  return sample.all("CallExpression").filter((one) => sample.source(one.callee) === name).length === 1;
}

export const awaitCall = family(
  "await-call",
  {
    seen: [
      "await [the call [of|to] |]{name}",
      "add [an |]await [before|in front of|to] [the call [of|to] |]{name}",
      "={name} [returns a promise|is async][, await it|: add the await]",
      "={name} is now async, [adapt this|await it]",
      "wait for {name}[ with await|]",
      "use await for {name}",
      "wait for the {words} call",
    ],
    unseen: ["{name} became asynchronous, deal with it", "don't go on before {name} has resolved"],
    weight: 1.2,
  },
  (sample, choose) => {
    const fn = sample.main?.fn;
    if (fn === undefined || fn.generator || fn.returnType) return undefined;
    const calls = sample.all("CallExpression").filter((call) => {
      const name = calleeName(sample, call);
      const parent = sample.parent(call);
      const canWait =
        parent?.type === "ExpressionStatement" ||
        parent?.type === "VariableDeclarator" ||
        parent?.type === "ReturnStatement" ||
        (parent?.type === "AssignmentExpression" && parent.right === call);
      return (
        name !== undefined &&
        canWait &&
        sample.functionOf(call) === fn &&
        isNamedOnce(sample, name) &&
        name !== "require" &&
        call.callee.type !== "Super"
      );
    });
    const call = choose.pickIfAny(calls);
    const position = asyncPosition(sample, fn);
    if (call === undefined || (position === undefined && !fn.async)) return undefined;
    const draft = sample.draft();
    draft.appendRight(from(call), "await ");
    if (position !== undefined) draft.appendLeft(position, "async ");
    return edited(sample, draft, calledSlots(sample, call));
  },
);

export const missingAwait = family(
  "missing-await",
  {
    seen: [
      "=there is an await missing [before|in front of|for] {name}",
      "fix the missing await[| before {name}| on {name}]",
      "=the call [of|to] {name} is not awaited[, fix it|, fix that|]",
      "=the promise of {name} is never awaited",
      "=bug: {name} [returns a promise|is async] and nobody awaits it",
      "add the [missing|forgotten] await[| for {name}]",
      "=we forgot to await {name}",
      "=the {words} call is not awaited",
    ],
    unseen: [
      "{name} gives a promise here where its value is meant",
      "repair the call of {name}: its result is a pending promise",
    ],
  },
  (sample, choose) => {
    const awaits = sample.all("AwaitExpression").filter((one) => {
      if (one.argument.type !== "CallExpression") return false;
      const name = calleeName(sample, one.argument);
      return (
        name !== undefined &&
        isNamedOnce(sample, name) &&
        !/^(ReturnStatement|ArrowFunctionExpression)$/.test(sample.parent(one)?.type ?? "")
      );
    });
    const one = choose.pickIfAny(awaits);
    if (one?.argument.type !== "CallExpression") return undefined;
    const draft = sample.draft();
    draft.remove(from(one), from(one.argument));
    // "The missing await" is unambiguous only if no other call lacks one; the name always is.
    return repaired(sample, draft, calledSlots(sample, one.argument));
  },
);

export const allAtOnce = family(
  "promise-all",
  {
    seen: [
      "run the two [awaits|calls] in parallel[| with Promise.all]",
      "use Promise.all[| for {first} and {second}]",
      "await {first} and {second} together[| with Promise.all]",
      "load {first} and {second} in parallel",
      "=the two awaits are independent, [use Promise.all|run them in parallel]",
      "parallelize the awaits",
    ],
    unseen: ["don't wait for {first} before {second} is started"],
    weight: 1.2,
  },
  (sample, choose) => {
    const pairs: [NodeOf<"VariableDeclaration">, NodeOf<"VariableDeclaration">][] = [];
    for (const block of sample.all("BlockStatement"))
      for (const [index, statement] of block.body.entries()) {
        const next = block.body[index + 1];
        if (isAwaited(statement) && next && isAwaited(next)) pairs.push([statement, next]);
      }
    if (pairs.length !== 1) return undefined;
    const [first, second] = choose.pick(pairs);
    const [a, b] = [first.declarations[0], second.declarations[0]];
    if (
      a?.id.type !== "Identifier" ||
      b?.id.type !== "Identifier" ||
      a.id.typeAnnotation ||
      b.id.typeAnnotation
    )
      return undefined;
    if (
      a.init?.type !== "AwaitExpression" ||
      b.init?.type !== "AwaitExpression" ||
      first.kind !== second.kind
    )
      return undefined;
    const between = sample.text.slice(to(first), from(second));
    const uses = sample.bindings.of(a.id)?.references.some((one) => sample.isWithin(one, second));
    if (uses || between.trim() !== "" || !sample.isOneLine(first) || !sample.isOneLine(second))
      return undefined;
    const draft = sample.draft();
    const end = sample.source(second).endsWith(";") ? ";" : "";
    const left = `${first.kind} [${a.id.name}, ${b.id.name}] = await Promise.all([`;
    const calls = [sample.source(a.init.argument), sample.source(b.init.argument)];
    const indent = sample.indentAt(from(first));
    const line = `${left}${calls.join(", ")}])${end}`;
    // Chains longer than 80 characters get one call per line.
    const isLong = indent.replaceAll("\t", "    ").length + line.length > 80;
    const inner = `\n${indent}${sample.style.indent}`;
    const broken = `${left}${calls.map((call) => `${inner}${call},`).join("")}\n${indent}])${end}`;
    draft.update(from(first), to(second), isLong ? broken : line);
    return edited(sample, draft, { first: a.id.name, second: b.id.name });
  },
);

function isAwaited(
  statement: NodeOf<"VariableDeclaration"> | { type: string },
): statement is NodeOf<"VariableDeclaration"> {
  if (statement.type !== "VariableDeclaration") return false;
  const { declarations } = statement as NodeOf<"VariableDeclaration">;
  return declarations.length === 1 && declarations[0]?.init?.type === "AwaitExpression";
}

export const thenToAwait = family(
  "then-to-await",
  {
    seen: [
      "use async[/| and |-]await[| instead of then| instead of .then()| instead of promise chains]",
      "convert [the promise chain |the then |.then |][to|into] async/await",
      "replace [the |].then() [with|by] await",
      "rewrite [this |it |]with async/await",
      "=await instead of then",
      "make this async/await",
      "get rid of .then and use await",
    ],
    unseen: ["I prefer await over callbacks here", "linearize this promise code"],
    isDone: (sample) => sample.has("AwaitExpression") && !/\.then\b|\.catch\b/.test(sample.code),
    weight: 3,
  },
  (sample) => {
    const fn = sample.main?.fn;
    if (
      fn === undefined ||
      fn.generator ||
      fn.returnType ||
      fn.body.type !== "BlockStatement" ||
      !isOpenBlock(sample, fn.body)
    )
      return undefined;
    const position = asyncPosition(sample, fn);
    if (position === undefined && !fn.async) return undefined;
    const chains = sample.all("CallExpression").filter((one) => isThen(one));
    const [chain] = chains;
    const last = fn.body.body.at(-1);
    if (
      chain === undefined ||
      chains.length !== 1 ||
      last?.type !== "ReturnStatement" ||
      last.argument !== chain
    )
      return undefined;
    const callback = chain.arguments[0];
    if (
      chain.arguments.length !== 1 ||
      !isFunction(callback) ||
      callback.params.length > 1 ||
      callback.async ||
      callback.generator
    )
      return undefined;
    const draft = sample.draft();
    if (!unfold(sample, draft, last, chain, callback)) return undefined;
    if (position !== undefined) draft.appendLeft(position, "async ");
    return edited(sample, draft);
  },
);

function isThen(call: NodeOf<"CallExpression">): boolean {
  return (
    call.callee.type === "MemberExpression" &&
    call.callee.property.type === "Identifier" &&
    /^(then|catch|finally)$/.test(call.callee.property.name)
  );
}

/** Rewrites `return p.then((x) => …)` as `const x = await p` and the callback's body. */
function unfold(
  sample: Sample,
  draft: Draft,
  statement: NodeOf<"ReturnStatement">,
  chain: NodeOf<"CallExpression">,
  callback: FunctionNode,
): boolean {
  if (chain.callee.type !== "MemberExpression" || !sample.isAlone(statement)) return false;
  const promise = sample.text.slice(
    outerFrom(chain.callee.object),
    outerTo(sample.text, chain.callee.object),
  );
  const [parameter] = callback.params;
  if (
    promise.includes("\n") ||
    (parameter &&
      parameter.type !== "Identifier" &&
      parameter.type !== "ObjectPattern" &&
      parameter.type !== "ArrayPattern")
  )
    return false;
  const names = parameter
    ? sample.bindings.all.filter((one) => one.declarations.some((node) => sample.isWithin(node, callback)))
    : [];
  // The callback's names move into the function, where they must not exist yet.
  if (names.some((one) => sample.bindings.all.some((other) => other !== one && other.name === one.name)))
    return false;
  if (callback.type === "FunctionExpression" && /\b(this|arguments)\b/.test(sample.source(callback.body)))
    return false;
  const semi = sample.source(statement).endsWith(";") ? ";" : "";
  const indent = sample.indentAt(from(statement));
  const kind = names.some((one) => one.writes.length > 0) ? "let" : "const";
  const first = parameter
    ? `${kind} ${sample.source(parameter)} = await ${promise}${semi}`
    : `await ${promise}${semi}`;
  if (callback.body.type !== "BlockStatement") {
    if (callback.body.extra?.["parenthesized"] || sample.source(callback.body).includes("\n")) return false;
    draft.update(
      from(statement),
      to(statement),
      `${first}\n${indent}return ${sample.source(callback.body)}${semi}`,
    );
    return true;
  }
  if (!isOpenBlock(sample, callback.body) || callback.body.body.length === 0) return false;
  const inside = sample.text
    .slice(from(callback.body) + 1, to(callback.body) - 1)
    .replace(/^[ \t]*\n/, "")
    .trimEnd();
  if (inside.includes("`")) return false;
  const own = /^[ \t]*/.exec(inside)?.[0] ?? "";
  const lines = inside
    .split("\n")
    .map((line) => (line.startsWith(own) ? indent + line.slice(own.length) : line));
  draft.update(from(statement), to(statement), `${first}\n${lines.join("\n")}`);
  return true;
}
