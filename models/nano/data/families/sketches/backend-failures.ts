import { sketched } from "./sketch.ts";

/** What people ask of work that may fail: messages, retries, things done in parallel. */
export const BACKEND_FAILURES = [
  sketched("ack-when-done", {
    seen: [
      "=messages are lost when {handler} throws, {ack} comes too early",
      "=it's acked before {handler} [is done|has finished]",
      "ack only [after|once] {handler} [worked|succeeded|is done]",
      "move {ack} behind {handler}",
      "={ack} [should|must] come last",
      "=if the process dies in {handler} the message is gone",
      "=why is the message [confirmed|acked] before it's [processed|handled]?",
      "=a crash in {handler} loses the {wordsThing}",
      "=we [only want|want] to ack what has been processed",
      "=failed {wordsThings} never come back, because they were acked before the work",
      "=acked too early",
      "=ack comes before the work",
      "=on a crash the {wordsThing} isn't redelivered",
      "=the order is wrong: [first the work|first {handler}], then {ack}",
      "swap {ack} and {handler}",
      "=at least once delivery please, so {ack} after {handler}",
      "={handler} fails and the {wordsThing} is gone",
      "=shouldn't {ack} come after {handler}?",
      "=[redelivery|retry] doesn't work because it's acked up front",
      "don't ack before {handler} has run",
    ],
    unseen: [
      "=the broker forgets the {wordsThing} although nothing was done with it yet",
      "confirm the message as the very last thing",
    ],
    vars: {
      handler: [
        "handle‹Thing›",
        "process‹Thing›",
        "save‹Thing›",
        "apply‹Thing›",
        "store‹Thing›",
        "import‹Thing›",
      ],
      msg: ["msg", "message", "delivery", "envelope", "raw"],
      ack: [
        "‹msg›.ack()",
        "‹msg›.ack()",
        "channel.ack(‹msg›)",
        "ch.ack(‹msg›)",
        "consumer.ack(‹msg›)",
        "queue.remove(‹msg›.id)",
      ],
    },
    code: [
      `
      ƒ async on‹Thing›Message(‹msg›: Message) {
        const ‹thing› = parse‹Thing›(‹msg›);
        «logger.debug({ id: ‹thing›.id }, "‹thing:words› received");|const startedAt = Date.now();|metrics.increment("‹thing›.received");|»
        ⟦await ‹ack›;
        await ‹handler›(‹thing›);→await ‹handler›(‹thing›);
        await ‹ack›;⟧
      ƒ}
      `,
      `
      await channel.consume("‹things:kebab›", async (‹msg›) => {
        if («‹msg› === null|!‹msg›») return;
        const ‹thing› = JSON.parse(‹msg›.content.toString()) as ‹Thing›;
        ⟦‹ack›;
        await ‹handler›(‹thing›);→await ‹handler›(‹thing›);
        ‹ack›;⟧
        «logger.info({ id: ‹thing›.id }, "‹thing:words› consumed");|»
      });
      `,
      `
      export class ‹Thing›Consumer {
        async receive(‹msg›: Message<‹Thing›>): Promise<void> {
          «this.received++;|this.logger.debug("‹thing:words› received");|»
          ⟦await ‹ack›;
          await this.‹handler›(‹msg›.body);→await this.‹handler›(‹msg›.body);
          await ‹ack›;⟧
          «this.lastMessageAt = Date.now();|this.metrics.increment("‹thing›");|»
        }
      }
      `,
    ],
  }),

  // Where the text or the call is wanted exactly, the wordings say it.
  sketched("bad-message-is-skipped", {
    seen: [
      "=bad json [kills|takes down] the [consumer|worker]. log it as {log} and return",
      "=one [broken|malformed] {wordsMsg} and [everything stops|the consumer dies]. {log} and return [instead|then]",
      "catch the parse error, {log}[ and|, then] return",
      "=if the json is [invalid|broken], call {log} and return",
      "=invalid json shouldn't throw here, [just |]{log} and return",
      "=JSON.parse may throw: {log} and return",
      "=a {wordsMsg} that isn't json [must not|may not] crash this, {log}, then return",
      "=SyntaxError: Unexpected token … in JSON. skip such messages: {log} and return",
      "=can we skip messages that [don't parse|aren't json]? {log}, return",
      "skip what can't be parsed, with {log}",
      "=poison messages block the queue, {log} and return when JSON.parse fails",
      "=someone sent us text that isn't json and the [process|consumer] [died|crashed]. {log}, return",
      "=a syntax error in one {wordsMsg} must not kill us, {log} and leave",
      "guard JSON.parse, on failure {log} and return",
      "=what if it's not json? {log} and return",
      "=parse errors: {log}, return",
    ],
    unseen: [
      "=garbage in the queue must be survived: {log} and out",
      "ignore unparsable input after a {log}",
    ],
    vars: {
      msg: ["msg", "message", "event", "delivery", "packet", "frame"],
      raw: ["body", "data", "value", "payload", "content", "text"],
      parsed: ["‹thing›", "job", "command", "update", "change"],
      level: ["warn", "error"],
      logger: ["logger", "log", "console"],
      text: [
        "invalid message",
        "bad json",
        "cannot parse message",
        "message skipped",
        "malformed ‹thing:words›",
        "not json",
      ],
      log: ['‹logger›.‹level›("‹text›")'],
    },
    code: [
      `
      ƒ async on‹Thing›(‹msg›: Message) {
        ⟦const ‹parsed› = JSON.parse(‹msg›.‹raw›) as ‹Thing›;→let ‹parsed›: ‹Thing›;
        try {
          ‹parsed› = JSON.parse(‹msg›.‹raw›) as ‹Thing›;
        } catch {
          ‹logger›.‹level›("‹text›");
          return;
        }⟧
        await handle‹Thing›(‹parsed›);
        «await ‹msg›.ack();|‹logger›.info("‹thing:words› handled");»
      ƒ}
      `,
      `
      socket.on("message", async (‹msg›) => {
        «if (closed) return;|seen++;»
        ⟦const ‹parsed› = JSON.parse(‹msg›.‹raw›);→let ‹parsed›;
        try {
          ‹parsed› = JSON.parse(‹msg›.‹raw›);
        } catch {
          ‹logger›.‹level›("‹text›");
          return;
        }⟧
        if (‹parsed›.type === "ping") return socket.send("pong");
        «await dispatch(‹parsed›);|listeners.forEach((one) => one(‹parsed›));»
      });
      `,
      `
      export class ‹Thing›Consumer {
        async handle(‹msg›: KafkaMessage): Promise<void> {
          ⟦const ‹parsed›: ‹Thing›Event = JSON.parse(String(‹msg›.‹raw›));→let ‹parsed›: ‹Thing›Event;
          try {
            ‹parsed› = JSON.parse(String(‹msg›.‹raw›));
          } catch {
            ‹logger›.‹level›("‹text›");
            return;
          }⟧
          await this.‹things›.apply(‹parsed›);
          this.offset = ‹msg›.offset;
        }
      }
      `,
    ],
  }),

  sketched("failing-side-work-is-logged", {
    seen: [
      "=if {side} fails the whole [thing|request|call] fails. just log it with {log} and [carry on|go on]",
      "=[a failing|when] {side} [must not|shouldn't] [break|stop] this, log it with {log}",
      "=an error [in|from] {side} should only be logged: {log}",
      "={side} isn't [important|essential], catch its errors and {log}",
      "[catch|swallow] errors of {side} and log them[: {log}| with {log}]",
      "put {side} in a try, in the catch {log}",
      "=the {wordsThing} [is there|was saved] but the caller gets an error because {side} [threw|failed]. {log} and carry on",
      "={side} may fail, that's ok, {log}",
      "=can we go on when {side} throws? {log} is enough",
      "=don't let {side} take everything down, {log} [instead|is enough]",
      "=yesterday {side} was down and nobody could do anything. only {log} in that case",
      "={side} isn't worth failing for, {log}",
      "=everything was saved but the user sees an error, since {side} threw. {log} instead",
      "wrap {side} in try/catch and {log}",
    ],
    unseen: [
      "=trouble with {side} is no reason to fail, a {log} will do",
      "survive a throwing {side}, with {log}",
    ],
    vars: {
      side: [
        "mailer.send",
        "sendMail",
        "notify",
        "analytics.track",
        "audit.write",
        "search.index",
        "slack.post",
        "events.publish",
        "webhooks.fire",
        "cache.warm",
        "crm.push",
      ],
      err: ["err", "error", "e"],
      text: [
        "mail failed",
        "side work failed",
        "notification failed",
        "could not notify",
        "publish failed",
        "not delivered",
      ],
      log: [
        'logger.error("‹text›", ‹err›)',
        'logger.warn("‹text›", ‹err›)',
        'console.error("‹text›", ‹err›)',
        'log.error({ ‹err› }, "‹text›")',
        'logger.warn({ ‹err› }, "‹text›")',
      ],
    },
    code: [
      `
      ƒ async create‹Thing›(input: ‹Thing›Input) {
        const ‹thing› = await ‹things›.insert(input);
        «await ‹others›.attach(‹thing›);|‹fill›»
        ⟦→try {⟧
        ⟦→  ⟧await ‹side›({
        ⟦→  ⟧  «to: ‹thing›.email|id: ‹thing›.id|ref: ‹thing›.ref»,
        ⟦→  ⟧  «subject: "Welcome!"|kind: "‹thing›.created"|text: describe(‹thing›)»,
        ⟦→  ⟧});
        ⟦→} catch (‹err›) {
          ‹log›;
        }⟧
        return ‹thing›;
      ƒ}
      `,
      `
      router.post("/‹things:kebab›/:id/«close|approve|cancel»", async (req, res) => {
        const ‹thing› = await ‹things›.«close|approve|finish»(req.params.id);
        ⟦→try {⟧
        ⟦→  ⟧await ‹side›(«‹thing›|"‹thing›", ‹thing›.id|req.user, ‹thing›»);
        ⟦→} catch (‹err›) {
          ‹log›;
        }⟧
        res.json(‹thing›);
      });
      `,
      `
      export class ‹Thing›Service {
        async «pay|ship|publish»(id: string): Promise<‹Thing›> {
          const ‹thing› = await this.repo.get(id);
          ‹thing›.«done = true|state = "done"|updatedAt = new Date()»;
          await this.repo.save(‹thing›);
          ⟦→try {⟧
          ⟦→  ⟧await ‹side›(‹thing›«.id|, this.config|»);
          ⟦→} catch (‹err›) {
            ‹log›;
          }⟧
          return ‹thing›;
        }
      }
      `,
    ],
  }),

  sketched("one-failure-does-not-stop-the-others", {
    seen: [
      "=if one {wordsThing} fails [the others are given up|the rest isn't waited for|the whole call fails], use allSettled",
      "=one [bad|failing] {wordsThing} [makes|lets] [the whole thing|everything] reject, allSettled [please|would be better]",
      "use allSettled [so that one failure doesn't stop the rest|for the {wordsThings}]",
      "switch the {wordsThings} to Promise.allSettled",
      "=should be allSettled[, not all|], a single {wordsThing} may fail",
      "=allSettled, so the other {wordsThings} still go out",
      "=don't fail just because one {wordsThing} failed: allSettled",
      "=can this wait for all {wordsThings} even if some reject? allSettled",
      "wait for all {wordsThings}, whether they fail or not, with allSettled",
      "=all → allSettled for the {wordsThings}",
      "=a single bad {wordsThing} and nobody else gets anything, [should be|use] allSettled",
      "=the {wordsThings} are independent, so allSettled",
      "=when one {wordsThing} throws we never wait for the others, allSettled",
      "=not all but allSettled for the {wordsThings}",
    ],
    unseen: [
      "=a rejected {wordsThing} spoils it for all of them, allSettled is what we want",
      "let every {wordsThing} come to its own end via allSettled",
    ],
    vars: {
      verb: [
        "send",
        "deliver",
        "notify",
        "sync",
        "refresh",
        "push",
        "upload",
        "publish",
        "invalidate",
        "close",
      ],
      what: ["event", "update", "change", "news"],
    },
    code: [
      `
      ƒ async ‹verb›All(‹things›: ‹Thing›[], ‹other›: ‹Other›) {
        const settings = await Promise.all([load‹Other›Settings(‹other›), loadLimits()]);
        await Promise.⟦all→allSettled⟧(‹things›.map((‹thing›) => ‹verb›(‹thing›, settings)));
        «logger.info({ count: ‹things›.length }, "done");|metrics.increment("‹verb›.done");|»
      ƒ}
      `,
      `
      events.on("‹other›.changed", async (‹other›) => {
        const ‹things› = await db.‹things›.findMany({ where: { ‹other›Id: ‹other›.id } });
        ‹fill›
        await Promise.⟦all→allSettled⟧(
          ‹things›.map(async (‹thing›) => {
            await ‹verb›(‹thing›.«url|email|id», ‹other›);
            await db.‹things›.touch(‹thing›.id);
          }),
        );
      });
      `,
      `
      export class ‹Thing›Hub {
        private readonly ‹things› = new Set<‹Thing›>();

        async «start|open»(): Promise<void> {
          await Promise.all([this.store.open(), this.bus.connect()]);
        }

        async ‹verb›(‹what›: ‹Other›Event): Promise<void> {
          const all = [...this.‹things›].map((‹thing›) => ‹thing›.‹verb›(‹what›));
          await Promise.⟦all→allSettled⟧(all);
        }
      }
      `,
    ],
  }),

  // p-limit is in scope as pLimit, or a limit is.
  sketched("so-many-at-a-time", {
    seen: [
      "=only {n} {wordsThings} at a time[, use {limit}|]",
      "=fires [hundreds of|all] requests at once, {n} at a time is [enough|ok], {limit} is there",
      "limit it to {n} [at once|in parallel] with {limit}",
      "=api answers 429, we should only [have|run] {n} [at once|in parallel], that's what {limit} is for",
      "use {limit} for the {wordsThings}",
      "run the {wordsThings} through {limit}",
      "=all {wordsThings} at once is too much, {limit} isn't used",
      "={limit} isn't used[ for the {wordsThings}|]",
      "=why do the {wordsThings} not go through {limit}?",
      "=runs out of sockets, limit the {wordsThings} with {limit}",
      "=no more than {n} {wordsThings} in flight please, see {limit}",
      "=too many open connections, {limit} should hold them back",
      "=it opens a connection for every {wordsThing} at the same moment, [that's what {limit} is for|use {limit}]",
      "=with 1000 {wordsThings} it [falls over|dies], go through {limit}",
      "=the {wordsThings} should be done {n} at a time, via {limit}",
      "wrap the calls in {limit}",
      "={limit} was made for this[ but nobody calls it|]",
      "=we get rate limited. {limit} please",
      "=ECONNRESET with many {wordsThings}, should use {limit}",
      "put {limit} around the work for each {wordsThing}",
      "=unbounded parallelism, use {limit}",
    ],
    unseen: [
      "=upstream is overwhelmed by so many parallel {wordsThings}, {limit} allows {n}",
      "throttle the {wordsThings} by way of {limit}",
    ],
    vars: {
      n: ["2", "3", "4", "5", "8", "10", "16", "20"],
      limit: ["limit", "throttle", "gate", "slots", "pool", "atOnce"],
      field: ["url", "path", "id", "file", "address"],
      verb: ["fetch", "upload", "resize", "sync", "import", "check", "scan", "render", "geocode"],
    },
    code: [
      `
      const ‹limit› = pLimit(‹n›);

      ƒ async ‹verb›‹Things›(‹things›: ‹Thing›[]) {
        ‹fill›
        const results = await Promise.all(‹things›.map((‹thing›) => ⟦‹verb›‹Thing›(‹thing›)→‹limit›(() => ‹verb›‹Thing›(‹thing›))⟧));
        return results.«flat()|filter(Boolean)|map((one) => one.id)»;
      ƒ}
      `,
      `
      const ‹limit› = pLimit(‹n›);

      router.post("/‹things:kebab›/‹verb›", async (req, res) => {
        const ‹things› = await db.‹things›.all();
        const names = ‹things›.map((‹thing›) => label(‹thing›));
        await Promise.all(
          ‹things›.map((‹thing›) => ⟦‹verb›(‹thing›.‹field›)→‹limit›(() => ‹verb›(‹thing›.‹field›))⟧),
        );
        res.json({ names });
      });
      `,
      `
      export class ‹Thing›Importer {
        private readonly ‹limit› = pLimit(‹n›);

        constructor(private readonly client: Client) {}

        async run(ids: string[]): Promise<‹Thing›[]> {
          const wanted = ids.filter((id) => !this.client.has(id));
          return Promise.all(wanted.map((id) => ⟦this.client.‹verb›(id)→this.‹limit›(() => this.client.‹verb›(id))⟧));
        }
      }
      `,
    ],
  }),

  sketched("in-batches", {
    seen: [
      "=too many [rows|{wordsThings}] for one insert, [do it in|split it into] batches of {n}",
      "insert in [batches|chunks] of {n}",
      "=[breaks|blows up|fails] with 50000 {wordsThings}, {n} at a time would work",
      "insert the {wordsThings} {n} at a time",
      "=the statement gets too big, [chunk it|use chunk], {n} each",
      "use chunk to insert {n} {wordsThings} at a time",
      "=bind message has too many parameters. chunks of {n}",
      "=should insert at most {n} {wordsThings} at once",
      "=can we insert in batches of {n}? there's chunk[ for that|]",
      "=postgres can't take that many parameters, {n} rows per insert",
      "split the [insert|{wordsThings}] into chunks of {n}",
      "=works with [ten|a few] {wordsThings} but not with [the real|a big] file, {n} per statement",
      "=memory goes up and then the insert fails, {n} [{wordsThings}|rows] at a time please",
      "=max_allowed_packet exceeded, send {n} at a time",
      "use chunk[ with {n}|, {n} each]",
      "=the insert [times out|takes forever] on large files. batches of {n}",
    ],
    unseen: [
      "=huge imports choke on the single insert, go {n} by {n}",
      "let each insert have {n} {wordsThings} at most",
    ],
    vars: {
      n: ["100", "200", "250", "500", "1000", "2000", "5000"],
      db: ["db", "knex", "trx"],
      rows: ["rows", "records", "‹things›", "entries", "parsed"],
    },
    code: [
      `
      import { chunk } from "«lodash|lodash-es|../util/arrays|./chunk»";

      ƒ async import‹Things›(source: string) {
        const ‹rows› = await read‹Things›(source);
        «await ‹db›("imports").insert({ count: ‹rows›.length });|‹fill›»
        ⟦→for (const batch of chunk(‹rows›, ‹n›)) {⟧
        ⟦→  ⟧await ‹db›("‹things:snake›").insert(⟦‹rows›→batch⟧);
        ⟦→}⟧
        return ‹rows›.length;
      ƒ}
      `,
      `
      import { chunk } from "«lodash|remeda|../lib/chunk»";

      export class ‹Thing›Store {
        async replaceAll(‹rows›: ‹Thing›[]): Promise<void> {
          await this.prisma.‹thing›.deleteMany();
          ⟦→for (const batch of chunk(‹rows›, ‹n›)) {⟧
          ⟦→  ⟧await this.prisma.‹thing›.createMany({ data: ⟦‹rows›→batch⟧ });
          ⟦→}⟧
          this.updatedAt = new Date();
        }
      }
      `,
      `
      import { chunk } from "«lodash|es-toolkit|./arrays»";

      const ‹rows› = await load‹Things›();
      const old = await ‹Thing›Model.countDocuments();
      ⟦→for (const batch of chunk(‹rows›, ‹n›)) {⟧
      ⟦→  ⟧await ‹Thing›Model.insertMany(⟦‹rows›→batch⟧);
      ⟦→}⟧
      console.log(´€{‹rows›.length} ‹things:words› added to €{old}´);
      `,
    ],
  }),

  sketched("give-up-at-once-on-bad-requests", {
    seen: [
      "=a {status} is [retried|tried again], that will never work. [throw|rethrow] right away",
      "don't retry on {status}",
      "[throw|rethrow] at once if the status is {status}",
      "=no [retry|retries] for {status}[, just throw|]",
      "=retrying a {status} makes no sense",
      "=why do we retry {status}? [should fail immediately|just rethrow]",
      "=it [waits|takes] a minute until a {status} is reported, since it is [retried|tried again] all the time",
      "={status} should be thrown immediately",
      "=a {status} shouldn't be tried again",
      "=should give up when {err}.status is {status}",
      "=on {status} there's no point in trying again",
      "=three tries for a {status}? [no|pointless]. throw it",
      "=a {status} won't get better by [trying again|repeating it]",
      "=[we hammer|we annoy] them with requests they answer with {status}, stop at the first",
      "[stop|give up] on a {status}, rethrow it",
      "=no point in waiting after a {status}, rethrow",
      "=in case of {status} throw {err} without another try",
      "skip the retries for {status} and throw {err}",
      "={status} isn't temporary, rethrow {err}",
    ],
    unseen: ["=a {status} is final, stop after the first one", "fail fast in case of {status}"],
    vars: {
      status: ["400", "401", "403", "404", "409", "410", "413", "422"],
      err: ["err", "error", "e", "cause"],
      verb: ["send", "post", "fetch", "upload", "submit", "sync"],
      max: ["maxTries", "limit", "maxAttempts", "retries", "attempts"],
    },
    code: [
      `
      ƒ async ‹verb›WithRetry(‹thing›: ‹Thing›«, ‹max› = 3|») {
        for (let attempt = 1; ; attempt++) {
          try {
            return await ‹verb›(‹thing›);
          } catch (‹err›) {
            ⟦→if (‹err›.status === ‹status›) throw ‹err›;⟧
            if (attempt >= ‹max›) throw ‹err›;
            «logger.warn({ attempt }, "‹verb› failed");|metrics.increment("‹verb›.retry");|»
            await sleep(«1000 * attempt|2 ** attempt * 100»);
          }
        }
      ƒ}
      `,
      `
      ƒ async withRetry<T>(work: () => Promise<T>, left: number): Promise<T> {
        try {
          return await work();
        } catch (‹err›) {
          ⟦→if (‹err›.status === ‹status›) throw ‹err›;⟧
          if (left <= 0) throw ‹err›;
          await «sleep|delay|wait»(«500|backoff()|1000»);
          return withRetry(work, left - 1);
        }
      ƒ}
      `,
      `
      export class ‹Thing›Client {
        async ‹verb›(path: string, body?: unknown) {
          let last: unknown;
          for (let left = this.‹max›; left > 0; left--) {
            try {
              return await this.request(path, body);
            } catch (‹err›) {
              ⟦→if (‹err›.status === ‹status›) throw ‹err›;⟧
              last = ‹err›;
              await this.pause(«left|200»);
            }
          }
          throw last;
        }
      }
      `,
    ],
  }),

  sketched("wait-longer-each-time", {
    seen: [
      "=the pause should double [with each|after every] [try|failure]",
      "use exponential backoff",
      "=exponential backoff instead of always {ms} ms",
      "=always waits {ms} ms, [should double each time|make it exponential]",
      "double the wait after each [failure|try]",
      "make the [delay|backoff] exponential, starting at {ms}",
      "=we hammer the server every {ms} ms, please wait {ms}, then twice that, and so on",
      "=wait twice as long [every|each] time",
      "=[can|could] the delay grow exponentially[ from {ms}|]?",
      "=backoff should be exponential",
      "=same delay before every try, i'd expect it to double",
      "=retries come too fast after each other, double the [delay|pause] every time",
      "=constant {ms} ms between tries, [i'd rather have|better] {ms}, then double, then double again",
      "=the delay never grows",
      "=if the server is down we knock every {ms} ms, please back off exponentially",
      "[grow|increase] the delay exponentially",
      "=times 2 for every [try|attempt]",
      "multiply the delay by two each time",
      "=the service is under enough stress, don't retry every {ms} ms but wait twice as long each time",
      "=backoff isn't one, it's always {ms}[, double it each time|]",
    ],
    unseen: [
      "=first {ms}, next twice as much, then four times, you get it",
      "back off harder the more often it fails, times two each",
    ],
    vars: {
      ms: ["100", "200", "250", "300", "500", "1000", "2000", "5000"],
      attempt: ["attempt", "tries", "retry", "i", "round"],
      sleep: ["sleep", "delay", "wait", "pause", "setTimeout"],
      verb: ["send", "connect", "fetch", "upload", "poll", "publish"],
    },
    code: [
      `
      ƒ async ‹verb›‹Thing›(‹thing›: ‹Thing›) {
        for (let ‹attempt› = 0; ‹attempt› < «5|MAX_TRIES|this.tries»; ‹attempt›++) {
          try {
            return await client.‹verb›(‹thing›);
          } catch (err) {
            logger.warn({ err, ‹attempt› }, "‹thing:words› failed");
            await ‹sleep›(⟦‹ms›→‹ms› * 2 ** ‹attempt›⟧);
          }
        }
        throw new Error("gave up on the ‹thing:words›");
      ƒ}
      `,
      `
      ƒ async retry<T>(run: () => Promise<T>, ‹attempt› = 0): Promise<T> {
        try {
          return await run();
        } catch (err) {
          if (‹attempt› >= «4|MAX») throw err;
          await new Promise((resolve) => setTimeout(resolve, ⟦‹ms›→‹ms› * 2 ** ‹attempt›⟧));
          return retry(run, ‹attempt› + 1);
        }
      ƒ}
      `,
      `
      export class ‹Thing›Socket {
        private ‹attempt› = 0;

        private reconnect() {
          «this.emit("reconnecting");|logger.info("reconnecting");»
          setTimeout(() => this.connect(), ⟦‹ms›→‹ms› * 2 ** this.‹attempt›⟧);
          this.‹attempt›++;
        }

        private ping() {
          setTimeout(() => this.send("ping"), 15_000);
        }
      }
      `,
    ],
  }),

  sketched("stop-timer-on-close", {
    seen: [
      "=the interval [keeps going|keeps running|still runs] after {close}()",
      "=the interval [keeps|holds] the process alive after {close}()",
      "clear {timer} in {close}",
      "={close} should [stop|clear] the interval",
      "=jest doesn't exit because {timer} is never cleared, do it in {close}",
      "=after {close} it still [pings|fires|ticks]",
      "=clearInterval is missing[ in {close}|]",
      "[stop|clear] the interval [in|on] {close}",
      "=who clears {timer}? {close} should",
      "=timer leak: {close} doesn't clear {timer}",
      "=the process never ends, {timer} is still on after {close}",
      "=[our tests hang|the tests hang] since {timer} goes on after {close}",
      "=closing it doesn't stop {timer}",
      "=memory leak, {timer} still holds everything after {close}()",
      "=the [timer|interval] survives {close}",
      "=there's a setInterval but no clearInterval, {close} would be the place",
      "call clearInterval in {close}",
      "don't let {timer} run on after {close}",
      "=open handle: {timer}. {close} has to clear it",
      "=can {close} also stop {timer}?",
      "=it logs errors after {close} as {timer} is still running",
    ],
    unseen: [
      "=even when everything is shut via {close}, something goes on ticking",
      "have {close} put an end to {timer}",
    ],
    vars: {
      close: ["close", "stop", "dispose", "destroy", "shutdown", "end", "disconnect"],
      timer: ["timer", "interval", "heartbeat", "ticker", "handle", "pingTimer", "flushTimer"],
      verb: ["ping", "flush", "poll", "report", "sweep", "tick", "refresh"],
    },
    code: [
      `
      export class ‹Thing›Monitor {
        private ‹timer›?: NodeJS.Timeout;

        constructor(private readonly «socket|client|conn»: Socket) {}

        start() {
          this.‹timer› = setInterval(() => this.‹verb›(), «30_000|5000|60 * 1000»);
        }

        «async |»‹close›() {
          ⟦→clearInterval(this.‹timer›);⟧
          this.closed = true;
          «this.emit("closed");|logger.info("closed");|»
        }
      }
      `,
      `
      ƒ create‹Thing›Buffer(send: (items: ‹Thing›[]) => void) {
        const items: ‹Thing›[] = [];
        const ‹timer› = setInterval(() => ‹verb›(), 1000);
        function ‹verb›() {
          send(items.splice(0));
        }
        return {
          add: (item: ‹Thing›) => items.push(item),
          ‹close›() {
            ⟦→clearInterval(‹timer›);⟧
            ‹verb›();
          },
        };
      ƒ}
      `,
      `
      class ‹Thing›Cache {
        #entries = new Map<string, ‹Thing›>();
        #‹timer› = setInterval(() => this.#‹verb›(), «60_000|10_000»);

        #‹verb›() {
          for (const [key, one] of this.#entries) if (one.expired) this.#entries.delete(key);
        }

        ‹close›() {
          ⟦→clearInterval(this.#‹timer›);⟧
          this.#entries.clear();
        }
      }
      `,
    ],
  }),

  sketched("skip-what-was-handled", {
    seen: [
      "=[webhooks come|it comes] twice and [are|is] handled twice, [return|skip it] if {seen} knows the id",
      "=the same {wordsThing} is processed twice, although {seen} has it[ already|]",
      "return[ early|] if {seen} has the id",
      "skip {wordsThings} that are in {seen}",
      "=not idempotent. {seen} is filled but nobody [asks it|looks into it]",
      "=when the {wordsThing} is delivered again it should be ignored, {seen} has the ids",
      "=duplicates should be ignored ({seen})",
      "=check {seen} [first|before anything else][ and return|]",
      "=customers are charged twice when stripe resends the {wordsThing}, {seen} should prevent that",
      "=why is {seen} never [checked|asked]? a known id should return",
      "ignore the {wordsThing} if its id is in {seen}",
      "=[retries|redeliveries] run everything [again|a second time], {seen} has the id already",
      "=we remember ids in {seen} but don't [use|check] them",
      "=should do nothing for ids in {seen}",
      "make it idempotent with {seen}",
      "=the second delivery of the same {wordsThing} must not do anything, {seen} knows it",
      "do nothing when {seen} already has it",
    ],
    unseen: [
      "=a {wordsThing} we had before shouldn't have an effect any more, {seen} remembers them",
      "bail out on ids that {seen} knows",
    ],
    vars: { seen: ["seen", "processed", "handled", "done", "known", "delivered", "applied"] },
    code: [
      `
      const ‹seen› = new Set<string>();

      ƒ async on‹Thing›(‹thing›: ‹Thing›) {
        ⟦→if (‹seen›.has(‹thing›.id)) return;⟧
        «logger.info({ id: ‹thing›.id }, "‹thing:words›");|const ‹other› = await load‹Other›(‹thing›);|»
        await apply‹Thing›(‹thing›);
        ‹seen›.add(‹thing›.id);
      ƒ}
      `,
      `
      export class ‹Thing›Handler {
        private readonly ‹seen› = new Set<string>();

        constructor(private readonly ‹others›: ‹Other›Service) {}

        async handle(‹thing›: ‹Thing›Event): Promise<void> {
          ⟦→if (this.‹seen›.has(‹thing›.id)) return;⟧
          await this.‹others›.«charge|update|apply»(‹thing›.«data|payload|amount»);
          this.‹seen›.add(‹thing›.id);
        }
      }
      `,
      `
      const ‹seen› = new Map<string, Date>();

      consumer.on("‹thing:kebab›", async (‹thing›) => {
        ⟦→if (‹seen›.has(‹thing›.id)) return;⟧
        ‹seen›.set(‹thing›.id, new Date());
        const ‹other› = await ‹others›.get(‹thing›.‹other›Id);
        await «send|book|record»(‹other›, ‹thing›);
      });
      `,
    ],
  }),
];
