import { from, type NodeOf, type Sample, to } from "../../syntax/index.ts";
import { edited, family } from "../family.ts";

/** Returns elements whose name occurs only once, which makes the name unambiguous. */
function named(sample: Sample): { name: string; opening: NodeOf<"JSXOpeningElement"> }[] {
  const openings = sample.all("JSXOpeningElement").filter((one) => one.name.type === "JSXIdentifier");
  return openings
    .map((opening) => ({ name: sample.source(opening.name), opening }))
    .filter(({ name }) => openings.filter((other) => sample.source(other.name) === name).length === 1);
}

function hasSpread(opening: NodeOf<"JSXOpeningElement">): boolean {
  return opening.attributes.some((one) => one.type === "JSXSpreadAttribute");
}

export const addProp = family(
  "add-prop",
  {
    seen: [
      "add [the prop|the attribute|the property|] {prop} to [the |]{name}",
      "give [the |]{name} [the prop |the attribute |]{prop}",
      "set {prop} on [the |]{name}[| element]",
      "pass {prop} to {name}",
      "=the {name} [needs|should have|should get] {prop}",
    ],
    unseen: ["{prop} belongs on the {name}"],
    weight: 2,
  },
  (sample, choose) => {
    // By convention, it goes directly after the element's name.
    const one = choose.pickIfAny(named(sample));
    if (one === undefined || one.opening.typeParameters) return undefined;
    const key = choose.pick([
      "disabled",
      "className",
      "id",
      "title",
      "role",
      "tabIndex",
      "hidden",
      "data-testid",
      "aria-label",
      choose.variable(sample),
    ]);
    const exists = one.opening.attributes.some(
      (attribute) => attribute.type === "JSXAttribute" && sample.source(attribute.name) === key,
    );
    if (exists) return undefined;
    const isFlag = key === "disabled" || key === "hidden";
    const value = isFlag
      ? ""
      : choose.chance(0.6)
        ? `="${choose
            .variable(sample)
            .replace(/([A-Z])/g, "-$1")
            .toLowerCase()}"`
        : `={${choose.pick(["0", "1", "true", choose.variable(sample)])}}`;
    const prop = key + value;
    const draft = sample.draft();
    const isSpread =
      sample.source(one.opening).includes("\n") &&
      one.opening.attributes[0] &&
      sample.isAlone(one.opening.attributes[0]);
    const first = one.opening.attributes[0];
    draft.appendLeft(
      to(one.opening.name),
      isSpread && first ? `\n${sample.indentAt(from(first))}${prop}` : ` ${prop}`,
    );
    return edited(sample, draft, { prop, name: one.name });
  },
);

export const removeProp = family(
  "remove-prop",
  {
    seen: [
      "remove [the prop|the attribute|] {prop} from [the |]{name}",
      "delete {prop} on [the |]{name}",
      "drop [the |]{prop} [prop|attribute] of {name}",
      "=the {name} [needs no|should not have] {prop}",
      "take {prop} off the {name}",
    ],
    unseen: ["{name} can do without {prop}"],
    weight: 1.3,
  },
  (sample, choose) => {
    const candidates = named(sample).flatMap(({ name, opening }) =>
      hasSpread(opening)
        ? []
        : opening.attributes.flatMap((attribute) =>
            attribute.type === "JSXAttribute" ? [{ name, attribute }] : [],
          ),
    );
    const one = choose.pickIfAny(candidates);
    if (one === undefined) return undefined;
    const draft = sample.draft();
    if (sample.isAlone(one.attribute))
      draft.remove(sample.lineStart(from(one.attribute)), sample.lineEnd(to(one.attribute)) + 1);
    else {
      const before = /\s*$/.exec(sample.text.slice(0, from(one.attribute)))?.[0].length ?? 0;
      draft.remove(from(one.attribute) - before, to(one.attribute));
    }
    return edited(sample, draft, { prop: sample.source(one.attribute.name), name: one.name });
  },
);

