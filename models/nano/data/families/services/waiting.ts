import { type Choices, capitalized } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { chooseStyle } from "../made-up.ts";
import { filler, operation, parametersOf, placeOf, thing, type Work, work } from "./made.ts";

/** The step after some work: what it does, and what users see if it comes too early. */
interface Next {
  readonly lines: readonly string[];
  readonly doing: string;
  readonly early: string;
}

function nextOf(choose: Choices, q: string, s: string, first: Work): Next {
  const other = work(choose, choose.chance(0.4) ? first.thing : thing(choose), [
    first.todo.split(" ")[0] ?? "",
  ]);
  const about = first.thing;
  return choose.pick<() => Next>([
    () => ({
      lines: [`await ${other.call}${s}`],
      doing: other.doing,
      early: `the ${other.thing.words} is ${other.done}`,
    }),
    () => ({
      lines: [`await ${other.call}${s}`],
      doing: other.doing,
      early: `the ${other.thing.words} gets ${other.done}`,
    }),
    () => ({
      lines: [`await fs.unlink(tempPath)${s}`],
      doing: choose.pick(["deleting the temp file", "removing the temp file"]),
      early: choose.pick(["the temp file is deleted", "the temp file is gone"]),
    }),
    () => ({
      lines: [`fs.unlinkSync(${about.name}.path)${s}`],
      doing: choose.pick(["deleting the file", "unlinking the file"]),
      early: choose.pick(["the file is deleted", "the file is already gone"]),
    }),
    () => ({
      lines: [
        `${choose.pick(["toast.success", "showToast", "toast", "notify", "message.success"])}(${q}${capitalized(about.words)} ${first.done}${q})${s}`,
      ],
      doing: choose.pick(["showing the toast", "the toast", "showing the message"]),
      early: choose.pick([
        "the toast shows up",
        "the toast appears",
        "the success message appears",
        "the toast pops up",
      ]),
    }),
    () => ({
      lines: [
        choose.pick([`res.sendStatus(204)${s}`, `res.json({ ok: true })${s}`, `res.status(201).end()${s}`]),
      ],
      doing: choose.pick(["responding", "answering", "sending the response"]),
      early: choose.pick(["the response goes out", "we respond", "the client gets its answer"]),
    }),
    () => ({
      lines: [`process.exit(0)${s}`],
      doing: choose.pick(["exiting", "exiting the process"]),
      early: choose.pick(["the process exits", "the script exits", "it exits"]),
    }),
    () => ({
      lines: [
        choose.pick([`await client.close()${s}`, `await db.end()${s}`, `await connection.close()${s}`]),
      ],
      doing: "closing the connection",
      early: choose.pick(["the connection is closed", "the connection gets closed"]),
    }),
    () => ({
      lines: [
        choose.pick([`router.push(${q}/${about.plural}${q})${s}`, `navigate(${q}/${about.plural}${q})${s}`]),
      ],
      doing: choose.pick(["navigating away", "redirecting", "leaving the page"]),
      early: choose.pick(["it navigates away", "the page changes", "we redirect"]),
    }),
    () => ({
      lines: [choose.pick([`onDone(${about.name})${s}`, `callback(null, ${about.name})${s}`])],
      doing: "calling the callback",
      early: "the callback is called",
    }),
    () => ({
      lines: [choose.pick([`setSaving(false)${s}`, `setLoading(false)${s}`, `spinner.stop()${s}`])],
      doing: choose.pick(["stopping the spinner", "hiding the spinner"]),
      early: choose.pick(["the spinner stops", "the spinner disappears"]),
    }),
    () => ({
      lines: [
        choose.pick([`await refetch()${s}`, `reload()${s}`, `await mutate(${q}/${about.plural}${q})${s}`]),
      ],
      doing: choose.pick(["reloading the list", "refetching"]),
      early: choose.pick(["the list reloads", "the list is refetched"]),
    }),
    () => ({
      lines: [`logger.info(${q}${about.words} ${first.done}${q})${s}`],
      doing: "logging that it's done",
      early: "it is logged as done",
    }),
    () => ({
      lines: [choose.pick([`closeModal()${s}`, `dialog.close()${s}`, `onClose()${s}`])],
      doing: "closing the dialog",
      early: choose.pick(["the dialog closes", "the dialog is closed"]),
    }),
    () => ({
      lines: [choose.pick([`await queue.ack(job)${s}`, `channel.ack(msg)${s}`, `message.ack()${s}`])],
      doing: choose.pick(["acking the message", "acknowledging"]),
      early: choose.pick(["the message is acked", "we ack"]),
    }),
  ])();
}

const WORK_NOUNS = new Set(["upload", "download", "update", "export", "import", "sync", "refresh"]);

const READS = ["fetch", "load", "read", "get", "find", "query", "download", "lookup", "resolve"];

