import { from, type Node, type NodeOf, prepend, type Sample, to, walk } from "../../syntax/index.ts";
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
    // The convention: `const length = list.length;` on the line before the loop.
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
    // The convention: `const listSet = new Set(list);` at the top of the function.
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
    const list = choose.maybe(lists);
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

export const hoistExpression = family(
  "hoist-out-of-loop",
  {
    seen: [
      "move [the line |]{line} out of the loop",
      "hoist {line} out of the loop",
      "={line} does not depend on the loop, move it [out|before the loop]",
      "compute {line} once[,| before the loop]",
      "take {line} out of the loop",
    ],
    unseen: ["{line} is the same on every round, so do it before"],
    weight: 1.5,
  },
  (sample, choose) => {
    const loops = [
      ...sample.all("ForStatement"),
      ...sample.all("ForOfStatement"),
      ...sample.all("WhileStatement"),
      ...sample.all("ForInStatement"),
    ];
    const candidates = loops.flatMap((loop) => {
      if (loop.body.type !== "BlockStatement" || !sample.isAlone(loop) || loop.body.body.length < 2)
        return [];
      return loop.body.body
        .filter((one) => isInvariant(sample, one, loop))
        .map((declaration) => ({ loop, declaration }));
    });
    const one = choose.maybe(candidates);
    if (one === undefined) return undefined;
    const { loop, declaration } = one;
    const line = sample.source(declaration);
    const draft = sample.draft();
    draft.remove(sample.lineStart(from(declaration)), sample.lineEnd(to(declaration)) + 1);
    draft.appendLeft(from(loop), `${line}\n${sample.indentAt(from(loop))}`);
    return edited(sample, draft, { line: line.replace(/;$/, "") });
  },
);

type Loop = NodeOf<"ForStatement" | "ForOfStatement" | "WhileStatement" | "ForInStatement">;

/** Whether a declaration gives the same on every round: nothing that it reads can change in the loop. */
function isInvariant(sample: Sample, one: Node, loop: Loop): boolean {
  if (one.type !== "VariableDeclaration") return false;
  const [declarator] = one.declarations;
  const id = declarator?.id;
  const init = declarator?.init;
  if (one.declarations.length !== 1 || one.kind !== "const" || id?.type !== "Identifier" || !init)
    return false;
  if (
    !/^(MemberExpression|BinaryExpression|.*Literal)$/.test(init.type) ||
    /[([]|\+\+|--|`/.test(sample.source(init)) ||
    !sample.isAlone(one) ||
    !sample.isOneLine(one)
  )
    return false;
  if (
    sample.bindings.all.filter((b) => b.name === id.name).length > 1 ||
    sample.bindings.free.has(id.name) ||
    !/^(BlockStatement|Program)$/.test(sample.parent(loop)?.type ?? "")
  )
    return false;
  const names = new Set<string>();
  const properties = new Set<string>();
  walk(init, (node) => {
    if (node.type === "MemberExpression" && node.property.type === "Identifier")
      properties.add(node.property.name);
    else if (node.type === "Identifier" && !isProperty(sample, node)) names.add(node.name);
    return true;
  });
  const changes = changesIn(loop);
  if (changes.calls && (properties.size > 0 || [...names].some((name) => sample.bindings.free.has(name))))
    return false;
  // Aliases are likely: a property of the same name counts as the same, whatever it is a property of.
  if (properties.size > 0 && changes.anyProperty) return false;
  if (changes.grows && (properties.has("length") || properties.has("size"))) return false;
  if ([...properties, ...names].some((name) => changes.names.has(name))) return false;
  return sample.bindings.all.every(
    (binding) =>
      !binding.references.some((use) => sample.isWithin(use, one)) ||
      (binding.declarations.every((node) => !sample.isWithin(node, loop)) &&
        binding.writes.every((node) => sample.functionOf(node) === sample.functionOf(loop))),
  );
}

function isProperty(sample: Sample, node: Node): boolean {
  const holder = sample.parent(node);
  return holder?.type === "MemberExpression" && holder.property === node && !holder.computed;
}

/** Calls that change nothing but what they are called on, if that. */
const HARMLESS =
  /^(console|Math|JSON)\.\w+$|^(String|Number|Boolean|parseInt|parseFloat|isNaN|Array\.isArray|Object\.(keys|values|entries))$/;
const HARMLESS_METHOD =
  /^(push|pop|shift|unshift|splice|slice|concat|join|indexOf|includes|charAt|charCodeAt|substring|substr|toString|toUpperCase|toLowerCase|trim|split|startsWith|endsWith|padStart|padEnd|toFixed|test|has|hasOwnProperty)$/;
const GROWS = /^(push|pop|shift|unshift|splice)$/;

interface Changes {
  /** Variables and properties that are assigned, updated or deleted. */
  readonly names: Set<string>;
  /** Whether a property is written whose name is computed. */
  anyProperty: boolean;
  /** Whether an array changes its length. */
  grows: boolean;
  /** Whether code from elsewhere runs, which may change anything. */
  calls: boolean;
}

function changesIn(loop: Loop): Changes {
  const changes: Changes = { names: new Set(), anyProperty: false, grows: false, calls: false };
  const written = (target: Node): void => {
    if (target.type === "Identifier") changes.names.add(target.name);
    else if (target.type === "MemberExpression") {
      if (target.property.type === "Identifier" && !target.computed) changes.names.add(target.property.name);
      else changes.anyProperty = true;
    } else if (target.type !== "VariableDeclaration")
      // A pattern: whatever it names, keys and defaults included, is taken for written.
      walk(target, (node) => {
        if (node.type === "Identifier") changes.names.add(node.name);
        if (node.type === "MemberExpression" && node.computed) changes.anyProperty = true;
        return true;
      });
  };
  walk(loop, (node) => {
    if (node.type === "AssignmentExpression") written(node.left);
    else if (node.type === "UpdateExpression") written(node.argument);
    else if (node.type === "UnaryExpression" && node.operator === "delete") written(node.argument);
    else if (node.type === "ForInStatement") written(node.left);
    else if (node.type === "ForOfStatement") {
      written(node.left);
      changes.calls ||= node.await;
    } else if (node.type === "CallExpression" && node.callee.type === "MemberExpression") {
      const { object, property, computed } = node.callee;
      const method = property.type === "Identifier" && !computed ? property.name : "";
      if (GROWS.test(method)) changes.grows = true;
      const isKnown = object.type === "Identifier" && HARMLESS.test(`${object.name}.${method}`);
      if (!isKnown && !HARMLESS_METHOD.test(method)) changes.calls = true;
    } else if (node.type === "CallExpression")
      changes.calls ||= node.callee.type !== "Identifier" || !HARMLESS.test(node.callee.name);
    else if (/^(OptionalCall|New|Await|Yield|TaggedTemplate|Import)Expression$/.test(node.type))
      changes.calls = true;
    return true;
  });
  return changes;
}
