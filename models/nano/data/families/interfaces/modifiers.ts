import { Choices, capitalized, inWords } from "../../choices/index.ts";
import { from, type NodeOf, type Sample } from "../../syntax/index.ts";
import { type Edit, family } from "../family.ts";
import { type CodeStyle, chooseStyle, distinctNames, plural } from "../made-up.ts";
import { orComposed } from "./or-composed.ts";

type Member = NodeOf<"ClassProperty" | "ClassMethod" | "TSParameterProperty">;

function members(sample: Sample): Member[] {
  return [
    ...sample.all("ClassProperty"),
    ...sample.all("ClassMethod").filter(({ kind }) => kind === "method"),
    ...sample.all("TSParameterProperty"),
  ];
}

function keyOf(member: Member): string | undefined {
  const key =
    member.type === "TSParameterProperty"
      ? member.parameter.type === "AssignmentPattern"
        ? member.parameter.left
        : member.parameter
      : member.key;
  return key.type === "Identifier" ? key.name : undefined;
}

/** Removes the modifiers that `modifiers` matches from the only member that has its name. */
function without(sample: Sample, choose: Choices, modifiers: RegExp, isField: boolean): Edit | undefined {
  if (!sample.isTyped) return undefined;
  const found = members(sample).flatMap((member) => {
    const name = keyOf(member);
    if (!name || (isField && member.type === "ClassMethod") || name === "constructor") return [];
    const head = sample.source(member);
    const match = modifiers.exec(head);
    if (!match || ("decorators" in member && member.decorators?.length)) return [];
    const isOnly = members(sample).filter((one) => keyOf(one) === name).length === 1;
    // A parameter that is not a property without its modifier would be a different edit.
    const rest = head.slice(match[0].length);
    if (member.type === "TSParameterProperty" && !/^(public|private|protected|readonly)\b/.test(rest))
      return [];
    return isOnly ? [{ member, name, length: match[0].length }] : [];
  });
  const one = choose.pickIfAny(found);
  if (!one) return undefined;
  const draft = sample.draft();
  draft.remove(from(one.member), from(one.member) + one.length);
  const { name } = one;
  return {
    before: sample.finish(draft),
    after: sample.code,
    slots: { name, wordsName: inWords(name.replace(/^_+/, "")) },
  };
}

interface Field {
  readonly name: string;
  readonly type: string;
  readonly value: string;
}

/** Returns the fields of a made-up class. */
function fieldsOf(choose: Choices, { q }: CodeStyle, count: number): Field[] {
  return distinctNames(choose, count).map((noun) => {
    const many = plural(noun);
    return choose.pick([
      { name: many, type: "string[]", value: "[]" },
      { name: many, type: `${capitalized(noun)}[]`, value: "[]" },
      { name: many, type: "Map<string, number>", value: "new Map()" },
      { name: many, type: "Set<string>", value: "new Set()" },
      { name: noun, type: "number", value: "0" },
      { name: noun, type: "boolean", value: "false" },
      { name: noun, type: "string", value: q + q },
      { name: noun, type: `${capitalized(noun)} | null`, value: "null" },
    ]);
  });
}

/** Returns a small typed class with the given fields. */
function typedClass(
  choose: Choices,
  h: CodeStyle,
  fields: readonly Field[],
  heads: readonly string[],
): string {
  const { i, s } = h;
  const [noun = "", verb = ""] = distinctNames(choose, 2);
  const [first] = fields;
  if (!first) return "";
  const { name, type } = first;
  const body = type.endsWith("[]")
    ? [`add(one: ${type.slice(0, -2)}) {`, `${i}this.${name}.push(one)${s}`, "}"]
    : type.startsWith("Map")
      ? ["add(key: string, value: number) {", `${i}this.${name}.set(key, value)${s}`, "}"]
      : type.startsWith("Set")
        ? ["add(one: string) {", `${i}this.${name}.add(one)${s}`, "}"]
        : [`${verb}() {`, `${i}return this.${name}${s}`, "}"];
  return [
    `${choose.pick(["", "export "])}class ${capitalized(noun)} {`,
    ...heads.map((one) => i + one),
    "",
    ...body.map((one) => i + one),
    "}",
  ].join("\n");
}

/** Fields of services: [type, name, its creation in the constructor, a call]. */
const HELD = [
  ["Transporter", "transport", "createTransport(config.mailUrl)", "sendMail"],
  ["Redis", "redis", "new Redis(config.redisUrl)", "get"],
  ["Pool", "pool", "new Pool({ max: 10 })", "query"],
  ["Logger", "logger", "createLogger(config)", "info"],
  ["S3Client", "s3", "new S3Client({ region })", "send"],
  ["Stripe", "stripe", "new Stripe(config.key)", "charge"],
  ["AxiosInstance", "http", "axios.create({ baseURL })", "get"],
  ["Queue", "queue", "new Queue(name)", "add"],
  ["EventEmitter", "events", "new EventEmitter()", "emit"],
  ["Cache", "cache", "createCache()", "get"],
  ["WebSocket", "socket", "new WebSocket(url)", "send"],
  ["Knex", "db", "knex(config)", "raw"],
] as const;