/** Returns work whose result is needed: its verb, and what is done with the result. */
function readStep(choose: Choices, s: string) {
  const about = thing(choose);
  const verb = choose.pick(READS);
  const [call, key] = choose.pick([
    [`${verb}${about.type}(id)`, "id"],
    [`api.${verb}${about.type}(id)`, "id"],
    [`${about.plural}.${verb}(id)`, "id"],
    [`readFile(path, "utf8")`.replaceAll('"', choose.pick(["'", '"'])), "path"],
    [`${verb}${about.type}(url)`, "url"],
    [`this.store.${verb}(${about.name}Id)`, `${about.name}Id`],
    [`fetch(url)`, "url"],
  ]);
  const isFile = call.startsWith("readFile");
  const isFetch = call.startsWith("fetch(");
  const name = isFile
    ? choose.pick(["text", "content", "raw", "source"])
    : isFetch
      ? choose.pick(["response", "res"])
      : about.name;
  const said = isFile ? "file" : isFetch ? "response" : about.words;
  const [use, doing] = isFetch
    ? choose.pick([
        [[`return ${name}.json()${s}`], "reading the body"],
        [
          [
            `if (!${name}.ok) {`,
            `  throw new Error(${name}.statusText)${s}`,
            "}",
            `return ${name}.json()${s}`,
          ],
          "checking ok",
        ],
      ])
    : choose.pick([
        [[`return parse(${name})${s}`], "parsing it"],
        ...(isFile ? [[[`return JSON.parse(${name})${s}`], "parsing"] as [string[], string]] : []),
        [[`return format(${name})${s}`], "formatting it"],
        [
          [`return ${name}.${choose.pick(["items", "total", "status", "length", "title"])}${s}`],
          "reading from it",
        ],
        [[`render(${name})${s}`], "rendering"],
        [[`validate(${name})${s}`, `return ${name}.id${s}`], "validating it"],
        [[`await send(${name})${s}`], "sending it"],
        [[`cache.set(${key}, ${name})${s}`, `return ${name}${s}`], "caching it"],
      ] as [string[], string][]);
  return { about, call, key, name, said, use: use as readonly string[], doing: doing as string, isFetch };
}

export const waitBefore = composed(
  "wait-before",
  {
    seen: [
      "wait for the {wordsThing} before {wordsNext}",
      "wait until the {wordsThing} is {wordsDone} before {wordsNext}",
      "={wordsEarly} before the {wordsThing} is {wordsDone}",
      "={wordsEarly} before the {wordsThing} has been {wordsDone}[, wait for it|]",
      "={wordsNext} should wait for the {wordsThing}",
      "=we don't wait for the {wordsNoun}[ here|]",
      "wait for the {wordsNoun} before {wordsNext}",
      "={wordsEarly} before the {wordsNoun} has finished",
      "=it doesn't wait for {name}",
      "await {name} before {wordsNext}",
      "wait for the {wordsThing} to be through",
      "=there's an await missing[ here|]",
    ],
    unseen: [
      "only {wordsNext} once the {wordsThing} really is {wordsDone}",
      "the {wordsThing} isn't {wordsDone} yet when {wordsEarly}",
    ],
    weight: 2,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { s, q } = h;
    if (choose.chance(0.25)) return waitForValue(choose);
    const first = work(choose);
    const next = nextOf(choose, q, s, first);
    const isAsync = next.lines.some((line) => line.startsWith("await")) || choose.chance(0.75);
    const head = filler(choose, h, first.thing, true);
    const tail = filler(choose, h, thing(choose), true);
    const also = choose.chance(0.25) && isAsync ? [`await ${work(choose).call}${s}`] : [];
    const isInTry = choose.chance(0.2);
    const parameters = parametersOf([first.call]);
    const write = placeOf(choose, h, operation(choose, first.thing), parameters);
    const body = (call: string) => {
      const core = [...also, `${call}${s}`, ...next.lines];
      const lines = isInTry
        ? [
            "try {",
            ...core.map((line) => h.i + line),
            "} catch (error) {",
            `${h.i}logger.error(error)${s}`,
            "}",
          ]
        : core;
      return [...head, ...lines, ...(isInTry ? [] : tail)];
    };
    const [verb = ""] = first.todo.split(" ");
    return {
      before: write(body(first.call), isAsync),
      after: write(body(`await ${first.call}`), true),
      slots: {
        name: first.callee,
        wordsThing: first.thing.words,
        wordsDone: first.done,
        wordsNext: next.doing,
        wordsEarly: next.early,
        ...(WORK_NOUNS.has(verb) ? { wordsNoun: verb } : {}),
      },
    };
  },
);

/** Returns code that uses the result too early: it is still a promise. */
function waitForValue(choose: Choices) {
  const h = chooseStyle(choose);
  const { s } = h;
  const step = readStep(choose, s);
  const isAsync = choose.chance(0.75) || step.use.some((line) => line.startsWith("await"));
  const kind = choose.pick(["const", "const", "const", "let"]);
  const write = placeOf(choose, h, choose.pick(["load", "get", "open", "show"]) + step.about.type, [
    step.key,
  ]);
  const head = filler(choose, h, step.about, true);
  const use = step.use.map((line) => line.replace(/^ {2}/, h.i));
  const body = (call: string) => [...head, `${kind} ${step.name} = ${call}${s}`, ...use];
  return {
    before: write(body(step.call), isAsync),
    after: write(body(`await ${step.call}`), true),
    slots: { name: /^[^(]+/.exec(step.call)?.[0] ?? "", wordsThing: step.said, wordsNext: step.doing },
  };
}
