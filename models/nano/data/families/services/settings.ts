import { capitalized, joinWords, wordsOf } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { chooseStyle, plural } from "../made-up.ts";
import { filler, operation, placeOf, thing, things } from "./made.ts";

const SETTINGS: readonly (readonly [string, readonly string[]])[] = [
  ["port", ["3000", "8080", "4000", "5000"]],
  ["host", ["'localhost'", "'0.0.0.0'", "'127.0.0.1'"]],
  ["logLevel", ["'info'", "'debug'", "'warn'"]],
  ["redisUrl", ["'redis://localhost:6379'"]],
  ["databaseUrl", ["'postgres://localhost/app'", "'mongodb://localhost/dev'"]],
  ["apiUrl", ["'http://localhost:4000'", "'https://api.example.com'"]],
  ["baseUrl", ["'http://localhost:3000'"]],
  ["region", ["'eu-west-1'", "'us-east-1'"]],
  ["bucket", ["'uploads'", "'assets'", "'backups'"]],
  ["timezone", ["'UTC'", "'Europe/Berlin'"]],
  ["uploadDir", ["'./uploads'", "'/tmp/uploads'"]],
  ["queueName", ["'jobs'", "'default'"]],
  ["smtpHost", ["'localhost'", "'mail.example.com'"]],
  ["dbName", ["'app'", "'dev'", "'main'"]],
  ["cacheDir", ["'.cache'", "'/var/cache/app'"]],
  ["locale", ["'en-US'", "'en'"]],
  ["sessionSecret", ["'secret'", "'change-me'"]],
  ["outDir", ["'dist'", "'build'"]],
  ["modelName", ["'small'", "'base'"]],
];

export const fromEnvironment = composed(
  "from-environment",
  {
    seen: [
      "take the {wordsName} from the environment, {value} [if it's not set|is the default]",
      "read {name} from process.env[.{variable}|], default {value}",
      "read the {wordsName} from [the env|env|process.env|the environment] and [fall back to|default to] {value}",
      "=the {wordsName} should come from {variable}, {value} if [it's not set|that isn't set]",
      "make the {wordsName} configurable via {variable}, default {value}",
      "use process.env.{variable} for the {wordsName}, with {value} as [the |]default",
      "read {name} from the environment, {value} if it's not there",
      "use {variable} from the environment, default {value}",
      "=the {wordsName} should come from {variable}",
      "let {variable} set {name}",
      "=the {wordsName} is hard[-|]coded, take it from {variable}[| with {value} as default]",
    ],
    unseen: ["ops want to set the {wordsName} through {variable}, otherwise it stays {value}"],
    weight: 1.2,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { s, q, i } = h;
    const [base, values] = choose.pick(SETTINGS);
    const isConstant = choose.chance(0.3);
    const name = isConstant ? joinWords(wordsOf(base), "constant") : base;
    const variable = joinWords(wordsOf(base), "constant");
    const value = choose.pick(values).replaceAll("'", q);
    // By convention, `||`: an empty variable counts as missing.
    const wanted = `process.env.${variable} || ${value}`;
    const others = choose
      .shuffle(SETTINGS.slice())
      .filter(([one]) => one !== base)
      .slice(0, choose.below(3));
    const rest = choose.pick([
      ...(/port|host/i.test(base) ? [[`app.listen(${name})${s}`]] : []),
      [`const client = createClient(${name})${s}`],
      [`export default { ${name} }${s}`],
      [`console.log(${q}${wordsOf(base).join(" ")}:${q}, ${name})${s}`],
      [],
    ]);
    const head = choose.pick([
      [],
      [`const app = express()${s}`],
      [`import express from ${q}express${q}${s}`, ""],
      [`require(${q}dotenv${q}).config()${s}`, ""],
    ]);
    const isObject = !isConstant && choose.chance(0.35);
    const made = (text: string) => {
      const lines = others.map(([one, [first = ""]]) => [one, first.replaceAll("'", q)] as const);
      if (isObject)
        return [
          ...head,
          `export const config = {`,
          `${i}${base}: ${text},`,
          ...lines.map(([one, own]) => `${i}${one}: ${own},`),
          `}${s}`,
        ].join("\n");
      return [
        ...head,
        ...lines.map(
          ([one, own]) => `const ${isConstant ? joinWords(wordsOf(one), "constant") : one} = ${own}${s}`,
        ),
        `const ${name} = ${text}${s}`,
        ...(rest.length > 0 ? ["", ...rest] : []),
      ].join("\n");
    };
    return {
      before: made(value),
      after: made(wanted),
      slots: { name, variable, value, wordsName: wordsOf(base).join(" ") },
    };
  },
);

