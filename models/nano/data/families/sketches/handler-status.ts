import { sketched } from "./sketch.ts";

/** How one program says no: the answers of one style. */
const REFUSALS = [
  {
    missing: "res.sendStatus(404)",
    empty: "res.sendStatus(204)",
    bad: "res.sendStatus(400)",
  },
  {
    missing: "res.status(404).end()",
    empty: "res.status(204).end()",
    bad: "res.status(400).end()",
  },
  {
    missing: 'res.status(404).json({ error: "Not found" })',
    empty: "res.status(204).end()",
    bad: 'res.status(400).json({ error: "Bad request" })',
  },
  {
    missing: 'res.status(404).send("Not found")',
    empty: "res.status(204).send()",
    bad: 'res.status(400).send("Bad request")',
  },
];

/** Statuses of answers, and errors on their way to them. */
export const HANDLER_STATUS = [
  sketched("created-status", {
    seen: [
      "=POST [answers|returns|responds with] 200, [should be|has to be] 201",
      "=creating a {wordsThing} [should|must|has to] [return|answer with|give] 201[, not 200|]",
      "=a new {wordsThing} comes back with 200 instead of 201",
      "=our api guidelines want 201 [for|after] creating a {wordsThing}",
      "=201 when [the|a] {wordsThing} was created",
      "=status [should|must] be 201 [after|when] a {wordsThing} is created",
      "=the client checks for 201 [after|when] creating the {wordsThing} but we send 200",
      "=shouldn't [the create handler|creating a {wordsThing}] [answer|respond with] 201?",
      "answer 201 [instead of 200|and not 200] for new {wordsThings}",
      "=contract test fails: expected 201, got 200 when creating a {wordsThing}",
      "=why 200? a {wordsThing} was created, that's 201",
      "=201 created pls",
      "use [status |]201 [for created {wordsThings}|for the created {wordsThing}]",
    ],
    unseen: [
      "=the docs promise 201 for a fresh {wordsThing}",
      "tell the caller with the right status code that the {wordsThing} now exists (201)",
    ],
    code: [
      `
      router.get("/‹things:kebab›«|/recent»", async (req, res) => {
        res.json(await ‹things›.«list|findAll|all»());
      });

      router.post("/‹things:kebab›", «requireUser, |»async (req, res) => {
        const ‹thing› = await ‹things›.«create|insert|add»(req.body);
        ‹fill›
        res⟦→.status(201)⟧.json(«‹thing›|{ ‹thing› }|{ id: ‹thing›.id }»);
      });
      `,
      `
      export async function GET() {
        return NextResponse.json(await «list‹Things›|db.‹things›.findMany»());
      }

      export async function POST(request: Request) {
        const body = await request.json();
        const ‹thing› = await create‹Thing›(body);
        «revalidatePath("/‹things:kebab›");|»
        return NextResponse.json(‹thing›⟦→, { status: 201 }⟧);
      }
      `,
      `
      ‹things›.post("/", async (c) => {
        const ‹thing› = await c.var.‹things›.«create|insert»(await c.req.json());
        «if (!‹thing›) return c.json({ error: "‹thing› exists" }, 409);|»
        return c.json(‹thing›⟦→, 201⟧);
      });

      ‹things›.put("/:id", async (c) => {
        const ‹thing› = await c.var.‹things›.update(c.req.param("id"), await c.req.json());
        return c.json(‹thing›);
      });
      `,
      `
      export class ‹Thing›Controller {
        constructor(private readonly ‹things›: ‹Thing›«Service|Store|Repository») {}

        «show|get|find» = async (request: FastifyRequest, reply: FastifyReply) => {
          return reply.send(await this.‹things›.find(request.params.id));
        };

        «create|add|store» = async (request: FastifyRequest, reply: FastifyReply) => {
          const ‹thing› = await this.‹things›.create(request.body«, request.user|»);
          return reply⟦→.code(201)⟧.send(‹thing›);
        };
      }
      `,
      `
      router.post("/‹things:kebab›", async (ctx) => {
        const ‹thing› = await ‹Thing›.create(ctx.request.body);
        ‹fill›
        ⟦→ctx.status = 201;⟧
        ctx.body = «‹thing›|{ data: ‹thing› }|serialize(‹thing›)»;
      });
      `,
    ],
  }),
  sketched("invalid-input-status", {
    seen: [
      "=invalid input [is answered with|gives|returns|comes back with] 200, [should|has to] be {wordsStatus}",
      "=validation errors [come with|have] status 200, must be {wordsStatus}",
      "=status is 200 [even if|although|when] the [body|input] is invalid. {wordsStatus} pls",
      "=a {wordsThing} that doesn't validate should [get|give] {wordsStatus}",
      "={wordsStatus} for validation errors",
      "[answer|respond] with {wordsStatus} [when|if] the [validation fails|input is not valid]",
      "=the [frontend|client|app] takes [invalid {wordsThings}|validation errors] for a success, it needs {wordsStatus}",
      "=bad input should be a {wordsStatus}",
      "=why do i get [200|ok] for an invalid {wordsThing}? [i'd expect|should be] {wordsStatus}",
      "=shouldn't a failed validation be {wordsStatus}?",
      "=fetch says ok: true [for|on] an invalid {wordsThing}. [we want|use] {wordsStatus}",
      "=expected {wordsStatus} but got 200 when posting an invalid {wordsThing}",
      "[send|set|use] status {wordsStatus} with the [validation |]errors",
    ],
    unseen: [
      "=garbage in, 200 out. i'd like {wordsStatus}",
      "=the errors of a {wordsThing} that does not pass must go out under {wordsStatus}",
    ],
    vars: {
      status: ["400", "422", "422"],
      list: ["parsed.error.issues", "parsed.error.flatten()", "parsed.error.format()"],
    },
    code: [
      `
      «app|router».«post|put|patch»("/‹things:kebab›", async (req, res) => {
        const parsed = ‹thing›Schema.safeParse(req.body);
        if (!parsed.success) {
          return res⟦→.status(‹status›)⟧.json({ «errors|issues|error»: ‹list› });
        }
        «const ‹thing› = await ‹things›.save(parsed.data);
        res.json(‹thing›);|await ‹things›.save(parsed.data);
        res.json({ ok: true });»
      });
      `,
      `
      ƒ async «create|update|save»‹Thing›(req: Request, res: Response) {
        const errors = validate‹Thing›(req.body);
        if (errors.length > 0) return res⟦→.status(‹status›)⟧.json({ errors });
        const ‹thing› = await ‹things›.«upsert|save|store»(req.body);
        if (!‹thing›) return res.status(«404|409»).json({ errors: ["«no such ‹thing:words›|‹thing:words› is locked»"] });
        return res.json(‹thing›);
      ƒ}
      `,
      `
      export async function «POST|PUT|PATCH»(request: Request) {
        const parsed = ‹thing›Schema.safeParse(await request.json());
        if (!parsed.success) {
          return «NextResponse|Response».json({ errors: ‹list› }⟦→, { status: ‹status› }⟧);
        }
        ‹fill›
        return «NextResponse|Response».json(await save‹Thing›(parsed.data));
      }
      `,
      `
      const result = validationResult(req);
      if (!result.isEmpty()) {
        logger.«info|warn»("invalid ‹thing:words›");
        res⟦→.status(‹status›)⟧.json({ errors: result.array() });
        return;
      }
      const ‹thing› = await this.‹things›.«create|replace»(matchedData(req));
      res«.status(201)|».json(‹thing›);
      `,
      `
      ‹things›.post("/", async (c) => {
        const parsed = ‹thing›Schema.safeParse(await c.req.json());
        if (!parsed.success) return c.json({ errors: ‹list› }⟦→, ‹status›⟧);
        const ‹thing› = await save‹Thing›(parsed.data);
        return c.json(‹thing›, 201);
      });
      `,
    ],
  }),
  // The answer is written like the other ones in the handler.
  sketched("empty-answer-status", {
    seen: [
      "=DELETE should [answer|return|give] 204[ with no body| without a body|]",
      "=after deleting the {wordsThing} [we should|it should|please] [return|send] 204[ and no body|, no body|]",
      "=[the body|what we send] after a delete is useless, 204 [is enough|would do]",
      "=204 no content [for|on] delete[s|]",
      "[answer|respond with] 204 instead of [the json|a body] once the {wordsThing} is deleted",
      "=nobody reads what delete returns, [just 204|make it a 204]",
      "=shouldn't deleting a {wordsThing} be 204?",
      "=deleting a {wordsThing} returns 200 with a body, [our|the] [api spec|openapi] says 204",
      "=the sdk expects 204 [after|when] a {wordsThing} is deleted",
      "[return|use] 204 when the {wordsThing} is gone",
      "=why does delete [answer|send] json? 204 pls",
    ],
    unseen: [
      "=no content please (204), once a {wordsThing} was removed",
      "=deleting a {wordsThing}: nothing to tell, so status 204",
    ],
    rows: [REFUSALS],
    code: [
      `
      «router|app|api».delete("/‹things:kebab›/:id", async (req, res) => {
        const ‹thing› = await ‹things›.find(req.params.id);
        if (!‹thing›) return ‹missing›;
        await ‹things›.«remove|delete|destroy»(‹thing›.id);
        ‹fill›
        ⟦res.json({ «ok: true|deleted: true|success: true|message: "deleted"» })→‹empty›⟧;
      });
      `,
      `
      ƒ async «remove|delete|destroy»‹Thing›(req: Request, res: Response) {
        if (!isUuid(req.params.id)) return ‹bad›;
        const count = await db.‹things›.«deleteById|remove»(req.params.id);
        if (count === 0) return ‹missing›;
        return ⟦res.«json({ count })|send("OK")|json({})|json({ id: req.params.id })»→‹empty›⟧;
      ƒ}
      `,
      `
      export const ‹things›Controller = {
        async show(req, res) {
          const ‹thing› = await ‹Thing›.findById(req.params.id);
          if (!‹thing›) return ‹missing›;
          res.json(‹thing›);
        },

        async «destroy|remove»(req, res) {
          const ‹thing› = await ‹Thing›.findByIdAndDelete(req.params.id);
          if (!‹thing›) return ‹missing›;
          ⟦res.«json(‹thing›)|json({ ok: true })|sendStatus(200)»→‹empty›⟧;
        },
      };
      `,
    ],
  }),
  sketched("signed-out-is-401", {
    seen: [
      "=[not being|when one is not] [signed in|logged in] [is answered with|gives] 403, [should|must] be 401",
      "=the app can't tell signed out from forbidden. no {user} must be 401",
      "=without a {user} it's 401, not 403",
      "=403 is wrong when [there is no|nobody is signed in, no] {user}: 401",
      "=401 [if|when] there is no {user}",
      "[return|answer|use] 401 for [anonymous requests|people who aren't signed in]",
      "=the client only shows the login [screen|page|form] on 401 but [gets|we send] 403 when the session is gone",
      "=expired sessions give 403, so the refresh never starts. 401 [pls|please]",
      "=shouldn't it be 401 [if|when] [one is not logged in|{user} is missing]?",
      "=anonymous → 401, wrong role → 403[. both are 403 now|]",
      "=unauthenticated should be 401",
    ],
    unseen: [
      "=who isn't logged in at all has to get the other code, 401",
      "tell strangers 401; only those whose role doesn't do get 403",
    ],
    vars: {
      user: [
        "user",
        "session",
        "account",
        "currentUser",
        "viewer",
        "member",
        "principal",
        "actor",
        "identity",
      ],
      role: ["admin", "owner", "editor", "manager", "staff", "support"],
    },
    code: [
      `
      ƒ require‹Role›(req: Request, res: Response, next: NextFunction) {
        if (!req.‹user›) return res.«status(⟦403→401⟧).end()|sendStatus(⟦403→401⟧)|status(⟦403→401⟧).json({ error: "Sign in first" })»;
        if (req.‹user›.role !== "‹role›") return res.«status(403).end()|sendStatus(403)|status(403).json({ error: "‹Role›s only" })»;
        next();
      ƒ}
      `,
      `
      export async function «DELETE|POST|PATCH»(request: Request) {
        const ‹user› = await get‹User›(request);
        if (!‹user›) {
          return NextResponse.json({ error: "«Please sign in|No session|Not signed in»" }, { status: ⟦403→401⟧ });
        }
        if («!‹user›.roles.includes("‹role›")|‹user›.role !== "‹role›"») {
          return NextResponse.json({ error: "«Not allowed|Forbidden»" }, { status: 403 });
        }
        return NextResponse.json(await «archive|publish|reset»‹Thing›(await request.json()));
      }
      `,
      `
      fastify.addHook("«onRequest|preHandler»", async (request, reply) => {
        «if (request.url === "/health") return;|»
        if (!request.‹user›) return reply.code(⟦403→401⟧).send();
        if (!can(request.‹user›, "‹thing›:write")) return reply.code(403).send();
        ‹fill›
      });
      `,
      `
      router.use("/‹things:kebab›", async (ctx, next) => {
        ctx.assert(ctx.state.‹user›, ⟦403→401⟧«, "Not signed in"|»);
        ctx.assert(ctx.state.‹user›.is‹Role›«|()», 403«, "Not allowed"|»);
        await next();
      });
      `,
    ],
  }),
  sketched("no-stack-in-answer", {
    seen: [
      "=[the client|everyone] [gets|sees|can read] the {field} of the error",
      "=we [leak|expose] {field} to the client",
      "=pentest: the {field} [is exposed|leaks] in error responses",
      "=error responses contain {field}, that's internal",
      "[don't send|leave out|drop|remove] {field} [from the response|in the answer]",
      "=[the |]{field} must not [go out|leave the server]",
      "=the {field} of errors should [stay in the log|only be logged], not be sent",
      "=users [can|shouldn't] see our {field} when something [breaks|fails]",
      "=why do we send {field} [to the browser|to clients]?",
      "=should {field} really be in the json[ we answer with|]?",
      "=no {field} in responses pls, log only",
      "stop [returning|sending] {field} to [callers|clients]",
    ],
    unseen: [
      "=what {field} says is none of the caller's business",
      "keep {field} to ourselves when a request goes wrong",
    ],
    vars: {
      field: [
        "stack",
        "trace",
        "sql",
        "query",
        "detail",
        "cause",
        "internalCode",
        "meta",
        "originalError",
        "hint",
      ],
      err: ["err", "error"],
    },
    code: [
      `
      app.use((‹err›: AppError, req: Request, res: Response, next: NextFunction) => {
        logger.error({ message: ‹err›.message, ‹field›: ‹err›.‹field› });
        «if (res.headersSent) return next(‹err›);|»
        res.status(«500|‹err›.status ?? 500»).json({
          «error|message»: «‹err›.message|"Internal server error"»,
          «code: ‹err›.code,|requestId: req.id,»
          ⟦‹field›: ‹err›.‹field›,→⟧
        });
      });
      `,
      `
      ƒ to«Problem|ErrorBody|Response»(‹err›: AppError) {
        return { «title|message»: ‹err›.message, ⟦‹field›: ‹err›.‹field›, →⟧«code|status»: ‹err›.«code|status» };
      ƒ}
      `,
      `
      try {
        const ‹thing› = await «load|import|sync»‹Thing›(request.params.id);
        return reply.send(‹thing›);
      } catch (‹err›) {
        request.log.error({ ‹field›: ‹err›.‹field› }, "‹thing:words› failed");
        return reply.code(500).send({ «error|message»: "«Something went wrong|‹thing:Words› failed»"⟦, ‹field›: ‹err›.‹field›→⟧ });
      }
      `,
      `
      @Catch()
      export class «All|Http|Api»«Errors|Exceptions»Filter implements ExceptionFilter {
        catch(‹err›: AppError, host: ArgumentsHost) {
          const response = host.switchToHttp().getResponse<Response>();
          this.logger.error(‹err›.message, ‹err›.‹field›);
          response.status(‹err›.status ?? 500).json({
            «status: ‹err›.status,|»
            «message|error»: ‹err›.message,
            ⟦‹field›: ‹err›.‹field›,→⟧
            «timestamp: new Date().toISOString(),|path: response.req.url,|»
          });
        }
      }
      `,
    ],
  }),
  sketched("error-handler-fourth-parameter", {
    seen: [
      "=express [thinks|takes] this [is|for] [a normal|an ordinary] middleware, error handlers need [the 4th arg|four parameters|4 params]",
      "=the error handler is never called[, express wants 4 params|, next is missing|]",
      "=[the error handler|this] needs [a 4th|the fourth] parameter[ or express won't use it|]",
      "=express counts the arguments, [without next|with three] this is no error handler",
      "add the [missing |]next parameter[, else express doesn't see an error handler|]",
      "=errors [never get here|end up in express' own html page|don't reach this], [it has only 3 params|next is missing in the signature]",
      "=next is missing in the [error handler|signature]",
      "=still the default html error page. does this need next too?",
      "=why is my error handler ignored[ by express|]?",
      "=err req res is not enough[ for express|], needs next",
      "take next as well[ even if it's not used|]",
    ],
    unseen: [
      "=the arity is off for express to recognise it",
      "give it the signature that express wants from things that deal with failures",
    ],
    vars: { err: ["err", "error", "e", "exception"] },
    code: [
      `
      app.use((‹err›: Error, req: Request, res: Response⟦→, next: NextFunction⟧) => {
        «req.log.error(‹err›);|logger.error(‹err›.message);|console.error(‹err›);»
        res.status(500).json({ error: "«Internal server error|Something went wrong»" });
      });
      «
      app.listen(config.port);|»
      `,
      `
      ƒ «handleErrors|errorHandler|onError|toProblem»(‹err›: «Error|AppError|HttpError», req: Request, res: Response⟦→, next: NextFunction⟧) {
        ‹fill›
        const status = «statusOf(‹err›)|500|‹err› instanceof ZodError ? 422 : 500»;
        res.status(status).«json({ message: ‹err›.message })|send(‹err›.message)»;
      ƒ}
      `,
      `
      router.use((req, res, next) => {
        req.startedAt = Date.now();
        next();
      });
      router.use("/‹things:kebab›", ‹things›Router);
      router.use((‹err›, req, res⟦→, next⟧) => {
        «Sentry.captureException(‹err›);|metrics.increment("errors");|»
        res.status(‹err›.status ?? 500).json({ error: ‹err›.message });
      });
      `,
      `
      module.exports = function (‹err›, req, res⟦→, next⟧) {
        if (‹err›.name === "«ValidationError|CastError|JsonWebTokenError»") {
          return res.status(400).json({ error: ‹err›.message });
        }
        «console.error(‹err›);|»
        res.status(500).json({ error: "Server error" });
      };
      `,
    ],
  }),
  sketched("rejection-to-next", {
    seen: [
      "=[the request|it] hangs [forever |]when {call} [fails|rejects|throws]",
      "=if {call} rejects nobody [answers|gets an answer]",
      "=unhandled rejection [from|in] {call}, [pass it to next|should go to the error handler]",
      "=errors of {call} never reach the error handler",
      "[pass|hand|forward] errors of {call} to next",
      "catch [it|errors] and [call next|pass them to next]",
      "=needs a .catch(next)",
      "=.catch(next) is missing[ here|]",
      "=the process dies when {call} rejects, give the error to next",
      "=what if {call} rejects? next never [hears of|sees] it",
      "=client waits until it times out when {call} fails",
    ],
    unseen: [
      "=no answer at all once {call} goes wrong, express should deal with it",
      "let express' error middleware know about a failing {call}",
    ],
    vars: {
      call: [
        "list‹Things›",
        "load‹Thing›",
        "‹things›.find",
        "‹things›.search",
        "find‹Things›",
        "fetch‹Thing›",
        "‹thing›Service.get",
      ],
      got: ["result", "found", "rows", "data", "list", "page"],
    },
    code: [
      `
      «router|app».get("/‹things:kebab›«/:id|»", (req, res, next) => {
        ‹fill›
        ‹call›(req.«params.id|query|user.id»)
          .then((‹got›) => res.json(«‹got›|{ data: ‹got› }»))⟦→
          .catch(next)⟧;
      });
      «
      router.get("/‹others:kebab›", (req, res) => {
        res.json(config.‹others›);
      });|»
      `,
      `
      ƒ «show|index|get|handle»‹Thing›(req: Request, res: Response, next: NextFunction) {
        «if (!req.user) return res.sendStatus(401);|»
        «return |»‹call›(req.«params.id|query»).then((‹got›) => res.json(‹got›))⟦→.catch(next)⟧;
      ƒ}
      `,
      `
      export class ‹Thing›Controller {
        «list|show|read» = (req: Request, res: Response, next: NextFunction) => {
          this.‹call›(req.«query|params.id|user»)
            .then((‹got›) => «this.present|serialize|toJson»(‹got›))
            .then((body) => res.json(body))⟦→
            .catch(next)⟧;
        };
      }
      `,
      `
      app.use(async (req, res, next) => {
        req.startedAt = Date.now();
        next();
      });

      app.get("/«reports|exports|stats|overview»", (req, res, next) => {
        Promise.all([‹call›(req.user.id), count‹Others›(req.user.id)])
          .then(([‹got›, count]) => res.json({ ‹got›, count }))⟦→
          .catch(next)⟧;
      });
      `,
    ],
  }),
  sketched("middleware-calls-next", {
    seen: [
      "=[every request|everything] hangs [since|as soon as] {name} is [in use|mounted|registered]",
      "=requests never get past {name}",
      "={name} [never|doesn't] call[s|] next[ at the end|]",
      "=nothing after {name} runs[ anymore|]",
      "={name} swallows [every request|all requests]",
      "call next at the end of {name}",
      "=next() is missing [in|from] {name}",
      "=the [browser|client] [waits|spins] forever, i [think|guess] {name} doesn't go on",
      "=with {name} [active|on] the routes are never reached",
      "let {name} [go on to|hand over to] the next [handler|middleware]",
      "=shouldn't {name} call next [when it is done|in the end]?",
      "=why do all requests time out once i add {name}?",
    ],
    unseen: ["={name} is a dead end", "=when {name} is through, the request has to move on"],
    vars: {
      name: [
        "attachUser",
        "requestId",
        "withTenant",
        "logRequests",
        "readLocale",
        "countRequests",
        "loadFlags",
        "parseFilters",
        "setLocale",
        "trackUsage",
      ],
    },
    code: [
      `
      ƒ ‹name›(req: Request, res: Response, next: NextFunction) {
        req.«startedAt = Date.now()|context = createContext(req)|id = crypto.randomUUID()»;
        res.«setHeader("x-request-id", req.id)|locals.now = Date.now()|on("finish", () => metrics.count(req.path))»;
        ⟦→next();⟧
      ƒ}
      `,
      `
      ƒ async ‹name›(req: Request, res: Response, next: NextFunction) {
        const value = req.get("x-‹thing:kebab›");
        if (!value) return next();
        req.‹thing› = await ‹things›.find(value);
        ‹fill›
        ⟦→next();⟧
      ƒ}
      `,
      `
      const ‹name› = («options = {}|{ enabled = true } = {}|store») => (req, res, next) => {
        «req.‹thing› = req.query.‹thing› ?? null;|res.locals.‹thing› = req.cookies.‹thing›;»
        «logger.debug({ path: req.path }, "request");|stats.add(req.method, req.path);|»
        ⟦→next();⟧
      };

      app.use(‹name›());
      app.use("/‹others:kebab›", ‹others›Router);
      `,
      `
      @Injectable()
      export class ‹name:Pascal›Middleware implements NestMiddleware {
        async use(req: Request, res: Response, next: NextFunction) {
          «const startedAt = Date.now();|»
          req["‹thing›"] = await this.‹things›.«current|fromRequest»(req);
          ⟦→next();⟧
        }

        constructor(private readonly ‹things›: ‹Things›Service) {}
      }
      `,
    ],
  }),
  sketched("koa-awaits-next", {
    seen: [
      "={header} is always [0|0ms]",
      "=[the time|the duration] is measured before the [handlers run|response is made], always [0|about 0]",
      "=[this|the middleware] doesn't wait for [next|the handlers]",
      "await next[()|]",
      "=missing await [before|on] next",
      "=next has to be awaited [in koa|here]",
      "=i get [404|Not Found] [although|even though] the route sets a body, [nobody waits for next|next isn't awaited]",
      "wait for [next|the other middleware|the handlers][ before going on|]",
      "=the response is [sent|finished] before the handlers [are done|have run]",
      "=errors thrown further down aren't [caught|seen] here, next [isn't|is not] awaited",
      "=why is {header} 0 [for all requests|all the time|even for slow requests]?",
      "=shouldn't next be awaited[ here|]?",
      "=koa needs await here",
    ],
    unseen: [
      "=what comes down the line is still running when this goes on",
      "don't take the time before downstream is through",
    ],
    vars: {
      header: [
        "x-response-time",
        "x-duration",
        "server-timing",
        "x-took",
        "x-runtime",
        "x-elapsed",
        "x-render-ms",
      ],
      start: ["start", "from", "began", "t0"],
    },
    code: [
      `
      app.use(async (ctx, next) => {
        const ‹start› = Date.now();
        ⟦next()→await next()⟧;
        ctx.set("‹header›", «´€{Date.now() - ‹start›}ms´|String(Date.now() - ‹start›)»);
      });
      «app.use(bodyParser());|app.use(router.routes());»
      `,
      `
      ƒ «responseTime|timing|measure»(): Middleware {
        return async (ctx, next) => {
          const ‹start› = Date.now();
          «ctx.state.requestId = crypto.randomUUID();|»
          ⟦next()→await next()⟧;
          const ms = Date.now() - ‹start›;
          «logger.info({ path: ctx.path, ms });|»
          ctx.set("‹header›", ´€{ms}´);
        };
      ƒ}
      `,
      `
      router.use(async (ctx, next) => {
        const ‹start› = process.hrtime.bigint();
        try {
          ⟦next()→await next()⟧;
        } catch (error) {
          ctx.status = error.status ?? 500;
          ctx.body = { error: error.message };
        }
        ctx.set("‹header›", String((process.hrtime.bigint() - ‹start›) / 1_000_000n));
      });
      `,
      `
      app.use("*", async (c, next) => {
        const ‹start› = Date.now();
        ‹fill›
        ⟦next()→await next()⟧;
        c.header("‹header›", String(Date.now() - ‹start›));
        «c.header("x-powered-by", "«us|nobody»");|»
      });
      `,
    ],
  }),
  sketched("status-from-error", {
    seen: [
      "=every error [comes back as|is answered with|becomes] 500[, even not found|], although it has a {prop}",
      "=not found errors end up as 500, they have a {prop}",
      "use [the error's {prop}|{err}.{prop}][, 500 if there is none| and fall back to 500]",
      "take the status from {err}.{prop}, else 500",
      "=[always 500|500 for everything] is wrong[:|,] errors [carry|have|come with] their {prop}",
      "=should be {err}.{prop} and only 500 when [it's missing|there is none]",
      "=the {prop} of the error is ignored[, it's always 500|]",
      "=http errors know their {prop}. use it or 500",
      "=why 500 [for|on] [a validation error|everything]? look at {prop} first",
      "=can we answer with {prop} of the error if it has one[ instead of always 500|]?",
      "=status is hardcoded to 500, but {err} has {prop}",
    ],
    unseen: [
      "=whoever throws knows best which code to answer with ({prop}), 500 is for the rest",
      "=500 only where the error doesn't tell its own {prop}",
    ],
    vars: {
      prop: ["status", "statusCode", "httpStatus", "responseStatus", "httpCode"],
      err: ["err", "error", "e", "exception"],
    },
    code: [
      `
      app.use((‹err›, req, res, next) => {
        «logger.error(‹err›);|if (res.headersSent) return next(‹err›);|»
        res.status(⟦500→‹err›.‹prop› ?? 500⟧).json({ «error|message»: ‹err›.message });
      });
      «app.use((req, res) => res.status(404).end());|»
      `,
      `
      fastify.setErrorHandler((‹err›, request, reply) => {
        ‹fill›
        «request.log.error(‹err›);|Sentry.captureException(‹err›);|»
        reply.code(⟦500→‹err›.‹prop› ?? 500⟧).send({ ok: false, message: ‹err›.message });
      });
      `,
      `
      ƒ async respond(handler: () => Promise<unknown>): Promise<Response> {
        try {
          return Response.json(await handler());
        } catch (‹err›: any) {
          «console.error(‹err›);|report(‹err›);|»
          return Response.json({ error: ‹err›.message }, { status: ⟦500→‹err›.‹prop› ?? 500⟧ });
        }
      ƒ}
      `,
      `
      app.use(async (ctx, next) => {
        try {
          await next();
        } catch (‹err›) {
          ctx.status = ⟦500→‹err›.‹prop› ?? 500⟧;
          ctx.body = { «error|message|title»: ‹err›.message«, path: ctx.path|, id: ctx.state.requestId|» };
          «ctx.app.emit("error", ‹err›, ctx);|report(‹err›);|»
        }
      });
      `,
    ],
  }),
];
