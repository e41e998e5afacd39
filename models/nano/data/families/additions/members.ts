import { type Choices, capitalized, joinWords, NOUNS, wordsOf } from "../../choices/index.ts";
import { from, isOpenBlock, type Node, type NodeOf, type Sample, to } from "../../syntax/index.ts";
import { edited, family } from "../family.ts";
import { madeUpClass, orMadeUp } from "./made.ts";

/** A class that can get another member, and the style of its members. */
interface Shape {
  readonly body: NodeOf<"ClassBody">;
  readonly methods: readonly NodeOf<"ClassMethod">[];
  readonly fields: readonly NodeOf<"ClassProperty">[];
  /** Indentation of the members. */
  readonly indent: string;
  /** Whether methods are separated by blank lines. */
  readonly isApart: boolean;
}

/** Returns the shape of a plain class. Types, modifiers or decorators would leave open more than the request says. */
function shapeOf(sample: Sample): Shape | undefined {
  const [body, another] = sample.all("ClassBody");
  if (body === undefined || another || sample.isMethod) return undefined;
  const members = body.body;
  const methods = members.filter((one) => one.type === "ClassMethod");
  const fields = members.filter((one) => one.type === "ClassProperty");
  const last = members.at(-1);
  const source = sample.source(body);
  if (
    !last ||
    methods.length + fields.length < members.length ||
    methods.every((one) => one.kind === "constructor" || one.static) ||
    !/^\{[ \t]*\n/.test(source) ||
    !/\n[ \t]*\}$/.test(source) ||
    !/^[;\s]*\}$/.test(sample.text.slice(to(last), to(body))) ||
    members.some(
      (one) => !isPlain(one) || sample.text.slice(sample.lineStart(from(one)), from(one)).trim() !== "",
    )
  )
    return undefined;
  const gaps = members.slice(1).flatMap((one, index) => {
    const before = members[index] as Node;
    return one.type === "ClassMethod" && before.type === "ClassMethod"
      ? [/\n[ \t]*\n/.test(sample.text.slice(to(before), from(one)))]
      : [];
  });
  if (new Set(gaps).size > 1) return undefined;
  return { body, methods, fields, indent: sample.indentAt(from(last)), isApart: gaps[0] !== false };
}

function isPlain(member: Node): boolean {
  if (member.type === "ClassMethod")
    return (
      !member.accessibility &&
      !member.decorators?.length &&
      !member.abstract &&
      !member.returnType &&
      !member.override
    );
  return (
    member.type === "ClassProperty" &&
    !member.accessibility &&
    !member.decorators?.length &&
    !member.readonly &&
    !member.declare &&
    !member.static &&
    !member.typeAnnotation &&
    member.key.type === "Identifier"
  );
}

function nameOf(member: Node): string | undefined {
  return (member.type === "ClassMethod" || member.type === "ClassProperty") &&
    member.key.type === "Identifier"
    ? member.key.name
    : undefined;
}

/** Returns the names that the class keeps in `this`: fields and assigned properties, except methods. */
function stored(sample: Sample, { fields, methods }: Shape): string[] {
  const found = new Set(fields.flatMap((one) => nameOf(one) ?? []));
  for (const { left } of sample.all("AssignmentExpression"))
    if (
      left.type === "MemberExpression" &&
      left.object.type === "ThisExpression" &&
      left.property.type === "Identifier" &&
      !left.computed
    )
      found.add(left.property.name);
  const taken = new Set(methods.flatMap((one) => nameOf(one) ?? []));
  return [...found].filter((one) => !taken.has(one));
}

function atEnd(sample: Sample, shape: Shape, lines: readonly string[]) {
  const last = shape.body.body.at(-1) as Node;
  const blank = shape.isApart || last.type === "ClassProperty" ? "\n" : "";
  const draft = sample.draft();
  draft.appendLeft(
    sample.lineEnd(to(last)),
    blank + lines.map((line) => `\n${shape.indent}${line}`).join(""),
  );
  return draft;
}

/** Returns a method's name and what it returns. */
function answer(sample: Sample, choose: Choices, fields: readonly string[]): { name: string; value: string } {
  const { quote } = sample.style;
  const noun = choose.pick(NOUNS);
  const field = choose.pickIfAny(fields);
  const bare = field && wordsOf(field.replace(/^_+/, ""));
  const forms: { name: string[]; value: string }[] = [
    { name: ["is", noun], value: choose.pick(["true", "false"]) },
    { name: ["has", noun], value: choose.pick(["true", "false"]) },
    { name: ["get", noun], value: `${quote}${choose.pick(NOUNS)}${quote}` },
    {
      name: ["get", noun, choose.pick(["count", "size", "limit", "index"])],
      value: String(choose.between(0, 100)),
    },
    { name: [choose.pick(["get", "list"]), `${noun}s`], value: "[]" },
    { name: ["get", noun], value: "null" },
  ];
  if (field && bare) {
    const member = `this.${field}`;
    const held = [
      { name: ["get", ...bare], value: member },
      { name: ["get", ...bare], value: member },
      { name: ["has", ...bare], value: `${member} !== null` },
      { name: ["has", ...bare], value: `${member} !== undefined` },
      { name: ["has", ...bare], value: `Boolean(${member})` },
      { name: ["is", noun], value: `!${member}` },
      { name: ["get", ...bare, "count"], value: `${member}.length` },
      { name: ["has", ...bare], value: `${member}.length > 0` },
    ];
    if (choose.chance(0.6)) forms.splice(0, forms.length, ...held);
  }
  const { name, value } = choose.pick(forms);
  return { name: joinWords(name, "camel"), value };
}