export const queryParameter = composed(
  "query-parameter",
  {
    seen: [
      "use a [parameterized|parameterised] query",
      "use a [placeholder|query parameter|bind parameter] for {value}",
      "=SQL injection[!| here|, use a placeholder]",
      "=this is open to SQL injection",
      "don't [put|interpolate] {value} into the SQL[, use a parameter|]",
      "pass {value} as a [query |]parameter",
      "=the {wordsValue} is put right into the SQL",
    ],
    unseen: [
      "nobody should be able to slip SQL in through the {wordsValue}",
      "prepare this statement properly",
    ],
    weight: 1.2,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { s, q } = h;
    const about = thing(choose);
    const table = joinWords(wordsOf(about.plural), "snake");
    const field = choose.pick(["id", "email", "token", "slug", "status", "owner_id", "name", "code"]);
    const value = choose.pick([
      `${about.name}Id`,
      "id",
      "email",
      "token",
      "slug",
      "name",
      "userId",
      `req.params.id`,
      `${about.name}.${field.replace("owner_id", "ownerId")}`,
    ]);
    // By convention, `$1` for Postgres and `?` for others.
    const [target, mark] = choose.pick([
      ["pool.query", "$1"],
      ["client.query", "$1"],
      ["pg.query", "$1"],
      ["this.pool.query", "$1"],
      ["connection.execute", "?"],
      ["mysql.query", "?"],
      ["sqlite.all", "?"],
    ] as [string, string][]);
    const [start, end] = choose.pick([
      [`SELECT * FROM ${table} WHERE ${field} = `, ""],
      [`SELECT id, ${field} FROM ${table} WHERE ${field} = `, " LIMIT 1"],
      [`DELETE FROM ${table} WHERE ${field} = `, ""],
      [`UPDATE ${table} SET active = false WHERE ${field} = `, ""],
      [`SELECT COUNT(*) FROM ${table} WHERE ${field} = `, ""],
      [`SELECT * FROM ${table} WHERE deleted_at IS NULL AND ${field} = `, " ORDER BY created_at"],
    ] as [string, string][]);
    const isGlued = choose.chance(0.3);
    const isQuoted = choose.chance(0.6) && field !== "id" && field !== "owner_id";
    const unsafe = isGlued
      ? `${q}${start}${q} + ${value}${end ? ` + ${q}${end}${q}` : ""}`
      : `\`${start}${isQuoted ? `'\${${value}}'` : `\${${value}}`}${end}\``;
    const safe = `${q}${start}${mark}${end}${q}, [${value}]`;
    const isRead = start.startsWith("SELECT");
    const out = choose.pick(["rows", "result", "found"]);
    const line = (given: string) =>
      isRead
        ? [
            `const ${out === "rows" && mark === "$1" ? "{ rows }" : out} = await ${target}(${given})${s}`,
            `return ${out}${s}`,
          ]
        : [`await ${target}(${given})${s}`];
    const parameter = /^\w+/.exec(value)?.[0] ?? "id";
    const write = placeOf(
      choose,
      h,
      `${isRead ? choose.pick(["find", "load", "get"]) : start.startsWith("DELETE") ? "delete" : "disable"}${about.type}`,
      [parameter],
    );
    const head = filler(choose, h, about, true);
    return {
      before: write([...head, ...line(unsafe)]),
      after: write([...head, ...line(safe)]),
      slots: { value, wordsValue: wordsOf(value.split(".").at(-1) ?? value).join(" ") },
    };
  },
);

