import { sketched } from "./sketch.ts";

/** How a request runs its course: what may fail, what happens once, and who hears of it. */
export const HANDLER_FLOWS = [
  // What is logged, and with what, is said in full.
  sketched("side-effect-may-fail", {
    seen: [
      "=[should|must] [go on|continue] when {callee} [fails|throws], with {logged}",
      "[swallow|ignore] errors of {callee} [after|and do] {logged}",
      "=a problem with {callee} [isn't|is not] the user's problem[:|,] {logged} and [carry on|go on]",
      "=if {callee} is down {wordsThings} can't be [created|saved], {logged} should be all that happens",
      "=if {callee} fails the whole [request|thing] fails, just log it with {logged} and [carry|go] on",
      "={callee} must not [break|take down] the rest, [on an error|if it throws] {logged} is enough",
      "=a failing {callee} shouldn't [matter|stop us], catch it: {logged}",
      "don't let {callee} [break|ruin] this, log {logged} and continue",
      "catch errors of {callee} and log them with {logged}",
      "=when {callee} throws we want {logged} and nothing else",
      "=people get a 500 only because {callee} failed. [just|only] {logged}",
      "wrap {callee} in try/catch with {logged}",
      "=can {callee} fail quietly? {logged} [is enough|would do]",
      "=why does everything fail when {callee} does? {logged} and go on",
      "=errors of {callee} are not fatal, {logged}",
      "=best effort only for {callee}: {logged} in the catch",
    ],
    unseen: [
      "=it isn't important whether {callee} works, a line in the log ({logged}) will do",
      "shield the rest from {callee}, all we need then is {logged}",
    ],
    rows: [
      [
        { callee: "mailer.sendMail", text: "mail failed" },
        { callee: "mailer.welcome", text: "welcome mail failed" },
        { callee: "analytics.track", text: "tracking failed" },
        { callee: "slack.notify", text: "slack is down" },
        { callee: "audit.write", text: "could not write audit log" },
        { callee: "search.index", text: "indexing failed" },
        { callee: "cache.invalidate", text: "cache not cleared" },
        { callee: "webhooks.deliver", text: "webhook not delivered" },
        { callee: "push.send", text: "push failed" },
        { callee: "crm.sync", text: "crm sync failed" },
        { callee: "metrics.report", text: "no metrics" },
        { callee: "sms.send", text: "sms not sent" },
      ],
    ],
    vars: {
      err: ["err", "error", "e", "cause"],
      logger: ["logger.error", "logger.warn", "log.error", "console.error", "log.warn"],
      logged: ['‹logger›("‹text›", ‹err›)', '‹logger›("‹text›", ‹err›)', '‹logger›(‹err›, "‹text›")'],
      first: [
        "await ‹things›.create(input)",
        "await save‹Thing›(input)",
        "await db.‹things›.insert(input)",
        "await create‹Thing›(input)",
      ],
      args: ["‹thing›", "‹thing›.id", "input, ‹thing›.id", '"‹thing:kebab›", ‹thing›', "{ id: ‹thing›.id }"],
    },
    code: [
      `
      ƒ async «create|register|finish|place»‹Thing›(input: ‹Thing›Input) {
        const ‹thing› = ‹first›;
        ⟦await ‹callee›(‹args›);→try {
          await ‹callee›(‹args›);
        } catch (‹err›) {
          ‹logged›;
        }⟧
        return ‹thing›;
      ƒ}
      `,
      `
      router.post("/‹things:kebab›", async (req, res) => {
        const input = req.body;
        const ‹thing› = ‹first›;
        «await ‹others›.refresh(‹thing›.id);|»
        ⟦await ‹callee›(‹args›);→try {
          await ‹callee›(‹args›);
        } catch (‹err›) {
          ‹logged›;
        }⟧
        res.status(201).json(‹thing›);
      });
      `,
      `
      async «close|publish|cancel»(id: string) {
        const ‹thing› = await this.‹things›.get(id);
        await this.‹things›.«close|publish|cancel»(‹thing›);
        ⟦await this.‹callee›({
          type: "‹thing:kebab›.done",
          id,
        });→try {
          await this.‹callee›({
            type: "‹thing:kebab›.done",
            id,
          });
        } catch (‹err›) {
          ‹logged›;
        }⟧
        return ‹thing›;
      }
      `,
    ],
  }),
  sketched("message-that-does-not-parse", {
    seen: [
      "=[junk|garbage|nonsense] in the queue [should|must] not [crash|stop] us: {logged} and return",
      "=on [a parse error|invalid json] do {logged} and return",
      "=the consumer [dies|is dead] after one broken message, should {logged} and return",
      "=bad json in [the|a] message [kills|crashes] the consumer, log {logged} and return",
      "=a message that isn't json [brings|takes] the [worker|process] down, {logged} and return",
      "=SyntaxError: Unexpected token [in JSON|...] and the consumer is gone. [should be|just] {logged} and return",
      "catch broken json, {logged}, then return",
      "ignore messages that don't parse: {logged} and return",
      "=invalid json should [only give|just be] {logged}, then return",
      "=JSON.parse can throw, {logged} and return [then|in that case]",
      "=someone published garbage and [nothing was consumed after that|we were down], {logged} + return",
      "=can broken messages be skipped? {logged} and return",
      "=why does one bad message stop everything? {logged} and return",
      "guard the JSON.parse with try/catch, {logged} and return in the catch",
      "skip what isn't json after {logged}",
    ],
    unseen: [
      "=one poisoned message and the queue stands still; note it by {logged} and leave",
      "survive payloads that can't be parsed, with {logged} before returning",
    ],
    vars: {
      event: ["event", "payload", "data", "message", "job", "body", "command"],
      logger: ["logger.warn", "log.warn", "console.warn", "logger.error", "log.error"],
      text: [
        "invalid message",
        "bad json",
        "not json",
        "could not parse message",
        "malformed event",
        "unreadable payload",
        "dropping message",
      ],
      logged: ['‹logger›("‹text›")'],
    },
    code: [
      `
      ƒ async on‹Thing›(msg: Message) {
        ⟦const ‹event› = JSON.parse(msg.content) as ‹Thing›Event;→let ‹event›: ‹Thing›Event;
        try {
          ‹event› = JSON.parse(msg.content) as ‹Thing›Event;
        } catch {
          ‹logged›;
          return;
        }⟧
        await «process|handle|apply»‹Thing›(‹event›);
        «await msg.ack();|channel.ack(msg);|»
      ƒ}
      `,
      `
      socket.on("message", (raw) => {
        «lastSeen = Date.now();|»
        ⟦const ‹event›: ‹Thing›Message = JSON.parse(raw.toString());→let ‹event›: ‹Thing›Message;
        try {
          ‹event› = JSON.parse(raw.toString());
        } catch {
          ‹logged›;
          return;
        }⟧
        if (‹event›.type === "ping") return socket.send("pong");
        «dispatch|route|handle»(‹event›);
      });
      `,
      `
      export class ‹Thing›Consumer {
        async handle(record: «KafkaMessage|SQSRecord|QueueRecord») {
          ⟦const ‹event› = JSON.parse(record.value);→let ‹event›;
          try {
            ‹event› = JSON.parse(record.value);
          } catch {
            ‹logged›;
            return;
          }⟧
          await this.‹things›.apply(‹event›);
          this.count += 1;
        }
      }
      `,
    ],
  }),
  // Known events get the same answer as handled ones.
  sketched("event-only-once", {
    seen: [
      "=[the provider|stripe|github] retries and we handle the same event twice, skip [ids|those] that are in {known}",
      "=the same event is [processed|handled] twice, check {known} first",
      "[skip|ignore] events that are [already |]in {known}",
      "return early if {known} has the [id|event] already",
      "=customers get two mails when a webhook is [sent again|retried], {known} is never [asked|checked]",
      "=we fill {known} but never look into it, events are handled again",
      "=webhooks can come [more than once|twice], use {known} to skip [them|the second]",
      "=should be idempotent, {known} knows what was handled",
      "=duplicates should [just |]get the usual answer, see {known}",
      "=why is an event handled again although it's in {known}?",
      "=shouldn't events in {known} be skipped?",
      "check {known} before handling[ the event|]",
    ],
    unseen: [
      "=a redelivered event counts twice, though {known} remembers it",
      "handle each id just one time, {known} has those that are done",
    ],
    vars: {
      known: [
        "processed",
        "seen",
        "handled",
        "done",
        "processedEvents",
        "seenIds",
        "handledEvents",
        "knownIds",
        "delivered",
      ],
      answer: [
        "res.sendStatus(200)",
        "res.status(200).end()",
        "res.json({ received: true })",
        "res.sendStatus(204)",
        'res.send("ok")',
      ],
    },
    code: [
      `
      const ‹known› = new Set<string>();

      router.post("/webhooks/‹thing:kebab›", async (req, res) => {
        const event = «req.body as ‹Thing›Event|verify(req)|parseEvent(req.body)»;
        ⟦→if (‹known›.has(event.id)) return ‹answer›;⟧
        await handle‹Thing›(event);
        ‹known›.add(event.id);
        ‹answer›;
      });
      `,
      `
      ƒ async receive‹Thing›(req: Request, res: Response) {
        const event = constructEvent(req.body, req.get("signature"));
        «logger.info({ id: event.id }, event.type);|»
        ⟦→if (await ‹known›.has(event.id)) return ‹answer›;⟧
        switch (event.type) {
          case "‹thing:snake›.created":
            await on‹Thing›Created(event.data);
            break;
          case "‹thing:snake›.deleted":
            await on‹Thing›Deleted(event.data);
            break;
        }
        await ‹known›.add(event.id);
        return ‹answer›;
      ƒ}

      // ‹known›: a set in redis.
      `,
      `
      export class ‹Thing›Hooks {
        private readonly ‹known› = new Set<string>();

        receive = async (req: Request, res: Response) => {
          const { id, type, data } = req.body;
          ⟦→if (this.‹known›.has(id)) return ‹answer›;⟧
          await this.«dispatch|run|apply»(type, data);
          this.‹known›.add(id);
          ‹answer›;
        };
      }
      `,
    ],
  }),
  // The answer is the one that is there already.
  sketched("invalid-input-is-no-crash", {
    seen: [
      "=invalid input [to|on] {verb} gives a 500, should be handled like in the other [handler|route] (safeParse)",
      "=zod errors [in|of] {verb} end up as 500, use safeParse [and answer 400|like above]",
      "use safeParse in {verb}[, as above|, like the other one does]",
      "={verb} throws on [bad|invalid] input, [should answer 400|answer 400] like the one above",
      "=parse throws in {verb}, safeParse and the same 400 as [above|in the first] pls",
      "=unhandled ZodError in {verb}, [do it like above|same treatment as the route above]",
      "answer 400 [in|for] {verb}, too, when the body is invalid",
      "=the {verb} route crashes [on|with] an invalid body, the one above doesn't",
      "=why 500 for a bad body [in|on] {verb}? the other one gives 400",
      "=shouldn't {verb} use safeParse as well?",
      "make {verb} answer like the other route if the body doesn't validate",
    ],
    unseen: [
      "=sending nonsense to {verb} blows up; its neighbour shows how it's done",
      "=a mistake in the body of {verb} is the client's fault and ought to be told so, just as above",
    ],
    rows: [
      [
        { verb: "PUT", method: "put", sibling: "post" },
        { verb: "PATCH", method: "patch", sibling: "post" },
        { verb: "PATCH", method: "patch", sibling: "put" },
      ],
    ],
    vars: {
      errors: [
        "errors: parsed.error.issues",
        "errors: parsed.error.flatten()",
        "error: parsed.error.format()",
        "issues: parsed.error.issues",
        'error: "Invalid ‹thing:words›"',
      ],
      input: ["input", "data", "body", "changes", "values"],
    },
    code: [
      `
      router.‹sibling›("/‹things:kebab›", async (req, res) => {
        const parsed = ‹thing›Schema.safeParse(req.body);
        if (!parsed.success) return res.status(400).json({ ‹errors› });
        res.status(201).json(await ‹things›.create(parsed.data));
      });

      router.‹method›("/‹things:kebab›/:id", async (req, res) => {
        ⟦const ‹input› = ‹thing›Patch.parse(req.body);→const parsed = ‹thing›Patch.safeParse(req.body);
        if (!parsed.success) return res.status(400).json({ ‹errors› });⟧
        res.json(await ‹things›.update(req.params.id, ⟦‹input›→parsed.data⟧));
      });
      `,
      `
      app.‹sibling›("/‹things:kebab›/:id/«notes|tags»", async (c) => {
        const parsed = noteSchema.safeParse(await c.req.json());
        if (!parsed.success) return c.json({ ‹errors› }, 400);
        return c.json(await addNote(c.req.param("id"), parsed.data), 201);
      });

      app.‹method›("/‹things:kebab›/:id", async (c) => {
        ⟦const ‹input› = ‹thing›Schema.parse(await c.req.json());→const parsed = ‹thing›Schema.safeParse(await c.req.json());
        if (!parsed.success) return c.json({ ‹errors› }, 400);⟧
        const ‹thing› = await save‹Thing›(c.req.param("id"), ⟦‹input›→parsed.data⟧);
        return c.json(‹thing›);
      });
      `,
    ],
  }),
  sketched("redirect-with-status", {
    seen: [
      "=[google|the browser] [caches|keeps] the wrong thing, the redirect to {to} [should|has to] be {wordsStatus}",
      "[make|turn] the redirect to {to} [into |]a {wordsStatus}",
      "=expected {wordsStatus} [but|and] got 302[ for {to}| when redirected to {to}|]",
      "=302 is wrong[ here|], {wordsStatus} [pls|it is]",
      "=the redirect [to {to} |]should be a {wordsStatus}",
      "redirect with {wordsStatus}[, not 302| instead of 302]",
      "={to} should be redirected to with {wordsStatus}",
      "={wordsStatus} for the redirect[ to {to}|] pls",
      "=we [send|answer with] 302 but the redirect to {to} must be {wordsStatus}",
      "=seo: [has to be|needs] {wordsStatus}, not 302 ({to})",
      "[use|send] status {wordsStatus} for the redirect to {to}",
      "=redirect to {to} is 302 now, [wants|we need] {wordsStatus}",
      "=shouldn't [the redirect|this] be {wordsStatus}?",
      "=why 302? {wordsStatus} is right for {to}",
      "=can [it|this] be a {wordsStatus} redirect?",
    ],
    unseen: [
      "=browsers treat our 302 to {to} the wrong way, {wordsStatus} says what we mean",
      "send people to {to} under {wordsStatus}",
    ],
    rows: [
      [
        { status: "301", to: "/new-home" },
        { status: "301", to: "/blog" },
        { status: "308", to: "/api/v2" },
        { status: "303", to: "/thanks" },
        { status: "303", to: "/orders" },
        { status: "307", to: "/login" },
        { status: "301", to: "/docs" },
        { status: "308", to: "/files" },
        { status: "303", to: "/account" },
        { status: "307", to: "/maintenance" },
      ],
    ],
    code: [
      `
      router.«get|post|all»("/«old|legacy|v1|submit»-‹thing:kebab›", «async |»(req, res) => {
        ‹fill›
        res.redirect(⟦→‹status›, ⟧"‹to›");
      });

      router.get("/‹others:kebab›", (req, res) => res.redirect("/‹things:kebab›"));
      `,
      `
      ƒ async finish‹Thing›(req: Request, res: Response) {
        const ‹thing› = await ‹things›.«find|byToken»(req.«query|body».token);
        if (!‹thing›) return res.redirect("/not-found");
        await ‹things›.«confirm|close»(‹thing›);
        return res.redirect(⟦→‹status›, ⟧"‹to›");
      ƒ}
      `,
      `
      app.«get|post»("/‹thing:kebab›", async (c) => {
        const session = await c.var.session;
        if (!session) return c.redirect("/welcome");
        return c.redirect("‹to›"⟦→, ‹status›⟧);
      });
      `,
      `
      export async function «GET|POST»(request: Request) {
        «await «record|count»‹Thing›(request);|»
        return Response.redirect(new URL("‹to›", request.url)⟦→, ‹status›⟧);
      }
      `,
    ],
  }),
  sketched("route-method", {
    seen: [
      "=[calling|sending] {to} {path} [ends in|gives|returns] 404",
      "=the [spec|frontend|docs] [wants|want|has] {to} for {path}, [we have|it's] {from}",
      "register {path} [as|with|under] {to}[ instead of {from}|]",
      "=405 on {to} {path}",
      "={path} should be {to}[, not {from}|]",
      "={from} {path} must become {to}",
      "make {path} a {to}[ route|]",
      "change {path} from {from} to {to}",
      "=the client [sends|calls] {to} {path} and gets [404|405]",
      "={to} {path} [is not found|gives 404], it's registered [as|with] {from}",
      "={to} instead of {from} for {path}",
      "=api spec says {to} {path}",
      "=shouldn't {path} be {to}?",
      "=why is {path} {from}? {to} [is right|is in the docs]",
      "=can {path} be {to} instead of {from}?",
      "=wrong method on {path}, {to} [pls|please]",
    ],
    unseen: ["=our docs list {path} under {to}, yet it only listens to {from}", "let {path} answer to {to}"],
    rows: [
      [
        { path: "/:id/publish", from: "GET", to: "POST", old: "get", now: "post", handler: "publish" },
        { path: "/:id/archive", from: "GET", to: "POST", old: "get", now: "post", handler: "archive" },
        { path: "/:id/settings", from: "POST", to: "PUT", old: "post", now: "put", handler: "saveSettings" },
        { path: "/:id/name", from: "PUT", to: "PATCH", old: "put", now: "patch", handler: "rename" },
        {
          path: "/:id/members",
          from: "POST",
          to: "DELETE",
          old: "post",
          now: "delete",
          handler: "removeMember",
        },
        { path: "/search", from: "POST", to: "GET", old: "post", now: "get", handler: "search" },
        { path: "/import", from: "PUT", to: "POST", old: "put", now: "post", handler: "importAll" },
        { path: "/:id/avatar", from: "POST", to: "PUT", old: "post", now: "put", handler: "setAvatar" },
        { path: "/logout", from: "GET", to: "POST", old: "get", now: "post", handler: "logOut" },
        { path: "/:id/cancel", from: "DELETE", to: "POST", old: "delete", now: "post", handler: "cancel" },
      ],
    ],
    vars: { router: ["router", "‹things›Router", "api", "app", "fastify"] },
    code: [
      `
      ‹router›.get("/", list‹Things›);
      ‹router›.post("/", «requireUser, |»create‹Thing›);
      ‹router›.⟦‹old›→‹now›⟧("‹path›", «requireUser, |»‹handler›);
      «‹router›.delete("/:id", remove‹Thing›);|‹router›.put("/:id", replace‹Thing›);|»
      `,
      `
      ƒ mount(‹router›: Router, ‹things›: ‹Thing›Service) {
        ‹router›.⟦‹old›→‹now›⟧("‹path›", async (req, res) => {
          await ‹things›.‹handler›(req.params.id, req.body);
          res.json({ ok: true });
        });
        ‹router›.post("/:id/copy", async (req, res) => res.json(await ‹things›.copy(req.params.id)));
      ƒ}
      `,
      `
      export const routes: RouteOptions[] = [
        { method: "GET", url: "/:id", handler: show‹Thing› },
        { method: "⟦‹from›→‹to›⟧", url: "‹path›", handler: ‹handler› },
        «{ method: "POST", url: "/:id/notes", handler: addNote },|»
      ];
      `,
    ],
  }),
  sketched("cache-key-for-each-user", {
    seen: [
      "=[wrong|another user's] {wordsKey} [from the cache|after switching accounts]",
      "=after logging in as someone else i [still |]see the old {wordsKey}, [key has no user|it's cached without {user}]",
      "[add|append] {user} to the [cache |]key",
      "=users see [each other's|someone else's] {wordsKey}, the cache key needs [the user id|{user}]",
      "=everybody gets the {wordsKey} of whoever came first[, the key has no user in it|]",
      "put {user} into the cache key[ of the {wordsKey}|]",
      "=the {wordsKey} is cached for all users [together|under one key], add {user} to the key",
      "make the cache key [per user|contain {user}][, {key}:<id>|]",
      "cache the {wordsKey} per user ({user})",
      "=data leak: one cache entry for all users. key should be {key}:<user id>",
      "=i see the {wordsKey} of another customer[!| after they visited the page]",
      "=cache key must depend on {user}",
      "=why is the {wordsKey} the same for [all|everyone]? the key lacks {user}",
      "=shouldn't the key include {user}?",
      "={user} in the cache key pls",
    ],
    unseen: [
      "=what the first visitor gets is served to all; everyone should have their own {wordsKey}",
      "=one drawer per person for the {wordsKey} rather than one for all",
    ],
    vars: {
      key: [
        "dashboard",
        "cart",
        "feed",
        "summary",
        "inbox",
        "stats",
        "recommendations",
        "profile",
        "permissions",
        "timeline",
        "overview",
      ],
      user: ["req.user.id", "user.id", "userId", "session.userId", "ctx.user.id", "account.id"],
      cache: ["cache", "redis", "this.cache", "store", "memo"],
    },
    code: [
      `
      ƒ async load‹Key›({ req, ctx, user, userId, account, session }: Scope) {
        const key = ⟦"‹key›"→´‹key›:€{‹user›}´⟧;
        const hit = await ‹cache›.get(key);
        if (hit) return JSON.parse(hit);
        ‹fill›
        const fresh = await build‹Key›(‹user›);
        await ‹cache›.set(key, JSON.stringify(fresh)«, "EX", 60|, { ttl: 60 }|»);
        return fresh;
      ƒ}
      `,
      `
      const ‹key› = await ‹cache›.«remember|wrap|fetch»(⟦"‹key›"→´‹key›:€{‹user›}´⟧, «60|300», () =>
        db.‹things›.«of|for»(‹user›),
      );
      const ‹others› = await ‹cache›.wrap("‹others:kebab›", 3600, () => db.‹others›.all());
      `,
      `
      const get‹Key› = unstable_cache(
        () => query‹Things›(‹user›),
        [⟦"‹key›"→´‹key›:€{‹user›}´⟧],
        { revalidate: «60|300|3600»«, tags: ["‹things:kebab›"]|» },
      );
      `,
    ],
  }),
  sketched("emit-to-the-room", {
    seen: [
      "=[players|users|clients] [in|of] other rooms [also |]get {event}, {room} only",
      "=broadcasts {event} to [everybody|the whole server], [should be|meant for] {room}",
      "use to({room}) [for|when emitting] {event}",
      "={event} [leaks|is sent] to [everyone|all sockets], only {room} [is meant|should get it]",
      "=everyone [gets|hears] {event}, only {room} should",
      "={event} goes to all clients instead of [just |]{room}",
      "send {event} only to {room}",
      "emit {event} to {room} [only|and not to everybody]",
      "=people see {wordsThings} of other rooms, {event} must only go to {room}",
      "={event} [should|must] be limited to {room}",
      "=to({room}) is missing [before|on] the emit of {event}",
      "[restrict|limit] {event} to {room}",
      "=can {event} [just|only] go to {room}?",
      "=why does every client receive {event}? only those in {room}",
      "=shouldn't {event} be for {room} only?",
      "=clients [outside of|that aren't in] {room} get {event}",
    ],
    unseen: ["=strangers are told about {event}, it is for the ones in {room}", "keep {event} within {room}"],
    vars: {
      event: [
        "message",
        "typing",
        "joined",
        "moved",
        "updated",
        "ended",
        "reaction",
        "deleted",
        "renamed",
        "score",
      ],
      room: [
        "‹thing›.roomId",
        "‹thing›.room",
        "‹thing›.id",
        "‹thing›.channelId",
        "‹thing›.gameId",
        "‹thing›.boardId",
        "‹thing›.chatId",
        "‹thing›.teamId",
      ],
      io: ["io", "this.server", "io", "namespace", "server"],
    },
    code: [
      `
      socket.on("‹thing:kebab›", async (‹thing›) => {
        await «save|store»‹Thing›(‹thing›);
        ‹io›.⟦→to(‹room›).⟧emit("‹event›", ‹thing›);
        socket.emit("ok");
      });
      `,
      `
      ƒ notify‹Thing›(io: Server, ‹thing›: ‹Thing›) {
        ‹fill›
        io.⟦→to(‹room›).⟧emit("‹event›", { id: ‹thing›.id });
        io.to("admins").emit("audit", ‹thing›);
      ƒ}
      `,
      `
      @WebSocketGateway()
      export class ‹Thing›Gateway {
        @WebSocketServer() server: Server;

        @SubscribeMessage("‹thing:kebab›")
        async «handle|receive»(@MessageBody() data: ‹Thing›Dto) {
          const ‹thing› = await this.‹things›.«save|add»(data);
          this.server.⟦→to(‹room›).⟧emit("‹event›", ‹thing›);
        }
      }
      `,
    ],
  }),
  sketched("boolean-from-environment", {
    seen: [
      "={flag} [can't be turned off|is always on], {variable}=false is [truthy|a non-empty string]",
      "=[in prod|on staging] we set {variable}=false and {flag} is [still |]on",
      "[only|just] {variable}=true should [enable|turn on] {flag}",
      '={variable} is a string, [check for|compare with] "true"',
      "={variable}=false still [turns|switches] {flag} on",
      "={flag} is on [although|even if] {variable} is false",
      '=[the string|"false"] is truthy, {flag} should only be on for {variable}=true',
      "=setting {variable} to false [has no effect|doesn't turn it off]",
      '={flag} only [if|when] {variable} is "true"',
      'compare {variable} [to|with] "true"',
      "=can't switch {flag} off [with|through] {variable}=false",
      "=env vars are strings, so {variable}=false counts as true",
      "=why is {flag} [on|still active] with {variable}=false?",
      '=shouldn\'t {variable} be compared [to|with] "true"?',
      "={variable}=0 and {variable}=false both enable {flag}, only true should",
    ],
    unseen: [
      "=ops wrote {variable}=false and got the opposite",
      "=anything in {variable} enables {flag}; only the word true must",
    ],
    rows: [
      [
        { flag: "debug", variable: "DEBUG" },
        { flag: "verbose", variable: "VERBOSE" },
        { flag: "tracing", variable: "ENABLE_TRACING" },
        { flag: "secure", variable: "COOKIE_SECURE" },
        { flag: "maintenance", variable: "MAINTENANCE_MODE" },
        { flag: "signup", variable: "ALLOW_SIGNUP" },
        { flag: "cache", variable: "USE_CACHE" },
        { flag: "dryRun", variable: "DRY_RUN" },
        { flag: "playground", variable: "GRAPHQL_PLAYGROUND" },
        { flag: "ssl", variable: "DATABASE_SSL" },
        { flag: "metrics", variable: "METRICS_ENABLED" },
      ],
    ],
    code: [
      `
      export const «flags|config|settings» = {
        ‹flag›: ⟦Boolean(process.env.‹variable›)→process.env.‹variable› === "true"⟧,
        region: process.env.REGION ?? "«eu|us-east-1|local»",
        port: Number(process.env.PORT ?? «3000|8080»),
      };
      `,
      `
      ƒ «loadConfig|readEnv|settings»(): Config {
        const port = Number(process.env.PORT ?? 3000);
        const ‹flag› = ⟦!!process.env.‹variable›→process.env.‹variable› === "true"⟧;
        ‹fill›
        return { ‹flag›, port, isTest: process.env.NODE_ENV === "test" };
      ƒ}
      `,
      `
      const app = express();
      «app.use(express.json());|»
      if (⟦process.env.‹variable›→process.env.‹variable› === "true"⟧) {
        app.use(«use‹Flag›()|‹flag›Middleware»);
      }
      app.use("/‹things:kebab›", ‹things›Router);
      `,
    ],
  }),
];
