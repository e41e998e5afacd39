import { sketched } from "./sketch.ts";

/** Who may do what in handlers. */
export const HANDLER_AUTH = [
  // The guard stands where it does on the routes beside it.
  sketched("route-needs-guard", {
    seen: [
      "=[anyone|everybody|the whole world] can [call|use|hit] {verb} {path}[ without logging in|]",
      "={verb} {path} [needs|should have|is missing|lacks] {guard}",
      "[put|add] {guard} [on|to] {verb} {path}",
      "protect {verb} {path} [with {guard}|like the other routes]",
      "={verb} {path} is [open|public|unprotected][, that's a hole|, it shouldn't be|]",
      "=[curl without a token|an anonymous request] works on {verb} {path}",
      "=[someone|we] forgot {guard} on {verb} {path}",
      "=the only route without {guard} is {verb} {path}[, on purpose?|. fix pls|]",
      "=shouldn't {verb} {path} be behind {guard}?",
      "=why does {verb} {path} not go through {guard}?",
      "={guard} for {verb} {path}[ too|] pls",
      "=no check who it is on {verb} {path}",
      "don't let strangers [use|call] {verb} {path}",
    ],
    unseen: [
      "={verb} {path} works logged out, it mustn't",
      "=of these routes {verb} {path} is the one nobody guards",
    ],
    rows: [
      [
        { verb: "DELETE", method: "delete", path: "/:id", handler: "remove" },
        { verb: "PUT", method: "put", path: "/:id", handler: "replace" },
        { verb: "PATCH", method: "patch", path: "/:id", handler: "change" },
        { verb: "POST", method: "post", path: "/import", handler: "importAll" },
        { verb: "GET", method: "get", path: "/export", handler: "exportAll" },
        { verb: "POST", method: "post", path: "/:id/publish", handler: "publish" },
        { verb: "POST", method: "post", path: "/:id/archive", handler: "archive" },
        { verb: "GET", method: "get", path: "/drafts", handler: "listDrafts" },
        { verb: "GET", method: "get", path: "/:id/history", handler: "history" },
        { verb: "POST", method: "post", path: "/merge", handler: "merge" },
      ],
    ],
    vars: {
      guard: [
        "requireAuth",
        "requireUser",
        "authenticate",
        "isLoggedIn",
        "requireAdmin",
        "ensureSignedIn",
        "checkToken",
        "verifyJwt",
        "mustBeStaff",
      ],
      router: ["router", "‹things›Router", "‹things›", "api"],
    },
    code: [
      `
      const ‹router› = «express.Router()|Router()»;

      ‹router›.get("/:id/summary", ‹guard›, «‹things›Controller.summary|summary»);
      ‹router›.get("/:id/members", ‹guard›, «‹things›Controller.members|members»);
      ‹router›.‹method›("‹path›", ⟦→‹guard›, ⟧«‹things›Controller.‹handler›|‹handler›»);
      «‹router›.post("/:id/notes", ‹guard›, addNote);|»

      export default ‹router›;
      `,
      `
      ƒ mount‹Things›(‹router›: Router, service: ‹Thing›Service) {
        ‹router›.‹method›("‹path›", ⟦→‹guard›, ⟧service.‹handler›);
        «‹router›.post("/:id/copy", ‹guard›, service.copy);
        ‹router›.get("/:id/files", ‹guard›, service.files);|‹router›.get("/stats", ‹guard›, service.stats);»
      ƒ}
      `,
      `
      ‹router›.put("/:id/owner", ‹guard›, async (req, res) => {
        res.json(await ‹things›.setOwner(req.params.id, req.body.owner));
      });

      ‹router›.‹method›("‹path›", ⟦→‹guard›, ⟧async (req, res) => {
        res.json(await ‹things›.‹handler›(req.«params|query|body»));
      });
      `,
      `
      export const routes: Route[] = [
        { method: "GET", path: "/:id/log", handler: ‹things›.log, before: [‹guard›] },
        { method: "‹verb›", path: "‹path›", handler: ‹things›.‹handler›, before: [⟦→‹guard›⟧] },
        «{ method: "POST", path: "/:id/tags", handler: ‹things›.tag, before: [‹guard›] },|»
      ];
      `,
    ],
  }),
  // The guard is the first of the decorators that follow the route's own.
  sketched("method-needs-guard", {
    seen: [
      "={method} [needs|should have|is missing|has no] {guard}",
      "=[anyone|everybody] can call {method}[, no guard|]",
      "[add|put] {guard} [to|on] {method}",
      "guard {method} with {guard}",
      "={method} is [public|open to everyone][ right now|, use {guard}|]",
      "=UseGuards({guard}) on {method}[ pls|]",
      "=the {method} endpoint works without a token",
      "=shouldn't there be a {guard} on {method}?",
      "=why can [i|guests] call {method} [logged out|without signing in]? {guard} [is missing|pls]",
      "protect {method} [with {guard}|the way the others are, {guard}]",
      "=security review: {method} unprotected, needs {guard}",
    ],
    unseen: [
      "=whoever finds the url of {method} can use it. {guard}!",
      "={guard} stands on the rest of the controller but was left off {method}",
    ],
    vars: {
      method: [
        "restore",
        "publish",
        "exportAll",
        "approve",
        "transfer",
        "refund",
        "merge",
        "archive",
        "reset",
        "invite",
      ],
      guard: [
        "JwtAuthGuard",
        "AuthGuard",
        "RolesGuard",
        "AdminGuard",
        "SessionGuard",
        "OwnerGuard",
        "ApiKeyGuard",
        "StaffGuard",
      ],
      route: [
        'Post(":id/‹method:kebab›")',
        'Put(":id/‹method:kebab›")',
        'Post("‹method:kebab›/:id")',
        'Patch(":id/‹method:kebab›")',
      ],
    },
    code: [
      `
      @Controller("‹things:kebab›")
      export class ‹Things›Controller {
        constructor(private readonly ‹things›: ‹Things›Service) {}

        @Get()
        list() {
          return this.‹things›.findAll();
        }

        @Put(":id")
        @UseGuards(‹guard›)
        update(@Param("id") id: string, @Body() dto: Update‹Thing›Dto) {
          return this.‹things›.update(id, dto);
        }

        @‹route›
        ⟦→@UseGuards(‹guard›)⟧
        ‹method›(@Param("id") id: string) {
          return this.‹things›.‹method›(id);
        }
      }
      `,
      `
      @Delete(":id")
      @UseGuards(‹guard›)
      async remove(@Param("id") id: string) {
        await this.‹things›.remove(id);
      }

      @‹route›
      ⟦→@UseGuards(‹guard›)⟧
      «@HttpCode(204)|@ApiOkResponse()|@Throttle(5, 60)»
      async ‹method›(@Param("id") id: string«, @CurrentUser() user: User|») {
        «this.logger.log(´‹method› €{id}´);|»
        await this.‹things›.‹method›(id);
      }
      `,
      `
      @Resolver(() => ‹Thing›)
      export class ‹Thing›Resolver {
        @Query(() => [‹Thing›])
        @UseGuards(‹guard›)
        ‹things›() {
          return this.service.findAll();
        }

        @Mutation(() => ‹Thing›)
        ⟦→@UseGuards(‹guard›)⟧
        ‹method›(@Args("id") id: string) {
          return this.service.‹method›(id);
        }
      }
      `,
    ],
  }),
  // The answer is in the style of the one before it.
  sketched("only-own-record", {
    seen: [
      "=[anyone|every user|any signed in user] can {wordsVerb} [other people's|someone else's] {wordsThings}, [403 unless|should be a 403 if not] {owner} is [the user's id|req.user.id]",
      "=i can {wordsVerb} [a {wordsThing} of another user|{wordsThings} that aren't mine] ({owner}), [answer|that must be] 403",
      "={wordsVerb} doesn't check {owner}, [should be 403 for others|403 if it's not req.user.id]",
      "=403 [when|if] {owner} [isn't|is not|differs from] [the user's id|req.user.id]",
      "check that {owner} is [req.user.id|the user], [403 otherwise|else 403]",
      "=only the owner ({owner}) may {wordsVerb} it, 403 for [others|everyone else]",
      "=idor: {wordsVerb} works with ids of others. compare {owner} to req.user.id, 403",
      "=[the|a] {wordsThing} should only be {wordsDone} by its owner ({owner}), 403 for the rest",
      "=can we 403 if the {wordsThing} belongs to [someone|somebody] else ({owner})?",
      "=why can user B {wordsVerb} user A's {wordsThing}? {owner} has to be req.user.id or 403",
      "=guessing an id is enough to {wordsVerb} a {wordsThing}. [should be|make it a] 403 if {owner} is not me",
    ],
    unseen: [
      "=changing the id in the url lets me {wordsVerb} what isn't mine ({owner}); i should get a 403",
      "forbid ({wordsRefusal}) to {wordsVerb} the {wordsThing} if {owner} says it is another's",
    ],
    rows: [
      [
        { verb: "edit", done: "edited", call: "update" },
        { verb: "delete", done: "deleted", call: "remove" },
        { verb: "close", done: "closed", call: "close" },
        { verb: "rename", done: "renamed", call: "rename" },
        { verb: "cancel", done: "cancelled", call: "cancel" },
        { verb: "publish", done: "published", call: "publish" },
        { verb: "archive", done: "archived", call: "archive" },
        { verb: "share", done: "shared", call: "share" },
      ],
      [
        { missing: "res.sendStatus(404)", forbidden: "res.sendStatus(403)", refusal: "403" },
        { missing: "res.status(404).end()", forbidden: "res.status(403).end()", refusal: "403" },
        {
          missing: 'res.status(404).json({ error: "Not found" })',
          forbidden: 'res.status(403).json({ error: "Forbidden" })',
          refusal: "403",
        },
        {
          missing: 'res.status(404).send("Not found")',
          forbidden: 'res.status(403).send("Forbidden")',
          refusal: "403",
        },
      ],
    ],
    vars: {
      owner: ["ownerId", "userId", "authorId", "createdBy", "accountId", "customerId", "creatorId", "hostId"],
    },
    code: [
      `
      router.«put|post|patch»("/‹things:kebab›/:id", «requireUser, |»async (req, res) => {
        const ‹thing› = await ‹things›.«findById|get|byId»(req.params.id);
        if (!‹thing›) return ‹missing›;
        ⟦→if (‹thing›.‹owner› !== req.user.id) return ‹forbidden›;⟧
        ‹fill›
        await ‹things›.‹call›(‹thing›.id«, req.body|»);
        res.json({ ok: true });
      });
      `,
      `
      ƒ async ‹call›‹Thing›(req: AuthedRequest, res: Response) {
        const ‹thing› = await prisma.‹thing›.findUnique({ where: { id: req.params.id } });
        if (!‹thing›) {
          return ‹missing›;
        }
        ⟦→if (‹thing›.‹owner› !== req.user.id) {
          return ‹forbidden›;
        }⟧
        const result = await service.‹call›(‹thing›«, req.body|»);
        return res.json(result);
      ƒ}
      `,
      `
      export const ‹things›Controller = {
        async show(req, res) {
          const ‹thing› = await ‹Thing›.findByPk(req.params.id);
          if (!‹thing›) return ‹missing›;
          res.json(‹thing›);
        },

        async ‹call›(req, res) {
          const ‹thing› = await ‹Thing›.findByPk(req.params.id);
          if (!‹thing›) return ‹missing›;
          ⟦→if (‹thing›.‹owner› !== req.user.id) return ‹forbidden›;⟧
          await ‹thing›.‹call›(«req.body|»);
          res.json(‹thing›);
        },
      };
      `,
    ],
  }),
  sketched("user-from-session-not-body", {
    seen: [
      "=[clients|callers] [can forge|could fake] {field}, [take|use] {source}",
      "[replace|swap] the {field} [from|of] the body [by|for] {source}",
      "=anyone can [post|write|act] as someone else, {field} comes [from the body|with the request] and not from {source}",
      "=never trust {field} from the [client|body], use {source}",
      "take {field} from {source}[, not from the body| instead of the body]",
      "={field} [must|should|has to] be {source}",
      "=[i can|you can] send any {field} [i|you] like, {source} is who it really is",
      "=the client [decides|says] who it is ({field}). we know that from {source}",
      "=impersonation: {field} is read from the body, [should be|not from] {source}",
      "use {source} [for|as] {field}",
      "=shouldn't {field} be {source}[, the signed in user|]?",
      "=why do we believe the {field} in the body? {source} [is right there|is the one]",
      "=with a forged {field} one can act for others, {source} [can't be forged|is safe]",
      "={source} instead of the {field} in the request",
    ],
    unseen: [
      "=a made up {field} in the payload gets through, only {source} can be relied on",
      "=who it is must follow from {source}",
    ],
    vars: {
      field: [
        "userId",
        "authorId",
        "ownerId",
        "createdBy",
        "accountId",
        "memberId",
        "senderId",
        "reporterId",
        "customerId",
      ],
      source: [
        "req.user.id",
        "req.session.userId",
        "req.auth.sub",
        "req.account.id",
        "res.locals.user.id",
        "req.user.sub",
      ],
    },
    code: [
      `
      router.post("/‹things:kebab›", async (req, res) => {
        const ‹thing› = await ‹things›.«create|insert|add»({
          «title|name|text»: req.body.«title|name|text»,
          ‹field›: ⟦req.body.‹field›→‹source›⟧,
          «createdAt: new Date(),|status: "draft",|»
        });
        res.status(201).json(‹thing›);
      });
      `,
      `
      ƒ async list‹Things›(req: Request, res: Response) {
        const ‹things› = await db.‹thing›.findMany({
          where: { «status: req.body.status, |archived: false, |»‹field›: ⟦req.body.‹field›→‹source›⟧ },
          orderBy: { createdAt: "desc" },
        });
        ‹fill›
        res.json(‹things›);
      ƒ}
      `,
      `
      app.post("/‹things:kebab›/:id/«comments|reports|votes»", async (req, res) => {
        const ‹field› = ⟦req.body.‹field›→‹source›⟧;
        const «{ text }|{ text, title }» = req.body;
        await db.query("insert into entries (‹thing:snake›_id, user_id, text) values ($1, $2, $3)", [
          req.params.id,
          ‹field›,
          text,
        ]);
        res.sendStatus(204);
      });
      `,
      `
      const ‹thing› = new ‹Thing›(req.body.«name|title»);
      ‹thing›.‹field› = ⟦req.body.‹field›→‹source›⟧;
      ‹thing›.notes = req.body.notes;
      await ‹things›.save(‹thing›);
      «return res.json(‹thing›);|res.redirect(´/‹things:kebab›/€{‹thing›.id}´);»
      `,
    ],
  }),
  // The fields are taken apart before they are written.
  sketched("only-named-fields", {
    seen: [
      "=[anyone|users|people] can set {secret} [themselves|through the body|by sending it], only [take|allow|write] {one} and {two}",
      "=mass assignment: [only|just] {one} and {two} [may|should] be [written|changeable]",
      "[only|just] take {one} and {two} from the body",
      "[only|just] {one} and {two}, not the whole body",
      "=the whole body is [written|stored|passed on], [even|including] {secret}. {one} and {two} are enough",
      "=i sent {secret} in the body and it [was|got] saved, [restrict it to|should only be] {one} and {two}",
      "pick {one} and {two} [from|out of] the body instead of [saving|passing] all of it",
      "=a user made themselves {wordsSecret} with a patched request. [only {one} and {two} pls|allow {one} and {two} only]",
      "=can we limit [this|what's written] to {one} and {two}?",
      "=shouldn't this only accept {one} and {two}? {secret} can be overwritten",
      "destructure {one} and {two} from the body and write only these",
    ],
    unseen: [
      "={secret} is none of the caller's business; {one} and {two} are all they may give",
      "=whitelist: {one}, {two}, nothing else",
    ],
    vars: {
      secret: ["role", "isAdmin", "credits", "verified", "plan", "balance", "permissions", "ownerId"],
    },
    rows: [
      [
        { one: "name", two: "email" },
        { one: "title", two: "body" },
        { one: "displayName", two: "bio" },
        { one: "street", two: "city" },
        { one: "firstName", two: "lastName" },
        { one: "label", two: "color" },
        { one: "phone", two: "website" },
        { one: "subject", two: "message" },
        { one: "description", two: "dueDate" },
        { one: "locale", two: "timezone" },
      ],
    ],
    code: [
      `
      router.«patch|put|post»("/«profile|me|account|‹things:kebab›/:id»", async (req, res) => {
        ‹fill›
        ⟦→const { ‹one›, ‹two› } = req.body;⟧
        const ‹thing› = await prisma.‹thing›.update({
          where: { id: req.«user.id|params.id» },
          data: ⟦req.body→{ ‹one›, ‹two› }⟧,
        });
        res.json(«‹thing›|{ ‹thing› }»);
      });
      `,
      `
      ƒ async «update|save|change»‹Thing›(req: Request, res: Response) {
        ⟦→const { ‹one›, ‹two› } = req.body;⟧
        await ‹things›.«update|patch»(req.params.id, ⟦req.body→{ ‹one›, ‹two› }⟧);
        «res.sendStatus(204)|res.json({ ok: true })|res.redirect("back")»;
      ƒ}
      `,
      `
      const ‹thing› = await ‹Thing›.findById(ctx.params.id);
      ctx.assert(‹thing›, 404);
      ⟦→const { ‹one›, ‹two› } = ctx.request.body;⟧
      Object.assign(‹thing›, ⟦ctx.request.body→{ ‹one›, ‹two› }⟧);
      await ‹thing›.save();
      ctx.body = ‹thing›;
      `,
      `
      app.post("/‹things:kebab›", async (req, res) => {
        ⟦→const { ‹one›, ‹two› } = req.body;⟧
        const created = await ‹Thing›.create(⟦req.body→{ ‹one›, ‹two› }⟧);
        await «mailer.welcome|audit.log»(created.id);
        res.status(201).json({ id: created.id });
      });
      `,
    ],
  }),
  sketched("await-the-comparison", {
    seen: [
      "=[qa|a tester] logged in with password [xyz|123|asdf], [that's not it|which is wrong]",
      "=the [promise|result] of {call} is used [without await|as if it were a boolean]",
      "=login [isn't checking|doesn't check] the password [at all|really]",
      "=any password [works|is accepted|logs you in]",
      "=[i can|you can] log in with [a wrong|whatever] password",
      "=wrong passwords [are let in|get through|are accepted]",
      "={call} returns a promise[, that's always truthy|, needs await|]",
      "=missing await [on|before] {call}",
      "await {call}",
      "=login always succeeds[, no matter which password|]",
      "=the check is a promise and so never false, await it",
      "=why does a wrong password [work|log me in]?",
      "=shouldn't {call} be awaited?",
      "wait for {call}[, it's async|]",
      "=the password check never fails",
    ],
    unseen: [
      "=holy moly, one can type in anything and is in",
      "=what {call} gives isn't a boolean yet when the if looks at it",
    ],
    vars: {
      call: [
        "bcrypt.compare",
        "matchesHash",
        "verifyPassword",
        "comparePassword",
        "passwords.match",
        "auth.checkPassword",
        "hasher.verify",
        "isPasswordValid",
      ],
    },
    code: [
      `
      ƒ async «login|signIn|authenticate»(email: string, password: string) {
        const user = await «users.findByEmail(email)|db.users.findOne({ email })»;
        if (!user) throw new «UnauthorizedError()|Error("Invalid credentials")»;
        ‹fill›
        if (!⟦‹call›(password, user.passwordHash)→(await ‹call›(password, user.passwordHash))⟧) {
          throw new «UnauthorizedError()|Error("Invalid credentials")»;
        }
        return createSession(user);
      ƒ}
      `,
      `
      router.post("/«login|sessions|token»", async (req, res) => {
        const user = await User.findOne({ where: { email: req.body.email } });
        const ok = ⟦→await ⟧‹call›(req.body.password, user?.passwordHash ?? "");
        if (!ok) return res.status(401).json({ error: "«Invalid credentials|Wrong password»" });
        «req.session.userId = user.id;|const token = sign({ sub: user.id });|await audit.log("login", user.id);»
        res.json({ id: user.id });
      });
      `,
      `
      ƒ async changePassword(req: Request, res: Response) {
        const user = await users.«find|get»(req.user.id);
        const { current, next } = req.body;
        if (⟦→await ⟧‹call›(current, user.passwordHash)) {
          user.passwordHash = await hash(next);
          await users.save(user);
          return res.«sendStatus(204)|json({ ok: true })»;
        }
        return res.status(«401|403|400»).json({ error: "«Wrong password|That is not your password»" });
      ƒ}
      `,
      `
      passport.use(
        new LocalStrategy(async (name, password, done) => {
          const user = await «users.byName(name)|db.user.findUnique({ where: { name } })»;
          «if (user?.locked) return done(null, false);|»
          if (user && ⟦‹call›(password, user.hash)→(await ‹call›(password, user.hash))⟧) return done(null, user);
          return done(null, false);
        }),
      );
      `,
    ],
  }),
  sketched("hash-before-saving", {
    seen: [
      "=passwords are [stored|saved|in the db] in plain text, [use|hash with] {hash}",
      "=[the|new] password is [stored|saved] as it is, [has to be hashed|hash it] ({hash})",
      "hash the password with {hash} before [saving|it is saved|it's stored]",
      "run the password through {hash}",
      "=omg plaintext passwords. {hash}[!| pls]",
      "=i can read [everybody's|the users'] passwords in the database[, {hash} exists|. {hash}!]",
      "=[the login fails|login never works] because {hash} was never called on the password we store",
      "=we should never store the raw password, {hash} it",
      "=shouldn't [this|the password] go through {hash} first?",
      "=why don't we {hash} the password here?",
      "store {hash} of the password[, not the password itself|]",
      "=the password isn't hashed[ when it gets saved|], use {hash}",
    ],
    unseen: [
      "=a dump of that table would hand out every password. {hash} is imported already",
      "=what lands in the table must be the {hash} of what was typed",
    ],
    vars: {
      hash: [
        "hashPassword",
        "bcryptHash",
        "argonHash",
        "scryptHash",
        "hash",
        "digestPassword",
        "passwords.hash",
        "hasher.hash",
        "crypto.hashPassword",
      ],
      column: ["password", "passwordHash", "hash", "secret", "passwordDigest"],
    },
    code: [
      `
      ƒ async «register|signUp|createUser»({ email, password }: «Credentials|SignUpInput|NewUser») {
        if (await users.exists({ email })) throw new «ConflictError|Error»("Email is taken");
        ‹fill›
        return users.«create|insert|save»({ email, ‹column›: ⟦password→await ‹hash›(password)⟧ });
      ƒ}
      `,
      `
      router.post("/«users|accounts|register»", async (req, res) => {
        const { email, password«, name|» } = req.body;
        const user = await prisma.user.create({
          data: {
            email,
            ‹column›: ⟦password→await ‹hash›(password)⟧,
            «role: "member",|createdAt: new Date(),|»
          },
        });
        res.status(201).json({ id: user.id });
      });
      `,
      `
      async «resetPassword|setPassword|changePassword»(token: string, password: string) {
        const reset = await this.resets.findValid(token);
        if (!reset) throw new «BadRequestException|NotFoundException»("Link is no longer valid");
        await this.users.update(reset.userId, { ‹column›: ⟦password→await ‹hash›(password)⟧ });
        await this.resets.remove(token);
      }
      `,
      `
      const user = await User.findById(«session.userId|ctx.state.userId|req.user.id»);
      «if (!user) throw new Error("no such user");|»
      user.‹column› = ⟦body.password→await ‹hash›(body.password)⟧;
      user.updatedAt = new Date();
      await user.save();
      `,
    ],
  }),
  // Both answers are the same: what is said of a wrong password.
  sketched("unknown-user-same-answer", {
    seen: [
      "=[one|an attacker|anyone] can find out which emails [are registered|have accounts|exist]",
      "=the login [tells|gives away|reveals] [whether|if] a user exists",
      "=user enumeration [in|through|via] the login",
      "=[unknown users|an unknown email] should get the same answer as [a wrong password|wrong passwords]",
      "answer the same for [an unknown user|unknown users] as for a wrong password",
      "=don't say that the user [doesn't exist|is unknown], same [error|answer] as for a wrong password",
      "=pentest: different responses for unknown user and wrong password[. should be that of the wrong password for both|]",
      "use the wrong password answer for [missing|unknown] users, too",
      "=shouldn't both cases look [the same|alike] from outside[, like a wrong password|]?",
      "=why does the login tell strangers that [an account does not exist|there is no such account]?",
      "make [the two|both] failures indistinguishable[, wrong password wins|]",
    ],
    unseen: [
      "=by trying addresses you learn who is a customer of ours",
      "=no hint please that there's no such account, let it look like a mistyped password",
    ],
    rows: [
      [
        { status: "404", text: "User not found", same: "Invalid credentials" },
        { status: "404", text: "Unknown email", same: "Wrong email or password" },
        { status: "400", text: "No such user", same: "Invalid email or password" },
        { status: "404", text: "No account with this email", same: "Login failed" },
        { status: "422", text: "This user does not exist", same: "Could not sign you in" },
        { status: "404", text: "Account not found", same: "Bad credentials" },
        { status: "410", text: "User unknown", same: "Sign in failed" },
        { status: "404", text: "Email not registered", same: "Email or password is wrong" },
      ],
    ],
    code: [
      `
      router.post("/«login|sessions|auth»", async (req, res) => {
        const user = await «User.findOne({ email: req.body.email })|users.byEmail(req.body.email)»;
        if (!user) return res.status(⟦‹status›→401⟧).json({ error: "⟦‹text›→‹same›⟧" });
        const ok = await verify(user.hash, req.body.password);
        if (!ok) return res.status(401).json({ error: "‹same›" });
        res.json({ token: sign(user) });
      });
      `,
      `
      async «logIn|validate|signIn»(email: string, password: string) {
        const user = await this.users.findByEmail(email);
        if (!user) {
          throw new ⟦HttpException("‹text›", ‹status›)→HttpException("‹same›", 401)⟧;
        }
        if (!(await compare(password, user.password))) {
          throw new HttpException("‹same›", 401);
        }
        return «user|this.tokens.issue(user)»;
      }
      `,
      `
      export async function POST(request: Request) {
        const { email, password } = await request.json();
        const user = await «findUser|userByEmail|db.users.byEmail|loadUser»(email);
        if (!user) {
          return NextResponse.json({ message: "⟦‹text›→‹same›⟧" }, { status: ⟦‹status›→401⟧ });
        }
        if (!(await «passwordMatches|checkPassword|verifyPassword»(user, password))) {
          return NextResponse.json({ message: "‹same›" }, { status: 401 });
        }
        «await startSession(user);|const session = await createSession(user.id);»
        return NextResponse.json({ id: user.id });
      }
      `,
    ],
  }),
];
