import { from, to } from "../../syntax/index.ts";
import { edited, family } from "../family.ts";
import { parameterRange } from "../parameters/list.ts";

export const methodShorthand = family(
  "method-shorthand",
  {
    seen: [
      "use [method shorthand|shorthand methods][| in the object]",
      "use the [short|shorthand] method syntax",
      "[convert|change] the function properties [to|into] methods",
      "=method shorthand[| instead of key: function]",
      "drop [the |]: function[| from the methods]",
    ],
    unseen: ["properties that hold functions can be written as methods"],
    isDone: (sample) => sample.has("ObjectMethod") && !sample.has("FunctionExpression"),
    weight: 1.2,
  },
  (sample) => {
    const draft = sample.draft();
    for (const one of sample.all("ObjectProperty")) {
      const fn = one.value;
      if (fn.type !== "FunctionExpression" || fn.id || one.computed) continue;
      const range = parameterRange(sample, fn);
      if (range === undefined || /\/\/|\/\*/.test(sample.text.slice(to(one.key), range.start)))
        return undefined;
      draft.remove(to(one.key), range.start - 1);
      if (fn.async || fn.generator)
        draft.appendLeft(from(one), `${fn.async ? "async " : ""}${fn.generator ? "*" : ""}`);
    }
    return edited(sample, draft);
  },
);

export const shorthandProperties = family(
  "shorthand-properties",
  {
    seen: [
      "use [property shorthand|shorthand properties|object shorthand]",
      "use the short[hand|] [syntax|form] for [the |]properties",
      "[shorten|simplify] the object [literal|properties]",
      "={ a } instead of { a: a }",
      "use ES6 shorthand[| properties]",
    ],
    unseen: ["keys that repeat their value's name needn't"],
    weight: 1.2,
  },
  (sample) => {
    const draft = sample.draft();
    for (const one of sample.all("ObjectProperty")) {
      if (one.shorthand || one.computed || one.key.type !== "Identifier" || one.value.type !== "Identifier")
        continue;
      if (one.key.name === one.value.name && !one.value.extra?.["parenthesized"])
        draft.update(from(one), to(one), one.key.name);
    }
    return edited(sample, draft);
  },
);

export const longhandProperties = family(
  "longhand-properties",
  {
    seen: [
      "=no [property |]shorthand, write [the |]{ key: value } out",
      "[expand|write out] the shorthand properties",
      "use [full|explicit] properties instead of shorthand",
      "={ a: a } instead of { a }",
    ],
    unseen: ["spell out every key with its value in object literals"],
    weight: 0.4,
  },
  (sample) => {
    const draft = sample.draft();
    for (const one of sample.all("ObjectProperty")) {
      if (one.shorthand && one.value.type === "Identifier" && sample.parent(one)?.type === "ObjectExpression")
        draft.update(from(one), to(one), `${one.value.name}: ${one.value.name}`);
    }
    return edited(sample, draft);
  },
);
