import { sketched } from "./sketch.ts";

/** What people ask of code that waits, and of what happens when it fails. */
export const COMMON_ASYNC = [
  sketched("then-of-handler-to-await", {
    seen: [
      "use [async/await|await] instead of then",
      "use [async/await|await] [for|with] {call} instead of .then",
      "=then -> await",
      "[rewrite|convert] [this |][to|with|using] async/await",
      "=await instead of then[ pls|]",
      "=no .then[ please| here|], [async/await|await]",
      "=can we await {call} [instead|here]?",
      "=async await [please|pls]",
      "get rid of the then",
      "=we use async/await everywhere [else|but here]",
      "make {fn} async and await {call}",
      "=callbacks in then are hard to read, await it",
      "replace the then by await",
    ],
    unseen: ["=i'd rather see {fn} wait for {call} line by line", "flatten the promise callback"],
    vars: {
      call: [
        "save‹Thing›",
        "create‹Thing›",
        "fetch‹Thing›",
        "update‹Thing›",
        "publish‹Thing›",
        "submit‹Thing›",
      ],
      fn: ["handleSubmit", "handleSave", "onConfirm", "submit", "handleClick", "apply", "onDone", "run"],
      result: ["result", "saved", "response", "‹thing›", "updated"],
    },
    code: [
      `
      const ‹fn› = ⟦→async ⟧(draft: Draft) => {
        «setError(null);|setBusy(true);»
      ⟦  ‹call›(draft).then((‹result›) => {
          set‹Thing›(‹result›);
          onClose();
        });→  const ‹result› = await ‹call›(draft);
        set‹Thing›(‹result›);
        onClose();⟧
      };

      «const reset = () => set‹Thing›(null);|const cancel = () => onClose();»
      `,
      `
      export class ‹Thing›Page {
        ⟦→async ⟧‹fn›(id: string) {
          ‹fill›
      ⟦    return this.api.‹call›(id).then((‹result›) => {
            this.current = ‹result›;
            return ‹result›.id;
          });→    const ‹result› = await this.api.‹call›(id);
          this.current = ‹result›;
          return ‹result›.id;⟧
        }

        «close() {
          this.current = null;
        }|isOpen() {
          return this.current !== null;
        }»
      }
      `,
      `
      export ⟦→async ⟧function ‹fn›(input: Input) {
      ⟦  return ‹call›(input)
          .then((‹result›) => notify(‹result›.id))
          .then(() => true);→  const ‹result› = await ‹call›(input);
        await notify(‹result›.id);
        return true;⟧
      }
      `,
    ],
  }),
  // The names are those of the callbacks.
  sketched("fetch-chain-to-await", {
    seen: [
      "use async/await[ instead of then|]",
      "=async/await [please|pls]",
      "[rewrite|convert] [this|{fn}] [to|with|using] async/await",
      "=then chain -> await",
      "=no then chains[ please|], await",
      "make {fn} async, [no then|await instead of then]",
      "=[can|could] {fn} [be async|use await]?",
      "flatten the then chain[ with await|]",
      "=these thens are [ugly|hard to read], [use await|async await]",
      "replace the thens [by|with] await",
      "=await the fetch instead of chaining",
    ],
    unseen: ["=rather than a chain of callbacks i want {fn} to wait for each step"],
    vars: {
      fn: ["load‹Things›", "fetch‹Thing›", "get‹Things›", "find‹Things›", "read‹Thing›", "search‹Things›"],
      response: ["response", "res", "r"],
      data: ["data", "json", "body", "payload"],
      field: ["items", "results", "‹things›", "rows", "entries"],
    },
    code: [
      `
      export ⟦→async ⟧function ‹fn›(id: string) {
      ⟦  return fetch(´/api/‹things›/€{id}´)
          .then((‹response›) => ‹response›.json())
          .then((‹data›) => ‹data›.‹field›);→  const ‹response› = await fetch(´/api/‹things›/€{id}´);
        const ‹data› = await ‹response›.json();
        return ‹data›.‹field›;⟧
      }
      `,
      `
      «const BASE = "/api";|»
      const ‹fn› = ⟦→async ⟧(query: string) => {
        const url = ´/api/‹things›?q=€{encodeURIComponent(query)}´;
      ⟦  return fetch(url)
          .then((‹response›) => {
            if (!‹response›.ok) throw new Error("‹words›");
            return ‹response›.json();
          })
          .then((‹data›) => ‹data›.‹field›);→  const ‹response› = await fetch(url);
        if (!‹response›.ok) throw new Error("‹words›");
        const ‹data› = await ‹response›.json();
        return ‹data›.‹field›;⟧
      };
      `.replaceAll("‹words›", "no ‹things:words›"),
      `
      class ‹Thing›Api {
        ⟦→async ⟧‹fn›(page: number) {
      ⟦    return this.http.get("/‹things›", { page }).then((‹response›) => ‹response›.data.‹field›);→    const ‹response› = await this.http.get("/‹things›", { page });
          return ‹response›.data.‹field›;⟧
        }

        async remove(id: string) {
          await this.http.delete(´/‹things›/€{id}´);
        }
      }
      `,
    ],
  }),
  sketched("await-before-looking-at-it", {
    seen: [
      "await {call}",
      "=missing await[ for {call}| on {call}|]",
      "={call} is async, [await it|it has to be awaited|we don't wait for it]",
      "=forgot to await {call}",
      "={v} is [a promise|a promise here|always truthy]",
      "=[getting|i get] a pending promise for {v}",
      "=no await on {call}",
      "=await {call} pls",
      "=why is {v} a promise?",
      "=the check on {v} never [fires|hits|triggers]",
      "=ts: property does not exist on promise, {v}",
      "wait for {call}",
      "={v} is never null, [even if there is none|even for unknown ids]",
    ],
    unseen: [
      "={v} holds something pending, not the result",
      "=everything of {v} is undefined, as if it hadn't arrived",
    ],
    vars: {
      call: ["find‹Thing›", "repo.findOne", "load‹Thing›", "db.get‹Thing›", "cache.get", "api.fetch‹Thing›"],
      v: ["‹thing›", "found", "existing", "current", "stored"],
    },
    code: [
      `
      ƒ async rename‹Thing›(id: string, name: string) {
        const ‹v› = ⟦→await ⟧‹call›(id);
        if (!‹v›) throw new «NotFoundError|Error»("no such ‹thing:words›");
        ‹fill›
        await update(id, { ...‹v›, name });
        return ‹v›.«version|revision|id»;
      ƒ}
      `,
      `
      router.get("/‹things›/:id", async (req, res) => {
        const user = await currentUser(req);
        const ‹v› = ⟦→await ⟧‹call›(req.params.id);
        if (‹v› === null) return res.status(404).end();
        «logger.debug("‹thing›", { user: user.id });|await touch(user.id);»
        res.json(‹v›);
      });
      `,
      `
      export class ‹Thing›Service {
        async «archive|close|reopen»(id: string, by: User) {
          await this.authorize(by);
          const ‹v› = ⟦→await ⟧this.‹call›(id);
          ‹v›.«changedBy|closedBy|owner» = by.id;
          await this.store.save(‹v›);
        }
      }
      `,
    ],
  }),
  sketched("failure-is-logged-and-null", {
    seen: [
      "wrap [it|{call}] in try/catch, logger.error {textText} with the error and return null",
      "=if {call} throws, logger.error {textText} with the error and return null",
      "=on error logger.error with {textText} and the error, return null",
      "catch errors [here|of {call}], logger.error [them as |]{textText} with the error, [and |]return null",
      "=add try/catch: logger.error with {textText}, then null",
      "=try/catch around [it|{call}] pls, logger.error {textText} + error, return null",
      "=shouldn't throw. logger.error {textText} with the error and give null[ back|]",
      "={call} can fail, then logger.error {textText} with error and return null",
      "=error handling is missing: logger.error {textText} and the error, return null then",
      "handle [the error|failures] of {call}: logger.error with {textText} and the error, null as result",
    ],
    unseen: [
      "=nobody upstream handles it when {call} blows up; {textText} and the error through logger.error plus null is enough",
    ],
    vars: {
      call: ["api.get‹Thing›", "fetch‹Thing›", "client.load", "parse‹Thing›", "repo.find", "read‹Thing›"],
      text: [
        "failed to load ‹thing:words›",
        "‹thing:words› failed",
        "could not read ‹thing:words›",
        "no ‹thing:words›",
      ],
    },
    code: [
      `
      ƒ async load‹Thing›(id: string): Promise<‹Thing› | null> {
      ⟦  const ‹thing› = await ‹call›(id);
        return normalize(‹thing›);→  try {
          const ‹thing› = await ‹call›(id);
          return normalize(‹thing›);
        } catch (error) {
          logger.error("‹text›", error);
          return null;
        }⟧
      ƒ}
      `,
      `
      export const get‹Thing› = async (key: string) => {
      ⟦  return await ‹call›(key);→  try {
          return await ‹call›(key);
        } catch (error) {
          logger.error("‹text›", error);
          return null;
        }⟧
      };

      «export const has‹Thing› = (key: string) => keys.has(key);|const keys = new Set<string>();»
      `,
      `
      ƒ async first‹Thing›(source: Source) {
      ⟦  const ‹things› = await ‹call›(source);
        «‹things›.sort(byDate);
        |»return ‹things›[0] ?? null;→  try {
          const ‹things› = await ‹call›(source);
          return ‹things›[0] ?? null;
        } catch (error) {
          logger.error("‹text›", error);
          return null;
        }⟧
      ƒ}
      `.replace("«‹things›.sort(byDate);\n        |»", ""),
    ],
  }),
  sketched("release-in-finally", {
    seen: [
      "[put|move] {end} in[to|] a finally[ block|]",
      "={end} [is not|isn't] called when [{work} throws|it throws]",
      "={end} should [always run|run in any case|run even if it fails]",
      "use try/finally for {end}",
      "=[we leak|leaking|leaks] {wordsWhat} when {work} fails",
      "=if {work} throws, {end} is [skipped|never called]",
      "=finally for {end}[ pls|]",
      "always call {end}, [also|even] when {work} throws",
      "=try/finally please, {end} must happen[ no matter what|]",
      "=after an error the {wordsWhat} is never released",
    ],
    unseen: ["={wordsWhat} stays taken after a failed {work}", "guarantee {end} whatever {work} does"],
    rows: [
      [
        { what: "connection", open: "pool.connect()", end: "connection.release()" },
        { what: "lock", open: "locks.acquire(id)", end: "lock.release()" },
        { what: "file", open: "open(path)", end: "file.close()" },
        { what: "span", open: 'tracer.start("sync")', end: "span.end()" },
        { what: "session", open: "client.startSession()", end: "session.endSession()" },
        { what: "browser", open: "launch()", end: "browser.close()" },
        { what: "client", open: "pool.checkOut()", end: "client.release()" },
        { what: "timer", open: 'startTimer("import")', end: "timer.stop()" },
      ],
    ],
    vars: { work: ["import‹Things›", "copy‹Things›", "update‹Things›", "migrate‹Things›", "count‹Things›"] },
    code: [
      `
      ƒ async run(id: string, path: string) {
        const ‹what› = await ‹open›;
      ⟦  await ‹work›(‹what›, id);
        await ‹end›;→  try {
          await ‹work›(‹what›, id);
        } finally {
          await ‹end›;
        }⟧
      ƒ}
      `,
      `
      export class ‹Thing›Job {
        async execute(id: string, path: string) {
          «this.log("start");|this.runs++;»
          const ‹what› = await ‹open›;
      ⟦    const result = await this.‹work›(‹what›);
          await ‹end›;
          return result;→    try {
            const result = await this.‹work›(‹what›);
            return result;
          } finally {
            await ‹end›;
          }⟧
        }
      }
      `,
    ],
  }),
  sketched("independent-loads-together", {
    seen: [
      "load [both|them] [in parallel|at once|at the same time]",
      "use Promise.all[ here| for these two| for {a} and {b}|]",
      "=these [two|awaits] don't depend on each other, [Promise.all|run them in parallel]",
      "=Promise.all for {a} and {b}",
      "=no need to wait for {a} before loading {b}",
      "={a} and {b} [could|can|should] be loaded [in parallel|together|at the same time]",
      "=slow, [fetch|load] {a} and {b} in parallel",
      "=parallel [please|pls]: {a}, {b}",
      "=why wait for {a} first? do both at once",
      "=[two|2] requests one after the other, [make it|use] Promise.all",
    ],
    unseen: ["=takes as long as {a} and {b} together, the longer of the two would do"],
    rows: [
      [
        { a: "user", b: "orders", f: "loadUser", g: "loadOrders" },
        { a: "project", b: "members", f: "getProject", g: "getMembers" },
        { a: "settings", b: "flags", f: "readSettings", g: "readFlags" },
        { a: "invoice", b: "customer", f: "fetchInvoice", g: "fetchCustomer" },
        { a: "posts", b: "tags", f: "api.posts", g: "api.tags" },
        { a: "prices", b: "stock", f: "shop.prices", g: "shop.stock" },
        { a: "profile", b: "teams", f: "findProfile", g: "findTeams" },
        { a: "account", b: "plan", f: "getAccount", g: "getPlan" },
        { a: "rates", b: "products", f: "loadRates", g: "loadProducts" },
      ],
    ],
    code: [
      `
      ƒ async load‹Thing›Page(id: string) {
        «const started = Date.now();|await authorize(id);»
      ⟦  const ‹a› = await ‹f›(id);
        const ‹b› = await ‹g›(id);→  const [‹a›, ‹b›] = await Promise.all([‹f›(id), ‹g›(id)]);⟧
        ‹fill›
        return { ‹a›, ‹b› };
      ƒ}
      `,
      `
      export default async function Page({ params }: PageProps) {
        const { id } = await params;
      ⟦  const ‹a› = await ‹f›(id);
        const ‹b› = await ‹g›(id);→  const [‹a›, ‹b›] = await Promise.all([‹f›(id), ‹g›(id)]);⟧

        return <‹Thing›View ‹a›={‹a›} ‹b›={‹b›} />;
      }
      `,
      `
      router.get("/‹things›/:id", async (req, res) => {
        const user = await auth(req);
      ⟦  const ‹a› = await ‹f›(user.id);
        const ‹b› = await ‹g›(req.params.id);→  const [‹a›, ‹b›] = await Promise.all([‹f›(user.id), ‹g›(req.params.id)]);⟧
        res.json({ ‹a›, ‹b› });
      });
      `.replaceAll("user", "viewer"),
    ],
  }),
  sketched("throw-on-after-logging", {
    seen: [
      "rethrow the error [after logging|after the log|there]",
      "=rethrow[ please| pls|][ after logging|]",
      "throw {e} again [after logging it|in the catch]",
      "=the catch swallows the error, [rethrow it|throw it again|pass it on]",
      "=callers never [see|notice|learn about] the error[, throw it again|, rethrow]",
      "log and rethrow",
      "=should still throw[ after logging|]",
      "=error is swallowed[ here|]",
      "=it must fail, not [just|only] log",
      "=caller thinks it worked even if it failed",
      "=after {log} throw {e}[ again|]",
    ],
    unseen: ["=looks like success to whoever calls it when {call} breaks", "let the error go up as well"],
    vars: {
      e: ["error", "err", "e", "cause"],
      log: ["logger.error", "console.error", "this.logger.error", "log.error", "captureException"],
      call: ["save‹Thing›", "api.create", "charge‹Thing›", "sync‹Things›", "repo.insert", "send‹Thing›"],
    },
    code: [
      `
      ƒ async create‹Thing›(‹thing›: ‹Thing›) {
        try {
          await ‹call›(‹thing›);
          «metrics.increment("‹thing›.created");|»
        } catch (‹e›) {
          ‹log›(‹e›);
          ⟦→throw ‹e›;⟧
        }
      ƒ}
      `,
      `
      class ‹Thing›Worker {
        async process(job: Job<‹Thing›>) {
          ‹fill›
          try {
            return await ‹call›(job.data);
          } catch (‹e›) {
            ‹log›(´‹thing:words› €{job.id} failed´, ‹e›);
            ⟦→throw ‹e›;⟧
          } «finally {
            this.running--;
          }|finally {
            await job.progress(100);
          }»
        }
      }
      `,
      `
      const use‹Thing› = () =>
        useMutation({
          mutationFn: async (‹thing›: ‹Thing›) => {
            try {
              return await ‹call›(‹thing›);
            } catch (‹e›) {
              ‹log›("‹thing:words› not saved", ‹e›);
              ⟦→throw ‹e›;⟧
            }
          },
          onSuccess: () => «toast("saved")|router.refresh()|queryClient.clear()»,
        });
      `,
    ],
  }),
  sketched("pointless-try-catch", {
    seen: [
      "remove the [try/catch|try catch]",
      "=the [try/catch|try catch|catch] [does nothing|is pointless|is useless|only rethrows]",
      "=[no need for|we don't need] the [try/catch|try catch][ here|]",
      "=useless catch[ clause|]",
      "=lint: no-useless-catch",
      "unwrap the try",
      "=catching just to throw again[ makes no sense|, drop it|]",
      "=why catch {e} if you throw it again?",
      "=try/catch can go",
      "drop the try/catch, it [just|only] throws {e} again",
      "let errors bubble up, no try/catch",
    ],
    unseen: ["=what is the catch block good for? looks like it changes nothing"],
    vars: {
      e: ["error", "err", "e", "cause"],
      call: ["save‹Thing›", "api.create", "repo.insert", "sync‹Things›", "queue.push", "store.put"],
    },
    code: [
      `
      ƒ async add‹Thing›(‹thing›: ‹Thing›) {
        «check(‹thing›);|const id = ‹thing›.id;»
      ⟦  try {
          await ‹call›(‹thing›);
          return ‹thing›.id;
        } catch (‹e›) {
          throw ‹e›;
        }→  await ‹call›(‹thing›);
        return ‹thing›.id;⟧
      ƒ}
      `,
      `
      export class ‹Thing›Service {
        async run(input: Input) {
      ⟦    try {
            const result = await ‹call›(input);
            return result.value;
          } catch (‹e›) {
            throw ‹e›;
          }→    const result = await ‹call›(input);
          return result.value;⟧
        }

        async stop() {
          try {
            await this.close();
          } catch (‹e›) {
            this.logger.warn("not closed", ‹e›);
          }
        }
      }
      `,
    ],
  }),
  sketched("console-to-given-logger", {
    seen: [
      "use {logger} instead of console",
      "=console -> {logger}",
      "replace console [with|by] {logger}",
      "=no console[ please| here|], [we have|use] {logger}",
      "=[should|can] this use {logger}? not console",
      "=logs should go through {logger}",
      "=we have a logger[ now|], [use {logger}|it's {logger}], not console",
      "switch [from console |]to {logger}",
      "={logger}, not console",
      "=these console calls don't show up in our logs, use {logger}",
      "use {logger} [for logging|for the logs|everywhere]",
      "=console is forbidden by lint, take {logger}[ with the same methods|]",
    ],
    unseen: ["=all output via {logger} please"],
    rows: [
      [
        { logger: "logger" },
        { logger: "log" },
        { logger: "this.logger" },
        { logger: "ctx.log" },
        { logger: "req.log" },
      ],
    ],
    vars: { job: ["import", "sync", "export", "cleanup", "backup", "billing"] },
    code: [
      `
      export class ‹Thing›Job {
        async run(ctx: Context, req: Request) {
          ⟦console→‹logger›⟧.info("‹job› «started|begins»");
          const ‹things› = await this.load(ctx);
          if (‹things›.length === 0) {
            ⟦console→‹logger›⟧.warn("no ‹things:words›");
            return;
          }
          try {
            await this.‹job›(‹things›);
          } catch (error) {
            ⟦console→‹logger›⟧.error("‹job› failed", error);
          }
        }
      }
      `,
      `
      class ‹Thing›Handler {
        handle(ctx: Context, req: Request) {
          const { id } = req.params;
          ⟦console→‹logger›⟧.debug("‹job›", id);
          ‹fill›
          if (!ctx.allowed) {
            ⟦console→‹logger›⟧.warn(´‹job› refused for €{id}´);
            return null;
          }
          return this.find(id);
        }
      }
      `,
    ],
  }),
];