export const addMethod = family(
  "add-method",
  {
    seen: [
      "add a method {name} that returns {value}",
      "add [a |the ]method {name}[| to the class][ which returns|, it should return|: return] {value}",
      "give the class a method {name} [that returns|returning] {value}",
      "=the class [needs|should have] a method {name} that returns {value}",
      "implement [a method |]{name}() [that returns|returning] {value}",
      "create a {name} method that returns {value}",
      "write a method {name}, it returns {value}",
      "=there should be a method {name} that returns {value}",
    ],
    unseen: [
      "callers want to ask {name}() and get {value}",
      "one more method: {name}, its answer is {value}",
    ],
    weight: 1.2,
  },
  orMadeUp((sample, choose) => {
    // By convention, it goes at the end of the class.
    const shape = shapeOf(sample);
    if (shape === undefined) return undefined;
    const { name, value } = answer(sample, choose, stored(sample, shape));
    if (sample.mentions(name)) return undefined;
    const { indent, semi } = sample.style;
    const draft = atEnd(sample, shape, [`${name}() {`, `${indent}return ${value}${semi}`, "}"]);
    return edited(sample, draft, { name, value });
  }, madeUpClass),
);

/** Returns an accessor's name and the field behind it. */
function accessor(
  sample: Sample,
  choose: Choices,
  shape: Shape,
): { name: string; field: string } | undefined {
  const field = choose.pickIfAny(stored(sample, shape));
  if (field === undefined) return undefined;
  const bare = field.replace(/^_+/, "");
  const noun = choose.pick(NOUNS);
  const name =
    bare !== field ? bare : choose.pick([`current${capitalized(bare)}`, `${bare}${capitalized(noun)}`, noun]);
  const isTaken = shape.body.body.some((one) => nameOf(one) === name) || stored(sample, shape).includes(name);
  if (isTaken || !/^[a-z]\w*$/.test(name)) return undefined;
  return { name, field };
}

const fieldSlot = (choose: Choices, field: string) => (choose.chance(0.5) ? `this.${field}` : field);

export const addGetter = family(
  "add-getter",
  {
    seen: [
      "add a getter {name} for {field}",
      "add [a |the ]getter {name}[| to the class] that returns {field}",
      "give the class a getter {name} [for|that returns] {field}",
      "=the class needs a getter {name} for {field}",
      "expose {field} [through|with|via] a getter [named |called |]{name}",
      "make {field} readable as {name} with a getter",
      "write a getter {name} that returns {field}",
      "=there should be a getter {name} for {field}",
    ],
    unseen: ["outsiders may read {field}, by a getter {name}"],
  },
  orMadeUp((sample, choose) => {
    const shape = shapeOf(sample);
    const found = shape && accessor(sample, choose, shape);
    if (!shape || !found) return undefined;
    const { indent, semi } = sample.style;
    const { name, field } = found;
    const draft = atEnd(sample, shape, [`get ${name}() {`, `${indent}return this.${field}${semi}`, "}"]);
    return edited(sample, draft, { name, field: fieldSlot(choose, field) });
  }, madeUpClass),
);

export const addSetter = family(
  "add-setter",
  {
    seen: [
      "add a setter {name} for {field}",
      "add [a |the ]setter {name}[| to the class] that [sets|assigns] {field}",
      "give the class a setter {name} [for|that sets] {field}",
      "=the class needs a setter {name} for {field}",
      "make {field} [writable|settable] as {name} with a setter",
      "write a setter {name} that stores the value in {field}",
      "let {field} be set [through|via] a setter [named |called |]{name}",
      "=there should be a setter {name} for {field}",
    ],
    unseen: ["outsiders may write {field}, by a setter {name}"],
    weight: 0.8,
  },
  orMadeUp((sample, choose) => {
    // By convention, the setter's parameter is called `value`.
    const shape = shapeOf(sample);
    const found = shape && accessor(sample, choose, shape);
    if (!shape || !found || sample.isTyped) return undefined;
    const { indent, semi } = sample.style;
    const { name, field } = found;
    const draft = atEnd(sample, shape, [
      `set ${name}(value) {`,
      `${indent}this.${field} = value${semi}`,
      "}",
    ]);
    return edited(sample, draft, { name, field: fieldSlot(choose, field) });
  }, madeUpClass),
);

