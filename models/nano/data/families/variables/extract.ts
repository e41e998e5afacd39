import { type Choices, inWords } from "../../choices/index.ts";
import {
  from,
  isOpenBlock,
  isPure,
  type Node,
  type NodeOf,
  prepend,
  removeLines,
  type Sample,
  to,
} from "../../syntax/index.ts";
import { type Edit, edited, family } from "../family.ts";

export const extractConstant = family(
  "extract-constant",
  {
    seen: [
      "extract {value} [to|into] a constant {name}",
      "introduce a constant {name} for {value}",
      "replace [the magic number |]{value} [with|by] a constant {name}",
      "=magic number {value}: make it a constant {name}",
      "put {value} into a const {name}",
      "name {value} {name}",
      "give {value} a name: {name}",
      "define {name} = {value} and use it",
      "pull {value} out into {name}",
    ],
    unseen: ["{value} is magic, it should be known as {name}", "let a const {name} stand for {value}"],
    weight: 1.8,
  },
  (sample, choose) => constantFor(sample, choose, "above"),
);

export const extractLocalConstant = family(
  "extract-local-constant",
  {
    seen: [
      "put {value} into a const {name} at the top of the [function|body]",
      "define {name} = {value} at the top of the [function|body]",
      "extract {value} [to|into] a local constant {name}",
      "introduce a local const {name} for {value}",
      "make {value} a const {name} inside the function",
      "={value} should be a local constant {name}",
      "declare const {name} for {value} first thing in the function",
    ],
    unseen: ["within the function, let a const {name} stand for {value}"],
    weight: 0.8,
  },
  (sample, choose) => constantFor(sample, choose, "inside"),
);

/** By convention, without a given place, a constant goes above its function, or at the top of a method. */
function constantFor(sample: Sample, choose: Choices, place: "above" | "inside"): Edit | undefined {
  const body = sample.main?.fn.body;
  if (body?.type !== "BlockStatement" || !isOpenBlock(sample, body)) return undefined;
  const isInside = place === "inside" || sample.isMethod;
  if (!isInside && sample.program.directives.length > 0) return undefined;
  const literals = [
    ...sample.all("NumericLiteral").filter((one) => one.value > 1),
    ...sample.all("StringLiteral").filter((one) => one.value.length > 2 && one.value.length < 30),
  ].filter((one) => {
    const holder = sample.parent(one);
    return (
      sample.isWithin(one, body) &&
      !/^(Import|Export|Directive|TS|JSXAttribute|ObjectTypeProperty)/.test(holder?.type ?? "") &&
      !((holder?.type === "ObjectProperty" || holder?.type === "ClassProperty") && holder.key === one) &&
      !isRequire(sample, one) &&
      !(holder?.type === "BinaryExpression" && sample.source(holder).includes("typeof "))
    );
  });
  const one = choose.pickIfAny(literals);
  if (one === undefined) return undefined;
  const text = sample.source(one);
  const same = literals.filter((other) => sample.source(other) === text);
  const everywhere = [...sample.all("NumericLiteral"), ...sample.all("StringLiteral")].filter(
    (other) => sample.source(other) === text,
  );
  if (everywhere.length !== same.length) return undefined;
  const name = choose.constant(sample);
  const draft = sample.draft();
  for (const other of same) draft.update(from(other), to(other), name);
  const line = `const ${name} = ${text}${sample.style.semi}`;
  if (!isInside) draft.prepend(`${line}\n\n`);
  else if (!prepend(sample, draft, body, [line])) return undefined;
  return edited(sample, draft, { value: text, name });
}

function isRequire(sample: Sample, node: NodeOf<"NumericLiteral" | "StringLiteral">): boolean {
  const holder = sample.parent(node);
  return (
    holder?.type === "CallExpression" &&
    (holder.callee.type === "Import" ||
      (holder.callee.type === "Identifier" && holder.callee.name === "require"))
  );
}