export const useTransaction = composed(
  "use-transaction-client",
  {
    seen: [
      "use {inside} [for|in] the [{wordsThing} |]{operation} too",
      "=the {operation} of the {wordsThing} [isn't|is not] part of the transaction",
      "=the transaction isn't used for the {wordsThing}",
      "={outside} is used inside [of |]the transaction[, should be {inside}|]",
      "use the transaction client[ for everything inside|]",
      "use {inside} for the {wordsThing} too",
      "use {inside} for all of it",
      "=one of the calls goes past the transaction",
      "use {inside} instead of {outside} inside the transaction",
    ],
    unseen: ["a rollback wouldn't undo the {operation} of the {wordsThing}"],
    weight: 0.9,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { i, s } = h;
    const all = things(choose, choose.between(2, 3));
    const [owner] = all;
    const { open, close, inside, outside, call } = choose.pick([
      {
        outside: "prisma",
        inside: "tx",
        open: "await prisma.$transaction(async (tx) => {",
        close: "})",
        call: (name: string, verb: string, c: string) =>
          `${c}.${name}.${verb}({ where: { id: ${name}Id }${verb === "delete" ? "" : ", data"} })`,
      },
      {
        outside: "db",
        inside: "trx",
        open: "await db.transaction(async (trx) => {",
        close: "})",
        call: (name: string, verb: string, c: string) =>
          verb === "insert"
            ? `${c}(${h.q}${plural(name)}${h.q}).insert(data)`
            : `${c}(${h.q}${plural(name)}${h.q}).where({ id: ${name}Id }).${verb}(${verb === "delete" ? "" : "data"})`,
      },
      {
        outside: "db",
        inside: "tx",
        open: "await db.transaction(async (tx) => {",
        close: "})",
        call: (name: string, verb: string, c: string) => `${c}.${plural(name)}.${verb}(${name})`,
      },
      {
        outside: "knex",
        inside: "trx",
        open: "await knex.transaction(async (trx) => {",
        close: "})",
        call: (name: string, verb: string, c: string) =>
          verb === "insert"
            ? `${c}(${h.q}${plural(name)}${h.q}).insert(${name})`
            : `${c}(${h.q}${plural(name)}${h.q}).where({ id: ${name}.id }).${verb}(${verb === "delete" ? "" : name})`,
      },
      {
        outside: "this.dataSource.manager",
        inside: "manager",
        open: "await this.dataSource.transaction(async (manager) => {",
        close: "})",
        call: (name: string, verb: string, c: string) => `${c}.${verb}(${capitalized(name)}, ${name})`,
      },
    ]);
    const wrong = choose.below(all.length);
    const verbs = all.map(() =>
      choose.pick(
        ["update", "insert", "delete", "create"].filter((verb) =>
          (outside === "prisma" ? /update|delete/ : inside === "trx" ? /update|insert|delete/ : /./).test(
            verb,
          ),
        ),
      ),
    );
    const lines = (isWrong: boolean) => [
      open,
      ...all.map(
        ({ name }, index) =>
          `${i}await ${call(name, verbs[index] ?? "update", isWrong && index === wrong ? outside : inside)}${s}`,
      ),
      `${close}${s}`,
    ];
    const write = placeOf(
      choose,
      h,
      operation(choose, owner ?? thing(choose)),
      all.map(({ name }) => name).slice(0, 2),
    );
    return {
      before: write(lines(true)),
      after: write(lines(false)),
      slots: { inside, outside, wordsThing: all[wrong]?.words ?? "", operation: verbs[wrong] ?? "" },
    };
  },
);
