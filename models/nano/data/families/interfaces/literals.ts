import { type Choices, capitalized, inWords, joinWords, wordsOf } from "../../choices/index.ts";
import { type NodeOf, type Sample, to } from "../../syntax/index.ts";
import { type Edit, family } from "../family.ts";
import { chooseStyle, distinctNames, plural } from "../made-up.ts";
import { orComposed } from "./or-composed.ts";
import { someOfOneKind } from "./vocabulary.ts";

function madeUpConstants(choose: Choices): Edit {
  const { i, s, q } = chooseStyle(choose);
  const count = choose.between(2, 5);
  const isKnown = choose.chance(0.7);
  const { kind, values: known } = someOfOneKind(choose, count);
  const [noun = "", ...others] = distinctNames(choose, 7);
  const subject = isKnown ? (choose.chance(0.5) ? joinWords([...wordsOf(noun), kind], "camel") : kind) : noun;
  const rest = isKnown ? known.map((one) => joinWords(one.split("-"), "camel")) : others;
  const many = plural(subject);
  const constant = choose.chance(0.7) ? joinWords(wordsOf(many), "constant") : many;
  const isNumbers = choose.chance(0.2);
  const values = rest
    .slice(0, count)
    .map((one, index) =>
      isNumbers
        ? String((index + 1) * choose.pick([1, 2, 5, 10]))
        : `${q}${inWords(one).replaceAll(" ", "-")}${q}`,
    );
  const export_ = choose.pick(["", "export ", "export "]);
  const form = choose.below(4);
  const body =
    form === 0
      ? `{\n${rest
          .slice(0, count)
          .map((one, at) => `${i}${one}: ${values[at]},`)
          .join("\n")}\n}`
      : form === 1
        ? `[\n${values.map((one) => `${i}${one},`).join("\n")}\n]`
        : `[${values.join(", ")}]`;
  const use = choose.pick([
    "",
    "",
    `\n\n${export_}type ${capitalized(subject)} = (typeof ${constant})[${form === 0 ? `keyof typeof ${constant}` : "number"}]${s}`,
    form === 0 ? "" : `\n\nfor (const one of ${constant}) console.log(one)${s}`,
  ]);
  const write = (end: string) => `${export_}const ${constant} = ${body}${end}${s}${use}`;
  return {
    before: write(""),
    after: write(" as const"),
    slots: {
      name: constant,
      type: isNumbers ? "number" : "string",
      ...(form > 0 ? { list: isNumbers ? "number[]" : "string[]" } : {}),
    },
    language: "ts",
  };
}

export const asConst = family(
  "as-const",
  {
    seen: [
      "add as const[| to {name}]",
      "make {name} as const",
      "={name} should be as const",
      "=I want the literal types [from this|of {name}][|, not just {type}|, not {type}]",
      "=TypeScript [infers|sees] {list}, I want the literals",
      "use a const assertion[| for {name}| here]",
      "=the type of {name} is too wide, it should be the exact values",
      "=nobody may change {name}, freeze it at the type level",
    ],
    unseen: ["keep the narrow types of {name}", "={name} widens to {type}, which loses the literals"],
  },
  orComposed((sample, choose) => {
    const found = sample
      .all("TSAsExpression")
      .filter(
        (one) =>
          sample.source(one.typeAnnotation) === "const" &&
          sample.parent(one)?.type === "VariableDeclarator" &&
          /^(Array|Object)Expression$/.test(one.expression.type),
      );
    const one = choose.pickIfAny(found);
    const holder = one && sample.parent(one);
    if (!one || found.length > 1 || holder?.type !== "VariableDeclarator" || holder.id.type !== "Identifier")
      return undefined;
    const draft = sample.draft();
    draft.remove(to(one.expression), to(one));
    return { before: sample.finish(draft), after: sample.code, slots: { name: holder.id.name } };
  }, madeUpConstants),
);

type Union = NodeOf<"TSUnionType">;

function texts(union: Union): string[] | undefined {
  const found = union.types.flatMap((one) =>
    one.type === "TSLiteralType" && one.literal.type === "StringLiteral" ? [one.literal.value] : [],
  );
  return found.length === union.types.length ? found : undefined;
}

