import { capitalized } from "../../choices/index.ts";
import { type NodeOf, type Sample, to } from "../../syntax/index.ts";
import { composed, edited, family } from "../family.ts";
import { chooseStyle } from "../made-up.ts";
import { filler, operation, parametersOf, placeOf, thing, work } from "./made.ts";

export const brokenJson = composed(
  "broken-json",
  {
    seen: [
      "return {value} [if|when] the JSON is [broken|invalid|malformed]",
      "=[broken|invalid|bad|malformed] JSON should give {value}[ instead of a crash| instead of an exception|]",
      "=if the {wordsThing} is not valid JSON, return {value}",
      "=it crashes on [invalid|broken] JSON, [it should return|return] {value} then",
      "don't crash on [broken|invalid] JSON, return {value}",
      "=JSON.parse can throw, return {value} then",
      "catch the parse error and return {value}",
      "fall back to {value} [if|when] the {wordsThing} cannot be parsed",
    ],
    unseen: [
      "corrupt JSON in the {wordsThing} means {value}",
      "a SyntaxError from parsing must end in {value}",
    ],
    weight: 1.5,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const about = thing(choose);
    const value = choose.pick(["null", "null", "undefined", "[]", "{}", "false", "defaults", "fallback"]);
    const raw = choose.pick(["raw", "text", "json", "value", "body", "stored", "content", "payload", "data"]);
    const cast = choose.chance(0.2) ? ` as ${about.type}` : "";
    const parsed = `JSON.parse(${raw})`;
    const { head, parameters, isAsync } = choose.pick([
      { head: [], parameters: [raw], isAsync: false },
      { head: [], parameters: [raw], isAsync: false },
      {
        head: [
          `const ${raw} = localStorage.getItem(${q}${about.name}${q})${s}`,
          `if (!${raw}) return ${value}${s}`,
        ],
        parameters: [],
        isAsync: false,
      },
      { head: [`const ${raw} = await redis.get(key)${s}`], parameters: ["key"], isAsync: true },
      {
        head: [`const ${raw} = await readFile(path, ${q}utf8${q})${s}`],
        parameters: ["path"],
        isAsync: true,
      },
      {
        head: [`const ${raw} = fs.readFileSync(file, ${q}utf8${q})${s}`],
        parameters: ["file"],
        isAsync: false,
      },
      {
        head: [`const ${raw} = await cache.get(id)${s}`, `if (${raw} === null) return ${value}${s}`],
        parameters: ["id"],
        isAsync: true,
      },
      { head: [`const ${raw} = event.data.toString()${s}`], parameters: ["event"], isAsync: false },
      {
        head: [`const ${raw} = sessionStorage.getItem(key) ?? ${q}${q}${s}`],
        parameters: ["key"],
        isAsync: false,
      },
    ]);
    const core = choose.pick([
      [`return ${parsed}${cast}${s}`],
      [`return ${parsed}${cast}${s}`],
      [`return ${parsed}.${about.plural}${s}`],
      [
        `const ${about.name} = ${parsed}${cast}${s}`,
        `return ${about.name}.${choose.pick(["items", "id", "version", "settings"])}${s}`,
      ],
      [`return normalize(${parsed})${s}`],
    ]);
    const name = `${choose.pick(["parse", "read", "load", "get", "decode", "restore"])}${about.type}`;
    const write = placeOf(choose, h, name, parameters);
    const extra = choose.chance(0.4) ? filler(choose, h, about, true) : [];
    return {
      before: write([...extra, ...head, ...core], isAsync),
      after: write(
        [
          ...extra,
          ...head,
          "try {",
          ...core.map((line) => i + line),
          "} catch {",
          `${i}return ${value}${s}`,
          "}",
        ],
        isAsync,
      ),
      slots: { value, wordsThing: about.words },
    };
  },
);

