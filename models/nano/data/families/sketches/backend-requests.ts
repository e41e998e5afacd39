import { sketched } from "./sketch.ts";

/** What people ask of code that calls other services, and of what it makes of their errors. */
export const BACKEND_REQUESTS = [
  // The timeout goes last in the options; with fetch it is a signal.
  sketched("request-times-out", {
    seen: [
      "=[hangs|it hangs] forever when {wordsService} doesn't answer, {wordsTime} should be [the limit|enough]",
      "add a timeout of {wordsTime} to the {wordsService} [call|request]",
      "[add|set] a timeout [for|on] {wordsService}, {wordsTime}",
      "=no timeout on the {wordsService} call, {wordsTime} please",
      "give up on {wordsService} after {wordsTime}",
      "=should give up after {wordsTime} if {wordsService} is silent",
      "=the {wordsService} request needs a timeout ({wordsTime})",
      "=we wait for {wordsService} for minutes, {wordsTime} is the most we [can|want to] wait",
      "=can the {wordsService} call time out after {wordsTime}?",
      "=when {wordsService} is down our requests pile up. time out after {wordsTime}",
      "=timeout for {wordsService}: {wordsTime}",
      "don't wait more than {wordsTime} for {wordsService}",
      "=[yesterday|last night] {wordsService} was stuck and so were we, {wordsTime} at most [please|from now on]",
      "=if {wordsService} takes longer than {wordsTime} we [don't want|no longer need] the answer",
      "=there's no limit on how long {wordsService} may take, make it {wordsTime}",
      "limit the {wordsService} [request|call] to {wordsTime}",
      "=one slow {wordsService} call blocks the [page|worker], cut it off after {wordsTime}",
      "=how long do we wait for {wordsService}? [should be|i'd say] {wordsTime}",
      "=abort {wordsService} after {wordsTime}",
    ],
    unseen: [
      "=a sleepy {wordsService} mustn't block us for more than {wordsTime}",
      "abort the {wordsService} call once {wordsTime} have passed",
    ],
    vars: {
      service: [
        "rates",
        "billing",
        "search",
        "weather",
        "inventory",
        "shipping",
        "geo",
        "crm",
        "payments",
        "tax",
      ],
    },
    rows: [
      [
        { time: "5 seconds", ms: "5000" },
        { time: "5 sec", ms: "5000" },
        { time: "2 seconds", ms: "2000" },
        { time: "3 seconds", ms: "3000" },
        { time: "10 seconds", ms: "10_000" },
        { time: "30 seconds", ms: "30_000" },
        { time: "15 seconds", ms: "15_000" },
        { time: "500 ms", ms: "500" },
        { time: "800 ms", ms: "800" },
        { time: "one second", ms: "1000" },
        { time: "a minute", ms: "60_000" },
      ],
    ],
    code: [
      `
      ƒ async load‹Thing›(id: string) {
        const [‹thing›, ‹service›] = await Promise.all([
          db.‹things›.find(id),
          axios.get(´€{‹service:CONST›_URL}/‹things:kebab›/€{id}´, {
            «headers: { authorization: token }|params: { full: true }|responseType: "json"»,
            ⟦→timeout: ‹ms›,⟧
          }),
        ]);
        return { ...‹thing›, ...‹service›.data };
      ƒ}
      `,
      `
      ƒ async fetch‹Service›(‹thing›: ‹Thing›) {
        ‹fill›
        const res = await fetch(´€{config.‹service›Url}/«v1|v2|api»/‹things:kebab›´, {
          method: "POST",
          body: JSON.stringify(‹thing›),
          ⟦→signal: AbortSignal.timeout(‹ms›),⟧
        });
        if (!res.ok) throw new Error(´‹service› answered €{res.status}´);
        return res.json();
      ƒ}
      `,
      `
      const ‹other› = axios.create({ baseURL: env.‹other:CONST›_URL, timeout: 20_000 });
      const ‹service› = axios.create({ baseURL: env.‹service:CONST›_URL⟦→, timeout: ‹ms›⟧ });

      ƒ async get‹Thing›(id: string) {
        const { data } = await ‹service›.get(´/‹things:kebab›/€{id}´);
        return data;
      ƒ}
      `,
      `
      export class ‹Service›Client {
        async find(id: string): Promise<‹Thing› | undefined> {
          const res = await fetch(´€{this.baseUrl}/‹things:kebab›/€{id}´, { headers: this.headers⟦→, signal: AbortSignal.timeout(‹ms›)⟧ });
          return res.ok ? ((await res.json()) as ‹Thing›) : undefined;
        }

        url(path: string) {
          return new URL(path, this.baseUrl);
        }
      }
      `,
    ],
  }),

  sketched("request-header-too", {
    seen: [
      "send the {wordsHeader} header [along|too|as well], [value is|it's] {value}",
      "=the {wordsHeader} header is missing, [value is|it is] {value}",
      "add [a|the] header {wordsHeader} [with the value|set to] {value}",
      "=upstream [wants|needs] {wordsHeader}: {value}",
      "pass {value} on as {wordsHeader}",
      "=we can't trace calls as {wordsHeader} isn't passed on, take {value}",
      "=should send {value} in the {wordsHeader} header",
      "=can we forward {value} [as|in] {wordsHeader}?",
      "={wordsHeader} header with {value} please",
      "=they reject calls without {wordsHeader}, use {value} for it",
      "set {wordsHeader} to {value} on the [request|call]",
      "=the other side asks for a {wordsHeader} header ({value})",
      "={wordsHeader} isn't sent[ along|], should be {value}",
      "=their api answers 400: {wordsHeader} required. we have {value}",
      "include {wordsHeader} with {value} in the headers",
      "=the headers lack {wordsHeader} ({value})",
      "={wordsHeader}: {value} has to be in the headers[ too|]",
      "=how will they know {value}? send it as {wordsHeader}",
      "=one more header, {wordsHeader}, [with|holding] {value}",
    ],
    unseen: [
      "=our calls can't be told apart over there, they need {value} under {wordsHeader}",
      "have {value} travel with the request, header name {wordsHeader}",
    ],
    rows: [
      [
        { header: "x-request-id", value: "ctx.requestId" },
        { header: "x-correlation-id", value: "ctx.correlationId" },
        { header: "x-tenant-id", value: "ctx.tenantId" },
        { header: "idempotency-key", value: "ctx.key" },
        { header: "x-api-key", value: "config.apiKey" },
        { header: "x-trace-id", value: "span.traceId" },
        { header: "if-match", value: "etag" },
        { header: "x-api-version", value: "API_VERSION" },
        { header: "user-agent", value: "USER_AGENT" },
        { header: "x-signature", value: "signature" },
        { header: "accept-language", value: "locale" },
      ],
    ],
    vars: { verb: ["create", "submit", "push", "register", "send"] },
    code: [
      `
      ƒ ‹verb›‹Thing›(ctx: Context, ‹thing›: ‹Thing›Input, { etag, locale, signature, span }: Extras) {
        return http.post("/‹things:kebab›", ‹thing›, {
          headers: {
            authorization: ´Bearer €{ctx.token}´,
            ⟦→"‹header›": ‹value›,⟧
          },
        });
      ƒ}
      `,
      `
      const res = await fetch(´€{baseUrl}/‹things:kebab›/€{‹thing›.id}´, {
        method: "«PUT|POST|PATCH»",
        headers: { "content-type": "application/json"⟦→, "‹header›": ‹value›⟧ },
        body: JSON.stringify(«‹thing›|{ ‹thing› }»),
      });
      if (!res.ok) throw new Error(´‹verb› failed: €{res.status}´);
      `,
      `
      ƒ async ‹verb›‹Things›(‹things›: ‹Thing›[], opts: Options) {
        const { ctx, etag, locale, signature, span } = opts;
        const meta = { count: ‹things›.length, source: "«import|batch|ui»" };
        const { data } = await client.request({
          url: "/‹things:kebab›/batch",
          method: "post",
          data: { ‹things›, meta },
          headers: {
            accept: "application/json",
            "x-client": "«worker|web|cli»",
            ⟦→"‹header›": ‹value›,⟧
          },
        });
        return data;
      ƒ}
      `,
    ],
  }),

  // The status stands at the end of the message, behind a colon.
  sketched("status-in-the-error", {
    seen: [
      "=the [error|message] doesn't [say|tell] which status it was, put it at the end after a colon",
      "[put|include] the status at the end of the [error|message], after a colon",
      "add the status to the error[ message|], behind a colon",
      "=can we see the status in the [error|message]? {wordsText}: 404",
      "=which status was it? should read like {wordsText}: 503",
      "=can't tell a 404 from a 500 in the logs, i want {wordsText}: 404",
      "=the http status gets lost, the message should be {wordsText}: and then the status",
      "append the [response status|status code] to the message, after a colon",
      "=the error should say {wordsText}: 500, or whatever the status was",
      "=was it a 401? a 503? the error should tell, {wordsText}: 401",
      "=message without status is useless, end it with a colon and the status",
      "make the message {wordsText}: plus the status",
      "=sentry groups all failures since the status isn't in the message. {wordsText}: 500 please",
      "=support asks which status, put it behind {wordsText} with a colon",
      "=the message should end with a colon and the status[ code|]",
      "=i can't see what the server said, {wordsText}: 403 for example",
      "extend the message by a colon and the status",
      "=just {wordsText} isn't enough, i want {wordsText}: 400",
      "=debugging this is hard without the status, so {wordsText}: 502",
    ],
    unseen: [
      "=from what is thrown nobody can see how the server answered, let it read {wordsText}: 429 for instance",
      "let the message end in a colon and the status",
    ],
    vars: {
      res: ["res", "response", "answer", "reply", "r"],
      text: [
        "request failed",
        "upload failed",
        "could not load ‹things:words›",
        "bad response",
        "‹thing:words› not saved",
        "sync failed",
        "cannot reach ‹other:words› service",
      ],
      error: ["Error", "HttpError", "UpstreamError", "ApiError", "ServiceError"],
    },
    code: [
      `
      ƒ async load‹Thing›(id: string): Promise<‹Thing›> {
        if (!id) throw new ‹error›("no id");
        const ‹res› = await fetch(´/api/‹things:kebab›/€{id}´);
        if (!‹res›.ok) throw new ‹error›(⟦"‹text›"→´‹text›: €{‹res›.status}´⟧);
        return ‹res›.json();
      ƒ}
      `,
      `
      export class ‹Thing›Client {
        async send(‹thing›: ‹Thing›) {
          const ‹res› = await this.http(´€{this.baseUrl}/‹things:kebab›´, { method: "POST", body: ‹thing› });
          if (‹res›.status >= 400) {
            this.failures++;
            «this.logger.warn("not sent");|»
            throw new ‹error›(⟦"‹text›"→´‹text›: €{‹res›.status}´⟧);
          }
          if (!‹res›.body) throw new ‹error›("empty");
          return ‹res›.body;
        }
      }
      `,
      `
      ƒ async sync‹Things›(since: Date) {
        const ‹res› = await fetch(syncUrl(since)«, { headers }|»);
        if (‹res›.ok) {
          «const rows = await ‹res›.json();
          return apply(rows);|return ‹res›.json();»
        }
        ‹fill›
        throw new ‹error›(⟦"‹text›"→´‹text›: €{‹res›.status}´⟧);
      ƒ}
      `,
    ],
  }),

  sketched("signal-passed-on", {
    seen: [
      "add an optional signal[ parameter|] and pass it on to {call}",
      "=callers can't cancel this, [take|accept] an optional signal and [give|pass] it to {call}",
      "let callers [abort|cancel] it with an optional AbortSignal called signal",
      "=should take an optional signal[ for {call}|]",
      "=there's no way to abort it, an optional signal [as last parameter|at the end] would [do|help]",
      "accept an AbortSignal (signal, optional) and hand it to {call}",
      "=can this be made abortable? optional signal as last parameter",
      "make it abortable[ with an optional signal|]",
      "=the request goes on after the user left, we'd like to pass an optional signal",
      "=needs an optional signal?: AbortSignal that goes to {call}",
      "=no way to cancel {call} from outside, signal as an optional last parameter",
      "=react wants to abort this on unmount, [so |]an optional signal please",
      "=[can't|no way to] pass an AbortSignal, make it an optional last parameter",
      "[support|allow] aborting via an optional signal",
      "={call} could be aborted if we [took|had] an optional signal",
      "=when the user types fast the old requests should be abortable, optional signal[ as the last parameter|]",
      "add signal?: AbortSignal and give it to {call}",
      "=abort support missing (optional signal)",
      "=how do i cancel this? there should be an optional signal",
    ],
    unseen: [
      "=old searches still run when a new one starts, an optional signal that reaches {call} would let us stop them",
      "thread an optional signal through to {call}",
    ],
    vars: { call: ["fetch", "request", "http.get", "client.get", "ky", "api.get", "axios.get"] },
    code: [
      `
      ƒ async get‹Thing›(id: string⟦→, signal?: AbortSignal⟧): Promise<‹Thing›> {
        ‹fill›
        const res = await ‹call›(´/«api|v1»/‹things:kebab›/€{id}´, { headers⟦→, signal⟧ });
        «if (!res.ok) throw new HttpError(res.status);|await check(res);»
        return («await res.json()|res.data») as ‹Thing›;
      ƒ}
      `,
      `
      export class ‹Thing›Api {
        async search(term: string, page = 1⟦→, signal?: AbortSignal⟧) {
          const query = new URLSearchParams({ term, page: String(page) });
          const res = await ‹call›(´€{this.base}/search?€{query}´, {
            headers: this.headers,
            ⟦→signal,⟧
          });
          return res.json();
        }

        async count() {
          return (await ‹call›(´€{this.base}/count´)).json();
        }
      }
      `,
      `
      ƒ async load‹Things›(‹other›Id: string, «limit = 50|sort = "name"|since?: Date»⟦→, signal?: AbortSignal⟧) {
        const ‹other› = await cached‹Other›(‹other›Id);
        return ‹call›(‹other›.«url|href», { timeout: 5000⟦→, signal⟧ });
      ƒ}
      `,
    ],
  }),

  sketched("not-found-is-null", {
    seen: [
      "=a 404 [shouldn't|must not] throw, [return null|null] [instead|then|in that case]",
      "return null on 404",
      "=404 just means there's no {wordsThing}, null then",
      "=it throws when the {wordsThing} doesn't exist, [should be|i'd like] null [on 404|for a 404]",
      "=null if the [status is|server says] 404",
      "answer null for a 404[, other errors still throw|]",
      "=missing {wordsThings} are no error: null on 404",
      "=can it return null when the server says 404?",
      "=404 is fine, [that's|should be] null",
      "=why does an unknown id throw? the 404 should become null",
      "=unknown {wordsThing} (404) → null",
      "treat 404 as [no {wordsThing}|null]",
      "=the caller wants null when there's no such {wordsThing} (404)",
      "=we get an exception for each {wordsThing} that is gone, null on 404 please",
      "make a 404 return null",
      "=404 isn't an error for us, give back null",
    ],
    unseen: [
      "=an absent {wordsThing} is nothing to make a fuss about: with 404 it's null",
      "turn not found (404) into null rather than into an exception",
    ],
    vars: {
      res: ["res", "response", "answer", "reply", "r"],
      err: ["err", "error", "e"],
    },
    code: [
      `
      ƒ async find‹Thing›(id: string): Promise<‹Thing› | null> {
        const ‹res› = await fetch(´€{API}/‹things:kebab›/€{id}´«, { headers }|»);
        ⟦→if (‹res›.status === 404) return null;⟧
        if (!‹res›.ok) throw new Error(´‹thing:words› request failed: €{‹res›.status}´);
        return (await ‹res›.json()) as ‹Thing›;
      ƒ}
      `,
      `
      export class ‹Thing›Client {
        async get(id: string): Promise<‹Thing› | null> {
          try {
            const { data } = await this.http.get<‹Thing›>(´/‹things:kebab›/€{id}´);
            return data;
          } catch (‹err›) {
            ⟦→if (‹err›.response?.status === 404) return null;⟧
            «this.logger.error({ ‹err› }, "‹thing:words› not loaded");|this.failures++;|»
            throw ‹err›;
          }
        }
      }
      `,
      `
      ƒ async lookup‹Thing›(‹other›: ‹Other›) {
        const ‹res› = await client.request({ path: ´/‹things:kebab›/€{‹other›.id}´ });
        «metrics.increment("lookup");|‹fill›»
        ⟦→if (‹res›.status === 404) return null;⟧
        if (‹res›.status >= 400) {
          throw new UpstreamError("‹thing:words› lookup failed", ‹res›.status);
        }
        return to‹Thing›(‹res›.body);
      ƒ}
      `,
    ],
  }),

  sketched("no-body-no-json", {
    seen: [
      "=Unexpected end of JSON input [when the answer is 204|on 204]",
      "=a 204 has no body, return undefined [then|in that case]",
      "return undefined on 204",
      "=delete [fails|throws] with Unexpected end of JSON input, it answers 204. undefined then",
      "=[204|a 204] breaks the json parsing, [should be|i'd expect] undefined",
      "=no content (204) should give undefined",
      "=can it return undefined for 204[ instead of parsing|]?",
      "handle 204[ (no content)|]: return undefined",
      "=empty responses (204) blow up in json(), undefined please",
      "don't parse the body of a 204, return undefined",
      "=json() throws as there's nothing to parse in a 204, so undefined",
      "=why does a successful delete throw? it's a 204, that should be undefined",
      "=after a [delete|put] we get a SyntaxError, since [the body is empty|204 has no content]: undefined then",
      "=res.json() on a 204 [fails|throws]. should be undefined",
      "=the delete works on the server but the client throws, it's a 204 → undefined",
      "[check for|look out for] 204 first and return undefined",
      "=204: return undefined[, not json|]",
      "=[empty body|no content] with status 204, so please undefined instead of a parse error",
      "before parsing, return undefined if the status is 204",
    ],
    unseen: [
      "=some calls succeed with nothing in them, status 204, and then we crash. give back undefined for those",
      "let 204 result in undefined before json gets its hands on it",
    ],
    vars: { res: ["res", "response", "answer", "reply", "r"] },
    code: [
      `
      ƒ async request<T>(path: string, init?: RequestInit): Promise<T | undefined> {
        const ‹res› = await fetch(´€{«BASE_URL|baseUrl|API»}€{path}´, init);
        if (!‹res›.ok) throw new HttpError(‹res›.status, path);
        ⟦→if (‹res›.status === 204) return undefined;⟧
        return (await ‹res›.json()) as T;
      ƒ}
      `,
      `
      export class ‹Thing›Api {
        async remove(id: string) {
          const ‹res› = await this.http.send("DELETE", ´/‹things:kebab›/€{id}´);
          if (‹res›.status === 401) throw new Unauthorized();
          if (‹res›.status >= 400) throw new ApiError(‹res›.status);
          ⟦→if (‹res›.status === 204) return undefined;⟧
          return ‹res›.json();
        }

        async list() {
          const ‹res› = await this.http.send("GET", "/‹things:kebab›");
          return ‹res›.json();
        }
      }
      `,
      `
      const call = async (method: string, url: string, body?: unknown) => {
        const ‹res› = await fetch(url, { method, body: JSON.stringify(body) });
        «log.debug(´€{method} €{url}: €{‹res›.status}´);|metrics.increment("calls");»
        if («!‹res›.ok|‹res›.status >= 400») {
          throw new Error(await ‹res›.text());
        }
        ⟦→if (‹res›.status === 204) return undefined;⟧
        const data = await ‹res›.json();
        return «data|data.result»;
      };
      `,
    ],
  }),

  sketched("message-of-an-unknown-error", {
    seen: [
      "={err} is unknown[ here|], so ts complains about .message, use {fallback} if it's not an Error",
      "=[what if|when] {err} isn't an Error? {fallback} [then|in that case]",
      "=object is of type unknown ({err}). {fallback} if it's no Error",
      "use {fallback} when {err} isn't an Error",
      "=if a string is thrown the message is undefined, take {fallback} then",
      "=message is undefined when something other than an Error is thrown, {fallback} in that case",
      "=not everything that is thrown has a message, fall back to {fallback}",
      "only read the message if {err} is an Error, else {fallback}",
      "check {err} with instanceof first, [otherwise|else] {fallback}",
      "=crashes in the catch when [null|undefined|a string] is thrown, {fallback} unless it's an Error",
      "=can this cope with things thrown that are no Error? {fallback}",
      "={err} may be anything, {fallback} unless it's an Error",
      "=ts18046: {err} is of type unknown. instanceof Error, else {fallback}",
      "=reads message of whatever was thrown, [use|take] {fallback} for things that are no Error",
      "={err} could be a string, then {fallback}",
      "=useUnknownInCatchVariables complains about {err}, {fallback} as fallback",
      "=the reason is undefined when a string was thrown, [should be|use] {fallback}",
      "=if {err} is no Error use {fallback}[ instead of the message|]",
      '=we got "undefined" as message since a library throws strings. {fallback} for those',
    ],
    unseen: [
      "=some libs throw plain strings, {fallback} should be used for everything that is no real Error",
      "narrow {err} before touching message, with {fallback} for the rest",
    ],
    vars: {
      err: ["err", "error", "e", "cause", "reason", "failure"],
      fallback: ["String(‹err›)"],
      field: ["error", "reason", "message", "lastError", "detail"],
    },
    code: [
      `
      try {
        await sync‹Things›(‹other›Id);
      } catch (‹err›) {
        await reportFailure(‹other›Id, ⟦‹err›.message→‹err› instanceof Error ? ‹err›.message : String(‹err›)⟧);
      }
      `,
      `
      ƒ async run‹Thing›Job(job: Job): Promise<JobResult> {
        try {
          await process‹Thing›(job.data);
          return { ok: true };
        } catch (‹err›) {
          «logger.error({ ‹err› }, "‹thing:words› job failed");|metrics.increment("jobs.failed");|»
          return { ok: false, ‹field›: ⟦‹err›.message→‹err› instanceof Error ? ‹err›.message : String(‹err›)⟧ };
        }
      ƒ}
      `,
      `
      router.post("/‹things:kebab›", async (req, res) => {
        try {
          const ‹thing› = await create‹Thing›(req.body);
          res.status(201).json({ ‹thing›, message: ‹thing›.message });
        } catch (‹err›) {
          res.status(500).json({ ‹field›: ⟦‹err›.message→‹err› instanceof Error ? ‹err›.message : String(‹err›)⟧ });
        }
      });
      `,
      `
      export class ‹Thing›Importer {
        async import(row: Row) {
          try {
            this.add(parse(row));
          } catch (‹err›: unknown) {
            const ‹field› = ⟦‹err›.message→‹err› instanceof Error ? ‹err›.message : String(‹err›)⟧;
            this.failed.push({ row, ‹field› });
          }
        }
      }
      `,
    ],
  }),

  sketched("database-error-in-our-words", {
    seen: [
      "=when {wordsMeaning} it's a 500, [should throw|throw] {made} when the code is {textCode}",
      "throw {made} if the code is {textCode}",
      "=code {textCode} means {wordsMeaning}, throw {made} then",
      "[turn|convert] {textCode} into {made}",
      "=users get a 500 with {textCode}, should be {made}",
      "=when {wordsMeaning} ({textCode}) i'd like {made}",
      "=[can|could] we throw {made} for {textCode}?",
      "=the client [should see|needs] {made}, not {textCode}",
      "=why is {textCode} not handled? {made} would be right",
      "=error code {textCode} isn't handled, {made} please",
      "[if|when] {errCode} is {textCode} throw {made}",
      "={textCode} should end up as {made}, everything else as it is",
      "=db error {textCode} leaks out, {made} [instead|would be right]",
      "map {textCode} to {made}",
      "=[support|the frontend] can't do anything with {textCode}, give them {made}",
      "=raw {textCode} errors reach the client, {made} please",
      "recognise {textCode} and throw {made}",
      "=[every|each] {textCode} ends as an internal error, i want {made}",
      "=handle {textCode}: {made}",
      "=should be {made} rather than {textCode}",
    ],
    unseen: [
      "=nobody outside knows what {textCode} is, they should get {made}",
      "translate {textCode} for the caller: {made}",
    ],
    rows: [
      [
        { code: "P2002", meaning: "the name is taken", made: 'new ConflictError("name is taken")' },
        {
          code: "P2002",
          meaning: "the email is known already",
          made: 'new ConflictException("email already exists")',
        },
        { code: "P2025", meaning: "there's no such row", made: 'new NotFoundError("not found")' },
        { code: "P2025", meaning: "the row is gone", made: "new NotFoundException()" },
        { code: "P2003", meaning: "it is still referenced", made: 'new ConflictError("still in use")' },
        { code: "23505", meaning: "it's a duplicate", made: 'new ConflictError("already exists")' },
        { code: "23505", meaning: "the slug is taken", made: "new SlugTakenError(slug)" },
        { code: "23503", meaning: "it is still referenced", made: 'new BadRequestError("still in use")' },
        { code: "ER_DUP_ENTRY", meaning: "it's a duplicate", made: 'new DuplicateError("already there")' },
        { code: "E11000", meaning: "the key is taken", made: "new DuplicateKeyError()" },
        { code: "ECONNREFUSED", meaning: "the db is down", made: 'new ServiceUnavailableError("db down")' },
        { code: "ETIMEDOUT", meaning: "the db is too slow", made: 'new GatewayTimeoutError("timed out")' },
      ],
    ],
    vars: {
      err: ["err", "error", "e", "cause"],
      errCode: ["‹err›.code"],
      verb: ["create", "rename", "update", "remove", "save"],
    },
    code: [
      `
      ƒ async ‹verb›‹Thing›(slug: string, data: ‹Thing›Data) {
        try {
          return await db.‹things›.‹verb›(slug, data);
        } catch (‹err›) {
          ⟦→if (‹err›.code === "‹code›") throw ‹made›;⟧
          throw ‹err›;
        }
      ƒ}
      `,
      `
      export class ‹Thing›Service {
        async ‹verb›(slug: string, dto: ‹Thing›Dto): Promise<‹Thing›> {
          try {
            const ‹thing› = await this.prisma.‹thing›.update({ where: { slug }, data: dto });
            await this.events.emit("‹thing›.changed", ‹thing›);
            return ‹thing›;
          } catch (‹err›) {
            ⟦→if (‹err›.code === "‹code›") throw ‹made›;⟧
            this.logger.error(‹err›);
            throw new InternalError("‹thing:words› not written");
          }
        }
      }
      `,
      `
      ƒ toHttpError(‹err›: DatabaseError, slug: string): Error {
        return ‹err›;
      ƒ}

      ƒ async ‹verb›(slug: string) {
        await client.query("SELECT ‹verb›_‹thing:snake›($1)", [slug]).catch((‹err›) => {
          ⟦→if (‹err›.code === "‹code›") throw ‹made›;⟧
          throw toHttpError(‹err›, slug);
        });
      ƒ}
      `,
    ],
  }),
];
