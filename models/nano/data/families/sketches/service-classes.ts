import { FIELDS, LOGGERS, PAST, VERBS } from "./service-names.ts";
import { sketched } from "./sketch.ts";

/** What services are made of: what they are given, which names and texts they use, what they do at the end. */
export const SERVICE_CLASSES = [
  sketched("given-not-imported", {
    seen: [
      "inject {dep} instead of importing it",
      "=[don't import|no import of] {dep}, [take it in the constructor|constructor parameter]",
      "=should get {dep} in the constructor[, not import it|]",
      "=can't test this, {dep} is imported. constructor parameter please",
      "=[can|could] {dep} be injected?",
      "pass {dep} into the constructor [instead of importing it|]",
      "=hard to mock {dep}, inject it",
      "=we inject these things, {dep} too",
      "=global {dep}, should come through the constructor",
      "=constructor injection for {dep} pls",
      "make {dep} a constructor parameter, not an import",
      "=why is {dep} imported here? inject it like the rest",
      "=tests should be able to give their own {dep}",
      "=i'd like to hand {dep} in from outside",
    ],
    unseen: [
      "=the class is wired to one {dep}, whoever makes it should supply it",
      "let the class receive its {dep}",
    ],
    rows: [
      [
        { dep: "mailer", type: "Mailer", act: "send" },
        { dep: "cache", type: "Cache", act: "set" },
        { dep: "queue", type: "Queue", act: "add" },
        { dep: "storage", type: "Storage", act: "put" },
        { dep: "events", type: "Events", act: "publish" },
        { dep: "audit", type: "Audit", act: "write" },
        { dep: "payments", type: "Payments", act: "capture" },
        { dep: "search", type: "Search", act: "update" },
        { dep: "metrics", type: "Metrics", act: "record" },
      ],
    ],
    vars: { verb: VERBS },
    code: [
      `
      import ⟦{ ‹dep› }→type { ‹type› }⟧ from "./‹dep›";
      import type { ‹Thing›Repository } from "./‹things:kebab›";

      export class ‹Thing›Service {
        constructor(
          private readonly ‹things›: ‹Thing›Repository,
          ⟦→private readonly ‹dep›: ‹type›,⟧
        ) {}

        async ‹verb›(‹thing›: ‹Thing›): Promise<void> {
          await this.‹things›.save(‹thing›);
          await ⟦→this.⟧‹dep›.‹act›("‹thing:kebab›", ‹thing›);
        }
      }
      `,
      `
      import ⟦{ ‹dep› }→type { ‹type› }⟧ from "../‹dep›";
      import { to‹Thing› } from "./mapping";

      export class ‹Thing›Worker {
        constructor(private readonly name: string⟦→, private readonly ‹dep›: ‹type›⟧) {}

        async run(row: Row): Promise<void> {
          const ‹thing› = to‹Thing›(row);
          await ⟦→this.⟧‹dep›.‹act›(this.name, ‹thing›);
        }
      }
      `,
    ],
  }),

  sketched("function-becomes-a-method", {
    seen: [
      "make {name} a method[ of the class| of the service|]",
      "move {name} into the class",
      "=[should be|better] a method: {name}",
      "=[can|could] {name} be a method of the class?",
      "=why is {name} outside of the class? move it in",
      "=put {name} into the class [pls|please]",
      "turn {name} into a private method",
      "=subclasses can't get at {name}, make it a method",
      "=only the class uses {name}, so move it in",
      "=i'd rather have {name} as a private method at the end of the class",
      "=belongs [into|in] the class: {name}",
      "=private method instead of the function {name}",
      "=a free function {name} makes no sense here, method please",
      "=[would like|want] {name} [inside|in] the class",
    ],
    unseen: ["=nobody else needs {name}, it should live with its only user", "have the class own {name}"],
    vars: {
      name: [
        "keyOf",
        "labelOf",
        "pathOf",
        "subjectOf",
        "titleOf",
        "cacheKey",
        "topicOf",
        "fileName",
        "linkTo",
      ],
      prefix: ["‹things:kebab›", "v1/‹thing:kebab›", "‹other:kebab›/‹thing:kebab›"],
    },
    code: [
      `
      ⟦function ‹name›(id: string): string {
        return ´‹prefix›/€{id}´;
      }

      →⟧export class ‹Thing›Store {
        constructor(private readonly client: Client) {}

        get(id: string) {
          return this.client.get(⟦→this.⟧‹name›(id));
        }⟦→

        private ‹name›(id: string): string {
          return ´‹prefix›/€{id}´;
        }⟧
      }
      `,
      `
      ⟦const ‹name› = (‹thing›: ‹Thing›) => ´‹prefix›/€{‹thing›.id}´;

      →⟧export class ‹Thing›Publisher {
        constructor(private readonly bus: Bus) {}

        async publish(‹thing›: ‹Thing›): Promise<void> {
          await this.bus.send(⟦→this.⟧‹name›(‹thing›), ‹thing›);
        }⟦→

        private ‹name›(‹thing›: ‹Thing›) {
          return ´‹prefix›/€{‹thing›.id}´;
        }⟧
      }
      `,
    ],
  }),

  sketched("service-event-is-renamed", {
    seen: [
      "rename the event to {fresh}",
      "=the event is called {fresh} now[, not {old}|]",
      "emit {fresh} instead of {old}",
      "=[should|has to] be {fresh}, not {old}",
      "=[can|could] we call the event {fresh}?",
      "=[event name|name of the event]: {fresh}",
      "=nobody listens to {old}, it's {fresh}",
      "=wrong event, {fresh} [is right|please]",
      "=listeners wait for {fresh} but {old} is sent",
      "change {old} to {fresh}",
      "=the {old} event never arrives because others expect {fresh}",
      "=we agreed on {fresh} as the name of the event",
      "use {fresh} as the [event name|name]",
      "=not {old} any more, {fresh}",
    ],
    unseen: [
      "=those on the other side only know {fresh}, {old} goes unheard",
      "fire {fresh} where {old} goes out",
    ],
    rows: [
      [
        { old: "‹thing›Created", fresh: "‹thing›Added" },
        { old: "‹thing:kebab›.created", fresh: "‹thing:kebab›.added" },
        { old: "‹thing:kebab›:update", fresh: "‹thing:kebab›:updated" },
        { old: "‹thing:kebab›.done", fresh: "‹thing:kebab›.completed" },
        { old: "‹thing›Change", fresh: "‹thing›Changed" },
        { old: "new-‹thing:kebab›", fresh: "‹thing:kebab›-created" },
        { old: "save", fresh: "‹thing:kebab›-saved" },
        { old: "‹thing:snake›_deleted", fresh: "‹thing:snake›_removed" },
        { old: "update", fresh: "‹thing:kebab›.updated" },
      ],
    ],
    vars: { verb: VERBS, bus: ["events", "emitter", "bus", "socket", "io", "hub"] },
    code: [
      `
      ƒ async ‹verb›‹Thing›(‹thing›: ‹Thing›) {
        await ‹things›.save(‹thing›);
        ‹bus›.emit("⟦‹old›→‹fresh›⟧", ‹thing›);
        ‹bus›.emit("‹other:kebab›-touched", ‹thing›.«id|number»);
        ‹fill›
      ƒ}
      `,
      `
      export class ‹Thing›Service extends EventEmitter {
        ‹verb›(‹thing›: ‹Thing›): void {
          this.emit("start", ‹thing›.id);
          this.list.push(‹thing›);
          this.emit("⟦‹old›→‹fresh›⟧", ‹thing›);
        }
      }
      `,
      `
      router.post("/‹things:kebab›", async (req, res) => {
        const ‹thing› = await ‹things›.insert(req.body);
        ‹bus›.to("‹others:kebab›").emit("⟦‹old›→‹fresh›⟧", { id: ‹thing›.id });
        ‹bus›.to("admins").emit("activity", { by: req.user.id });
        res.status(201).json(‹thing›);
      });
      `,
    ],
  }),

  sketched("setting-that-is-there-is-used", {
    seen: [
      "use {config} instead of [the number|{value}]",
      "=[we have|there is] {config} for that, use it",
      "=should be {config}[, not {value}|]",
      "=hard-coded {value}, {config} has it",
      "=[can|could] this use {config}?",
      "=why {value}? take {config}",
      "take {config} [here|for it]",
      "=changing {config} has no effect, it's {value} here",
      "=magic number, [use|take|why not] {config}",
      "=don't hard-code {value}, {config}",
      "replace {value} by {config}",
      "=i changed {config} and it still is {value}",
      "=isn't that {config}? [use it|take that]",
      "=comes from {config}, please",
    ],
    unseen: [
      "=what ops set in {config} is never looked at, {value} stays whatever they do",
      "have {config} decide, no fixed {value}",
    ],
    rows: [
      [
        { config: "config.timeoutMs", key: "timeout", value: "5000" },
        { config: "config.retries", key: "retries", value: "3" },
        { config: "config.pageSize", key: "limit", value: "50" },
        { config: "config.maxUpload", key: "maxBytes", value: "1048576" },
        { config: "config.cacheSeconds", key: "ttl", value: "600" },
        { config: "config.workers", key: "concurrency", value: "4" },
        { config: "config.batch", key: "size", value: "200" },
        { config: "config.intervalMs", key: "every", value: "60000" },
        { config: "config.trialDays", key: "days", value: "14" },
      ],
    ],
    code: [
      `
      import { config } from "./config";

      ƒ async load‹Things›(source: Source) {
        const url = new URL("/‹things:kebab›", config.baseUrl);
        const ‹things› = await source.fetch(url, { ‹key›: ⟦‹value›→‹config›⟧, depth: 2 });
        ‹fill›
        return ‹things›;
      ƒ}
      `,
      `
      import { config } from "../config";

      export const ‹thing›Options = {
        name: "‹thing:kebab›",
        port: 8080,
        ‹key›: ⟦‹value›→‹config›⟧,
        url: config.baseUrl,
      };
      `,
      `
      import { config } from "#config";

      export class ‹Thing›Client {
        private readonly ‹key› = ⟦‹value›→‹config›⟧;

        connect(): Connection {
          return open(config.baseUrl, { ‹key›: this.‹key›, backlog: 16 });
        }
      }
      `,
    ],
  }),

  sketched("log-with-another-level", {
    seen: [
      "log it as {fresh}",
      "=[should be|make it] {fresh}, not {old}",
      "=log level {fresh} [pls|please|here]",
      "=too much noise as {old}, {fresh} is enough",
      "=this is [only|really] {fresh}",
      "=[can|could] we log that with {fresh}?",
      "use {fresh} instead of {old}",
      "=why is this {old}? {fresh}",
      "=wrong level, {fresh}[ please|]",
      "=isn't {old}, it's {fresh}",
      "change the level [from {old}|] to {fresh}",
      "=the alerts look at levels: {fresh} for this one",
      "=level should be {fresh}",
      "=i'd say that's {fresh} rather than {old}",
    ],
    unseen: ["=for ops this entry belongs to {fresh}", "write this one with {fresh} in place of {old}"],
    rows: [
      [
        { old: "info", fresh: "debug" },
        { old: "error", fresh: "warn" },
        { old: "info", fresh: "warn" },
        { old: "warn", fresh: "info" },
        { old: "warn", fresh: "error" },
        { old: "debug", fresh: "info" },
        { old: "info", fresh: "error" },
        { old: "debug", fresh: "trace" },
      ],
    ],
    vars: { log: LOGGERS, past: PAST, verb: VERBS },
    code: [
      `
      ƒ async ‹verb›‹Thing›(id: string) {
        const ‹thing› = await ‹things›.find(id);
        if (!‹thing›) {
          ‹log›.⟦‹old›→‹fresh›⟧({ id }, "no ‹thing:words› to be ‹past›");
          return;
        }
        await ‹things›.‹verb›(‹thing›);
      ƒ}
      `,
      `
      export class ‹Thing›Consumer {
        async handle(incoming: Incoming): Promise<void> {
          const ‹thing› = parse‹Thing›(incoming.body);
          this.‹log›.⟦‹old›→‹fresh›⟧(´‹thing:words› €{‹thing›.id} ‹past›´);
          await this.‹things›.‹verb›(‹thing›);
          await incoming.ack();
        }
      }
      `,
      `
      app.use((req, res, next) => {
        if (req.path.startsWith("/‹things:kebab›")) ‹log›.⟦‹old›→‹fresh›⟧({ path: req.path }, "‹things:words› asked for");
        next();
      });
      `,
    ],
  }),

  sketched("error-goes-further-after-the-log", {
    seen: [
      "=don't swallow the error, [throw it again|rethrow it] after logging",
      "rethrow [err|the error] after the log",
      "=the caller never learns that it failed",
      "=should throw the error again after logging it",
      "=[can|could] it rethrow after logging?",
      "=it looks like success when it failed, rethrow",
      "=swallows [errors|the error]",
      "=log and rethrow[ please|]",
      "throw {err} again at the end of the catch",
      "=the error stops here, throw {err} again",
      "=why does the caller get undefined when it fails? rethrow",
      "=the catch [eats|hides] the error",
      "let the error through after logging it",
      "=needs a throw {err} after the log",
    ],
    unseen: [
      "=a log line alone is not enough, those who call must notice the failure",
      "pass {err} on to whoever called, once it's logged",
    ],
    vars: { err: ["err", "error", "e", "cause", "reason"], log: LOGGERS, verb: VERBS },
    code: [
      `
      ƒ async ‹verb›‹Thing›(‹thing›: ‹Thing›) {
        try {
          return await ‹things›.‹verb›(‹thing›.id);
        } catch (‹err›) {
          ‹log›.error({ ‹err›«, id: ‹thing›.id|» }, "could not ‹verb› the ‹thing:words›");
          ⟦→throw ‹err›;⟧
        }
      ƒ}
      `,
      `
      export class ‹Thing›Service {
        async ‹verb›(id: string): Promise<void> {
          try {
            const ‹thing› = await this.‹things›.get(id);
            await this.gateway.‹verb›(‹thing›);
          } catch (‹err›) {
            this.failures += 1;
            this.logger.error("‹verb› failed", ‹err›);
            ⟦→throw ‹err›;⟧
          }
        }
      }
      `,
      `
      ƒ async with‹Thing›(work: (‹thing›: ‹Thing›) => Promise<void>) {
        const ‹thing› = await acquire‹Thing›();
        try {
          await work(‹thing›);
        } catch (‹err›) {
          console.error("‹thing:words›:", ‹err›);
          ⟦→throw ‹err›;⟧
        } finally {
          await ‹thing›.release();
        }
      ƒ}
      `,
    ],
  }),

  sketched("taken-from-there-instead", {
    seen: [
      "take {field} from {fresh}[, not {old}|]",
      "=[the|] {field} is in {fresh}, not in {old}",
      "=should come from {fresh}: {field}",
      "=wrong place, {field} is in {fresh}",
      "=[can|could] we read {field} from {fresh}?",
      "use {fresh} instead of {old} for {field}",
      "=don't take {field} from {old} but from {fresh}",
      "read {field} from {fresh}[ instead|]",
      "=[clients|they] send {field} in {fresh}",
      "=it's {fresh} where {field} is",
      "=we moved {field} [to|into] {fresh}",
      "=looks for {field} in {old}, it's in {fresh} now",
      "=why {old}? {field} comes in {fresh}",
      "=from {fresh} please, {field} i mean",
    ],
    unseen: ["=in {old} there never is a {field}, look into {fresh}", "get at {field} by way of {fresh}"],
    rows: [
      [
        { old: "req.body", fresh: "req.query" },
        { old: "req.query", fresh: "req.body" },
        { old: "req.params", fresh: "req.query" },
        { old: "req.query", fresh: "req.params" },
        { old: "req.body", fresh: "req.params" },
        { old: "req.query", fresh: "req.cookies" },
        { old: "req.body", fresh: "req.session" },
        { old: "req.body", fresh: "req.user" },
      ],
    ],
    vars: { field: FIELDS, act: ["search", "update", "list", "export", "load"] },
    code: [
      `
      router.post("/‹things:kebab›/:id", async (req, res) => {
        const { name } = req.headers;
        const { ‹field› } = ⟦‹old›→‹fresh›⟧;
        const result = await ‹things›.‹act›({ name, ‹field› });
        res.json(result);
      });
      `,
      `
      ƒ async ‹act›‹Things›(req: Request, res: Response) {
        const ‹other› = req.get("x-‹other:kebab›");
        const ‹field› = ⟦‹old›→‹fresh›⟧.‹field›;
        «if (!‹field›) return res.sendStatus(400);|»
        res.json(await ‹things›.‹act›({ ‹other›, ‹field› }));
      ƒ}
      `,
      `
      export class ‹Thing›Controller {
        async ‹act›(req: Request, res: Response): Promise<void> {
          const found = await this.‹things›.‹act›({
            ‹field›: ⟦‹old›→‹fresh›⟧.‹field›,
            agent: req.headers["user-agent"],
          });
          res.json(found);
        }
      }
      `,
    ],
  }),

  sketched("tell-the-log-at-the-start", {
    seen: [
      "log {textSay} at the [start|beginning|top]",
      "=should log {textSay} when it starts",
      "=log {textSay} first[ of all|]",
      "=[can|could] we log {textSay} at the start?",
      "=i can't see in the logs that it started, log {textSay}",
      "add a log at the top: {textSay}",
      "=we don't know whether it ran at all, {textSay} to the log before anything else",
      "=first line should log {textSay}",
      "=needs a log line {textSay} before it does anything",
      "=nothing in the log when it begins, {textSay} please",
      "put {textSay} into the log as the first thing",
      "=a line in the log before it begins: {textSay}",
      "=log at the [beginning|start][, |: ]{textSay}",
      "write {textSay} to the log at the very start",
    ],
    unseen: [
      "=did it even begin? have {textSay} in the log up front",
      "begin with a log line that says {textSay}",
    ],
    rows: [[{ log: "logger.info" }, { log: "log.info" }, { log: "console.log" }, { log: "logger.debug" }]],
    vars: {
      say: [
        "importing ‹things:words›",
        "‹thing:words› sync started",
        "cleaning up ‹things:words›",
        "starting the ‹thing:words› job",
        "‹things:words›: go",
        "reading ‹things:words›",
      ],
      verb: VERBS,
    },
    code: [
      `
      ƒ async ‹verb›‹Things›(source: Source) {
        ⟦→‹log›("‹say›");⟧
        const ‹things› = await source.read();
        await ‹other›Api.store(‹things›);
        ‹log›("‹things:words› stored");
      ƒ}
      `,
      `
      export class ‹Thing›Job {
        async run(): Promise<void> {
          ⟦→‹log›("‹say›");⟧
          for (const ‹thing› of await this.‹things›.all()) await this.‹verb›(‹thing›);
          ‹log›("finished");
        }

        stop(): void {
          this.stopped = true;
        }
      }
      `,
      `
      cron.schedule("0 3 * * *", async () => {
        ⟦→‹log›("‹say›");⟧
        const removed = await db.‹things›.deleteMany({ expired: true });
        ‹log›(´€{removed} ‹things:words› gone´);
      });
      `,
    ],
  }),
];
