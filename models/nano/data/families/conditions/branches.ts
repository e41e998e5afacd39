import {
  canReindent,
  type Draft,
  from,
  innerLines,
  isOpenBlock,
  type Node,
  type NodeOf,
  negated,
  type Sample,
  to,
} from "../../syntax/index.ts";
import { edited, family } from "../family.ts";
import { isElseIf, leaves, onlyIf } from "./only-if.ts";

export const invertIf = family(
  "invert-if",
  {
    seen: [
      "invert the [if|condition][| and swap the branches]",
      "[swap|switch|flip] the branches of the if[| and negate the condition]",
      "negate the condition and swap if and else",
      "=flip the if/else",
      "reverse the [if/else|order of the branches]",
      "put the else branch first",
    ],
    unseen: ["turn the if around: negated test, branches exchanged"],
    weight: 1.2,
  },
  (sample) => {
    const one = onlyIf(
      sample,
      (candidate) =>
        candidate.alternate?.type === "BlockStatement" && candidate.consequent.type === "BlockStatement",
    );
    if (!one?.alternate || isElseIf(sample, one) || one.consequent.type !== "BlockStatement")
      return undefined;
    const draft = sample.draft();
    draft.update(from(one.test), to(one.test), negated(sample, one.test));
    draft.update(from(one.consequent), to(one.consequent), sample.source(one.alternate));
    draft.update(from(one.alternate), to(one.alternate), sample.source(one.consequent));
    return edited(sample, draft);
  },
);

export const earlyReturn = family(
  "early-return",
  {
    seen: [
      "use [an early return|early returns|a guard clause]",
      "return early[| instead of nesting| if the condition does not hold]",
      "[convert the if [to|into]|turn the if into] [an early return|a guard clause]",
      "flatten [this|the function|the nesting] with [an early return|a guard]",
      "=early return instead of [the nested if|nesting]",
      "reduce [the |]nesting[| with an early return]",
      "replace the wrapping if [with|by] a guard clause",
      "un-nest the [body|code][|: return early]",
    ],
    unseen: ["leave at the top when there is nothing to do, and lose one level of indentation"],
    weight: 2,
  },
  (sample) => {
    const { main } = sample;
    if (main?.fn.body.type !== "BlockStatement") return undefined;
    const one = main.fn.body.body.at(-1);
    if (one?.type !== "IfStatement" || one.alternate || one.consequent.type !== "BlockStatement")
      return undefined;
    if (
      !isOpenBlock(sample, one.consequent) ||
      one.consequent.body.length < 2 ||
      !sample.isAlone(one) ||
      !canReindent(one)
    )
      return undefined;
    if (main.fn.type === "ClassMethod" && main.fn.kind === "constructor") return undefined;
    const clash = one.consequent.body.some(
      (inner) =>
        inner.type === "VariableDeclaration" &&
        inner.declarations.some(
          (d) =>
            d.id.type !== "Identifier" ||
            sample.bindings.all.filter((b) => b.name === (d.id as NodeOf<"Identifier">).name).length > 1,
        ),
    );
    if (clash) return undefined;
    const base = sample.indentAt(from(one));
    const { indent, semi } = sample.style;
    const draft = sample.draft();
    draft.update(
      from(one),
      to(one),
      `if (${negated(sample, one.test)}) {\n${base}${indent}return${semi}\n${base}}\n${innerLines(sample, one.consequent, base)}`,
    );
    return edited(sample, draft);
  },
);

