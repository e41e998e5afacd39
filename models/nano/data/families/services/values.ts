import { capitalized } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { chooseStyle } from "../made-up.ts";
import { filler, placeOf, thing, things } from "./made.ts";

export const maybeMissing = composed(
  "maybe-missing",
  {
    seen: [
      "don't crash if there's no {wordsThing}",
      "don't crash [if|when] the {wordsThing} is missing",
      "=it crashes [if|when] there is no {wordsThing}",
      "=not every {wordsOwner} has its {wordsThing}",
      "=there are {wordsOwners} without {wordsThing}",
      "=the {wordsThing} can be [null|undefined|missing][, don't crash|]",
      "=Cannot read properties of undefined (reading {field})",
      "=the {wordsThing} of [a|the] {wordsOwner} is optional[, don't crash|]",
      "use optional chaining for the {wordsThing}",
    ],
    unseen: ["some of the {wordsOwners} come without {wordsThing}, that's no reason to fail"],
    weight: 1.3,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const [owner, part] = things(choose, 2);
    if (owner === undefined || part === undefined) throw new Error("there are no things");
    const fields = choose
      .shuffle([
        "id",
        "name",
        "city",
        "street",
        "email",
        "label",
        "zip",
        "url",
        "title",
        "phone",
        "country",
        "status",
      ])
      .slice(0, choose.between(1, 3));
    const [field = "name"] = fields;
    const form = choose.below(5);
    const read = (dot: string, one: string) => `${owner.name}.${part.name}${dot}${one}`;
    const lines = (dot: string): string[] =>
      [
        [`return ${read(dot, field)}${s}`],
        [
          "return {",
          `${i}id: ${owner.name}.id,`,
          ...fields.map((one) => `${i}${part.name}${capitalized(one)}: ${read(dot, one)},`),
          `}${s}`,
        ],
        [
          "return [",
          ...fields.map((one) => `${i}${read(dot, one)},`),
          `${i}${owner.name}.name,`,
          `].filter(Boolean).join(${q}, ${q})${s}`,
        ],
        [`const ${field} = ${read(dot, field)}${s}`, `return ${field} ?? ${q}${q}${s}`],
        [
          `if (${read(dot, field)} === ${q}main${q}) {`,
          `${i}return ${owner.name}.id${s}`,
          "}",
          `return null${s}`,
        ],
      ][form] as string[];
    const write = placeOf(
      choose,
      h,
      `${choose.pick(["format", "describe", "get", "to", "show"])}${owner.type}`,
      [owner.name],
    );
    const head = filler(choose, h, owner, true);
    const only = form !== 1 && form !== 2;
    const used = only ? [field] : fields;
    return {
      before: write([...head, ...lines(".")], false),
      after: write([...head, ...lines("?.")], false),
      slots: {
        wordsThing: part.words,
        wordsOwner: owner.words,
        wordsOwners: owner.many,
        ...(used.length === 1 ? { field: `'${field}'` } : {}),
      },
    };
  },
);

export const savedTidy = composed(
  "tidy-before-saving",
  {
    seen: [
      "trim the {wordsTrim} before [saving|storing]",
      "=the {wordsTrim} should be trimmed before it is saved",
      "=spaces around the {wordsTrim} [end up|get stored] in the database",
      "=the {wordsTrim} is [saved|stored] with spaces around it",
      "lowercase the {wordsLower} before [saving|storing]",
      "=the {wordsLower} should be saved in lower case",
      "store the {wordsLower} in lowercase",
      "=we [want|need] the {wordsLower} in lowercase in the database",
    ],
    unseen: [
      "no white space around the {wordsTrim} may get into the database",
      "only small letters in the stored {wordsLower}",
    ],
    weight: 1,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { i, s } = h;
    const about = thing(choose);
    const isTrim = choose.chance(0.6);
    const fields = choose
      .shuffle(["name", "title", "email", "username", "slug", "city", "code", "nickname", "company", "label"])
      .slice(0, choose.between(1, 4));
    const [field = "name"] = fields;
    const order = choose.shuffle(fields.slice());
    const form = choose.below(3);
    const source = form === 0 ? "" : choose.pick(["input.", "body.", "data.", "req.body.", "form."]);
    const call = choose.pick([
      `db.${about.plural}.insert`,
      `${about.type}.create`,
      `${about.name}Repo.save`,
      `this.${about.plural}.create`,
      `api.save${about.type}`,
    ]);
    const tidy = `${source}${field}.${isTrim ? "trim()" : "toLowerCase()"}`;
    const entry = (one: string, isTidy: boolean) =>
      one === field && isTidy ? `${one}: ${tidy}` : source === "" ? one : `${one}: ${source}${one}`;
    const isWide = order.length > 2;
    const result = choose.chance(0.5) ? `const saved = ` : "";
    const lines = (isTidy: boolean) => {
      const list = order.map((one) => entry(one, isTidy));
      return [
        ...(isWide
          ? [`${result}await ${call}({`, ...list.map((one) => `${i}${one},`), `})${s}`]
          : [`${result}await ${call}({ ${list.join(", ")} })${s}`]),
        ...(result ? [`return saved.id${s}`] : []),
      ];
    };
    const write = placeOf(
      choose,
      h,
      `${choose.pick(["create", "save", "add", "register"])}${about.type}`,
      source === "" ? order : [/^\w+/.exec(source)?.[0] ?? "input"],
    );
    const head = filler(choose, h, about, true);
    return {
      before: write([...head, ...lines(false)]),
      after: write([...head, ...lines(true)]),
      slots: isTrim ? { wordsTrim: field } : { wordsLower: field },
    };
  },
);