/** Returns wordings of a value. */
function spokenValue(value: string): readonly string[] {
  if (value === "[]") return ["an empty list", "an empty array", "an empty list"];
  if (value === "{}") return ["an empty object"];
  if (value === "defaults") return ["the defaults"];
  return /^.?["']{2}$/.test(value) ? ["an empty string", "an empty text"] : [value];
}

export const missingFile = composed(
  "missing-file",
  {
    seen: [
      "return {value} [if|when] the [{wordsThing} |]file [does not|doesn't] exist[| yet]",
      "=a missing [{wordsThing} |]file [should give|is fine, return] {value}",
      "=if the [{wordsThing} |]file is missing, return {value}",
      "=it crashes when the [{wordsThing} |]file is [not there|missing], return {value} then",
      "=no [{wordsThing} |]file yet is fine, [start with|give me|use] {value} then",
      "handle ENOENT[ by returning {value}|: return {value}]",
      "return {value} on ENOENT",
      "=no [{wordsThing} |]file yet is fine, [start with|return|use] {wordsValue} then",
      "=if [the file is missing|there is no file|the file doesn't exist][ yet|], [return|start with] {wordsValue}",
      "=a missing file is [fine|ok|no error], [start with|return|give back] {wordsValue}",
      "treat a missing file as {wordsValue}",
    ],
    unseen: ["the {wordsThing} file need not be there, {value} is the answer then"],
    weight: 1.5,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const about = thing(choose);
    const value = choose.pick(["[]", "[]", "null", "{}", "undefined", `${q}${q}`, "defaults"]);
    const error = choose.pick(["err", "err", "error", "e"]);
    const path = choose.pick(["path", "file", "filePath", `${about.name}Path`]);
    const isSync = choose.chance(0.3);
    const read = isSync
      ? `fs.readFileSync(${path}, ${q}utf8${q})`
      : `await ${choose.pick(["fs.", "", "fsp."])}readFile(${path}, ${q}utf8${q})`;
    const raw = choose.pick(["raw", "text", "content"]);
    const core = choose.pick([
      [`const ${raw} = ${read}${s}`, `return JSON.parse(${raw})${s}`],
      [`return JSON.parse(${read})${s}`],
      [`const ${raw} = ${read}${s}`, `return ${raw}.split(${q}\\n${q})${s}`],
      [`const ${raw} = ${read}${s}`, `return parse(${raw})${s}`],
      ...(isSync ? [] : [[`const ${raw} = ${read}${s}`, `return ${raw}.trim()${s}`]]),
    ]);
    const write = placeOf(
      choose,
      h,
      `${choose.pick(["load", "read", "get"])}${choose.chance(0.5) ? about.type : capitalized(about.plural)}`,
      [path],
    );
    const test = `if (${error}.code === ${q}ENOENT${q}) return ${value}${s}`;
    const rest = choose.pick([
      [`throw ${error}${s}`],
      [`logger.error(${error})${s}`, `throw ${error}${s}`],
      [`throw new Error(${q}could not read the ${about.words}${q}, { cause: ${error} })${s}`],
    ]);
    const isCaught = choose.chance(0.6);
    const tried = (lines: readonly string[]) => [
      "try {",
      ...core.map((line) => i + line),
      `} catch (${error}) {`,
      ...lines.map((line) => i + line),
      "}",
    ];
    return {
      before: write(isCaught ? tried(rest) : core, !isSync),
      after: write(tried(isCaught ? [test, ...rest] : [test, `throw ${error}${s}`]), !isSync),
      slots: { value, wordsThing: about.words, wordsValue: choose.pick(spokenValue(value)) },
    };
  },
);

/** Returns the error that a handler throws instead of the one that it caught. */
function rethrown(sample: Sample, one: NodeOf<"CatchClause">): NodeOf<"NewExpression"> | undefined {
  const last = one.body.body.at(-1);
  if (last?.type !== "ThrowStatement" || last.argument.type !== "NewExpression") return undefined;
  const { callee, arguments: given } = last.argument;
  return callee.type === "Identifier" &&
    /^(Error|TypeError|RangeError)$/.test(callee.name) &&
    given.length === 1 &&
    sample.isOneLine(last.argument) &&
    one.param?.type === "Identifier"
    ? last.argument
    : undefined;
}

const CAUSE = {
  seen: [
    "pass the [original |]error [along |on ]as [the |]cause",
    "=we[ are|'re] losing the original error[, pass it [along |]as cause|]",
    "add [the |]cause[ to the error|]",
    "=the original [error|exception] gets lost[| here]",
    "=set the cause[| of the new error]",
    "keep the original error as [the |]cause",
    "=the new error should have the [caught|original] one as [its |]cause",
    "=[the |]cause is missing",
    "use error cause[| here]",
  ],
  unseen: [
    "whoever catches this should be able to see what really went wrong underneath",
    "chain the errors",
  ],
};

export const errorCause = family("error-cause", { ...CAUSE, weight: 0.7 }, (sample) => {
  const found = sample.all("CatchClause").flatMap((one) => {
    const error = rethrown(sample, one);
    return error && one.param?.type === "Identifier" ? [{ error, name: one.param.name }] : [];
  });
  const [one] = found;
  if (one === undefined || found.length > 1 || /\bcause\b/.test(sample.code)) return undefined;
  const draft = sample.draft();
  const [message] = one.error.arguments;
  if (message === undefined || message.extra?.["parenthesized"]) return undefined;
  draft.appendLeft(to(message), `, { cause: ${one.name} }`);
  return edited(sample, draft);
});

export const errorCauseMadeUp = composed("error-cause-made-up", { ...CAUSE, weight: 1 }, (choose) => {
  const h = chooseStyle(choose);
  const { i, s, q } = h;
  const job = work(choose);
  const error = choose.pick(["err", "error", "e"]);
  const type = choose.pick(["Error", "Error", "Error", "TypeError"]);
  const text = choose.pick([
    `${q}could not ${job.todo}${q}`,
    `${q}${capitalized(job.doing)} failed${q}`,
    `\`could not ${job.todo} \${${job.thing.name}.id}\``,
    `\`${capitalized(job.doing)} failed for \${id}\``,
  ]);
  const log = choose.chance(0.25) ? [`logger.error(${error})${s}`] : [];
  const write = placeOf(choose, h, operation(choose, job.thing), parametersOf([job.call]));
  const core = choose.chance(0.5) ? [`return await ${job.call}${s}`] : [`await ${job.call}${s}`];
  const known = choose.chance(0.2) ? [`if (${error}.code === ${q}ENOENT${q}) return null${s}`] : [];
  const body = (thrown: string) => [
    "try {",
    ...core.map((line) => i + line),
    `} catch (${error}) {`,
    ...[...known, ...log, `throw new ${type}(${thrown})${s}`].map((line) => i + line),
    "}",
  ];
  const head = filler(choose, h, thing(choose), true);
  return {
    before: write([...head, ...body(text)]),
    after: write([...head, ...body(`${text}, { cause: ${error} }`)]),
  };
});

export const throwNotNull = composed(
  "throw-not-null",
  {
    seen: [
      "throw instead of returning {value}",
      "throw an error [with [the message |]|saying |]{text} instead of returning {instead}",
      "=don't return {value}, throw[ an error|]",
      "=should throw {text} instead of returning {instead}",
      "=if the {wordsWhat} is missing it should throw {text}, not return {instead}",
      "=if there is no {wordsThing} it should throw rather than return {value}",
      "throw {text} when the {wordsWhat} isn't found",
      "throw [if|when] there is no {wordsThing}",
      "=callers never check for {value}, throw[ an error|] instead",
    ],
    unseen: [
      "a {value} here goes unnoticed, raise an exception in its place",
      "{instead} is not good enough, fail with {text}",
    ],
    weight: 1.2,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const about = thing(choose);
    const value = choose.pick(["null", "null", "null", "undefined", "false"]);
    const key = choose.pick(["id", `${about.name}Id`, "key", "slug", "name"]);
    const isTold = choose.chance(0.65);
    // By convention, without a given text: "THING not found".
    const text = isTold
      ? choose.pick([
          `No such ${about.words}`,
          `${capitalized(about.words)} not found`,
          `unknown ${about.words}`,
          `${capitalized(about.words)} is missing`,
          `Could not find the ${about.words}`,
        ])
      : `${capitalized(about.words)} not found`;
    const find = choose.pick([
      `await ${choose.pick(["db", "repo", "store", "api"])}.find${about.type}(${key})`,
      `await this.${about.plural}.findOne({ ${key} })`,
      `${about.plural}.find((one) => one.${key} === ${key})`,
      `this.${about.plural}.get(${key})`,
      `await prisma.${about.name}.findUnique({ where: { ${key} } })`,
    ]);
    const write = placeOf(
      choose,
      h,
      `${choose.pick(["get", "find", "load", "require", "fetch"])}${about.type}`,
      [key],
    );
    const isAsync = find.startsWith("await");
    const isBlock = choose.chance(0.7);
    const guard = (statement: string) =>
      isBlock
        ? [`if (!${about.name}) {`, `${i}${statement}${s}`, "}"]
        : [`if (!${about.name}) ${statement}${s}`];
    const tail = choose.pick([
      [`return ${about.name}${s}`],
      [`return ${about.name}.${choose.pick(["settings", "total", "email", "owner"])}${s}`],
      [`cache.set(${key}, ${about.name})${s}`, `return ${about.name}${s}`],
      ["", `return map${about.type}(${about.name})${s}`],
    ]);
    const body = (statement: string) => [`const ${about.name} = ${find}${s}`, ...guard(statement), ...tail];
    return {
      before: write(body(`return ${value}`), isAsync),
      after: write(body(`throw new Error(${q}${text}${q})`), isAsync),
      // A wording without a text must not be used if the text is given.
      slots: isTold ? { instead: value, text, wordsWhat: about.words } : { value, wordsThing: about.words },
    };
  },
);
