import { joinWords } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { chooseStyle } from "../made-up.ts";
import { placeOf, thing } from "./made.ts";

/** Columns that say which rows to omit: [its words, [adjectives of those rows], the value of rows to keep]. */
const KEPT: readonly (readonly [string, readonly string[], "null" | "true" | "false", readonly string[]])[] =
  [
    ["deleted at", ["deleted", "soft deleted"], "null", ["that aren't deleted"]],
    ["deleted at", ["deleted", "soft deleted"], "null", ["that aren't deleted", "that still exist"]],
    ["archived at", ["archived"], "null", ["that aren't archived"]],
    ["is deleted", ["deleted", "soft deleted"], "false", ["that aren't deleted"]],
    ["deleted", ["deleted", "soft deleted"], "false", ["that aren't deleted"]],
    ["archived", ["archived"], "false", ["that aren't archived"]],
    ["hidden", ["hidden"], "false", ["that aren't hidden"]],
    ["disabled", ["disabled"], "false", ["that aren't disabled"]],
    ["is draft", ["draft"], "false", ["that are no drafts"]],
    ["blocked", ["blocked"], "false", ["that aren't blocked"]],
    ["expired", ["expired"], "false", ["that aren't expired"]],
    ["active", ["inactive"], "true", ["that are active", "that are still active"]],
    ["is active", ["inactive"], "true", ["that are active"]],
    ["published", ["unpublished"], "true", ["that are published"]],
    ["verified", ["unverified"], "true", ["that are verified"]],
    ["enabled", ["disabled"], "true", ["that are enabled"]],
    ["cancelled at", ["cancelled"], "null", ["that aren't cancelled"]],
    ["revoked at", ["revoked"], "null", ["that aren't revoked"]],
  ];

export const queryOnly = composed(
  "query-only",
  {
    seen: [
      "ignore {wordsOut} {wordsMany}",
      "leave out {wordsOut} {wordsMany}",
      "=only {wordsMany} {wordsIn}",
      "=this [also returns|returns] {wordsOut} {wordsMany}[, it shouldn't|]",
      "exclude [rows|{wordsMany}] [where|whose] {column} is {wordsBad}",
      "=only [return|load|list] {wordsMany} where {column} is {wordsGood}",
      "=we shouldn't [return|show] {wordsOut} {wordsMany}",
      "filter out the {wordsOut} {wordsMany}",
      "skip what's {wordsOut}",
      "only where {column} is {wordsGood}",
      "leave out rows where {column} is {wordsBad}",
    ],
    unseen: ["{wordsOut} {wordsMany} have no business in this query", "restrict it to {wordsMany} {wordsIn}"],
    weight: 1.5,
  },
  (choose) => {
    // By convention, the condition goes after the existing ones.
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const t = thing(choose);
    const [words, out, kept, inside] = choose.pick(KEPT);
    const isSql = choose.chance(0.5);
    const form = choose.below(9);
    const style = form < 5 && isSql ? "snake" : form === 5 || form === 6 ? "snake" : "camel";
    const written = (text: string) => joinWords(text.split(" "), style);
    const column = written(words);
    const owner = choose.pick([
      "org",
      "user",
      "team",
      "account",
      "project",
      "tenant",
      "workspace",
      "customer",
      "author",
      "shop",
    ]);
    const given = `${owner}Id`;
    const key = written(`${owner} id`);
    const order = written(choose.pick(["name", "created at", "title", "position"]));
    const shown = choose.pick(["name", "title", "email", "label", "status"]);
    // Users name the column if the code does not show it.
    const list = form < 8 && choose.chance(0.75) ? ["id", shown, column] : undefined;
    const table = style === "snake" ? joinWords(t.many.split(" "), "snake") : t.plural;
    const target = choose.pick(["knex", "db", "trx"]);
    const hold = choose.chance(0.3);
    const start = (call: string) => (hold ? `const ${t.plural} = await ${call}` : `return ${call}`);
    const knex = kept === "null" ? `.whereNull(${q}${column}${q})` : `.where(${q}${column}${q}, ${kept})`;
    const isTall = choose.chance(0.7);
    const chain = (calls: readonly string[], head: string) =>
      isTall
        ? [start(head), ...calls.slice(0, -1).map((call) => i + call), `${i}${calls.at(-1)}${s}`]
        : [`${start(head)}${calls.join("")}${s}`];
    const write = (isOnly: boolean): string[] => {
      const more = isOnly ? [`${column}: ${kept}`] : [];
      const object = (all: readonly string[]) => `{ ${all.join(", ")} }`;
      switch (form) {
        case 0:
        case 1:
          return chain(
            [
              `.where(${q}${key}${q}, ${given})`,
              ...(isOnly ? [knex] : []),
              ...(list ? [`.select(${list.map((one) => q + one + q).join(", ")})`] : []),
              `.orderBy(${q}${order}${q})`,
            ],
            `${target}(${q}${table}${q})`,
          );
        case 2:
        case 3:
          return [
            start(`prisma.${t.name}.findMany({`),
            `${i}where: ${object([key === given ? key : `${key}: ${given}`, ...more])},`,
            ...(list ? [`${i}select: ${object(list.map((one) => `${one}: true`))},`] : []),
            `${i}orderBy: { ${order}: ${q}asc${q} },`,
            `})${s}`,
          ];
        case 4:
          return [
            `${start(`${t.type}.find(${object([key === given ? key : `${key}: ${given}`, ...more])})`)}${list ? `.select(${q}${list.join(" ")}${q})` : ".lean()"}${s}`,
          ];
        case 5:
        case 6: {
          const and = isOnly ? (kept === "null" ? ` AND ${column} IS NULL` : ` AND ${column} = ${kept}`) : "";
          const columns = list ? list.join(", ") : "*";
          return [
            `const { rows } = await ${pool}.query(${q}SELECT ${columns} FROM ${table} WHERE ${key} = $1${and} ORDER BY ${order}${q}, [${given}])${s}`,
            `return rows${s}`,
          ];
        }
        case 7:
          return [
            start(`${t.type}.findAll({`),
            `${i}where: ${object([key === given ? key : `${key}: ${given}`, ...more])},`,
            ...(list ? [`${i}attributes: [${list.map((one) => q + one + q).join(", ")}],`] : []),
            `${i}order: [[${q}${order}${q}, ${q}ASC${q}]],`,
            `})${s}`,
          ];
        default:
          return [
            start(`this.${t.plural}.find({`),
            `${i}where: ${object([key === given ? key : `${key}: ${given}`, ...more])},`,
            `${i}order: { ${order}: ${q}ASC${q} },`,
            `})${s}`,
          ];
      }
    };
    const pool = choose.pick(["pool", "client", "db"]);
    const isRows = form === 5 || form === 6;
    const end = hold && !isRows ? [`return ${t.plural}${s}`] : [];
    const place = placeOf(choose, h, `${choose.pick(["list", "find", "get", "load", "all"])}${t.type}s`, [
      given,
    ]);
    const isAsync = hold || isRows || choose.chance(0.5);
    const bad = { null: form === 5 || form === 6 ? "not null" : "set", true: "false", false: "true" }[kept];
    return {
      before: place([...write(false), ...end], isAsync),
      after: place([...write(true), ...end], isAsync),
      slots: {
        ...(list ? { wordsOut: choose.pick(out), wordsIn: choose.pick(inside) } : {}),
        wordsMany: choose.chance(0.75) ? t.many : "rows",
        column,
        wordsBad: bad,
        wordsGood: kept,
      },
      language: "ts",
    };
  },
);
