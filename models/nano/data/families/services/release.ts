import { composed } from "../family.ts";
import { chooseStyle } from "../made-up.ts";
import { filler, operation, parametersOf, placeOf, thing, work } from "./made.ts";

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
    const h = chooseStyle(choose);
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
