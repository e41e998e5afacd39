import { sketched } from "./sketch.ts";

/** Headers and bodies of answers, and who may read them from elsewhere. */
export const HANDLER_ANSWERS = [
  // The header is set right before the answer.
  sketched("answer-never-cached", {
    seen: [
      "=the browser [caches|keeps|shows an old] {path}[, no-store pls|. no-store!]",
      "=after [logging out|signing out] and back one still sees the cached {path}[, needs no-store|: no-store]",
      "=[a proxy|the cdn] caches {path}, Cache-Control [must|should] be no-store",
      "set Cache-Control to no-store [for|on] {path}",
      "[don't|never] let [anyone|the browser] cache {path} (no-store)",
      "=no-store for {path}[ pls|]",
      "={path} must never be cached, no-store",
      "=people see each other's {path} [through|because of] the cdn, send no-store",
      "=i get a 304 and old data [for|on] {path}. Cache-Control: no-store",
      "=can {path} be no-store?",
      "=why is {path} served from cache? no-store",
      "add Cache-Control no-store to {path}",
    ],
    unseen: [
      "=going back in the browser still displays {path} of the last user; forbid storing it",
      "=nobody on the way may keep a copy of {path} (cache-control)",
    ],
    vars: {
      path: [
        "/me",
        "/session",
        "/balance",
        "/account",
        "/profile",
        "/token",
        "/cart",
        "/inbox",
        "/status",
        "/notifications",
      ],
      value: ["data", "result", "body", "payload", "current"],
    },
    code: [
      `
      «router|app».get("/‹things:kebab›", async (req, res) => {
        res.json(await ‹things›.list());
      });

      «router|app».get("‹path›", «requireUser, |»async (req, res) => {
        const ‹value› = await load(req.user.id);
        ‹fill›
        ⟦→res.set("Cache-Control", "no-store");⟧
        res.json(‹value›);
      });
      `,
      `
      export function mount(router: Router, deps: Deps) {
        router.get("‹path›", async (req, res) => {
          const ‹value› = await deps.«read|fetch|current»(req.session.userId);
          if (!‹value›) return res.sendStatus(«401|404»);
          ⟦→res.set("Cache-Control", "no-store");⟧
          res.json(‹value›);
        });

        router.get("/‹others:kebab›", (req, res) => res.json(deps.‹others›));
      }
      `,
      `
      fastify.get("‹path›", async (request, reply) => {
        const ‹value› = await «service|store».forUser(request.user.id);
        ⟦→reply.header("Cache-Control", "no-store");⟧
        return ‹value›;
      });

      fastify.get("/‹things:kebab›", async () => ‹things›.all());
      `,
      `
      router.get("‹path›", async (ctx) => {
        const ‹value› = await ctx.db.«users|sessions».current(ctx.state.user);
        ⟦→ctx.set("Cache-Control", "no-store");⟧
        ctx.body = ‹value›;
      });
      `,
    ],
  }),
  // `Content-Disposition` is set right before what is sent, after other headers.
  sketched("answer-as-a-download", {
    seen: [
      "=[clicking|opening] it [should|must] save {file}, not [display|show] it",
      "=the {wordsKind} needs a filename[,|:] {file}, as an attachment",
      "offer [it|the {wordsKind}] [for download|as a download] [as|named] {file}",
      "=people can't [find|see] how to save it, just make it a download called {file}",
      "=the browser shows the {wordsKind} instead of downloading it, [name it|as] {file}",
      "=opens in [the browser|a tab], should [download|be downloaded] as {file}",
      "=should be [offered|sent] as a download named {file}",
      "download as {file}[ pls|]",
      "send it as an attachment named {file}",
      "=Content-Disposition [is missing|pls], attachment with {file}",
      "=the saved file has a [strange|weird] name, should be {file} (attachment)",
      "make [the browser|it] download {file}[ instead of showing it|]",
      "=can [it|this] be downloaded as {file}?",
      "=why does the {wordsKind} open in the tab? [should be|i want] a download, {file}",
      "set Content-Disposition to attachment with the filename {file}",
      "=users want to save the {wordsKind} as {file}, not see it",
    ],
    unseen: [
      "=clicking export gives me a page full of text where i'd want a file {file}",
      "let people's browsers save this under {file}",
    ],
    rows: [
      [
        { kind: "csv", mime: "text/csv", file: "orders.csv" },
        { kind: "csv", mime: "text/csv", file: "members.csv" },
        { kind: "report", mime: "application/pdf", file: "report.pdf" },
        { kind: "invoice", mime: "application/pdf", file: "invoice.pdf" },
        { kind: "json", mime: "application/json", file: "export.json" },
        { kind: "backup", mime: "application/json", file: "backup.json" },
        { kind: "calendar", mime: "text/calendar", file: "events.ics" },
        { kind: "contact", mime: "text/vcard", file: "contact.vcf" },
        { kind: "xml", mime: "application/xml", file: "feed.xml" },
        { kind: "log", mime: "text/plain", file: "server.log" },
        { kind: "archive", mime: "application/zip", file: "photos.zip" },
      ],
    ],
    code: [
      `
      router.get("/‹things:kebab›/export", async (req, res) => {
        const data = await «build|render|create»‹Thing›Export(req.user.id);
        ‹fill›
        res.setHeader("Content-Type", "‹mime›");
        ⟦→res.setHeader("Content-Disposition", 'attachment; filename="‹file›"');⟧
        res.send(data);
      });
      `,
      `
      export async function GET(request: Request) {
        const data = await «export|dump»‹Things›(new URL(request.url).searchParams.get("year"));
        return new Response(data, {
          headers: {
            "Content-Type": "‹mime›",
            ⟦→"Content-Disposition": 'attachment; filename="‹file›"',⟧
          },
        });
      }
      `,
      `
      fastify.get("/‹things:kebab›/:id/file", async (request, reply) => {
        const ‹thing› = await ‹things›.find(request.params.id);
        if (!‹thing›) return reply.code(404).send();
        reply.header("Content-Type", "‹mime›");
        ⟦→reply.header("Content-Disposition", 'attachment; filename="‹file›"');⟧
        return reply.send(‹thing›.«content|stream()|bytes»);
      });
      `,
      `
      async «download|exportAll»(@Res() res: Response, @CurrentUser() user: User) {
        const data = await this.‹things›.export(user.id);
        res.setHeader("Content-Type", "‹mime›");
        ⟦→res.setHeader("Content-Disposition", 'attachment; filename="‹file›"');⟧
        «data.pipe(res);|res.end(data);»
      }
      `,
    ],
  }),
  sketched("tell-when-to-retry", {
    seen: [
      "=[our|the] clients [retry at once|retry immediately] [on|after] a 429, [give|tell] them Retry-After {wordsSeconds}",
      "=429 [should|has to] [say|tell] when to [come back|retry], Retry-After {wordsSeconds}",
      "=clients hammer on after a 429, send Retry-After: {wordsSeconds}",
      "[send|add|set] [a |]Retry-After [header |]of {wordsSeconds}[ seconds|] with the 429",
      "=Retry-After {wordsSeconds} pls",
      "=the 429 has no Retry-After, {wordsSeconds} [seconds|s]",
      "=sdk [doesn't know|can't tell] how long to wait after a 429, {wordsSeconds} [seconds|s] (Retry-After)",
      "=can we send Retry-After {wordsSeconds} along with 429?",
      "=shouldn't a 429 come with Retry-After? {wordsSeconds} [s|seconds]",
      "=why no Retry-After on too many requests? {wordsSeconds}",
      "tell them to retry after {wordsSeconds} seconds when there are too many requests",
    ],
    unseen: [
      "=who is slowed down should learn from a header that it's {wordsSeconds} seconds",
      "=along with too many requests goes the number of seconds to wait: {wordsSeconds}",
    ],
    vars: { seconds: ["60", "30", "10", "120", "5", "300", "15", "3600"] },
    code: [
      `
      ƒ async limit(req: Request, res: Response, next: NextFunction) {
        const count = await hits.«increment|add»(req.ip);
        res.set("X-RateLimit-Remaining", String(Math.max(0, MAX - count)));
        if (count > MAX) {
          ⟦→res.set("Retry-After", "‹seconds›");⟧
          return res.status(429).json({ error: "«Too many requests|Slow down»" });
        }
        next();
      ƒ}
      `,
      `
      fastify.addHook("preHandler", async (request, reply) => {
        if (await bucket.take(request.«ip|user.id»)) return;
        ‹fill›
        ⟦→reply.header("Retry-After", "‹seconds›");⟧
        return reply.code(429).send({ «error|message»: "Too many requests" });
      });
      `,
      `
      export async function POST(request: Request) {
        const { success } = await ratelimit.limit(request.headers.get("x-forwarded-for") ?? "local");
        if (!success) {
          return Response.json({ error: "«Too many|Slow down»" }, { status: 429⟦→, headers: { "Retry-After": "‹seconds›" }⟧ });
        }
        return NextResponse.json(await create‹Thing›(await request.json()));
      }
      `,
      `
      app.use(async (ctx, next) => {
        if (limiter.isFull(ctx.ip)) {
          ctx.status = 429;
          ⟦→ctx.set("Retry-After", "‹seconds›");⟧
          ctx.body = { «error|message»: "«Too many requests|Slow down|Too many ‹things:words›»" };
          return;
        }
        await next();
      });
      `,
    ],
  }),
  sketched("answer-content-type", {
    seen: [
      "=[curl|the network tab] [says|shows] text/html for the {wordsKind}, [want|expected] {mime}",
      "[use|answer with] {mime} [for|with] the {wordsKind}",
      "=mime type of the {wordsKind} is wrong[,|:] [should be|use] {mime}",
      "=it's [a|the] {wordsKind}, so [the type has to be|send] {mime}",
      "=the {wordsKind} is [shown|rendered|sent] as html, [content type|type] should be {mime}",
      "=content type of the {wordsKind} [is|comes out as] text/html, must be {mime}",
      "=wrong content type, {mime} pls",
      "[set|send] content type {mime}",
      "=the {wordsKind} should be {mime}",
      "=[readers|clients|parsers] refuse the {wordsKind} because it comes as text/html, {mime}",
      "serve the {wordsKind} as {mime}",
      "=can we [send|serve] it as {mime}?",
      "=why is [the content type|it] text/html? it's {mime}",
      "=[missing|no] content type, {mime}",
      "=validator says the {wordsKind} has the wrong mime type, should be {mime}",
      "=type {mime} for the answer",
    ],
    unseen: [
      "=my tool won't read the {wordsKind} as it claims to be a web page; it's {mime}",
      "label the {wordsKind} {mime}",
    ],
    rows: [
      [
        { kind: "csv", mime: "text/csv", build: "toCsv" },
        { kind: "feed", mime: "application/rss+xml", build: "renderFeed" },
        { kind: "sitemap", mime: "application/xml", build: "buildSitemap" },
        { kind: "calendar", mime: "text/calendar", build: "toIcs" },
        { kind: "robots file", mime: "text/plain", build: "robotsTxt" },
        { kind: "svg", mime: "image/svg+xml", build: "drawBadge" },
        { kind: "css", mime: "text/css", build: "renderTheme" },
        { kind: "vcard", mime: "text/vcard", build: "toVcard" },
        { kind: "manifest", mime: "application/manifest+json", build: "manifestText" },
        { kind: "log", mime: "text/plain", build: "readLog" },
        { kind: "yaml", mime: "application/yaml", build: "dumpYaml" },
      ],
    ],
    code: [
      `
      router.get("/‹things:kebab›/«export|public»", async (req, res) => {
        const ‹things› = await db.‹things›.«all|list»();
        ‹fill›
        res⟦→.type("‹mime›")⟧.send(‹build›(‹things›));
      });

      router.get("/‹others:kebab›", async (req, res) => {
        res.send(render(await db.‹others›.all()));
      });
      `,
      `
      export async function GET() {
        const ‹things› = await load‹Things›();
        return new Response(‹build›(‹things›)⟦→, { headers: { "Content-Type": "‹mime›" } }⟧);
      }
      `,
      `
      fastify.get("/‹thing:kebab›-«data|file»", async (request, reply) => {
        const text = ‹build›(await ‹things›.«list|published»());
        «request.log.info({ size: text.length });|»
        return reply⟦→.type("‹mime›")⟧.send(text);
      });
      `,
      `
      app.get("/‹things:kebab›/:id", async (c) => {
        const ‹thing› = await find‹Thing›(c.req.param("id"));
        if (!‹thing›) return c.notFound();
        return c.body(‹build›(‹thing›)⟦→, 200, { "Content-Type": "‹mime›" }⟧);
      });
      `,
    ],
  }),
  // There is more if a full page came.
  sketched("tell-whether-there-is-more", {
    seen: [
      "=[client|frontend] needs [to know if there is more: hasMore|hasMore], a full page [of {size}|({size})] means yes",
      "add [a |]hasMore [flag|field] that's true when {list} [is full|has {size} of them]",
      "=[when|how] should the ui stop [loading|asking]? hasMore, true if {size} came",
      "=we [want|need] hasMore in the [response|answer]: {list}.length equals {size}",
      "=the client can't tell [if|whether] there are more {wordsThings}, add hasMore [(true for a full page)|which is true when the page is full]",
      "return hasMore, too[,|:] true when {list} has {size} entries",
      "add hasMore: as many {wordsThings} as {size} means there's more",
      "=the load more button never goes away, [send|return] hasMore (full page = more)",
      "=hasMore is missing in the [response|answer], true if the page is full",
      "=infinite scroll [asks|loads] forever, needs hasMore (false when fewer than {size} came)",
      "=hasMore pls, full page means more",
      "=can we [return|send|have] hasMore? true if {list}.length is {size}",
      "=shouldn't [it|this|the answer] say hasMore ({list}.length === {size})?",
      "=hasMore: {list}.length === {size}",
      "=how is the ui to know that there's more? hasMore when {size} {wordsThings} came back",
    ],
    unseen: [
      "=scrolling never ends since nothing says hasMore; a page with less than {size} is the last",
      "let callers see by hasMore that the page was full ({size})",
    ],
    vars: {
      list: ["‹things›", "rows", "items", "results", "page", "entries"],
      size: ["limit", "pageSize", "take", "PAGE_SIZE", "perPage"],
    },
    code: [
      `
      router.get("/‹things:kebab›", async (req, res) => {
        const ‹size› = «20|50|25»;
        const ‹list› = await ‹Thing›.find({ owner: req.user.id }).skip(Number(req.query.offset)).limit(‹size›);
        ‹fill›
        res.json({ ‹list›⟦→, hasMore: ‹list›.length === ‹size›⟧ });
      });
      `,
      `
      ƒ async list‹Things›(after: string | null, ‹size›: number) {
        const ‹list› = await «query‹Things›|db.‹things›.after»(after, ‹size›);
        return {
          ‹list›,
          cursor: ‹list›.at(-1)?.id ?? null,
          ⟦→hasMore: ‹list›.length === ‹size›,⟧
        };
      ƒ}
      `,
      `
      export async function GET(request: NextRequest) {
        const ‹size› = Number(request.nextUrl.searchParams.get("size") ?? 20);
        const ‹list› = await prisma.‹thing›.findMany({ take: ‹size›, orderBy: { id: "asc" } });
        return NextResponse.json({ «data: ‹list›|total: ‹list›.length, data: ‹list›|‹list›»⟦→, hasMore: ‹list›.length === ‹size›⟧ });
      }
      `,
    ],
  }),
  // `credentials` is the last of the options.
  sketched("cors-with-credentials", {
    seen: [
      "=cookies aren't sent [cross origin|from the frontend][, cors needs credentials|: credentials]",
      "=the session [cookie |]is [lost|missing] [on requests from the other domain|cross origin]",
      "=[chrome|the browser] says Access-Control-Allow-Credentials [is missing|must be 'true']",
      "allow credentials[ in cors|]",
      "=cors: credentials [true |]pls",
      "=credentials: include [fails|is blocked by cors]",
      "=cors needs [credentials|to allow cookies]",
      "let [cookies|credentials] through in cors",
      "=the value of the Access-Control-Allow-Credentials header in the response is ''",
      "=login works but the next request is anonymous, cors doesn't allow credentials",
      "=shouldn't cors allow credentials[ here|]?",
      "=why is {origin} [never signed in|always anonymous]? cors credentials are off",
      "=can {origin} send cookies?",
    ],
    unseen: [
      "=requests with cookies from {origin} are blocked by the browser",
      "={origin} must be able to talk to us with the session of its user",
    ],
    vars: {
      origin: [
        "https://app.example.com",
        "https://admin.example.org",
        "http://localhost:5173",
        "https://shop.example.net",
        "https://portal.acme.test",
        "http://localhost:4200",
      ],
    },
    code: [
      `
      app.use(
        cors({
          origin: "‹origin›",
          «methods: ["GET", "POST"],|maxAge: 600,|exposedHeaders: ["x-total"],»
          ⟦→credentials: true,⟧
        }),
      );
      app.use(«express.json()|cookieParser()»);
      `,
      `
      await fastify.register(cors, { origin: ["‹origin›"«, "https://‹thing:kebab›.example"|»]⟦→, credentials: true⟧ });
      await fastify.register(cookie, { secret: config.cookieSecret });
      `,
      `
      ƒ async «bootstrap|main»() {
        const app = await NestFactory.create(AppModule);
        app.enableCors({ origin: "‹origin›"⟦→, credentials: true⟧ });
        «app.use(cookieParser());|app.setGlobalPrefix("api");|»
        await app.listen(3000);
      ƒ}
      `,
      `
      const io = new Server(httpServer, {
        path: "/‹thing:kebab›",
        cors: {
          origin: "‹origin›",
          «methods: ["GET", "POST"],|»
          ⟦→credentials: true,⟧
        },
      });
      `,
    ],
  }),
  sketched("cors-only-our-origin", {
    seen: [
      "=cors is open to [everyone|the whole world|any site], only {origin} [pls|please|should be allowed]",
      "=any website can call [us|our api], cors should only allow {origin}",
      "allow only {origin} [in cors|as origin]",
      "restrict cors to {origin}",
      "=[origin|Access-Control-Allow-Origin] [must|should] be {origin}[, not *| instead of everything]",
      "=origin: {origin}",
      "=the wildcard [must go|has to go|isn't ok], {origin} instead",
      "=with credentials the wildcard isn't allowed, use {origin}",
      "use {origin} as the [cors |]origin",
      "=shouldn't cors be limited to {origin}?",
      "=why do we allow all origins? {origin} is [enough|the only one]",
      "=can cors be [just|only] {origin}?",
    ],
    unseen: [
      "=pages of strangers can read what we answer; nobody but {origin} should",
      "replace the star by {origin}",
    ],
    vars: {
      origin: [
        "config.frontendUrl",
        "process.env.WEB_ORIGIN",
        "env.APP_URL",
        "FRONTEND_ORIGIN",
        "settings.webUrl",
        "config.cors.origin",
        "appUrl",
        "process.env.CLIENT_URL",
      ],
    },
    code: [
      `
      «app.use(helmet());|app.use(morgan("«dev|combined|tiny»"));|app.set("trust proxy", «1|2»);|»
      app.use(cors({ origin: ⟦"*"→‹origin›⟧«, methods: ["GET", "POST"]|, maxAge: «86400|600|3600»|» }));
      app.use("/‹things:kebab›", «requireUser, |»‹things›Router);
      «app.listen(«PORT|3000|config.port»);|app.use(handleErrors);|»
      `,
      `
      app.use((req, res, next) => {
        res.setHeader("Access-Control-Allow-Origin", ⟦"*"→‹origin›⟧);
        res.setHeader("Access-Control-Allow-Headers", "«*|Content-Type»");
        «if (req.method === "OPTIONS") return res.sendStatus(204);|»
        next();
      });
      `,
      `
      ƒ «withCors|addCors|cors|allowOrigin»(response: Response): Response {
        response.headers.set("Access-Control-Allow-Methods", "«GET, POST|GET|GET, PUT, DELETE|*»");
        response.headers.set("Access-Control-Allow-Origin", ⟦"*"→‹origin›⟧);
        «response.headers.set("Vary", "Origin");|»
        return response;
      ƒ}
      `,
      `
      await fastify.register(fastifyCors, {
        «methods: ["GET", "PUT", "POST"],|»
        origin: ⟦"*"→‹origin›⟧,
        allowedHeaders: "«*|content-type|authorization»",
        «maxAge: «600|3600»,|preflight: true,|»
      });
      `,
    ],
  }),
  sketched("server-sent-event-ends", {
    seen: [
      "=[chrome|the page] [keeps waiting|sees no messages], every event [needs|must have] an empty line after it",
      "=the [browser|client|EventSource] never gets an event, [they end with a blank line|there must be a blank line after each]",
      "=EventSource [shows|fires] nothing[, the second newline is missing|]",
      "=events need two line breaks at the end",
      "=the blank line after the data is missing",
      "=sse messages [have to|must] end with two newlines",
      "=[nothing|no message] arrives although we write {wordsThings} to the stream[, one newline isn't enough|]",
      "end each event with [a blank line|two newlines|an empty line]",
      "=onmessage is never called[, events aren't terminated|]",
      "add the [missing|second] newline after data",
      "=why doesn't onmessage fire? there's only one newline",
      "=shouldn't [the data|an event] end with a blank line?",
    ],
    unseen: [
      "=all {wordsThings} pile up on the other side as no event is ever complete",
      "close every message of the stream the way the protocol wants it, by an empty line",
    ],
    vars: {
      event: ["change", "added", "update", "progress", "message", "tick", "created"],
      send: ["send", "push", "forward", "emit", "publish"],
    },
    code: [
      `
      app.get("/‹things:kebab›/stream", (req, res) => {
        res.writeHead(200, { "Content-Type": "text/event-stream"«, Connection: "keep-alive"|, "Cache-Control": "no-cache"» });
        const ‹send› = (‹thing›) => res.write(´data: €{JSON.stringify(‹thing›)}\\n⟦→\\n⟧´);
        ‹things›.on("‹event›", ‹send›);
        req.on("close", () => ‹things›.off("‹event›", ‹send›));
      });
      `,
      `
      ƒ ‹send›‹Thing›(res: Response, ‹thing›: ‹Thing›) {
        ‹fill›
        res.write(´event: ‹event›\\n´);
        res.write(´id: €{‹thing›.id}\\n´);
        res.write(´data: €{JSON.stringify(‹thing›)}\\n⟦→\\n⟧´);
      ƒ}
      `,
      `
      export async function GET(request: Request) {
        const encoder = new TextEncoder();
        const stream = new ReadableStream({
          async start(controller) {
            for await (const ‹thing› of watch‹Things›(request.signal)) {
              controller.enqueue(encoder.encode(´data: €{JSON.stringify(‹thing›)}\\n⟦→\\n⟧´));
            }
            controller.close();
          },
        });
        return new Response(stream, { headers: { "Content-Type": "text/event-stream" } });
      }
      `,
      `
      export class ‹Thing›Stream {
        private readonly clients = new Set<ServerResponse>();

        ‹send›(‹thing›: ‹Thing›) {
          const message = ´event: ‹event›\\ndata: €{JSON.stringify(‹thing›)}\\n⟦→\\n⟧´;
          for (const client of this.clients) client.write(message);
        }

        add(client: ServerResponse) {
          this.clients.add(client);
        }
      }
      `,
    ],
  }),
  // The header is the last of those that are sent.
  sketched("send-header-along", {
    seen: [
      "send the {header} header [along|too|with the request], [value is|it's] {value}",
      "=[the |]{header} [header |]should [be sent|go along][,|:] [value is|take] {value}",
      "=the other service wants {header} ({value})",
      "[add|set] [the header |]{header} [with|to] {value}",
      "pass {value} on as {header}",
      "={header} [isn't|is not] sent, should be {value}",
      "=we get 400 [without|because there's no] {header}, it's {value}",
      "=their api needs {header}, we have it in {value}",
      "=can you send {header}: {value} as well?",
      "={header} is missing in the request ({value})",
      "=shouldn't this send {header}? {value}",
      "forward {value} in {header}",
    ],
    unseen: [
      "=downstream can't correlate anything since {header} ({value}) never arrives",
      "let {value} travel in a header called {header}",
    ],
    rows: [
      [
        { header: "x-request-id", value: "ctx.requestId" },
        { header: "x-tenant", value: "ctx.tenant" },
        { header: "x-api-key", value: "config.apiKey" },
        { header: "idempotency-key", value: "key" },
        { header: "accept-language", value: "ctx.locale" },
        { header: "x-user-id", value: "ctx.user.id" },
        { header: "x-client-version", value: "VERSION" },
        { header: "x-trace-id", value: "ctx.trace" },
        { header: "x-correlation-id", value: "correlationId" },
        { header: "if-match", value: "etag" },
        { header: "user-agent", value: "AGENT" },
      ],
    ],
    code: [
      `
      ƒ create‹Thing›(ctx: Context, ‹thing›: ‹Thing›Input«, key: string|») {
        return http.post("/‹things:kebab›", ‹thing›, {
          headers: {
            authorization: ´Bearer €{ctx.token}´,
            ⟦→"‹header›": ‹value›,⟧
          },
          «timeout: 5000,|»
        });
      ƒ}
      `,
      `
      const response = await fetch(´€{BASE_URL}/‹things:kebab›/€{id}´, {
        method: "«PUT|PATCH|POST»",
        headers: { «accept: "application/json"|authorization: token», "content-type": "application/json"⟦→, "‹header›": ‹value›⟧ },
        body: JSON.stringify(‹thing›),
      });
      ‹fill›
      if (!response.ok) throw new Error(´€{response.status}´);
      `,
      `
      export class ‹Thing›Client {
        constructor(private readonly http: AxiosInstance) {}

        «find|get|load»(ctx: Context, id: string) {
          return this.http.get(´/‹things:kebab›/€{id}´, {
            params: { expand: "«owner|all|items»" },
            headers: { accept: "application/json"⟦→, "‹header›": ‹value›⟧ },
          });
        }
      }
      `,
      `
      ƒ headersFor(ctx: Context): Record<string, string> {
        return {
          "content-type": "application/json",
          «"cache-control": "no-cache",|"x-source": "‹thing:kebab›",|»
          ⟦→"‹header›": ‹value›,⟧
        };
      ƒ}
      `,
    ],
  }),
  sketched("cors-expose-header", {
    seen: [
      "=[axios|fetch] doesn't [see|get] {header}[, only the default headers|, it's not exposed]",
      "=js [can't|isn't allowed to] [read|see] {header} [cross origin|from another domain]",
      "add {header} to the exposed headers[ in cors|]",
      "=our [frontend|web app] needs {header} and [gets null|can't read it]",
      "=the frontend can't read {header}[, cors has to expose it|]",
      "=response.headers.get({header}) is null in the browser[, cors|, it must be exposed]",
      "expose {header}[ in cors|]",
      "={header} is sent but the browser hides it, [exposedHeaders|expose it]",
      "=cors: {header} [isn't|is not] exposed",
      "=in [the network tab|curl] i see {header}, in js it's null",
      "let the [frontend|browser|client] read {header}",
      "=shouldn't {header} be exposed?",
      "=why is {header} null in [the browser|js|the frontend]?",
      "=exposedHeaders needs {header}[ too|]",
      "=can the client see {header}, too?",
    ],
    unseen: [
      "=another origin gets the answer but not its {header}",
      "make {header} visible to scripts of the other origin",
    ],
    vars: {
      header: [
        "x-total-count",
        "x-request-id",
        "etag",
        "location",
        "x-next-page",
        "content-disposition",
        "retry-after",
        "x-cursor",
        "x-export-id",
        "link",
      ],
      shown: ["x-version", "date", "x-page", "server-timing"],
    },
    code: [
      `
      app.use(
        cors({
          origin: config.«origins|webUrl»,
          exposedHeaders: ["‹shown›"⟦→, "‹header›"⟧],
          allowedHeaders: ["authorization", "content-type"],
        }),
      );
      `,
      `
      app.enableCors({
        origin: "«https://app.example.com|http://localhost:5173»",
        credentials: true,
        exposedHeaders: ["‹shown›"⟦→, "‹header›"⟧],
        «maxAge: 600,|methods: ["GET", "POST"],|»
      });
      `,
      `
      export const corsOptions: CorsOptions = {
        allowedHeaders: ["x-‹thing:kebab›", "accept"],
        exposedHeaders: ["‹shown›"⟦→, "‹header›"⟧],
        «origin: true,|origin: ORIGINS,»
      };
      `,
      `
      app.use("*", cors({ origin: config.«origins|webUrl», exposeHeaders: ["‹shown›"⟦→, "‹header›"⟧] }));
      app.get("/‹things:kebab›", async (c) => {
        c.header("‹header›", await «tag|next|info»(c.req.query("q")));
        return c.json(await list‹Things›());
      });
      `,
    ],
  }),
];
