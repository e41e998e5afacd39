import { type Choices, capitalized, inWords, joinWords, wordsOf } from "../../choices/index.ts";
import { withArticle } from "../../phrasing/index.ts";
import { composed } from "../family.ts";
import { chooseStyle, distinctNames, plural } from "../made-up.ts";
import { shell } from "./shell.ts";

const CODES: readonly (readonly [number, string])[] = [
  [200, "ok"],
  [201, "created"],
  [202, "accepted"],
  [204, "no content"],
  [301, "moved permanently"],
  [302, "found"],
  [303, "see other"],
  [304, "not modified"],
  [400, "bad request"],
  [401, "unauthorized"],
  [402, "payment required"],
  [403, "forbidden"],
  [404, "not found"],
  [405, "method not allowed"],
  [409, "conflict"],
  [410, "gone"],
  [413, "too large"],
  [415, "unsupported media type"],
  [422, "unprocessable entity"],
  [429, "too many requests"],
  [500, "internal server error"],
  [502, "bad gateway"],
  [503, "unavailable"],
];

export const changeStatus = composed(
  "change-status",
  {
    seen: [
      "=should be [a |]{new}[|, not {old}| instead of {old}]",
      "={new} instead of {old}",
      "return [a |]{new}[| instead of {old}]",
      "answer with {new} [|here]",
      "send [a |]{new}, not [a |]{old}",
      "make it [a |]{new}",
      "=that's [a |]{new}, not [a |]{old}",
      "=the status should be {new}",
      "=should be {new} {wordsMeaning}",
    ],
    unseen: [
      "{old} is the wrong code, {new} fits better",
      "clients expect {new} ({wordsMeaning}) at this point",
    ],
    weight: 1.2,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    // The statuses must be of the same kind: code for one success also works for another.
    const rank = (code: number) => Math.min(400, Math.floor(code / 100) * 100);
    const [first] = choose.pick(CODES);
    const [[old = 0] = [], [fresh = 0, meaning = ""] = []] = choose.shuffle(
      CODES.filter(([code]) => rank(code) === rank(first)),
    );
    const [other = ""] = distinctNames(choose, 1);
    const isBad = old >= 400;
    const method = choose.pick(["get", "post", "put", "delete", "patch"] as const);
    const verb = choose.pick(
      {
        get: ["get", "find", "load"],
        post: ["create", "add"],
        put: ["update", "save"],
        delete: ["delete"],
        patch: ["update"],
      }[method],
    );
    const noun = choose.pick([other, method === "get" ? "found" : "result"]);
    const text = choose.pick([
      `invalid ${inWords(other)}`,
      `${inWords(other)} not allowed`,
      `no ${inWords(other)}`,
    ]);
    const body = choose.pick([
      noun,
      `{ ${noun} }`,
      isBad ? `{ error: ${q}${text}${q} }` : `{ ok: true }`,
      isBad ? `{ message: ${q}${text}${q} }` : noun,
    ]);
    const line = choose.pick([
      `res.status(#).json(${body})`,
      `res.status(#).json(${body})`,
      `return res.status(#).json(${body})`,
      `return reply.code(#).send(${body})`,
      `res.sendStatus(#)`,
      `res.writeHead(#)`,
      `res.statusCode = #`,
      `ctx.status = #`,
      `return new Response(null, { status: # })`,
      `return Response.json(${noun}, { status: # })`,
      `return NextResponse.json(${body}, { status: # })`,
      ...(isBad ? [`throw new HttpError(#, ${q}${text}${q})`] : []),
      `return { statusCode: #, body: JSON.stringify(${noun}) }`,
      `return c.json(${body}, #)`,
    ]);
    const lead = `const ${noun} = await ${plural(other)}.${verb}(req.${choose.pick(method === "get" ? ["params.id", "query"] : method === "delete" ? ["params.id"] : ["body", "params.id, req.body"])})${s}`;
    const guard = choose.pick([`!${noun}`, `${noun}.length === 0`, `!req.body.${other}`, `${noun}.isLocked`]);
    const isGuard = isBad && choose.chance(0.6);
    const at = (code: number) => line.replace("#", String(code)) + s;
    const lines = (code: number) =>
      isGuard ? [lead, `if (${guard}) {`, `${i}${at(code)}`, "}"] : [lead, at(code)];
    // Express routes respond with `res`.
    const route = /^(res\.|return res\.|throw)/.test(line) && choose.chance(0.6);
    const write = route
      ? (body: readonly string[]) =>
          `router.${method}(${q}/${plural(other)}${q}, async (req, res) => {\n${body.map((one) => i + one).join("\n")}\n})${s}`
      : shell(choose, h, {
          name: joinWords([verb, ...wordsOf(other)], "camel"),
          parameters: "req, res",
          isAsync: true,
        });
    return {
      before: write(lines(old)),
      after: write(lines(fresh)),
      slots: { new: String(fresh), old: String(old), wordsMeaning: meaning },
    };
  },
);