/** Returns the edit that gives a service's only field the modifier. */
function serviceWith(choose: Choices, modifier: string): Edit {
  const { i, s } = chooseStyle(choose);
  const [type, name, made, use] = choose.pick(HELD);
  const [noun = "", verb = ""] = distinctNames(choose, 2);
  const decorator = choose.chance(0.35) ? ["@Injectable()"] : [];
  const given = /config/.test(made)
    ? "config: Config"
    : `${/\b(region|baseURL|name|url)\b/.exec(made)?.[0] ?? "name"}: string`;
  const suffix = choose.pick(["Service", "Store", "Repository", "Client", "Worker"]);
  const code = (word: string) =>
    [
      ...decorator,
      `export class ${capitalized(noun)}${suffix} {`,
      `${i}${word}${name}: ${type}${s}`,
      "",
      `${i}constructor(${given}) {`,
      `${i}${i}this.${name} = ${made}${s}`,
      `${i}}`,
      "",
      `${i}async ${verb}(id: string) {`,
      `${i}${i}return this.${name}.${use}(id)${s}`,
      `${i}}`,
      "}",
    ].join("\n");
  return {
    before: code(""),
    after: code(modifier),
    slots: {
      name,
      wordsName: inWords(name),
      wordsThis: choose.pick(["this", "this field", "the field", "it"]),
    },
    language: "ts",
  };
}

/** Returns the edit that gives one field of a made-up class the modifier. */
function withModifier(choose: Choices, modifier: string): Edit {
  if (choose.chance(0.4)) return serviceWith(choose, modifier);
  const h = chooseStyle(choose);
  const fields = fieldsOf(choose, h, choose.between(1, 4));
  const at = choose.below(fields.length);
  const seed = choose.below(1_000_000);
  const isReadonly = modifier === "readonly ";
  const inConstructor = choose.chance(0.3);
  const write = (word: string): string[] => {
    if (!inConstructor)
      return fields.map(
        ({ name, type, value }, index) => `${index === at ? word : ""}${name}: ${type} = ${value}${h.s}`,
      );
    const list = fields.map(({ name, type }, index) => `${index === at ? word : "public "}${name}: ${type}`);
    return [`constructor(${list.join(", ")}) {}`];
  };
  const { name = "" } = fields[at] ?? {};
  // A constructor's parameter is a property only with a modifier.
  const [less, more] = inConstructor
    ? ["public ", isReadonly ? "public readonly " : modifier]
    : ["", modifier];
  const compose = (word: string) => typedClass(new Choices(seed), h, fields, write(word));
  return {
    before: compose(less),
    after: compose(more),
    slots: { name, wordsName: inWords(name) },
    language: "ts",
  };
}

export const makePrivate = family(
  "make-private",
  {
    seen: [
      "make {name} private",
      "make {wordsThis} private",
      "={name} should be private",
      "=nobody outside should touch {name}, make it private",
      "=the {wordsName} [is|are] [internal|nobody's business], make [it|them] private",
      "=[callers|others] shouldn't be able to [reach|access|use] {name} from outside",
      "={name} is only [used|needed] [in here|inside the class], private please",
      "hide {name} from the outside",
      "=why is {name} public?",
    ],
    unseen: [
      "the rest of the app has no business with {name}",
      "let TypeScript shield {name} from other classes",
    ],
    weight: 1.2,
  },
  orComposed(
    (sample, choose) => without(sample, choose, /^private (?!readonly|static)/, false),
    (choose) => withModifier(choose, "private "),
    0.06,
  ),
);

export const makeReadonly = family(
  "make-readonly",
  {
    seen: [
      "make {name} readonly",
      "make {wordsThis} readonly",
      "={name} should be readonly",
      "={name} must never change after construction",
      "={name} is [never reassigned|only set in the constructor], mark it readonly",
      "=nobody should [be able to |]reassign {name}",
      "=the {wordsName} [must not|should never|mustn't] be reassigned",
      "add readonly to {name}",
      "mark {name} as readonly",
    ],
    unseen: [
      "once set {name} stays what it is, let the compiler know",
      "assigning {name} a second time should be an error",
    ],
    weight: 1.2,
  },
  orComposed(
    (sample, choose) => withoutReadonly(sample, choose),
    (choose) => withModifier(choose, "readonly "),
    0.06,
  ),
);

/** Returns the edit that adds `readonly`, which goes after other modifiers. */
function withoutReadonly(sample: Sample, choose: Choices): Edit | undefined {
  if (!sample.isTyped) return undefined;
  const found = members(sample).flatMap((member) => {
    const name = keyOf(member);
    const match = /^((?:public |private |protected |static )*)readonly /.exec(sample.source(member));
    if (!name || !match || ("decorators" in member && member.decorators?.length)) return [];
    if (member.type === "TSParameterProperty" && !match[1]) return [];
    const at = from(member) + (match[1]?.length ?? 0);
    return members(sample).filter((one) => keyOf(one) === name).length === 1 ? [{ at, name }] : [];
  });
  const one = choose.pickIfAny(found);
  if (!one) return undefined;
  const draft = sample.draft();
  draft.remove(one.at, one.at + "readonly ".length);
  const { name } = one;
  return {
    before: sample.finish(draft),
    after: sample.code,
    slots: { name, wordsName: inWords(name.replace(/^_+/, "")) },
  };
}

export const makePrivateReadonly = family(
  "make-private-readonly",
  {
    seen: [
      "make {name} private readonly",
      "make {wordsThis} private readonly",
      "={name} should be private readonly",
      "={name} should be private and readonly",
      "={name} is [internal|only used in here] and never reassigned, make it private readonly",
      "mark {name} as private readonly",
      "=the {wordsName} should be private and never change",
      "=nobody outside needs {name} and it's never reassigned",
      "add private readonly to {name}",
    ],
    unseen: ["{name} is neither to be seen from outside nor to be set again"],
    weight: 1,
  },
  orComposed(
    (sample, choose) => without(sample, choose, /^private readonly /, true),
    (choose) => withModifier(choose, "private readonly "),
    0.08,
  ),
);
