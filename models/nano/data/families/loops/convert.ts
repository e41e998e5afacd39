import {
  from,
  hasComment,
  isFunction,
  isPure,
  type Node,
  type NodeOf,
  type Sample,
  to,
  walk,
} from "../../syntax/index.ts";
import { edited, family } from "../family.ts";

/** `for (let i = 0; i < list.length; i++)`. */
export interface IndexLoop {
  readonly loop: NodeOf<"ForStatement">;
  readonly index: string;
  readonly indexNode: NodeOf<"Identifier">;
  /** The list's source text. */
  readonly list: string;
}

export function indexLoops(sample: Sample): IndexLoop[] {
  return sample.all("ForStatement").flatMap((loop) => {
    const { init, test, update } = loop;
    if (init?.type !== "VariableDeclaration" || init.declarations.length !== 1) return [];
    const [one] = init.declarations;
    if (one?.id.type !== "Identifier" || one.init?.type !== "NumericLiteral" || one.init.value !== 0)
      return [];
    if (test?.type !== "BinaryExpression" || test.operator !== "<" || test.left.type !== "Identifier")
      return [];
    if (test.left.name !== one.id.name || test.right.type !== "MemberExpression" || test.right.computed)
      return [];
    if (test.right.property.type !== "Identifier" || test.right.property.name !== "length") return [];
    if (
      update?.type !== "UpdateExpression" ||
      update.operator !== "++" ||
      update.argument.type !== "Identifier"
    )
      return [];
    if (update.argument.name !== one.id.name) return [];
    const list = sample.source(test.right.object);
    if (!/^[\w$.]+$/.test(list)) return [];
    return [{ loop, index: one.id.name, indexNode: one.id, list }];
  });
}

/** Returns the singular of a list's name, such as `users` → `user`; undefined if there is none. */
export function singular(list: string): string | undefined {
  const word = list.split(".").at(-1) ?? "";
  if (/^[a-z]\w*[^s]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(sses|xes|ches|shes)$/.test(word)) return word.slice(0, -2);
  if (/^[a-z]\w*[^s]s$/.test(word) && word.length > 3) return word.slice(0, -1);
  return undefined;
}

export const forToForOf = family(
  "for-to-for-of",
  {
    seen: [
      "use [for...of|a for...of loop][| instead of the index loop| instead of the index]",
      "use [for of|a for of loop]",
      "[[convert|change] the [|index |for ]loop [to|into]|turn the [|index |for ]loop into] [for...of|a for...of loop]",
      "replace the index loop [with|by] for...of",
      "iterate with for of[| instead of an index]",
      "=for of instead of the counter[ please|]",
      "get rid of the loop index[|, use for...of]",
      "simplify the loop[| with for...of]",
    ],
    unseen: [
      "=the counter isn't needed, go over the elements themselves",
      "walk the list by element, not by index",
    ],
    isDone: (sample) => sample.has("ForOfStatement") && !sample.has("ForStatement"),
    weight: 2,
  },
  (sample) => {
    const loops = indexLoops(sample);
    const [one] = loops;
    if (one === undefined || loops.length !== 1 || sample.all("ForStatement").length !== 1) return undefined;
    const { loop, list, index, indexNode } = one;
    const binding = sample.bindings.of(indexNode);
    if (binding === undefined) return undefined;
    const draft = sample.draft();
    const accesses: Node[] = [];
    for (const reference of binding.references) {
      if (!sample.isWithin(reference, loop.body)) {
        if (loop.test && sample.isWithin(reference, loop.test)) continue;
        if (loop.update && sample.isWithin(reference, loop.update)) continue;
        return undefined;
      }
      const access = sample.parent(reference);
      if (access?.type !== "MemberExpression" || !access.computed || access.property !== reference)
        return undefined;
      if (sample.source(access.object) !== list || isWritten(sample, access)) return undefined;
      accesses.push(access);
    }
    if (accesses.length === 0) return undefined;
    // `const item = list[i];` at the top already names the element.
    const [first] = loop.body.type === "BlockStatement" ? loop.body.body : [];
    const named =
      first?.type === "VariableDeclaration" && first.declarations.length === 1
        ? first.declarations[0]
        : undefined;
    const isNamed =
      named?.init && accesses.length === 1 && accesses[0] === named.init && sample.isAlone(first as Node);
    if (isNamed && first?.type === "VariableDeclaration") {
      const kind = first.kind === "var" ? "const" : first.kind;
      draft.update(from(loop), from(loop.body), `for (${kind} ${sample.source(named.id)} of ${list}) `);
      draft.remove(sample.lineStart(from(first)), sample.lineEnd(to(first)) + 1);
      return loop.body.type === "BlockStatement" && loop.body.body.length > 1
        ? edited(sample, draft)
        : undefined;
    }
    const element = [singular(list), "item", "element", "entry"].find(
      (name) => name !== undefined && !sample.mentions(name),
    );
    if (element === undefined) return undefined;
    draft.update(from(loop), from(loop.body), `for (const ${element} of ${list}) `);
    for (const access of accesses) draft.update(from(access), to(access), element);
    return edited(sample, draft, { index });
  },
);

