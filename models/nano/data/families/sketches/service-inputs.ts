import { FIELDS, VERBS } from "./service-names.ts";
import { sketched } from "./sketch.ts";

/** What a service takes: input that is cleaned, settings, options and what calls are given. */
export const SERVICE_INPUTS = [
  sketched("input-is-trimmed", {
    seen: [
      "trim {field}",
      "=[people|users] paste {field} with spaces[ around it|], trim it",
      "=spaces around {field} should go away",
      "=should trim {field} [first|before saving]",
      "=trim {field} [pls|please]",
      "=[can|could] we trim {field}?",
      "=there are {field} values with blanks at the end in the db",
      "=a space behind {field} is stored too",
      "remove the spaces around {field}",
      "=we store {field} with leading spaces",
      "=why are there spaces in front of {field}?",
      "=whitespace around {field} isn't wanted",
      "strip whitespace from both ends of {field}",
      "=needs a trim on {field}",
    ],
    unseen: [
      "=with a blank at the end {field} is never found again, cut it off",
      "let nothing but the bare {field} through, no blanks at its ends",
    ],
    vars: {
      field: [
        "email",
        "name",
        "code",
        "label",
        "title",
        "phone",
        "city",
        "username",
        "nickname",
        "coupon",
        "slug",
      ],
      second: ["note", "comment", "message", "text", "remark"],
    },
    code: [
      `
      ƒ async create‹Thing›(input: ‹Thing›Input) {
        const ‹second› = input.‹second›;
        const ‹field› = input.‹field›⟦→.trim()⟧;
        await ‹things›.insert({ ‹field›, ‹second› });
        ‹fill›
      ƒ}
      `,
      `
      router.post("/‹things:kebab›", async (req, res) => {
        const ‹thing› = await db.‹thing›.create({
          data: {
            ‹field›: req.body.‹field›⟦→.trim()⟧,
            ‹second›: req.body.‹second›,
            createdBy: req.user.id,
          },
        });
        res.status(201).json(‹thing›);
      });
      `,
      `
      export class ‹Thing›Service {
        async register(form: FormData) {
          const ‹field› = String(form.get("‹field›"))⟦→.trim()⟧;
          const ‹second› = String(form.get("‹second›"));
          if (await this.‹things›.exists({ ‹field› })) throw new Error("taken");
          return this.‹things›.add({ ‹field›, ‹second› });
        }
      }
      `,
    ],
  }),

  sketched("input-in-lower-case", {
    seen: [
      "lowercase {field}",
      "=store {field} in lower case",
      "=[should|has to] be [lower case|lowercase]: {field}",
      "=[upper and lower case|case] shouldn't matter for {field}, lowercase it",
      "=[can|could] we lowercase {field}?",
      "=with capitals {field} isn't found, make it lower case",
      "=toLowerCase on {field} pls",
      "=we get the same {field} twice, once with capitals. lower case please",
      "make {field} lower case",
      "turn {field} into lower case",
      "=capital letters in {field} are a problem, toLowerCase",
      "=why is {field} case sensitive? lowercase it",
      "=[needs|wants] [a|] toLowerCase on {field}",
      "=phones capitalize the first letter of {field}, lowercase it",
    ],
    unseen: [
      "=people write {field} with a capital and get nothing, use small letters only",
      "normalize {field} to small letters",
    ],
    vars: {
      field: [
        "email",
        "username",
        "code",
        "slug",
        "domain",
        "handle",
        "tag",
        "language",
        "hostname",
        "login",
      ],
      second: ["password", "name", "label", "title", "note"],
    },
    code: [
      `
      ƒ async find‹Thing›(input: ‹Thing›Query) {
        const ‹second› = input.‹second›;
        const ‹field› = input.‹field›⟦→.toLowerCase()⟧;
        ‹fill›
        return ‹things›.findOne({ ‹field›, ‹second› });
      ƒ}
      `,
      `
      router.post("/‹things:kebab›", async (req, res) => {
        const ‹thing› = await db.‹thing›.create({
          data: { ‹field›: req.body.‹field›⟦→.toLowerCase()⟧, ‹second›: req.body.‹second› },
        });
        res.status(201).json(‹thing›);
      });
      `,
      `
      export class ‹Thing›Directory {
        private readonly by‹Field› = new Map<string, ‹Thing›>();

        get(‹field›: string, ‹second›: string): ‹Thing› | undefined {
          const ‹thing› = this.by‹Field›.get(‹field›⟦→.toLowerCase()⟧);
          return ‹thing›?.‹second› === ‹second› ? ‹thing› : undefined;
        }
      }
      `,
    ],
  }),

  sketched("default-from-the-environment", {
    seen: [
      "take it from {env}, {textOld} [as|stays] the default",
      "read {env}[ first|], fall back to {textOld}",
      "=should come from {env}, default {textOld}",
      "=[make|] {name} configurable via {env}, default as it is",
      "=hard-coded {name}, use {env} with {textOld} as fallback",
      "=[can|could] we set {name} with {env}? keep the default",
      "=env var {env} for {name}, same default",
      "=we need another {name} on staging, read {env} and keep {textOld} as default",
      "=[i|we] want to override {name} with {env}",
      "=ops want to set {env}, otherwise {textOld}",
      "use {env} if it's set",
      "=no way to change {name} from outside, {env} should do it",
      "let {env} override {name}",
      "=from {env} in process.env, else what's there",
      "=docker can't set {name}. {env}, with the value of now as default",
    ],
    unseen: [
      "=when {env} is given it wins, otherwise all stays as it is",
      "look at {env} before settling on {textOld}",
    ],
    rows: [
      [
        { name: "host", env: "DB_HOST", old: "localhost" },
        { name: "region", env: "AWS_REGION", old: "eu-central-1" },
        { name: "bucket", env: "BUCKET", old: "uploads" },
        { name: "level", env: "LOG_LEVEL", old: "info" },
        { name: "url", env: "REDIS_URL", old: "redis://localhost:6379" },
        { name: "sender", env: "MAIL_FROM", old: "hello@example.com" },
        { name: "prefix", env: "CACHE_PREFIX", old: "app:" },
        { name: "endpoint", env: "S3_ENDPOINT", old: "http://localhost:9000" },
        { name: "queue", env: "QUEUE_NAME", old: "jobs" },
        { name: "locale", env: "DEFAULT_LOCALE", old: "en-US" },
      ],
    ],
    code: [
      `
      ƒ create‹Thing›Client() {
        return new Client({
          name: "‹thing:kebab›",
          ‹name›: ⟦→process.env.‹env› ?? ⟧"‹old›",
          «retries: 3|timeout: 5000|keepAlive: true»,
        });
      ƒ}
      `,
      `
      import { connect } from "./‹thing:kebab›";

      const app = "‹other:kebab›";
      const ‹name› = ⟦→process.env.‹env› ?? ⟧"‹old›";

      export const ‹thing› = connect({ app, ‹name› });
      `,
      `
      export class ‹Thing›Config {
        readonly kind = "‹thing:kebab›";
        readonly ‹name› = ⟦→process.env.‹env› ?? ⟧"‹old›";
        readonly verbose = process.env.VERBOSE === "1";

        describe(): string {
          return ´€{this.kind} €{this.‹name›}´;
        }
      }
      `,
    ],
  }),

  sketched("options-are-passed-on", {
    seen: [
      "pass {options} on[ to {inner}|]",
      "=[the|] {options} are ignored, pass them [on|through] to {inner}",
      "=should hand {options} to {inner}",
      "=nothing happens with {options}",
      "=i give it {options} and {inner} never sees them",
      "give {inner} the {options} [too|as well]",
      "=[can|could] {inner} get the {options} too?",
      "=takes {options} but doesn't use them, {inner} needs them",
      "=why are {options} unused? {inner} takes them",
      "=forward {options} pls",
      "hand {options} through to {inner}",
      "=lint says {options} is never used, {inner} should get it",
      "=forgot to pass {options} on",
      "=whatever i set in {options} has no effect",
    ],
    unseen: [
      "=the caller's {options} end here instead of reaching {inner}",
      "let {inner} have {options} as its last argument",
    ],
    vars: {
      options: ["options", "opts", "settings", "params", "config", "overrides", "context", "flags"],
      inner: ["request", "execute", "callApi", "dispatch", "runQuery", "fetchPage", "perform", "submit"],
      verb: VERBS,
    },
    code: [
      `
      ƒ async ‹verb›‹Thing›(id: string, ‹options›: «Options|‹Thing›Options» = {}) {
        await prepare(id);
        const ‹thing› = await ‹inner›("‹thing:kebab›", id⟦→, ‹options›⟧);
        ‹fill›
        return ‹thing›;
      ƒ}
      `,
      `
      export class ‹Thing›Client {
        ‹verb›(‹thing›: ‹Thing›, ‹options›: Options) {
          this.calls += 1;
          return this.‹inner›(´/‹things:kebab›/€{‹thing›.id}´⟦→, ‹options›⟧);
        }

        ping(‹options›: Options) {
          return this.‹inner›("/ping", ‹options›);
        }
      }
      `,
      `
      ƒ load‹Things›(‹other›Id: string, ‹options›?: Options) {
        return ‹inner›(´/‹others:kebab›/€{‹other›Id}/‹things:kebab›´⟦→, ‹options›⟧);
      ƒ}

      ƒ load‹Others›(‹options›?: Options) {
        return ‹inner›("/‹others:kebab›", ‹options›);
      ƒ}
      `,
    ],
  }),

  sketched("either-name-of-the-field", {
    seen: [
      "=[also accept|accept also] {alias} [for|instead of] {field}, {field} wins",
      "accept {alias} too[ when {field} is missing|, {field} first]",
      "=old clients send {alias} [instead of|rather than] {field}, take that then",
      "=if there is no {field} use {alias}",
      "fall back to {alias} when {field} isn't there",
      "=[can|could] it take {alias} if {field} is missing?",
      "=the app sends {alias}, the web {field}. accept both, {field} first",
      "=should work with {alias} as well (when there's no {field})",
      "=some call it {alias}, use that without a {field}",
      "=no {field} → {alias}",
      "=the partner's payload has {alias} where ours has {field}",
      "use {field}, else {alias}",
      "=undefined for those who send {alias} instead of {field}",
      "=support {alias} as another name of {field}",
    ],
    unseen: [
      "=half of the senders use {alias} where we look for {field}, understand them too",
      "let {alias} step in for a missing {field}",
    ],
    rows: [
      [
        { field: "email", alias: "mail" },
        { field: "id", alias: "_id" },
        { field: "userId", alias: "user_id" },
        { field: "name", alias: "displayName" },
        { field: "phone", alias: "phoneNumber" },
        { field: "zip", alias: "postalCode" },
        { field: "amount", alias: "value" },
        { field: "createdAt", alias: "created_at" },
        { field: "description", alias: "text" },
        { field: "url", alias: "href" },
        { field: "locale", alias: "lang" },
      ],
    ],
    code: [
      `
      ƒ async receive‹Thing›(body: ‹Thing›Payload) {
        const kind = body.kind;
        const ‹field› = body.‹field›⟦→ ?? body.‹alias›⟧;
        await ‹things›.insert({ kind, ‹field› });
        ‹fill›
      ƒ}
      `,
      `
      ƒ to‹Thing›(row: ‹Thing›Row): ‹Thing› {
        return {
          status: row.status,
          ‹field›: row.‹field›⟦→ ?? row.‹alias›⟧,
          «source: "import"|version: row.version»,
        };
      ƒ}
      `,
      `
      router.post("/hooks/‹thing:kebab›", async (req, res) => {
        const { event } = req.body;
        const ‹field› = req.body.‹field›⟦→ ?? req.body.‹alias›⟧;
        if (!‹field›) return res.sendStatus(400);
        await queue.add(event, { ‹field› });
        res.sendStatus(202);
      });
      `,
    ],
  }),

  sketched("call-with-one-more-option", {
    seen: [
      "set {key} to {value}[ here| in this call|]",
      "add {key} with {value}",
      "=should be called with {key} {value}",
      "=[the|this] call needs {key} set to {value}",
      "=missing {key}, [{value}|should be {value}]",
      "=[can|could] we set {key} to {value} for the {wordsThing}?",
      "pass {key} as {value} [too|as well]",
      "=the {wordsThing} request needs {key}, {value}",
      "=also {key} {value} for the {wordsThing} one",
      "=the api wants {key} now, {value} for us",
      "=without {key} it takes a wrong default, we want {value}",
      "=needs {key} as well: {value}",
      "give the {wordsThing} call {key} with {value}",
      "=we forgot {key} there, {value}",
    ],
    unseen: [
      "=for the {wordsThing} the other side expects {key} to be {value}",
      "have {value} go along as {key}",
    ],
    rows: [
      [
        { key: "timeout", value: "5000" },
        { key: "retries", value: "3" },
        { key: "strict", value: "true" },
        { key: "encoding", value: '"utf8"' },
        { key: "priority", value: '"high"' },
        { key: "region", value: '"eu-west-1"' },
        { key: "cache", value: '"no-store"' },
        { key: "compress", value: "true" },
        { key: "dryRun", value: "false" },
        { key: "attempts", value: "5" },
        { key: "visibility", value: '"private"' },
        { key: "pageSize", value: "100" },
      ],
    ],
    vars: {
      client: ["api", "client", "http", "gateway", "backend", "service"],
      act: ["post", "send", "call", "create"],
    },
    code: [
      `
      ƒ async share‹Thing›(‹thing›: ‹Thing›) {
        await ‹client›.‹act›("/‹others:kebab›", { name: ‹thing›.name });
        const result = await ‹client›.‹act›("/‹things:kebab›", { id: ‹thing›.id⟦→, ‹key›: ‹value›⟧ });
        ‹fill›
        return result.id;
      ƒ}
      `,
      `
      export class ‹Thing›Gateway {
        submit(‹thing›: ‹Thing›) {
          return this.‹client›.‹act›("‹thing:kebab›", {
            body: ‹thing›,
            tenant: this.tenant,
            ⟦→‹key›: ‹value›,⟧
          });
        }

        ping() {
          return this.‹client›.‹act›("ping", { tenant: this.tenant });
        }
      }
      `,
      `
      const ‹other›Client = connect("‹other:kebab›", { keepAlive: true });
      const ‹thing›Client = connect("‹thing:kebab›", { keepAlive: true⟦→, ‹key›: ‹value›⟧ });

      ƒ clients() {
        return [‹other›Client, ‹thing›Client];
      ƒ}
      `,
    ],
  }),

  sketched("tries-and-pauses-by-number", {
    seen: [
      "=[make it|should be] {fresh} instead of {old}",
      "set {key} to {fresh}",
      "change {key} [from {old}|] to {fresh}",
      "=[{old} is|that's] not enough, {key} {fresh}",
      "=[can|could] we have {key} at {fresh}?",
      "=wrong {key}, {fresh} it should be",
      "use {fresh} for {key}",
      "=why {old}? make {key} {fresh}",
      "=would rather have {fresh} as {key}",
      "=[new|] {key}: {fresh}",
      "=we agreed on {fresh} for {key}",
      "=the {wordsThing} job still has {key} {old}, {fresh} now",
      "=ops say {key} must be {fresh}",
      "=not {old}, {fresh} for {key}",
      "put {fresh} where {key} is",
    ],
    unseen: ["=with {old} we run into trouble, go for {fresh} as {key}", "have {key} at {fresh} from now on"],
    rows: [
      [
        { key: "retries", old: "2", fresh: "5" },
        { key: "attempts", old: "3", fresh: "10" },
        { key: "timeoutMs", old: "3000", fresh: "10000" },
        { key: "maxTries", old: "1", fresh: "3" },
        { key: "concurrency", old: "4", fresh: "1" },
        { key: "delayMs", old: "100", fresh: "500" },
        { key: "batchSize", old: "1000", fresh: "200" },
        { key: "ttlSeconds", old: "60", fresh: "300" },
        { key: "maxOpen", old: "20", fresh: "50" },
        { key: "intervalMs", old: "1000", fresh: "15000" },
        { key: "keepDays", old: "7", fresh: "30" },
      ],
    ],
    code: [
      `
      export const ‹thing›Job = defineJob({
        name: "‹thing:kebab›",
        ‹key›: ⟦‹old›→‹fresh›⟧,
        limit: 8,
        async run(id: string) {
          await refresh‹Thing›(id);
        },
      });
      `,
      `
      ƒ async pull‹Things›(source: Source) {
        const port = 8080;
        const ‹key› = ⟦‹old›→‹fresh›⟧;
        const ‹things› = await source.read({ port, ‹key› });
        ‹fill›
        return ‹things›;
      ƒ}
      `,
      `
      export class ‹Thing›Worker {
        private readonly shards = 16;
        private readonly ‹key› = ⟦‹old›→‹fresh›⟧;

        start(): void {
          this.runner.start("‹thing:kebab›", { shards: this.shards, ‹key›: this.‹key› });
        }
      }
      `,
    ],
  }),

  sketched("optional-with-a-default", {
    seen: [
      "default {field} to {value}",
      "=make {field} default to {value}",
      "=[if|when] {field} isn't given it should be {value}",
      "=[without|no] {field}: {value}",
      "use {value} when {field} is [missing|not given]",
      "=[most|nearly all] callers want {value}, make that the default of {field}",
      "=[can|could] {field} be {value} by default?",
      "=[default|the default] for {field}: {value}",
      "=i don't want to pass {field} every time, {value} by default",
      "=should be {value} unless {field} is given",
      "=why do i have to give {field}? {value} is fine",
      "=needs a default for {field}, {value}",
      "give {field} the default {value}",
      "=default {field} {value}[ pls|]",
    ],
    unseen: ["=leaving {field} away ought to mean {value}", "let callers omit {field}, with {value} then"],
    rows: [
      [
        { field: "limit", type: "number", value: "20" },
        { field: "pageSize", type: "number", value: "50" },
        { field: "locale", type: "string", value: '"en"' },
        { field: "currency", type: "string", value: '"EUR"' },
        { field: "notify", type: "boolean", value: "true" },
        { field: "force", type: "boolean", value: "false" },
        { field: "since", type: "Date", value: "new Date(0)" },
        { field: "depth", type: "number", value: "1" },
        { field: "format", type: "string", value: '"json"' },
        { field: "tags", type: "string[]", value: "[]" },
        { field: "role", type: "string", value: '"member"' },
      ],
    ],
    code: [
      `
      ƒ async list‹Things›(‹other›Id: string, ‹field›: ‹type›⟦→ = ‹value›⟧) {
        const ‹other› = await ‹others›.get(‹other›Id);
        ‹fill›
        return ‹things›.search({ ‹other›, ‹field› });
      ƒ}
      `,
      `
      export class ‹Thing›Service {
        async add(name: string, ‹field›: ‹type›⟦→ = ‹value›⟧): Promise<‹Thing›> {
          const ‹thing› = await this.‹things›.create({ name, ‹field› });
          this.events.emit("‹thing:kebab›.added", ‹thing›.id);
          return ‹thing›;
        }

        remove(id: string) {
          return this.‹things›.remove(id);
        }
      }
      `,
      `
      router.post("/‹things:kebab›/export", async (req, res) => {
        const { name, ‹field›⟦→ = ‹value›⟧ } = req.body;
        const job = await exports.start({ kind: "‹thing:kebab›", name, ‹field› });
        res.status(202).json({ id: job.id });
      });
      `,
    ],
  }),

  sketched("one-more-field-in-the-message", {
    seen: [
      "add {field} to the [event|message]",
      "=the [event|message] should have {field} [too|as well]",
      "send {field} along[ in the {wordsThing} one|]",
      "=[consumers|the others] need {field} [too|as well]",
      "put {field} into the payload",
      "=[can|could] the payload have {field} too?",
      "=the payload lacks {field}",
      "=whoever listens has to load the {wordsThing} again for {field}, send it",
      "=billing wants {field} in the payload",
      "=where is {field} in the payload?",
      "=payload needs {field}",
      "=why don't we send {field}? add it",
      "include {field} of the {wordsThing} in what is published",
      "=would help to have {field} in it too",
    ],
    unseen: [
      "=on the other end they keep asking us for {field}, let it travel along",
      "publish the {field} of the {wordsThing} as well",
    ],
    vars: {
      field: FIELDS,
      verb: VERBS,
      bus: ["bus", "events", "queue", "broker", "publisher", "topic"],
      act: ["publish", "emit", "send", "add"],
    },
    code: [
      `
      ƒ async ‹verb›‹Thing›(‹thing›: ‹Thing›) {
        await ‹things›.save(‹thing›);
        await ‹bus›.‹act›("‹thing:kebab›.changed", { id: ‹thing›.id, name: ‹thing›.name⟦→, ‹field›: ‹thing›.‹field›⟧ });
        ‹fill›
      ƒ}
      `,
      `
      export class ‹Thing›Events {
        constructor(private readonly ‹bus›: Bus) {}

        created(‹thing›: ‹Thing›): void {
          this.‹bus›.‹act›("‹thing:kebab›.created", {
            id: ‹thing›.id,
            ⟦→‹field›: ‹thing›.‹field›,⟧
            at: new Date().toISOString(),
          });
        }

        removed(id: string): void {
          this.‹bus›.‹act›("‹thing:kebab›.removed", { id });
        }
      }
      `,
      `
      router.put("/‹things:kebab›/:id", async (req, res) => {
        const ‹thing› = await ‹things›.update(req.params.id, req.body);
        await ‹bus›.‹act›("audit", { by: req.user.id });
        await ‹bus›.‹act›("‹thing:kebab›.updated", { id: ‹thing›.id⟦→, ‹field›: ‹thing›.‹field›⟧ });
        res.json(‹thing›);
      });
      `,
    ],
  }),
];
