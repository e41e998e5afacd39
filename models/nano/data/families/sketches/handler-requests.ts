import { sketched } from "./sketch.ts";

/** What comes with requests: bodies, queries, uploads, and how many of them may come. */
export const HANDLER_REQUESTS = [
  // The parser comes before the routes, after what is there already.
  sketched("body-is-never-parsed", {
    seen: [
      "=req.body is [always |]undefined[ in all routes| in every handler|]",
      "=[Cannot read properties of undefined|cannot destructure property of req.body] in [every|each] POST handler, the json is never parsed",
      "=POST bodies [are ignored|never arrive|are always empty]",
      "=json bodies aren't parsed",
      "parse json bodies[ before the routes|]",
      "[use|add] express.json[()|][ before the routes|]",
      "=express.json is missing[ before the routes|]",
      "=needs the json body parser",
      "=the [client|app] sends json but [the body is undefined|req.body isn't there] [on the server|in the routes]",
      "=[shouldn't|doesn't] [this|the app] use express.json?",
      "=why is [the body|req.body] undefined[ everywhere|]?",
      "=every create fails since req.body is undefined, we only send json",
    ],
    unseen: ["=whatever i post as json, the handlers see nothing of it", "get the app to read json payloads"],
    vars: {
      app: ["app", "server", "api", "web", "service", "gateway", "backend", "admin"],
    },
    code: [
      `
      const ‹app› = express();

      ‹app›.use(«helmet()|cors()|compression()|morgan("dev")»);
      ⟦→‹app›.use(express.json());⟧
      ‹app›.use("/‹things:kebab›", ‹things›Router);
      ‹app›.use("/‹others:kebab›", ‹others›Router);
      «
      ‹app›.listen(config.port);|»
      `,
      `
      ƒ «createApp|buildApp|makeServer»(«db: Database|deps: Deps|») {
        const ‹app› = express();
        ‹app›.set("trust proxy", 1);
        ‹app›.use(«requestId|logRequests|cors()»);
        ⟦→‹app›.use(express.json());⟧
        ‹app›.post("/‹things:kebab›", create‹Thing›);
        ‹app›.put("/‹things:kebab›/:id", update‹Thing›);
        «‹app›.use(handleErrors);|»
        return ‹app›;
      ƒ}
      `,
      `
      beforeEach(() => {
        ‹app› = express();
        ‹app›.use(«fakeUser|withUser({ id: "1" })|cookieParser()»);
        ⟦→‹app›.use(express.json());⟧
        ‹app›.use("/‹things:kebab›", create‹Things›Router(«store|repository|db»));
      });
      `,
      `
      const router = express.Router();
      const ‹app› = express();

      router.post("/", async (req, res) => {
        const { «name|title|email» } = req.body;
        res.status(201).json(await ‹things›.create(req.body));
      });

      ‹app›.use(cookieParser());
      ⟦→‹app›.use(express.json());⟧
      ‹app›.use("/‹things:kebab›", router);
      `,
    ],
  }),
  sketched("body-limit", {
    seen: [
      "=[saving|uploading] a [big|huge] {wordsThing} [breaks|fails] with [413|request entity too large], [make it|up to] {wordsLimit}",
      "=json [bodies|payloads] [may|can] be [up to|as large as] {wordsLimit}",
      "=[big|large] {wordsThings} [fail|are refused] with 413, allow [up to |]{wordsLimit}",
      "=413 payload too large [when saving|for] [big|large] {wordsThings}, {wordsLimit} should [go|be allowed]",
      "=PayloadTooLargeError, [set the limit to|we need] {wordsLimit}",
      "allow bodies [up to|of up to] {wordsLimit}",
      "raise the [body|json] limit to {wordsLimit}",
      "=request entity too large. {wordsLimit} [pls|please|must be possible]",
      "=the default of 100kb is too [small|little] for {wordsThings}, {wordsLimit}",
      "=can the json body be up to {wordsLimit}?",
      "=why can't i post [big|long] {wordsThings}? {wordsLimit} should [work|be ok]",
      "=body limit: {wordsLimit}",
      "limit of {wordsLimit} for json",
    ],
    unseen: [
      "=longer {wordsThings} never get past the json parser, it stops them well below {wordsLimit}",
      "let through whatever json is no more than {wordsLimit}",
    ],
    vars: {
      limit: ["1mb", "2mb", "5mb", "10mb", "20mb", "500kb", "50mb", "250kb", "8mb", "16mb"],
      app: ["app", "server", "api", "router"],
    },
    code: [
      `
      ‹app›.use(«cors()|helmet()|requestId»);
      ‹app›.use(express.json(⟦→{ limit: "‹limit›" }⟧));
      ‹app›.use(express.«urlencoded({ extended: true })|static("public")»);
      ‹app›.use("/‹things:kebab›", ‹things›Router);
      `,
      `
      ‹app›.post("/‹things:kebab›", «requireUser, |»express.json(⟦→{ limit: "‹limit›" }⟧), async (req, res) => {
        const ‹thing› = await ‹things›.«create|save»(req.body);
        res.status(201).json(‹thing›);
      });
      ‹app›.get("/‹things:kebab›", async (req, res) => res.json(await ‹things›.list()));
      `,
      `
      ƒ async «start|bootstrap|main»() {
        const app = await NestFactory.create(AppModule, { bodyParser: false });
        app.enableCors();
        app.use(json(⟦→{ limit: "‹limit›" }⟧));
        «app.setGlobalPrefix("api");|app.use(cookieParser());|»
        await app.listen(3000);
      ƒ}

      // ‹things:Words› are posted in one piece.
      `,
      `
      const parser = bodyParser.json({
        «strict: true,|type: ["application/json", "application/csp-report"],»
        ⟦→limit: "‹limit›",⟧
      });

      ‹app›.use("/‹things:kebab›", parser, ‹things›Router);
      `,
    ],
  }),
  sketched("webhook-wants-the-raw-body", {
    seen: [
      "=the signature [check |][always fails|never matches][,|:] [the body is parsed already|it needs the raw body]",
      "=constructEvent [needs|wants] the raw body",
      "=webhook signature verification fails, [we pass|it gets] parsed json [instead of|and not] the raw body",
      "use the raw body [for|in] the {path} route",
      "[give|keep] the {path} webhook the raw body[, the signature is over the bytes|]",
      "=No signatures found matching the expected signature, body must be raw on {path}",
      "=express.json [breaks|ruins] the signature of {path}, [use raw|should be raw] with application/json",
      "=raw body pls, {path} is signed",
      "parse {path} with express.raw",
      "=shouldn't {path} get express.raw [and not|instead of] express.json?",
      "=why does every webhook on {path} [fail|give 400]? the signature is made over the raw body",
      "=stripe [says|complains] the payload must be a string or buffer",
    ],
    unseen: [
      "=what {path} gets has been through JSON.parse so the hmac can't come out right",
      "let the bytes reach {path} untouched",
    ],
    vars: {
      path: [
        "/webhook",
        "/stripe",
        "/webhooks/stripe",
        "/hooks/github",
        "/webhooks/shopify",
        "/billing/webhook",
        "/payments/events",
        "/hooks",
        "/events/incoming",
      ],
    },
    code: [
      `
      router.post("‹path›", ⟦express.json()→express.raw({ type: "application/json" })⟧, async (req, res) => {
        const event = «stripe.webhooks.constructEvent|verifyEvent|webhooks.construct»(
          req.body,
          req.headers["«stripe-signature|x-signature»"],
          config.webhookSecret,
        );
        await «handleEvent(event)|queue.add(event.type, event)»;
        res.«sendStatus(200)|json({ received: true })»;
      });

      router.post("/‹things:kebab›", express.json(), create‹Thing›);
      `,
      `
      const app = express();
      app.use("‹path›", ⟦express.json()→express.raw({ type: "application/json" })⟧, «webhookRouter|handleWebhook|receive»);
      app.use(express.json());
      app.use("/‹things:kebab›", ‹things›Router);
      «app.listen(PORT);|»
      `,
      `
      ƒ mount(app: Express, «secret: string|hooks: Hooks») {
        app.post("/‹things:kebab›/import", express.json({ limit: "5mb" }), import‹Things›);
        app.post("‹path›", ⟦express.json()→express.raw({ type: "application/json" })⟧, «checkSignature, |»onEvent);
        ‹fill›
      ƒ}
      `,
    ],
  }),
  sketched("boolean-from-query", {
    seen: [
      "=?{flag}=false [still |][counts as|is] true",
      "={flag}=false [does|gives] the same as {flag}=true",
      '=[the string|"false"] is truthy, {flag} should only be true for "true"',
      "=passing {flag}=false [doesn't turn it off|has no effect]",
      '={flag} [must|should] be true only [for|if it is] "true"',
      'compare {flag} [to|with] "true"',
      "=why is {flag} on when i send {flag}=false?",
      "=can't switch off {flag} [with|by] {flag}=false",
      "={flag} is a string[ here|], so false is truthy",
      '=shouldn\'t {flag} be compared [to|with] "true"?',
      "=setting {flag} to false turns it on, haha",
      "=tester: {flag}=false is [ignored|treated like true]",
    ],
    unseen: [
      "=saying no to {flag} is understood as yes",
      "=any text at all switches {flag} on; the word true alone should",
    ],
    vars: {
      flag: [
        "archived",
        "includeDeleted",
        "verbose",
        "draft",
        "published",
        "unread",
        "expand",
        "dryRun",
        "force",
        "all",
        "compact",
        "inStock",
        "onlyMine",
        "notify",
      ],
    },
    code: [
      `
      router.get("/‹things:kebab›", async (req, res) => {
        const ‹flag› = ⟦Boolean(req.query.‹flag›)→req.query.‹flag› === "true"⟧;
        const q = String(req.query.q ?? "");
        res.json(await ‹things›.«search|list|find»({ q, ‹flag› }));
      });
      `,
      `
      export async function GET(request: NextRequest) {
        const params = request.nextUrl.searchParams;
        const sort = params.get("sort") ?? "«name|createdAt»";
        const ‹flag› = ⟦!!params.get("‹flag›")→params.get("‹flag›") === "true"⟧;
        ‹fill›
        return NextResponse.json(await list‹Things›({ sort, ‹flag› }));
      }
      `,
      `
      ƒ to‹Thing›Filter(query: Record<string, string | undefined>): ‹Thing›Filter {
        return {
          owner: query.owner,
          ‹flag›: ⟦!!query.‹flag›→query.‹flag› === "true"⟧,
          hasImage: query.hasImage === "true",
        };
      ƒ}
      `,
      `
      async «list|index»(ctx: Context) {
        const page = Number(ctx.query.page ?? 1);
        const ‹things› = await this.‹things›.page(page);
        if (⟦ctx.query.‹flag›→ctx.query.‹flag› === "true"⟧) {
          await this.«audit.write|log»("‹flag:words›");
          ctx.set("x-‹flag:kebab›", "1");
        }
        ctx.body = ‹things›;
      }
      `,
    ],
  }),
  sketched("page-parameter-counts-from-one", {
    seen: [
      "=[the list|it] [starts|begins] with the second page [when|if] {page} is 1",
      "=offset for {page} 1 [should be|must be] 0",
      "=[page 1|the first page] shows the second [page|batch] of {wordsThings}",
      "=the first {size} {wordsThings} [are never shown|are skipped|can't be reached]",
      "={page} starts at 1, [so the offset is one page too far|the offset is off by one]",
      "=off by one in the [paging|offset], {page} is 1 based",
      "=pages start at 1",
      "=?page=1 should [begin with|return] the first {wordsThings}, not the second {size}",
      "={page} is counted from 1[ by the client| in the url|]",
      "skip one page less[, {page} begins at 1|]",
      "make the offset right for a {page} that [starts|begins] at 1",
      "=why does page 1 skip the first {size}?",
      "=shouldn't page 1 have offset 0?",
      "=with one page of {wordsThings} the list is empty, {page} is 1 there",
    ],
    unseen: [
      "=newest {wordsThings} are missing, i have to ask for page 0 to see them",
      "=nobody says page 0, our paging begins with 1",
    ],
    vars: {
      page: ["page", "pageNumber", "currentPage", "pageNo"],
      size: ["limit", "pageSize", "perPage", "size", "PAGE_SIZE", "take"],
    },
    code: [
      `
      ƒ async list‹Things›(‹page›: number, ‹size›: number) {
        const ‹things› = await prisma.‹thing›.findMany({
          skip: ⟦‹page› * ‹size›→(‹page› - 1) * ‹size›⟧,
          take: ‹size›,
          orderBy: { createdAt: "desc" },
        });
        «logger.debug({ ‹page›, ‹size› });|»
        return «‹things›|{ ‹things›, ‹page› }»;
      ƒ}
      `,
      `
      router.get("/‹things:kebab›", async (req, res) => {
        const ‹page› = Number(req.query.page ?? 1);
        const ‹size› = «20|25|50|10»;
        const offset = ⟦‹page› * ‹size›→(‹page› - 1) * ‹size›⟧;
        ‹fill›
        const rows = await db.«select|query|load»("‹things:snake›", { limit: ‹size›, offset });
        res.json({ ‹page›, rows });
      });
      `,
      `
      async page(‹page›: number, ‹size›: number) {
        return this.repository
          .createQueryBuilder("‹thing›")
          .orderBy("‹thing›.«createdAt|id|name»")
          .skip(⟦‹page› * ‹size›→(‹page› - 1) * ‹size›⟧)
          .take(‹size›)
          .getManyAndCount();
      }
      `,
      `
      ƒ paginate<T>(all: T[], ‹page›: number, ‹size›: number) {
        const from = ⟦‹page› * ‹size›→(‹page› - 1) * ‹size›⟧;
        return {
          «items|results|data»: all.slice(from, from + ‹size›),
          pages: Math.ceil(all.length / ‹size›),
          ‹page›,
        };
      ƒ}
      `,
    ],
  }),
  // In a signature it becomes a default, and the type goes; in a query, `??` before it is made a number.
  sketched("default-page-size", {
    seen: [
      "default {size} to {wordsN}[ pls|]",
      "={size} should [default to|be] {wordsN}[ by default| when it isn't given| if missing|]",
      "=without [a |]{size} it [should|must] be {wordsN}",
      "={wordsN} as the default [for|of] {size}",
      "=all {wordsThings} come back if {size} is missing, [make it|default to] {wordsN}",
      "=when no {size} is [given|passed|sent], take {wordsN}",
      "=can {size} be {wordsN} [if nobody sends one|by default]?",
      "[use|take] {wordsN} [if|when] {size} is [missing|left out|not there]",
      "={size} is mandatory now, should be {wordsN} if it's [missing|not given]",
      "=why do i have to [send|pass] {size}? {wordsN} is [fine|what everyone wants]",
      "=nobody wants to [pass|give] {size}, {wordsN} will do",
    ],
    unseen: [
      "=forgetting {size} is no reason to fail, assume {wordsN}",
      "=where callers don't say {size}, they get {wordsN}",
    ],
    vars: {
      size: ["limit", "pageSize", "perPage", "size", "take", "first", "count", "max"],
      n: ["20", "10", "25", "50", "100", "30", "15", "12", "40"],
    },
    code: [
      `
      ƒ async list‹Things›(ownerId: string, ‹size›⟦: number→ = ‹n›⟧) {
        return prisma.‹thing›.findMany({
          where: { ownerId«, archived: false|» },
          «orderBy: { createdAt: "desc" },|»
          take: ‹size›,
        });
      ƒ}
      `,
      `
      router.get("/‹things:kebab›", async (req, res) => {
        const offset = Number(req.query.offset ?? 0);
        const ‹size› = Number(⟦req.query.‹size›→req.query.‹size› ?? ‹n›⟧);
        ‹fill›
        res.json(await ‹things›.«list|page|find»({ offset, ‹size› }));
      });
      `,
      `
      fastify.get("/‹things:kebab›", async (request) => {
        const { ‹size›⟦→ = ‹n›⟧, after } = request.query as «ListQuery|{ ‹size›?: number; after?: string }»;
        return ‹things›.«listAfter|page»(after, ‹size›);
      });
      `,
      `
      export class ‹Things›Service {
        constructor(private readonly db: Database) {}

        «latest|newest|recent»(‹size›⟦: number→ = ‹n›⟧) {
          return this.db.query("select * from ‹things:snake› order by created_at desc limit $1", [‹size›]);
        }
      }
      `,
    ],
  }),
  sketched("cap-page-size", {
    seen: [
      "=[someone|a client] [asked for|requested] [a million|100000] {wordsThings} [at once |]and [killed the db|the server died], at most {wordsN}",
      "={size} [must|should|may] [not|never] be [more|greater] than {wordsN}",
      "cap {size} at {wordsN}",
      "=[at most|no more than] {wordsN} {wordsThings} per [request|page]",
      "limit {size} to {wordsN}[, whatever is asked for|]",
      "=?{size}=1000000 [brings the server down|works], {wordsN} has to be the maximum",
      "={wordsN} [is|should be] the maximum [for|of] {size}",
      "=max {wordsN} for {size} pls",
      "=can we make sure {size} never exceeds {wordsN}?",
      "=why can anyone ask for a million {wordsThings}? {wordsN} is enough",
      "=one can dump the whole table with a huge {size}[, max {wordsN}|. {wordsN} at most]",
    ],
    unseen: [
      "=greedy clients should get {wordsN} {wordsThings} however large their {size}",
      "=no page beyond {wordsN}",
    ],
    vars: {
      size: ["limit", "pageSize", "perPage", "size", "take", "count", "first"],
      n: ["100", "50", "200", "500", "1000", "250", "25"],
    },
    code: [
      `
      router.get("/‹things:kebab›", async (req, res) => {
        const ‹size› = ⟦Number(req.query.‹size› ?? 20)→Math.min(Number(req.query.‹size› ?? 20), ‹n›)⟧;
        const page = Number(req.query.page ?? 1);
        const list = await ‹things›.find({ skip: (page - 1) * ‹size›, take: ‹size› });
        res.json({ page, list });
      });
      `,
      `
      ƒ async search‹Things›(term: string, ‹size› = 20) {
        «const now = Date.now();|»
        return db
          .select()
          .from(‹things›)
          .where(ilike(‹things›.name, ´%€{term}%´))
          .limit(⟦‹size›→Math.min(‹size›, ‹n›)⟧);
      ƒ}
      `,
      `
      const resolvers = {
        Query: {
          ‹things›: (_parent, { ‹size›, after }, { db }) => {
            return db.‹things›.«after|page»(after, ⟦‹size›→Math.min(‹size›, ‹n›)⟧);
          },
          ‹thing›: (_parent, { id }, { db }) => db.‹things›.byId(id),
        },
      };
      `,
      `
      @Get()
      «list|findAll»(@Query("page", ParseIntPipe) page: number, @Query("‹size›", ParseIntPipe) ‹size›: number) {
        return this.‹things›.«paginate|findAll»({ page, ⟦‹size›→‹size›: Math.min(‹size›, ‹n›)⟧ });
      }
      `,
    ],
  }),
  sketched("rate-limit-window", {
    seen: [
      "=[the |]rate limit is per {wordsUnit} but should be per {wordsPer}",
      "=the limit should be {wordsMax} per {wordsPer}, not per {wordsUnit}",
      "=[we want|it's meant to be] {wordsMax} [requests |]per {wordsPer}",
      "count per {wordsPer} instead of per {wordsUnit}",
      "make the [limit|window] [one|a] {wordsPer}",
      "=window [should|has to] be one {wordsPer}[, it's a {wordsUnit} now|]",
      "=people can [send|do] {wordsMax} [a|per] {wordsUnit}, we meant [a|per] {wordsPer}",
      "=per {wordsPer} pls, not per {wordsUnit}",
      "=docs say {wordsMax} per {wordsPer}, code says per {wordsUnit}",
      "=shouldn't [the window|it] be [one|a] {wordsPer}?",
      "=why per {wordsUnit}? per {wordsPer}!",
      "[change|set] the window to [one|a] {wordsPer}",
    ],
    unseen: [
      "=after a {wordsUnit} the counter starts anew, only after a {wordsPer} it should",
      "=whoever used up their {wordsMax} must wait till the {wordsPer} is over, not the {wordsUnit}",
    ],
    rows: [
      [
        { unit: "minute", from: "60 * 1000", per: "hour", to: "60 * 60 * 1000" },
        { unit: "hour", from: "60 * 60 * 1000", per: "minute", to: "60 * 1000" },
        { unit: "hour", from: "60 * 60 * 1000", per: "day", to: "24 * 60 * 60 * 1000" },
        { unit: "day", from: "24 * 60 * 60 * 1000", per: "hour", to: "60 * 60 * 1000" },
        { unit: "minute", from: "60 * 1000", per: "day", to: "24 * 60 * 60 * 1000" },
        { unit: "second", from: "1000", per: "minute", to: "60 * 1000" },
        { unit: "minute", from: "60 * 1000", per: "second", to: "1000" },
      ],
    ],
    vars: {
      max: ["30", "5", "10", "100", "60", "20", "3", "50"],
      limiter: [
        "uploadLimiter",
        "loginLimiter",
        "apiLimiter",
        "limiter",
        "signupLimiter",
        "searchLimiter",
        "‹thing›Limiter",
      ],
    },
    code: [
      `
      const ‹limiter› = rateLimit({
        windowMs: ⟦‹from›→‹to›⟧,
        max: ‹max›,
        «standardHeaders: true,|legacyHeaders: false,|message: "Too many ‹things:words›",»
      });

      router.post("/‹things:kebab›", ‹limiter›, create‹Thing›);
      «router.get("/‹things:kebab›", list‹Things›);|»
      `,
      `
      export const LIMITS = {
        ‹other›: { windowMs: 5 * 60 * 1000, max: 1000 },
        ‹limiter›: { windowMs: ⟦‹from›→‹to›⟧, max: ‹max› },
        «health: { windowMs: 10 * 1000, max: 5 },|»
      };
      `,
      `
      await app.register(import("@fastify/rate-limit"), {
        global: false,
        max: ‹max›,
        timeWindow: ⟦‹from›→‹to›⟧,
        «cache: 10000,|allowList: ["127.0.0.1"],|ban: 3,»
      });
      const ‹limiter›Options = { keyGenerator: (request) => request.ip };
      `,
      `
      ƒ async ‹limiter›(ip: string) {
        const key = ´‹thing:kebab›:€{ip}´;
        const count = await redis.incr(key);
        if (count === 1) await redis.pexpire(key, ⟦‹from›→‹to›⟧);
        «if (count > ‹max›) throw new TooManyRequests();|return count <= ‹max›;»
      ƒ}
      `,
    ],
  }),
  // The size is the last of the limits, and written as a product.
  sketched("upload-size-limit", {
    seen: [
      "=files [over|larger than|bigger than] {wordsSize} should be [refused|rejected]",
      "=[the|an] upload may be [at most {wordsSize}|{wordsSize} at most]",
      "=someone uploaded [a 2gb video|a whole disk image][ and filled the disk|], {wordsSize} max",
      "limit uploads to {wordsSize}",
      "limit the file size to {wordsSize}",
      "=fileSize limit {wordsSize}",
      "=no limit on the [file|upload] size[!|,] {wordsSize} pls",
      "=nobody needs [files|uploads] [over|beyond] {wordsSize}",
      "=can we [refuse|reject] files over {wordsSize}?",
      "=uploads [can be|are] [arbitrarily|infinitely] large, should be {wordsSize} [max|tops]",
      "=why can i upload [huge files|gigabytes]? {wordsSize} is [the limit|plenty]",
      "don't accept files [over|of more than] {wordsSize}",
    ],
    unseen: [
      "=the server chokes on monster files; {wordsSize} and no more",
      "=a file should not get through when it weighs more than {wordsSize}",
    ],
    rows: [
      [
        { size: "10mb", bytes: "10 * 1024 * 1024" },
        { size: "5mb", bytes: "5 * 1024 * 1024" },
        { size: "2mb", bytes: "2 * 1024 * 1024" },
        { size: "25 mb", bytes: "25 * 1024 * 1024" },
        { size: "1 mb", bytes: "1024 * 1024" },
        { size: "50 mb", bytes: "50 * 1024 * 1024" },
        { size: "100mb", bytes: "100 * 1024 * 1024" },
        { size: "8 megabytes", bytes: "8 * 1024 * 1024" },
        { size: "500 kb", bytes: "500 * 1024" },
        { size: "200kb", bytes: "200 * 1024" },
      ],
    ],
    vars: {
      upload: [
        "upload",
        "avatarUpload",
        "uploadImage",
        "documents",
        "attachments",
        "uploader",
        "receiveFile",
        "importFile",
      ],
    },
    code: [
      `
      const ‹upload› = multer({
        storage: «multer.memoryStorage()|multer.diskStorage({ destination: UPLOADS })|s3Storage»,
        limits: {
          files: «1|5|10»,
          «fields: 10,|»
          ⟦→fileSize: ‹bytes›,⟧
        },
      });
      «
      router.post("/‹things:kebab›", ‹upload›.single("file"), create‹Thing›);|»
      `,
      `
      const ‹upload› = multer({ «dest: "uploads/"|storage|dest: config.uploads»⟦→, limits: { fileSize: ‹bytes› }⟧ });

      app.post("/‹things:kebab›/«image|file|logo»", requireUser, ‹upload›.single("file"), async (req, res) => {
        await ‹things›.attach(req.params.id, req.file);
        res.sendStatus(204);
      });
      `,
      `
      await fastify.register(fastifyMultipart, {
        «attachFieldsToBody: true,|throwFileSizeLimit: true,|»
        limits: { «files: 1|fields: 5|parts: 20»⟦→, fileSize: ‹bytes›⟧ },
      });
      fastify.post("/‹things:kebab›", async (request) => ‹upload›.save(await request.file()));
      `,
      `
      @Post("«file|image|import»")
      @UseInterceptors(FileInterceptor("file"⟦→, { limits: { fileSize: ‹bytes› } }⟧))
      async ‹upload›(@UploadedFile() file: Express.Multer.File, @CurrentUser() user: User) {
        «this.logger.log(file.originalname);|»
        return this.‹things›.«import|attach»(user.id, file);
      }
      `,
    ],
  }),
  // The fixed path moves right above the one with the parameter.
  sketched("route-before-the-parameter", {
    seen: [
      "=GET /{wordsPath} [is never reached|never gets to its handler], /:{param} [takes it|comes first|matches before]",
      '=GET /{wordsPath} [gives|returns] 404, "{wordsPath}" is taken for [a|the] {param}',
      "=/{wordsPath} is treated as [a|the] {param}",
      "move /{wordsPath} [above|before|in front of] /:{param}",
      "put the {wordsPath} route [above|before] the one with :{param}",
      "register /{wordsPath} first",
      "=/{wordsPath} must [come|be|stand] before /:{param}",
      "=wrong order of routes, /:{param} catches /{wordsPath}",
      "=invalid {param} when i call /{wordsPath}",
      "=why does /{wordsPath} end up in the /:{param} handler?",
      "=shouldn't /{wordsPath} be before /:{param}?",
      "=:{param} shadows /{wordsPath}",
    ],
    unseen: [
      "=the specific path {wordsPath} has no chance against the parameter",
      "=asking for /{wordsPath} looks up something whose {param} is that word",
    ],
    vars: {
      path: [
        "me",
        "search",
        "new",
        "stats",
        "export",
        "latest",
        "count",
        "recent",
        "archived",
        "mine",
        "popular",
        "drafts",
      ],
      param: ["id", "slug", "key", "name", "code", "handle", "uuid", "number"],
      router: ["router", "app", "‹things›Router", "api", "fastify"],
      show: ["show‹Thing›", "get‹Thing›", "‹things›.show", "read‹Thing›", "controller.show", "find‹Thing›"],
    },
    code: [
      `
      ‹router›.get("/", list‹Things›);
      ⟦→‹router›.get("/‹path›", ‹path›‹Things›);⟧
      ‹router›.get("/:‹param›", ‹show›);
      ⟦‹router›.get("/‹path›", ‹path›‹Things›);→⟧
      ‹router›.«post("/", create‹Thing›)|post("/:‹param›/notes", addNote)|delete("/:‹param›", remove‹Thing›)»;
      `,
      `
      ‹router›.post("/", «validate(‹thing›Schema), |»create‹Thing›);
      «‹router›.put("/:‹param›", update‹Thing›);|»

      ⟦→‹router›.get("/‹path›", async (req, res) => {
        res.json(await ‹things›.‹path›(req.user));
      });

      ⟧‹router›.get("/:‹param›", async (req, res) => {
        res.json(await ‹things›.find(req.params.‹param›));
      });⟦

      ‹router›.get("/‹path›", async (req, res) => {
        res.json(await ‹things›.‹path›(req.user));
      });→⟧
      `,
      `
      export const «routes|endpoints|table» = [
        { method: "GET", path: "/", handler: list‹Things› },
        ⟦→{ method: "GET", path: "/‹path›", handler: ‹path›‹Things› },⟧
        { method: "GET", path: "/:‹param›", handler: ‹show› },
        ⟦{ method: "GET", path: "/‹path›", handler: ‹path›‹Things› },→⟧
        { method: "POST", path: "/", handler: create‹Thing› },
      ];
      `,
      `
      ƒ ‹things›Routes(‹router›: Router) {
        ⟦→‹router›.get("/‹things:kebab›/‹path›", ‹things›.‹path›);⟧
        ‹router›.get("/‹things:kebab›/:‹param›", ‹show›);
        ⟦‹router›.get("/‹things:kebab›/‹path›", ‹things›.‹path›);→⟧
        ‹router›.get("/‹things:kebab›/:‹param›/history", history);
        return ‹router›;
      ƒ}
      `,
    ],
  }),
  sketched("params-are-a-promise", {
    seen: [
      "=next 15: params [is a promise|must be awaited][ now|]",
      "=params should be awaited before using its properties",
      "await params[, next 15|]",
      "=[after|since] the update to next 15 {param} is undefined",
      "=params is a promise [in|since] next 15",
      "=next complains that params [has to|should] be awaited",
      "=the {param} comes from a promise now[, type and await it|]",
      "make it work [with|in] next 15[, params is async now|]",
      "=sync access to params.{param} [isn't allowed anymore|is deprecated]",
      "=why the warning about {param}? params [isn't|wasn't] awaited",
      "=shouldn't params be awaited[ and typed as a promise|]?",
      "type params as a promise and await it",
    ],
    unseen: [
      "=with the new version the route's arguments come asynchronously",
      "=the upgrade guide says that what holds {param} resolves later now",
    ],
    vars: {
      param: ["id", "slug", "userId", "orderId", "teamId", "shareId", "postId", "lang", "‹thing›Id"],
    },
    code: [
      `
      export async function «GET|DELETE|PATCH»(request: Request, { params }: { params: ⟦{ ‹param›: string }→Promise<{ ‹param›: string }>⟧ }) {
        const { ‹param› } = ⟦→await ⟧params;
        const ‹thing› = await «db.‹things›.find|load‹Thing›|‹things›.byKey»(‹param›);
        «if (!‹thing›) return new Response(null, { status: 404 });|»
        return «Response|NextResponse».json(‹thing›);
      }
      `,
      `
      export default async function ‹Thing›Page({ params }: { params: ⟦{ ‹param›: string }→Promise<{ ‹param›: string }>⟧ }) {
        const { ‹param› } = ⟦→await ⟧params;
        const ‹thing› = await get‹Thing›(‹param›);
        «if (!‹thing›) notFound();|»
        return <‹Thing›View ‹thing›={‹thing›} />;
      }
      `,
      `
      type Context = { params: ⟦{ ‹param›: string }→Promise<{ ‹param›: string }>⟧ };

      export async function «POST|PUT»(request: Request, { params }: Context) {
        const input = await request.json();
        const { ‹param› } = ⟦→await ⟧params;
        await «save|update»‹Thing›(‹param›, input);
        return new Response(null, { status: 204 });
      }
      `,
      `
      interface Props {
        params: ⟦{ ‹param›: string }→Promise<{ ‹param›: string }>⟧;
      }

      export async function generateMetadata({ params }: Props): Promise<Metadata> {
        const { ‹param› } = ⟦→await ⟧params;
        const ‹thing› = await fetch‹Thing›(‹param›);
        return { title: ‹thing›.«title|name»«, description: ‹thing›.summary|» };
      }
      `,
    ],
  }),
  // Everything of the schema becomes optional.
  sketched("patch-takes-a-part", {
    seen: [
      "=PATCH [wants|demands|requires] all fields[, a part should do|]",
      "=can't change just one field of a {wordsThing}, validation [wants|asks for] all of them",
      "=patch [should|must] [accept|take] [a part of the|a partial] {wordsThing}",
      "=i [send|patch] one field and get [errors|required] for all others",
      "make the schema partial [for|in] PATCH",
      "[use|take] {schema}.partial() [in|for] patch",
      "=partial() for patch pls",
      "=all fields should be optional [when patching|in the patch]",
      "allow [partial updates|updating single fields] of {wordsThings} with PATCH",
      "=shouldn't patch take only the fields that change?",
      "=why does patch need the whole {wordsThing}?",
      "=updating one field fails with required on the rest",
    ],
    unseen: [
      "=to rename a {wordsThing} i must send everything else, too",
      "=patching shouldn't insist on a complete {wordsThing}",
    ],
    vars: {
      schema: [
        "‹thing›Schema",
        "‹Thing›Schema",
        "create‹Thing›Schema",
        "‹Thing›Input",
        "‹thing›Body",
        "‹Thing›Dto",
      ],
    },
    code: [
      `
      router.post("/‹things:kebab›", async (req, res) => {
        const data = ‹schema›.parse(req.body);
        res.status(201).json(await ‹things›.create(data));
      });

      router.patch("/‹things:kebab›/:id", async (req, res) => {
        const data = ‹schema›⟦→.partial()⟧.parse(req.body);
        res.json(await ‹things›.update(req.params.id, data));
      });
      `,
      `
      export async function PUT(request: Request, context: Context) {
        const { id } = await context.params;
        return Response.json(await replace‹Thing›(id, ‹schema›.parse(await request.json())));
      }

      export async function PATCH(request: Request, context: Context) {
        const { id } = await context.params;
        const changes = ‹schema›⟦→.partial()⟧.parse(await request.json());
        «await audit(id, changes);|»
        return Response.json(await update‹Thing›(id, changes));
      }
      `,
      `
      const ‹schema› = z.object({
        «name|title|label»: z.string().min(1),
        «price: z.number(),|color: z.string(),|count: z.number().int(),»
        public: z.boolean(),
      });

      app.post("/‹things:kebab›", validate(‹schema›), create‹Thing›);
      app.patch("/‹things:kebab›/:id", validate(‹schema›⟦→.partial()⟧), update‹Thing›);
      `,
      `
      export const ‹thing›Router = router({
        create: protectedProcedure.input(‹schema›).mutation(({ ctx, input }) => ctx.db.add(input)),
        patch: protectedProcedure
          .input(z.object({ id: z.string(), data: ‹schema›⟦→.partial()⟧ }))
          .mutation(({ ctx, input }) => ctx.db.update(input.id, input.data)),
      });
      `,
    ],
  }),
];