function isWritten(sample: Sample, node: Node): boolean {
  const parent = sample.parent(node);
  return (
    (parent?.type === "AssignmentExpression" && parent.left === node) ||
    parent?.type === "UpdateExpression" ||
    (parent?.type === "UnaryExpression" && parent.operator === "delete") ||
    parent?.type === "ArrayPattern" ||
    (parent?.type === "ObjectProperty" && sample.parent(parent)?.type === "ObjectPattern")
  );
}

/** Whether a body can become a callback: nothing in it leaves the loop or the function. */
function canBeCallback(body: Node): boolean {
  let can = true;
  walk(body, (node) => {
    if (isFunction(node)) return false;
    if (
      /^(Break|Continue|Return)Statement$|^(Await|Yield)Expression$|^(For|While|DoWhile|ForIn|ForOf|Switch)/.test(
        node.type,
      )
    )
      can = false;
    return can;
  });
  return can;
}

export const forOfToForEach = family(
  "for-of-to-for-each",
  {
    seen: [
      "use forEach[| instead of the for...of loop| instead of the loop]",
      "[[convert|change] the loop [to|into]|turn the loop into] [a |]forEach",
      "replace the for...of loop [with|by] forEach",
      "rewrite the loop [with|using] forEach",
      "=forEach instead of for of",
    ],
    unseen: ["hand the loop's body to forEach as a callback"],
    weight: 0.9,
  },
  (sample) => {
    const [loop, another] = sample.all("ForOfStatement");
    if (
      loop === undefined ||
      another ||
      loop.await ||
      loop.left.type !== "VariableDeclaration" ||
      loop.body.type !== "BlockStatement"
    )
      return undefined;
    const target = loop.left.declarations[0]?.id;
    if (target === undefined || !canBeCallback(loop.body) || !/^[\w$.]+$/.test(sample.source(loop.right)))
      return undefined;
    const draft = sample.draft();
    draft.update(
      from(loop),
      from(loop.body),
      `${sample.source(loop.right)}.forEach((${sample.source(target)}) => `,
    );
    draft.appendLeft(to(loop), `)${sample.style.semi}`);
    return edited(sample, draft);
  },
);

export const forEachToForOf = family(
  "for-each-to-for-of",
  {
    seen: [
      "use [for...of|a for...of loop] instead of forEach",
      "[[convert|change] [the |]forEach [to|into]|turn [the |]forEach into] [for...of|a for...of loop]",
      "replace [the |]forEach [call |][with|by] [for of|a for of loop]",
      "=no forEach, use [a loop|for of]",
      "rewrite [the |]forEach as a [normal |]loop",
      "get rid of [the |]forEach",
    ],
    unseen: ["a plain loop would be better than this callback per element"],
    isDone: (sample) => sample.has("ForOfStatement") && !sample.mentions("forEach"),
    weight: 1.3,
  },
  (sample) => {
    const calls = sample
      .all("CallExpression")
      .filter(
        ({ callee }) =>
          callee.type === "MemberExpression" &&
          callee.property.type === "Identifier" &&
          callee.property.name === "forEach",
      );
    const [call] = calls;
    const statement = call && sample.parent(call);
    if (
      call?.callee.type !== "MemberExpression" ||
      calls.length !== 1 ||
      statement?.type !== "ExpressionStatement" ||
      call.arguments.length !== 1
    )
      return undefined;
    const [callback] = call.arguments;
    if (
      !isFunction(callback) ||
      callback.params.length !== 1 ||
      callback.async ||
      callback.body.type !== "BlockStatement"
    )
      return undefined;
    const [parameter] = callback.params;
    if (parameter === undefined || (parameter.type === "Identifier" && parameter.optional)) return undefined;
    if (callback.type === "FunctionExpression" && /\bthis\b|\barguments\b/.test(sample.source(callback)))
      return undefined;
    let can = true;
    const returns: Node[] = [];
    walk(callback.body, (node) => {
      if (isFunction(node)) return false;
      if (node.type === "ReturnStatement") {
        const inLoop =
          sample.around(node, (one) => /^(For|While|Do|Switch)/.test(one.type) || one === callback) !==
          callback;
        if (node.argument || inLoop) can = false;
        returns.push(node);
      }
      return can;
    });
    if (!can) return undefined;
    const binding = parameter.type === "Identifier" ? sample.bindings.of(parameter) : undefined;
    const draft = sample.draft();
    const kind = binding && binding.writes.length > 0 ? "let" : "const";
    draft.update(
      from(statement),
      from(callback.body),
      `for (${kind} ${sample.source(parameter)} of ${sample.source(call.callee.object)}) `,
    );
    draft.remove(to(callback.body), to(statement));
    for (const one of returns) draft.update(from(one), from(one) + "return".length, "continue");
    return edited(sample, draft);
  },
);

