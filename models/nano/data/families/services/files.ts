import type { Choices } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { type CodeStyle, chooseStyle } from "../made-up.ts";
import { filler, operation, placeOf, type Thing, thing, work } from "./made.ts";

/** Returns a function with some lines that differ in `before` and `after`, and other lines around them. */
export function around(
  choose: Choices,
  h: CodeStyle,
  about: Thing,
  name: string,
  parameters: readonly string[],
): (lines: readonly string[], isAsync: boolean, head?: readonly string[]) => string {
  const write = placeOf(choose, h, name, parameters);
  const quiet = filler(choose, h, about, true);
  return (lines, isAsync, head = []) => {
    const top = head.length > 0 ? `${head.join("\n")}\n\n` : "";
    return top + write([...quiet, ...lines], isAsync);
  };
}

const PATHS = ["path", "file", "filePath", "filename", "source"];

export const readAsText = composed(
  "read-as-text",
  {
    seen: [
      "read it as [utf8|utf-8|text]",
      "read the file as [text|utf8|a string]",
      "=I get a [buffer|Buffer] instead of [text|a string]",
      "=should be a string, not a buffer",
      "pass [the encoding|utf8][ to {name}|]",
      "add the [missing |]encoding[| utf8]",
      "={name} returns a buffer[, we need text|]",
    ],
    unseen: ["what {name} gives me consists of bytes, I want characters"],
    weight: 1,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { s, q } = h;
    const about = thing(choose);
    const isSync = choose.chance(0.4);
    const target = choose.pick(isSync ? ["fs.", "fs.", ""] : ["fs.", "", "fsp.", "fs.promises."]);
    const name = `${target}readFile${isSync ? "Sync" : ""}`;
    const path = choose.pick([...PATHS, `${about.name}Path`, `join(dir, ${h.q}${about.plural}.txt${h.q})`]);
    const out = choose.pick(
      ["text", "content", "raw", "source", "data", "body", "template"].filter((one) => one !== path),
    );
    const call = (more: string) => `${isSync ? "" : "await "}${name}(${path}${more})`;
    const use = choose.pick([
      [`return ${out}.split(${q}\\n${q})${s}`],
      [`return parse(${out})${s}`],
      [`return ${out}.trim()${s}`],
      [`return JSON.parse(${out})${s}`],
      [`return render(${out}, ${about.name})${s}`],
    ]);
    const isNamed = choose.chance(0.7);
    const lines = (more: string) =>
      isNamed ? [`const ${out} = ${call(more)}${s}`, ...use] : [`return ${call(more)}${s}`];
    const parameters = [
      path.startsWith("join") ? "dir" : path,
      ...(isNamed && use[0]?.includes("render") ? [about.name] : []),
    ];
    const write = around(
      choose,
      h,
      about,
      `${choose.pick(["read", "load", "get"])}${about.type}`,
      parameters,
    );
    return {
      before: write(lines(""), !isSync),
      after: write(lines(`, ${q}utf8${q}`), !isSync),
      slots: { name },
    };
  },
);

