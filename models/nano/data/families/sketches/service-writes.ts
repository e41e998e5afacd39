import { FIELDS, LOGGERS, PAST, VERBS } from "./service-names.ts";
import { sketched } from "./sketch.ts";

/** The order in which a service does things, and when it does not do them. */
export const SERVICE_WRITES = [
  sketched("id-in-that-log-too", {
    seen: [
      "log the {wordsThing} id [as well|too]",
      "log {key} [too|as well]",
      "=the log [line|] doesn't say which {wordsThing}, add {key}",
      "add {key} to the log[ line|]",
      "=which {wordsThing} was it? log {key}",
      "=can't tell from the logs which {wordsThing} it was, put {key} in",
      "=[can|could] we have {key} in the log?",
      "=log should have {key} [too|as well]",
      "=would be good to see {key} in the logs",
      "=the log is useless without {key}",
      "=logs need {key}",
      "=missing {key} in the log entry",
      "include {key} when logging[ this|]",
      "=support asks for {key} but it isn't logged",
      "put {key} into the log entry [too|as well]",
    ],
    unseen: [
      "=i can never match these entries to a {wordsThing}, have {key} in there",
      "let the logger know {key}",
    ],
    rows: [[{ key: "‹thing›Id" }]],
    vars: {
      log: LOGGERS,
      past: PAST,
      level: ["info", "debug", "warn"],
      with: ["durationMs", "attempt", "size", "region", "queue", "version"],
    },
    code: [
      `
      ƒ async handle‹Thing›(‹thing›Id: string, ‹with›: number) {
        const ‹thing› = await ‹things›.get(‹thing›Id);
        await «process|apply»(‹thing›);
        ‹log›.‹level›({ ‹with›⟦→, ‹key›⟧ }, "‹thing:words› ‹past›");
        return ‹thing›;
      ƒ}
      `,
      `
      export class ‹Thing›Worker {
        async run(job: Job<{ ‹thing›Id: string }>) {
          const { ‹thing›Id } = job.data;
          const ‹with› = job.«opts|meta».‹with›;
          await this.‹things›.touch(‹thing›Id);
          this.‹log›.‹level›("‹thing:words› ‹past›", { ‹with›⟦→, ‹key›⟧ });
          «await this.queue.ack(job);|this.done += 1;»
        }
      }
      `,
      `
      router.post("/‹things:kebab›/:‹thing›Id/‹past:kebab›", async (req, res) => {
        const { ‹thing›Id } = req.params;
        const ‹with› = req.body.‹with› ?? 1;
        ‹log›.‹level›("‹thing:words› ‹past›", { ⟦→‹key›, ⟧‹with› });
        await ‹things›.mark(‹thing›Id, "‹past›");
        res.sendStatus(204);
      });
      `,
    ],
  }),

  sketched("check-comes-before", {
    seen: [
      "call {check} [first|before that]",
      "=should call {check} before it [does anything|starts]",
      "call {check} with the {wordsThing} first",
      "=nobody calls {check} here, [do it first|it has to come first]",
      "=needs a {check} [first|before anything happens]",
      "=[can|could] we run {check} on the {wordsThing} first?",
      "=the check is missing: {check}, before the rest",
      "=why isn't {check} called here? it must come first",
      "=use {check} [first|up front]",
      "check it with {check} first",
      "=it goes ahead without checking, call {check} first",
      "=before anything else: {check}",
      "run {check} on the {wordsThing} before [doing|changing] anything",
      "=we have {check}, call it at the top",
      "=this one forgot {check}, goes first",
    ],
    unseen: [
      "=the {wordsThing} is taken as it comes, it has to get past {check} beforehand",
      "start with {check}",
    ],
    rows: [
      [
        { check: "assertOpen" },
        { check: "assertOwner" },
        { check: "validate" },
        { check: "ensureActive" },
        { check: "checkLimits" },
        { check: "assertPaid" },
        { check: "ensureNotLocked" },
        { check: "checkAccess" },
        { check: "assertValid" },
        { check: "verifyTotals" },
        { check: "requireConsent" },
      ],
    ],
    vars: { verb: VERBS, later: ["delivered", "confirmed", "queued", "finished", "stored"] },
    code: [
      `
      import { ‹check› } from "./checks";

      ƒ async ‹verb›‹Thing›(‹thing›: ‹Thing›) {
        ⟦→‹check›(‹thing›);⟧
        ‹thing›.«status|state» = "‹later›";
        await ‹things›.save(‹thing›);
        ‹fill›
      ƒ}
      `,
      `
      export class ‹Thing›Service {
        async ‹verb›(‹thing›: ‹Thing›): Promise<void> {
          ⟦→this.‹check›(‹thing›);⟧
          await this.gateway.‹verb›(‹thing›.id);
          this.events.emit("‹thing:kebab›.‹later›", ‹thing›);
        }

        private ‹check›(‹thing›: ‹Thing›): void {
          if (!‹thing›.«ok|ready|complete») throw new Error("‹thing:words› is not ready");
        }
      }
      `,
      `
      ƒ ‹check›(‹thing›: ‹Thing›): void {
        if (‹thing›.«blockedAt|closedAt|endedAt») throw new Error("not possible any more");
      ƒ}

      ƒ async ‹verb›With‹Other›(‹thing›: ‹Thing›, ‹other›: ‹Other›) {
        ⟦→‹check›(‹thing›);⟧
        await ‹others›.link(‹other›.id, ‹thing›.id);
        return { ...‹thing›, ‹other› };
      ƒ}
      `,
    ],
  }),

  sketched("that-happens-after-saving", {
    seen: [
      "={late} [should come|has to come|must happen] after {early}",
      "call {late} after {early}[, not before|]",
      "=wrong order, {early} first[ and then {late}|]",
      "do {early} before {late}",
      "=first {early}, then {late}",
      "=should {early} first[ and {late} afterwards|]",
      "swap {late} and {early}",
      "=why does {late} run before {early}?",
      "=[can|could] {late} happen after {early}?",
      "=we {late} something that isn't there yet, {early} first",
      "=when {early} fails {late} has happened already, turn them around",
      "move {late} behind {early}",
      "=the order is wrong: {late} goes after {early}",
      "=not yet {late}, {early} comes first",
      "=if {early} throws we must not {late}, so do it afterwards",
    ],
    unseen: ["=too early for {late}, wait until {early} is through", "let {early} go ahead of {late}"],
    rows: [
      [
        { early: "save", late: "publish" },
        { early: "insert", late: "notify" },
        { early: "store", late: "announce" },
        { early: "commit", late: "broadcast" },
        { early: "persist", late: "index" },
        { early: "upload", late: "register" },
        { early: "charge", late: "ship" },
        { early: "reserve", late: "confirm" },
        { early: "write", late: "refresh" },
      ],
    ],
    code: [
      `
      ƒ async create‹Thing›(input: ‹Thing›Input) {
        const ‹thing› = build‹Thing›(input);
        ⟦await ‹late›(‹thing›);
        await ‹early›(‹thing›);→await ‹early›(‹thing›);
        await ‹late›(‹thing›);⟧
        ‹fill›
        return ‹thing›;
      ƒ}
      `,
      `
      export class ‹Thing›Flow {
        async complete(‹thing›: ‹Thing›) {
          ‹thing›.completedAt = new Date();
          ⟦await this.‹others›.‹late›(‹thing›);
          await this.‹things›.‹early›(‹thing›);→await this.‹things›.‹early›(‹thing›);
          await this.‹others›.‹late›(‹thing›);⟧
          this.logger.info("completed");
        }
      }
      `,
      `
      router.post("/‹things:kebab›", async (req, res) => {
        const ‹thing› = { id: randomUUID(), ...req.body };
        ⟦await ‹other›.‹late›("‹thing:kebab›", ‹thing›);
        await db.‹early›("‹things:snake›", ‹thing›);→await db.‹early›("‹things:snake›", ‹thing›);
        await ‹other›.‹late›("‹thing:kebab›", ‹thing›);⟧
        res.status(201).json(‹thing›);
      });
      `,
    ],
  }),

  sketched("both-at-the-same-time", {
    seen: [
      "load both at [once|the same time]",
      "=[these|the two] don't depend on each other, [run them in parallel|do both at once]",
      "fetch {things} and {others} in parallel",
      "=why does it wait for the {wordsThings} before it gets the {wordsOthers}?",
      "do both at once[ with Promise.all|]",
      "use Promise.all [for the two|here]",
      "=[could|can] these two run at the same time?",
      "=takes twice as long as it should, load {things} and {others} together",
      "=slow, the two requests should run in parallel",
      "=one waits for the other for no reason",
      "=Promise.all [pls|here]",
      "=parallel please",
      "get {things} and {others} together",
      "=would be faster to load {things} and {others} at once",
      "=no need to wait for {things} before asking for {others}",
    ],
    unseen: [
      "=two round trips in a row where both could be under way",
      "start both loads before waiting for either",
    ],
    vars: {
      load: ["listOf", "findFor", "loadFor", "fetchOf", "allOf"],
      by: ["userId", "tenantId", "projectId", "accountId", "teamId", "orgId"],
    },
    code: [
      `
      ƒ async overview(‹by›: string) {
        ⟦const ‹things› = await ‹thing›Api.‹load›(‹by›);
        const ‹others› = await ‹other›Api.‹load›(‹by›);→const [‹things›, ‹others›] = await Promise.all([
          ‹thing›Api.‹load›(‹by›),
          ‹other›Api.‹load›(‹by›),
        ]);⟧
        return { ‹things›, ‹others›«, at: new Date()|» };
      ƒ}
      `,
      `
      router.get("/dashboard/:‹by›", async (req, res) => {
        const { ‹by› } = req.params;
        ⟦const ‹things› = await db.‹things›.find({ ‹by› });
        const ‹others› = await db.‹others›.find({ ‹by› });→const [‹things›, ‹others›] = await Promise.all([
          db.‹things›.find({ ‹by› }),
          db.‹others›.find({ ‹by› }),
        ]);⟧
        res.json({ ‹things›, ‹others›, count: ‹things›.length + ‹others›.length });
      });
      `,
      `
      export class Summary {
        async build(‹by›: string) {
          ⟦const ‹things› = await this.‹things›.‹load›(‹by›);
          const ‹others› = await this.‹others›.‹load›(‹by›);→const [‹things›, ‹others›] = await Promise.all([
            this.‹things›.‹load›(‹by›),
            this.‹others›.‹load›(‹by›),
          ]);⟧
          const lines = [...‹things›, ...‹others›].map((one) => one.name);
          await this.mailer.send(lines.join("\\n"));
        }
      }
      `,
    ],
  }),

  sketched("nothing-to-do-when-empty", {
    seen: [
      "return early when {list} is empty",
      "=nothing to do when {list} is empty, return[ early|]",
      "skip it when there are no {list}[, return|: return early]",
      "=when there are no {list} it should just return",
      "=an empty {list} still makes a request, just return then",
      "=[if|when] {list} is empty: return",
      "=[can|could] we return right away if {list} is empty?",
      "=fails with an empty {list}, return early then",
      "=why do we call it with no {list}? return first",
      "=should [do nothing|just return] for an empty {list}",
      "add an early return for an empty {list}",
      "=early return if no {list} pls",
      "stop at once if {list} has nothing in it",
      "=empty {list} → return",
      "=it isn't worth the call when {list} is empty, leave before",
    ],
    unseen: ["=zero {list} should cost nothing", "get out at the top if {list} has no entries"],
    vars: {
      list: [
        "ids",
        "rows",
        "recipients",
        "changes",
        "emails",
        "keys",
        "batch",
        "events",
        "messages",
        "tokens",
      ],
    },
    code: [
      `
      ƒ async remove‹Things›(‹list›: string[]): Promise<void> {
        ⟦→if (‹list›.length === 0) return;⟧
        await db.delete("‹things:snake›").whereIn("«id|number»", ‹list›);
        logger.info({ count: ‹list›.length }, "‹things:words› removed");
      ƒ}
      `,
      `
      export class ‹Thing›Client {
        async push(‹list›: ‹Thing›Item[]): Promise<void> {
          ⟦→if (‹list›.length === 0) return;⟧
          const body = JSON.stringify({ source: this.name, ‹list› });
          await this.http.post("/‹things:kebab›/bulk", body);
        }

        async ping(): Promise<void> {
          await this.http.get("/health");
        }
      }
      `,
      `
      ƒ async tell‹Others›(‹thing›: ‹Thing›, ‹list›: string[]): Promise<void> {
        ⟦→if (‹list›.length === 0) return;⟧
        const title = ´‹Thing› €{‹thing›.name}´;
        ‹fill›
        await push.sendMany(‹list›, { title«, sound: "default"|» });
      ƒ}
      `,
    ],
  }),

  sketched("count-those-left-out", {
    seen: [
      "count the skipped ones [too|as well] and return them as {skipped}",
      "=should also say how many were skipped, as {skipped}",
      "return {skipped} too, the number of those that [are|were] skipped",
      "=we want to know how many were skipped, {skipped} in the result",
      "=add {skipped}: how many it passed over",
      "=[can|could] it count the skipped ones as {skipped}?",
      "=i only see {done}, not how many were skipped. {skipped} please",
      "=the numbers [are|look] wrong without the skipped ones, count them in {skipped}",
      "=count what continue passes over, return {skipped} next to {done}",
      "=would like {skipped} next to {done}[, for those it skips|]",
      "keep count of the skipped ones in {skipped} and hand it back",
      "=[the|] skipped ones are not counted, {skipped}[ please|]",
      "=result needs {skipped} as well (the ones skipped)",
      "=how many did it skip? return that as {skipped}",
    ],
    unseen: [
      "=ten go in and seven are reported, put the other three in {skipped}",
      "report those passed over under {skipped}, beside {done}",
    ],
    rows: [
      [
        { done: "saved", skipped: "skipped", verb: "save" },
        { done: "imported", skipped: "ignored", verb: "insert" },
        { done: "sent", skipped: "skipped", verb: "send" },
        { done: "updated", skipped: "unchanged", verb: "update" },
        { done: "created", skipped: "existing", verb: "create" },
        { done: "deleted", skipped: "kept", verb: "remove" },
        { done: "processed", skipped: "skippedCount", verb: "process" },
      ],
    ],
    vars: { test: ["known.has(one.id)", "one.done", "!one.active", "one.archivedAt", "seen.has(one.key)"] },
    code: [
      `
      ƒ async run‹Things›(‹things›: ‹Thing›[]) {
        let ‹done› = 0;
        ⟦→let ‹skipped› = 0;⟧
        for (const one of ‹things›) {
          ⟦if (‹test›) continue;→if (‹test›) {
            ‹skipped› += 1;
            continue;
          }⟧
          await ‹other›Api.‹verb›(one);
          ‹done› += 1;
        }
        return { ‹done›⟦→, ‹skipped›⟧ };
      ƒ}
      `,
      `
      export class ‹Thing›Job {
        async run(known: Set<string>) {
          const ‹things› = await this.source.read();
          let ‹done› = 0;
          ⟦→let ‹skipped› = 0;⟧
          for (const one of ‹things›) {
            ⟦if (known.has(one.id)) continue;→if (known.has(one.id)) {
              ‹skipped› += 1;
              continue;
            }⟧
            await this.target.‹verb›(one);
            ‹done› += 1;
          }
          return { total: ‹things›.length, ‹done›⟦→, ‹skipped›⟧ };
        }
      }
      `,
    ],
  }),

  sketched("no-save-when-the-same", {
    seen: [
      "skip [it|the update] when {field} is the same",
      "return early if {field} [didn't change|is unchanged]",
      "=don't save when {field} hasn't changed, return",
      "=nothing to do when {field} stays the same, return then",
      "=writes even when {field} is what it was, return early instead",
      "=[can|could] we return before saving if {field} is unchanged?",
      "=setting the same {field} again should do nothing",
      "=same {field}[ again|]: [just|] return",
      "=if {field} is the same as before, return",
      "=we save and log even if {field} is already that",
      "=only save when {field} really changes[, return otherwise|]",
      "leave right away if the {wordsThing} has that {field} already",
      "=no change in {field}, no write: [return|early return]",
      "=the history is full of changes that aren't any, return when {field} is equal",
      "=unchanged {field} should be a no-op (return)",
    ],
    unseen: [
      "=giving it the {field} it has shouldn't touch the database",
      "bail out while {field} equals the new one",
    ],
    vars: { field: FIELDS },
    code: [
      `
      ƒ async set‹Field›(‹thing›: ‹Thing›, ‹field›: string): Promise<void> {
        ⟦→if (‹thing›.‹field› === ‹field›) return;⟧
        ‹thing›.‹field› = ‹field›;
        await ‹things›.save(‹thing›);
        await history.add(‹thing›.id, "‹field›");
      ƒ}
      `,
      `
      export class ‹Thing›Service {
        async change‹Field›(id: string, ‹field›: string): Promise<void> {
          const ‹thing› = await this.‹things›.get(id);
          ⟦→if (‹thing›.‹field› === ‹field›) return;⟧
          await this.‹things›.update(id, { ‹field› });
          this.events.emit("‹thing:kebab›.changed", { id, ‹field› });
        }
      }
      `,
      `
      ƒ async move‹Thing›(‹thing›: ‹Thing›, ‹field›: string, by: User): Promise<void> {
        ⟦→if (‹thing›.‹field› === ‹field›) return;⟧
        await db.query("update ‹things:snake› set ‹field:snake› = $1 where id = $2", [‹field›, ‹thing›.id]);
        await audit.log(by.id, ´‹field:words› is now €{‹field›}´);
      ƒ}
      `,
    ],
  }),

  sketched("closed-whatever-happens", {
    seen: [
      "close {it} in a finally",
      "call {end} in finally",
      "=when the query throws {it} stays open, finally",
      "=[needs|wants] a try/finally so that {end} is [always|really] called",
      "=leaks {it} when something fails",
      "=should {end} {it} also when it fails",
      "=after an error {it} is never given back, use finally",
      "=[can|could] we {end} {it} in a finally?",
      "=on errors {end} isn't called",
      "put {end} in a finally[ block|]",
      "=finally for {end} pls",
      "=we run out of connections after some errors",
      "make sure {end} runs in any case",
      "=why is {it} still open after a failure?",
      "=the {end} is skipped if anything throws before it",
    ],
    unseen: [
      "=every failed call costs us one more {it}",
      "guard against throws so that {it} always gets its {end}",
    ],
    rows: [
      [
        { it: "client", end: "release", open: "pool.connect()" },
        { it: "connection", end: "close", open: "openConnection(url)" },
        { it: "session", end: "end", open: "driver.session()" },
        { it: "file", end: "close", open: 'open(path, "r")' },
        { it: "lock", end: "release", open: 'locks.acquire("‹thing:kebab›")' },
        { it: "page", end: "close", open: "browser.newPage()" },
        { it: "channel", end: "close", open: "broker.createChannel()" },
        { it: "cursor", end: "destroy", open: "store.openCursor()" },
      ],
    ],
    code: [
      `
      ƒ async count‹Things›(«url: string|path: string|options: Options») {
        const ‹it› = await ‹open›;
        ⟦const result = await read‹Things›(‹it›);
        await ‹it›.‹end›();
        return result.length;→try {
          const result = await read‹Things›(‹it›);
          return result.length;
        } finally {
          await ‹it›.‹end›();
        }⟧
      ƒ}
      `,
      `
      ƒ async with‹Other›(path: string, url: string): Promise<void> {
        const ‹it› = await ‹open›;
        ⟦await import‹Things›(‹it›);
        await mark‹Others›(‹it›);
        await ‹it›.‹end›();→try {
          await import‹Things›(‹it›);
          await mark‹Others›(‹it›);
        } finally {
          await ‹it›.‹end›();
        }⟧
      ƒ}
      `,
      `
      export class ‹Thing›Runner {
        async run(path: string, url: string): Promise<void> {
          this.started += 1;
          const ‹it› = await ‹open›;
          ⟦await this.step(‹it›, "‹thing:kebab›");
          await ‹it›.‹end›();→try {
            await this.step(‹it›, "‹thing:kebab›");
          } finally {
            await ‹it›.‹end›();
          }⟧
        }
      }
      `,
    ],
  }),

  sketched("await-that-call", {
    seen: [
      "await {call}",
      "=await is missing before {call}",
      "=forgot the await on {call}",
      "=[the|] {call} isn't awaited",
      "=errors of {call} get lost because nobody waits",
      "=should wait for {call}",
      "=it goes on before {call} is done",
      "=we don't wait for {call}",
      "=why does it return before {call} has finished?",
      "=needs an await [before|at] {call}",
      "=await {call} pls",
      "=unhandled rejection from {call}",
      "=[can|could] we await {call}?",
      "wait for {call} [to finish|] before going on",
      "=floating promise: {call}",
      "=lint: {call} is a floating promise, await it",
    ],
    unseen: [
      "=by the time the caller continues, {call} hasn't happened yet",
      "let {call} finish before the next line",
    ],
    vars: {
      call: [
        "saveAll",
        "writeAudit",
        "sendReceipt",
        "flush",
        "publishChange",
        "updateIndex",
        "invalidate",
        "lockAccount",
        "storeResult",
        "notifyOwner",
        "releaseStock",
      ],
    },
    code: [
      `
      ƒ async complete‹Thing›(‹thing›: ‹Thing›) {
        await ‹things›.update(‹thing›.id, { done: true });
        ⟦→await ⟧‹call›(‹thing›);
        await log‹Other›(‹thing›.id);
        return ‹thing›;
      ƒ}
      `,
      `
      export class ‹Thing›Service {
        async import(‹things›: ‹Thing›[]): Promise<void> {
          for (const ‹thing› of ‹things›) {
            await this.check(‹thing›);
            ⟦→await ⟧this.‹call›(‹thing›);
          }
          this.logger.info("imported");
        }

        private async ‹call›(‹thing›: ‹Thing›): Promise<void> {
          await this.client.post("/‹things:kebab›", ‹thing›);
        }
      }
      `,
      `
      app.post("/‹things:kebab›/:id", async (req, res) => {
        const ‹thing› = await db.‹things›.get(req.params.id);
        ⟦→await ⟧‹call›(‹thing›, req.body);
        «metrics.increment("‹thing:kebab›");|»
        res.sendStatus(204);
      });
      `,
    ],
  }),
];
