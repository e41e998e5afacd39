import { type Choices, capitalized } from "../../choices/index.ts";
import { from, type Node, type NodeOf, type Sample, to } from "../../syntax/index.ts";
import { composed, edited, family, type Wording } from "../family.ts";
import { chooseStyle, distinctNames, functionWriter } from "../made-up.ts";

const WORDING: Wording = {
  seen: [
    "make the comparison case-insensitive",
    "compare case-insensitively",
    "ignore [the |]case[| in the comparison| when comparing]",
    "=the comparison should be case-insensitive",
    "=case should not matter[| here| in the comparison]",
    "make [it|this] case[-| ]insensitive",
    "compare [in lower case|lowercased|without regard to case]",
    "=upper and lower case should be treated the same[| here]",
    "use toLowerCase [for|in] the comparison",
  ],
  unseen: ["=ABC and abc are to be equal", "capital letters must make no difference"],
};

/** Matches names that usually belong to strings. */
const TEXT =
  /(^|[a-z._])(name|text|title|email|str|string|query|term|word|city|country|label|username|tag|category|extension|ext|protocol|encoding|charset|method|header|lang|language|locale|color|colour|answer|command|cmd|unit|scheme|host|hostname|domain|algorithm|suffix|prefix|env)$/i;

function isText(sample: Sample, node: Node): boolean {
  return (
    /^(Identifier|MemberExpression)$/.test(node.type) &&
    /^[\w$.]+$/.test(sample.source(node)) &&
    TEXT.test(sample.source(node)) &&
    !/context$|(node|tag|class)name$|^exports?\b|^process\.|(^|\.)_\w*$|^(e|ex|err|error|reason)\./i.test(
      sample.source(node),
    )
  );
}

function isEquality(node: Node): node is NodeOf<"BinaryExpression"> {
  return node.type === "BinaryExpression" && /^[!=]==?$/.test(node.operator);
}

/** Returns a string expression in lower case; literals are lowercased themselves. */
function lowered(sample: Sample, node: Node): string {
  const text = sample.source(node);
  return node.type === "StringLiteral" ? text.toLowerCase() : `${text}.toLowerCase()`;
}

export const caseInsensitive = family("case-insensitive", WORDING, (sample) => {
  const all = sample.all("BinaryExpression").filter((one) => {
    if (!isEquality(one)) return false;
    const isTested = /^(typeof |null$|undefined$)/;
    return !isTested.test(sample.source(one.left)) && !isTested.test(sample.source(one.right));
  });
  const [one, another] = all;
  if (one === undefined || another || !isText(sample, one.left)) return undefined;
  const { right } = one;
  const isWord = right.type === "StringLiteral" && /^[a-zA-Z][\w -]*$/.test(right.value);
  if (!isWord && !isText(sample, right)) return undefined;
  // With other ways of comparing, it would be unclear which comparison is meant.
  if (
    /\b(toLowerCase|toUpperCase|localeCompare|indexOf|includes|startsWith|endsWith|switch|match|test)\b/.test(
      sample.code,
    )
  )
    return undefined;
  const draft = sample.draft();
  draft.update(from(one.left), to(one.left), lowered(sample, one.left));
  draft.update(from(right), to(right), lowered(sample, right));
  return edited(sample, draft);
});

const FIELDS =
  "name title email label city country username tag category slug author language color brand role".split(
    " ",
  );

/** Made-up code that searches a list for a string, or tests one. */
export const caseInsensitiveSearch = composed(
  "case-insensitive-search",
  {
    ...WORDING,
    seen: [...WORDING.seen, "make the search case-insensitive", "search without regard to case"],
  },
  (choose) => {
    const { before, after } = search(choose);
    return { before, after };
  },
);

function search(choose: Choices): { before: string; after: string } {
  const h = chooseStyle(choose);
  const { i, s, q } = h;
  const [noun = "", other = ""] = distinctNames(choose, 2);
  const field = choose.pick(FIELDS);
  const wanted = choose.pick([
    field,
    field,
    "query",
    "term",
    "search",
    `${choose.pick(["wanted", "search"])}${capitalized(field)}`,
  ]);
  const list = `${noun}s`;
  const item = choose.pick([noun, noun, "item", "x", "entry"]);
  const literal = choose.chance(0.25)
    ? choose.pick(["admin", "Admin", "Guest", "other", "None", "Main"])
    : undefined;
  const how = choose.pick(["===", "===", "!==", "includes", "startsWith", "endsWith"]);
  const compare = (element: string, isLowered: boolean) => {
    const lower = isLowered ? ".toLowerCase()" : "";
    const value = literal ? `${q}${isLowered ? literal.toLowerCase() : literal}${q}` : `${wanted}${lower}`;
    const left = `${element}.${field}${lower}`;
    return /=/.test(how) ? `${left} ${how} ${value}` : `${left}.${how}(${value})`;
  };
  const shape = choose.below(6);
  const verb = choose.pick(["find", "get", "select", "lookup", "search"]);
  const isOne = shape === 3;
  const parameters = [isOne ? item : list, ...(literal ? [] : [wanted])].join(", ");
  const write = functionWriter(
    choose,
    h,
    isOne ? `is${capitalized(other)}` : `${verb}${capitalized(noun)}${choose.pick(["", "s"])}`,
    parameters,
  );
  const lead = [
    ...(choose.chance(0.3) ? [`if (!${isOne ? item : list}) return ${isOne ? "false" : "[]"}${s}`] : []),
    ...(choose.chance(0.15) ? [`console.log(${q}${choose.message(noun)}${q})${s}`] : []),
  ];
  const body = (isLowered: boolean): string[] => {
    const test = (element: string) => compare(element, isLowered);
    switch (shape) {
      case 0:
        return [`return ${list}.filter((${item}) => ${test(item)})${s}`];
      case 1:
        return [`return ${list}.find((${item}) => ${test(item)})${s}`];
      case 2:
        return [
          `for (const ${item} of ${list}) {`,
          `${i}if (${test(item)}) {`,
          `${i}${i}return ${item}${s}`,
          `${i}}`,
          "}",
          `return null${s}`,
        ];
      case 3:
        return [`return ${test(item)}${s}`];
      case 4:
        return [
          `const ${other} = ${list}.filter((${item}) => ${test(item)})${s}`,
          `return ${other}.map((${item}) => ${item}.id)${s}`,
        ];
      default:
        return [
          `let count = 0${s}`,
          `for (const ${item} of ${list}) {`,
          `${i}if (${test(item)}) count++${s}`,
          "}",
          `return count${s}`,
        ];
    }
  };
  return { before: write([...lead, ...body(false)]), after: write([...lead, ...body(true)]) };
}
