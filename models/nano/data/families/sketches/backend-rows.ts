import { sketched } from "./sketch.ts";

/** What people ask of what comes back: rows, pages and answers. */
export const BACKEND_ROWS = [
  // The convention: where a write needs the result of another, a callback with `tx`.
  sketched("transaction-around-dependent-writes", {
    seen: [
      "=[both|the two] writes [should|must] be in one transaction, with tx",
      "=if the {wordsOther} can't be written the {wordsThing} should not stay, use a transaction (tx)",
      "wrap [it|both writes|the two creates] in $transaction with a callback (tx)",
      "use an interactive transaction[, tx|] for the two writes",
      "=[needs|should be] an interactive transaction[ with tx|]",
      "=a {wordsThing} without {wordsOther} is left behind on errors, transaction with tx please",
      "=all or nothing: $transaction(async (tx) => …)",
      "do both writes on a tx[ of one transaction|]",
      "=we have {wordsThings} without any {wordsOther} in the db, that's what a transaction is for (tx)",
      "=can we make this atomic? callback form, tx",
      "=the second create sometimes fails and the first one stays, put both into a transaction with tx",
      "=not atomic! $transaction with tx",
      "make the two creates atomic with a tx callback",
    ],
    unseen: [
      "=an error in between leaves an orphaned {wordsThing}, tx should take care of that",
      "let prisma roll the {wordsThing} back through a tx if the {wordsOther} fails",
    ],
    vars: {
      db: ["prisma", "db", "ctx.prisma", "client"],
      field: ["name", "title", "label", "code", "email"],
      input: ["input", "data", "payload", "values"],
    },
    code: [
      `
      ƒ async create‹Thing›(‹input›: New‹Thing›) {
        ‹fill›
        ⟦→await ‹db›.$transaction(async (tx) => {⟧
        ⟦→  ⟧const ‹thing› = await ⟦‹db›→tx⟧.‹thing›.create({ data: { ‹field›: ‹input›.‹field› } });
        ⟦→  ⟧await ⟦‹db›→tx⟧.‹other›.create({ data: { ‹thing›Id: ‹thing›.id, «role: "owner"|position: 0|kind: "first"» } });
        ⟦→});⟧
      ƒ}
      `,
      `
      router.post("/‹things:kebab›", async (req, res) => {
        const { ‹field› } = req.body;
        «if (!‹field›) return res.sendStatus(400);|»
        ⟦→await ‹db›.$transaction(async (tx) => {⟧
        ⟦→  ⟧const ‹thing› = await ⟦‹db›→tx⟧.‹thing›.create({ data: { ‹field› } });
        ⟦→  ⟧await ⟦‹db›→tx⟧.‹other›.update({
        ⟦→  ⟧  where: { id: req.user.‹other›Id },
        ⟦→  ⟧  data: { ‹thing›Id: ‹thing›.id },
        ⟦→  ⟧});
        ⟦→});⟧
        res.sendStatus(201);
      });
      `,
      `
      export class ‹Thing›Service {
        constructor(private readonly prisma: PrismaService) {}

        async open(‹input›: ‹Thing›Dto): Promise<void> {
          ⟦→await this.prisma.$transaction(async (tx) => {⟧
          ⟦→  ⟧const ‹thing› = await ⟦this.prisma→tx⟧.‹thing›.create({ data: ‹input› });
          ⟦→  ⟧await ⟦this.prisma→tx⟧.‹other›.createMany({
          ⟦→  ⟧  data: ‹input›.‹others›.map((‹field›) => ({ ‹field›, ‹thing›Id: ‹thing›.id })),
          ⟦→  ⟧});
          ⟦→});⟧
          this.events.emit("‹thing›.opened");
        }
      }
      `,
    ],
  }),

  sketched("limit-per-another-span", {
    seen: [
      "={name} is per {wordsOld} but should be per {wordsNew}",
      "make {name} count per {wordsNew}[, not per {wordsOld}|]",
      "=the window of {name} [is|must be] one {wordsNew}[, not one {wordsOld}|]",
      "change the window of {name} to one {wordsNew}",
      "={name}: per {wordsNew} please",
      "=[people|users] are limited per {wordsOld} by {name}, it was meant per {wordsNew}",
      "=why is {name} per {wordsOld}? [we said|the docs say] per {wordsNew}",
      "=can {name} be per {wordsNew}?",
      "=wrong window on {name}, should be one {wordsNew}",
      "let the window of {name} last one {wordsNew}",
      "={name} resets every {wordsOld}, every {wordsNew} is right",
      "=the docs promise a limit per {wordsNew}, {name} is [per|for a] {wordsOld}",
      "={name} should start over each {wordsNew} instead of each {wordsOld}",
    ],
    unseen: [
      "=one {wordsNew} is what {name} was supposed to look at",
      "stretch or shrink {name} so that it's about one {wordsNew}",
    ],
    rows: [
      [
        { old: "minute", from: "60 * 1000", new: "hour", to: "60 * 60 * 1000" },
        { old: "hour", from: "60 * 60 * 1000", new: "minute", to: "60 * 1000" },
        { old: "hour", from: "60 * 60 * 1000", new: "day", to: "24 * 60 * 60 * 1000" },
        { old: "day", from: "24 * 60 * 60 * 1000", new: "hour", to: "60 * 60 * 1000" },
        { old: "second", from: "1000", new: "minute", to: "60 * 1000" },
        { old: "minute", from: "60 * 1000", new: "second", to: "1000" },
        { old: "minute", from: "60_000", new: "second", to: "1_000" },
        { old: "second", from: "1_000", new: "minute", to: "60_000" },
      ],
    ],
    vars: {
      name: [
        "loginLimiter",
        "uploadLimiter",
        "‹thing›Limiter",
        "signupLimit",
        "searchLimit",
        "apiLimiter",
        "mailQuota",
      ],
      beside: ["globalLimiter", "downloadLimiter", "‹other›Limit", "readLimiter"],
      max: ["max", "limit", "points"],
    },
    code: [
      `
      const ‹name› = rateLimit({
        windowMs: ⟦‹from›→‹to›⟧,
        ‹max›: «5|30|100»,
        «standardHeaders: true,|legacyHeaders: false,|keyGenerator: (req) => req.user.id,»
      });
      const ‹beside› = rateLimit({ windowMs: 15 * 60 * 1000, ‹max›: 300 });
      `,
      `
      export const limits = {
        ‹beside›: { ‹max›: 1000, window: 15 * 60 * 1000 },
        ‹name›: { ‹max›: «10|25|60», window: ⟦‹from›→‹to›⟧ },
      };
      `,
      `
      ƒ create‹Thing›Limits(redis: Redis) {
        const ‹beside› = new Limiter(redis, { ‹max›: 500, duration: 5 * 60 * 1000 });
        const ‹name› = new Limiter(redis, { ‹max›: «3|20|50», duration: ⟦‹from›→‹to›⟧ });
        return { ‹beside›, ‹name› };
      ƒ}
      `,
    ],
  }),

  sketched("cache-has-a-limit", {
    seen: [
      "={name} grows [forever|without limit], {n} entries [at most|are enough]",
      "[limit|cap] {name} [to|at] {n} entries",
      "=memory leak: {name} has no max, {n}",
      "set max to {n} on {name}",
      "={name} needs a max of {n}",
      "keep at most {n} entries in {name}",
      "=the process eats memory because of {name}, max {n} please",
      "={name} should [hold|keep] no more than {n}[ entries|]",
      "=can {name} be capped at {n}?",
      "=max of {name}: {n}",
      "=no upper bound on {name}[, {n} would do|, {n} is plenty]",
      "=out of memory after a week, {name} is never trimmed. {n} entries",
      "={name} without max? {n}",
      "=there are a million [things|entries] in {name}, {n} would [do|be enough]",
      "=[ttl alone|a ttl] isn't enough for {name}, also a max of {n}",
      "don't let {name} [grow beyond|have more than] {n}",
    ],
    unseen: [
      "=the heap is full of things that {name} never lets go of, {n} of them suffice",
      "have {name} throw out old entries beyond {n}",
    ],
    vars: {
      name: ["cache", "‹thing›Cache", "sessions", "tokens", "lookups", "responses", "profiles"],
      n: ["100", "200", "500", "1000", "2000", "5000", "10_000"],
      beside: ["‹other›Cache", "flags", "rates", "permissions"],
    },
    code: [
      `
      const ‹beside› = new LRUCache<string, ‹Other›>({ ttl: 5000, max: 50 });
      const ‹name› = new LRUCache<string, ‹Thing›>({ ttl: «60_000|30_000|TTL»⟦→, max: ‹n›⟧ });

      ƒ forget‹Thing›(id: string) {
        ‹name›.delete(id);
      ƒ}
      `,
      `
      export class ‹Thing›Service {
        private readonly ‹beside› = new LRUCache<string, ‹Other›>({ max: 20 });
        private readonly ‹name› = new LRUCache<string, Promise<‹Thing›>>({
          ttl: 10 * 60 * 1000,
          ⟦→max: ‹n›,⟧
        });

        size() {
          return this.‹name›.size + this.‹beside›.size;
        }
      }
      `,
      `
      ƒ createCaches(«ttl = 1000|ttl: number») {
        return {
          ‹beside›: new QuickLRU({ maxAge: ttl, max: 10 }),
          ‹name›: new QuickLRU({ maxAge: ttl * 60⟦→, max: ‹n›⟧ }),
        };
      ƒ}
      `,
    ],
  }),

  sketched("body-not-the-response", {
    seen: [
      "=it returns the whole [response|axios response], [only|just] the data [please|is wanted]",
      "return the data, not the response",
      "=i get config, headers and all that instead of the {wordsThing}",
      "=should return the {wordsThing}, not the response around it",
      "=the {wordsThing} is in .data",
      "=.data is missing",
      "=fields of the {wordsThing} are undefined since this is the response",
      "unwrap the response",
      "return only the {wordsThing} itself[, it's in data|]",
      "=why do i have to write .data everywhere?",
      "=axios wraps it, [we need|give me] the data",
      "=what comes back has status, headers and data, I only need the last",
      "=callers want the {wordsThing}, they get the response",
      "=can this return the data right away?",
      "=forgot .data[ at the end|]",
    ],
    unseen: [
      "=callers find statusText and request where they look for the {wordsThing}",
      "strip everything but the payload from what is returned",
    ],
    vars: {
      res: ["res", "response", "answer", "result", "reply"],
      http: ["axios", "http", "client", "api", "instance"],
    },
    code: [
      `
      ƒ async get‹Thing›(id: string) {
        ‹fill›
        const ‹res› = await ‹http›.get(´/‹things:kebab›/€{id}´);
        return ‹res›⟦→.data⟧;
      ƒ}
      `,
      `
      export class ‹Thing›Client {
        async create(input: ‹Thing›Input): Promise<‹Thing›> {
          const ‹res› = await this.‹http›.post("/‹things:kebab›", input);
          this.lastStatus = ‹res›.status;
          return ‹res›⟦→.data⟧;
        }

        async exists(id: string) {
          const ‹res› = await this.‹http›.head(´/‹things:kebab›/€{id}´);
          return ‹res›.status === 200;
        }
      }
      `,
      `
      ƒ async update‹Thing›(id: string, patch: Partial<‹Thing›>): Promise<‹Thing›> {
        try {
          const ‹res› = await ‹http›.patch<‹Thing›>(´/‹things:kebab›/€{id}´, patch);
          «logger.debug(´patched €{id}: €{‹res›.status}´);|metrics.increment("‹thing›.patched");»
          return ‹res›⟦→.data⟧;
        } catch (err) {
          throw new UpstreamError("‹thing:words› not updated", { cause: err });
        }
      ƒ}
      `,
    ],
  }),

  sketched("page-one-is-the-first", {
    seen: [
      "=page 1 [skips|leaves out] the first {wordsThings}",
      "=the first page [is never shown|can't be reached] with page=1",
      "=pages start at 1[, not at 0|], so the offset is [wrong|one page too far]",
      "=page 1 shows what should be on page 2",
      "=off by one page",
      "=offset should be 0 on page 1",
      "=the newest {wordsThings} are missing on the first page",
      "=the last page is always empty[ and the first ones are missing|]",
      "let page 1 be the first page",
      "=pages are counted from 1 here",
      "=should skip nothing on page 1",
      "=why does page 1 begin with the second batch of {wordsThings}?",
      "count pages from 1 when computing the offset",
      "fix the offset, pages begin [at|with] 1",
      "=skip is one page too much",
      "=[the first|my first] {wordsThings} only [come|show up] with page=0",
    ],
    unseen: [
      "=our users begin with page one but see the second batch of {wordsThings}",
      "base the skipped amount on a page number that begins with one",
    ],
    vars: {
      page: ["page", "pageNumber", "pageNo", "p"],
      size: ["size", "limit", "pageSize", "perPage", "count"],
    },
    code: [
      `
      ƒ async list‹Things›(‹page›: number, ‹size›: number) {
        const total = await prisma.‹thing›.count();
        const rows = await prisma.‹thing›.findMany({
          orderBy: { «id|createdAt|name»: "asc" },
          skip: ⟦‹page›→(‹page› - 1)⟧ * ‹size›,
          take: ‹size›,
        });
        return { rows, pages: Math.ceil(total / ‹size›) };
      ƒ}
      `,
      `
      router.get("/‹things:kebab›", async (req, res) => {
        const ‹page› = Number(req.query.page ?? 1);
        const ‹size› = «20|50|25»;
        const offset = ⟦‹page›→(‹page› - 1)⟧ * ‹size›;
        const ‹things› = await knex("‹things:snake›").orderBy("id").offset(offset).limit(‹size›);
        res.json({ ‹things›, next: ‹page› + 1 });
      });
      `,
      `
      export class ‹Thing›Pages {
        async load(‹page› = 1, ‹size› = 30) {
          const from = ⟦‹page›→(‹page› - 1)⟧ * ‹size›;
          «this.log.debug(´page €{‹page›}´);|this.loads++;»
          const { rows } = await this.pool.query("SELECT * FROM ‹things:snake› ORDER BY id OFFSET $1 LIMIT $2", [from, ‹size›]);
          return rows;
        }
      }
      `,
    ],
  }),

  sketched("query-in-any-case", {
    seen: [
      "=the search [is|should not be] case sensitive[, it shouldn't|]",
      "=searching for anna doesn't find Anna",
      "=upper and lower case should not matter in the search",
      "make the search case insensitive",
      "ignore case when [searching|matching] {field}",
      "={field} is only found if the case is right",
      "=can the search ignore upper/lower case?",
      "=should find ANNA, Anna and anna",
      "=case insensitive[ please| pls|, no?]",
      "=why does the search care about capitals?",
      "[match|find] {field} regardless of [case|upper and lower case]",
      "=users type everything in lower case and find [nothing|no {wordsThing}]",
      "=the {wordsThing} is there, but not if i [type|write] it in small letters",
      "=does case have to matter in this query? it shouldn't",
      "let the query ignore [case|capitals]",
      "=the {field} search is too strict about capital letters",
    ],
    unseen: [
      "=with caps lock on nobody finds a {wordsThing}",
      "let big and small letters count the same for {field}",
    ],
    vars: {
      field: ["name", "title", "email", "label", "city", "company", "nickname", "subject", "street"],
      term: ["term", "q", "query", "search", "text"],
    },
    code: [
      `
      ƒ async search‹Things›(‹term›: string) {
        ‹fill›
        return prisma.‹thing›.findMany({
          where: { ‹field›: { contains: ‹term›⟦→, mode: "insensitive"⟧ }«, archived: false|» },
          orderBy: { id: "asc" },
        });
      ƒ}
      `,
      `
      router.get("/‹things:kebab›/search", async (req, res) => {
        const ‹term› = String(req.query.q ?? "");
        const ‹things› = await knex("‹things:snake›").⟦whereLike→whereILike⟧("‹field›", ´%€{‹term›}%´).where({ org_id: req.org.id });
        res.json(‹things›);
      });
      `,
      `
      export class ‹Thing›Repository {
        async find(‹term›: string, limit = 20) {
          const { rows } = await this.pool.query(
            "SELECT * FROM ‹things:snake› WHERE ‹field› ⟦LIKE→ILIKE⟧ $1 ORDER BY id LIMIT $2",
            [´%€{‹term›}%´, limit],
          );
          return rows;
        }

        async byCode(code: string) {
          const { rows } = await this.pool.query("SELECT * FROM ‹things:snake› WHERE code LIKE $1", [code]);
          return rows[0];
        }
      }
      `,
    ],
  }),

  sketched("newest-rows-first", {
    seen: [
      "=the newest {wordsThings} should [come first|be on top]",
      "=old {wordsThings} come first, i want the new ones [first|on top]",
      "newest [first|on top|before old]",
      "sort the {wordsThings} by {by}, newest first",
      "=the order is the wrong way round, newest {wordsThings} first",
      "=why are the oldest {wordsThings} on top?",
      "reverse the order of the {wordsThings} [query|list]",
      "=latest {wordsThings} at the top please",
      "=should be descending by {by}",
      "=new {wordsThings} only show up on the last page",
      "=i have to scroll down to see the latest {wordsThing}",
      "order by {by} descending",
      "=can the latest {wordsThing} come first?",
      "={by} [desc|descending]",
      "=i'd expect the newest {wordsThing} [at the top|first]",
      "=new {wordsThings} are at the very [end|bottom]",
      "flip the order[, so that new {wordsThings} lead|, newest first]",
      "show the latest {wordsThings} first",
    ],
    unseen: [
      "=what came in last should be seen before all the rest of the {wordsThings}",
      "turn the {wordsThings} around so that the recent ones lead",
    ],
    vars: { by: ["createdAt", "updatedAt", "publishedAt", "sentAt", "startedAt", "paidAt", "seenAt"] },
    code: [
      `
      ƒ async list‹Things›(‹other›Id: string) {
        const ‹others› = await prisma.‹other›.findMany({ orderBy: { name: "asc" } });
        const ‹things› = await prisma.‹thing›.findMany({
          where: { ‹other›Id },
          orderBy: { ‹by›: ⟦"asc"→"desc"⟧ },
          «take: 50,|include: { ‹other›: true },»
        });
        return { ‹others›, ‹things› };
      ƒ}
      `,
      `
      export class ‹Thing›Store {
        async latest(limit: number) {
          return this.knex("‹things:snake›").orderBy("‹by:snake›"⟦→, "desc"⟧).limit(limit);
        }

        async names() {
          return this.knex("‹things:snake›").orderBy("name").pluck("name");
        }
      }
      `,
      `
      router.get("/‹things:kebab›", async (req, res) => {
        const ‹others› = await ‹Other›Model.find().sort({ name: 1 });
        const ‹things› = await ‹Thing›Model.find({ owner: req.user.id }).sort({ ‹by›: ⟦1→-1⟧ }).limit(«20|100»);
        res.json({ ‹others›, ‹things› });
      });
      `,
      `
      ƒ async recent‹Things›(pool: Pool, userId: string) {
        ‹fill›
        const { rows } = await pool.query(
          "SELECT * FROM ‹things:snake› WHERE user_id = $1 ORDER BY ‹by:snake›⟦→ DESC⟧ LIMIT 50",
          [userId],
        );
        return rows;
      ƒ}
      `,
    ],
  }),

  sketched("one-row-not-a-list", {
    seen: [
      "=it returns an array with one {wordsThing}, [should be|i want] the {wordsThing} itself",
      "return the {wordsThing}, not an array",
      "=i get a list with one {wordsThing} in it",
      "=always an array, but there's only one",
      "=why do i get an array here?",
      "=.name is undefined because it's an array[ of one|]",
      "return [just|only] the first row",
      "=should be a single {wordsThing}[, not a list|]",
      "=callers expect one {wordsThing}, not a list",
      "=the {wordsThing} comes wrapped in an array",
      "=can it return the {wordsThing} directly?",
      "=first row only please",
      "give back the first [one|row] instead of [the list|all]",
      "=there can be only one {wordsThing} per key, so no array",
    ],
    unseen: [
      "=callers need to write [zero|an index] all the time to get at the {wordsThing}",
      "spare me the list around the {wordsThing}",
    ],
    vars: { key: ["id", "slug", "email", "token", "code", "userId", "sku"] },
    code: [
      `
      ƒ async find‹Thing›By‹Key›(‹key›: string) {
        ‹fill›
        return knex("‹things:snake›").where({ ‹key› })⟦→.first()⟧;
      ƒ}

      ƒ async all‹Things›() {
        return knex("‹things:snake›").orderBy("id");
      ƒ}
      `,
      `
      ƒ async get‹Thing›(pool: Pool, ‹key›: string) {
        const { rows } = await pool.query("SELECT * FROM ‹things:snake› WHERE ‹key› = $1", [‹key›]);
        «logger.debug({ ‹key›, found: rows.length }, "‹thing:words›");|metrics.increment("‹thing›.read");»
        return rows⟦→[0]⟧;
      ƒ}
      `,
      `
      export class ‹Thing›Repository {
        async by‹Key›(‹key›: string): Promise<‹Thing› | undefined> {
          const { rows } = await this.db.query("SELECT * FROM ‹things:snake› WHERE ‹key› = $1", [‹key›]);
          return rows⟦→[0]⟧;
        }

        async list(): Promise<‹Thing›[]> {
          const { rows } = await this.db.query("SELECT * FROM ‹things:snake›");
          return rows;
        }
      }
      `,
    ],
  }),

  // One more condition, behind those that are there.
  sketched("dead-rows-stay-out", {
    seen: [
      "={words} {wordsThings} [still show up|are still listed|come back as well], {column} is null for the others",
      "={words} {wordsThings} shouldn't [show up|be found|be in there] ({column} is null for live ones)",
      "leave out {words} {wordsThings}, {column} has to be null",
      "only {wordsThings} [where {column} is null|without a {column}]",
      "=i {verb} a {wordsThing} and it's still there. {column} is set, nobody checks it",
      "=the query [ignores|doesn't care about] {column}, it should be null",
      "={words} ones are still there, {column} must be null",
      "=why do i still see {words} {wordsThings}? {column} isn't checked",
      "={words} rows have a {column}, they don't belong here",
      "=can we hide {words} {wordsThings} here? those have a {column}",
      "skip rows that have a {column}",
      "=where {column} is null [is missing|got forgotten]",
      "=[customers|users] complain that they [find|see] {words} {wordsThings}, those have a {column}",
      "=a {wordsThing} that was {words} should be invisible[ here|] ({column})",
      "=should only give {wordsThings} whose {column} is null",
    ],
    unseen: [
      "=a {wordsThing} with a {column} is as good as gone, but this finds it",
      "act as if rows with a {column} didn't exist",
    ],
    rows: [
      [
        { column: "deletedAt", words: "deleted", verb: "deleted" },
        { column: "archivedAt", words: "archived", verb: "archived" },
        { column: "removedAt", words: "removed", verb: "removed" },
        { column: "revokedAt", words: "revoked", verb: "revoked" },
        { column: "cancelledAt", words: "cancelled", verb: "cancelled" },
        { column: "hiddenAt", words: "hidden", verb: "hid" },
        { column: "bannedAt", words: "banned", verb: "banned" },
        { column: "closedAt", words: "closed", verb: "closed" },
      ],
    ],
    vars: {
      field: ["name", "title", "email", "label", "slug", "subject"],
      term: ["term", "query", "q", "search", "text"],
    },
    code: [
      `
      ƒ async search‹Things›(‹term›: string) {
        ‹fill›
        return prisma.‹thing›.findMany({
          where: {
            ‹field›: { contains: ‹term›, mode: "insensitive" },
            ⟦→‹column›: null,⟧
          },
          orderBy: { «name|id|createdAt»: "asc" },
        });
      ƒ}
      `,
      `
      export class ‹Thing›Service {
        async of‹Other›(‹other›Id: string) {
          const ‹other› = await this.prisma.‹other›.findUniqueOrThrow({ where: { id: ‹other›Id } });
          const ‹things› = await this.prisma.‹thing›.findMany({ where: { ‹other›Id: ‹other›.id⟦→, ‹column›: null⟧ }, take: 100 });
          return { ‹other›, ‹things› };
        }
      }
      `,
      `
      router.get("/‹things:kebab›", async (req, res) => {
        const ‹others› = await ‹other›Repository.find({ where: { owner: req.user.id } });
        const ‹things› = await ‹thing›Repository.find({
          where: { owner: req.user.id⟦→, ‹column›: IsNull()⟧ },
          relations: { «tags|author|files»: true },
        });
        res.json({ ‹things›, ‹others› });
      });
      `,
      `
      ƒ async find‹Things›(db: Knex, ‹field›: string) {
        const settings = await db("settings").where({ ‹field› }).first();
        const rows = await db("‹things:snake›").where({ ‹field› })⟦→.whereNull("‹column›")⟧.orderBy("id");
        return rows.slice(0, settings.max);
      ƒ}
      `,
    ],
  }),

  sketched("given-filter-is-used", {
    seen: [
      "=filtering by {filter} [has no effect|does nothing|doesn't work]",
      "={filter} is [ignored|never used]",
      "=no matter what {filter} i [pass|choose], i get [all|the same] {wordsThings}",
      "filter by {filter} [too|as well]",
      "put {filter} into the where",
      "=the query doesn't [use|look at] {filter}",
      "=also has to match {filter}",
      "=unused parameter {filter}, it belongs in the where",
      "=where should have {filter} too",
      "=why does {filter} make no difference?",
      "=the {filter} filter in the ui changes nothing",
      "=can the {wordsThings} be limited to the given {filter}?",
      "restrict the {wordsThings} to the given {filter}",
      "=forgot {filter} in the where",
      "=eslint: {filter} is assigned but never used. should be a condition[ of the query|]",
    ],
    unseen: [
      "=whatever one picks as {filter}, the outcome is the same",
      "have the given {filter} narrow the {wordsThings}",
    ],
    vars: {
      filter: [
        "status",
        "kind",
        "region",
        "category",
        "role",
        "currency",
        "language",
        "year",
        "priority",
        "source",
      ],
      first: ["orgId", "userId", "‹other›Id", "tenantId", "shopId"],
    },
    code: [
      `
      ƒ async list‹Things›(‹first›: string, ‹filter›: string) {
        ‹fill›
        return prisma.‹thing›.findMany({
          where: { ‹first›⟦→, ‹filter›⟧ },
          orderBy: { «createdAt|id»: "«asc|desc»" },
        });
      ƒ}
      `,
      `
      router.get("/‹things:kebab›", async (req, res) => {
        const { ‹filter›, page = "1" } = req.query;
        const ‹first› = req.session.‹first›;
        const ‹things› = await knex("‹things:snake›").where({ ‹first›⟦→, ‹filter›⟧ }).offset(Number(page) * 20 - 20).limit(20);
        const ‹others› = await knex("‹others:snake›").where({ ‹first› });
        res.json({ ‹things›, ‹others› });
      });
      `,
      `
      export class ‹Thing›Repository {
        async find(‹first›: string, ‹filter›: string, limit = 50): Promise<‹Thing›[]> {
          return this.collection
            .find({ ‹first›, «deleted: false, |»active: true⟦→, ‹filter›⟧ })
            .limit(limit)
            .toArray();
        }
      }
      `,
    ],
  }),

  // At the end of what is written.
  sketched("time-of-change-too", {
    seen: [
      "={column} [never changes|stays the same|isn't updated]",
      "=[after an update|after saving] {column} is still the old [date|time]",
      "set {column} to now [too|as well]",
      "[also set|update] {column}[ to the current time|]",
      "={column} should be [now|the current date] after this",
      "=we can't see when it was changed, {column} is never set",
      "=forgot to set {column}, new Date()",
      "={column}: new Date() is missing",
      "=why is {column} older than the last change?",
      "=can this also touch {column}?",
      "=the list sorted by {column} is wrong since nobody sets it here",
      "=should write {column} along with the rest, as new Date()",
      "={column} = new Date() too",
    ],
    unseen: [
      "=one can't tell from {column} that something happened to the {wordsThing}",
      "stamp {column} on every write",
    ],
    vars: {
      column: ["updatedAt", "changedAt", "modifiedAt", "lastSeenAt", "touchedAt", "editedAt", "savedAt"],
      field: ["name", "status", "title", "label", "note", "color", "price", "state"],
    },
    code: [
      `
      ƒ async change‹Field›(id: string, ‹field›: string) {
        ‹fill›
        return prisma.‹thing›.update({
          where: { id },
          data: { ‹field›⟦→, ‹column›: new Date()⟧ },
        });
      ƒ}
      `,
      `
      export class ‹Thing›Store {
        async rename(id: string, ‹field›: string) {
          await this.knex("‹thing:snake›_log").insert({ id, ‹field› });
          await this.knex("‹things:snake›").where({ id }).update({ ‹field›⟦→, ‹column›: new Date()⟧ });
        }

        async remove(id: string) {
          await this.knex("‹things:snake›").where({ id }).del();
        }
      }
      `,
      `
      router.patch("/‹things:kebab›/:id", async (req, res) => {
        const { ‹field› } = req.body;
        const old = await ‹things›.findOne({ _id: req.params.id });
        await ‹things›.updateOne({ _id: req.params.id }, { $set: { ‹field›⟦→, ‹column›: new Date()⟧ } });
        res.json({ old: old.‹field›, ‹field› });
      });
      `,
    ],
  }),

  sketched("who-did-it", {
    seen: [
      "=we can't see who [did|made] it, {column} should be {value}",
      "set {column} to {value}[ too|]",
      "={column} is [never set|always null|empty], it's {value}",
      "also [save|store|write] {column}, {value}",
      "=need to know who it was. {column}: {value}",
      "={column} is missing in what is written, should be {value}",
      "=can we keep {value} as {column}?",
      "write {value} into {column}[ as well|]",
      "=not null constraint on {column} fails, set it to {value}",
      "=null value in column {column} violates not-null. {value}",
      "=support asks who [did|changed] this. {column} with {value} please",
      "={value} should be saved as {column}",
      "=forgot {column} ({value})",
    ],
    unseen: [
      "=nobody knows afterwards whose doing it was, remember {value} under {column}",
      "record {value} in {column}",
    ],
    rows: [
      [
        { column: "createdBy", value: "user.id" },
        { column: "authorId", value: "user.id" },
        { column: "ownerId", value: "user.id" },
        { column: "createdById", value: "user.id" },
        { column: "actor", value: "user.email" },
        { column: "addedBy", value: "user.id" },
        { column: "creator", value: "user.login" },
        { column: "submittedBy", value: "user.email" },
        { column: "requestedBy", value: "user.name" },
      ],
    ],
    vars: { field: ["name", "title", "label", "text", "amount", "note", "reason"] },
    code: [
      `
      ƒ async create‹Thing›(user: User, ‹field›: string) {
        ‹fill›
        return prisma.‹thing›.create({
          data: {
            ‹field›,
            «status: "open"|archived: false|position: 0»,
            ⟦→‹column›: ‹value›,⟧
          },
        });
      ƒ}
      `,
      `
      router.post("/‹things:kebab›", async (req, res) => {
        const { user } = req;
        const { ‹field› } = req.body;
        await knex("‹others:snake›").insert({ path: req.path });
        const [‹thing›] = await knex("‹things:snake›").insert({ ‹field›⟦→, ‹column›: ‹value›⟧ }).returning("*");
        res.status(201).json(‹thing›);
      });
      `,
      `
      export class ‹Thing›Service {
        async add(user: User, dto: ‹Thing›Dto): Promise<‹Thing›> {
          const ‹thing› = this.‹things›.create({ ...dto⟦→, ‹column›: ‹value›⟧ });
          await this.‹things›.save(‹thing›);
          await this.mail.send(user.email, ‹thing›.‹field›);
          return ‹thing›;
        }
      }
      `,
    ],
  }),
];
