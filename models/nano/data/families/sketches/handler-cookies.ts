import { sketched } from "./sketch.ts";

/** Cookies that sign people in: each has its value, and the function it comes from. */
const SIGN_IN_COOKIES = [
  { cookie: "session", value: "sessionId", made: "createSession" },
  { cookie: "sid", value: "sessionId", made: "sessions.open" },
  { cookie: "refresh_token", value: "refreshToken", made: "issueRefreshToken" },
  { cookie: "refreshToken", value: "token", made: "tokens.refresh" },
  { cookie: "access_token", value: "accessToken", made: "signAccessToken" },
  { cookie: "auth", value: "jwt", made: "signJwt" },
  { cookie: "auth_token", value: "signed", made: "signToken" },
  { cookie: "remember_me", value: "remember", made: "rememberUser" },
  { cookie: "token", value: "token", made: "auth.logIn" },
  { cookie: "admin_session", value: "ticket", made: "openAdminSession" },
  { cookie: "id_token", value: "idToken", made: "exchangeCode" },
  { cookie: "device", value: "deviceId", made: "registerDevice" },
];

/** Cookies that have nothing to hide, to stand beside them. */
const HARMLESS = ["theme", "locale", "lang", "banner_seen", "currency", "timezone", "sidebar", "consent"];