export const changeElement = family(
  "change-element",
  {
    seen: [
      "use [a |]{new} instead of [the |]{old}",
      "replace [the |]{old} [with|by] [a |]{new}",
      "change [the |]{old} to [a |]{new}",
      "=the {old} should be a {new}",
      "make the {old} a {new}",
      "rename the element {old} to {new}",
    ],
    unseen: ["where there is {old}, render {new}"],
    weight: 1.5,
  },
  (sample, choose) => {
    const one = choose.pickIfAny(named(sample));
    const element = one && sample.parent(one.opening);
    if (one === undefined || element?.type !== "JSXElement" || one.opening.typeParameters) return undefined;
    if (
      sample.code.split(/[^\w]+/).filter((word) => word === one.name).length >
      (element.closingElement ? 2 : 1)
    )
      return undefined;
    const isTag = /^[a-z]/.test(one.name);
    const fresh =
      isTag && choose.chance(0.7)
        ? choose.pick([
            "div",
            "span",
            "section",
            "button",
            "p",
            "a",
            "li",
            "ul",
            "h2",
            "label",
            "article",
            "header",
          ])
        : choose.type(sample);
    if (fresh === one.name) return undefined;
    const draft = sample.draft();
    draft.update(from(one.opening.name), to(one.opening.name), fresh);
    if (element.closingElement)
      draft.update(from(element.closingElement.name), to(element.closingElement.name), fresh);
    return edited(sample, draft, { old: one.name, new: fresh });
  },
);

export const changeProp = family(
  "change-prop",
  {
    seen: [
      "set {prop} of [the |]{name} to {value}",
      "change [the |]{prop} [of|on] [the |]{name} to {value}",
      "=the {prop} of {name} should be {value}",
      "make {prop} {value} on the {name}",
    ],
    unseen: ["{name} wants {value} for {prop}"],
    weight: 1.3,
  },
  (sample, choose) => {
    const candidates = named(sample).flatMap(({ name, opening }) =>
      opening.attributes.flatMap((attribute) =>
        attribute.type === "JSXAttribute" && attribute.value && sample.isOneLine(attribute.value)
          ? [{ name, attribute, value: attribute.value }]
          : [],
      ),
    );
    const one = choose.pickIfAny(candidates);
    if (one === undefined) return undefined;
    const fresh = choose.chance(0.5)
      ? `"${choose.variable(sample).toLowerCase()}"`
      : `{${choose.pick(["true", "false", "0", String(choose.between(1, 100)), choose.variable(sample)])}}`;
    const draft = sample.draft();
    draft.update(from(one.value), to(one.value), fresh);
    return edited(sample, draft, { prop: sample.source(one.attribute.name), name: one.name, value: fresh });
  },
);

export const ternaryToAnd = family(
  "null-ternary-to-and",
  {
    seen: [
      "use && instead of [the ternary|? : null]",
      "replace the ternary with null [with|by] &&",
      "[simplify|shorten] the conditional [rendering|element] with &&",
      "=&& instead of ? : null",
    ],
    unseen: ["rendering nothing needs no second branch"],
    weight: 1.2,
  },
  (sample) => {
    const draft = sample.draft();
    for (const one of sample.all("ConditionalExpression")) {
      if (
        one.alternate.type !== "NullLiteral" ||
        !/^JSX/.test(one.consequent.type) ||
        sample.parent(one)?.type !== "JSXExpressionContainer"
      )
        continue;
      const needs =
        /^(Logical|Conditional|Assignment)Expression$/.test(one.test.type) &&
        !(one.test.type === "LogicalExpression" && one.test.operator === "&&");
      const test = sample.source(one.test);
      draft.update(
        from(one.test),
        to(one.test),
        needs && !one.test.extra?.["parenthesized"] ? `(${test})` : test,
      );
      const question = sample.text.indexOf("?", to(one.test));
      draft.update(question, question + 1, "&&");
      const end = one.consequent.extra?.["parenthesized"]
        ? sample.text.indexOf(")", to(one.consequent)) + 1
        : to(one.consequent);
      draft.remove(end, to(one));
    }
    return edited(sample, draft);
  },
);