export const appendFile = composed(
  "append-file",
  {
    seen: [
      "append [to the file|it] instead of overwriting[ it| the file|]",
      "=it overwrites the {wordsThing} [file |][every|each] time, should append",
      "=it should append, not overwrite",
      "=the [old|earlier] {wordsMany} are [lost|overwritten|gone], append",
      "use appendFile[ here|]",
      "add to the {wordsThing} file, don't [replace|overwrite] it",
      "=only the last {wordsThing} is in the file",
    ],
    unseen: ["the file must keep what was in it, put the {wordsThing} at its end"],
    weight: 1,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { s, q } = h;
    const about = thing(choose);
    const isSync = choose.chance(0.4);
    const fn = (verb: string) => `${verb}File${isSync ? "Sync" : ""}`;
    const target = choose.pick(isSync ? ["fs.", "fs.", ""] : ["fs.", "", "fsp."]);
    const path = choose.pick([
      "LOG_FILE",
      "path",
      `${q}${about.plural}.log${q}`,
      `${about.name}File`,
      "this.file",
    ]);
    const line = choose.pick([
      `\`\${JSON.stringify(${about.name})}\\n\``,
      `${about.name}.toString() + ${q}\\n${q}`,
      "line",
      `\`\${new Date().toISOString()} \${${about.name}.id}\\n\``,
    ]);
    const module = isSync
      ? `${q}${choose.pick(["node:fs", "fs"])}${q}`
      : `${q}${choose.pick(["node:fs/promises", "fs/promises"])}${q}`;
    const head = (verb: string) => (target === "" ? [`import { ${fn(verb)} } from ${module}${s}`] : []);
    const build = line === "line" ? [`const line = format(${about.name})${s}`] : [];
    const lines = (verb: string) => [
      ...build,
      `${isSync ? "" : "await "}${target}${fn(verb)}(${path}, ${line})${s}`,
    ];
    const parameters = [about.name, ...(path === "path" ? ["path"] : [])];
    const write = around(
      choose,
      h,
      about,
      `${choose.pick(["log", "record", "write", "track", "store"])}${about.type}`,
      parameters,
    );
    return {
      before: write(lines("write"), !isSync, head("write")),
      after: write(lines("append"), !isSync, head("append")),
      slots: { wordsThing: about.words, wordsMany: about.many },
    };
  },
);

export const makeParents = composed(
  "make-parents",
  {
    seen: [
      "create the parent [dirs|directories|folders] too[| if they're missing]",
      "create [missing|all] parent [folders|directories][ as well|]",
      "make mkdir recursive",
      "pass recursive[: true|] to {name}",
      "=it fails [when|if] the parent [folder|directory] [doesn't exist|is missing]",
      "={name} should create [nested|the whole path of] [folders|directories]",
      "=ENOENT when the parent [folder|directory] isn't there",
    ],
    unseen: ["like mkdir -p"],
    weight: 1,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { i, s } = h;
    const about = thing(choose);
    const isSync = choose.chance(0.5);
    const name = `${choose.pick(isSync ? ["fs.", "fs.", ""] : ["fs.", "", "fsp."])}mkdir${isSync ? "Sync" : ""}`;
    const dir = choose.pick([
      "dir",
      "folder",
      "target",
      "outDir",
      `${about.name}Dir`,
      "dirname(file)",
      "path.dirname(file)",
    ]);
    const call = (more: string) => `${isSync ? "" : "await "}${name}(${dir}${more})${s}`;
    const write = around(
      choose,
      h,
      about,
      `${choose.pick(["prepare", "save", "export", "ensure"])}${about.type}`,
      [/^\w+$/.test(dir) ? dir : "file", about.name],
    );
    const isChecked = choose.chance(0.35);
    const after = choose.pick([
      [],
      [`${isSync ? "" : "await "}write${about.type}(${/^\w+$/.test(dir) ? dir : "file"}, ${about.name})${s}`],
      [`return ${/^\w+$/.test(dir) ? dir : "file"}${s}`],
    ]);
    const lines = (more: string) => [
      ...(isChecked ? [`if (!fs.existsSync(${dir})) {`, i + call(more), "}"] : [call(more)]),
      ...after,
    ];
    return {
      before: write(lines(""), !isSync),
      after: write(lines(", { recursive: true }"), !isSync),
      slots: { name },
    };
  },
);

function stringified(choose: Choices, count: string): { before: string; after: string; about: Thing } {
  const h = chooseStyle(choose);
  const { s, q } = h;
  const about = thing(choose);
  const value = choose.pick([
    about.name,
    about.plural,
    `{ ${about.plural}, version: 1 }`,
    `${about.name}.data`,
  ]);
  const path = choose.pick(["path", "file", `${q}${about.plural}.json${q}`, "OUT_FILE"]);
  const json = (more: string) => `JSON.stringify(${value}${more})`;
  const form = choose.below(6);
  const lines = (more: string): string[] =>
    [
      [`fs.writeFileSync(${path}, ${json(more)})${s}`],
      [`await writeFile(${path}, ${json(more)})${s}`],
      [`return ${json(more)}${s}`],
      [`console.log(${json(more)})${s}`],
      [`const json = ${json(more)}${s}`, `download(json, ${path})${s}`],
      [`await fs.writeFile(${path}, ${json(more)} + ${q}\\n${q})${s}`],
    ][form] as string[];
  const isAsync = form === 1 || form === 5;
  const source = /^\w+/.exec(value)?.[0] ?? about.plural;
  const needsPath = form !== 2 && form !== 3 && /^(path|file)$/.test(path);
  const write = around(
    choose,
    h,
    about,
    `${choose.pick(["save", "export", "dump", "write", "print"])}${about.type}`,
    [source, ...(needsPath ? [path] : [])],
  );
  return { before: write(lines(""), isAsync), after: write(lines(`, null, ${count}`), isAsync), about };
}

