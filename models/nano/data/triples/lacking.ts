import type { Choices } from "../choices/index.ts";
import { type Family, isComposed, THEMES } from "../families/index.ts";
import type { Node, Sample } from "../syntax/index.ts";

/** The subject of each theme's edits, as node types and as a pattern of text. */
const SUBJECTS: Readonly<
  Record<string, { readonly nodes: readonly Node["type"][]; readonly text?: RegExp }>
> = {
  loops: {
    nodes: ["ForStatement", "ForOfStatement", "ForInStatement", "WhileStatement", "DoWhileStatement"],
    text: /\.(forEach|map|filter|reduce|reduceRight|find|findIndex|some|every|flatMap|entries|keys|values)\b/,
  },
  asynchronous: {
    nodes: ["AwaitExpression"],
    text: /\basync\b|\.then\b|\.catch\b|Promise|[cC]allback|\b(cb|done|next)\b/,
  },
  conditions: { nodes: ["IfStatement", "ConditionalExpression", "SwitchStatement", "LogicalExpression"] },
  comparisons: { nodes: ["BinaryExpression", "LogicalExpression", "IfStatement", "ConditionalExpression"] },
  classes: { nodes: ["ClassBody", "NewExpression", "ThisExpression"], text: /prototype|\breturn \{/ },
  jsx: { nodes: ["JSXElement", "JSXFragment"] },
};

const THEME_OF = new Map(
  Object.entries(THEMES).flatMap(([theme, families]) => families.map(({ name }) => [name, theme] as const)),
);

/** Attempts before a family counts as refusing: some choose randomly what to edit. */
const TRIES = 3;

/** Returns a family whose subject the sample lacks ("use for...of" without any loop). */
export function familyWithoutSubject(
  families: readonly Family[],
  sample: Sample,
  choose: Choices,
): Family | undefined {
  const candidates = families.filter((one) => lacksSubject(one, sample));
  const family = choose.pickIfAny(candidates);
  return family !== undefined && neverApplies(family, sample, choose) ? family : undefined;
}

function lacksSubject(family: Family, sample: Sample): boolean {
  const subject = SUBJECTS[THEME_OF.get(family.name) ?? ""];
  if (subject === undefined) return false;
  return !subject.nodes.some((type) => sample.has(type)) && subject.text?.test(sample.code) !== true;
}

function neverApplies(family: Family, sample: Sample, choose: Choices): boolean {
  if (isComposed(family)) return true;
  for (let i = 0; i < TRIES; i++) if (family.apply(sample, choose) !== undefined) return false;
  return family.isDone?.(sample) !== true;
}
