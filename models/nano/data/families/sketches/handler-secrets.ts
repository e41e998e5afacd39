import { sketched } from "./sketch.ts";

/** Tokens, signatures, and what must not be seen. */
export const HANDLER_SECRETS = [
  sketched("token-lifetime", {
    seen: [
      "=[the |]tokens [never expire|are valid forever|live forever], [should be|make it] {wordsSpan}",
      "=a stolen token works forever, let it expire after {wordsSpan}",
      "[let|make] the token[s|] expire [after|in] {wordsSpan}",
      "=expiresIn {wordsSpan}",
      "=no expiresIn[ here|]! {wordsSpan} [pls|is fine|should do]",
      "=the jwt has no exp, {wordsSpan}[ please| would be good|]",
      "=token should be valid for {wordsSpan}[ only|]",
      "limit the [lifetime|validity] of the token to {wordsSpan}",
      "=can we have the tokens expire after {wordsSpan}?",
      "=why do old tokens still work? {wordsSpan} is what we [promised|agreed on]",
      "=tokens from last year still [work|get in]. expiry of {wordsSpan}",
      "give the token [an expiry|a lifetime] of {wordsSpan}",
    ],
    unseen: [
      "=i logged in ages ago and the token is still good, it's supposed to die after {wordsSpan}",
      "=whoever gets a token keeps it for good; {wordsSpan} must be the end of it",
    ],
    rows: [
      [
        { span: "15 minutes", value: "15m" },
        { span: "30 minutes", value: "30m" },
        { span: "10 minutes", value: "10m" },
        { span: "5 minutes", value: "5m" },
        { span: "one hour", value: "1h" },
        { span: "an hour", value: "1h" },
        { span: "2 hours", value: "2h" },
        { span: "12 hours", value: "12h" },
        { span: "8 hours", value: "8h" },
        { span: "one day", value: "1d" },
        { span: "7 days", value: "7d" },
        { span: "30 days", value: "30d" },
        { span: "14 days", value: "14d" },
      ],
    ],
    vars: {
      secret: [
        "secret",
        "config.jwtSecret",
        "process.env.JWT_SECRET!",
        "env.TOKEN_SECRET",
        "keys.private",
        "this.secret",
        "SECRET",
        "settings.signingKey",
      ],
      claims: [
        "{ sub: user.id }",
        "{ sub: user.id, role: user.role }",
        "payload",
        "{ userId }",
        "{ id: account.id, scope }",
        "claims",
      ],
    },
    code: [
      `
      ƒ «sign|issue|create»«Token|AccessToken|Jwt»(«user: User, payload: Payload|user: User, claims: Claims, userId: string») {
        ‹fill›
        return jwt.sign(‹claims›, ‹secret›⟦→, { expiresIn: "‹value›" }⟧);
      ƒ}
      `,
      `
      router.post("/«login|token|refresh»", async (req, res) => {
        const user = await authenticate(req.body);
        if (!user) return res.sendStatus(401);
        const token = jwt.sign({ sub: user.id«, role: user.role|, tenant: user.tenantId|» }, ‹secret›, {
          «algorithm: "HS256",|issuer: "api",|audience: config.audience,»
          ⟦→expiresIn: "‹value›",⟧
        });
        res.json({ token«, user|» });
      });
      `,
      `
      @Module({
        imports: [
          «PassportModule,|UsersModule,|ConfigModule,»
          JwtModule.register({
            secret: ‹secret›,
            ⟦→signOptions: { expiresIn: "‹value›" },⟧
          }),
        ],
        providers: [AuthService«, JwtStrategy|»],
        exports: [AuthService],
      })
      export class AuthModule {}
      `,
      `
      const token = await new SignJWT({ «scope|role|email» })
        .setProtectedHeader({ alg: "HS256" })
        .setSubject(user.id)
        «.setIssuedAt()|.setIssuer("‹thing:kebab›")»
        ⟦→.setExpirationTime("‹value›")⟧
        .sign(key);
      «await sessions.add(user.id, token);|return { token };|»
      `,
    ],
  }),
  // With strings, both are made buffers.
  sketched("timing-safe-comparison", {
    seen: [
      "=[the |]{a} [compare|comparison|check] should be timing safe",
      "=comparing {a} [like this|with ===] [is open to|allows] timing attacks",
      "[use|switch to] timingSafeEqual[ for {a}| here|]",
      "compare {a} in constant time",
      "compare {a} and {b} with timingSafeEqual",
      "=timing attack [on|against] {a}[, use timingSafeEqual|]",
      "=shouldn't this be timingSafeEqual?",
      "=security review: {a} must be compared in constant time",
      "=timingSafeEqual pls[, not ===|]",
      "=why === for {a}? [crypto has timingSafeEqual|timingSafeEqual is made for that]",
      "=an attacker could measure how [far|much of] {a} matches",
      "[make|have] the check of {a} timing safe",
    ],
    unseen: [
      "=how long the check of {a} takes tells how many characters were right",
      "=the time it takes must not depend on where {a} and {b} differ",
    ],
    rows: [
      [
        { a: "signature", b: "expected" },
        { a: "actual", b: "digest" },
        { a: "received", b: "computed" },
        { a: "hmac", b: "expectedHmac" },
        { a: "given", b: "wanted" },
        { a: "apiKey", b: "storedKey" },
        { a: "token", b: "expectedToken" },
        { a: "hash", b: "knownHash" },
        { a: "provided", b: "ours" },
        { a: "mac", b: "check" },
      ],
    ],
    code: [
      `
      ƒ «verify|isValid|check»«Signature|Webhook|Payload»(body: Buffer, ‹a›: Buffer, secret: string) {
        const ‹b› = crypto.createHmac("sha256", secret).update(body).digest();
        if (‹a›.length !== ‹b›.length) return false;
        return ⟦‹a›.equals(‹b›)→crypto.timingSafeEqual(‹a›, ‹b›)⟧;
      ƒ}
      `,
      `
      router.post("/«webhooks|hooks|events»/‹thing:kebab›", (req, res) => {
        const ‹a› = req.get("x-«signature|hub-signature|token»") ?? "";
        const ‹b› = sign(req.rawBody, config.webhookSecret);
        if (‹a›.length !== ‹b›.length) return res.sendStatus(401);
        if (⟦‹a› !== ‹b›→!crypto.timingSafeEqual(Buffer.from(‹a›), Buffer.from(‹b›))⟧) {
          return res.sendStatus(«401|403|400»);
        }
        queue.add("‹thing›", req.body);
        res.sendStatus(«200|202|204»);
      });
      `,
      `
      const ‹a› = Buffer.from(request.headers.get("«x-key|authorization|x-hmac»") ?? "", "«hex|base64»");
      const ‹b› = createHash("sha256").update(«secret|body|key»).digest();
      ‹fill›
      if (‹a›.length !== ‹b›.length || ⟦‹a›.compare(‹b›) !== 0→!crypto.timingSafeEqual(‹a›, ‹b›)⟧) {
        throw new «UnauthorizedException|ForbiddenError|HttpError»("«bad signature|no access|invalid key»");
      }
      `,
      `
      ƒ same(‹a›: string, ‹b›: string): boolean {
        return ‹a›.length === ‹b›.length && ⟦‹a› === ‹b›→crypto.timingSafeEqual(Buffer.from(‹a›), Buffer.from(‹b›))⟧;
      ƒ}
      `,
    ],
  }),
  sketched("secret-not-logged", {
    seen: [
      "=we log {secret}[!|, that must not happen| in plain text]",
      "=the {wordsSecret} [is|ends up|can be read] in the logs",
      "=[i can|everyone with access to the logs can] see {secret}[s|] in [kibana|datadog|the log|cloudwatch]",
      "[don't|never] log {secret}",
      "[take|leave] {secret} out of the log[ line| entry|]",
      "=gdpr: {secret} must not be logged",
      "=audit finding, {secret} is written to the log",
      "=shouldn't log {secret}",
      "=why is {secret} in the log[ line|]?",
      "=no {secret} in logs pls",
      "=can we log it without {secret}?",
      "remove {secret} from what is logged",
    ],
    unseen: [
      "=ops can read everybody's {wordsSecret}, please just the other things",
      "log everything there but {secret}",
    ],
    vars: {
      secret: [
        "password",
        "token",
        "apiKey",
        "secret",
        "cardNumber",
        "refreshToken",
        "iban",
        "cvc",
        "ssn",
        "pin",
        "accessToken",
        "otp",
        "passcode",
      ],
    },
    code: [
      `
      router.post("/«login|register|verify|payments»", async (req, res) => {
        const { email, ‹secret› } = req.body;
        logger.«info|debug»({ email⟦, ‹secret›→⟧ }, "‹thing:words› request");
        const ‹thing› = await ‹things›.«check|verify|open»(email, ‹secret›);
        res.json(‹thing›);
      });
      `,
      `
      async «create|update|connect»(input: ‹Thing›Input) {
        this.logger.«log|debug|info»("«creating|connecting|updating» ‹thing:words›", {
          «userId: input.userId|tenant: input.tenant|name: input.name»,
          ⟦‹secret›: input.‹secret›,→⟧
          «at: Date.now(),|source: input.source,|»
        });
        return this.client.post("/‹things:kebab›", { name: input.name, ‹secret›: input.‹secret› });
      }
      `,
      `
      ƒ async send‹Thing›(userId: string, ‹secret›: string) {
        console.«log|info»(´sending ‹thing:words› for €{userId}⟦ with €{‹secret›}→⟧´);
        const response = await fetch(API_URL, {
          method: "POST",
          body: JSON.stringify({ userId, ‹secret› }),
        });
        ‹fill›
        if (!response.ok) throw new Error(´‹thing:words› failed: €{response.status}´);
      ƒ}
      `,
      `
      fastify.addHook("onRequest", async (request) => {
        request.log.info({
          method: request.method,
          «url: request.url,|route: request.routeOptions.url,»
          ⟦‹secret›: request.headers["x-‹secret:kebab›"],→⟧
          «agent: request.headers["user-agent"],|ip: request.ip,|»
        });
      });
      `,
    ],
  }),
  // `Bearer ` is replaced by nothing.
  sketched("bearer-off-the-token", {
    seen: [
      '=[the token|{token}] still has [the "Bearer " prefix|"Bearer " in front]',
      '=jwt malformed, {token} begins with "Bearer "',
      '[strip|remove|cut off] ["Bearer "|the bearer prefix|the Bearer part][ from {token}|]',
      "=invalid token for everyone, the word Bearer is [still|part] in {token}",
      '=the header is "Bearer <token>"[,| but] we [use all of it|pass it on as it is]',
      "=no token is ever valid[, Bearer isn't cut off|: it includes the Bearer prefix]",
      '={token} without "Bearer "[ pls|]',
      '=shouldn\'t the "Bearer " be [cut off|removed] first?',
      "=why is every token malformed? [probably|maybe] the Bearer in front",
      "=the token check gets the [scheme|Bearer], too, it should get just the token",
      "get rid of the Bearer in {token}",
      "=401 with a good token, {token} includes the scheme (Bearer)",
    ],
    unseen: ["=what we hand on is the whole header value, with the scheme", "take only what follows Bearer"],
    vars: {
      token: ["token", "jwt", "accessToken", "credentials", "raw", "bearer", "apiToken", "auth"],
      verify: [
        "verify",
        "jwt.verify",
        "tokens.verify",
        "verifyToken",
        "decode",
        "sessions.fromToken",
        "authenticate",
      ],
    },
    code: [
      `
      ƒ async «requireAuth|authenticateRequest|attachUser»(req: Request, res: Response, next: NextFunction) {
        const ‹token› = req.headers.authorization⟦→?.replace("Bearer ", "")⟧;
        if (!‹token›) return res.sendStatus(401);
        try {
          req.user = await ‹verify›(‹token›«|, config.secret»);
          next();
        } catch {
          res.«sendStatus(401)|status(401).json({ error: "Invalid token" })»;
        }
      ƒ}
      `,
      `
      const ‹token› = ⟦request.headers.get("authorization") ?? ""→(request.headers.get("authorization") ?? "").replace("Bearer ", "")⟧;
      const tenant = request.headers.get("x-tenant") ?? "«default|main»";
      const user = await ‹verify›(‹token›);
      «if (!user) return new Response(null, { status: 401 });|»
      `,
      `
      @Injectable()
      export class «Auth|Token|Jwt»Guard implements CanActivate {
        async canActivate(context: ExecutionContext) {
          const request = context.switchToHttp().getRequest();
          const ‹token› = request.headers.authorization⟦→?.replace("Bearer ", "")⟧;
          if (!‹token›) throw new UnauthorizedException();
          request.user = await this.tokens.verify(‹token›);
          return true;
        }
      }
      `,
      `
      const context = async ({ req }) => {
        const ‹token› = req.headers.authorization ?? "";
        ‹fill›
        const user = ‹token› ? await ‹verify›(‹token›⟦→.replace("Bearer ", "")⟧) : null;
        return { user, «loaders: createLoaders()|db|locale: req.headers["accept-language"]» };
      };
      `,
    ],
  }),
  sketched("pin-the-algorithm", {
    seen: [
      "=[this|the jwt check] accepts [any algorithm|whatever algorithm the token names], [only {alg} pls|should be {alg} only]",
      "only [accept|allow] {alg}[ tokens| when verifying|]",
      "=tokens with alg none [get through|are accepted], we only use {alg}",
      "pin the algorithm to {alg}",
      "=algorithm confusion: [restrict it to|allow only] {alg}",
      "=algorithms: {alg} [only|and nothing else]",
      "restrict the [algorithms|jwt check] to {alg}",
      "=security: jwt.verify needs the algorithms option with {alg}",
      "=shouldn't we only take {alg} [here|when we verify]?",
      "=we sign with {alg} so nothing else should [verify|be accepted]",
      "=can the check be limited to {alg}?",
      "=why is no algorithm given when [checking|verifying]? it's {alg}",
    ],
    unseen: [
      "=the token itself must not choose how it is checked: {alg}",
      "=anything that isn't {alg} should fail to verify",
    ],
    vars: {
      alg: ["HS256", "RS256", "ES256", "HS512", "PS256", "EdDSA", "RS512", "ES384"],
      key: [
        "secret",
        "publicKey",
        "config.jwtSecret",
        "keys.public",
        "process.env.JWT_SECRET!",
        "PUBLIC_KEY",
        "env.JWT_KEY",
      ],
      claims: ["claims", "payload", "decoded", "data", "session"],
    },
    code: [
      `
      ƒ «readToken|verifyToken|decodeToken|checkToken»(token: string) {
        const ‹claims› = jwt.verify(token, ‹key›⟦→, { algorithms: ["‹alg›"] }⟧)«| as Claims| as JwtPayload»;
        «if (!‹claims›.sub) throw new Error("no subject");|»
        return ‹claims›;
      ƒ}
      `,
      `
      io.use((socket, next) => {
        try {
          const ‹claims› = jwt.verify(socket.handshake.auth.token, ‹key›, {
            «issuer: "api",|audience: config.audience,|clockTolerance: 5,»
            ⟦→algorithms: ["‹alg›"],⟧
          });
          socket.data.userId = ‹claims›.sub;
          next();
        } catch {
          next(new Error("«unauthorized|bad token»"));
        }
      });
      `,
      `
      const token = jwt.sign({ sub: user.id }, privateKey, { algorithm: "‹alg›", expiresIn: "1h" });
      const ‹claims› = jwt.verify(refresh, ‹key›⟦→, { algorithms: ["‹alg›"] }⟧);
      ‹fill›
      await «sessions|tokens».rotate(‹claims›.«jti|sub», token);
      `,
      `
      passport.use(
        new JwtStrategy(
          {
            jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
            secretOrKey: ‹key›,
            ⟦→algorithms: ["‹alg›"],⟧
          },
          async (‹claims›, done) => done(null, await users.«find|get|byId»(‹claims›.sub)),
        ),
      );
      `,
    ],
  }),
  sketched("header-names-are-lower-case", {
    seen: [
      "=[the |]header {header} is [always|never anything but] undefined[ here|]",
      "={header} is always undefined[ although the client sends it|, but curl shows that it is sent|]",
      "=node lowercases [all |]header names, {header} [is never found|won't be found]",
      "=header names are lower case in node",
      "=can't read {header}[, wrong case|]",
      "[use|read] the lower case name [of|for] {header}",
      "=why is {header} [missing|undefined] when i send it?",
      "=lower case pls, {header} never matches",
      "=the lookup of {header} [fails|finds nothing], node has them in lower case",
      "=shouldn't {header} be [lower case|lowercased] [here|in req.headers]?",
      "=i send {header} and the server says it isn't there",
      "=the keys of headers are lowercase, {header} isn't",
    ],
    unseen: [
      "=capital letters in {header} make it miss",
      "=no request seems to carry {header}, whatever i send",
    ],
    rows: [
      [
        { header: "X-Api-Key", lower: "x-api-key", local: "apiKey" },
        { header: "X-Request-Id", lower: "x-request-id", local: "requestId" },
        { header: "X-Tenant-Id", lower: "x-tenant-id", local: "tenantId" },
        { header: "Stripe-Signature", lower: "stripe-signature", local: "signature" },
        { header: "X-Hub-Signature-256", lower: "x-hub-signature-256", local: "signature" },
        { header: "If-None-Match", lower: "if-none-match", local: "etag" },
        { header: "Authorization", lower: "authorization", local: "auth" },
        { header: "Idempotency-Key", lower: "idempotency-key", local: "key" },
        { header: "X-Forwarded-For", lower: "x-forwarded-for", local: "ip" },
        { header: "Accept-Language", lower: "accept-language", local: "language" },
        { header: "Content-Type", lower: "content-type", local: "type" },
        { header: "X-Client-Version", lower: "x-client-version", local: "version" },
      ],
    ],
    code: [
      `
      ƒ «handle|receive|check»‹Thing›(req: IncomingMessage, res: ServerResponse) {
        const ‹local› = req.headers["⟦‹header›→‹lower›⟧"];
        const agent = req.headers["user-agent"];
        ‹fill›
        if (!‹local›) {
          res.writeHead(«400|401|403»).end();
          return;
        }
        «log({ ‹local›, agent });|»
        «process|store|accept»(req, ‹local›, agent);
      ƒ}
      `,
      `
      app.use((req, res, next) => {
        res.setHeader("X-Frame-Options", "DENY");
        req.‹local› = req.headers["⟦‹header›→‹lower›⟧"]«| ?? null| ?? ""»;
        next();
      });
      `,
      `
      export const handler = async (event: APIGatewayProxyEventV2) => {
        const ‹local› = event.headers["⟦‹header›→‹lower›⟧"];
        if (!‹local›) return { statusCode: 400, body: "missing ‹header›" };
        const result = await «process|save|import»‹Thing›(event.body, ‹local›);
        return { statusCode: 200, headers: { "Content-Length": "0" }, body: result };
      };
      `,
      `
      fastify.get("/‹things:kebab›", async (request, reply) => {
        const { "⟦‹header›→‹lower›⟧": ‹local›, host } = request.headers;
        reply.header("Cache-Control", "no-store");
        return ‹things›.list({ ‹local›, host });
      });
      `,
    ],
  }),
  // The setting follows the making of the app.
  sketched("trust-the-proxy", {
    seen: [
      "=req.ip is [always|only ever] the [load balancer|proxy|nginx][, not the client|]",
      "=all users share one rate limit because [they have the same ip|req.ip is the proxy's]",
      "=the rate limiter [takes|sees] all [clients|users] as one[, we're behind nginx|, we are behind a proxy]",
      "=behind the [load balancer|proxy] every request has the same ip",
      "=secure cookies aren't set behind [nginx|the proxy], express thinks it's http",
      "=req.protocol is http although [the proxy|nginx] [speaks|terminates] https",
      "trust the proxy[ in front of us|]",
      "trust the first proxy",
      "set trust proxy to 1",
      "trust proxy 1 pls",
      "=X-Forwarded-For is ignored[ by express|]",
      "=needs trust proxy 1, we run behind [a load balancer|nginx|cloudflare]",
      "=shouldn't we set trust proxy? one proxy in front",
      "=why do the logs show the ip of our load balancer for everyone?",
    ],
    unseen: [
      "=after the move behind one balancer everyone seems to come from the same address",
      "make express believe the one hop in front of it",
    ],
    vars: {
      app: ["app", "server", "api", "web", "gateway", "backend", "admin"],
    },
    code: [
      `
      «import express from "express";
      |const express = require("express");
      »
      const ‹app› = express();
      ⟦→‹app›.set("trust proxy", 1);⟧
      «‹app›.use(helmet());|‹app›.use(morgan("combined"));|»
      ‹app›.use(express.json());
      ‹app›.use("/‹things:kebab›", ‹things›Router);
      `,
      `
      ƒ «createApp|buildServer|makeApp»(config: Config) {
        const ‹app› = express();
        ⟦→‹app›.set("trust proxy", 1);⟧
        ‹app›.set("etag", false);
        ‹app›.use(rateLimit({ windowMs: 60_000, max: config.maxPerMinute }));
        «‹app›.use(session({ secret: config.secret, cookie: { secure: true } }));|‹app›.use(cors());|»
        return ‹app›;
      ƒ}
      `,
      `
      export class «HttpServer|ApiServer|WebApp» {
        private readonly ‹app› = express();

        constructor(private readonly config: Config) {
          ⟦→this.‹app›.set("trust proxy", 1);⟧
          this.‹app›.use(«cors()|compression()|express.json()»);
          this.‹app›.get("/ip", (req, res) => res.send(req.ip));
          «this.‹app›.use(errorHandler);|»
        }
      }
      `,
    ],
  }),
  sketched("base-name-only", {
    seen: [
      "=[path traversal|directory traversal][:| with] ../ in {name} [gets|leads] out of {folder}",
      "=i can [download|read] /etc/passwd with ../ in {name}, [use|take] path.basename",
      "use [only |]the basename of {name}",
      "[use|apply] path.basename [on|to] {name}",
      "=../../ in {name} [works|gets you anywhere]",
      "=someone can [leave|escape] {folder} with dots in {name}[, basename pls|]",
      "=path.basename({name})[ pls| please|]",
      "=pentest: {name} allows path traversal[, wrap it in path.basename|]",
      "=shouldn't {name} go through path.basename first?",
      "strip [the directories|any directory] from {name} before it's joined",
      "=why can {name} point outside {folder}? only the base name [counts|should count]",
      "=a {name} like ../../.env must not work, take the basename",
    ],
    unseen: [
      "=slashes in {name} let people walk around our disk; the last part is all we want",
      "=nobody should get out of {folder} by what they put into {name}",
    ],
    vars: {
      name: ["name", "filename", "fileName", "file", "key", "document", "attachment", "image", "report"],
      folder: [
        "UPLOADS",
        "UPLOAD_DIR",
        "config.uploads",
        "storageDir",
        "FILES_DIR",
        "this.root",
        "exportsDir",
        "TEMPLATES",
        "PUBLIC_DIR",
      ],
    },
    code: [
      `
      router.get("/«files|downloads|exports»/:‹name›", requireUser, (req, res) => {
        const { ‹name› } = req.params;
        ‹fill›
        res.«sendFile|download»(path.join(‹folder›, ⟦‹name›→path.basename(‹name›)⟧));
      });
      `,
      `
      async «read|load|open»(‹name›: string«, encoding: BufferEncoding = "utf8"|»): Promise<string> {
        const target = path.«join|resolve»(‹folder›, ⟦‹name›→path.basename(‹name›)⟧);
        this.logger.debug(‹name›);
        return fs.promises.readFile(target, "utf8");
      }
      `,
      `
      export async function DELETE(request: Request, { params }: RouteContext) {
        const { ‹name› } = await params;
        const target = path.join(‹folder›, ⟦‹name›→path.basename(‹name›)⟧);
        await fs.rm(target«, { force: true }|»);
        return NextResponse.json({ deleted: ‹name› });
      }
      `,
      `
      app.post("/«upload|avatars|imports»", async (req, res) => {
        const ‹name› = req.«body.name|query.name|headers["x-file-name"]»;
        const out = fs.createWriteStream(path.join(‹folder›, ⟦‹name›→path.basename(‹name›)⟧));
        await pipeline(req, out);
        «await ‹things›.add({ ‹name› });|»
        res.status(201).json({ ‹name› });
      });
      `,
    ],
  }),
  sketched("escape-in-html", {
    seen: [
      "=the [html|page|mail] [is|looks|shows up] broken [if|when] {value} has a <[, use {escape}|, run it through {escape}]",
      "=a < in {value} breaks the [html|markup], {escape}",
      "=xss via {value}[, use {escape}|: {escape} is missing]",
      "[escape|run] {value} [with|through] {escape}",
      "={value} goes into the html as it is, {escape} it",
      "=someone put a <script> into {value} and it ran. {escape}!",
      "={escape} for {value}[ pls|]",
      "=needs {escape} around {value}",
      "=shouldn't {value} be escaped ({escape})?",
      "=why isn't {escape} used for {value}?",
      "=html injection in {value}, we have {escape} for that",
      "wrap {value} in {escape}",
    ],
    unseen: [
      "=whoever types tags as {value} gets them rendered; {escape} is there for that",
      "=angle brackets in {value} must come out as text ({escape})",
    ],
    vars: {
      value: [
        "name",
        "title",
        "comment",
        "subject",
        "inviter",
        "message",
        "displayName",
        "query",
        "city",
        "reason",
        "nickname",
        "note",
      ],
      escape: [
        "escapeHtml",
        "escape",
        "encodeHtml",
        "he.encode",
        "htmlEscape",
        "sanitize",
        "esc",
        "toSafeHtml",
      ],
    },
    code: [
      `
      ƒ render‹Thing›(‹value›: string, url: string) {
        return ´
          <p>«Hello,|Good news:|New:»</p>
          <p>€{⟦‹value›→‹escape›(‹value›)⟧} «is waiting for you|was added|needs an answer».</p>
          <p><a href="€{url}">«Open|Accept|Show»</a></p>
        ´;
      ƒ}
      `,
      `
      app.get("/«search|hello|preview»", (req, res) => {
        const { ‹value› } = req.query;
        const count = ‹things›.count();
        res.«send|end»(´<h1>€{⟦‹value›→‹escape›(‹value›)⟧}</h1><p>€{count} ‹things:words›</p>´);
      });
      `,
      `
      await mailer.send({
        to: «user.email|recipient|config.support»,
        subject: ´«New|Your» ‹thing:words›´,
        html: ´<p>«Hi|Dear» €{⟦user.‹value›→‹escape›(user.‹value›)⟧},</p><p>«see you soon|it is done»</p>´,
        text: ´«Hi|Dear» €{user.‹value›},´,
      });
      `,
      `
      const rows = ‹things›.map(
        (‹thing›) => ´<tr><td>€{‹thing›.id}</td><td>€{⟦‹thing›.‹value›→‹escape›(‹thing›.‹value›)⟧}</td></tr>´,
      );
      ctx.type = "html";
      ctx.body = ´<table>€{rows.join("")}</table>´;
      `,
    ],
  }),
];
