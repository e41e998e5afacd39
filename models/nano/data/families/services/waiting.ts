import { type Choices, capitalized } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { hand } from "../made-up.ts";
import { filler, operation, parametersOf, placeOf, TARGETS, thing, things, type Work, work } from "./made.ts";

/** What comes after work, with how it is spoken of: what is done, and what is seen when it comes too early. */
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

/** Work whose result is needed: its verb, and what is done with the result next. */
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
    const h = hand(choose);
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

/** The same where the result is used: it is a promise still. */
function waitForValue(choose: Choices) {
  const h = hand(choose);
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

export const asyncForEach = composed(
  "async-for-each",
  {
    seen: [
      "=forEach does not wait for [the promises|async callbacks][, use for of|]",
      "=the function returns before the {wordsMany} are {wordsDone}",
      "=it returns before all {wordsMany} have been {wordsDone}",
      "wait for [all |]the {wordsMany} to be {wordsDone}",
      "=async callback in forEach is never awaited",
      "use [a |]for of [loop |]instead of the async forEach",
      "={wordsMany} are not {wordsDone} yet when this returns",
      "[handle|process] the {wordsMany} one after another[, in a for of|]",
      "=await inside forEach does nothing useful[, fix it|]",
    ],
    unseen: ["the caller gets control back while {wordsMany} are still waiting to be {wordsDone}"],
    weight: 1.5,
  },
  (choose) => {
    const h = hand(choose);
    const { i, s, q } = h;
    const about = thing(choose);
    const drawn = work(choose, about);
    // A list of the same name would be taken for the service.
    const job = {
      ...drawn,
      callee: drawn.callee.replace(/^\w+(?=\.\w+$)/, (name) =>
        name === about.plural ? choose.pick(TARGETS) : name,
      ),
    };
    const item = choose.chance(0.8) ? about.name : choose.pick(["item", "one", "entry", "x"]);
    const call = `${job.callee}(${choose.pick([item, item, `${item}.id`, `${item}, options`, `${item}.${choose.pick(["email", "url", "key", "path"])}`])})`;
    const { list, head, parameters } = choose.pick([
      { list: about.plural, head: [], parameters: [about.plural] },
      {
        list: about.plural,
        head: [`const ${about.plural} = await db.${about.plural}.findAll()${s}`],
        parameters: [],
      },
      {
        list: about.plural,
        head: [`const ${about.plural} = await load${capitalized(about.plural)}(userId)${s}`],
        parameters: ["userId"],
      },
      { list: `this.${about.plural}`, head: [], parameters: [] },
      { list: `batch.${about.plural}`, head: [], parameters: ["batch"] },
    ]);
    const skip = choose.chance(0.2)
      ? `if (${choose.pick([`!${item}.active`, `${item}.skipped`, `${item}.deletedAt`])}) `
      : undefined;
    const other = choose.pick<string[]>([
      [],
      [],
      [`${item}.status = ${q}${job.done}${q}${s}`, `await ${item}.save()${s}`],
      [`count++${s}`],
      [`logger.info(${q}${job.done}${q}, ${item}.id)${s}`],
    ]);
    const bound = choose.chance(0.2);
    const inside = [
      ...(bound ? [`const result = await ${call}${s}`, `logger.debug(result)${s}`] : [`await ${call}${s}`]),
      ...other,
    ];
    const needsCount = other[0]?.startsWith("count");
    const before = [
      ...(needsCount ? [`let count = 0${s}`] : []),
      `${list}.forEach(async (${item}) => {`,
      ...(skip ? [`${i}${skip}return${s}`] : []),
      ...inside.map((line) => i + line),
      `})${s}`,
    ];
    const after = [
      ...(needsCount ? [`let count = 0${s}`] : []),
      `for (const ${item} of ${list}) {`,
      ...(skip ? [`${i}${skip}continue${s}`] : []),
      ...inside.map((line) => i + line),
      "}",
    ];
    const tail = choose.pick([
      needsCount ? [`return count${s}`] : [],
      needsCount ? [`return count${s}`] : [`logger.info(${q}all ${about.many} ${job.done}${q})${s}`],
      needsCount ? [`return count${s}`] : [`return ${list}.length${s}`],
    ]);
    const isAsync = head.length > 0 || choose.chance(0.7);
    const write = placeOf(
      choose,
      h,
      choose.chance(0.5)
        ? `${job.todo.split(" ")[0]}All`
        : `${job.todo.split(" ")[0]}${capitalized(about.plural)}`,
      parameters,
    );
    return {
      before: write([...head, ...before, ...tail], isAsync),
      after: write([...head, ...after, ...tail], true),
      slots: { wordsMany: about.many, wordsDone: job.done },
    };
  },
);

/** A line of `Promise.all`, over several lines where it would be longer than 80 characters. */
export function allOf(
  left: string,
  calls: readonly string[],
  { i, s }: { i: string; s: string },
  column: number,
): string[] {
  const line = `${left}await Promise.all([${calls.join(", ")}])${s}`;
  if (column + line.length <= 80) return [line];
  return [`${left}await Promise.all([`, ...calls.map((call) => `${i}${call},`), `])${s}`];
}

export const independentAwaits = composed(
  "independent-awaits",
  {
    seen: [
      "[load|fetch|get] [both|them|all of them] at the same time",
      "=these don't depend on each other, [do|run] them at the same time",
      "=the {wordsFirst} and the {wordsSecond} are independent, [load|get] them in parallel",
      "[load|fetch|get] the {wordsFirst} and the {wordsSecond} [at the same time|in parallel|together]",
      "=no need to wait for the {wordsFirst} before [loading|fetching|getting] the {wordsSecond}",
      "don't wait for the {wordsFirst} before [starting with|asking for] the {wordsSecond}",
      "=this is slow, the awaits could run [in parallel|at the same time]",
      "run the awaits in parallel[| with Promise.all]",
      "use Promise.all[| here]",
    ],
    unseen: [
      "the {wordsSecond} could already be on their way while we wait for the {wordsFirst}",
      "one round trip less: ask for all of it at once",
    ],
    weight: 1.7,
  },
  (choose) => {
    const h = hand(choose);
    const { s } = h;
    const count = choose.chance(0.75) ? 2 : 3;
    const key = choose.pick(["id", "userId", "accountId", "teamId", "tenantId", "projectId"]);
    const isMany = choose.chance(0.5);
    const all = things(choose, count).map((one) => {
      const many = isMany || choose.chance(0.3);
      const name = many ? one.plural : one.name;
      const verb = choose.pick(["fetch", "load", "get", "find", "list", "query"]);
      const call = choose.pick([
        `${verb}${capitalized(name)}(${key})`,
        `${verb}${capitalized(name)}(${key})`,
        `${choose.pick(["api", "db", "client", "this.api", "repo"])}.${verb}${capitalized(name)}(${key})`,
        `${one.name}Service.${verb}(${key})`,
        `db.${one.plural}.${choose.pick(["findMany", "findAll", "find"])}({ ${key} })`,
        `axios.get(\`/${one.plural}/\${${key}}\`)`,
        `this.${one.plural}.${verb}(${key})`,
      ]);
      return { name, words: many ? one.many : one.words, call };
    });
    const [first, second] = all;
    const use = choose.pick([
      [`return { ${all.map(({ name }) => name).join(", ")} }${s}`],
      [`return build${capitalized(first?.name ?? "")}(${all.map(({ name }) => name).join(", ")})${s}`],
      [`res.json({ ${all.map(({ name }) => name).join(", ")} })${s}`],
      [`render(${all.map(({ name }) => name).join(", ")})${s}`],
      ["", `return merge(${all.map(({ name }) => name).join(", ")})${s}`],
    ]);
    const head = filler(choose, h, thing(choose));
    const isResult = choose.chance(0.85);
    const write = placeOf(
      choose,
      h,
      `${choose.pick(["load", "get", "build", "show"])}${choose.pick(["Overview", "Dashboard", "Page", "Summary", "Details", "Report", "Profile"])}`,
      isResult ? [key] : [key],
    );
    const column = (h.i === "\t" ? 4 : h.i.length) * write.depth;
    if (!isResult) {
      const works = all.map(({ words }, index) => ({
        words,
        call: `${choose.pick(["clear", "refresh", "sync", "load", "update"])}${capitalized(all[index]?.name ?? "")}(${key})`,
      }));
      return {
        before: write([...head, ...works.map(({ call }) => `await ${call}${s}`)]),
        after: write([
          ...head,
          ...allOf(
            "",
            works.map(({ call }) => call),
            h,
            column,
          ),
        ]),
      };
    }
    const before = [...head, ...all.map(({ name, call }) => `const ${name} = await ${call}${s}`), ...use];
    const after = [
      ...head,
      ...allOf(
        `const [${all.map(({ name }) => name).join(", ")}] = `,
        all.map(({ call }) => call),
        h,
        column,
      ),
      ...use,
    ];
    return {
      before: write(before),
      after: write(after),
      slots: count === 2 ? { wordsFirst: first?.words ?? "", wordsSecond: second?.words ?? "" } : {},
    };
  },
);

export const releaseAlways = composed(
  "release-always",
  {
    seen: [
      "call {call} even [when|if] {wordsDoing} fails",
      "=the {wordsResource} is not {wordsReleased} when {wordsDoing} fails",
      "make sure the {wordsResource} is always {wordsReleased}[|, also on errors]",
      "=if {wordsDoing} throws, the {wordsResource} is never {wordsReleased}",
      "={call} should run [even if it fails|in any case|whatever happens]",
      "use [a |]try/finally [for|around] {call}",
      "put {call} in a finally[ block|]",
      "=the {wordsResource} should always be {wordsReleased}",
    ],
    unseen: [
      "the {wordsResource} ought to be {wordsReleased} no matter how {wordsDoing} ends",
      "whether {wordsDoing} works or not, {call} has to come last",
    ],
    weight: 1.7,
  },
  (choose) => {
    const h = hand(choose);
    const { i, s, q } = h;
    const job = work(choose);
    const held = choose.pick([
      {
        open: [`const client = await pool.connect()${s}`],
        call: "client.release()",
        resource: "client",
        released: "released",
        name: "client",
      },
      {
        open: [`const connection = await pool.getConnection()${s}`],
        call: "connection.release()",
        resource: "connection",
        released: "released",
        name: "connection",
      },
      {
        open: [`const conn = await db.connect()${s}`],
        call: choose.pick(["conn.close()", "conn.release()", "await conn.end()"]),
        resource: "connection",
        released: "closed",
        name: "conn",
      },
      {
        open: [`const release = await mutex.acquire()${s}`],
        call: "release()",
        resource: "mutex",
        released: "released",
        name: "",
      },
      {
        open: [`const lock = await locks.acquire(${q}${job.thing.plural}${q})${s}`],
        call: choose.pick(["lock.release()", "await lock.release()", "await lock.unlock()"]),
        resource: "lock",
        released: "released",
        name: "",
      },
      {
        open: [`const file = await open(path, ${q}r${q})${s}`],
        call: choose.pick(["await file.close()"]),
        resource: choose.pick(["file", "file handle"]),
        released: "closed",
        name: "file",
      },
      {
        open: [`const browser = await puppeteer.launch()${s}`],
        call: "await browser.close()",
        resource: "browser",
        released: "closed",
        name: "browser",
      },
      {
        open: [`const session = await driver.session()${s}`],
        call: "await session.close()",
        resource: "session",
        released: "closed",
        name: "session",
      },
      {
        open: [`setLoading(true)${s}`],
        call: "setLoading(false)",
        resource: "loading state",
        released: "reset",
        name: "",
      },
      {
        open: [`setSaving(true)${s}`],
        call: "setSaving(false)",
        resource: "saving state",
        released: "reset",
        name: "",
      },
      {
        open: [`setBusy(true)${s}`],
        call: "setBusy(false)",
        resource: "busy flag",
        released: "reset",
        name: "",
      },
      {
        open: [`this.running = true${s}`],
        call: "this.running = false",
        resource: "running flag",
        released: "reset",
        name: "",
      },
      {
        open: [`this.isBusy = true${s}`],
        call: "this.isBusy = false",
        resource: "busy flag",
        released: "reset",
        name: "",
      },
      {
        open: [`button.disabled = true${s}`],
        call: "button.disabled = false",
        resource: "button",
        released: "enabled again",
        name: "",
      },
      {
        open: [`spinner.start()${s}`],
        call: "spinner.stop()",
        resource: "spinner",
        released: "stopped",
        name: "",
      },
      {
        open: [`const timer = setInterval(report, 1000)${s}`],
        call: "clearInterval(timer)",
        resource: "timer",
        released: "cleared",
        name: "",
      },
      {
        open: [`const dir = await mkdtemp(prefix)${s}`],
        call: "await rm(dir, { recursive: true })",
        resource: "temp dir",
        released: "removed",
        name: "dir",
      },
      { open: [`span.start()${s}`], call: "span.end()", resource: "span", released: "ended", name: "" },
    ]);
    const given = held.name && choose.chance(0.7) ? held.name : job.thing.name;
    const result = choose.pick([
      "result",
      "rows",
      "data",
      job.thing.name === given ? "saved" : job.thing.name,
    ]);
    const call = `${job.callee}(${given === job.thing.name ? given : `${given}, ${job.thing.name}`.replace(`, ${result}`, "")})`;
    const kind = choose.below(3);
    const second = work(choose, job.thing, [job.todo.split(" ")[0] ?? ""]);
    const parameters = parametersOf([call]).filter((one) => one !== held.name && one !== result);
    const write = placeOf(choose, h, operation(choose, job.thing), [
      ...parameters,
      ...(held.open[0]?.includes("(path") ? ["path"] : []),
    ]);
    const head = filler(choose, h, thing(choose), true);
    const close = `${held.call}${s}`;
    const plain = [
      [`const ${result} = await ${call}${s}`],
      [`await ${call}${s}`],
      [`await ${call}${s}`, `await ${second.callee}(${given})${s}`],
    ][kind] as string[];
    const isReturned = kind === 0;
    const inside = isReturned ? [`return await ${call}${s}`] : plain;
    return {
      before: write([
        ...head,
        ...held.open,
        ...plain,
        close,
        ...(isReturned ? [`return ${result}${s}`] : []),
      ]),
      after: write([
        ...head,
        ...held.open,
        "try {",
        ...inside.map((line) => i + line),
        "} finally {",
        i + close,
        "}",
      ]),
      slots: {
        call: held.call.replace(/^await /, ""),
        wordsResource: held.resource,
        wordsReleased: held.released,
        wordsDoing: job.doing,
      },
    };
  },
);
