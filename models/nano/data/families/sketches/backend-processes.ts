import { sketched } from "./sketch.ts";

/** What people ask of configuration, logs, metrics and of how a process ends. */
export const BACKEND_PROCESSES = [
  sketched("flag-from-the-environment", {
    seen: [
      "={off} still [turns it on|counts as true|enables it]",
      "=with {off} it's [on|still on|enabled] anyway",
      "=any value of {flag} counts as true, even false",
      'only [take|treat] {flag} as true if it is "true"',
      '={flag} should only be on when it is "true"',
      '[compare|check] {flag} with "true"',
      "=setting {flag} to false doesn't switch it off",
      "=why is {flag} [true|on] when the env says false?",
      "=can't turn {flag} off[ with false|]",
      '=env vars are strings, "false" is truthy ({flag})',
      '={flag}: on only for "true"',
      "=we set {off} in the compose file and it has no effect",
      "={flag}=0 and {off} [both|still] switch it on",
      "=[staging|prod] has {off} but behaves as if it was [on|true]",
      "=should only react to {flag}=true",
      "={flag} [is|seems] always on as soon as it's [set|there]",
      "=it only checks that {flag} is set, not what it says",
      "=how do i switch {flag} off? false doesn't [work|do it]",
      'let {flag} be on only when it says "true"',
    ],
    unseen: ["=no matter what i write behind {flag}= it is always active", "make {flag} obey false"],
    rows: [
      [
        { flag: "DEBUG", key: "debug" },
        { flag: "VERBOSE", key: "verbose" },
        { flag: "USE_TLS", key: "useTls" },
        { flag: "DRY_RUN", key: "dryRun" },
        { flag: "ENABLE_CACHE", key: "cacheEnabled" },
        { flag: "TRACING", key: "tracing" },
        { flag: "MAINTENANCE", key: "maintenance" },
        { flag: "SEND_MAILS", key: "sendMails" },
        { flag: "READ_ONLY", key: "readOnly" },
        { flag: "PRETTY_LOGS", key: "prettyLogs" },
        { flag: "SIGNUP_OPEN", key: "signupOpen" },
      ],
    ],
    vars: { off: ["‹flag›=false"], url: ["DATABASE_URL", "REDIS_URL", "API_URL", "BASE_URL", "QUEUE_URL"] },
    code: [
      `
      export const «config|settings|env|flags» = {
        «url: process.env.‹url› ?? "",|»
        ‹key›: ⟦Boolean(process.env.‹flag›)→process.env.‹flag› === "true"⟧,
        «region: process.env.REGION ?? "us-east-1"|hasUrl: Boolean(process.env.‹url›)|port: Number(process.env.PORT ?? 3000)»,
      };
      `,
      `
      ƒ load‹Thing›Options(env = process.env) {
        const url = env.‹url›;
        if (!url) throw new Error("‹url› is not set");
        const on = ⟦!!env.‹flag›→env.‹flag› === "true"⟧;
        return { url, on, secure: !!env.TLS_CERT };
      ƒ}
      `,
      `
      export class ‹Thing›Config {
        readonly url = process.env.‹url›;
        readonly hasUrl = Boolean(process.env.‹url›);
        readonly ‹key› = ⟦Boolean(process.env.‹flag›)→process.env.‹flag› === "true"⟧;
      }
      `,
      `
      if (⟦process.env.‹flag›→process.env.‹flag› === "true"⟧) {
        «app.use(middleware);|logger.level = "debug";|await start‹Thing›();»
      }
      if (process.env.‹url›) {
        await connect(process.env.‹url›);
      }
      `,
    ],
  }),

  sketched("number-from-the-environment", {
    seen: [
      "={name} is a string[ when it's set|], should be a number",
      "=[env vars are strings|it's a string from the env], {name} [must be|has to be] a number",
      "[turn|make] {name} into a number",
      "convert {name} [to a number|with Number]",
      '=with {name} set we get "50"[ instead of 50|, not 50]',
      '={name} + 1 gives "501" as it is a string',
      "=Number() around {name}",
      "={name} needs [Number()|to be a number]",
      "=ts: string is not assignable to number ({name})",
      "=why is {name} a string?",
      "=works with the default but not when {name} is set in the env, it isn't a number then",
      "=can {name} be [read|parsed] as a number?",
      "={name} comes [out as|back as] text",
      "={name} from the env is compared as a string",
      "=in docker {name} is set and then the types don't fit, number please",
      "=typeof {name} is string",
      "=[NaN|nonsense] comes out when i add something to {name}",
      "make sure {name} is a number[ also when it comes from the env|]",
      "[parse|cast] {name} to a number",
      "=env gives text, we need a [number|real number] for {name}",
    ],
    unseen: [
      "=as soon as ops set {name} it's text and the arithmetic goes wrong",
      "parse {name} numerically",
    ],
    rows: [
      [
        { name: "PORT", key: "port", n: "3000" },
        { name: "MAX_RETRIES", key: "maxRetries", n: "5" },
        { name: "POOL_SIZE", key: "poolSize", n: "10" },
        { name: "TIMEOUT_MS", key: "timeoutMs", n: "5000" },
        { name: "CACHE_TTL", key: "cacheTtl", n: "60" },
        { name: "CONCURRENCY", key: "concurrency", n: "4" },
        { name: "BATCH_SIZE", key: "batchSize", n: "100" },
        { name: "RATE_LIMIT", key: "rateLimit", n: "60" },
        { name: "SMTP_PORT", key: "smtpPort", n: "587" },
        { name: "MAX_UPLOAD_MB", key: "maxUploadMb", n: "20" },
      ],
    ],
    vars: { text: ["REGION", "STAGE", "LOG_LEVEL", "HOST_NAME", "SERVICE_NAME"] },
    code: [
      `
      export const config = {
        «host: process.env.HOST ?? "localhost",|stage: process.env.‹text› ?? "dev",»
        ‹key›: ⟦process.env.‹name› ?? ‹n›→Number(process.env.‹name› ?? ‹n›)⟧,
        «secret: process.env.SECRET ?? "",|version: process.env.npm_package_version,»
      };
      `,
      `
      ƒ create‹Thing›Pool(env: NodeJS.ProcessEnv) {
        const name = env.‹text› ?? "main";
        const ‹key› = ⟦env.‹name› ?? ‹n›→Number(env.‹name› ?? ‹n›)⟧;
        ‹fill›
        return new ‹Thing›Pool(name, { ‹key› });
      ƒ}
      `,
      `
      export class ‹Thing›Settings {
        static readonly name = process.env.‹text› ?? "‹thing:kebab›";
        static readonly ‹key›: number = ⟦process.env.‹name› ?? ‹n›→Number(process.env.‹name› ?? ‹n›)⟧;
      }
      `,
    ],
  }),

  sketched("setting-is-required", {
    seen: [
      "throw {textText} if {name} is missing",
      "=starts fine without {name} and [fails|breaks] later, throw an Error {textText} [at once|right here]",
      "=when {name} is [missing|empty|not set] it should throw Error({textText})",
      "=undefined in the url when {name} isn't set, throw {textText} instead",
      "check that {name} is there, else throw an Error {textText}",
      "=a missing {name} is noticed far too late, should throw {textText}",
      "=can we [fail|stop] early without {name}? {textText}",
      "=[without|no] {name}: throw {textText}",
      "={name} is required, {textText} as error",
      "[fail|break] with {textText} when there's no {name}",
      "=nobody notices that {name} is missing. Error({textText}) please",
      "make {name} mandatory, the error is {textText}",
      "=[deploys|the deploy] without {name} should [fail|break] at once: {textText}",
      "=someone forgot {name} and we only saw it in production. throw {textText}",
      "guard against a missing {name} with Error({textText})",
      "=no {name}, no start. {textText}",
      "=it goes on with undefined when {name} isn't set, better throw {textText}",
      "=there's no check for {name}, [throw|it should be] {textText}",
      "=ts says it may be undefined, so throw {textText} if {name} isn't there",
    ],
    unseen: [
      "=forgetting {name} costs us hours each time, the start should break with {textText}",
      "refuse to go on without {name}, saying {textText}",
    ],
    vars: {
      name: [
        "DATABASE_URL",
        "JWT_SECRET",
        "STRIPE_KEY",
        "REDIS_URL",
        "SMTP_HOST",
        "S3_BUCKET",
        "API_TOKEN",
        "SENTRY_DSN",
        "WEBHOOK_SECRET",
      ],
      held: ["url", "value", "setting", "secret", "given", "raw"],
      text: ["‹name› is not set", "missing ‹name›", "‹name› is required", "set ‹name›", "no ‹name›"],
    },
    code: [
      `
      ƒ connect‹Thing›(«options: Options = {}|retries = 3|») {
        const ‹held› = process.env.‹name›;
        ⟦→if (!‹held›) throw new Error("‹text›");⟧
        «const region = process.env.REGION ?? "eu";|‹fill›»
        return create‹Thing›(‹held›, { region: process.env.REGION ?? "eu" });
      ƒ}
      `,
      `
      const stage = process.env.STAGE ?? "dev";
      const ‹held› = process.env.‹name›;
      ⟦→if (!‹held›) throw new Error("‹text›");⟧

      export const ‹thing› = new ‹Thing›Client({ ‹held›, stage });
      `,
      `
      @Injectable()
      export class ‹Thing›Service {
        private readonly client: Client;

        constructor(config: ConfigService) {
          const region = config.get<string>("REGION");
          const ‹held› = config.get<string>("‹name›");
          ⟦→if (!‹held›) throw new Error("‹text›");⟧
          this.client = new Client(‹held›, region ?? "local");
        }
      }
      `,
    ],
  }),

  sketched("logger-by-level", {
    seen: [
      "use {logger} instead of console",
      "=should [use|go through] {logger}, not console",
      "replace console [by|with] {logger}[, levels stay|]",
      "=no console in services, we have {logger}",
      "=[console calls don't|this doesn't] [show up|end up] in our log system, use {logger}",
      "switch from console to {logger}, same levels",
      "=all console calls should be {logger} calls",
      "=lint: no-console. {logger} please",
      "=why console? [there's|we have] {logger}",
      "=can this log [via|with] {logger}?",
      "=console → {logger}",
      "log with {logger} everywhere here",
      "=these lines have no timestamps, because it's console and not {logger}",
      "=our [convention|rule] is {logger}, not console",
      "[change|turn] console calls into {logger} calls, level by level",
      "=console.* should be {logger}.*",
      "=can't filter these by level, they don't go through {logger}",
      "=in kibana i don't see any of this, needs {logger}",
      "=we don't use console[ any more|], {logger} please",
    ],
    unseen: [
      "=console output gets lost in production, that's what {logger} is for",
      "move the logging over to {logger}",
    ],
    vars: {
      logger: ["logger", "log", "logger", "rootLogger", "serverLog", "appLogger", "workerLog"],
      done: ["synced", "started", "finished", "ready", "stored"],
    },
    code: [
      `
      ƒ async import‹Things›(file: string) {
        ⟦console→‹logger›⟧.info(«´importing €{file}´|"importing", file»);
        try {
          const ‹things› = await read‹Things›(file);
          «if (‹things›.length === 0) |»⟦console→‹logger›⟧.warn("no ‹things:words›");
          return ‹things›;
        } catch (err) {
          ⟦console→‹logger›⟧.error("import failed", err);
          throw err;
        }
      ƒ}
      `,
      `
      process.on("«SIGTERM|SIGINT»", async () => {
        ⟦console→‹logger›⟧.«info|warn»("shutting down");
        try {
          await server.close();
          «await ‹things›.flush();|»
        } catch (err) {
          ⟦console→‹logger›⟧.error("shutdown failed", err);
        }
      });
      `,
      `
      export class ‹Thing›Sync {
        async run(‹other›: ‹Other›) {
          ⟦console→‹logger›⟧.debug("sync of", ‹other›.id);
          const ‹things› = await this.source.list(‹other›.id);
          for (const ‹thing› of ‹things›) {
            if (!‹thing›.«valid|name|key») {
              ⟦console→‹logger›⟧.warn(´skipped €{‹thing›.id}´);
              continue;
            }
            await this.target.put(‹thing›);
          }
          ⟦console→‹logger›⟧.info(´€{‹things›.length} ‹things:words› ‹done›´);
        }
      }
      `,
    ],
  }),

  // The convention: the whole error takes the place of its message.
  sketched("whole-error-in-the-log", {
    seen: [
      "=[there's no|no] stack [trace |]in the log[s|]",
      "log the whole {err}, not just the message",
      "=the log has only the message of {err}, [where's|we need] the stack[?|]",
      "pass {err} itself to the logger",
      "=should log {err}, not {message}",
      "=can't see where it [came from|was thrown], only the message is logged",
      "=we need the stack in the logs",
      "log {err} instead of {message}",
      "=why only {message}? {err} please",
      "=log lines without stack are useless",
      "=sentry shows no stack because only {message} is passed",
      "hand {err} to the logger instead of its message",
      "=where was it thrown? log the whole {err}",
      "=[we get|there is] one line without any stack in [kibana|datadog]",
      "=please log {err} and not {message}",
      "=only the text of the error is logged, stack [missing|lost]",
      "=logging {message} throws away the stack",
      "replace {message} in the log by {err}",
      "=debugging is impossible with just {message} in the log",
    ],
    unseen: ["=from the logs nobody can tell which line failed", "give the logger {err} as it is"],
    vars: {
      err: ["err", "error", "e", "cause", "reason"],
      message: ["‹err›.message"],
      logger: ["logger", "log", "console"],
      level: ["error", "warn", "error"],
      text: [
        "sync failed",
        "job failed",
        "could not load ‹things:words›",
        "unexpected error",
        "‹thing:words› not saved",
        "retry failed",
      ],
    },
    code: [
      `
      ƒ async sync‹Things›() {
        try {
          await push‹Things›(await load‹Things›());
        } catch (‹err›) {
          ‹logger›.‹level›("‹text›", ⟦‹err›.message→‹err›⟧);
          «throw new Error(´‹text›: €{‹err›.message}´);|return { ok: false, reason: ‹err›.message };»
        }
      ƒ}
      `,
      `
      worker.on("failed", (job, ‹err›) => {
        «metrics.increment("jobs.failed");|alerts.add(‹err›.message);»
        ‹logger›.‹level›("‹text›", job?.id, ⟦‹err›.message→‹err›⟧);
      });
      `,
      `
      app.use((‹err›: Error, req: Request, res: Response, next: NextFunction) => {
        ‹logger›.‹level›("‹text›", { path: req.path, ‹err›⟦: ‹err›.message→⟧ });
        res.status(500).json({ message: ‹err›.message });
      });
      `,
      `
      export class ‹Thing›Watcher {
        start() {
          this.source.on("change", (‹thing›) => this.handle(‹thing›).catch((‹err›) => {
            this.last = ‹err›.message;
            ‹logger›.‹level›("‹text›", ⟦‹err›.message→‹err›⟧);
          }));
        }
      }
      `,
    ],
  }),

  sketched("only-the-id-in-the-log", {
    seen: [
      "=the [whole|entire] {wordsThing} [ends up|is] in the log[s|], [only|just] the id please",
      "log only the id of the {wordsThing}",
      "=personal data in the logs! only the {wordsThing} id[ may be logged|]",
      "=gdpr: we may not log the {wordsThing}, its id is ok",
      "=passwords and emails are logged with the {wordsThing}, log {id} instead",
      "replace the {wordsThing} in the log by {id}",
      "=shouldn't log the full {wordsThing}, {id} is enough",
      "=the log line is huge, {id} will do[ instead of the {wordsThing}|]",
      "=can we log just {id}?",
      "don't log the {wordsThing} itself, only {id}",
      "=logs contain everything about the {wordsThing}, id only please",
      "=privacy: the {wordsThing} must not be logged, {id} may",
      "=we print the whole {wordsThing}, that's too much. {id}",
      "=this logs emails and names, use {id}",
      "shorten the log to {id}",
      "=just log {id}",
    ],
    unseen: [
      "=anybody who reads the logs sees all of the {wordsThing}, {id} would be harmless",
      "reduce the logged {wordsThing} to {id}",
    ],
    vars: {
      id: ["‹thing›.id"],
      log: ["logger.info", "logger.debug", "log.info", "req.log.info", "console.log"],
      done: ["created", "updated", "received", "saved", "loaded", "imported"],
    },
    code: [
      `
      ƒ async save‹Thing›(input: ‹Thing›Input) {
        const ‹thing› = await db.‹things›.insert(input);
        ‹log›("‹thing:words› ‹done›", ⟦‹thing›→‹thing›.id⟧);
        await events.emit("‹thing›.‹done›", ‹thing›);
        return ‹thing›;
      ƒ}
      `,
      `
      router.post("/‹things:kebab›/:id/«close|open|send»", async (req, res) => {
        const ‹thing› = await ‹things›.get(req.params.id);
        «‹log›("request of %s", req.ip);|const ‹other› = await ‹others›.of(‹thing›);»
        ‹log›("‹thing:words› ‹done›", { ‹thing›⟦→Id: ‹thing›.id⟧ });
        res.json({ ‹thing› });
      });
      `,
      `
      export class ‹Thing›Handler {
        async handle(‹thing›: ‹Thing›, ‹other›Id: string) {
          ‹log›(´‹thing:words› ‹done› for €{‹other›Id}´, ⟦‹thing›→‹thing›.id⟧);
          «this.count++;|await this.check(‹thing›);»
          await this.store.put(‹other›Id, ‹thing›);
        }
      }
      `,
    ],
  }),

  // What is shut down comes after what was, in the order asked for.
  sketched("closed-on-shutdown-too", {
    seen: [
      "=the process [doesn't exit|hangs] on shutdown, {end} is missing",
      "also {end} on shutdown, [at the end|last]",
      "=on shutdown {end} should [be called|run] too, after the rest",
      "=connections stay open after a deploy, call {end} last",
      "add {end} to the shutdown[, at the end|]",
      "call {end} as well when shutting down[, after the server is closed|]",
      "=nobody calls {end}, do it after everything else is closed",
      "=[forgot|missing:] {end} in the shutdown",
      "=can the shutdown [do|call] {end} too?",
      "=[kubernetes has|k8s has|ops have] to kill us, {end} is never called, should be the last thing",
      "=shutdown leaks a connection: {end} [at the end|last]",
      "=[deploys take|each deploy takes] 30 seconds because of {end} [missing|not being there], should come last",
      "=the shutdown [forgets|never does] {end}",
      "=before we go: {end}",
      "=what about {end}? should be the last step[ of the shutdown|]",
      "shut it down completely, with {end} as the last step",
      "=[db|redis] shows old connections after every restart, {end} at the end[ of the shutdown|] please",
      "the last thing [on shutdown|we do] should be {end}",
    ],
    unseen: [
      "=after SIGTERM we're still connected, {end} should finish it off",
      "finish the shutdown with {end}",
    ],
    vars: {
      end: [
        "await pool.end()",
        "await prisma.$disconnect()",
        "await redis.quit()",
        "await queue.close()",
        "await worker.close()",
        "await mongoose.disconnect()",
        "await consumer.disconnect()",
        "await knex.destroy()",
        "await dataSource.destroy()",
      ],
      first: ["await server.close();", "await server.stop();", "await server.shutdown();"],
      second: [
        "clearInterval(heartbeat);",
        "await metrics.flush();",
        "scheduler.stop();",
        'logger.info("server closed");',
      ],
    },
    code: [
      `
      ƒ async shutdown(signal: string) {
        logger.info({ signal }, "shutting down");
        ‹first›
        ‹second›
        ⟦→‹end›;⟧
      ƒ}

      process.on("SIGTERM", shutdown);
      `,
      `
      process.once("SIGTERM", async () => {
        ‹second›
        ‹first›
        ⟦→‹end›;⟧
        «process.exit(0);|»
      });

      process.on("SIGHUP", () => config.reload());
      `,
      `
      ƒ start‹Thing›Service(server: Server) {
        const heartbeat = setInterval(() => ping("‹thing:kebab›"), 10_000);
        return {
          heartbeat,
          async ready() {
            await server.listening;
          },
          async close() {
            ‹first›
            ‹second›
            ⟦→‹end›;⟧
          },
        };
      ƒ}
      `,
    ],
  }),

  sketched("ctrl-c-too", {
    seen: [
      "=ctrl-c [just kills it|doesn't shut down cleanly], only SIGTERM [does|is handled]",
      "handle SIGINT [too|as well|like SIGTERM]",
      "=SIGINT should [do the same|call {fn} too]",
      "=on ctrl+c {fn} isn't called",
      "call {fn} on SIGINT as well",
      "=can it {fn} on SIGINT too?",
      "=locally (ctrl-c) {fn} never runs, SIGTERM works",
      "=SIGINT too[ please|]",
      "={fn} for SIGINT, not only SIGTERM",
      "=when i stop the dev server with ctrl-c nothing is cleaned up",
      "listen for SIGINT too[ and call {fn}|]",
      "=why does {fn} run in docker but not when i press ctrl-c?",
      "=[SIGINT isn't|ctrl-c isn't] handled",
      "=[stopping|killing] it in the terminal skips {fn}",
      "=i have to wait for the port after ctrl-c as {fn} is not called",
      "same for SIGINT",
      "[register|add] {fn} for SIGINT[ as well| too]",
      "=only SIGTERM is handled, we need SIGINT [as well|too]",
    ],
    unseen: [
      "=interrupting it in the terminal leaves everything behind, unlike docker stop",
      "hook {fn} up to SIGINT next to SIGTERM",
    ],
    vars: {
      fn: ["shutdown", "stop", "close", "cleanup", "quit", "teardown", "drain", "onExit"],
      on: ["on", "once"],
    },
    code: [
      `
      ƒ async ‹fn›() {
        «logger.info("stopping");|stopping = true;|»
        await server.close();
        await «pool.end()|db.destroy()|queue.close()»;
      ƒ}

      process.‹on›("SIGTERM", ‹fn›);
      ⟦→process.‹on›("SIGINT", ‹fn›);⟧
      «process.on("unhandledRejection", (err) => logger.error({ err }, "unhandled"));|server.listen(PORT);»
      `,
      `
      export class ‹Thing›Worker {
        start() {
          process.‹on›("SIGTERM", () => this.‹fn›());
          ⟦→process.‹on›("SIGINT", () => this.‹fn›());⟧
          this.timer = setInterval(() => this.poll(), «1000|5000»);
          «process.on("SIGHUP", () => this.reload());|»
        }

        private async ‹fn›() {
          clearInterval(this.timer);
          await this.current;
        }
      }
      `,
      `
      ƒ async main() {
        const ‹things› = await open‹Things›();
        const ‹fn› = () => ‹things›.close();
        process.‹on›("SIGTERM", ‹fn›);
        ⟦→process.‹on›("SIGINT", ‹fn›);⟧
        ‹fill›
        await serve(‹things›);
      ƒ}
      `,
    ],
  }),

  sketched("measured-even-when-it-fails", {
    seen: [
      "=no [duration|timing] is recorded when {work} [throws|fails]",
      "=failed calls don't show up in the duration metric, [use finally|put it in a finally]",
      "put {end} in a finally",
      "record the [time|duration] even if {work} throws",
      "={end} isn't reached [if|when] {work} throws",
      "=slow failures are missing on the dashboard, {end} must run in any case",
      "=should be measured even when {work} fails",
      "=the timer is never ended after [an error|a failure]",
      "use try/finally so that {end} always runs",
      "=can {end} run [whether {work} fails or not|no matter what]?",
      "=[histogram|the metric] has only the successes",
      "=we [only see|measure] calls that [worked|succeeded]",
      "=when {work} rejects {end} is [skipped|never called]",
      "=[errors|failing calls] are not in the [timings|statistics]",
      "=shouldn't {end} be in a finally?",
      "=spans are left open when {work} throws",
      "wrap {work} so that {end} is called [in any case|no matter what|on errors as well]",
    ],
    unseen: ["=a throwing {work} leaves no trace in our metrics", "guarantee that {end} happens"],
    rows: [
      [
        { end: "end()", start: "const end = histogram.startTimer();" },
        { end: "stop()", start: 'const stop = metrics.time("work");' },
        { end: "done()", start: "const done = profiler.begin();" },
        { end: "timer.stop()", start: "const timer = stats.timer();" },
        { end: "span.end()", start: 'const span = tracer.startSpan("work");' },
        { end: "active.dec()", start: "active.inc();" },
      ],
    ],
    vars: { work: ["load‹Thing›", "run‹Thing›", "process‹Thing›", "query‹Thing›", "render‹Thing›"] },
    code: [
      `
      ƒ async timed‹Thing›(id: string) {
        ‹start›
        ⟦const ‹thing› = await ‹work›(id);
        ‹end›;
        return ‹thing›;→try {
          return await ‹work›(id);
        } finally {
          ‹end›;
        }⟧
      ƒ}
      `,
      `
      app.post("/‹things:kebab›", async (req, res) => {
        «const user = await auth(req);|logger.debug("‹thing:words› requested");»
        ‹start›
        ⟦→try {⟧
        ⟦→  ⟧await ‹work›(req.body);
        ⟦→} finally {⟧
        ⟦→  ⟧‹end›;
        ⟦→}⟧
        res.sendStatus(204);
      });
      `,
      `
      export class ‹Thing›Jobs {
        async handle(job: Job): Promise<void> {
          ‹start›
          ⟦→try {⟧
          ⟦→  ⟧await ‹work›(job.data, «this.db|job.id|{ retry: true }»);
          ⟦→} finally {⟧
          ⟦→  ⟧‹end›;
          ⟦→}⟧
          this.handled++;
        }
      }
      `,
    ],
  }),
];