export const prettyJson = composed(
  "pretty-json",
  {
    seen: [
      "pretty[ |-]print the JSON",
      "pretty[ |-]print it",
      "pretty[ |-]print the {wordsThing}",
      "=the JSON should be [indented|readable]",
      "=the {wordsThing} is all on one line, [indent it|pretty print it]",
      "make the JSON [readable|human-readable]",
      "=the JSON [file|output] is one long line",
      "indent the JSON",
    ],
    unseen: ["people are going to read that file, lay out the JSON nicely"],
    weight: 0.8,
  },
  (choose) => {
    // By convention, without a given indentation: two spaces.
    const { before, after, about } = stringified(choose, "2");
    return { before, after, slots: { wordsThing: about.words } };
  },
);

export const indentJson = composed(
  "indent-json",
  {
    seen: [
      "pretty[ |-]print the JSON[,| with] {count} spaces",
      "[indent|format] the JSON [with|by] {count} spaces",
      "=the JSON should be indented by {count} spaces",
      "stringify [it |]with {count} spaces[ of indentation|]",
      "=JSON with {count} spaces[, please|]",
      "=the output is all on one line, indent it by {count} spaces",
      "make the JSON readable, {count} spaces",
    ],
    unseen: ["every level of the JSON should stand {count} columns further in"],
    weight: 0.7,
  },
  (choose) => {
    const count = choose.pick(["2", "2", "4", "4", "3"]);
    const { before, after } = stringified(choose, count);
    return { before, after, slots: { count } };
  },
);

export const exitCode = composed(
  "exit-code",
  {
    seen: [
      "=[the |]exit code should be {code} when it fails",
      "exit with {code} [on errors|when it fails|if something goes wrong]",
      "=CI stays green even though [it|the script] fails[, exit with {code}|]",
      "=wrong exit code[,| on errors,] should be {code}",
      "use exit code {code} [for|on|in case of] [errors|failure]",
      "=a failure should end in exit code {code}",
      "=it exits with 0 on errors",
    ],
    unseen: ["the shell has to notice a failure: status {code}"],
    weight: 0.8,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const about = thing(choose);
    const job = work(choose, about);
    const code = "1";
    const error = choose.pick(["err", "error", "e"]);
    const log = choose.pick([
      `console.error(${error})`,
      `console.error(${error}.message)`,
      `logger.error(${error}, ${q}${about.words} failed${q})`,
    ]);
    const write = placeOf(choose, h, choose.pick(["main", "run", "start", operation(choose, about)]), []);
    const [good, tail] = choose.pick([
      [[], []],
      [[], [`console.log(${q}done${q})${s}`]],
      [[`process.exit(0)${s}`], []],
    ] as [string[], string[]][]);
    const form = choose.below(3);
    const exit = (value: string) => `process.exit(${value})${s}`;
    const before = (value: string): string => {
      if (form === 0)
        return [
          `main()`,
          ...(good.length > 0 ? [`${i}.then(() => process.exit(0))`] : []),
          `${i}.catch((${error}) => {`,
          `${i}${i}${log}${s}`,
          `${i}${i}${exit(value)}`,
          `${i}})${s}`,
        ].join("\n");
      return write([
        "try {",
        `${i}await ${job.call}${s}`,
        ...good.map((line) => i + line),
        `} catch (${error}) {`,
        `${i}${log}${s}`,
        i + exit(value),
        "}",
        ...tail,
      ]);
    };
    return { before: before("0"), after: before(code), slots: { code } };
  },
);
