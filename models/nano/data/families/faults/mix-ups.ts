import { from, to } from "../../syntax/index.ts";
import { edited, family, repaired } from "../family.ts";

export const swappedArguments = family(
  "swapped-arguments",
  {
    seen: [
      "=the arguments of {name} are [swapped|in the wrong order][, fix it|]",
      "swap the arguments of {name}",
      "fix the [order of the arguments|argument order] [of|in] [the call of |]{name}",
      "=bug: {name} gets its arguments in the wrong order",
      "=wrong argument order in {name}",
      "={a} and {b} are swapped[ when calling {name}| in the call of {name}|]",
      "swap {a} and {b}",
      "pass {a} first",
      "={name} takes {a} first",
    ],
    unseen: ["what is passed to {name} is the wrong way round"],
    weight: 1.3,
  },
  (sample, choose) => {
    const candidates = sample.all("CallExpression").filter((one) => {
      const [a, b] = one.arguments;
      const callee = sample.source(one.callee);
      return (
        one.arguments.length === 2 &&
        a &&
        b &&
        sample.isOneLine(one) &&
        sample.source(a) !== sample.source(b) &&
        /^[\w$.]+$/.test(callee) &&
        sample.code.split(`${callee}(`).length === 2 &&
        !a.extra?.["parenthesized"] &&
        !b.extra?.["parenthesized"]
      );
    });
    const one = choose.pickIfAny(candidates);
    const [a, b] = one?.arguments ?? [];
    if (
      one === undefined ||
      a === undefined ||
      b === undefined ||
      a.type === "SpreadElement" ||
      b.type === "SpreadElement"
    )
      return undefined;
    const draft = sample.draft();
    draft.update(from(a), to(a), sample.source(b));
    draft.update(from(b), to(b), sample.source(a));
    const isNamed = [a, b].every((each) => /^[\w$.]+$|^["'][\w-]+["']$/.test(sample.source(each)));
    const slots = isNamed ? { a: sample.source(b), b: sample.source(a) } : {};
    return edited(sample, draft, { name: sample.source(one.callee), ...slots });
  },
);

export const wrongVariable = family(
  "wrong-variable",
  {
    seen: [
      "=in {line} [it should be|use] {right} instead of {wrong}",
      "=wrong variable in {line}: {wrong} should be {right}",
      "=bug: {line} uses {wrong}, it should use {right}",
      "use {right} [instead of|not] {wrong} in {line}",
      "replace {wrong} [with|by] {right} in {line}",
    ],
    unseen: ["{line} was meant to have {right} where it has {wrong}"],
    weight: 1.2,
  },
  (sample, choose) => {
    const fn = sample.main?.fn;
    if (fn === undefined) return undefined;
    const locals = sample.bindings.all.filter((one) => ["const", "let", "parameter"].includes(one.kind));
    const [binding, other] = choose.shuffle([...locals]);
    if (binding === undefined || other === undefined || binding.name === other.name) return undefined;
    const use = choose.pickIfAny(
      binding.references.filter((one) => {
        const statement = sample.around(one, (node) =>
          /^(Return|Expression)Statement$|^VariableDeclaration$/.test(node.type),
        );
        const holder = sample.parent(one);
        return (
          statement !== undefined &&
          sample.isOneLine(statement) &&
          sample.isAlone(statement) &&
          to(statement) - from(statement) < 80 &&
          sample
            .source(statement)
            .split(/[^\w$]+/)
            .filter((word) => word === binding.name).length === 1 &&
          !(holder?.type === "ObjectProperty" && holder.shorthand) &&
          !sample
            .source(statement)
            .split(/[^\w$]+/)
            .includes(other.name)
        );
      }),
    );
    const statement =
      use &&
      sample.around(use, (node) => /^(Return|Expression)Statement$|^VariableDeclaration$/.test(node.type));
    if (use === undefined || statement === undefined) return undefined;
    const draft = sample.draft();
    draft.update(from(use), to(use), other.name);
    const text = sample.source(statement);
    const line = `${text.slice(0, from(use) - from(statement))}${other.name}${text.slice(to(use) - from(statement))}`;
    const before = sample.finish(draft);
    if (before.split(line).length !== 2) return undefined;
    return {
      before,
      after: sample.code,
      slots: { line: line.replace(/;$/, ""), wrong: other.name, right: binding.name },
    };
  },
);

export const constReassigned = family(
  "const-reassigned",
  {
    seen: [
      "=[TypeError: |]Assignment to constant variable[, fix it|]",
      "fix the assignment to [a|the] const[ant|]",
      "=[bug: |]{name} is const but reassigned",
      "=the const {name} is assigned to[, fix it|]",
      "={name} cannot be const",
      "fix the declaration of {name}",
    ],
    unseen: ["{name} changes later on, its declaration forbids that"],
    weight: 1.2,
  },
  (sample, choose) => {
    const candidates = sample
      .all("VariableDeclaration")
      .filter(
        (one) =>
          one.kind === "let" &&
          one.declarations.length === 1 &&
          one.declarations[0]?.init &&
          one.declarations[0].id.type === "Identifier" &&
          (sample.bindings.of(one.declarations[0].id)?.writes.length ?? 0) > 0 &&
          !/^For/.test(sample.parent(one)?.type ?? ""),
      );
    const one = choose.pickIfAny(candidates);
    const id = one?.declarations[0]?.id;
    if (one === undefined || id?.type !== "Identifier") return undefined;
    const draft = sample.draft();
    draft.update(from(one), from(one) + 3, "const");
    return repaired(sample, draft, { name: id.name });
  },
);

export const misspelled = family(
  "misspelled-name",
  {
    seen: [
      "fix the typo",
      "=[ReferenceError: |]{wrong} is not defined[, fix it|]",
      "=there is a typo in a [variable name|name]",
      "fix the misspelled [variable|name]",
      "=typo: {wrong}",
      "fix the typo in {wrong}",
      "correct the spelling of {wrong}",
    ],
    unseen: ["somebody mistyped a name in here", "{wrong} does not exist, something close to it does"],
    weight: 1.7,
  },
  (sample, choose) => {
    const binding = choose.pickIfAny(
      sample.bindings.all.filter(
        (one) =>
          one.name.length > 4 &&
          one.references.length > 0 &&
          one.declarations.length > 0 &&
          ["const", "let", "parameter"].includes(one.kind),
      ),
    );
    const use = binding && choose.pickIfAny(binding.references);
    if (binding === undefined || use === undefined) return undefined;
    const holder = sample.parent(use);
    if (holder?.type === "ObjectProperty" && holder.shorthand) return undefined;
    const at = choose.between(1, binding.name.length - 3);
    const { name } = binding;
    const wrong = choose.pick([
      name.slice(0, at) + name[at + 1] + name[at] + name.slice(at + 2),
      name.slice(0, at) + name.slice(at + 1),
      name.slice(0, at) + name[at] + name.slice(at),
    ]);
    if (wrong === name || sample.mentions(wrong)) return undefined;
    const draft = sample.draft();
    draft.update(from(use), to(use), wrong);
    return repaired(sample, draft, { wrong });
  },
);