export const addClassField = family(
  "add-class-field",
  {
    seen: [
      "add a class field {name} initialised to {value}",
      "add [a |the ]field {name} [initialized|set] to {value}[| to the class]",
      "add [a |the ]class field {name} = {value}",
      "give the class a field {name} [that starts as|with the initial value] {value}",
      "=the class needs a field {name} that starts as {value}",
      "declare [a |the ]class field {name} with [the value |]{value}",
      "=there should be a class field {name}, initially {value}",
    ],
    unseen: ["every instance begins with a {name} of {value}, as a class field"],
  },
  orMadeUp((sample, choose) => {
    // By convention, it goes after the other fields, or at the top of the class if there are none, unless the
    // constructor sets such fields.
    const shape = shapeOf(sample);
    if (shape === undefined) return undefined;
    const { body, fields, methods, indent } = shape;
    const last = fields.at(-1);
    const isHead = fields.every((one) => body.body.indexOf(one) < fields.length);
    if (!isHead || (!last && methods.some((one) => one.kind === "constructor"))) return undefined;
    const { quote, semi } = sample.style;
    const own = last ? (sample.text.slice(from(last), to(last)).endsWith(";") ? ";" : "") : semi;
    const name = (last && nameOf(last)?.startsWith("_") ? "_" : "") + choose.variable(sample);
    // Names that look like functions are not names of fields.
    if (sample.mentions(name) || /^(get|set|is|has|to|on)[A-Z]/.test(name)) return undefined;
    const value = choose.pick([
      "0",
      "1",
      "null",
      "[]",
      "{}",
      "false",
      "true",
      "new Map()",
      "new Set()",
      `${quote}${quote}`,
      String(choose.between(2, 500)),
      `${quote}${choose.pick(NOUNS)}${quote}`,
    ]);
    const draft = sample.draft();
    const line = `\n${indent}${name} = ${value}${own}`;
    const at = sample.lineEnd(last ? to(last) : from(body) + 1);
    const isBlank = /^\n[ \t]*\n/.test(sample.text.slice(at));
    draft.appendLeft(at, last || isBlank ? line : `${line}\n`);
    return edited(sample, draft, { name, value });
  }, madeUpClass),
);

export const addConstructorParameter = family(
  "add-constructor-parameter",
  {
    seen: [
      "take {name} in the constructor and store it",
      "add [a |the ]constructor parameter {name} and [store|save|keep] it",
      "pass {name} to the constructor[,| and] store it[ on this|]",
      "=the constructor should take {name} and store it",
      "accept {name} in the constructor[ as well|] and assign it to a property of that name",
      "=the class needs {name}, take it in the constructor[ and keep it|]",
      "inject {name} [through|via] the constructor",
      "add {name} to the constructor and store it [in this|as a property|on the instance]",
    ],
    unseen: ["whoever makes an instance hands it a {name}, which it remembers"],
    weight: 1.2,
  },
  orMadeUp((sample, choose) => {
    // By convention, it is the last parameter, assigned after the others, with an underscore if those have one.
    const [maker, another] = sample.all("ClassMethod").filter((one) => one.kind === "constructor");
    if (maker === undefined || another || !isOpenBlock(sample, maker.body) || sample.isTyped)
      return undefined;
    const parameters = maker.params.flatMap((one) => (one.type === "Identifier" ? [one.name] : []));
    const last = maker.params.at(-1);
    if (!last || parameters.length < maker.params.length || maker.params.length > 6) return undefined;
    const stores = maker.body.body.flatMap((one) => {
      if (one.type !== "ExpressionStatement" || one.expression.type !== "AssignmentExpression") return [];
      const { left, right, operator } = one.expression;
      const target = /^this\.(_*)(\w+)$/.exec(sample.source(left));
      return operator === "=" && right.type === "Identifier" && target?.[2] === right.name
        ? [{ one, parameter: right.name, prefix: target[1] ?? "" }]
        : [];
    });
    const end = stores.at(-1);
    const line = sample.text.slice(from(maker), from(maker.body));
    if (
      !end ||
      stores.length < parameters.length ||
      end.parameter !== parameters.at(-1) ||
      new Set(stores.map(({ prefix }) => prefix)).size > 1 ||
      line.includes("\n") ||
      line.length > 80 ||
      !sample.isAlone(end.one)
    )
      return undefined;
    const name = choose.variable(sample);
    const semi = sample.source(end.one).endsWith(";") ? ";" : "";
    const draft = sample.draft();
    draft.appendLeft(to(last), `, ${name}`);
    draft.appendLeft(
      sample.lineEnd(to(end.one)),
      `\n${sample.indentAt(from(end.one))}this.${end.prefix}${name} = ${name}${semi}`,
    );
    return edited(sample, draft, { name });
  }, madeUpClass),
);
