import { type Choices, wordsOf } from "../../choices/index.ts";
import { from, type NodeOf, type Sample, to } from "../../syntax/index.ts";
import { type Edit, edited, family } from "../family.ts";

type Comparison = NodeOf<"BinaryExpression">;

const INCLUSIVE: Readonly<Record<string, string>> = { "<": "<=", ">": ">=" };
const NAMES: Readonly<Record<string, string>> = {
  "<": "less",
  ">": "greater",
  "<=": "less-or-equal",
  ">=": "greater-or-equal",
};
const STRICT: Readonly<Record<string, string>> = { "<=": "<", ">=": ">" };

/** Returns the comparisons with `<`, `<=`, `>` or `>=`. */
function orders(sample: Sample): Comparison[] {
  return sample.all("BinaryExpression").filter((one) => /^[<>]=?$/.test(one.operator));
}

/**
 * Whether including the limit makes a difference. It does not for lengths above 0, positions above -1, the order of a
 * sort, or the end of a counting loop.
 */
function isEdge(sample: Sample, one: Comparison): boolean {
  const left = sample.source(one.left);
  const right = sample.source(one.right);
  const holder = sample.parent(one);
  return (
    sample.isOneLine(one) &&
    to(one) - from(one) < 60 &&
    !/^-/.test(right) &&
    !/^-?\d/.test(left) &&
    !/\.length$|^(undefined|null)$|["'`]/.test(right) &&
    !(
      right === "0" &&
      (one.left.type !== "Identifier" || /^(i|j|k)$|len|count|size|ind?e?x|pos/i.test(left))
    ) &&
    !(right === "1" && /length$|size$|count$/i.test(left)) &&
    !(right === "0" && /ndexOf\(|\.search\(/.test(sample.code)) &&
    holder?.type !== "BinaryExpression" &&
    holder?.type !== "ForStatement" &&
    !(holder?.type === "ConditionalExpression" && /\b-1\b|-1/.test(sample.source(holder)))
  );
}

/** Returns the edit that gives a comparison another operator, with slots that identify it. */
function withOperator(sample: Sample, one: Comparison, operator: string, slots: Edit["slots"]) {
  const between = sample.text.slice(to(one.left), from(one.right));
  const draft = sample.draft();
  draft.update(to(one.left), from(one.right), between.replace(one.operator, operator));
  return edited(sample, draft, slots);
}

function isOnce(sample: Sample, text: string): boolean {
  return sample.code.split(text).length === 2;
}

/** Returns the edit of the only such comparison, if its operator is in `table`. */
function theOne(sample: Sample, table: Readonly<Record<string, string>>): Edit | undefined {
  const [one, another] = orders(sample);
  const operator = one && table[one.operator];
  if (one === undefined || another || operator === undefined || !isEdge(sample, one)) return undefined;
  const left = sample.source(one.left);
  const right = sample.source(one.right);
  const words = wordsOf(/([\w$]+)(\(\))?$/.exec(left)?.[1] ?? "").join(" ");
  // If the comparison rejects something, "include the limit" would mean the opposite.
  const isAnswer = /^(ReturnStatement|ArrowFunctionExpression|VariableDeclarator)$/.test(
    sample.parent(one)?.type ?? "",
  );
  const isPlain = isAnswer && /^[\w$.]+$/.test(right) && words.length > 2;
  return withOperator(sample, one, operator, isPlain ? { limit: right, words } : {});
}

/** Returns the edit of one of several comparisons, identified by its text or by a side that no other has. */
function theNamed(
  sample: Sample,
  choose: Choices,
  table: Readonly<Record<string, string>>,
): Edit | undefined {
  const all = orders(sample);
  const one = choose.pickIfAny(
    all.filter(
      (other) => table[other.operator] && isEdge(sample, other) && isOnce(sample, sample.source(other)),
    ),
  );
  const operator = one && table[one.operator];
  if (one === undefined || operator === undefined) return undefined;
  const left = sample.source(one.left);
  const every = sample.all("BinaryExpression").filter((other) => /^[<>]=?$|^[!=]==?$/.test(other.operator));
  const isNamed =
    /^[\w$.]+$/.test(left) &&
    every.filter((other) =>
      sample
        .source(other)
        .split(/[^\w$.]+/)
        .includes(left),
    ).length === 1;
  return withOperator(sample, one, operator, {
    comparison: sample.source(one),
    ...(isNamed ? { name: left } : {}),
  });
}

export const makeInclusive = family(
  "make-inclusive",
  {
    seen: [
      "make the [comparison|bound|limit|check] inclusive",
      "=the comparison should be inclusive",
      "=the [boundary|limit|edge] itself should pass the comparison too",
      "=it should also hold when both [sides |]are equal",
      "=the limit itself should count too",
      "make [it|this] inclusive",
      "let the comparison be true for equal values as well",
      "={limit} itself should [count|be included] too",
      "include {limit}[ itself| too|]",
      "=a {words} of exactly {limit} should count too",
    ],
    unseen: ["=equality has to pass as well", "the exact boundary value is not covered, cover it"],
    weight: 0.9,
  },
  (sample) => theOne(sample, INCLUSIVE),
);

export const makeStrict = family(
  "make-exclusive",
  {
    seen: [
      "make the [comparison|bound|limit|check] exclusive",
      "=the comparison should be exclusive",
      "exclude the [boundary|limit|edge] itself",
      "=it should not hold when both [sides |]are equal",
      "=the limit itself should not count",
      "=equal values should not [pass|satisfy] the comparison",
      "={limit} itself should not [count|be included|pass]",
      "exclude {limit}[ itself|]",
      "=a {words} of exactly {limit} should not count",
      "make [it|this] exclusive",
    ],
    unseen: ["=being equal is no longer enough", "the exact boundary value is covered, leave it out"],
    weight: 0.9,
  },
  (sample) => theOne(sample, STRICT),
);

/** The same edits, requested by operator. Operators are too short for users to quote them each time. */
export const operators = Object.entries({ ...INCLUSIVE, ...STRICT }).map(([old, wanted]) =>
  family(
    `${NAMES[old]}-to-${NAMES[wanted]}`,
    {
      seen: [
        `use ${wanted} instead of ${old}`,
        `replace ${old} [with|by] ${wanted}`,
        `change ${old} to ${wanted}`,
        `=${old} should be ${wanted}`,
        `=should be ${wanted}[|, not ${old}]`,
        `use ${wanted}[| here| in the comparison]`,
        `use \`${wanted}\` instead of \`${old}\``,
        `change \`${old}\` to \`${wanted}\``,
        `=\`${old}\` should be \`${wanted}\``,
        `make the [${old}|\`${old}\`] a [${wanted}|\`${wanted}\`]`,
      ],
      unseen: [`=where it says ${old} it was meant to say ${wanted}`],
      weight: 0.35,
    },
    (sample) => theOne(sample, { [old]: wanted }),
  ),
);

export const namedInclusive = family(
  "make-named-inclusive",
  {
    seen: [
      "make {comparison} inclusive",
      "make the comparison {comparison} inclusive",
      "={comparison} should be inclusive",
      "let {comparison} hold for equal values too",
      "={comparison} should also be true when both sides are equal",
      "make the [comparison|check|bound] of {name} inclusive",
      "=the comparison of {name} should be inclusive",
      "=the boundary itself should satisfy {comparison} too",
      "add the equals sign to {comparison}",
    ],
    unseen: ["=equality has to pass {comparison} as well"],
    weight: 0.9,
  },
  (sample, choose) => theNamed(sample, choose, INCLUSIVE),
);

export const namedStrict = family(
  "make-named-exclusive",
  {
    seen: [
      "make {comparison} exclusive",
      "make the comparison {comparison} exclusive",
      "={comparison} should be exclusive",
      "={comparison} should not hold for equal values",
      "={comparison} should be false when both sides are equal",
      "make the [comparison|check|bound] of {name} exclusive",
      "=the comparison of {name} should be exclusive",
      "exclude the boundary in {comparison}",
      "remove the equals sign from {comparison}",
    ],
    unseen: ["=being equal is no longer enough for {comparison}"],
    weight: 0.7,
  },
  (sample, choose) => theNamed(sample, choose, STRICT),
);
