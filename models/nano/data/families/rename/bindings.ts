import type { Choices } from "../../choices/index.ts";
import { type Binding, mentions, renameBinding, type Sample } from "../../syntax/index.ts";
import { edited, family } from "../family.ts";

const RENAME_SEEN = [
  "rename {old} to {new}",
  "rename the KIND {old} to {new}",
  "[rename|change] KIND {old} [to|into] {new}",
  "change the name of [|the KIND ]{old} to {new}",
  "={old} should be [called|named] {new}",
  "=the KIND {old} should be [called|named] {new}",
  "call [the KIND |]{old} {new} instead",
  "name the KIND {new} instead of {old}",
  "use [the name |]{new} [instead of|rather than|in place of] {old}[| for the KIND]",
  "replace the name {old} [with|by] {new}",
  "rename {old} -> {new}",
  "=[rename: |]{old} => {new}",
  "rename {old} to {new} everywhere[| it is used]",
  "give [the KIND |]{old} the name {new}",
  "give {old} a [better|clearer] name: {new}",
  "={new} is a better name for {old}, [rename it|use that]",
  "=I don't like the name {old}, [call it|make it] {new}",
  "refactor: rename [KIND |]{old} to {new}",
];
const RENAME_UNSEEN = [
  "switch the name {old} over to {new}",
  "every {old} must become {new}",
  "=from now on {old} is known as {new}",
  "the identifier {old} reads badly, make that {new}",
];

/** Returns the wordings of a renaming, with the right word for the renamed kind. */
function wordings(kind: string) {
  const say = (pattern: string) => pattern.replaceAll("KIND", kind);
  return { seen: RENAME_SEEN.map(say), unseen: RENAME_UNSEEN.map(say) };
}

/** Whether a binding's name occurs for nothing else, not even in comments and strings. */
function isRenamable(sample: Sample, binding: Binding): boolean {
  const { name } = binding;
  if (name.length < 2 && binding.references.length === 0) return false;
  const others = sample.bindings.all.filter((other) => other.name === name);
  if (others.length !== 1 || sample.bindings.free.has(name)) return false;
  return !mentionedElsewhere(sample, name);
}

/** Whether comments, strings or templates mention the name. A single letter does not count as a mention. */
function mentionedElsewhere(sample: Sample, name: string): boolean {
  const inStrings = [
    ...sample.all("StringLiteral"),
    ...sample.all("TemplateElement"),
    ...sample.all("JSXText"),
  ];
  if (inStrings.some((node) => mentions(sample.source(node), name))) return true;
  const comments = sample.code.match(/\/\*[\s\S]*?\*\/|\/\/.*$/gm) ?? [];
  return comments.some((comment) => mentions(comment, name));
}

function renameOne(
  sample: Sample,
  choose: Choices,
  kinds: readonly Binding["kind"][],
  name: (s: Sample) => string,
) {
  const candidates = sample.bindings.all.filter(
    (one) => kinds.includes(one.kind) && one.name !== sample.main?.name && isRenamable(sample, one),
  );
  const binding = choose.pickIfAny(candidates);
  if (binding === undefined) return undefined;
  const draft = sample.draft();
  const fresh = name(sample);
  renameBinding(sample, draft, binding, fresh);
  return edited(sample, draft, { old: binding.name, new: fresh });
}

export const renameVariable = family(
  "rename-variable",
  { ...wordings("[variable|local variable|const]"), weight: 2.5 },
  (sample, choose) => renameOne(sample, choose, ["const", "let", "var"], (s) => choose.variable(s)),
);

export const renameParameter = family(
  "rename-parameter",
  { ...wordings("[parameter|argument|param]"), weight: 2.5 },
  (sample, choose) => renameOne(sample, choose, ["parameter"], (s) => choose.variable(s)),
);

export const renameClass = family(
  "rename-class",
  { ...wordings("[class|type|component]"), weight: 0.8 },
  (sample, choose) => renameOne(sample, choose, ["class", "type"], (s) => choose.type(s)),
);