/** Falsy values that `||` replaces although they are meant. */
const ZEROS = [
  {
    value: "0",
    said: ["0", "zero"],
    fields: [
      "quantity",
      "volume",
      "depth",
      "discount",
      "limit",
      "delay",
      "level",
      "offset",
      "price",
      "width",
      "opacity",
      "timeout",
      "count",
      "index",
      "page",
      "score",
      "retries",
      "margin",
      "weight",
      "age",
      "position",
      "priority",
      "threshold",
      "min",
      "max",
    ],
    defaults: ["1", "2", "3", "5", "10", "20", "100", "0.8", "1000", "-1", "0.5", "DEFAULT"],
  },
  {
    value: '""',
    said: ["an empty string", "an empty text", "the empty string"],
    fields: [
      "title",
      "label",
      "name",
      "prefix",
      "suffix",
      "separator",
      "text",
      "placeholder",
      "comment",
      "description",
      "nickname",
      "note",
      "caption",
      "subtitle",
    ],
    defaults: ["'none'", "'untitled'", "', '", "'unknown'", "'-'", "'n/a'", "'default'"],
  },
  {
    value: "false",
    said: ["false"],
    fields: [
      "enabled",
      "visible",
      "active",
      "cache",
      "strict",
      "open",
      "minify",
      "animated",
      "isPublic",
      "showTitle",
      "recursive",
      "verbose",
    ],
    defaults: ["true"],
  },
] as const;

/** Returns wordings for such a value of a field. */
function zeroWords(choose: Choices, field: string, zeros: readonly string[]): Record<string, string> {
  const words = inWords(field);
  const zero = choose.pick(zeros);
  const forms = /false/.test(zero)
    ? [`${words} set to false`, `${field}: false`, `false for ${words}`, `passing ${field}: false`]
    : /empty/.test(zero)
      ? [`an empty ${words}`, `an empty string as ${words}`, `an empty string for the ${words}`]
      : [
          `${withArticle(words)} of 0`,
          `${withArticle(words)} of 0`,
          `${words} 0`,
          `0 as ${words}`,
          `a 0 for ${words}`,
          `${withArticle(words)} of zero`,
        ];
  return { words, wordsZero: zero, wordsCase: choose.pick(forms) };
}

/** What is done with a value. */
const USES = ["format", "render", "apply", "describe", "scale", "show", "convert"];

