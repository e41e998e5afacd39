import { type Choices, spoken } from "../../choices/index.ts";
import {
  from,
  isOpenBlock,
  isPure,
  mentions,
  type Node,
  type NodeOf,
  prepend,
  removeLines,
  type Sample,
  to,
} from "../../syntax/index.ts";
import { type Edit, edited, family } from "../family.ts";

type Declaration = NodeOf<"VariableDeclaration">;

function isAssigned(sample: Sample, one: Declaration): boolean {
  return sample.bindings.all.some(
    (binding) => binding.writes.length > 0 && binding.declarations.some((node) => sample.isWithin(node, one)),
  );
}

/** Whether a `for (… of …)` gives the declaration its values. */
function isLoopTarget(sample: Sample, one: Declaration): boolean {
  const holder = sample.parent(one);
  return (holder?.type === "ForInStatement" || holder?.type === "ForOfStatement") && holder.left === one;
}

export const varToLet = family(
  "var-to-let",
  {
    seen: [
      "use [let and const|const and let|const/let|const or let] instead of var",
      "replace var [with|by] [const or let|let and const|const/let]",
      "=no var[ please|], [use|only] let and const",
      "[convert|change] var to [let/const|let and const|const]",
      "get rid of [the |]var[s|]",
      "use modern variable declarations",
      "[modernize|update] the variable declarations",
      "=var is [outdated|bad], [use|write] let and const",
      "declare the variables with const where possible, else let",
      "change all vars to let or const",
    ],
    unseen: [
      "none of these variables should be function-scoped",
      "swap every var for its block-scoped counterpart",
    ],
    isDone: (sample) =>
      sample.has("VariableDeclaration") &&
      sample.all("VariableDeclaration").every((one) => one.kind !== "var"),
    weight: 2.5,
  },
  (sample) => {
    const draft = sample.draft();
    for (const one of sample.all("VariableDeclaration")) {
      if (one.kind !== "var") continue;
      for (const binding of sample.bindings.all) {
        if (!binding.declarations.some((node) => sample.isWithin(node, one))) continue;
        // Declared again, or used outside of its block: let would not do.
        const block = sample.around(one, (node) => /Block|Program|^For|Switch/.test(node.type));
        if (
          binding.declarations.length > 1 ||
          (block && binding.references.some((node) => !sample.isWithin(node, block)))
        )
          return undefined;
      }
      const isConst = isLoopTarget(sample, one)
        ? !isAssigned(sample, one)
        : one.declarations.every((d) => d.init) && !isAssigned(sample, one);
      draft.update(from(one), from(one) + "var".length, isConst ? "const" : "let");
    }
    return edited(sample, draft);
  },
);

export const letToConst = family(
  "let-to-const",
  {
    seen: [
      "use const [where possible|for variables that are never reassigned|instead of let where possible]",
      "[change|convert] let to const[| where nothing is reassigned]",
      "prefer const[| over let]",
      "make variables that don't change const",
      "=const instead of let wherever it works",
    ],
    unseen: ["what is never assigned again should say so"],
    isDone: (sample) =>
      sample.all("VariableDeclaration").some((one) => one.kind === "const") &&
      sample.all("VariableDeclaration").every((one) => one.kind === "const"),
    weight: 1.2,
  },
  (sample) => {
    if (sample.all("VariableDeclaration").some((one) => one.kind === "var")) return undefined;
    const draft = sample.draft();
    for (const one of sample.all("VariableDeclaration")) {
      if (one.kind !== "let" || isAssigned(sample, one)) continue;
      if (!isLoopTarget(sample, one) && !one.declarations.every((d) => d.init)) continue;
      draft.update(from(one), from(one) + "let".length, "const");
    }
    return edited(sample, draft);
  },
);

export const splitDeclaration = family(
  "split-declaration",
  {
    seen: [
      "=[one|a single] variable per declaration",
      "split the [variable |]declaration[s|]",
      "declare [each variable|the variables] separately",
      "=one declaration per [line|variable]",
      "give every variable its own [declaration|statement]",
    ],
    unseen: ["don't declare several variables in one go"],
    weight: 0.8,
  },
  (sample) => {
    const many = sample
      .all("VariableDeclaration")
      .filter((one) => one.declarations.length > 1 && !/^For/.test(sample.parent(one)?.type ?? ""));
    if (many.length === 0) return undefined;
    const draft = sample.draft();
    for (const one of many) {
      const place = sample.parent(one);
      if (
        (place?.type !== "BlockStatement" && place?.type !== "Program") ||
        !sample.isAlone(one) ||
        one.declarations.length > 6
      )
        return undefined;
      if (one.declarations.some((d) => !sample.isOneLine(d)) || /\/\/|\/\*/.test(sample.source(one)))
        return undefined;
      const indent = sample.indentAt(from(one));
      const end = sample.source(one).endsWith(";") ? ";" : "";
      draft.update(
        from(one),
        to(one),
        one.declarations.map((d) => `${one.kind} ${sample.source(d)}${end}`).join(`\n${indent}`),
      );
    }
    return edited(sample, draft);
  },
);

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

