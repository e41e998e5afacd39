import { from, isOpenBlock, mentions, type NodeOf, type Sample, to } from "../../syntax/index.ts";
import { edited, family } from "../family.ts";

export type Declaration = NodeOf<"VariableDeclaration">;

function isAssigned(sample: Sample, one: Declaration): boolean {
  return sample.bindings.all.some(
    (binding) => binding.writes.length > 0 && binding.declarations.some((node) => sample.isWithin(node, one)),
  );
}

/** Whether the declaration gets its values from a `for (… of …)`. */
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
        // A variable that is redeclared or used outside its block cannot be `let`.
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
    // The unused variable is inserted: real code has few, and usually for a reason.
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
    const place = choose.pickIfAny(statements);
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