export const keepZero = composed(
  "keep-zero",
  {
    seen: [
      "={wordsCase} gets [ignored|turned into {fallback}|replaced by {fallback}]",
      "={wordsCase} is valid[ too|]",
      "=if [the |]{words} is {wordsZero} it [still |]takes {fallback}",
      "=the fallback for [the |]{words} should only be used if it isn't set",
      "let [the |]{words} be {wordsZero}",
      "=with {wordsCase} I [still |]get {fallback}",
      "only use {fallback} if [the |]{words} is [missing|null or undefined|not set]",
      "=why do I get {fallback} when [the |]{words} is {wordsZero}?",
      "=don't treat {wordsCase} as missing",
      "={wordsCase} should stay {wordsZero}",
    ],
    unseen: [
      "{wordsZero} is a perfectly good {words} but comes out as {fallback}",
      "passing {wordsZero} as {words} has no effect",
    ],
    weight: 1.4,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const group = choose.pick([ZEROS[0], ZEROS[0], ZEROS[1], ZEROS[2]]);
    const field = choose.pick<string>(group.fields);
    const fallback = choose
      .pick<string>(
        /^(?:separator|prefix|suffix)$/.test(field)
          ? ["', '", "'-'", "'_'"]
          : group.defaults.filter((one) => one !== "', '"),
      )
      .replaceAll("'", q)
      .replace("DEFAULT", joinWords(["default", field], "constant"));
    const owner = choose.pick([
      "options",
      "opts",
      "config",
      "props",
      "settings",
      "input",
      "req.body",
      "item",
      "params",
      "data",
    ]);
    const [noun = "", other = ""] = distinctNames(choose, 2);
    const use = choose.pick(USES);
    const value = `${owner}.${field}`;
    const at = (operator: string) => {
      const put = `${value} ${operator} ${fallback}`;
      return put;
    };
    const forms: readonly ((operator: string) => string[])[] = [
      (o) => [`const ${field} = ${at(o)}${s}`, `return ${use}(${field})${s}`],
      (o) => [`return ${at(o)}${s}`],
      (o) => [`return {`, `${i}${other}: ${owner}.${other},`, `${i}${field}: ${at(o)},`, `}${s}`],
      (o) => [`${noun}.${field} = ${at(o)}${s}`],
      (o) => [
        `const ${field} = ${at(o)}${s}`,
        `const ${other} = ${owner}.${other}${s}`,
        `${noun}.set${capitalized(field)}(${field}, ${other})${s}`,
      ],
      (o) => [`${noun}.update({ ${field}: ${at(o)} })${s}`],
      (o) => [`this.${field} = ${at(o)}${s}`, `this.${other} = ${owner}.${other}${s}`],
    ];
    const form = choose.pick(forms);
    const write = shell(choose, h, {
      name: joinWords(
        [choose.pick(["create", "make", "apply", "set", "build", "draw"]), ...wordsOf(other)],
        "camel",
      ),
      parameters: owner.startsWith("req") ? "req" : owner,
    });
    return {
      before: write(form("||")),
      after: write(form("??")),
      slots: {
        ...zeroWords(choose, field, group.said),
        fallback: fallback.replace(/^["'](.*)["']$/, "$1"),
      },
    };
  },
);

export const zeroIsNotMissing = composed(
  "zero-is-not-missing",
  {
    seen: [
      "={wordsCase} is valid, only reject [null and undefined|missing ones]",
      "={wordsCase} gets rejected[, but is valid|]",
      "={wordsCase} should not [be rejected|count as missing]",
      "={wordsCase} is not missing",
      "check the {words} for null and undefined only",
      "allow {wordsCase}",
      "=if the {words} is {wordsZero} it should go on",
    ],
    unseen: [
      "{wordsZero} is a legal {words} but we bail out",
      "the {words} check is too eager, {wordsZero} must get through",
    ],
    weight: 1,
  },
  (choose) => {
    // By convention, `== null`, which is true for null and undefined.
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const group = choose.pick([ZEROS[0], ZEROS[0], ZEROS[1]]);
    const field = choose.pick<string>(group.fields);
    const owner = choose.pick(["", "", "options.", "input.", "item.", "row."]);
    const [noun = "", other = ""] = distinctNames(choose, 2);
    const use = choose.pick(USES);
    const value = owner + field;
    const isNegative = choose.chance(0.75);
    const tests = isNegative ? [`!${value}`, `${value} == null`] : [value, `${value} != null`];
    const forms: readonly ((test: string) => string[])[] = isNegative
      ? [
          (t) => [`if (${t}) return null${s}`, `return ${use}(${value})${s}`],
          (t) => [
            `if (${t}) {`,
            `${i}throw new Error(${q}${field} is missing${q})${s}`,
            "}",
            `return ${use}(${value}, ${other})${s}`,
          ],
          (t) => [`if (${t}) return${s}`, `${noun}.save(${value})${s}`],
          (t) => [
            `if (${t}) {`,
            `${i}return { error: ${q}${field} is required${q} }${s}`,
            "}",
            `return { ${other}: ${use}(${value}) }${s}`,
          ],
        ]
      : [
          (t) => [`if (${t}) {`, `${i}${noun}.${other}(${value})${s}`, "}"],
          (t) => [`return ${t} ? ${use}(${value}) : ${q}-${q}${s}`],
          (t) => [`if (${t}) ${noun}.push(${value})${s}`, `return ${noun}${s}`],
        ];
    const form = choose.pick(forms);
    const write = shell(choose, h, {
      name: joinWords([choose.pick(["check", "save", "show", "format", "add"]), ...wordsOf(other)], "camel"),
      parameters: owner === "" ? field : owner.slice(0, -1),
    });
    const [before = "", after = ""] = tests;
    return {
      before: write(form(before)),
      after: write(form(after)),
      slots: zeroWords(choose, field, group.said),
    };
  },
);
