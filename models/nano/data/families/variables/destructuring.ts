import { from, type NodeOf, type Sample, to } from "../../syntax/index.ts";
import { edited, family } from "../family.ts";
import type { Declaration } from "./declarations.ts";

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