export const inlineVariable = family(
  "inline-variable",
  {
    seen: [
      "inline [the variable |]{name}",
      "=inline {name}",
      "={name} is used [only |]once, inline it",
      "get rid of [the variable |]{name}[ by inlining it|]",
      "remove the [temporary |]variable {name}[| and use its value directly]",
      "use the value of {name} directly",
      "inline the {wordsName}",
    ],
    unseen: ["{name} needn't have a name, write its value where it is used"],
    weight: 1.5,
  },
  (sample, choose) => {
    const candidates = sample.all("VariableDeclaration").filter((one) => {
      const place = sample.parent(one);
      const [declarator] = one.declarations;
      if (
        place?.type !== "BlockStatement" ||
        one.declarations.length !== 1 ||
        declarator?.id.type !== "Identifier" ||
        !declarator.init
      )
        return false;
      if (
        !sample.isAlone(one) ||
        !sample.isOneLine(one) ||
        /Function|Class|Object|JSX|Assign|Sequence|Arrow|Yield/.test(declarator.init.type)
      )
        return false;
      const binding = sample.bindings.of(declarator.id);
      const next = place.body[place.body.indexOf(one) + 1];
      if (
        binding?.references.length !== 1 ||
        binding.writes.length > 0 ||
        next === undefined ||
        /^(For|While|Do)/.test(next.type)
      )
        return false;
      const [use] = binding.references;
      const user = use && sample.parent(use);
      const isDirect =
        user?.type === "ReturnStatement" ||
        (user?.type === "CallExpression" && user.callee !== use) ||
        (user?.type === "VariableDeclarator" && user.init === use) ||
        (user?.type === "AssignmentExpression" && user.right === use);
      // Evaluated later, a call must not be reordered with another.
      return (
        use !== undefined &&
        isDirect &&
        sample.isWithin(use, next) &&
        sample.functionOf(use) === sample.functionOf(one) &&
        (isPure(declarator.init) || user?.type === "ReturnStatement") &&
        sample.all("Identifier").filter((node) => node.name === binding.name).length === 2
      );
    });
    const one = choose.pickIfAny(candidates);
    const declarator = one?.declarations[0];
    if (one === undefined || declarator?.id.type !== "Identifier" || !declarator.init) return undefined;
    const use = sample.bindings.of(declarator.id)?.references[0];
    if (use === undefined) return undefined;
    const draft = sample.draft();
    removeLines(sample, draft, one);
    draft.update(from(use), to(use), sample.source(declarator.init));
    return edited(sample, draft, { name: declarator.id.name, wordsName: inWords(declarator.id.name) });
  },
);

export const extractVariable = family(
  "extract-variable",
  {
    seen: [
      "extract {expression} [to|into] a [variable|const] {name}",
      "put {expression} into a [variable|const] {name}[ first|]",
      "introduce a variable {name} for {expression}",
      "store {expression} in {name}[ first|]",
      "give {expression} a name: {name}",
      "pull {expression} out into {name}",
      "assign {expression} to a const {name} [first|and use that]",
    ],
    unseen: ["let {name} hold {expression} before it is used"],
    weight: 1.8,
  },
  (sample, choose) => {
    const candidates = [
      ...sample.all("CallExpression"),
      ...sample.all("MemberExpression"),
      ...sample.all("BinaryExpression"),
      ...sample.all("ConditionalExpression"),
    ].filter((one) => {
      const holder = sample.parent(one);
      const statement = sample.around(one, (node) => /Statement$|^VariableDeclaration$/.test(node.type));
      const text = sample.source(one);
      if (statement === undefined || text.length < 8 || text.length > 60 || !sample.isOneLine(one))
        return false;
      if (
        !/^(Return|Expression|Throw)Statement$|^VariableDeclaration$/.test(statement.type) ||
        !sample.isAlone(statement) ||
        sample.parent(statement)?.type !== "BlockStatement"
      )
        return false;
      if (sample.functionOf(one) !== sample.functionOf(statement) || holder === statement) return false;
      // Expressions that are evaluated conditionally, or called, stay where they are.
      if (
        sample.around(
          one,
          (node) => node === statement || /^(Logical|Conditional|Optional)/.test(node.type),
        ) !== statement
      )
        return false;
      const isArgument =
        (holder?.type === "CallExpression" || holder?.type === "NewExpression") && holder.callee !== one;
      const isProperty = holder?.type === "ObjectProperty" && holder.value === one;
      return (
        (isArgument || isProperty) &&
        sample.code.split(text).length === 2 &&
        isFirstToRun(sample, one, statement)
      );
    });
    const one = choose.pickIfAny(candidates);
    const statement = one && sample.around(one, (node) => /Statement$|^VariableDeclaration$/.test(node.type));
    if (one === undefined || statement === undefined) return undefined;
    const name = choose.variable(sample);
    const draft = sample.draft();
    const indent = sample.indentAt(from(statement));
    draft.appendLeft(from(statement), `const ${name} = ${sample.source(one)}${sample.style.semi}\n${indent}`);
    draft.update(from(one), to(one), name);
    return edited(sample, draft, { expression: sample.source(one), name });
  },
);

/** Whether evaluating an expression before its statement keeps the order: it has no calls, or has the only one. */
function isFirstToRun(sample: Sample, one: Node, statement: Node): boolean {
  if (isPure(one)) return true;
  return sample
    .all("CallExpression")
    .every(
      (call) => !sample.isWithin(call, statement) || sample.isWithin(call, one) || sample.isWithin(one, call),
    );
}
