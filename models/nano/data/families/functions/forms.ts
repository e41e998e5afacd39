import { from, type Node, type NodeOf, type Sample, to, usesOwnContext } from "../../syntax/index.ts";
import { edited, family } from "../family.ts";
import { parameterRange } from "../parameters/list.ts";

export const functionToArrow = family(
  "function-to-arrow",
  {
    seen: [
      "[[convert|change] [this|the function|it] [to|into]|turn [this|the function|it] into] an arrow function",
      "use an arrow function",
      "make [this|it] an arrow function",
      "rewrite as [an |]arrow function",
      "=arrow function[ please|]",
      "use arrow syntax",
      "replace the function [declaration |][with|by] [a const|an] arrow function",
      "turn the function declaration into a const arrow function",
    ],
    unseen: ["=> is the style here, adapt the function", "declare it as a const with a fat arrow"],
    isDone: (sample) => sample.main?.fn.type === "ArrowFunctionExpression",
    weight: 1.5,
  },
  (sample) => {
    const { main } = sample;
    const fn = main?.fn;
    if (fn?.type === "FunctionExpression") return expressionToArrow(sample, fn);
    if (
      fn?.type !== "FunctionDeclaration" ||
      fn.generator ||
      usesOwnContext(fn) ||
      main?.outer.type === "ExportDefaultDeclaration"
    )
      return undefined;
    const range = parameterRange(sample, fn);
    if (range === undefined || fn.body.type !== "BlockStatement") return undefined;
    const draft = sample.draft();
    const head = fn.typeParameters ? from(fn.typeParameters) : range.start - 1;
    draft.update(from(fn), head, `const ${main?.name} = ${fn.async ? "async " : ""}`);
    draft.appendLeft(from(fn.body), "=> ");
    draft.appendLeft(to(fn), sample.style.semi);
    return edited(sample, draft);
  },
);

/** Rewrites `const f = function (a) {…}`: the name stays, the keyword goes. */
function expressionToArrow(sample: Sample, fn: NodeOf<"FunctionExpression">) {
  const range = parameterRange(sample, fn);
  if (fn.generator || fn.id || usesOwnContext(fn) || range === undefined) return undefined;
  if (sample.parent(fn)?.type !== "VariableDeclarator") return undefined;
  const draft = sample.draft();
  const head = fn.typeParameters ? from(fn.typeParameters) : range.start - 1;
  draft.update(from(fn), head, fn.async ? "async " : "");
  draft.appendLeft(from(fn.body), "=> ");
  return edited(sample, draft);
}

export const arrowToFunction = family(
  "arrow-to-function",
  {
    seen: [
      "[[convert|change] [this|it|the arrow function] [to|into]|turn [this|it|the arrow function] into] a [function declaration|regular function|normal function]",
      "use a function declaration[| instead of an arrow function]",
      "make [this|it] a [regular|normal] function",
      "use the function keyword",
      "=no arrow function[ please|], use a function declaration",
      "rewrite [the arrow function |]as a function declaration",
    ],
    unseen: ["declare it the classic way, hoisted", "=> is not wanted here, say function"],
    isDone: (sample) => sample.main?.fn.type === "FunctionDeclaration",
    weight: 1.3,
  },
  (sample) => {
    const { main } = sample;
    const fn = main?.fn;
    if (main === undefined || fn?.type !== "ArrowFunctionExpression" || usesOwnContext(fn)) return undefined;
    const declarator = sample.parent(fn);
    const statement = declarator && sample.parent(declarator);
    if (declarator?.type !== "VariableDeclarator" || statement?.type !== "VariableDeclaration")
      return undefined;
    if (declarator.id.type === "Identifier" && declarator.id.typeAnnotation) return undefined;
    const range = parameterRange(sample, fn);
    const [only] = fn.params;
    const arrow = sample.text.lastIndexOf("=>", from(fn.body));
    if (arrow < 0) return undefined;
    const signature = range
      ? sample.text.slice(fn.typeParameters ? from(fn.typeParameters) : range.start - 1, arrow).trimEnd()
      : `(${only ? sample.source(only) : ""})`;
    const head = `${fn.async ? "async " : ""}function ${main.name}${signature} `;
    const draft = sample.draft();
    if (fn.body.type === "BlockStatement") {
      draft.update(from(statement), from(fn.body), head);
      if (to(statement) > to(fn)) draft.remove(to(fn), to(statement));
      return edited(sample, draft);
    }
    if (!sample.isOneLine(fn.body)) return undefined;
    const { indent, semi } = sample.style;
    draft.update(
      from(statement),
      to(statement),
      `${head}{\n${indent}return ${sample.source(fn.body)}${semi}\n}`,
    );
    return edited(sample, draft);
  },
);