/** The convention where no place is told: a constant stands above its function, in a method at the top. */
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
  const one = choose.maybe(literals);
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
      // Evaluated a moment later, a call must not pass another one.
      return (
        use !== undefined &&
        isDirect &&
        sample.isWithin(use, next) &&
        sample.functionOf(use) === sample.functionOf(one) &&
        (isPure(declarator.init) || user?.type === "ReturnStatement") &&
        sample.all("Identifier").filter((node) => node.name === binding.name).length === 2
      );
    });
    const one = choose.maybe(candidates);
    const declarator = one?.declarations[0];
    if (one === undefined || declarator?.id.type !== "Identifier" || !declarator.init) return undefined;
    const use = sample.bindings.of(declarator.id)?.references[0];
    if (use === undefined) return undefined;
    const draft = sample.draft();
    removeLines(sample, draft, one);
    draft.update(from(use), to(use), sample.source(declarator.init));
    return edited(sample, draft, { name: declarator.id.name, wordsName: spoken(declarator.id.name) });
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
      // What is evaluated only on a condition, or called upon, stays where it is.
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
    const one = choose.maybe(candidates);
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

/** Whether evaluating an expression before its statement changes no order: it calls nothing, or alone does. */
function isFirstToRun(sample: Sample, one: Node, statement: Node): boolean {
  if (isPure(one)) return true;
  return sample
    .all("CallExpression")
    .every(
      (call) => !sample.isWithin(call, statement) || sample.isWithin(call, one) || sample.isWithin(one, call),
    );
}

export const destructureVariables = family(
  "destructure-variables",
  {
    seen: [
      "use destructuring[| for {object}]",
      "destructure {object}",
      "use [object |]destructuring instead of [separate|single] [declarations|assignments]",
      "[combine|merge] the declarations with destructuring",
      "read the properties of {object} by destructuring",
      "=destructuring please",
    ],
    unseen: ["take what is needed from {object} in one pattern"],
    weight: 2,
  },
  (sample) => {
    for (const block of sample.all("BlockStatement")) {
      const runs: Declaration[][] = [];
      for (const statement of block.body) {
        const last = runs.at(-1);
        const previous = last?.at(-1);
        if (!isPropertyRead(sample, statement)) continue;
        const follows =
          previous &&
          block.body.indexOf(previous) + 1 === block.body.indexOf(statement) &&
          objectOf(sample, previous) === objectOf(sample, statement) &&
          previous.kind === statement.kind &&
          sample.text.slice(to(previous), from(statement)).trim() === "";
        if (follows) last?.push(statement);
        else runs.push([statement]);
      }
      const [run, another] = runs;
      if (run === undefined || another || run.length > 5) continue;
      const [first] = run;
      const last = run.at(-1);
      if (
        first === undefined ||
        last === undefined ||
        sample.all("VariableDeclaration").filter((one) => isPropertyRead(sample, one)).length !== run.length
      )
        return undefined;
      const object = objectOf(sample, first);
      const end = sample.source(last).endsWith(";") ? ";" : "";
      const parts = run.map((one) => {
        const declarator = one.declarations[0] as NodeOf<"VariableDeclarator">;
        const name = (declarator.id as NodeOf<"Identifier">).name;
        const key = ((declarator.init as NodeOf<"MemberExpression">).property as NodeOf<"Identifier">).name;
        return key === name ? name : `${key}: ${name}`;
      });
      const draft = sample.draft();
      draft.update(from(first), to(last), `${first.kind} { ${parts.join(", ")} } = ${object}${end}`);
      return edited(sample, draft, { object });
    }
    return undefined;
  },
);

