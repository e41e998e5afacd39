import { sketched } from "./sketch.ts";

/** What people ask of queries: SQL, Prisma, Knex, TypeORM, Mongo. */
export const BACKEND_QUERIES = [
  // The convention: a default says the type, so the annotation goes.
  sketched("page-size-by-default", {
    seen: [
      "default {param} to {n}",
      "[let|make] {param} default to {n}",
      "=without {param} [everything|the whole table] comes back, [use|take] {n} [then|in that case]",
      "=callers who [leave {param} out|don't say {param}|pass no {param}] should get {n}",
      "={param} should be {n} [if nobody passes it|when it isn't given|unless the caller says otherwise]",
      "={n} if there's no {param}",
      "=[can|could] {param} fall back to {n}?",
      "=why is there no default for {param}? {n} [is fine|would do]",
      "=nobody wants to pass {param} every time, {n} is what [everyone|everybody] uses",
      "={param}: default {n}",
      "=most callers want {n}, so {param} shouldn't be required",
      "[use|take] {n} as {param} when [it is left out|none is given]",
      "=the {wordsThings} [query|list] has no limit if {param} is undefined. {n} by default",
      "=undefined is passed as limit when {param} is left out, so {n}",
      "=every caller passes {n} as {param} anyway",
      "={param} = {n} unless told otherwise",
    ],
    unseen: [
      "=we forget {param} all the time and then the list is endless, let it be {n}",
      "have {n} stand in for a missing {param}",
    ],
    vars: {
      param: ["limit", "pageSize", "take", "perPage", "size", "max", "maxRows", "batchSize", "rowCount"],
      n: ["10", "15", "20", "25", "30", "40", "50", "100", "200", "500"],
      filter: ["sort", "order", "orderBy", "after"],
      sort: ["createdAt", "updatedAt", "name", "position", "startsAt"],
    },
    code: [
      `
      ƒ async list‹Things›(‹other›Id: «string|number», ⟦‹param›: number→‹param› = ‹n›⟧) {
        ‹fill›
        return prisma.‹thing›.findMany({
          where: { ‹other›Id«, deletedAt: null|» },
          orderBy: { ‹sort›: "«asc|desc»" },
          take: ‹param›,
        });
      ƒ}
      `,
      `
      ƒ async «find|search|load»‹Things›({ «term|query|search», «page = 1|offset = 0», ⟦‹param›→‹param› = ‹n›⟧ }: ‹Thing›Query) {
        const rows = await db
          .select()
          .from("‹things:snake›")
          .limit(‹param›);
        return rows.map(to‹Thing›);
      ƒ}
      `,
      `
      router.get("/‹things:kebab›", async (req, res) => {
        const ‹filter› = String(req.query.‹filter› ?? "‹sort›");
        const ‹param› = Number(req.query.‹param›⟦→ ?? ‹n›⟧);
        const ‹things› = await ‹thing›Repo.find(‹filter›, ‹param›);
        res.json(‹things›);
      });
      `,
      `
      export class ‹Thing›Repository {
        constructor(private readonly knex: Knex) {}

        async latest(‹other›Id: string, ⟦‹param›: number→‹param› = ‹n›⟧): Promise<‹Thing›[]> {
          return this.knex("‹things:snake›")
            .where({ ‹other:snake›_id: ‹other›Id })
            .orderBy("‹sort:snake›", "desc")
            .limit(‹param›);
        }

        async byId(id: string) {
          return this.knex("‹things:snake›").where({ id }).first();
        }
      }
      `,
      `
      const list‹Things›Schema = z.object({
        «page: z.coerce.number().int().min(1).default(1),|cursor: z.string().optional(),|status: z.enum(["open", "done"]).default("open"),»
        ‹param›: z.coerce.number().int().max(1000)⟦→.default(‹n›)⟧,
        «q: z.string().trim().optional(),|sort: z.string().default("‹sort›"),»
      });
      `,
    ],
  }),

  // The convention: the array form where no write needs the result of another.
  sketched("writes-in-one-transaction", {
    seen: [
      "=these two writes [should be|belong] in [one|a|the same] transaction",
      "=both or [neither|none]",
      "=[both|the two] writes [must|have to|should] be atomic",
      "=if the second [one|write|query] fails the first [stays|is kept|isn't undone]",
      "=when the {wordsOther} write fails [we are left with|there's] half of the data",
      "=should be all or nothing",
      "put both [writes|queries] in [a|one] transaction",
      "[wrap|run] [these|them|the two writes] in $transaction",
      "=[can|could] we roll back the {wordsThing} when the {wordsOther} [can't be written|fails]?",
      "=data is inconsistent after a crash between the two [writes|updates|queries]",
      "make [it|this|the two writes] atomic",
      "=needs a transaction",
      "=what if the process dies between the two awaits?",
      "=the {wordsThing} gets [changed|written] even though the {wordsOther} [failed|threw]",
      "=these belong together: if one fails, [undo|roll back] the other",
    ],
    unseen: [
      "=a failure halfway through leaves the db in a mess",
      "do the two writes together so that nothing is left half done",
    ],
    vars: {
      db: ["prisma", "prisma", "db", "ctx.prisma", "client"],
      amount: ["amount", "count", "points", "quantity", "n"],
      field: ["balance", "credits", "points", "stock", "seats", "quota", "usage", "total"],
    },
    code: [
      `
      ƒ async «transfer|move|shift»(from: string, to: string, ‹amount›: number) {
        ‹fill›
        ⟦→await ‹db›.$transaction([⟧
        ⟦await →  ⟧‹db›.‹thing›.update({
        ⟦→  ⟧  where: { id: from },
        ⟦→  ⟧  data: { ‹field›: { decrement: ‹amount› } },
        ⟦→  ⟧})⟦;→,⟧
        ⟦await →  ⟧‹db›.‹other›.update({
        ⟦→  ⟧  where: { id: to },
        ⟦→  ⟧  data: { ‹field›: { increment: ‹amount› } },
        ⟦→  ⟧})⟦;→,⟧
        ⟦→]);⟧
      ƒ}
      `,
      `
      ƒ async «archive|close|delete|remove»‹Thing›(id: string) {
        «const now = new Date();|»
        ⟦→await ‹db›.$transaction([⟧
        ⟦await →  ⟧‹db›.‹other›.deleteMany({ where: { ‹thing›Id: id } })⟦;→,⟧
        ⟦await →  ⟧‹db›.‹thing›.«delete({ where: { id } })|update({ where: { id }, data: { archived: true } })»⟦;→,⟧
        ⟦→]);⟧
        «logger.info({ id }, "‹thing:words› gone");|await notify("‹thing›.gone", id);|events.emit("‹thing›:removed", id);»
      ƒ}
      `,
      `
      app.post("/‹things:kebab›/:id/‹others:kebab›", async (req, res) => {
        const { id } = req.params;
        «const input = ‹other›Schema.parse(req.body);|const input = req.body;»
        ⟦→await ‹db›.$transaction([⟧
        ⟦await →  ⟧‹db›.‹other›.create({ data: { ...input, ‹thing›Id: id } })⟦;→,⟧
        ⟦await →  ⟧‹db›.‹thing›.update({
        ⟦→  ⟧  where: { id },
        ⟦→  ⟧  data: { ‹field›: { «increment|decrement»: 1 } },
        ⟦→  ⟧})⟦;→,⟧
        ⟦→]);⟧
        res.sendStatus(«201|204»);
      });
      `,
      `
      export class ‹Thing›Service {
        constructor(«private readonly prisma: PrismaService|private readonly prisma: PrismaClient») {}

        async replace‹Others›(‹thing›Id: string, ‹others›: ‹Other›Input[]) {
          ⟦→await this.prisma.$transaction([⟧
          ⟦await →  ⟧this.prisma.‹other›.deleteMany({ where: { ‹thing›Id } })⟦;→,⟧
          ⟦await →  ⟧this.prisma.‹other›.createMany({ data: ‹others› })⟦;→,⟧
          ⟦→]);⟧
          return this.prisma.‹thing›.findUnique({ where: { id: ‹thing›Id } });
        }
      }
      `,
    ],
  }),

  sketched("where-is-missing", {
    seen: [
      "=this [changes|hits|touches|affects] every {wordsThing} row, not just the one with [that|the] {key}",
      "=the where is missing! only the {wordsThing} with this {key}",
      "=all [rows|{wordsThings}] are [changed|hit] instead of the one[ with {key}|]",
      "=should only [hit|affect|touch] the {wordsThing} [with this|whose] {key}[ matches|]",
      "add the [missing where|where clause] on {key}",
      "[restrict|limit] it to the given {key}",
      "=why do all the {wordsThings} [change|get hit] when i only pass one {key}?",
      "={key} isn't used at all",
      "={key} is ignored, so the whole table is [hit|affected]",
      "=no where?? it has to be by {key}",
      "=forgot the where ({key})",
      "=oops, the query has no condition. {key} has to match",
      "filter by {key}",
      "=the table is wiped by this, should go by {key}",
      "=needs a condition on {key}",
    ],
    unseen: [
      "=one click and the entire table is different, it was meant for a single {key}",
      "make {key} the condition",
    ],
    vars: {
      key: ["id", "id", "slug", "token", "email", "code", "userId", "‹other›Id", "orgId", "sku"],
      text: ["name", "label", "title", "caption", "summary"],
    },
    code: [
      `
      ƒ async «close|archive|disable|lock»‹Thing›(‹key›: string) {
        await «db|knex|trx»("‹things:snake›")⟦→.where({ ‹key› })⟧.update({ «archived: true|status: "closed"|active: false|locked_at: new Date()» });
        «logger.info({ ‹key› }, "‹thing:words› closed");|await audit.write("‹thing›", ‹key›);|return { ‹key› };»
      ƒ}
      `,
      `
      ƒ async remove‹Thing›(‹key›: string) {
        ‹fill›
        const ‹other› = await prisma.‹other›.findFirst({ where: { ‹key› } });
        if («!‹other›|‹other› === null») return false;
        await prisma.‹thing›.deleteMany(⟦→{ where: { ‹key› } }⟧);
        return true;
      ƒ}
      `,
      `
      export class ‹Thing›Store {
        async find(‹key›: string) {
          return this.knex("‹things:snake›").where({ ‹key› }).first();
        }

        async «rename|touch|publish»(‹key›: string, ‹text›: string) {
          return this.knex("‹things:snake›")
            ⟦→.where({ ‹key› })⟧
            .update({ ‹text›, updated_at: this.knex.fn.now() });
        }
      }
      `,
      `
      ƒ async «reset|clear|expire»‹Things›(‹key›: string): Promise<number> {
        const result = await prisma.‹thing›.updateMany({
          ⟦→where: { ‹key› },⟧
          data: { «expired: true|resetAt: new Date()|state: "idle"» },
        });
        return result.count;
      ƒ}
      `,
    ],
  }),

  sketched("query-parameters-not-concatenated", {
    seen: [
      "=sql injection",
      "=this is open to sql injection",
      "=what if {param} has a quote in it?",
      "=a {param} with a ' in it [breaks|blows up] the query",
      "=you can [inject|put] sql [via|through|with] {param}",
      "use a [placeholder|bound parameter|query parameter] for {param}",
      "pass {param} as a parameter, not in the sql[ text|]",
      "=don't put {param} into the query string[, use $1|]",
      "=O'Brien can't be found, syntax error in the query",
      "=security review: {param} goes into the sql unescaped",
      "=shouldn't {param} be escaped?",
      "parameterize the query",
      "=the other query uses $1, this one [doesn't|should too]",
      "=unsafe interpolation of {param}",
      "=the value of {param} is pasted into the sql",
      "=a name like O'Neil gives a syntax error",
      "use $1 [for {param}|like elsewhere]",
      "={param} should be bound, not interpolated",
      "=sqlmap got through via {param}",
      "=scanner: tainted {param} in a query",
    ],
    unseen: ["=pentest says the {wordsThing} lookup is injectable", "bind {param} properly"],
    vars: {
      param: ["email", "name", "slug", "code", "token", "city", "phone", "sku", "username", "reference"],
      pool: ["pool", "client", "db", "conn", "pg"],
    },
    code: [
      `
      ƒ async find‹Thing›By‹Param›(‹param›: string) {
        const { rows } = await ‹pool›.query(
          ⟦´SELECT * FROM ‹things:snake› WHERE ‹param› = '€{‹param›}'´→"SELECT * FROM ‹things:snake› WHERE ‹param› = $1"⟧,
          ⟦→[‹param›],⟧
        );
        return rows[0] ?? null;
      ƒ}

      ƒ async find‹Thing›(id: string) {
        const { rows } = await ‹pool›.query("SELECT * FROM ‹things:snake› WHERE id = $1", [id]);
        return rows[0] ?? null;
      ƒ}
      `,
      `
      ƒ async rename‹Thing›(id: «number|string», ‹param›: string) {
        «await ‹pool›.query("SELECT id FROM ‹things:snake› WHERE id = $1", [id]);|‹fill›»
        await ‹pool›.query(⟦´UPDATE ‹things:snake› SET ‹param› = '€{‹param›}' WHERE id = €{id}´→"UPDATE ‹things:snake› SET ‹param› = $1 WHERE id = $2", [‹param›, id]⟧);
        await ‹pool›.query("INSERT INTO audit (entity, entity_id) VALUES ($1, $2)", ["‹thing›", id]);
      ƒ}
      `,
      `
      router.get("/‹things:kebab›/:‹param›", async (req, res) => {
        const { ‹param› } = req.params;
        const result = await ‹pool›.query(⟦´SELECT id, title FROM ‹things:snake› WHERE ‹param› = '€{‹param›}' LIMIT 1´→"SELECT id, title FROM ‹things:snake› WHERE ‹param› = $1 LIMIT 1", [‹param›]⟧);
        const tags = await ‹pool›.query("SELECT tag FROM tags WHERE owner_id = $1", [req.user.id]);
        res.json({ ...result.rows[0], tags: tags.rows });
      });
      `,
      `
      ƒ async count‹Things›(‹param›: string): Promise<number> {
        const total = await ‹pool›.query("SELECT count(*) FROM ‹things:snake› WHERE active = $1", [true]);
        const found = await ‹pool›.query(⟦"SELECT count(*) FROM ‹things:snake› WHERE ‹param› = '" + ‹param› + "'"→"SELECT count(*) FROM ‹things:snake› WHERE ‹param› = $1", [‹param›]⟧);
        return Number(found.rows[0].count) / Number(total.rows[0].count);
      ƒ}
      `,
    ],
  }),

  sketched("insert-skips-duplicates", {
    seen: [
      "=unique constraint error [on {column}|when the {column} is there already|if the same {column} comes twice], just [skip|ignore] [those|the duplicates]",
      "=the import dies with a duplicate key on {column}, [such rows|duplicates] [can|should] be skipped",
      "skip {wordsThings} [that are there already|that exist already|with a known {column}]",
      "=running it [twice|a second time] fails, {column} is unique. ignore what's there",
      "ignore duplicates [of|on] {column}",
      "=do nothing when the {column} [exists already|is taken]",
      "=should be safe to run twice (unique {column}), [existing rows stay|leave existing rows] as they are",
      "=[existing|known] {wordsThings} should be left alone instead of [an error|throwing], {column} decides",
      "=can the insert just ignore conflicts on {column}?",
      "=on conflict[ of {column}|] do nothing",
      "=retrying throws because the {column} was inserted the first time, skip it then",
      "=duplicate {column} shouldn't be an error, [just ignore it|simply skip]",
      "=some rows are in the table already (same {column}), leave them[ be|]",
      "=seeding twice fails on {column}, just skip",
      "ignore rows whose {column} [exists|is there]",
    ],
    unseen: [
      "=a second run of the importer must not choke on {wordsThings} it has seen, {column} tells",
      "tolerate rows whose {column} is known, without changing them",
    ],
    vars: {
      column: ["email", "slug", "sku", "code", "token", "external_id", "reference", "hash", "url", "name"],
      db: ["db", "knex", "trx"],
    },
    code: [
      `
      ƒ async import‹Things›(rows: ‹Thing›Row[]) {
        const cleaned = rows.map((row) => ({ ...row, ‹column›: row.‹column›.trim() }));
        await ‹db›("‹things:snake›").insert(cleaned)⟦→.onConflict("‹column›").ignore()⟧;
        «logger.info({ count: cleaned.length }, "imported");|return cleaned.length;|await ‹db›("imports").insert({ count: cleaned.length });»
      ƒ}
      `,
      `
      ƒ async seed‹Things›(‹things›: Prisma.‹Thing›CreateManyInput[]) {
        ‹fill›
        // ‹column› is unique
        const { count } = await prisma.‹thing›.createMany({
          data: ‹things›,
          ⟦→skipDuplicates: true,⟧
        });
        return count;
      ƒ}
      `,
      `
      ƒ async add‹Thing›(‹thing›: New‹Thing›) {
        await pool.query(
          "INSERT INTO ‹things:snake› (‹column›, created_by) VALUES ($1, $2)⟦→ ON CONFLICT (‹column›) DO NOTHING⟧",
          [‹thing›.‹column›, ‹thing›.createdBy],
        );
        await pool.query("INSERT INTO events (kind, ref) VALUES ($1, $2)", ["‹thing›", ‹thing›.‹column›]);
      ƒ}
      `,
      `
      export class ‹Thing›Repository {
        async save(‹thing›: ‹Thing›): Promise<void> {
          await this.knex("‹things:snake›")
            .insert({ ‹column›: ‹thing›.‹column›, payload: ‹thing›.payload })⟦→
            .onConflict("‹column›")
            .ignore()⟧;
        }

        async log(‹thing›: ‹Thing›): Promise<void> {
          await this.knex("‹thing:snake›_log").insert({ ref: ‹thing›.‹column› });
        }
      }
      `,
    ],
  }),

  sketched("insert-or-update", {
    seen: [
      "=if the {column} exists already the row should be updated[ instead|]",
      "=[second|another] [save|insert] of the same {column} throws, should [update|overwrite] the row[ then|]",
      "[insert or update|upsert] by {column}",
      "turn [this|it] into an upsert on {column}",
      "=duplicate key on {column}. overwrite the old row [then|in that case]",
      "=should be an upsert ({column} is unique)",
      "=[can|could] this update the {wordsThing} when the {column} is known?",
      "=on conflict on {column}[,|] merge",
      "=saving {wordsThings} a second time should replace the [values|old values], {column} is the key",
      "=works only the first time, then {column} is taken. update it [then|instead]",
      "=new values for a known {column} should win over the old ones, now it throws",
      "=the {column} may be there already, merge in that case",
      "=importing again should refresh the rows with the same {column}",
      "=save is called twice for one {column}, second time it should update",
      "make the insert overwrite the row with the same {column}",
    ],
    unseen: [
      "=create it, or bring it up to date if that {column} is known",
      "let a known {column} be overwritten rather than rejected",
    ],
    vars: {
      column: [
        "email",
        "slug",
        "sku",
        "code",
        "device_id",
        "external_id",
        "reference",
        "user_id",
        "key",
        "day",
      ],
      db: ["db", "knex", "trx"],
      value: ["value", "settings", "data", "payload"],
    },
    code: [
      `
      ƒ async save‹Thing›(‹thing›: ‹Thing›Row) {
        ‹fill›
        await ‹db›("‹things:snake›").insert(‹thing›)⟦→.onConflict("‹column›").merge()⟧;
        await ‹db›("‹thing:snake›_history").insert({ ‹column›: ‹thing›.‹column›, at: new Date() });
      ƒ}
      `,
      `
      export class ‹Thing›Store {
        async get(‹column›: string) {
          return this.knex("‹things:snake›").where({ ‹column› }).first();
        }

        async set(‹column›: string, ‹value›: string) {
          await this.knex("‹things:snake›")
            .insert({ ‹column›, ‹value›, updated_at: new Date() })⟦→
            .onConflict("‹column›")
            .merge()⟧;
        }
      }
      `,
      `
      ƒ async sync‹Things›(‹other›: ‹Other›) {
        const rows = ‹other›.‹things›.map((one) => ({ ‹column›: one.«key|ref», payload: JSON.stringify(one) }));
        const before = await trx("‹things:snake›").count();
        await trx("‹things:snake›").insert(rows)⟦→.onConflict("‹column›").merge()⟧;
        await trx("sync_runs").insert({ before, rows: rows.length });
      ƒ}
      `,
    ],
  }),

  sketched("answer-the-changed-document", {
    seen: [
      "=the [response|result|return value] has the old {field}",
      "=it [returns|gives back|answers with] the {wordsThing} as it was before the [update|change]",
      "=why do i get the old {wordsThing}[ back|]?",
      "return the updated {wordsThing}[, not the old one|]",
      "=i change {field} and get the previous value back, after a reload it's right",
      "=ui shows the old {field} until reload",
      "=the returned {wordsThing} is one step behind",
      "=should [give back|return] the new [document|doc|version]",
      "=stale {wordsThing} returned after the update",
      "=you have to save twice to see the new {field}",
      "=test expects the new {field} but gets the old one",
      "=can we get the {wordsThing} after the change[ instead|]?",
      "=the update works (i see it in the db) but the old {field} is returned",
      "=frontend shows the old {field} after saving",
      "=returns the document before the update[, we need it after|]",
      "give back the {wordsThing} with the new {field}",
      "=should be the new version of the {wordsThing}, not the old one",
    ],
    unseen: [
      "=what comes back doesn't have my change to {field} yet",
      "hand out the document in its new state",
    ],
    vars: { field: ["name", "status", "title", "email", "role", "label", "address", "priority", "state"] },
    code: [
      `
      ƒ async «update|set|change»‹Thing›‹Field›(id: string, ‹field›: string) {
        const ‹thing› = await ‹Thing›.findByIdAndUpdate(id, { ‹field› }⟦→, { new: true }⟧);
        if (!‹thing›) throw new NotFoundError("‹thing:words› not found");
        «return ‹thing›;|await ‹Other›.updateMany({ ‹thing›: id }, { stale: true });
        return ‹thing›;»
      ƒ}
      `,
      `
      ƒ async patch‹Thing›(id: string, ‹field›: string) {
        ‹fill›
        return ‹Thing›Model.findOneAndUpdate(
          { _id: id«, deleted: false|» },
          { $set: { ‹field› } },
          { runValidators: true⟦→, new: true⟧ },
        );
      ƒ}
      `,
      `
      router.patch("/‹things:kebab›/:id", async (req, res) => {
        const { ‹field› } = req.body;
        await db.collection("audit").updateOne({ ref: req.params.id }, { $inc: { changes: 1 } });
        const ‹thing› = await db.collection("‹things›").findOneAndUpdate(
          { _id: new ObjectId(req.params.id) },
          { $set: { ‹field› } },
          ⟦→{ returnDocument: "after" },⟧
        );
        res.json(‹thing›);
      });
      `,
      `
      export class ‹Thing›Service {
        async set‹Field›(id: string, ‹field›: string): Promise<‹Thing› | null> {
          return this.model.findByIdAndUpdate(id, { ‹field› }⟦→, { new: true }⟧).«exec()|lean()»;
        }

        async remove(id: string): Promise<void> {
          await this.model.findByIdAndDelete(id).exec();
        }
      }
      `,
    ],
  }),

  sketched("load-relation-too", {
    seen: [
      "={path} is undefined",
      "={path} is never loaded",
      "=cannot read properties of undefined (reading {text}) on {path}",
      "[load|include|fetch] the {wordsOther} too",
      "[also load|also fetch|join] the {wordsOther}",
      "=the {wordsOther} is missing on the {wordsThing}",
      "=the query doesn't [load|include|fetch] the {wordsOther}",
      "=why is there no {wordsOther} on the {wordsThing}?",
      "=we need the {wordsOther} of the {wordsThing} here as well",
      "=can the {wordsOther} come along[ with the {wordsThing}|]?",
      "=only the {wordsThing} itself comes back, i need its {wordsOther}[ as well|]",
      "=crashes because the {wordsOther} wasn't [loaded|fetched]",
      "=the {wordsOther} of the {wordsThing} isn't [there|included]",
      "=TypeError in the line with {path}, the {wordsOther} is not [part of the query|loaded]",
      "=works in the test but really {path} is undefined",
      "[get|query] the {wordsThing} with its {wordsOther}",
      "=forgot to [include|load] the {wordsOther}",
      "=the {wordsThing} comes without {wordsOther}",
      "=shouldn't the query [include|load] the {wordsOther}?",
      "make the {wordsOther} available on the {wordsThing}",
    ],
    unseen: [
      "=the {wordsOther} isn't there when we want to read from it",
      "get the {wordsOther} along with the {wordsThing}",
    ],
    vars: {
      path: ["‹thing›.‹other›"],
      text: ["name", "email", "title", "code", "label", "locale", "currency"],
    },
    code: [
      `
      ƒ async «describe|summarize|render»‹Thing›(id: string) {
        const ‹thing› = await prisma.‹thing›.findUniqueOrThrow({
          where: { id },
          ⟦→include: { ‹other›: true },⟧
        });
        const ‹third› = await prisma.‹third›.findFirst({ where: { ‹thing›Id: id } });
        return ´€{‹thing›.‹other›.‹text›}: €{‹thing›.id} (€{‹third›?.id ?? "none"})´;
      ƒ}
      `,
      `
      ƒ async notify‹Thing›(id: string) {
        const ‹thing› = await prisma.‹thing›.findUniqueOrThrow({
          where: { id },
          include: { ‹third›: true⟦→, ‹other›: true⟧ },
        });
        ‹fill›
        await send(‹thing›.‹other›.‹text›, ‹thing›.‹third›.«name|id|subject»);
      ƒ}
      `,
      `
      export class ‹Thing›Service {
        constructor(private readonly ‹things›: Repository<‹Thing›>) {}

        async label(id: string): Promise<string> {
          const ‹thing› = await this.‹things›.findOneOrFail({ where: { id }⟦→, relations: { ‹other›: true }⟧ });
          return ‹thing›.‹other›.‹text›;
        }

        async exists(id: string): Promise<boolean> {
          const found = await this.‹things›.findOne({ where: { id } });
          return found !== null;
        }
      }
      `,
      `
      router.get("/‹things:kebab›/:id", async (req, res) => {
        const ‹thing› = await ‹Thing›.findById(req.params.id)⟦→.populate("‹other›")⟧;
        const ‹thirds› = await ‹Third›.find({ ‹thing›: req.params.id });
        res.json({ id: ‹thing›.id, ‹text›: ‹thing›.‹other›.‹text›, ‹thirds› });
      });
      `,
    ],
  }),

  sketched("one-query-for-all", {
    seen: [
      "=[n+1|n + 1|one query per {wordsThing}]",
      "=this [does|makes|runs|fires] [a|one] query [for each|per] {wordsThing}, use one findMany with in",
      "[load|fetch|get] [all|the] {wordsThings} [with|in] one [query|findMany]",
      "=why [a|one] query per id? findMany [can do it|with in would do]",
      "=50 ids are 50 queries, [one findMany|one query] is enough",
      "use findMany with in instead of the loop[ of findUnique|]",
      "replace the [findUniques|findUnique calls] by one findMany",
      "=the db sees hundreds of [tiny|small] queries from here",
      "=slow with many ids, could be [one|a single] findMany",
      "=can this be one query?",
      "=the connection pool is exhausted by this[, one query please|]",
      "=could be one findMany with in[, no?|]",
    ],
    unseen: ["=every id costs a round trip", "ask the database once for all the {wordsThings}"],
    vars: {
      ids: ["ids", "‹thing›Ids", "keys", "wanted", "selected", "missing"],
      db: ["prisma", "db", "this.prisma", "ctx.db"],
    },
    code: [
      `
      ƒ async load‹Things›(«‹ids›: string[]|‹ids›|‹other›: ‹Other›, ‹ids›: string[]») {
        ‹fill›
        const ‹things› = await ⟦Promise.all(‹ids›.map((id) => ‹db›.‹thing›.findUnique({ where: { id } })))→‹db›.‹thing›.findMany({ where: { id: { in: ‹ids› } } })⟧;
        return ‹things›.«map(to‹Thing›)|filter(isVisible)|sort(byName)»;
      ƒ}
      `,
      `
      ƒ async notify‹Things›(‹ids›: string[]) {
        const [settings, ‹things›] = await Promise.all([
          ‹db›.setting.findUnique({ where: { id: "notify" } }),
          ⟦Promise.all(‹ids›.map((id) => ‹db›.‹thing›.findUnique({ where: { id } })))→‹db›.‹thing›.findMany({ where: { id: { in: ‹ids› } } })⟧,
        ]);
        if (settings?.enabled) await send(‹things›);
      ƒ}
      `,
      `
      router.post("/‹things:kebab›/batch", async (req, res) => {
        const ‹ids›: string[] = req.body.‹ids›;
        ⟦const ‹things› = [];
        for (const id of ‹ids›) {
          ‹things›.push(await ‹db›.‹thing›.findUnique({ where: { id } }));
        }→const ‹things› = await ‹db›.‹thing›.findMany({ where: { id: { in: ‹ids› } } });⟧
        «audit("‹thing›.batch", ‹ids›.length);|logger.debug("loaded %d ‹things:words›", ‹things›.length);»
        res.json(‹things›);
      });
      `,
    ],
  }),

  sketched("change-the-number-in-the-database", {
    seen: [
      "=two [requests|calls] at [once|the same time] and {field} is [wrong|off]",
      "=race condition on {field}",
      "=read then write of {field} [is not atomic|races]",
      "=lost updates: {field} [misses some|ends up wrong] under load",
      "=let the database [do the math|count], {field} gets overwritten by parallel requests",
      "[change|update] {field} atomically",
      "use {op} for {field}",
      "=under load the {field} of the {wordsThing} drifts",
      "=shouldn't {field} be changed with {op}?",
      "=not safe with several instances, {field} needs {op}",
      "=concurrent calls overwrite each other's {field}",
      "make the {field} [change|update] atomic",
      "=[stress test|load test]: {field} is wrong at the end",
      "={field} is read and written back, [someone else's|another] change in between is lost",
      "=1000 parallel calls and {field} is wrong by 30",
      "don't compute {field} in js, use {op}",
      "let the db {op} {field}",
      "=set to a value that was computed from a stale {field}, should be {op}",
      "=why is {field} computed here? {op} is [safer|atomic]",
    ],
    unseen: [
      "=if two people do it at the very same moment one of the changes to {field} is gone",
      "leave the arithmetic on {field} to the db",
    ],
    rows: [
      [
        { op: "increment", sign: "+" },
        { op: "decrement", sign: "-" },
      ],
    ],
    vars: {
      field: [
        "stock",
        "balance",
        "credits",
        "points",
        "seats",
        "views",
        "likes",
        "usage",
        "quota",
        "attempts",
        "votes",
      ],
      amount: ["amount", "units", "n", "quantity", "count", "delta"],
    },
    code: [
      `
      ƒ async «book|apply|adjust»‹Thing›(id: string, «‹amount› = 1|‹amount›: number|{ ‹amount› }: ‹Other›») {
        const ‹thing› = await prisma.‹thing›.findUniqueOrThrow({ where: { id } });
        «if (‹thing›.closed) throw new Error("‹thing:words› is closed");|‹fill›»
        await prisma.‹thing›.update({
          where: { id },
          data: { ‹field›: ⟦‹thing›.‹field› ‹sign› ‹amount›→{ ‹op›: ‹amount› }⟧«, updatedAt: new Date()|» },
        });
      ƒ}
      `,
      `
      router.post("/‹things:kebab›/:id/‹others:kebab›", async (req, res) => {
        const { ‹amount› } = req.body;
        const ‹thing› = await prisma.‹thing›.findUnique({ where: { id: req.params.id } });
        if (!‹thing›) return res.sendStatus(404);
        const saved = await prisma.‹thing›.update({
          where: { id: ‹thing›.id },
          data: {
            lastSeen: Date.now(),
            ‹field›: ⟦‹thing›.‹field› ‹sign› ‹amount›→{ ‹op›: ‹amount› }⟧,
          },
        });
        res.json(saved);
      });
      `,
      `
      export class ‹Thing›Service {
        async record(id: string, ‹amount›: number) {
          const ‹thing› = await this.db("‹things:snake›").where({ id }).first();
          await this.events.insert({ ‹thing›Id: ‹thing›.id, kind: "‹op›" });
          await this.db("‹things:snake›").where({ id }).⟦update({ ‹field›: ‹thing›.‹field› ‹sign› ‹amount› })→‹op›("‹field›", ‹amount›)⟧;
        }
      }
      `,
    ],
  }),

  // The lock goes last, where SQL and the builders have it.
  sketched("lock-the-row-for-update", {
    seen: [
      "=two workers [grab|read|get] the same {wordsThing}",
      "=the {wordsThing}[ row|] has to be locked [while we change it|until we're done|during the transaction]",
      "lock the {wordsThing}[ row|] [for update|while we work on it]",
      "=should be select for update",
      "=select … for update [missing|is missing] on the {wordsThing}",
      "=another transaction can change the {wordsThing} between the read and the [write|update]",
      "=race between reading the {wordsThing} and [writing|updating] it, lock the row",
      "=can we lock the row [when reading|here]?",
      "=needs a row lock",
      "read the {wordsThing} with a [row lock|lock]",
      "=parallel requests both see the old {wordsThing}, the first should make the other wait",
      "=double spending: both transactions read the {wordsThing} before one writes",
      "=two people get the last one, the {wordsThing} isn't locked",
      "=for update is missing",
      "=lost update on the {wordsThing} when two transactions run at once",
      "add [a lock|a row lock|for update] when [reading|loading] the {wordsThing}",
      "=the {wordsThing} must not change until we commit",
    ],
    unseen: [
      "=whoever comes second must wait until the first is through with the {wordsThing}",
      "take a write lock when fetching the {wordsThing}",
    ],
    vars: { other2: ["settings", "limits", "rates", "fees", "rules"] },
    code: [
      `
      await knex.transaction(async (trx) => {
        const ‹other2› = await trx("‹other2›").where({ active: true });
        const ‹thing› = await trx("‹things:snake›").where({ id«: ‹thing›Id|» }).first()⟦→.forUpdate()⟧;
        «check(‹thing›, ‹other2›);|if (!‹thing›) throw new Error("no ‹thing:words›");»
        await trx("‹things:snake›").where({ id: ‹thing›.id }).update({ «state: "taken"|seats: ‹thing›.seats - 1|owner: worker.id» });
      });
      `,
      `
      ƒ async «claim|take|reserve»‹Thing›(client: PoolClient, id: string) {
        await client.query("BEGIN");
        const ‹other2› = await client.query("SELECT * FROM ‹other2› WHERE active = $1", [true]);
        const { rows } = await client.query("SELECT * FROM ‹things:snake› WHERE id = $1⟦→ FOR UPDATE⟧", [id]);
        ‹fill›
        if (!isFree(rows[0], ‹other2›.rows)) throw new Error("‹thing:words› is taken");
        await client.query("UPDATE ‹things:snake› SET taken = true WHERE id = $1", [id]);
        await client.query("COMMIT");
      ƒ}
      `,
      `
      return this.dataSource.transaction(async (manager) => {
        const ‹other2› = await manager.findOne(‹Other›, { where: { current: true } });
        const ‹thing› = await manager.findOneOrFail(‹Thing›, {
          where: { id«: ‹thing›Id|» },
          ⟦→lock: { mode: "pessimistic_write" },⟧
        });
        ‹thing›.«balance -= amount|status = "paid"|attempts += 1»;
        return manager.save(‹thing›);
      });
      `,
    ],
  }),

  // Both counts and lists are asked with the same condition.
  sketched("count-what-is-listed", {
    seen: [
      "=[total|the total] [counts|is] all {wordsThings}, not [just|only] the [filtered|matching|listed] ones",
      "=the total doesn't match the list[ when a filter is set|]",
      "=[total|the count] ignores the filter",
      "=pager shows 40 pages but only 2 have {wordsThings} on them",
      "=the last pages are empty when [filtering|i filter]",
      "count only the [matching|filtered] {wordsThings}",
      "use the same where for the count",
      "=count and list should [have|use] the same [where|condition|filter]",
      "=why is total bigger than what is listed?",
      "=total is wrong with a search term",
      "=the count needs the where as well",
      '="3 of 500" although just 3 {wordsThings} match',
      "=search finds 3 but the total says 500",
      "=the pager is wrong when a filter is on",
      "have total count what the list query matches",
    ],
    unseen: [
      "=page numbers go on and on though there's hardly a match",
      "have the count respect the conditions of the list",
    ],
    vars: { db: ["prisma", "db", "ctx.prisma"] },
    rows: [
      [
        { where: "where", whereIt: "where" },
        { where: "filter", whereIt: "where: filter" },
        { where: "conditions", whereIt: "where: conditions" },
        { where: "matching", whereIt: "where: matching" },
      ],
    ],
    code: [
      `
      ƒ async list‹Things›(‹other›Id: string, page: number) {
        const ‹where› = { ‹other›Id, «archived: false|deletedAt: null|status: "open"» };
        const rows = await ‹db›.‹thing›.findMany({ ‹whereIt›, skip: page * 20, take: 20 });
        const total = await ‹db›.‹thing›.count(⟦→{ ‹whereIt› }⟧);
        return { rows, total };
      ƒ}
      `,
      `
      router.get("/‹things:kebab›", async (req, res) => {
        const ‹where› = { «title|name»: { contains: String(req.query.q ?? "") } };
        const [‹things›, ‹others›, total] = await Promise.all([
          ‹db›.‹thing›.findMany({ ‹whereIt›, orderBy: { id: "asc" }, take: 50 }),
          ‹db›.‹other›.count(),
          ‹db›.‹thing›.count(⟦→{ ‹whereIt› }⟧),
        ]);
        res.json({ ‹things›, ‹others›, total });
      });
      `,
      `
      export class ‹Thing›Service {
        async search(‹where›: Prisma.‹Thing›WhereInput, page = 1) {
          const [items, total] = await this.prisma.$transaction([
            this.prisma.‹thing›.findMany({
              ‹whereIt›,
              take: PAGE_SIZE,
              skip: (page - 1) * PAGE_SIZE,
            }),
            this.prisma.‹thing›.count(⟦→{ ‹whereIt› }⟧),
          ]);
          return { items, total, pages: Math.ceil(total / PAGE_SIZE) };
        }
      }
      `,
      `
      ƒ async page‹Things›(‹where›: FilterQuery<‹Thing›>, skip: number) {
        ‹fill›
        const items = await ‹Thing›Model.find(‹where›).sort("-createdAt").skip(skip).limit(25);
        const total = await ‹Thing›Model.countDocuments(⟦→‹where›⟧);
        return { items, total«, more: skip + items.length < total|» };
      ƒ}
      `,
    ],
  }),
];
