import { capitalized, wordsOf } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { chooseStyle } from "../made-up.ts";
import { around } from "./files.ts";
import { operation, thing, work } from "./made.ts";

const LEVELS: readonly (readonly [string, readonly string[]])[] = [
  ["error", ["an error", "error", "error level"]],
  ["warn", ["a warning", "a warning", "warn", "warn level"]],
  ["info", ["info", "info level", "just info"]],
  ["debug", ["debug", "debug level", "just debug output"]],
];

export const logLevel = composed(
  "log-level",
  {
    seen: [
      "=[this |it |]should be {wordsLevel}, not {wordsOld}",
      "=this is {wordsLevel} rather than {wordsOld}",
      "log [it|this] as {wordsLevel}",
      "log it as {wordsLevel} instead of {wordsOld}",
      "use {new} instead of {old} [for the log|here|for {text}]",
      "=should be {wordsLevel}[, please|]",
      "={text} is [only |really |]{wordsLevel}",
      "change the log level to {new}",
      "use {new} instead of {old}",
      "use {new} for {text}",
      "={text} is {wordsLevel}, not {wordsOld}",
    ],
    unseen: ["{text} belongs to the level {new}"],
    weight: 1,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const about = thing(choose);
    const logger = choose.pick([
      "logger",
      "log",
      "console",
      "this.logger",
      "this.log",
      "app.log",
      "request.log",
    ]);
    const [from, to] = choose.shuffle(LEVELS.slice());
    if (from === undefined || to === undefined) throw new Error("there are no levels");
    const text = choose.pick([
      `no handler for ${about.words}`,
      `${about.words} not found`,
      `skipping ${about.words}`,
      `${about.words} is empty`,
      `retrying ${about.words}`,
      `cannot load ${about.words}`,
      `unexpected ${about.words}`,
      `${about.many} loaded`,
    ]);
    const call = (level: string) =>
      logger.endsWith("log")
        ? `${logger}.${level}({ id }, ${q}${text}${q})${s}`
        : `${logger}.${level}(${q}${text}${q})${s}`;
    const isGuarded = choose.chance(0.6);
    const lines = (level: string) =>
      isGuarded
        ? [
            `const ${about.name} = ${about.plural}.get(id)${s}`,
            `if (!${about.name}) {`,
            i + call(level),
            `${i}return${s}`,
            "}",
            `${work(choose, about).callee}(${about.name})${s}`,
          ]
        : [`const ${about.name} = find${about.type}(id)${s}`, call(level), `return ${about.name}${s}`];
    const write = around(choose, h, about, operation(choose, about), ["id"]);
    const made = lines(from[0]);
    const before = write(made, false);
    const after = write(
      made.map((line) => line.replace(call(from[0]), call(to[0]))),
      false,
    );
    return {
      before,
      after,
      slots: {
        old: from[0],
        new: to[0],
        text,
        wordsOld: choose.pick(from[1]),
        wordsLevel: choose.pick(to[1]),
      },
    };
  },
);

export const logValueToo = composed(
  "log-value-too",
  {
    seen: [
      "log the {wordsValue} [too|as well|also]",
      "also log the {wordsValue}",
      "add the {wordsValue} to the log",
      "include the {wordsValue} in the log line",
      "=the log should [contain|have|include] the {wordsValue} [too|as well]",
      "log {value} [too|as well]",
      "=I can't see the {wordsValue} in the log",
    ],
    unseen: ["whoever reads the log wants to know the {wordsValue}, too"],
    weight: 1.2,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const about = thing(choose);
    const job = work(choose, about);
    const logger = choose.pick(["logger", "log", "this.logger"]);
    const level = choose.pick(["error", "warn", "info"]);
    const field = choose.pick(["id", "id", "status", "type", "email", "total"]);
    const isOwn = choose.chance(0.3);
    // By convention, a property is logged with the object's name and its own, a variable with its own.
    const value = isOwn
      ? choose.pick(["userId", "attempt", "requestId", "tenantId"])
      : `${about.name}.${field}`;
    const key = isOwn ? value : `${about.name}${capitalized(field)}`;
    const entry = isOwn ? value : `${key}: ${value}`;
    const error = choose.pick(["err", "error"]);
    const first = choose.chance(0.3);
    const log = (entries: readonly string[]) =>
      first
        ? `${logger}.${level}({ ${entries.join(", ")} }, ${q}${job.doing} failed${q})${s}`
        : `${logger}.${level}(${q}${job.doing} failed${q}, { ${entries.join(", ")} })${s}`;
    const write = around(choose, h, about, operation(choose, about), [about.name, ...(isOwn ? [value] : [])]);
    const rest = choose.pick([[`throw ${error}${s}`], [], [`return null${s}`]]);
    const lines = (entries: readonly string[]) => [
      "try {",
      `${i}await ${job.callee}(${about.name})${s}`,
      `} catch (${error}) {`,
      i + log(entries),
      ...rest.map((line) => i + line),
      "}",
    ];
    const words = isOwn ? wordsOf(value).join(" ") : `${about.words} ${field}`;
    return {
      before: write(lines([error]), true),
      after: write(lines([error, entry]), true),
      slots: { value, wordsValue: words },
    };
  },
);