function withoutLast(sample: Sample, choose: Choices): Edit | undefined {
  // By convention, it goes after the others.
  const [one, another] = sample.all("TSUnionType").filter((each) => (texts(each)?.length ?? 0) > 1);
  if (!one || another) return undefined;
  const alias = sample.parent(one);
  const holder =
    alias?.type === "TSTypeAliasDeclaration"
      ? alias.id
      : alias && sample.parent(alias)?.type === "TSPropertySignature"
        ? (sample.parent(alias) as NodeOf<"TSPropertySignature">).key
        : alias?.type === "TSTypeAnnotation"
          ? sample.parent(alias)
          : undefined;
  if (holder?.type !== "Identifier") return undefined;
  const last = one.types.at(-1);
  const previous = one.types.at(-2);
  if (!last || !previous) return undefined;
  const value = texts(one)?.at(-1) ?? "";
  const draft = sample.draft();
  draft.remove(to(previous), to(last));
  const before = sample.finish(draft);
  if (before.includes(value) || !/^[\w-]+$/.test(value)) return undefined;
  return { before, after: sample.code, slots: unionSlots(choose, holder.name, value, sample.source(last)) };
}

function unionSlots(choose: Choices, name: string, value: string, literal: string) {
  const words = inWords(name).split(" ");
  return {
    name,
    member: choose.chance(0.5) ? literal : value,
    wordsMember: value,
    wordsKind: words.at(-1) ?? "",
  };
}

function madeUpUnion(choose: Choices): Edit {
  const { i, s, q } = chooseStyle(choose);
  const [subject = "", owner = "", ...rest] = distinctNames(choose, 8);
  const { kind, values: known } = someOfOneKind(choose, choose.between(3, 6));
  const name = choose.chance(0.7) ? capitalized(subject) + capitalized(kind) : capitalized(kind);
  const separator = choose.pick(["-", "-", "_"]);
  const values = choose.chance(0.7)
    ? known.map((one) => one.replaceAll("-", separator))
    : rest.slice(0, choose.between(3, 6)).map((one) => inWords(one).replaceAll(" ", separator));
  const added = values.at(-1) ?? "";
  const spread = choose.chance(0.3);
  const form = choose.below(3);
  const export_ = choose.pick(["", "export "]);
  const other = choose.pick(["string", "number", "boolean", "Date"]);
  const write = (members: readonly string[]) => {
    const quoted = members.map((one) => `${q}${one}${q}`);
    const line = quoted.join(" | ");
    if (form === 0)
      return [
        `${export_}interface ${capitalized(subject)} {`,
        `${i}${owner}: ${other};`,
        `${i}${kind}: ${line};`,
        "}",
      ].join("\n");
    const type = spread
      ? `${export_}type ${name} =\n${quoted.map((one) => `${i}| ${one}`).join("\n")}${s}`
      : `${export_}type ${name} = ${line}${s}`;
    return form === 1
      ? type
      : `${type}\n\n${export_}interface ${capitalized(owner)} {\n${i}id: string;\n${i}${kind}: ${name};\n}`;
  };
  return {
    before: write(values.slice(0, -1)),
    after: write(values),
    slots: unionSlots(choose, form === 0 ? kind : name, added, `${q}${added}${q}`),
    language: "ts",
  };
}

export const addUnionMember = family(
  "add-union-member",
  {
    seen: [
      "add a {wordsMember} {wordsKind}",
      "=need {member} as a {wordsKind} as well",
      "add {member} to [the |]{name}[ union| type|]",
      "=there's [also|now] a {wordsKind} {member}",
      "=[we|I] need a {wordsMember} {wordsKind} [too|as well]",
      "allow {member} [for|as] {name} [too|as well]",
      "={name} can also be {member}",
      "={member} is missing [in|from] {name}",
    ],
    unseen: [
      "soon there will be {member} among the {name} values, make room for it",
      "a {wordsKind} can be {wordsMember} from now on",
    ],
    weight: 1.5,
  },
  orComposed(withoutLast, madeUpUnion, 0.05),
);
