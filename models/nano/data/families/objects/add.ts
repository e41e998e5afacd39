import type { Choices } from "../../choices/index.ts";
import { isFunction, type Node, type Sample } from "../../syntax/index.ts";
import { edited, family } from "../family.ts";
import { isPlain, type Literal, named, newProperty, passed, returned, withProperty } from "./literals.ts";

/** Returns the edit that adds a last property; the slots in `place` identify the literal. */
function added(sample: Sample, choose: Choices, literal: Literal, place: Record<string, string> = {}) {
  if (!isPlain(literal) || isTypedAsWritten(sample, literal)) return undefined;
  const made = newProperty(sample, choose, literal);
  const draft = made && withProperty(sample, literal, made.property);
  return draft && edited(sample, draft, { ...made, ...place });
}

/** Whether a type next to the literal lists its properties: it would have to change, too. */
function isTypedAsWritten(sample: Sample, literal: Literal): boolean {
  const parent = sample.parent(literal);
  const id = parent?.type === "VariableDeclarator" && parent.id.type === "Identifier" ? parent.id : undefined;
  const isReturned = parent?.type === "ReturnStatement" || isFunction(parent);
  const type = id ? id.typeAnnotation : isReturned ? sample.functionOf(literal)?.returnType : undefined;
  return type != null && sample.source(type).includes("{");
}

export const addProperty = family(
  "add-property",
  {
    seen: [
      "add {property} to {object}",
      "add the property {name} with the value {value} to {object}",
      "put {property} into {object}",
      "give {object} a [property|field] {name} with the value {value}",
      "={object} [needs|should have] {property}[| too| as well]",
      "={object} also needs [a|the] [property|field] {name}, {value}",
      "add {property} to the options of {call}",
      "add {property} to the object [passed to|given to|in the call of] {call}",
      "pass {property} in the options of {call}",
      "call {call} with {property} in its options[| too| as well]",
      "=the options of {call} should [include|have] {property}",
    ],
    unseen: ["{object} lacks {property}", "have {property} among what {call} is configured with"],
    weight: 1.3,
  },
  (sample, choose) => {
    const all = sample.all("ObjectExpression").length;
    const candidates: { literal: Literal; place: Record<string, string> }[] = [
      ...named(sample).map(({ literal, object }) => ({ literal, place: { object } })),
      ...passed(sample).map(({ literal, call }) => ({ literal, place: { call } })),
    ].filter(({ literal }) => all < 12 && isPlain(literal));
    const one = choose.pickIfAny(candidates);
    return one && added(sample, choose, one.literal, one.place);
  },
);

function isNothing(node: Node): boolean {
  return (
    /^(Null|Boolean)Literal$/.test(node.type) || (node.type === "Identifier" && node.name === "undefined")
  );
}

export const addReturnedProperty = family(
  "add-returned-property",
  {
    seen: [
      "add {property} to the [returned object|object it returns|result]",
      "return {property} [too|as well]",
      "also return {property}",
      "add {name} to the returned object, [with the value|set to] {value}",
      "include {property} in the [returned object|return value|result]",
      "=the [returned object|result] should [also |]have {property}",
      "=the returned object needs [a|the] [property|field] {name} [with the value|set to] {value}",
      "put {property} into what is returned",
    ],
    unseen: ["callers want {property} in what they get back", "extend the return value by {property}"],
    weight: 1.3,
  },
  (sample, choose) => {
    const found = returned(sample);
    const literal = found[0];
    const fn = sample.main?.fn;
    if (literal === undefined || found.length > 1 || fn === undefined || sample.functionOf(literal) !== fn)
      return undefined;
    // If the function also returns something else, it is unclear what to extend.
    const returns = sample.all("ReturnStatement").filter((one) => sample.functionOf(one) === fn);
    if (returns.some(({ argument }) => argument && argument !== literal && !isNothing(argument)))
      return undefined;
    return added(sample, choose, literal);
  },
);
