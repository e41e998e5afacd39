import { from, prepend, to } from "../../syntax/index.ts";
import { edited, family } from "../family.ts";
import { indexLoops } from "../loops/convert.ts";

export const hoistLength = family(
  "hoist-length",
  {
    seen: [
      "hoist the length out of the loop",
      "cache the [array |]length[| in the loop]",
      "[store|save] the length [in a variable|before the loop]",
      "don't read [.length|the length] in every iteration",
      "move {list}.length out of the loop",
      "compute the length once",
      "read the length [once|only once][| before the loop]",
    ],
    unseen: ["{list}.length needn't be looked up on every round"],
    weight: 1.5,
  },
  (sample) => {
    // By convention, `const length = list.length;` on the line before the loop.
    const [one, another] = indexLoops(sample);
    if (
      one === undefined ||
      another ||
      one.loop.test?.type !== "BinaryExpression" ||
      !sample.isAlone(one.loop) ||
      sample.bindings.all.some((b) => b.name === "length")
    )
      return undefined;
    const body = sample.source(one.loop.body);
    if (
      new RegExp(`\\b${one.list.replace(/[.$]/g, "\\$&")}\\.(push|pop|shift|unshift|splice|length)\\b`).test(
        body,
      )
    )
      return undefined;
    const draft = sample.draft();
    draft.appendLeft(
      from(one.loop),
      `const length = ${one.list}.length${sample.style.semi}\n${sample.indentAt(from(one.loop))}`,
    );
    draft.update(from(one.loop.test.right), to(one.loop.test.right), "length");
    return edited(sample, draft, { list: one.list });
  },
);

export const includesToSet = family(
  "includes-to-set",
  {
    seen: [
      "use a Set for [the |]lookup[s|]",
      "use a Set[| instead of includes| for {list}]",
      "make [the |]lookup[s|] in {list} [faster|constant time] with a Set",
      "replace includes [with|by] a Set[ lookup|]",
      "avoid the quadratic lookup[| with a Set]",
      "turn {list} into a Set [first|before the loop] and use has",
    ],
    unseen: ["searching {list} again and again is slow, hash it once"],
    weight: 1.7,
  },
  (sample, choose) => {
    // By convention, `const listSet = new Set(list);` at the top of the function.
    const fn = sample.main?.fn;
    if (fn?.body.type !== "BlockStatement") return undefined;
    const parameters = fn.params.flatMap((one) => (one.type === "Identifier" ? [one] : []));
    const calls = sample
      .all("CallExpression")
      .filter(
        ({ callee, arguments: args }) =>
          callee.type === "MemberExpression" &&
          callee.object.type === "Identifier" &&
          callee.property.type === "Identifier" &&
          callee.property.name === "includes" &&
          args.length === 1,
      );
    const lists = parameters.filter((one) => {
      const references = sample.bindings.of(one)?.references ?? [];
      return (
        references.length > 0 &&
        references.every((use) =>
          calls.some((call) => call.callee.type === "MemberExpression" && call.callee.object === use),
        ) &&
        !/^(str|text|string|name|path|url|s|value|key|type|message|line|code|source)$/i.test(one.name)
      );
    });
    const list = choose.pickIfAny(lists);
    if (list === undefined) return undefined;
    const set = `${list.name}Set`;
    if (sample.mentions(set)) return undefined;
    const draft = sample.draft();
    for (const call of calls) {
      if (
        call.callee.type !== "MemberExpression" ||
        call.callee.object.type !== "Identifier" ||
        call.callee.object.name !== list.name
      )
        continue;
      draft.update(from(call.callee), to(call.callee), `${set}.has`);
    }
    if (!prepend(sample, draft, fn.body, [`const ${set} = new Set(${list.name})${sample.style.semi}`]))
      return undefined;
    return edited(sample, draft, { list: list.name });
  },
);

export const hoistPattern = family(
  "hoist-regexp",
  {
    seen: [
      "move the [regex|regular expression|regexp|pattern] out of the function[,| and] [call|name] it {name}",
      "hoist the [regex|regular expression][| out of the function] as {name}",
      "extract the [regex|regular expression|regexp] [to|into] a constant {name}[| above the function| outside the function]",
      "make the [regex|pattern] a top-level const {name}",
      "=the [regex|pattern] should not be [compiled|created] on every call, [hoist it as|put it into] {name}",
    ],
    unseen: ["above the function define {name} to hold its regular expression"],
    weight: 1.3,
  },
  (sample, choose) => {
    const expressions = sample.all("RegExpLiteral");
    const [one] = expressions;
    if (
      one === undefined ||
      expressions.length !== 1 ||
      /[gy]/.test(one.flags) ||
      sample.isMethod ||
      sample.main === undefined ||
      !sample.isWithin(one, sample.main.fn)
    )
      return undefined;
    const statement = sample.main.outer;
    if (sample.text.slice(0, from(statement)).trim() !== "") return undefined;
    const name = choose.constant(sample);
    const draft = sample.draft();
    draft.appendLeft(from(statement), `const ${name} = ${sample.source(one)}${sample.style.semi}\n\n`);
    draft.update(from(one), to(one), name);
    return edited(sample, draft, { name });
  },
);
