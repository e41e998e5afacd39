import { type Choices, wordsOf } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { type CodeStyle, chooseStyle } from "../made-up.ts";

/** Fields with a length, and their plurals. */
const FIELDS = `password passwords
username usernames
title titles
name names
displayName display|names
nickname nicknames
bio bios
description descriptions
comment comments
message messages
subject subjects
slug slugs
code codes
pin pins
token tokens
headline headlines
summary summaries
note notes
teamName team|names
companyName company|names
label labels
reason reasons
apiKey api|keys
firstName first|names
lastName last|names
city cities
question questions`
  .split("\n")
  .map((line) => line.split(" ").map((word) => word.replace("|", " ")) as [string, string]);

/** Returns a writer of a schema's field with bounds, which may be undefined. */
function writer(choose: Choices, { i, s, q }: CodeStyle, owner: string) {
  const form = choose.below(6);
  const chain = (name: string, min?: number, max?: number) => {
    const bounds = `${min === undefined ? "" : `.min(${min})`}${max === undefined ? "" : `.max(${max})`}`;
    if (form < 3) return `${i}${name}: z.string()${bounds},`;
    if (form === 3) return `${i}${name}: Joi.string()${bounds}.required(),`;
    if (form === 4) return `${i}${name}: yup.string().required()${bounds},`;
    const inner = [
      ...(min === undefined ? [] : [`minLength: ${min}`]),
      ...(max === undefined ? [] : [`maxLength: ${max}`]),
    ];
    return `${i}${name}: { type: ${q}string${q}${inner.map((one) => `, ${one}`).join("")} },`;
  };
  const tool = form < 3 ? "z.object" : form === 3 ? "Joi.object" : form === 4 ? "yup.object" : "";
  const prefix = choose.pick(["export const", "const", "export const"]);
  const email =
    form < 3
      ? `z.string().email()`
      : form === 3
        ? "Joi.string().email()"
        : form === 4
          ? "yup.string().email()"
          : `{ type: ${q}string${q}, format: ${q}email${q} }`;
  const number =
    form < 3
      ? `z.number().int()`
      : form === 3
        ? "Joi.number()"
        : form === 4
          ? "yup.number()"
          : `{ type: ${q}number${q} }`;
  const others = choose
    .shuffle([`${i}email: ${email},`, `${i}age: ${number},`, `${i}position: ${number},`])
    .slice(0, choose.below(3));
  return {
    chain,
    others,
    close: (lines: readonly string[]) =>
      tool === ""
        ? `${prefix} ${owner}Schema = {\n${lines.join("\n")}\n}${s}`
        : `${prefix} ${owner}Schema = ${tool}({\n${lines.join("\n")}\n})${s}`,
  };
}

/** Returns several fields with bounds, before and after one bound of one field changes. */
function changed(choose: Choices, isLeast: boolean) {
  const h = chooseStyle(choose);
  const owner = choose.pick([
    "signup",
    "profile",
    "post",
    "user",
    "account",
    "review",
    "ticket",
    "article",
    "project",
    "register",
    "createUser",
    "updateProfile",
  ]);
  const form = writer(choose, h, owner);
  const [[field, many], ...rest] = choose
    .shuffle(FIELDS.slice())
    .filter(
      ([one], at, all) => all.findIndex(([other]) => wordsOf(other).at(-1) === wordsOf(one).at(-1)) === at,
    ) as [[string, string], ...[string, string][]];
  const least = choose.pick([1, 2, 3, 4, 5, 6, 8]);
  const most = choose.pick([20, 30, 40, 50, 60, 64, 80, 100, 120, 200, 255, 280, 500]);
  const has = choose.below(3);
  const min = isLeast || has > 0 ? least : undefined;
  const max = !isLeast || has > 1 ? most : undefined;
  const fresh = isLeast
    ? choose.pick([2, 3, 4, 5, 6, 8, 10, 12, 14, 16].filter((one) => one !== least))
    : choose.pick(
        [24, 32, 40, 50, 72, 80, 100, 128, 140, 160, 250, 300, 512, 1000].filter((one) => one !== most),
      );
  const others = rest
    .slice(0, choose.between(0, 3))
    .map(([name]) =>
      form.chain(
        name,
        choose.chance(0.6) ? choose.pick([1, 2, 3, 4, 8]) : undefined,
        choose.chance(0.6) ? choose.pick([20, 50, 60, 80, 100]) : undefined,
      ),
    );
  const mark = "#";
  const lines = choose.shuffle([...others, ...form.others, mark]);
  const write = (low?: number, high?: number) =>
    form.close(lines.map((line) => (line === mark ? form.chain(field, low, high) : line)));
  return {
    before: write(min, max),
    after: isLeast ? write(fresh, max) : write(min, fresh),
    slots: {
      wordsMany: many,
      words: wordsOf(field).join(" "),
      field,
      wordsNew: String(fresh),
      wordsOld: String(isLeast ? least : most),
    },
    language: "ts" as const,
  };
}

export const leastLength = composed(
  "least-length",
  {
    seen: [
      "={wordsMany} need at least {wordsNew} characters[ now|]",
      "={wordsMany} should be at least {wordsNew} characters[ long|]",
      "=a {words} must have {wordsNew} characters or more",
      "set the minimum length of {field} to {wordsNew}",
      "=min length of the {words} should be {wordsNew}, not {wordsOld}",
      "require {wordsNew} characters for the {words}",
      "=the {words} has to be {wordsNew} chars minimum",
      "change the minimum of {field} from {wordsOld} to {wordsNew}",
      "={wordsMany}: {wordsNew} characters at least",
      "=minimum for {wordsMany} is {wordsNew}, not {wordsOld}",
    ],
    unseen: [
      "anything shorter than {wordsNew} characters is no {words}",
      "{wordsOld} is the wrong minimum for {wordsMany}, {wordsNew} it is",
    ],
    weight: 1.4,
  },
  (choose) => changed(choose, true),
);

export const mostLength = composed(
  "most-length",
  {
    seen: [
      "={wordsMany} can be up to {wordsNew} characters[ now|]",
      "={wordsMany} should be at most {wordsNew} characters[ long|]",
      "=a {words} must not have more than {wordsNew} characters",
      "set the maximum length of {field} to {wordsNew}",
      "=max length of the {words} should be {wordsNew}, not {wordsOld}",
      "limit the {words} to {wordsNew} characters",
      "=the {words} should be {wordsNew} chars max",
      "change the maximum of {field} from {wordsOld} to {wordsNew}",
      "={wordsMany}: {wordsNew} characters at most",
      "=maximum for {wordsMany} is {wordsNew}, not {wordsOld}",
    ],
    unseen: [
      "anything longer than {wordsNew} characters is no {words}",
      "{wordsOld} is the wrong maximum for {wordsMany}, {wordsNew} it is",
    ],
    weight: 1.2,
  },
  (choose) => changed(choose, false),
);