export const removeElse = family(
  "remove-else",
  {
    seen: [
      "remove the [unnecessary |needless |]else[| after return| after the return]",
      "=the else is [not needed|unnecessary|superfluous][| after the return]",
      "=no else after return",
      "drop the else[| and unindent its body]",
      "get rid of the else[| branch's nesting]",
      "flatten the else",
    ],
    unseen: ["the if already returns, so what follows needn't be an else"],
    weight: 1.3,
  },
  (sample) => {
    const one = onlyIf(
      sample,
      (candidate) =>
        candidate.alternate != null && leaves(candidate.consequent) && !isElseIf(sample, candidate),
    );
    if (!one?.alternate || one.alternate.type !== "BlockStatement" || !isOpenBlock(sample, one.alternate))
      return undefined;
    const place = sample.parent(one);
    if (
      place?.type !== "BlockStatement" ||
      one.alternate.body.length === 0 ||
      !sample.isAlone(one) ||
      !canReindent(one.alternate)
    )
      return undefined;
    if (
      one.alternate.body.some(
        (inner) => /^(Variable|Function|Class)Declaration$/.test(inner.type) && place.body.length > 1,
      )
    )
      return undefined;
    const draft = sample.draft();
    const base = sample.indentAt(from(one));
    draft.update(to(one.consequent), to(one), `\n${innerLines(sample, one.alternate, base)}`);
    return edited(sample, draft);
  },
);

export const addBraces = family(
  "add-braces",
  {
    seen: [
      "add [curly |]braces [to|around] [the |all |]ifs[| without braces]",
      "[put|use] [curly |]braces [around|for] [single-line|one-line] [if |]bodies",
      "=ifs should always have braces",
      "=[every|each] if [should have|needs] braces",
      "wrap [single statements|the body of the if] in braces",
      "use braces[| for the if| for the ifs]",
    ],
    unseen: ["our linter wants blocks after every if and loop", "no if without a block"],
    weight: 1.2,
    isDone: (sample) => sample.has("IfStatement") && bare(sample).length === 0,
  },
  (sample) => {
    const bodies = bare(sample);
    if (bodies.length === 0 || bodies.length > 6) return undefined;
    const draft = sample.draft();
    for (const { body, holder } of bodies) if (!wrap(sample, draft, body, holder)) return undefined;
    return edited(sample, draft);
  },
);

interface Bare {
  readonly body: Node;
  readonly holder: Node;
}

/** Returns bodies without braces. */
function bare(sample: Sample): Bare[] {
  const found: Bare[] = [];
  for (const one of sample.all("IfStatement")) {
    if (one.consequent.type !== "BlockStatement") found.push({ body: one.consequent, holder: one });
    if (one.alternate && one.alternate.type !== "BlockStatement" && one.alternate.type !== "IfStatement")
      found.push({ body: one.alternate, holder: one });
  }
  for (const type of ["ForStatement", "ForInStatement", "ForOfStatement", "WhileStatement"] as const)
    for (const one of sample.all(type))
      if (one.body.type !== "BlockStatement") found.push({ body: one.body, holder: one });
  return found;
}

function wrap(sample: Sample, draft: Draft, body: Node, holder: Node): boolean {
  if (
    body.type === "EmptyStatement" ||
    bare(sample).some((one) => one.body !== body && sample.isWithin(one.body, body))
  )
    return false;
  if (!sample.isOneLine(body)) return false;
  const base = sample.indentAt(from(holder)) || sample.indentAt(sample.lineStart(from(holder)));
  const line = /^[ \t]*/.exec(sample.text.slice(sample.lineStart(from(holder))))?.[0] ?? base;
  const start = from(body) - (/\s*$/.exec(sample.text.slice(0, from(body)))?.[0].length ?? 0);
  const between = sample.text.slice(start, from(body));
  if (/\/\/|\/\*/.test(sample.text.slice(to(body), sample.lineEnd(to(body))))) return false;
  const followedByElse = /^\s*else\b/.exec(sample.text.slice(to(body)));
  const rest = sample.text.slice(to(body), sample.lineEnd(to(body)));
  if (!followedByElse && rest.trim() !== "") return false;
  const text = ` {\n${line}${sample.style.indent}${sample.source(body)}\n${line}}`;
  if (between === "") draft.appendLeft(start, "");
  draft.update(start, to(body), text);
  if (followedByElse) {
    const space = /^\s*/.exec(followedByElse[0])?.[0].length ?? 0;
    if (space > 0) draft.update(to(body), to(body) + space, " ");
  }
  return true;
}