/** What cookies and sessions are asked for. */
export const HANDLER_COOKIES = [
  // Where there are options, `httpOnly` is the first of them.
  sketched("cookie-http-only", {
    seen: [
      "=[the |]{cookie} cookie [needs|should have|has to have|is missing|lacks] httpOnly",
      "=[scripts|any script on the page|client side js|javascript] can read the {cookie} cookie",
      "=i can [see|read] [the |]{cookie}[ cookie|] [in|through|via] document.cookie",
      "=pentest finding: cookie {cookie} without HttpOnly flag",
      "=the security scan complains that {cookie} is [readable from js|not http only]",
      "=an xss could [steal|read] the {cookie} cookie",
      "make the {cookie} cookie [http only|httpOnly|HttpOnly]",
      "hide {cookie} from [document.cookie|javascript|scripts in the browser]",
      "=httpOnly for [the |]{cookie}[ cookie|] [pls|please]",
      "=shouldn't [the |]{cookie}[ cookie|] be [httpOnly|http only]?",
      "=why can [the frontend|js|document.cookie] [get at|see] {cookie}? only the server needs it",
      "=only the server should be able to read {cookie}",
      "=httpOnly is not set on {cookie}",
    ],
    unseen: [
      "=a script someone injects could walk off with {cookie}",
      "=browser code must not be able to get the value of the {cookie} cookie",
    ],
    rows: [SIGN_IN_COOKIES],
    vars: { plain: HARMLESS },
    code: [
      `
      «router|app|auth».post("/«login|sign-in|token|callback»", async (req, res) => {
        const ‹value› = await ‹made›(req.body);
        ‹fill›
        «res.cookie("‹plain›", req.body.‹plain:camel›, { path: "/" });|»
        res.cookie("‹cookie›", ‹value›, {
          ⟦→httpOnly: true,⟧
          secure: true,
          «sameSite: "«lax|strict|none»",|»
          «maxAge: «7|14|30» * 24 * 60 * 60 * 1000,|path: "/",|domain: config.cookieDomain,»
        });
        «res.json({ ok: true });|res.sendStatus(204);|res.redirect("/");»
      });
      `,
      `
      export function «remember|setCookies|signIn|startSession»(res: Response, ‹value›: string«, ‹plain:camel›: string|») {
        res.cookie("‹plain›", "«1|yes|on»", { «sameSite: "lax"|path: "/"|maxAge: 86400000» });
        res.cookie("‹cookie›", ‹value›, { ⟦→httpOnly: true, ⟧«secure: true|sameSite: "strict"|signed: true»«, path: "/"|» });
      }
      `,
      `
      fastify.post("/«login|sessions|auth»", async (request, reply) => {
        const ‹value› = await ‹made›(request.body);
        reply.setCookie("‹cookie›", ‹value›⟦→, { httpOnly: true }⟧);
        «reply.setCookie("‹plain›", request.body.‹plain:camel›);|»
        return «{ ok: true }|reply.code(204).send()»;
      });
      `,
      `
      app.use(
        session({
          name: "‹cookie›",
          secret: config.«sessionSecret|secret|cookieSecret»,
          «resave: false,|saveUninitialized: false,»
          cookie: { httpOnly: ⟦false→true⟧, «secure: true|sameSite: "lax"|maxAge: 86400000» },
        }),
      );
      «app.use(express.json());|app.use(helmet());|»
      `,
      `
      export async function POST(request: Request) {
        const ‹value› = await ‹made›(await request.json());
        const response = NextResponse.json({ ok: true });
        response.cookies.set("‹cookie›", ‹value›, {
          ⟦→httpOnly: true,⟧
          «secure: process.env.NODE_ENV === "production",|secure: true,»
          «sameSite: "lax",|maxAge: 60 * 60 * 24,|path: "/",»
        });
        response.cookies.set("‹plain›", "«1|yes»"«, { path: "/" }|»);
        return response;
      }
      `,
    ],
  }),
  // It stands after `httpOnly`.
  sketched("cookie-secure", {
    seen: [
      "=[the |]{cookie} cookie [needs|should have|is missing|lacks] [secure|the secure flag]",
      "=[the |]{cookie}[ cookie|] is [also |]sent over [plain|unencrypted] http",
      "=[the |]{cookie}[ cookie|] goes over the wire unencrypted",
      "=scanner: cookie {cookie} without Secure flag",
      "=the {cookie} cookie should [only be sent over|never leave the browser without] https",
      "make {cookie} [a secure cookie|secure]",
      "[set|add] secure [for|on|to] the {cookie} cookie",
      "=secure: true for {cookie}[ pls|]",
      "=[shouldn't|should] {cookie} be [marked |]secure?",
      "=chrome says {cookie} is not [marked |]secure",
      "=https only for [the |]{cookie}[ cookie|]",
      "=someone on the same wifi could [sniff|read] {cookie}, it isn't limited to https",
    ],
    unseen: [
      "=without tls the browser must not send {cookie}",
      "never let the {cookie} cookie travel in the clear",
    ],
    rows: [SIGN_IN_COOKIES],
    vars: { plain: HARMLESS },
    code: [
      `
      «router|app|api».post("/«login|sign-in|token|verify»", async (req, res) => {
        const ‹value› = await ‹made›(req.body);
        res.cookie("‹cookie›", ‹value›, {
          httpOnly: true,
          ⟦→secure: true,⟧
          «sameSite: "«lax|strict»",|maxAge: «7|14|30» * 24 * 60 * 60 * 1000,|signed: true,»
        });
        «res.cookie("‹plain›", req.body.‹plain:camel›, { httpOnly: true });|»
        «res.json({ ok: true });|res.status(204).end();|res.redirect("/home");»
      });
      `,
      `
      export const «authController|handlers|actions» = {
        async «signIn|open|exchange|complete»(ctx: Context) {
          const ‹value› = await ‹made›(ctx.request.body);
          ctx.cookies.set("‹plain›", ctx.request.body.‹plain:camel›, { httpOnly: false });
          ctx.cookies.set("‹cookie›", ‹value›, { httpOnly: true, ⟦→secure: true, ⟧«sameSite: "lax"|path: "/"|overwrite: true» });
          ctx.status = 204;
        },
      };
      `,
      `
      reply
        .setCookie("‹plain›", «"1"|"on"», { path: "/" })
        .setCookie("‹cookie›", ‹value›, {
          «path: "/",|domain: env.DOMAIN,»
          httpOnly: true,
          ⟦→secure: true,⟧
          «maxAge: 3600,|sameSite: "strict",»
        })
        .send({ ok: true });
      `,
      `
      const ‹value›Cookie = {
        name: "‹cookie›",
        options: {
          httpOnly: true,
          secure: ⟦false→true⟧,
          «sameSite: "lax",|path: "/",|maxAge: 60 * 60 * 24 * 30,»
        },
      };
      `,
    ],
  }),
  sketched("cookie-secure-in-production-only", {
    seen: [
      "=login doesn't work on localhost because {cookie} is secure. only in production [pls|please]",
      "=[the |]{cookie}[ cookie|] is never set [on localhost|in dev|locally], secure should only be on in production",
      "=secure only when NODE_ENV is production",
      "make secure depend on NODE_ENV[, we run http in dev|]",
      "=[in dev|locally] we have no https, so {cookie} must only be secure in production",
      "=the {cookie} cookie should be secure in production and not in dev",
      "=can secure be [true just in production|turned off outside of production]?",
      "=safari drops {cookie} on http://localhost. secure in production only",
      "=secure: only for production (NODE_ENV)",
      "=we can't log in locally bc secure is always on, check NODE_ENV for production",
      'only set secure [if NODE_ENV === "production"|in production]',
      "=why is secure on in development? it should look at NODE_ENV",
    ],
    unseen: [
      "=on my machine the browser throws {cookie} away; insist on https in production alone",
      "tie the secure flag to NODE_ENV being production",
    ],
    rows: [SIGN_IN_COOKIES],
    code: [
      `
      res.cookie("‹cookie›", ‹value›, {
        httpOnly: true,
        secure: ⟦true→process.env.NODE_ENV === "production"⟧,
        «sameSite: "«lax|strict»",|maxAge: 3600_000,|path: "/",»
      });
      «return res.json({ ok: true });|»
      `,
      `
      app.use(
        session({
          name: "‹cookie›",
          secret: process.env.SESSION_SECRET«!|»,
          resave: false,
          «saveUninitialized: false,|rolling: true,»
          cookie: { «httpOnly: true, |»secure: ⟦true→process.env.NODE_ENV === "production"⟧«, maxAge: 86_400_000|, sameSite: "lax"» },
        }),
      );
      `,
      `
      export const ‹value›CookieOptions«: CookieOptions|» = {
        httpOnly: true,
        «path: "/",|sameSite: "lax",»
        secure: ⟦true→process.env.NODE_ENV === "production"⟧,
      };

      ƒ set‹Value›(res: Response, ‹value›: string) {
        res.cookie("‹cookie›", ‹value›, ‹value›CookieOptions);
      ƒ}
      `,
      `
      const store = await cookies();
      store.set("‹cookie›", await ‹made›(«form|input|credentials»), {
        «httpOnly: true,|»
        secure: ⟦true→process.env.NODE_ENV === "production"⟧,
        «sameSite: "lax",|expires: expiresAt,|path: "/",»
      });
      redirect("/«dashboard|home|account»");
      `,
    ],
  }),
  sketched("change-same-site", {
    seen: [
      "=[the |]{cookie}[ cookie|] should be [sameSite|same site|SameSite] {to}[, not {from}|]",
      "=sameSite {to} [for|on] {cookie}[ pls|]",
      "[change|set|switch] sameSite [of {cookie} |]to {to}",
      "=sameSite [must|has to|needs to] be {to} for {cookie}",
      "=can [the |]{cookie}[ cookie|] be {to} instead of {from}?",
      "=SameSite={from} is wrong for {cookie}, we need {to}",
      "=shouldn't sameSite be {to} here?",
      "=why is [the |]{cookie}[ cookie|] {from}? {to} is [right|what we want]",
      "=we agreed on sameSite {to} [for|on] {cookie}",
      "=[browser|chrome] wants SameSite={to} on {cookie}",
      "={from} → {to} for {cookie}",
    ],
    unseen: [
      "=security asks for {to} as the same-site policy of {cookie}",
      "={cookie}: we go with {to} from now on, {from} was a mistake",
    ],
    rows: [
      SIGN_IN_COOKIES,
      [
        { from: "lax", to: "strict" },
        { from: "lax", to: "none" },
        { from: "strict", to: "lax" },
        { from: "none", to: "lax" },
        { from: "none", to: "strict" },
        { from: "strict", to: "none" },
      ],
    ],
    vars: { plain: HARMLESS },
    code: [
      `
      res.cookie("‹plain›", «req.query.‹plain:camel›|"1"», { path: "/", sameSite: "«lax|strict»" });
      res.cookie("‹cookie›", ‹value›, {
        httpOnly: true,
        secure: true,
        sameSite: "⟦‹from›→‹to›⟧",
        «maxAge: 1000 * 60 * 60,|»
      });
      `,
      `
      ƒ async «finish|complete|start»Login(req: Request, res: Response) {
        const ‹value› = await ‹made›(req.body);
        ‹fill›
        res.cookie("‹cookie›", ‹value›, { httpOnly: true, secure: true, sameSite: "⟦‹from›→‹to›⟧" });
        res.redirect(303, "/");
      ƒ}
      `,
      `
      app.register(fastifySession, {
        cookieName: "‹cookie›",
        secret: config.«secret|sessionSecret»,
        cookie: {
          «path: "/",|maxAge: 3600_000,»
          secure: true,
          sameSite: "⟦‹from›→‹to›⟧",
        },
      });
      `,
      `
      export const COOKIES = {
        ‹plain:camel›: { name: "‹plain›", options: { sameSite: "«lax|strict»" as const } },
        ‹value›: { name: "‹cookie›", options: { secure: true, sameSite: "⟦‹from›→‹to›⟧" as const } },
      };
      `,
    ],
  }),
  // The lifetime is the last of the options, and written out as a product.
  sketched("cookie-lifetime", {
    seen: [
      "=[the |]{cookie}[ cookie|] is gone [when|after|once] [i close the browser|the browser is closed|i restart chrome], [keep it|should last] {wordsSpan}",
      "keep [the |]{cookie}[ cookie|] for {wordsSpan}",
      "=[the |]{cookie}[ cookie|] should [live|last|be valid|stay] [for |]{wordsSpan}",
      "=maxAge of {wordsSpan} for {cookie}",
      "={cookie}: max age {wordsSpan}",
      "=people are logged out as soon as they close the browser, {cookie} should last {wordsSpan}",
      "let [the |]{cookie}[ cookie|] expire after {wordsSpan}",
      "=can [the |]{cookie}[ cookie|] survive a browser restart? {wordsSpan} [would be good|is enough]",
      "=it's a session cookie now but {cookie} should be kept {wordsSpan}",
      "=users want to stay signed in for {wordsSpan} ({cookie})",
      "=no maxAge on {cookie}! {wordsSpan} please",
      "[set|give] {cookie} a maxAge [of|that is] {wordsSpan}",
    ],
    unseen: [
      "=i have to log in again every morning. {cookie} ought to be good for {wordsSpan}",
      "={wordsSpan} is how long the browser shall hold on to {cookie}",
    ],
    rows: [
      SIGN_IN_COOKIES,
      [
        { span: "7 days", ms: "7 * 24 * 60 * 60 * 1000" },
        { span: "a week", ms: "7 * 24 * 60 * 60 * 1000" },
        { span: "30 days", ms: "30 * 24 * 60 * 60 * 1000" },
        { span: "14 days", ms: "14 * 24 * 60 * 60 * 1000" },
        { span: "two weeks", ms: "14 * 24 * 60 * 60 * 1000" },
        { span: "90 days", ms: "90 * 24 * 60 * 60 * 1000" },
        { span: "24 hours", ms: "24 * 60 * 60 * 1000" },
        { span: "12 hours", ms: "12 * 60 * 60 * 1000" },
        { span: "8 hours", ms: "8 * 60 * 60 * 1000" },
        { span: "one hour", ms: "60 * 60 * 1000" },
        { span: "30 minutes", ms: "30 * 60 * 1000" },
        { span: "15 minutes", ms: "15 * 60 * 1000" },
      ],
    ],
    vars: { plain: HARMLESS },
    code: [
      `
      res.cookie("‹cookie›", ‹value›, {
        httpOnly: true,
        secure: true,
        «sameSite: "lax",|path: "/",|»
        ⟦→maxAge: ‹ms›,⟧
      });
      «res.cookie("‹plain›", "1", { httpOnly: false, path: "/" });|»
      «res.json({ ok: true });|res.redirect("/");|»
      `,
      `
      «router|app».post("/«login|sessions|2fa»", async (req, res) => {
        res.cookie("‹plain›", "«1|yes»", { maxAge: 365 * 24 * 60 * 60 * 1000 });
        const ‹value› = await ‹made›(req.body);
        ‹fill›
        res.cookie("‹cookie›", ‹value›, { httpOnly: true«, secure: true|, sameSite: "lax"»⟦→, maxAge: ‹ms›⟧ });
        res.sendStatus(204);
      });
      `,
      `
      app.use(
        session({
          name: "‹cookie›",
          secret: config.«secret|sessionSecret»,
          resave: false,
          saveUninitialized: false,
          cookie: { «httpOnly: true|secure: true|sameSite: "lax"»⟦→, maxAge: ‹ms›⟧ },
        }),
      );
      `,
      `
      ctx.cookies.set("‹plain›", «"1"|ctx.query.‹plain:camel›»);
      ctx.cookies.set("‹cookie›", ‹value›, {
        «signed: true,|overwrite: true,»
        httpOnly: true,
        ⟦→maxAge: ‹ms›,⟧
      });
      `,
    ],
  }),
  sketched("clear-cookie-where-set", {
    seen: [
      "=logout doesn't [remove|clear|delete] {cookie}, it was set with path {path}",
      "=the {cookie} cookie is still there after logout[, wrong path|], it's set on {path}",
      "clear {cookie} with path {path}",
      "=clearCookie [needs|must get|is missing] the [same |]path[,|:] {path}",
      "=[i am|you are|users are] still logged in after [signing out|logout]. {cookie} lives under {path}",
      "=can't get rid of {cookie}, [it has|its path is] {path}",
      "=why does {cookie} survive the logout? path is {path}",
      "pass path {path} when [clearing|removing] {cookie}",
      "=shouldn't the path ({path}) be given when {cookie} is cleared?",
      "=cookies are only removed with the path they were set with, {cookie} has {path}",
      "=logout: {cookie} has path {path}[, clear it there|]",
    ],
    unseen: [
      "=signing out leaves {cookie} behind as it sits under {path} and not /",
      "=when {cookie} goes, tell the browser it was at {path}",
    ],
    rows: [SIGN_IN_COOKIES],
    vars: {
      path: [
        "/api",
        "/auth",
        "/admin",
        "/app",
        "/auth/refresh",
        "/api/v1",
        "/account",
        "/internal",
        "/portal",
        "/v2",
      ],
      plain: HARMLESS,
    },
    code: [
      `
      «router|app|auth».post("/«logout|sign-out»", async (req, res) => {
        «await sessions.close(req.session.id);|req.session.destroy(() => {});|»
        «res.clearCookie("‹plain›");|»
        res.clearCookie("‹cookie›"⟦→, { path: "‹path›" }⟧);
        «res.sendStatus(204);|res.redirect("/login");|res.json({ ok: true });»
      });
      `,
      `
      ƒ «logOut|signOut|endSession»(res: Response) {
        res.clearCookie("‹cookie›"⟦→, { path: "‹path›" }⟧);
        res.clearCookie("‹plain›");
        ‹fill›
      ƒ}
      `,
      `
      fastify.delete("/«session|login|auth»", async (request, reply) => {
        await «sessions.remove|revoke|store.destroy»(request.cookies["‹cookie›"]);
        reply.clearCookie("‹cookie›"⟦→, { path: "‹path›" }⟧);
        «reply.clearCookie("‹plain›");|»
        return reply.code(204).send();
      });
      `,
      `
      @Controller("«auth|session|account»")
      export class «Auth|Session|Account»Controller {
        @Post("«logout|signout»")
        async «logout|signOut»(@Res({ passthrough: true }) res: Response, @CurrentUser() user: User) {
          await this.«auth|sessions|tokens».«revoke|end»(user.id);
          res.clearCookie("‹cookie›"⟦→, { path: "‹path›" }⟧);
        }
      }
      `,
    ],
  }),
  // What the options of express-session do, asked for by what one sees of them.
  sketched("session-option", {
    seen: [
      "=session [middleware |]option {option} [is wrong|has to change], {wordsSymptom}",
      "[change|switch] {option} from {from} to {to}",
      "=since {option} is {from}, {wordsSymptom}",
      "={wordsSymptom}, [looks like|i think|must be] [a wrong session option|an option of the session]",
      "={wordsSymptom}[ - | - probably ]{option}?",
      "={wordsSymptom}[, because of|, that comes from|. culprit:] {option}",
      "={option} should be {to}",
      "[set|turn|switch] {option} to {to}",
      "=shouldn't {option} be {to}[ here|]?",
      "=session: {option} {to} [pls|please]",
      "=why do we have {option}: {from}? {wordsSymptom}",
      "=express-session docs [recommend|say] {option}: {to}",
      "={option} is {from} but [must|has to|should] be {to}",
    ],
    unseen: [
      "=the option {option} has the wrong value here, {wordsSymptom}",
      "=we need the opposite of what {option} is set to",
    ],
    rows: [
      [
        {
          option: "saveUninitialized",
          from: "true",
          to: "false",
          symptom: "every anonymous visitor gets a session stored",
        },
        {
          option: "saveUninitialized",
          from: "true",
          to: "false",
          symptom: "bots fill the session store with empty sessions",
        },
        {
          option: "saveUninitialized",
          from: "true",
          to: "false",
          symptom: "people who just look around get a session cookie",
        },
        {
          option: "resave",
          from: "true",
          to: "false",
          symptom: "unchanged sessions are written again on every request",
        },
        {
          option: "resave",
          from: "true",
          to: "false",
          symptom: "parallel requests overwrite each other's session",
        },
        {
          option: "rolling",
          from: "false",
          to: "true",
          symptom: "people are logged out while they are active",
        },
        {
          option: "rolling",
          from: "false",
          to: "true",
          symptom: "the session doesn't get longer when one is active",
        },
        {
          option: "unset",
          from: '"keep"',
          to: '"destroy"',
          symptom: "the session stays in the store after req.session is set to null",
        },
        {
          option: "proxy",
          from: "false",
          to: "true",
          symptom: "the secure cookie isn't set behind the load balancer",
        },
      ],
    ],
    vars: {
      name: ["sid", "session", "app.sid", "admin", "portal_session", "shop.sid", "connect"],
    },
    code: [
      `
      app.use(
        session({
          name: "‹name›",
          secret: config.«secret|sessionSecret|session.secret»,
          «store: new «RedisStore({ client: redis })|PgStore({ pool })»,|»
          ‹option›: ⟦‹from›→‹to›⟧,
          cookie: { «secure: true|httpOnly: true|maxAge: 3600_000» },
        }),
      );
      «app.use(passport.initialize());|app.use("/api", api);|»
      `,
      `
      export const sessionOptions: SessionOptions = {
        ‹option›: ⟦‹from›→‹to›⟧,
        secret: process.env.«SESSION_SECRET|COOKIE_SECRET»!,
        cookie: {
          httpOnly: true,
          sameSite: "«lax|strict»",
        },
        «name: "‹name›",|»
      };
      `,
      `
      ƒ create«Session|SessionMiddleware»(store: Store, isProduction: boolean) {
        ‹fill›
        return session({
          store,
          secret: secrets.«session|cookies»,
          ‹option›: ⟦‹from›→‹to›⟧,
          cookie: { secure: isProduction, maxAge: «WEEK|DAY|MONTH» },
        });
      ƒ}
      `,
    ],
  }),
];