export const renameFunction = family(
  "rename-function",
  {
    seen: [
      ...wordings("[function|method]").seen,
      "rename the function to {new}",
      "rename this [function|method] to {new}",
      "change the [function|method] name to {new}",
      "=the function should be [called|named] {new}",
      "[call|name] this function {new}",
      "rename to {new}",
      "={new} is a better name for this function",
    ],
    unseen: [
      ...wordings("function").unseen,
      "let the function go by the name {new}",
      "the function's name becomes {new}",
    ],
    weight: 2,
  },
  (sample, choose) => {
    const { main } = sample;
    if (main === undefined) return undefined;
    const draft = sample.draft();
    const fresh = choose.function(sample);
    if (mentionedElsewhere(sample, main.name)) return undefined;
    if (main.fn.type === "ClassMethod") {
      if (main.name === "constructor" || main.fn.key.type !== "Identifier") return undefined;
      // Its recursive calls through `this` are renamed, too.
      for (const member of sample.all("MemberExpression"))
        if (member.property.type === "Identifier" && member.property.name === main.name) {
          if (member.object.type !== "ThisExpression") return undefined;
          draft.update(member.property.start ?? 0, member.property.end ?? 0, fresh);
        }
      draft.update(main.fn.key.start ?? 0, main.fn.key.end ?? 0, fresh);
      return edited(sample, draft, { old: main.name, new: fresh });
    }
    const binding = sample.bindings.all.find((one) => one.name === main.name && one.scope === sample.program);
    if (binding === undefined || !isRenamable(sample, binding)) return undefined;
    renameBinding(sample, draft, binding, fresh);
    return edited(sample, draft, { old: main.name, new: fresh });
  },
);

export const renameTwo = family(
  "rename-two",
  {
    seen: [
      "rename {old} to {new} and {old2} to {new2}",
      "[rename|change] {old} to {new}[,| and also] {old2} to {new2}",
      "=rename: {old} -> {new}, {old2} -> {new2}",
      "={old} should be [called|named] {new} and {old2} should be [called|named] {new2}",
      "use the names {new} and {new2} instead of {old} and {old2}",
      "replace the names {old} and {old2} with {new} and {new2}",
    ],
    unseen: [
      "two names to change: {old} becomes {new}, {old2} becomes {new2}",
      "call {old} {new} and call {old2} {new2}",
    ],
  },
  (sample, choose) => {
    const candidates = choose.shuffle(
      sample.bindings.all.filter(
        (one) => ["const", "let", "var", "parameter"].includes(one.kind) && isRenamable(sample, one),
      ),
    );
    const [first, second] = candidates;
    if (first === undefined || second === undefined || first.name === sample.main?.name) return undefined;
    if (second.name === sample.main?.name) return undefined;
    const draft = sample.draft();
    const names = [choose.variable(sample), choose.variable(sample)] as const;
    if (names[0] === names[1]) return undefined;
    renameBinding(sample, draft, first, names[0]);
    renameBinding(sample, draft, second, names[1]);
    return edited(sample, draft, { old: first.name, new: names[0], old2: second.name, new2: names[1] });
  },
);

export const renameSwap = family(
  "rename-swap",
  {
    seen: [
      "swap the names [of |]{first} and {second}",
      "[exchange|switch] the names {first} and {second}",
      "=the names {first} and {second} are mixed up, swap them",
      "rename {first} to {second} and {second} to {first}",
    ],
    unseen: ["{first} and {second} should trade names"],
    weight: 0.3,
  },
  (sample, choose) => {
    const candidates = choose.shuffle(
      sample.bindings.all.filter(
        (one) => ["const", "let", "parameter"].includes(one.kind) && isRenamable(sample, one),
      ),
    );
    const [first, second] = candidates;
    if (first === undefined || second === undefined || first.scope !== second.scope) return undefined;
    if (first.name === sample.main?.name || second.name === sample.main?.name) return undefined;
    const draft = sample.draft();
    renameBinding(sample, draft, first, second.name);
    renameBinding(sample, draft, second, first.name);
    return edited(sample, draft, { first: first.name, second: second.name });
  },
);
