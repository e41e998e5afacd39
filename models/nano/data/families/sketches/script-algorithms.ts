import { sketched } from "./sketch.ts";

/** What people ask of small algorithms, and of work that is to be told about, done once or left out. */
export const SCRIPT_ALGORITHMS = [
  sketched("last-chunk-is-kept", {
    seen: [
      "=the last [chunk|batch] is [missing|lost|dropped] when it [isn't full|has fewer {wordsThings}]",
      "=[leftover|remaining] {wordsThings} at the end are [lost|never sent|not handled]",
      "keep the [last, shorter|incomplete|partial] one at the end",
      "=with 7 {wordsThings} and [size|a size of] 3 i only get 2 chunks[, not 3|]",
      "=only full ones come out, [the rest is lost|what about the rest?]",
      "=nothing at all happens for fewer {wordsThings} than {size}",
      "=the loop stops too early, the rest has fewer than {size}",
      "=off by some: the {wordsThings} after the last full chunk are ignored",
      "loop as long as {i} is below the length",
      "=shouldn't a smaller last piece count as well?",
      "also [return|take] what's left [over|at the end]",
      "=the tail is cut off[ unless it fills a whole {size}|]",
    ],
    unseen: ["=unless the number of {wordsThings} divides evenly, some vanish", "don't drop the tail"],
    vars: {
      i: ["i", "start", "offset", "from", "index", "at"],
      size: ["size", "batchSize", "chunkSize", "step", "BATCH", "limit", "perPage"],
    },
    code: [
      `
      ƒ chunk<T>(list: T[], ‹size›: number): T[][] {
        const chunks: T[][] = [];
        for (let ‹i› = 0; ⟦‹i› + ‹size› <= list.length→‹i› < list.length⟧; ‹i› += ‹size›) {
          chunks.push(list.slice(‹i›, ‹i› + ‹size›));
        }
        return chunks;
      ƒ}
      `,
      `
      export async function send‹Things›(‹things›: ‹Thing›[], ‹size› = «50|100|10») {
        await connect();
        for (let ‹i› = 0; ⟦‹i› <= ‹things›.length - ‹size›→‹i› < ‹things›.length⟧; ‹i› += ‹size›) {
          const batch = ‹things›.slice(‹i›, ‹i› + ‹size›);
          await ‹other›Api.post(batch);
          console.log("sent", batch.length);
        }
      }
      `,
      `
      class ‹Thing›Importer {
        async run(‹things›: ‹Thing›[], ‹size›: number) {
          let ‹i› = 0;
          while (⟦‹i› + ‹size› <= ‹things›.length→‹i› < ‹things›.length⟧) {
            await this.insert(‹things›.slice(‹i›, ‹i› + ‹size›));
            ‹i› += ‹size›;
          }
          await this.finish();
        }
      }
      `,
    ],
  }),
  sketched("search-must-advance", {
    seen: [
      "=the binary search [hangs|never ends|loops forever] [for some values|if the {wordsTarget} isn't there|]",
      "=infinite loop when {hi} is {lo} + 1",
      "={lo} must move past {mid}",
      "set {lo} to {mid} + 1",
      "=endless loop, {lo} [stays|gets stuck] at {mid}",
      "=it doesn't make progress: {lo} has to become {mid} + 1",
      "=searching for something bigger than all [hangs|freezes] the process",
      "=cpu at 100 % in here, {lo} never passes {mid}",
      "move {lo} one further than {mid}",
      "=shouldn't {lo} be one more than {mid}?",
      "=off by one makes it run forever",
      "=test with a missing {wordsTarget} [times out|never returns]",
      "=[wrong|bad] bound: {lo} should be {mid} + 1",
      "=when the {wordsTarget} is in the upper half it [hangs|gets stuck]",
    ],
    unseen: [
      "=with two elements left it goes round in circles",
      "exclude {mid} itself from what is searched next above it",
    ],
    vars: {
      lo: ["lo", "low", "left", "start", "from", "min"],
      hi: ["hi", "high", "right", "end", "to", "max"],
      mid: ["mid", "middle", "m", "half", "pivot"],
      target: ["target", "value", "needle", "wanted", "key"],
    },
    code: [
      `
      ƒ indexOf(sorted: number[], ‹target›: number): number {
        let ‹lo› = 0;
        let ‹hi› = sorted.length;
        while (‹lo› < ‹hi›) {
          const ‹mid› = Math.floor((‹lo› + ‹hi›) / 2);
          if (sorted[‹mid›] === ‹target›) return ‹mid›;
          if (sorted[‹mid›] < ‹target›) ‹lo› = ⟦‹mid›→‹mid› + 1⟧;
          else ‹hi› = ‹mid›;
        }
        return -1;
      ƒ}
      `,
      `
      export function first‹Thing›After(‹things›: ‹Thing›[], ‹target›: Date) {
        let ‹lo› = 0;
        let ‹hi› = ‹things›.length;
        while (‹lo› < ‹hi›) {
          const ‹mid› = (‹lo› + ‹hi›) >>> 1;
          if (‹things›[‹mid›].at > ‹target›) {
            ‹hi› = ‹mid›;
          } else {
            ‹lo› = ⟦‹mid›→‹mid› + 1⟧;
          }
        }
        return ‹things›[‹lo›];
      }
      `,
      `
      class Sorted‹Things› {
        constructor(private readonly ‹things›: ‹Thing›[]) {}

        has(‹target›: number): boolean {
          let [‹lo›, ‹hi›] = [0, this.‹things›.length - 1];
          while (‹lo› <= ‹hi›) {
            const ‹mid› = Math.trunc((‹lo› + ‹hi›) / 2);
            const { id } = this.‹things›[‹mid›];
            if (id === ‹target›) return true;
            if (id > ‹target›) ‹hi› = ‹mid› - 1;
            else ‹lo› = ⟦‹mid›→‹mid› + 1⟧;
          }
          return false;
        }
      }
      `,
    ],
  }),
  sketched("visit-each-node-once", {
    seen: [
      "=[never ends|hangs|runs forever] [when there's a cycle|if the graph has a cycle|with circular links]",
      "=the same {wordsNode} is visited [more than once|several times|again and again]",
      "skip a {wordsNode} that's in {seen} already",
      "=each {wordsNode} should be visited only once",
      "={seen} is filled but never [checked|asked]",
      "don't go to [a {wordsNode}|one] that was seen [before|already]",
      "=two that point at each other make it loop [forever|endlessly]",
      "check {seen} before going on",
      "=cycles kill it",
      "=exponential blowup, it doesn't care about {seen}",
      "=what's {seen} for? nobody [reads|asks] it. skip those",
      "=stack overflow or out of memory on circular [data|graphs]",
      "=doesn't stop if two refer to each other",
    ],
    unseen: [
      "=a links to b, b links to a, and round we go",
      "let {seen} keep us from coming back to the same place",
    ],
    vars: {
      node: ["next", "neighbor", "child", "link", "target", "successor"],
      seen: ["seen", "visited", "done", "known", "marked"],
      links: ["links", "neighbors", "edges", "next", "children", "dependencies", "imports"],
    },
    code: [
      `
      ƒ reachable(start: string, graph: Map<string, string[]>) {
        const ‹seen› = new Set([start]);
        const queue = [start];
        for (const current of queue) {
          for (const ‹node› of graph.get(current) ?? []) {
            ⟦→if (‹seen›.has(‹node›)) continue;⟧
            ‹seen›.add(‹node›);
            queue.push(‹node›);
          }
        }
        return ‹seen›;
      ƒ}
      `,
      `
      export class ‹Thing›Graph {
        private readonly ‹seen› = new Set<‹Thing›>();

        constructor(private readonly report: (‹thing›: ‹Thing›) => void) {}

        walk(‹thing›: ‹Thing›) {
          this.‹seen›.add(‹thing›);
          this.report(‹thing›);
          for (const ‹node› of ‹thing›.‹links›) {
            ⟦→if (this.‹seen›.has(‹node›)) continue;⟧
            this.walk(‹node›);
          }
        }
      }
      `,
      `
      async function crawl(root: string) {
        const ‹seen› = new Set<string>();
        const open = [root];
        while (open.length > 0) {
          const ‹node› = open.pop()!;
          ⟦→if (‹seen›.has(‹node›)) continue;⟧
          ‹seen›.add(‹node›);
          const page = await load(‹node›);
          open.push(...page.‹links›);
        }
        console.log("«crawled|saw»", ‹seen›.size);
      }
      `,
    ],
  }),
  sketched("oldest-first-from-queue", {
    seen: [
      "=the {wordsThing} that came last is handled first[, should be first in first out|]",
      "=it works like a stack, [but it should be a queue|not a queue]",
      "take the oldest {wordsThing} [first|from {queue}]",
      "=should be FIFO[, not LIFO|]",
      "=wrong end[: {queue} should be emptied from the front| of {queue}|]",
      "=old {wordsThings} wait forever [when|if] new ones keep coming",
      "handle the {wordsThings} in the order they [came|arrived] in",
      "=order is reversed, first come first served please",
      "=why is the newest {wordsThing} taken first?",
      "=shift instead of pop[ on {queue}|]",
      "=whoever waits longest in {queue} has to be next",
      "=[last in first out|LIFO] is [wrong|not what we want] here",
      "=the first {wordsThing} that was pushed comes out last",
      "=new ones jump the queue[ in {queue}|]",
      "serve {queue} in order",
    ],
    unseen: ["=not fair: those who queue up early get served late", "pull from the front of {queue}"],
    vars: { queue: ["queue", "pending", "waiting", "backlog", "jobs", "todo", "inbox"] },
    code: [
      `
      const ‹queue›: ‹Thing›[] = [];
      const done: ‹Thing›[] = [];

      ƒ async drain() {
        while (‹queue›.length > 0) {
          const ‹thing› = ‹queue›.⟦pop→shift⟧()!;
          await handle‹Thing›(‹thing›);
          done.push(‹thing›);
        }
        return done.pop();
      ƒ}
      `,
      `
      export class ‹Thing›Queue {
        private ‹queue›: ‹Thing›[] = [];
        private history: ‹Thing›[] = [];

        add(‹thing›: ‹Thing›) {
          this.‹queue›.push(‹thing›);
        }

        next(): ‹Thing› | undefined {
          const ‹thing› = this.‹queue›.⟦pop→shift⟧();
          if (‹thing›) this.history.push(‹thing›);
          return ‹thing›;
        }

        undo() {
          return this.history.pop();
        }
      }
      `,
      `
      ƒ create‹Thing›Worker(run: (‹thing›: ‹Thing›) => Promise<void>) {
        const ‹queue›: ‹Thing›[] = [];
        let busy = false;
        return async (‹thing›: ‹Thing›) => {
          ‹queue›.push(‹thing›);
          if (busy) return;
          busy = true;
          for (let next = ‹queue›.⟦pop→shift⟧(); next; next = ‹queue›.⟦pop→shift⟧()) await run(next);
          busy = false;
        };
      ƒ}
      `,
    ],
  }),
  sketched("emit-when-done", {
    seen: [
      "[emit|fire|send] {textEvent} with the {wordsThing} when it's {wordsDone}",
      "=listeners of {textEvent} are never called, [emit it|it has to be emitted] with the {wordsThing} after [it was|it's] {wordsDone}",
      "=nobody [emits|fires] {textEvent}[, should happen|. do it] at the end, with the {wordsThing}",
      "=other parts want to know when a {wordsThing} was {wordsDone}: {textEvent}, with the {wordsThing}",
      "=after it's {wordsDone} there should be a {textEvent} event [carrying|with] the {wordsThing}",
      "tell the listeners via {textEvent} (the {wordsThing} goes along) as the last thing",
      "=can it emit {textEvent} once a {wordsThing} is {wordsDone}? pass the {wordsThing}",
      "=i listen to {textEvent} but nothing comes. i'd like to get the {wordsThing} as soon as it's {wordsDone}",
      "=event {textEvent} with {thing} is missing[ at the end|]",
      "announce the {wordsDone} {wordsThing} as {textEvent}",
      "=[as soon as|once] it's {wordsDone}, {textEvent} should be emitted with the {wordsThing}",
      "=no {textEvent} event[ so far|], i need one with the {wordsThing} [at the very end|when all is done]",
      "finish with emitting {textEvent} and the {wordsThing}",
    ],
    unseen: [
      "let everybody who listens to {textEvent} have the {wordsThing} after it was {wordsDone}",
      "=the ui doesn't hear of it when a {wordsThing} gets {wordsDone}. {textEvent} and the {wordsThing} as its argument, last",
    ],
    rows: [
      [
        { fn: "save", done: "saved", event: "saved" },
        { fn: "create", done: "created", event: "created" },
        { fn: "remove", done: "removed", event: "removed" },
        { fn: "publish", done: "published", event: "publish" },
        { fn: "archive", done: "archived", event: "change" },
        { fn: "upload", done: "uploaded", event: "uploaded" },
        { fn: "approve", done: "approved", event: "approved" },
        { fn: "process", done: "processed", event: "done" },
        { fn: "close", done: "closed", event: "closed" },
        { fn: "import", done: "imported", event: "imported" },
      ],
    ],
    code: [
      `
      export class ‹Thing›Service extends EventEmitter {
        async ‹fn›(‹thing›: ‹Thing›) {
          await this.store.‹fn›(‹thing›);
          this.count++;
          ⟦→this.emit("‹event›", ‹thing›);⟧
        }

        fail(reason: string) {
          this.emit("error", new Error(reason));
        }
      }
      `,
      `
      const bus = new EventEmitter();

      ƒ async ‹fn›‹Thing›(id: string) {
        const ‹thing› = await find‹Thing›(id);
        ‹fill›
        await db.‹things›.‹fn›(‹thing›);
        ⟦→bus.emit("‹event›", ‹thing›);⟧
      ƒ}
      `,
      `
      class ‹Thing›Store {
        #events = new Emitter();

        on = this.#events.on;

        ‹fn›(‹thing›: ‹Thing›) {
          this.#events.emit("start", ‹thing›.id);
          this.‹things›.set(‹thing›.id, { ...‹thing›, at: Date.now() });
          ⟦→this.#events.emit("‹event›", ‹thing›);⟧
        }
      }
      `,
    ],
  }),
  sketched("log-every-nth", {
    seen: [
      "=logs far too much, only every {wordsN}th [{wordsThing}|line] please",
      "[log|print] only every {wordsN} {wordsThings}",
      "=the terminal is flooded, a line every {wordsN} {wordsThings} is enough",
      "=progress for each {wordsThing} is too [noisy|chatty], every {wordsN} will do",
      "=a million lines of output[!|, they slow it down] one per {wordsN} {wordsThings} should do",
      "only report progress when {i} is a multiple of {wordsN}",
      "=less output: [just|only] when {i} can be divided by {wordsN}",
      "=could it print just each {wordsN}th time?",
      "don't log every single {wordsThing}, only every {wordsN}",
      "=once every {wordsN} {wordsThings} is [often enough|all i need to see]",
      "=[spams|floods] the log, every {wordsN} {wordsThings} [is|would be] fine",
      "=one line per {wordsThing} is [way too much|overkill], make it one per {wordsN}",
      "reduce the output to every {wordsN}th time",
      "=[only|just] each {wordsN} {wordsThings} a line[, not always|]",
      "=i don't need to see every {wordsThing}, [each|every] {wordsN}th is ok",
    ],
    unseen: [
      "=ci cuts our log off. {wordsN} {wordsThings} per line of progress",
      "thin out the progress output to one in {wordsN}",
    ],
    vars: {
      i: ["i", "count", "index", "done", "processed", "n"],
      n: ["10", "50", "100", "500", "1000", "250", "5000"],
    },
    code: [
      `
      ƒ async import‹Things›(‹things›: ‹Thing›[]) {
        let ‹i› = 0;
        for (const ‹thing› of ‹things›) {
          await insert‹Thing›(‹thing›);
          ‹i›++;
          ⟦→if (‹i› % ‹n› === 0) ⟧console.log(´€{‹i›} of €{‹things›.length}´);
        }
        console.log("done");
      ƒ}
      `,
      `
      for (const [‹i›, ‹thing›] of ‹things›.entries()) {
        ⟦→if (‹i› % ‹n› === 0) ⟧console.log("«at|working on»", ‹i›, ‹thing›.id);
        if (!‹thing›.valid) console.warn("skipped", ‹thing›.id);
        else await convert‹Thing›(‹thing›);
      }
      `,
      `
      export class ‹Thing›Indexer {
        private ‹i› = 0;

        async add(‹thing›: ‹Thing›) {
          await this.index.put(‹thing›.id, ‹thing›);
          this.‹i›++;
          ⟦→if (this.‹i› % ‹n› === 0) ⟧this.log(´indexed €{this.‹i›} ‹things:words›´);
        }

        close() {
          this.log("«closed|finished»");
        }
      }
      `,
    ],
  }),
  sketched("start-only-once", {
    seen: [
      "=calling {start} twice [starts|gives|creates] two of {timer}",
      "={start} should do nothing [when|if] it's already running",
      "return early from {start} if {timer} is set",
      "=a second {start} makes everything happen twice",
      "ignore {start} while {timer} is there already",
      "=two calls of {start} and it ticks twice as fast",
      "=[started|starting] it again leaks the first {timer}",
      "={start} isn't idempotent[, just return if there's a {timer}|]",
      "=shouldn't {start} check whether {timer} exists?",
      "=if {timer} is already set, {start} has nothing to do",
      "guard {start} against being called [again|twice]",
      "=double {start} must [be harmless|not hurt]",
      "=we have two of {timer} after {start} was [called|hit] twice",
      "=two intervals [run|are running] when {start} is called by two [places|callers]",
      "do nothing in {start} when {timer} [is set|exists]",
    ],
    unseen: [
      "=whoever calls {start} a second time gets another {timer} on top, the first being enough",
      "let only the first {start} count",
    ],
    rows: [
      [
        { start: "start", timer: "timer", stop: "stop", act: "tick" },
        { start: "open", timer: "interval", stop: "close", act: "ping" },
        { start: "resume", timer: "ticker", stop: "pause", act: "tick" },
        { start: "watch", timer: "poller", stop: "unwatch", act: "poll" },
        { start: "run", timer: "loop", stop: "halt", act: "step" },
        { start: "enable", timer: "scheduler", stop: "disable", act: "check" },
        { start: "connect", timer: "heartbeat", stop: "disconnect", act: "beat" },
        { start: "play", timer: "clock", stop: "rest", act: "advance" },
      ],
    ],
    code: [
      `
      class ‹Thing›Monitor {
        private ‹timer›?: NodeJS.Timeout;

        constructor(private readonly every = 1000) {}

        ‹start›() {
          ⟦→if (this.‹timer›) return;⟧
          this.‹timer› = setInterval(() => this.‹act›(), this.every);
        }

        ‹stop›() {
          clearInterval(this.‹timer›);
          this.‹timer› = undefined;
        }
      }
      `,
      `
      let ‹timer›: ReturnType<typeof setInterval> | null = null;

      ƒ ‹start›(‹thing›: ‹Thing›) {
        ⟦→if (‹timer›) return;⟧
        console.log("«watching|starting»", ‹thing›.name);
        ‹timer› = setInterval(() => ‹act›(‹thing›), «1000|500|60_000»);
      ƒ}

      ƒ ‹stop›() {
        if (‹timer› === null) return;
        clearInterval(‹timer›);
        ‹timer› = null;
      ƒ}
      `,
      `
      export function create‹Thing›Loop(‹act›: () => void, every: number) {
        let ‹timer›: NodeJS.Timeout | undefined;
        return {
          ‹start›() {
            ⟦→if (‹timer›) return;⟧
            ‹act›();
            ‹timer› = setInterval(‹act›, every);
          },
          ‹stop›() {
            clearInterval(‹timer›);
            ‹timer› = undefined;
          },
        };
      }
      `,
    ],
  }),
  sketched("mock-module-in-test", {
    seen: [
      "=the test [sends real requests|does the real thing], mock {textModule}",
      "mock {textModule} [in this test|with {wordsVi}]",
      "=[{textModule} must be mocked|{textModule} isn't mocked]",
      "=running the tests really calls {fn}[! mock {textModule}|, {textModule} should be mocked]",
      "=we don't want the real {fn} in a test[, mock its module|. mock the module]",
      "=can {textModule} be mocked?",
      "=a customer got something because the tests use the real {fn}, {wordsVi}.mock the module",
      "automock {textModule}",
      "={wordsVi}.mock for {textModule} is missing[ after the imports|]",
      "put a mock of {textModule} below the imports",
      "={fn} is no mock function[ in the test|, so the assertion fails]",
      "=[no network|nothing real] in tests please: mock {textModule}",
      "=expect({fn}) complains that it's [no spy|not a mock]",
      "={textModule} does the real thing [here|in the test], should be a mock",
    ],
    unseen: [
      "keep the real {textModule} out of this",
      "=tests have side effects in the outside world through {fn}, replace its module by a mock",
    ],
    rows: [
      [
        { fn: "sendMail", module: "./mailer" },
        { fn: "charge", module: "../src/payments" },
        { fn: "upload", module: "../storage" },
        { fn: "notify", module: "./slack" },
        { fn: "fetchRates", module: "../api/rates" },
        { fn: "deleteBucket", module: "./s3" },
        { fn: "track", module: "../lib/analytics" },
        { fn: "postMessage", module: "./chat" },
        { fn: "publish", module: "../queue" },
        { fn: "sendSms", module: "./sms" },
      ],
    ],
    vars: { vi: ["vi", "jest"], it: ["it", "test"] },
    code: [
      `
      import { ‹fn› } from "‹module›";
      import { finish‹Thing› } from "./«‹thing:kebab›|finish»";
      ⟦→
      ‹vi›.mock("‹module›");⟧

      ‹it›("«tells the owner|works»", async () => {
        await finish‹Thing›(«{ id: 1 }|sample»);
        expect(‹fn›).toHaveBeenCalledTimes(1);
      });
      `,
      `
      import { ‹fn› } from "‹module›";
      import { read‹Other› } from "../fixtures/‹other:kebab›";
      import { ‹Thing›Service } from "../src/‹thing:kebab›-service";
      ⟦→
      ‹vi›.mock("‹module›");⟧

      describe("‹Thing›Service", () => {
        const service = new ‹Thing›Service();

        ‹it›("«closes a ‹thing:words›|is quiet at first»", async () => {
          await service.close(read‹Other›());
          expect(‹fn›).«toHaveBeenCalled|not.toHaveBeenCalled»();
        });
      });
      `,
      `
      import assert from "node:assert";
      import * as ‹other› from "./‹other:kebab›";
      import { ‹fn› } from "‹module›";
      ⟦→
      ‹vi›.mock("‹module›");⟧

      const sample = { id: «7|"a"», ‹other›: ‹other›.empty };

      beforeEach(() => ‹vi›.clearAllMocks());

      ‹it›("«leaves others alone|says nothing»", async () => {
        await ‹other›.update(sample);
        assert.equal(‹vi›.mocked(‹fn›).mock.calls.length, «0|1»);
      });
      `,
    ],
  }),
];
