import { type Choices, inWords, NOUNS } from "../../choices/index.ts";
import { from, type Node, type NodeOf, type Sample, to } from "../../syntax/index.ts";
import { edited, family } from "../family.ts";
import { takeOut } from "./lists.ts";
import { isBoilerplate, type Literal } from "./literals.ts";

type Property = NodeOf<"ObjectProperty">;

/** Returns properties of literals whose names are used for nothing else: not read, declared or in strings. */
function properties(sample: Sample): Property[] {
  return sample.all("ObjectProperty").filter((one) => {
    if (sample.parent(one)?.type !== "ObjectExpression" || one.computed || one.key.type !== "Identifier")
      return false;
    const name = one.key.name;
    // Such a name would be read as an English word.
    if (
      /^(default|const|by|in|is|of|for|if|to|as|on|with|type|class|function|return|new|delete|the|a)$/.test(
        name,
      )
    )
      return false;
    if (isBoilerplate(sample, sample.parent(one) as Literal)) return false;
    const uses =
      sample.code.split(new RegExp(`(?<![\\w$])${name.replaceAll("$", "\\$")}(?![\\w$])`)).length - 1;
    // A property's value may have the same name: `{ id: user.id }`.
    const own = one.shorthand ? 0 : mentionsIn(sample, one.value, name);
    return uses - own === 1;
  });
}

function mentionsIn(sample: Sample, node: Node, name: string): number {
  return (
    sample.source(node).split(new RegExp(`(?<![\\w$])${name.replaceAll("$", "\\$")}(?![\\w$])`)).length - 1
  );
}

export const changeProperty = family(
  "change-property",
  {
    seen: [
      "set {name} to {value}",
      "set the [property|option|field] {name} to {value}",
      "={name} should be {value}",
      "use {value} for {name}",
      "change {name} [to {value}|from {old} to {value}]",
      "make {name} {value}",
      "={name}: {value}[| instead of {old}]",
      "={name} is {old} but should be {value}",
      "={name} must be {value}, not {old}",
      "=the {wordsName} should be {value}",
      "=the {wordsName} should be {value}, not {old}",
    ],
    unseen: ["the right setting of {name} is {value}"],
    weight: 1.3,
  },
  (sample, choose) => {
    const candidates = properties(sample).filter(({ value }) =>
      /^(String|Numeric|Boolean|Null)Literal$/.test(value.type),
    );
    const one = choose.pickIfAny(candidates);
    if (one?.key.type !== "Identifier") return undefined;
    const old = sample.source(one.value);
    const value = another(sample, choose, one.value);
    // A comment after the value may be about it.
    if (value === old || old.length > 30 || /^,?[ \t]*\/[/*]/.test(sample.text.slice(to(one.value))))
      return undefined;
    const draft = sample.draft();
    draft.update(from(one.value), to(one.value), value);
    return edited(sample, draft, { name: one.key.name, wordsName: inWords(one.key.name), value, old });
  },
);

/** Returns another value of the same kind. */
function another(sample: Sample, choose: Choices, node: Node): string {
  const quote = node.type === "StringLiteral" ? (sample.source(node)[0] ?? "") : sample.style.quote;
  const word = choose.pick([
    choose.pick(NOUNS),
    choose.pick(NOUNS),
    choose.variable(sample),
    choose.pick(["default", "auto", "none", "all"]),
  ]);
  const number = choose.pick([0, 1, 2, 3, 5, 10, 20, 24, 50, 100, 250, 1000, 5000, choose.between(2, 99)]);
  switch (node.type) {
    case "BooleanLiteral":
      return String(!node.value);
    case "NumericLiteral":
      return String(number);
    case "StringLiteral": {
      const [, unit] = /^-?[\d.]+(px|em|rem|%|ms|s|vh|vw|pt)$/.exec(node.value) ?? [];
      if (unit !== undefined) return `${quote}${number}${unit}${quote}`;
      if (/^[A-Z][a-z]+ |\w \w/.test(node.value)) return `${quote}${choose.message()}${quote}`;
      if (/^#[\da-f]{3,8}$/i.test(node.value) || node.value === "transparent")
        return `${quote}${choose.pick(["#fff", "#333", "#0066cc", "red", "white", "tomato"])}${quote}`;
      return /^(GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS)$/.test(node.value)
        ? `${quote}${choose.pick(["GET", "POST", "PUT", "DELETE", "PATCH"])}${quote}`
        : `${quote}${word}${quote}`;
    }
    default:
      return choose.pick([
        "true",
        "false",
        "[]",
        "{}",
        "undefined",
        String(number),
        `${quote}${word}${quote}`,
      ]);
  }
}

export const removeProperty = family(
  "remove-property",
  {
    seen: [
      "remove the property {name}",
      "drop the {name} property",
      "delete {name} from the object",
      "=the object [needs no|should have no|shouldn't have a] [property|field] {name}",
      "take [the property |the field |]{name} out of the object",
      "get rid of the [property|field|key] {name}",
      "take the {wordsName} out of the object",
      "=the {name} [property|key|field] is not needed[, remove it|]",
    ],
    unseen: ["no {name} in that object any more", "the object does fine without {name}"],
  },
  (sample, choose) => {
    const candidates = properties(sample).filter((one) => !leavesUnused(sample, one));
    const one = choose.pickIfAny(candidates);
    const literal = one && sample.parent(one);
    if (literal?.type !== "ObjectExpression" || one?.key.type !== "Identifier") return undefined;
    const draft = sample.draft();
    if (sample.source(one).length > 200 || !takeOut(sample, draft, literal.properties, one)) return undefined;
    return edited(sample, draft, { name: one.key.name, wordsName: inWords(one.key.name) });
  },
);

/** Whether a name declared in the piece would be unused without `node`. */
export function leavesUnused(sample: Sample, node: Node): boolean {
  return sample.bindings.all.some(
    ({ references }) =>
      references.length > 0 && references.every((reference) => sample.isWithin(reference, node)),
  );
}