function isPropertyRead(
  sample: Sample,
  one: NodeOf<"VariableDeclaration"> | { type: string },
): one is Declaration {
  if (one.type !== "VariableDeclaration") return false;
  const { declarations } = one as Declaration;
  const [declarator] = declarations;
  if (declarations.length !== 1 || declarator?.id.type !== "Identifier" || declarator.id.typeAnnotation)
    return false;
  const { init } = declarator;
  return (
    init?.type === "MemberExpression" &&
    !init.computed &&
    init.property.type === "Identifier" &&
    /^[\w$.]+$/.test(sample.source(init)) &&
    sample.isAlone(one as Declaration)
  );
}

function objectOf(sample: Sample, one: Declaration): string {
  const init = one.declarations[0]?.init;
  return init?.type === "MemberExpression" ? sample.source(init.object) : "";
}

export const undoDestructuring = family(
  "undo-destructuring",
  {
    seen: [
      "=no destructuring[| of {object}]",
      "replace [the |]destructuring [with|by] [plain|separate] [property reads|declarations]",
      "[expand|undo] the destructuring",
      "read the properties one by one instead of destructuring",
      "don't destructure {object}",
    ],
    unseen: ["one declaration for each property of {object} instead of a pattern"],
    weight: 0.7,
  },
  (sample) => {
    const patterns = sample
      .all("VariableDeclaration")
      .filter(
        (one) =>
          one.declarations.length === 1 &&
          one.declarations[0]?.id.type === "ObjectPattern" &&
          one.declarations[0].init,
      );
    const [one] = patterns;
    const declarator = one?.declarations[0];
    if (
      one === undefined ||
      patterns.length !== 1 ||
      declarator?.id.type !== "ObjectPattern" ||
      !declarator.init ||
      declarator.id.typeAnnotation
    )
      return undefined;
    const object = sample.source(declarator.init);
    if (!/^[\w$.]+$/.test(object) || !sample.isAlone(one) || declarator.id.properties.length > 6)
      return undefined;
    const end = sample.source(one).endsWith(";") ? ";" : "";
    const lines: string[] = [];
    for (const property of declarator.id.properties) {
      if (
        property.type !== "ObjectProperty" ||
        property.computed ||
        property.key.type !== "Identifier" ||
        property.value.type !== "Identifier"
      )
        return undefined;
      if (property.value.name === object) return undefined;
      lines.push(`${one.kind} ${property.value.name} = ${object}.${property.key.name}${end}`);
    }
    const draft = sample.draft();
    draft.update(from(one), to(one), lines.join(`\n${sample.indentAt(from(one))}`));
    return edited(sample, draft, { object });
  },
);

export const removeUnused = family(
  "remove-unused",
  {
    seen: [
      "remove [the |]unused variable {name}",
      "={name} is [not used|never used|unused], remove it",
      "delete the unused [variable|const|import] {name}",
      "remove [unused|dead] variables",
      "clean up unused variables",
      "drop what is not used",
      "get rid of unused variables",
    ],
    unseen: ["nothing reads {name}, so out with it"],
    weight: 1.3,
  },
  (sample, choose) => {
    const body = sample.main?.fn.body;
    if (body?.type !== "BlockStatement" || !isOpenBlock(sample, body)) return undefined;
    const existing = sample
      .all("VariableDeclarator")
      .some(
        (one) =>
          one.id.type === "Identifier" &&
          sample.bindings.of(one.id)?.references.length === 0 &&
          one.id.name !== sample.main?.name,
      );
    if (existing) return undefined;
    // The unused variable is put in: in real code there are few, and then a reason.
    const name = choose.variable(sample);
    const { semi, quote } = sample.style;
    const parameter = sample.main?.fn.params.find((one) => one.type === "Identifier");
    const other = parameter?.type === "Identifier" ? parameter.name : undefined;
    const value = choose.pick([
      "0",
      "null",
      "[]",
      "{}",
      "true",
      `${quote}${quote}`,
      "Date.now()",
      ...(other ? [`${other}.length`, other, `${other}.${choose.variable(sample)}`] : []),
    ]);
    const statements = body.body.filter((one) => sample.isAlone(one));
    const place = choose.maybe(statements);
    if (place === undefined || mentions(value, name)) return undefined;
    const draft = sample.draft();
    draft.appendLeft(
      from(place),
      `${choose.pick(["const", "let"])} ${name} = ${value}${semi}\n${sample.indentAt(from(place))}`,
    );
    const before = sample.finish(draft);
    return { before, after: sample.code, slots: { name } };
  },
);
