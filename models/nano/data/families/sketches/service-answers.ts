import { FIELDS } from "./service-names.ts";
import { sketched } from "./sketch.ts";

/** What a service hands back, and what it leaves out. */
export const SERVICE_ANSWERS = [
  sketched("answer-has-that-too", {
    seen: [
      "return {extra} too",
      "[also return|return also] {extra}",
      "add {extra} to [the result|what is returned]",
      "=should return {extra} [too|as well]",
      "=[i need|we need|the caller needs] {extra} [too|as well|from this]",
      "=[can|could] this return {extra} too?",
      "=the caller wants {extra} as well",
      "=would be nice to get {extra} back too",
      "=we compute {extra} but never hand it back",
      "=why isn't {extra} in the result?",
      "include {extra} in [the result|the returned object]",
      "=result needs {extra}",
      "=return {list} and {extra}",
      "=don't only return {list}, {extra} too",
      "hand {extra} back [too|as well]",
      "=+ {extra} in the return pls",
    ],
    unseen: ["=whoever calls this has to work out {extra} again, give it to them", "let callers see {extra}"],
    rows: [
      [
        { extra: "total", how: ".length" },
        { extra: "count", how: ".length" },
        { extra: "newest", how: ".at(-1)" },
        { extra: "oldest", how: "[0]" },
        { extra: "isEmpty", how: ".length === 0" },
        { extra: "hasAny", how: ".length > 0" },
        { extra: "ids", how: ".map((one) => one.id)" },
        { extra: "lastId", how: ".at(-1)?.id" },
        { extra: "first", how: "[0]" },
        { extra: "size", how: ".length" },
      ],
    ],
    vars: { list: ["rows", "items", "entries", "found", "results", "records", "matches", "docs"] },
    code: [
      `
      ƒ async list‹Things›(«db: Database|client: Client|pool: Pool») {
        const ‹list› = await «db|source».query("select * from ‹things:snake›");
        ‹fill›
        const ‹extra› = ‹list›‹how›;
        console.log(‹extra›);
        return { ‹list›⟦→, ‹extra›⟧ };
      ƒ}
      `,
      `
      export class ‹Thing›Service {
        async search(text: string) {
          const ‹list› = await this.repository.search(text);
          const ‹extra› = ‹list›‹how›;
          this.metrics.record("‹thing:kebab›.search", { ‹extra› });
          return { «text|query: text», ‹list›⟦→, ‹extra›⟧ };
        }

        async clear() {
          return { cleared: await this.repository.clear() };
        }
      }
      `,
      `
      router.get("/‹things:kebab›", async (req, res) => {
        const ‹list› = await ‹things›.of(req.user.id);
        const ‹extra› = ‹list›‹how›;
        logger.debug({ ‹extra› }, "‹things:words› listed");
        res.json({
          «user: req.user.id,|at: Date.now(),|»
          ‹list›,
          ⟦→‹extra›,⟧
        });
      });
      `,
    ],
  }),

  sketched("that-field-is-left-out", {
    seen: [
      "leave {field} out[ of the answer|]",
      "leave out {field}",
      "=[no|drop the] {field} [in the answer|please]",
      "remove {field} from [the answer|what we return]",
      "=we [don't|shouldn't] [send|return] {field}[ any more|]",
      "=clients don't need {field}",
      "=nobody [uses|reads] {field}, leave it out",
      "=why do we send {field}?",
      "=[can|could] we leave out {field}?",
      "=[the frontend|the app] has no use for {field}",
      "drop {field}",
      "=should not have {field} in it",
      "=the answer shouldn't show {field}",
      "=without {field} please",
      "=get rid of {field} here",
      "=i don't want {field} to go out",
    ],
    unseen: ["=everything but {field} may stay in there", "keep {field} to ourselves"],
    vars: {
      field: [...FIELDS, "passwordHash", "internalNote", "secret", "costs"],
      by: ["id", "number", "slug", "key"],
    },
    code: [
      `
      ƒ to‹Thing›Answer(‹thing›: ‹Thing›) {
        return {
          ‹by›: ‹thing›.‹by›,
          name: ‹thing›.name,
          ⟦‹field›: ‹thing›.‹field›,→⟧
          createdAt: ‹thing›.createdAt.toISOString(),
        };
      ƒ}
      `,
      `
      app.get("/‹things:kebab›/:‹by›", async (req, res) => {
        const { ‹by› } = req.params;
        const ‹thing› = await db.‹thing›.findUnique({
          where: { ‹by› },
          select: { ‹by›: true, name: true⟦, ‹field›: true→⟧, updatedAt: true },
        });
        «if (!‹thing›) return res.sendStatus(404);|»
        res.json(‹thing›);
      });
      `,
      `
      export class ‹Thing›Mapper {
        toRow(‹thing›: ‹Thing›) {
          return { ‹by›: ‹thing›.‹by›, title: ‹thing›.title };
        }

        toAnswer(‹thing›: ‹Thing›, ‹other›: ‹Other›) {
          const { ‹by›, title } = ‹thing›;
          return { ‹by›, title⟦, ‹field›: ‹thing›.‹field›→⟧, ‹other›: ‹other›.name };
        }
      }
      `,
    ],
  }),

  sketched("null-instead-of-throwing", {
    seen: [
      "return null instead[ of throwing|]",
      "=should return null[ when there is no {wordsThing}|], not throw",
      "=don't throw [here|when there is none], return null",
      "=null instead of the error[ pls|]",
      "=no {wordsThing} is not an error, return null",
      "=a missing {wordsThing} is normal[ here|], just return null",
      "=[can|could] this return null when it isn't found?",
      "=this throws when there's no {wordsThing}, [i|we] want null",
      "=callers don't want to catch, null is enough",
      "=why does it throw? null would do",
      "give back null when [nothing is found|the {wordsThing} is missing]",
      "replace the throw [by|with] return null",
      "=when it isn't there: null",
      "=blows up when there's no {wordsThing}, null please",
      "=would rather get null than an exception",
      "=null for unknown {by}",
    ],
    unseen: [
      "=all callers wrap this in try/catch only to get null, so give them null",
      "answer a miss with null",
    ],
    vars: {
      by: ["id", "slug", "email", "code", "token", "key", "number"],
      miss: ["not found", "does not exist", "is unknown", "is missing"],
      get: ["find", "get", "load", "read", "fetch"],
    },
    code: [
      `
      ƒ async ‹get›‹Thing›(‹by›: string) {
        const ‹thing› = await db.‹things›.findOne({ ‹by› });
        if (!‹thing›) {
          ⟦throw new «Error|NotFoundError»("‹Thing› ‹miss›");→return null;⟧
        }
        ‹fill›
        return to‹Thing›(‹thing›);
      ƒ}
      `,
      `
      export class ‹Thing›Store {
        private readonly byKey = new Map<string, ‹Thing›>();

        add(‹thing›: ‹Thing›): void {
          if (this.byKey.has(‹thing›.‹by›)) throw new Error("‹Thing› is there already");
          this.byKey.set(‹thing›.‹by›, ‹thing›);
        }

        ‹get›(‹by›: string): ‹Thing›⟦→ | null⟧ {
          const ‹thing› = this.byKey.get(‹by›);
          if (‹thing› === undefined) ⟦throw new Error(´‹Thing› €{‹by›} ‹miss›´)→return null⟧;
          return ‹thing›;
        }
      }
      `,
      `
      ƒ async ‹get›ByKey(‹by›: string): Promise<‹Thing›⟦→ | null⟧> {
        const [‹thing›] = await sql´select * from ‹things:snake› where ‹by› = €{‹by›}´;
        if (!‹thing›) ⟦throw new NotFound("‹thing:words› ‹miss›")→return null⟧;
        «return ‹thing›;|return { ...‹thing›, ‹by› };»
      ƒ}
      `,
    ],
  }),

  sketched("throws-instead-of-null", {
    seen: [
      "throw an [error|Error] instead of returning null: {textMiss}",
      "=should throw {textMiss} instead of [returning|giving back] null",
      "=don't return null, throw {textMiss}",
      "=throw instead of null, {textMiss}",
      "=[can|could] this throw {textMiss} rather than return null?",
      "=null [gets us into trouble|hurts us] later, throw an Error {textMiss}",
      "=callers forget the null, throw {textMiss}",
      "=a missing {wordsThing} should throw {textMiss}",
      "=when there is no {wordsThing} it should fail with {textMiss}",
      "=i don't want null here but an error {textMiss}",
      "fail with {textMiss} instead of null",
      "replace return null by an error saying {textMiss}",
      "=[must|should] not [be|give] null, throw {textMiss}",
      "=no null please, new Error {textMiss}",
      "=it [silently|quietly] returns null, throw {textMiss} instead",
    ],
    unseen: [
      "=nobody checks for null, so blow up right there with {textMiss}",
      "let it crash with {textMiss}, null hides the miss",
    ],
    vars: {
      by: ["id", "slug", "email", "code", "token", "key", "number"],
      miss: [
        "no such ‹thing:words›",
        "‹thing:words› not found",
        "‹Thing› not found",
        "unknown ‹thing:words›",
        "‹Thing› is missing",
        "there is no ‹thing:words›",
      ],
      get: ["find", "get", "load", "read", "fetch"],
    },
    code: [
      `
      ƒ async ‹get›‹Thing›(‹by›: string) {
        const ‹thing› = await ‹things›.findOne({ ‹by› });
        if (!‹thing›) {
          ⟦return null;→throw new Error("‹miss›");⟧
        }
        ‹fill›
        return ‹thing›;
      ƒ}
      `,
      `
      export class ‹Thing›Registry {
        constructor(private readonly all: Map<string, ‹Thing›>) {}

        ‹get›(‹by›: string): ‹Thing›⟦ | null→⟧ {
          const ‹thing› = this.all.get(‹by›);
          if (‹thing› === undefined) ⟦return null→throw new Error("‹miss›")⟧;
          return ‹thing›;
        }

        names(): string[] {
          return [...this.all.keys()];
        }
      }
      `,
      `
      ƒ async ‹get›Open‹Thing›(‹other›: ‹Other›): Promise<‹Thing›⟦ | null→⟧> {
        const rows = await db.select().from(‹things›).where(eq(‹things›.‹other›Id, ‹other›.id));
        const ‹thing› = rows.find((row) => row.«open|isOpen|active»);
        if (!‹thing›) ⟦return null→throw new Error("‹miss›")⟧;
        return ‹thing›;
      ƒ}
      `,
    ],
  }),

  sketched("missing-one-is-404", {
    seen: [
      "=should be a 404 [with|and] {textMiss} when there is no {wordsThing}",
      "return 404 {textMiss} when the {wordsThing} is missing",
      "answer 404 with error {textMiss} when it's not found",
      "=unknown id gives [a 200 with null|an empty 200], should be 404 {textMiss}",
      "=404 {textMiss} [if|when] not found",
      "=if there's no {wordsThing}: 404, error {textMiss}",
      "=[can|could] we send a 404 {textMiss} when it isn't there?",
      "=an unknown {wordsThing} should get 404 and {textMiss}",
      "=the client gets null for a deleted {wordsThing}, 404 {textMiss} please",
      "=why 200 when nothing was found? 404 {textMiss}",
      "=crashes with an unknown id, answer 404 {textMiss}",
      "check whether the {wordsThing} is there, [else|otherwise] 404 {textMiss}",
      "=missing 404 here, text {textMiss}",
      "add the 404: {textMiss}",
      "=when it's gone the answer must be 404 and error {textMiss}",
      "=not found case is missing: 404, {textMiss}",
    ],
    unseen: [
      "=with a made-up id i'd expect not found, {textMiss}",
      "handle a {wordsThing} that isn't there, status 404 and {textMiss}",
    ],
    vars: {
      miss: [
        "‹Thing› not found",
        "‹thing:words› not found",
        "No such ‹thing:words›",
        "not found",
        "Unknown ‹thing:words›",
      ],
      get: ["findById", "get", "load", "findOne"],
    },
    code: [
      `
      router.get("/‹things:kebab›/:id", async (req, res) => {
        const ‹thing› = await ‹things›.‹get›(req.params.id);
        ⟦→if (!‹thing›) return res.status(404).json({ error: "‹miss›" });⟧
        «const ‹other› = await ‹others›.of(‹thing›.id);|»
        res.json(«to‹Thing›(‹thing›)|{ id: ‹thing›.id, name: ‹thing›.name }»);
      });

      router.post("/‹things:kebab›", async (req, res) => {
        res.status(201).json(await ‹things›.create(req.body));
      });
      `,
      `
      ƒ async show‹Thing›(req: Request, res: Response) {
        const { id } = req.params;
        const ‹thing› = await db.‹thing›.«findUnique|findFirst»({ where: { id } });
        ⟦→if (!‹thing›) return res.status(404).json({ error: "‹miss›" });⟧
        ‹fill›
        return res.json(‹thing›);
      ƒ}
      `,
      `
      app.patch("/‹others:kebab›/:id", async (req, res) => {
        const ‹other› = await ‹others›.‹get›(req.params.id);
        if (!‹other›) return res.status(404).json({ error: "‹Other› not found" });
        res.json(await ‹others›.update(‹other›, req.body));
      });

      app.patch("/‹things:kebab›/:id", async (req, res) => {
        const ‹thing› = await ‹things›.‹get›(req.params.id);
        ⟦→if (!‹thing›) return res.status(404).json({ error: "‹miss›" });⟧
        res.json(await ‹things›.update(‹thing›, req.body));
      });
      `,
    ],
  }),

  sketched("only-the-ids", {
    seen: [
      "return only [the|their] {plural}",
      "=[only|just] the {plural}[ please|]",
      "=i only need the {plural}",
      "=should return the {plural}, not the whole {wordsThings}",
      "=[just|only] the {plural}, not everything",
      "=[can|could] this return just the {plural}?",
      "=too much data, the {plural} are enough",
      "=[callers|they] only [look at|use] the {plural}",
      "give back the {plural} only",
      "map it to the {plural}",
      "return an array of {plural} [instead|]",
      "=we hand out whole {wordsThings} where the {plural} would do",
      "=why the whole objects? the {plural} will do",
      "=the result should be the list of {plural}",
      "=only {plural}, thx",
    ],
    unseen: ["=nothing but {plural} should come back", "strip the {wordsThings} down to their {plural}"],
    rows: [
      [
        { field: "id", plural: "ids", type: "string" },
        { field: "name", plural: "names", type: "string" },
        { field: "email", plural: "emails", type: "string" },
        { field: "slug", plural: "slugs", type: "string" },
        { field: "code", plural: "codes", type: "string" },
        { field: "title", plural: "titles", type: "string" },
        { field: "amount", plural: "amounts", type: "number" },
        { field: "url", plural: "urls", type: "string" },
        { field: "token", plural: "tokens", type: "string" },
      ],
    ],
    vars: { list: ["rows", "found", "open", "active", "results", "matching"] },
    code: [
      `
      ƒ async open‹Things›(‹other›: ‹Other›) {
        const ‹list› = await db.‹things›.find({ ‹other›Id: ‹other›.id, closedAt: null });
        ‹fill›
        return ‹list›⟦→.map((‹thing›) => ‹thing›.‹field›)⟧;
      ƒ}
      `,
      `
      export class ‹Thing›Service {
        async expired(now = new Date()): Promise<⟦‹Thing›→‹type›⟧[]> {
          const ‹list› = await this.repository.findBefore(now);
          this.logger.debug(´€{‹list›.length} expired´);
          return ‹list›⟦→.map((‹thing›) => ‹thing›.‹field›)⟧;
        }

        async remove(‹things›: ‹Thing›[]): Promise<void> {
          await this.repository.remove(‹things›);
        }
      }
      `,
      `
      router.get("/‹others:kebab›/:id/‹things:kebab›", async (req, res) => {
        const ‹other› = await ‹others›.get(req.params.id);
        const ‹list› = await ‹things›.of(‹other›);
        res.json({ ‹other›: ‹other›.id, ‹things›: ‹list›⟦→.map((‹thing›) => ‹thing›.‹field›)⟧ });
      });
      `,
    ],
  }),

  sketched("result-type-spelled-out", {
    seen: [
      "type the result[|, it's {type}]: {type}",
      "add [the|a] return type[:|] {type}",
      "annotate the return type, {type}",
      "=return type is missing, {type}",
      "=the return type should be [there|written out]: {type}",
      "=lint wants a return type, {type}",
      "=[can|could] we have the return type {type} on {name}?",
      "=it returns {type}, [say so|write it]",
      "=should say that it returns {type}",
      "=explicit return type pls ({type})",
      "=no return type on {name}, {type}",
      "write out what {name} returns: {type}",
      "give {name} the return type {type}",
      "=would like to see {type} in the signature of {name}",
      "=what does {name} return? write {type}",
      "=types: {name} returns {type}",
    ],
    unseen: [
      "=one can't tell from the signature that {type} comes out",
      "state {type} behind the parameters of {name}",
    ],
    rows: [
      [
        { type: "Promise<‹Thing›>", end: "one" },
        { type: "Promise<‹Thing› | null>", end: "one ?? null" },
        { type: "Promise<‹Thing› | undefined>", end: "one" },
        { type: "Promise<‹Thing›[]>", end: "one ? [one] : []" },
        { type: "Promise<boolean>", end: "one !== undefined" },
        { type: "Promise<string>", end: "one?.name ?? id" },
      ],
    ],
    vars: { name: ["lookUp", "findIt", "loadOne", "resolveIt", "readOne", "queryOne", "pick", "latest"] },
    code: [
      `
      ƒ async ‹name›(id: string)⟦→: ‹type›⟧ {
        const one = await cache.get<‹Thing›>(´‹thing:kebab›:€{id}´);
        ‹fill›
        return ‹end›;
      ƒ}
      `,
      `
      export class ‹Thing›Reader {
        constructor(private readonly db: Database) {}

        async ‹name›(id: string)⟦→: ‹type›⟧ {
          const [one] = await this.db.query("select * from ‹things:snake› where id = $1", [id]);
          return ‹end›;
        }

        async close(): Promise<void> {
          await this.db.end();
        }
      }
      `,
      `
      const table = "‹things:snake›";

      export const ‹name› = async (id: string)⟦→: ‹type›⟧ => {
        const one = await client.from(table).«where({ id }).first()|get(id)»;
        return ‹end›;
      };
      `,
    ],
  }),

  sketched("answer-is-wrapped-with-a-count", {
    seen: [
      "return { {list}, {total} } [instead of the bare list|], {total} is the length",
      "wrap it: an object with {list} and {total}[ (its length)|, the length]",
      "=should be an object with {list} and {total}, not a bare array. {total} is how many there are",
      "=[the client|the frontend] wants an object with {list} and {total} (the length)",
      "=[can|could] we return {list} together with {total}, the length of it?",
      "=don't return the array itself, an object with {list} and {total} for its length",
      "=we need the [count|number] too: {list} and {total} [in|as] an object",
      "=[an|] object with {list} and {total} (the length)[ pls|]",
      "=top level arrays are a pain, make it an object: {list}, and {total} for how many",
      "=would like {total} (number of entries) next to {list}",
      "=i want {list} and {total} in an object, {total} is the number of them",
      "put {list} in an object, with {total} as the count",
    ],
    unseen: [
      "=how many are there? hand back {list} along with {total}",
      "make the array a field {list} beside a field {total} that counts it",
    ],
    vars: {
      list: ["items", "results", "rows", "entries", "data", "records", "hits"],
      total: ["total", "count", "size", "amount", "length"],
    },
    code: [
      `
      router.get("/‹things:kebab›", async (req, res) => {
        const ‹list› = await ‹things›.search(req.query);
        res.json(⟦‹list›→{ ‹list›, ‹total›: ‹list›.length }⟧);
      });

      router.get("/‹others:kebab›", async (req, res) => {
        res.json(await ‹others›.all());
      });
      `,
      `
      ƒ async list‹Things›(‹other›Id: string) {
        const ‹list› = await db.‹thing›.findMany({ where: { ‹other›Id } });
        ‹fill›
        return ⟦‹list›→{ ‹list›, ‹total›: ‹list›.length }⟧;
      ƒ}
      `,
      `
      export class ‹Thing›Controller {
        @Get()
        async list(@Query("«q|text»") text: string) {
          const ‹list› = await this.‹things›.matching(text);
          return ⟦‹list›→{ ‹list›, ‹total›: ‹list›.length }⟧;
        }

        @Get(":id")
        one(@Param("id") id: string) {
          return this.‹things›.get(id);
        }
      }
      `,
    ],
  }),
];