export const toBlockBody = family(
  "arrow-to-block",
  {
    seen: [
      "use a block body[| with return| with an explicit return]",
      "add braces and [a |]return[| to the arrow function]",
      "[give|write] the arrow function [a body with braces|with an explicit return]",
      "=explicit return please",
      "expand the arrow function['s body|] to a block",
    ],
    unseen: ["I'll need more lines in this function, open up its body"],
    weight: 1,
  },
  (sample) => {
    const fn = sample.main?.fn;
    if (
      fn?.type !== "ArrowFunctionExpression" ||
      fn.body.type === "BlockStatement" ||
      !sample.isOneLine(fn.body)
    )
      return undefined;
    const { indent, semi } = sample.style;
    const base = sample.indentAt(from(sample.main?.outer as Node));
    const draft = sample.draft();
    const start = fn.body.extra?.["parenthesized"] ? (fn.body.extra["parenStart"] as number) : from(fn.body);
    draft.update(start, to(fn), `{\n${base}${indent}return ${sample.source(fn.body)}${semi}\n${base}}`);
    return edited(sample, draft);
  },
);

export const toConciseBody = family(
  "arrow-to-concise",
  {
    seen: [
      "use [an implicit return|a concise body|an expression body]",
      "[drop|remove] the braces and [the |]return",
      "make the arrow function [concise|a one-liner|shorter]",
      "simplify the arrow function[s|] to [an expression|a concise body]",
      "=no need for braces and return[| in the arrow function]",
    ],
    unseen: ["a body that only returns needs no block"],
    weight: 1.2,
  },
  (sample) => {
    const draft = sample.draft();
    for (const fn of sample.all("ArrowFunctionExpression")) {
      if (fn.body.type !== "BlockStatement" || fn.body.body.length !== 1 || fn.body.directives.length > 0)
        continue;
      const [only] = fn.body.body;
      if (
        only?.type !== "ReturnStatement" ||
        !only.argument ||
        /\/\/|\/\*/.test(sample.source(fn.body)) ||
        !sample.isOneLine(only)
      )
        continue;
      const text = sample.source(only.argument);
      if (only.argument.type === "SequenceExpression" || text.length > 90) return undefined;
      draft.update(from(fn.body), to(fn.body), text.startsWith("{") ? `(${text})` : text);
    }
    return edited(sample, draft);
  },
);

export const callbacksToArrows = family(
  "callbacks-to-arrows",
  {
    seen: [
      "use arrow functions for [the |]callback[s|]",
      "[[convert|change] the callback[s|] [to|into]|turn the callback[s|] into] arrow function[s|]",
      "replace [the |]function expression[s|] [with|by] arrow function[s|]",
      "use arrow functions instead of function expressions",
      "=arrow functions for the anonymous functions",
      "modernize the callback[s|] with arrow functions",
    ],
    unseen: ["anonymous functions should be written with =>"],
    isDone: (sample) =>
      sample.all("ArrowFunctionExpression").some((one) => sample.parent(one)?.type === "CallExpression") &&
      !sample.has("FunctionExpression"),
    weight: 1.7,
  },
  (sample) => {
    const draft = sample.draft();
    for (const fn of sample.all("FunctionExpression")) {
      if (fn === sample.main?.fn) continue;
      const holder = sample.parent(fn);
      if (holder?.type !== "CallExpression" && holder?.type !== "NewExpression") continue;
      if (holder.callee === fn || fn.id || fn.generator || usesOwnContext(fn)) return undefined;
      const range = parameterRange(sample, fn);
      if (range === undefined) return undefined;
      draft.update(from(fn), range.start - 1, fn.async ? "async " : "");
      draft.appendLeft(from(fn.body), "=> ");
    }
    return edited(sample, draft);
  },
);
