import { FIELDS } from "./service-names.ts";
import { sketched } from "./sketch.ts";

/** Which rows a service asks for, and from where. */
export const SERVICE_QUERIES = [
  sketched("sorted-by-that-field", {
    seen: [
      "sort by {field}",
      "=[should be|must be] sorted by {field}",
      "order [them|the {wordsThings}] by {field}",
      "=[the|] {wordsThings} come in any order, sort by {field}",
      "=the order changes with every call, sort by {field}",
      "=[can|could] we have them by {field}?",
      "=sorted by {field} pls",
      "=needs [an|some] order[, by| by] {field}",
      "=no order at all now, {field} ascending",
      "sort the {wordsThings} by {field}, ascending",
      "=why are they all mixed up? by {field}",
      "=would like them in the order of {field}",
      "=list is unsorted, {field}",
      "=by {field}, smallest first",
      "=i'd expect the {wordsThings} ordered by {field}",
    ],
    unseen: [
      "=the {wordsThings} jump around, {field} should decide where each one is",
      "have the database put them in order of {field}",
    ],
    vars: {
      field: [...FIELDS, "name", "position", "createdAt", "title", "startsAt"],
      by: ["tenantId", "projectId", "accountId", "teamId", "orgId"],
    },
    code: [
      `
      ƒ async list‹Things›(‹by›: string) {
        return db.‹thing›.findMany({
          where: { ‹by›«, archived: false|» },
          ⟦→orderBy: { ‹field›: "asc" },⟧
          «take: 50,|include: { ‹others›: true },|select: { id: true, ‹field›: true },»
        });
      ƒ}

      ƒ async list‹Others›(‹by›: string) {
        return db.‹other›.findMany({ where: { ‹by› } });
      ƒ}
      `,
      `
      export class ‹Thing›Repository {
        of(‹by›: string) {
          return this.knex("‹things:snake›").where({ ‹by› })⟦→.orderBy("‹field›")⟧;
        }

        remove(id: string) {
          return this.knex("‹things:snake›").where({ id }).del();
        }
      }
      `,
      `
      router.get("/‹things:kebab›", async (req, res) => {
        const { ‹by› } = req.user;
        const ‹things› = await ‹Thing›.find({ ‹by› })⟦→.sort({ ‹field›: 1 })⟧.lean();
        const ‹others› = await ‹Other›.find({ ‹by› }).lean();
        res.json({ ‹things›, ‹others› });
      });
      `,
    ],
  }),

  sketched("at-most-so-many-rows", {
    seen: [
      "=[at most|no more than] {max}",
      "limit [it|them|this] to {max}",
      "=only {max} [please|of them]",
      "=should return at most {max}",
      "=returns thousands of {wordsThings}, {max} are enough",
      "=[can|could] we limit this to {max}?",
      "=limit {max}[ pls|]",
      "add a limit of {max}",
      "=too many {wordsThings} come back, stop at {max}",
      "=no limit on the {wordsThings}, make it {max}",
      "=slow because it loads all {wordsThings}, {max} will do",
      "=we show {max} anyway, don't load more {wordsThings}",
      "load only {max} {wordsThings}",
      "=needs a limit: {max}",
      "=never more than {max} {wordsThings}",
    ],
    unseen: ["=the query should end after {max} {wordsThings}", "cap what the query brings at {max}"],
    vars: {
      max: ["10", "20", "25", "50", "100", "200", "500", "5", "1000"],
      by: ["tenantId", "projectId", "accountId", "teamId", "orgId"],
      field: ["createdAt", "updatedAt", "position", "name"],
    },
    code: [
      `
      ƒ async recent‹Things›(‹by›: string) {
        return db.‹thing›.findMany({
          where: { ‹by› },
          orderBy: { ‹field›: "desc" },
          ⟦→take: ‹max›,⟧
        });
      ƒ}
      `,
      `
      export class ‹Thing›Repository {
        latest(‹by›: string) {
          return this.knex("‹things:snake›").where({ ‹by› }).orderBy("‹field:snake›", "desc")⟦→.limit(‹max›)⟧;
        }

        remove(id: string) {
          return this.knex("‹things:snake›").where({ id }).del();
        }
      }
      `,
      `
      router.get("/‹things:kebab›", async (req, res) => {
        const { ‹by› } = req.user;
        const ‹other› = await ‹Other›.findOne({ ‹by› });
        const ‹things› = await ‹Thing›.find({ ‹other›: ‹other›.id }).sort({ ‹field›: -1 })⟦→.limit(‹max›)⟧;
        res.json(‹things›);
      });
      `,
      `
      ƒ async open‹Things›(‹by›: string) {
        const { rows } = await pool.query(
          "select id, name from ‹things:snake› where ‹by:snake› = $1 order by ‹field:snake›⟦→ limit ‹max›⟧",
          [‹by›],
        );
        return rows;
      ƒ}
      `,
    ],
  }),

  sketched("theirs-only", {
    seen: [
      "=[everybody|everyone] sees [all|everybody's] {wordsThings}, filter by {key}",
      "filter by {key}",
      "return only the {wordsThings} of that user[, by {key}|]",
      "=should only be the {wordsThings} with that {key}",
      "=only those of {key}",
      "=the {key} isn't used in the query",
      "=users see {wordsThings} of others",
      "=[can|could] the list be limited to {key}?",
      "=shows foreign {wordsThings}, needs {key} in the where",
      "add {key} to the where",
      "=where needs {key} too",
      "=why do i get the {wordsThings} of other people?",
      "=we don't filter the {wordsThings} by {key}",
      "=it gives me all {wordsThings}, i want those with {key}",
      "use {key} in the filter [too|as well]",
    ],
    unseen: [
      "=one user can read what another one has, tie the {wordsThings} to {key}",
      "narrow the {wordsThings} down to {key}",
    ],
    vars: {
      key: ["userId", "ownerId", "accountId", "tenantId", "customerId", "memberId", "authorId", "orgId"],
      flag: ["archived: false", "deletedAt: null", 'status: "open"', "active: true", "hidden: false"],
    },
    code: [
      `
      ƒ async list‹Things›(‹key›: string) {
        const ‹other› = await db.‹other›.findUnique({ where: { ‹key› } });
        const ‹things› = await db.‹thing›.findMany({ where: { ‹flag›⟦→, ‹key›⟧ } });
        return { ‹other›, ‹things› };
      ƒ}
      `,
      `
      router.get("/‹things:kebab›", async (req, res) => {
        const { ‹key› } = req.session;
        const ‹things› = await ‹Thing›.find({ ‹flag›⟦→, ‹key›⟧ }).limit(100);
        logger.info({ ‹key›, count: ‹things›.length }, "‹things:words› listed");
        res.json(‹things›);
      });
      `,
      `
      export class ‹Thing›Service {
        async count(‹key›: string): Promise<number> {
          this.logger.debug(´counting for €{‹key›}´);
          return this.‹things›.count({ where: { ‹flag›⟦→, ‹key›⟧ } });
        }

        async drop(id: string): Promise<void> {
          await this.‹things›.delete({ where: { id } });
        }
      }
      `,
    ],
  }),

  sketched("another-name-of-the-table", {
    seen: [
      "=the {wordsKind} is called {fresh} now",
      "use [the {wordsKind} {fresh}|{fresh}] instead of {old}",
      "=we renamed {old} to {fresh}",
      "=wrong {wordsKind}, {fresh} it is",
      "=should be {fresh}, not {old}",
      "=[the|] {wordsKind} {old} doesn't exist any more, {fresh}",
      "=[can|could] this use {fresh}?",
      "switch from {old} to {fresh}",
      "=new {wordsKind}: {fresh}[ instead of {old}|]",
      "=not {old} but {fresh}",
      "=fails because {old} is gone, it's {fresh} now",
      "change {old} to {fresh}",
      "=we moved [it|this] to {fresh}",
      "=points to the wrong {wordsKind}, {fresh} is right",
      "point it to {fresh}",
    ],
    unseen: [
      "=there is no {wordsKind} of the name {old} since the migration, {fresh} took over",
      "have it work with {fresh}, {old} goes away",
    ],
    rows: [
      [
        { kind: "table", method: "from", old: "‹things:snake›", fresh: "‹things:snake›_v2" },
        { kind: "table", method: "table", old: "‹thing:snake›", fresh: "‹things:snake›" },
        { kind: "bucket", method: "bucket", old: "‹things:kebab›", fresh: "acme-‹things:kebab›" },
        { kind: "bucket", method: "bucket", old: "uploads", fresh: "‹thing:kebab›-uploads" },
        { kind: "queue", method: "queue", old: "‹things:kebab›", fresh: "‹thing:kebab›-jobs" },
        { kind: "topic", method: "topic", old: "‹thing:kebab›-events", fresh: "‹things:kebab›.events" },
        { kind: "collection", method: "collection", old: "‹things›", fresh: "‹things›Archive" },
        { kind: "index", method: "index", old: "‹things:kebab›", fresh: "‹things:kebab›-2024" },
        { kind: "channel", method: "channel", old: "‹things:kebab›", fresh: "‹other:kebab›-‹things:kebab›" },
      ],
    ],
    vars: { act: ["put", "write", "add", "push", "insert", "send"] },
    code: [
      `
      ƒ async store‹Thing›(‹thing›: ‹Thing›) {
        await store.‹method›("⟦‹old›→‹fresh›⟧").‹act›(‹thing›);
        await store.‹method›("‹others:kebab›-log").‹act›({ id: ‹thing›.id«, at: Date.now()|» });
        ‹fill›
      ƒ}
      `,
      `
      export class ‹Thing›Storage {
        private readonly log = this.client.‹method›("audit");
        private readonly target = this.client.‹method›("⟦‹old›→‹fresh›⟧");

        constructor(private readonly client: Client) {}

        async save(‹thing›: ‹Thing›): Promise<void> {
          await this.target.‹act›(‹thing›);
          await this.log.‹act›({ saved: ‹thing›.id });
        }
      }
      `,
      `
      const ‹other:CONST› = "‹others:kebab›";
      const ‹thing:CONST› = "⟦‹old›→‹fresh›⟧";

      ƒ async move‹Thing›(‹thing›: ‹Thing›): Promise<void> {
        await client.‹method›(‹other:CONST›).remove(‹thing›.id);
        await client.‹method›(‹thing:CONST›).‹act›(‹thing›);
      ƒ}
      `,
    ],
  }),

  sketched("status-is-another-one", {
    seen: [
      "=the status should be {fresh}[, not {old}|]",
      "set it to {fresh} instead of {old}",
      "=wrong status[, {fresh}|: {fresh}]",
      "=should be {fresh} at the end",
      "=[can|could] it be {fresh} rather than {old}?",
      "=it ends up as {old}, {fresh} would be right",
      "=status {fresh} [pls|please]",
      "change the status to {fresh}",
      "=not {old} but {fresh}",
      "=we call that {fresh}, not {old}",
      "=why {old}? it's {fresh} then",
      "use {fresh} [as the status|for the status]",
      "=they show up as {old} and should be {fresh}",
      "=status must become {fresh}",
      "=new status name: {fresh}",
    ],
    unseen: [
      "=after this step {fresh} has to be written where {old} is now",
      "mark it as {fresh} and no longer as {old}",
    ],
    rows: [
      [
        { old: "pending", fresh: "queued" },
        { old: "done", fresh: "completed" },
        { old: "failed", fresh: "rejected" },
        { old: "sent", fresh: "delivered" },
        { old: "active", fresh: "enabled" },
        { old: "cancelled", fresh: "withdrawn" },
        { old: "new", fresh: "draft" },
        { old: "open", fresh: "waiting" },
        { old: "closed", fresh: "resolved" },
        { old: "paid", fresh: "settled" },
        { old: "expired", fresh: "lapsed" },
      ],
    ],
    vars: { verb: ["finish", "handle", "start", "stop", "complete"], by: ["id", "number", "key"] },
    code: [
      `
      ƒ async ‹verb›‹Thing›(‹by›: string) {
        await db.‹thing›.update({ where: { ‹by› }, data: { status: "⟦‹old›→‹fresh›⟧", changedAt: new Date() } });
        await db.‹other›.create({ data: { ‹thing›: ‹by›, status: "running" } });
        ‹fill›
      ƒ}
      `,
      `
      export class ‹Thing›Processor {
        async ‹verb›(‹thing›: ‹Thing›): Promise<void> {
          ‹thing›.status = "running";
          await this.‹things›.save(‹thing›);
          await this.work(‹thing›);
          ‹thing›.status = "⟦‹old›→‹fresh›⟧";
          await this.‹things›.save(‹thing›);
        }
      }
      `,
      `
      ƒ async ‹verb›All(‹things›: ‹Thing›[]) {
        for (const ‹thing› of ‹things›) {
          if (‹thing›.status === "locked") continue;
          await pool.query("update ‹things:snake› set status = $1 where ‹by› = $2", ["⟦‹old›→‹fresh›⟧", ‹thing›.‹by›]);
        }
      ƒ}
      `,
    ],
  }),

  sketched("that-status-counts-too", {
    seen: [
      "=[also accept|accept also] {more}",
      "accept {more} [too|as well]",
      "=[should|must] work for {more} [too|as well]",
      "=also for {more}",
      "=not only {old}, {more} too",
      "=[can|could] {more} be let through as well?",
      "=it turns {more} away, that should be fine too",
      "=why only {old}? {more} is ok as well",
      "allow {more} [too|as well as {old}]",
      "=with {more} nothing happens, should go like {old}",
      "=same for {more}",
      "=+ {more}",
      "treat {more} like {old}",
      "=we have {more} now too, [handle it|should behave] like {old}",
      "=forgot {more} in the check",
    ],
    unseen: [
      "=those that are {more} fall through here, though they belong in",
      "let {more} pass beside {old}",
    ],
    rows: [
      [
        { field: "status", old: "open", more: "waiting" },
        { field: "role", old: "admin", more: "owner" },
        { field: "plan", old: "pro", more: "team" },
        { field: "kind", old: "invoice", more: "receipt" },
        { field: "type", old: "email", more: "sms" },
        { field: "state", old: "active", more: "trial" },
        { field: "status", old: "paid", more: "refunded" },
        { field: "role", old: "editor", more: "reviewer" },
        { field: "method", old: "card", more: "sepa" },
        { field: "event", old: "created", more: "updated" },
        { field: "source", old: "web", more: "mobile" },
      ],
    ],
    vars: { verb: ["send", "process", "open", "export", "share"] },
    code: [
      `
      ƒ async ‹verb›‹Things›(‹things›: ‹Thing›[]) {
        for (const ‹thing› of ‹things›) {
          if (‹thing›.‹field› === "‹old›"⟦→ || ‹thing›.‹field› === "‹more›"⟧) {
            await ‹other›Api.‹verb›(‹thing›.id);
          }
        }
        ‹fill›
      ƒ}
      `,
      `
      router.post("/‹things:kebab›/:id/‹verb›", async (req, res) => {
        const ‹thing› = await ‹things›.get(req.params.id);
        if (‹thing›.‹field› !== "‹old›"⟦→ && ‹thing›.‹field› !== "‹more›"⟧) return res.sendStatus(409);
        await ‹things›.‹verb›(‹thing›);
        res.json(‹thing›);
      });
      `,
      `
      export class ‹Thing›Rules {
        private readonly limit = 10;

        can‹Verb›(‹thing›: ‹Thing›): boolean {
          return ⟦‹thing›.‹field› === "‹old›"→(‹thing›.‹field› === "‹old›" || ‹thing›.‹field› === "‹more›")⟧ && ‹thing›.count < this.limit;
        }
      }
      `,
    ],
  }),

  sketched("newest-one-wins", {
    seen: [
      "=[should|must] be the newest one[, by {at}|] ({at} descending)",
      "return the newest one by {at}",
      "=gives me the oldest {wordsThing}, i want the newest",
      "=it's the wrong way round, newest {at} first",
      "=we get the first {wordsThing} ever, not the latest",
      "=latest by {at}, not earliest",
      "=[can|could] it take the latest instead of the earliest?",
      "=newest, not oldest",
      "take the latest {wordsThing} instead of the earliest",
      "=why do i get an ancient {wordsThing}? the newest please",
      "=[returns|gives|brings] the oldest one",
      "=order by {at} is the wrong way around",
      "sort {at} descending so that it's the newest one",
      "=desc, not asc",
    ],
    unseen: [
      "=what comes back is from years ago, it has to be the last {wordsThing} made",
      "reverse the order of {at}",
    ],
    vars: {
      at: ["createdAt", "updatedAt", "issuedAt", "publishedAt", "sentAt", "startedAt"],
      by: ["userId", "tenantId", "projectId", "accountId", "teamId"],
    },
    code: [
      `
      ƒ async latest‹Thing›(‹by›: string) {
        return db.‹thing›.findFirst({
          where: { ‹by› },
          orderBy: { ‹at›: "⟦asc→desc⟧" },
        });
      ƒ}

      ƒ async list‹Others›(‹by›: string) {
        return db.‹other›.findMany({ where: { ‹by› }, orderBy: { name: "asc" } });
      ƒ}
      `,
      `
      export class ‹Thing›Repository {
        async current(‹by›: string) {
          const ‹others› = await this.knex("‹others:snake›").where({ ‹by› }).orderBy("name", "asc");
          const ‹thing› = await this.knex("‹things:snake›").where({ ‹by› }).orderBy("‹at›", "⟦asc→desc⟧").first();
          return { ...‹thing›, ‹others› };
        }
      }
      `,
      `
      ƒ async last‹Thing›Of(‹by›: string) {
        const ‹thing› = await ‹Thing›.findOne({ ‹by› }).sort({ ‹at›: ⟦1→-1⟧ });
        if (!‹thing›) return null;
        const ‹others› = await ‹Other›.find({ ‹thing›: ‹thing›.id }).sort({ name: 1 });
        return { ‹thing›, ‹others› };
      ƒ}
      `,
    ],
  }),
];