export const forToWhile = family(
  "for-to-while",
  {
    seen: [
      "use a while loop[| instead of the for loop]",
      "[[convert|change] the for loop [to|into]|turn the for loop into] a while loop",
      "rewrite the loop as [while|a while loop]",
      "replace for [with|by] while",
      "=while instead of for",
    ],
    unseen: ["express the counting loop with while"],
    weight: 0.7,
  },
  (sample) => {
    const [loop, another] = sample.all("ForStatement");
    if (
      loop === undefined ||
      another ||
      !loop.init ||
      !loop.test ||
      !loop.update ||
      loop.body.type !== "BlockStatement"
    )
      return undefined;
    if (!sample.isAlone(loop) || loop.body.body.length === 0 || !/\n[ \t]*\}$/.test(sample.source(loop.body)))
      return undefined;
    let hasContinue = false;
    walk(loop.body, (node) => {
      if (node.type === "ContinueStatement") hasContinue = true;
      return !isFunction(node);
    });
    if (
      hasContinue ||
      (loop.init.type === "VariableDeclaration" &&
        loop.init.declarations.some(
          (one) => one.id.type !== "Identifier" || isUsedOutside(sample, one.id, loop),
        ))
    )
      return undefined;
    const { semi, indent } = sample.style;
    const base = sample.indentAt(from(loop));
    const draft = sample.draft();
    draft.update(
      from(loop),
      from(loop.body),
      `${sample.source(loop.init)}${semi}\n${base}while (${sample.source(loop.test)}) `,
    );
    const end = sample.text.lastIndexOf("\n", to(loop.body) - 1);
    draft.appendLeft(end, `\n${base}${indent}${sample.source(loop.update)}${semi}`);
    return edited(sample, draft);
  },
);

function isUsedOutside(sample: Sample, id: NodeOf<"Identifier">, loop: Node): boolean {
  const binding = sample.bindings.of(id);
  if (binding === undefined) return true;
  const others = sample.bindings.all.filter((one) => one.name === id.name);
  return (
    others.length > 1 ||
    binding.declarations.length > 1 ||
    binding.references.some((one) => !sample.isWithin(one, loop))
  );
}

export const reverseLoop = family(
  "reverse-loop",
  {
    seen: [
      "[iterate|loop] backwards[| over {list}]",
      "reverse the [direction of the |]loop",
      "make the loop [run|go] backwards",
      "loop from the end to the start",
      "go through {list} in reverse[| order]",
      "[count down|run the loop from the last index to 0]",
    ],
    unseen: ["start at the last element of {list} and work towards the first"],
    weight: 0.8,
  },
  (sample) => {
    const loops = indexLoops(sample);
    const [one] = loops;
    if (one === undefined || loops.length !== 1) return undefined;
    const { loop, index, list } = one;
    const kind = loop.init?.type === "VariableDeclaration" && loop.init.kind === "var" ? "var" : "let";
    const draft = sample.draft();
    draft.update(
      from(loop),
      from(loop.body),
      `for (${kind} ${index} = ${list}.length - 1; ${index} >= 0; ${index}--) `,
    );
    return edited(sample, draft, { list });
  },
);

export const forInToKeys = family(
  "for-in-to-keys",
  {
    seen: [
      "use Object.keys[| instead of for...in| instead of for in]",
      "[iterate|loop] over Object.keys({object})[| instead of for in]",
      "replace [the |]for...in [loop |][with|by] [a for...of over |]Object.keys",
      "=for in is [dangerous|bad style], use Object.keys",
    ],
    unseen: ["go over own keys only, by way of Object.keys"],
  },
  (sample) => {
    const [loop, another] = sample.all("ForInStatement");
    if (
      loop === undefined ||
      another ||
      loop.left.type !== "VariableDeclaration" ||
      !isPure(loop.right) ||
      hasComment(sample, loop.left)
    )
      return undefined;
    const id = loop.left.declarations[0]?.id;
    if (id?.type !== "Identifier" || isUsedOutside(sample, id, loop)) return undefined;
    const kind = (sample.bindings.of(id)?.writes.length ?? 0) > 0 ? "let" : "const";
    const object = sample.source(loop.right);
    const draft = sample.draft();
    draft.update(from(loop), from(loop.body), `for (${kind} ${id.name} of Object.keys(${object})) `);
    return edited(sample, draft, { object });
  },
);
