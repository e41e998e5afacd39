import { sketched } from "./sketch.ts";

/** What people ask of caches and of Redis. */
export const BACKEND_CACHES = [
  // The other `set` shows which client it is: arguments for ioredis, options for node-redis.
  sketched("redis-key-expires", {
    seen: [
      "=the {wordsThing} [never expires|stays in redis forever], should [be gone after|live] {wordsTime}",
      "=the {wordsThing} key has no [ttl|expiry], {wordsTime} [please|would be right]",
      "expire the {wordsThing} after {wordsTime}",
      "set a ttl of {wordsTime} on the {wordsThing}[ key|]",
      "=redis [fills up|runs out of memory] with {wordsThings}, [keep them|they should live] {wordsTime}",
      "keep the {wordsThing} for {wordsTime}[ only|]",
      "=the cached {wordsThing} should be dropped after {wordsTime}",
      "=old {wordsThings} are served for days, {wordsTime} is the most",
      "=can the {wordsThing} key expire after {wordsTime}?",
      "=ttl for the {wordsThing}: {wordsTime}",
      "=why does the {wordsThing} never expire? it was meant to live {wordsTime}",
      "=the {wordsThing} should only be cached for {wordsTime}",
      "=we see {wordsThings} from last week, they should only live {wordsTime}",
      "=the cache never [forgets|refreshes] a {wordsThing}, {wordsTime} is ok",
      "give the {wordsThing} [a lifetime|a ttl] of {wordsTime}",
      "=redis has a million {wordsThings} without ttl, {wordsTime} please",
      "=no EX on the {wordsThing}, {wordsTime}",
      "=new data shows up only after a flush, let the {wordsThing} expire after {wordsTime}",
      "make the {wordsThing} expire [in|after] {wordsTime}",
    ],
    unseen: [
      "=once written the {wordsThing} is there for good, {wordsTime} would do",
      "let redis forget the {wordsThing} {wordsTime} after it was written",
    ],
    vars: {
      redis: ["redis", "redis", "client", "kv", "store"],
      value: ["body", "json", "value", "text", "payload"],
    },
    rows: [
      [
        { time: "one hour", s: "3600" },
        { time: "an hour", s: "3600" },
        { time: "a minute", s: "60" },
        { time: "5 minutes", s: "300" },
        { time: "10 minutes", s: "600" },
        { time: "15 minutes", s: "900" },
        { time: "30 minutes", s: "1800" },
        { time: "30 seconds", s: "30" },
        { time: "10 seconds", s: "10" },
        { time: "two hours", s: "7200" },
        { time: "a day", s: "86400" },
        { time: "one day", s: "86400" },
        { time: "24 hours", s: "86400" },
      ],
    ],
    code: [
      `
      ƒ async cache‹Thing›(id: string, ‹value›: string) {
        await ‹redis›.set(´‹other›:€{id}´, Date.now(), "EX", 20);
        await ‹redis›.set(´‹thing›:€{id}´, ‹value›⟦→, "EX", ‹s›⟧);
        «return ‹value›;|logger.debug({ id }, "cached");|»
      ƒ}
      `,
      `
      ƒ async load‹Thing›(id: string): Promise<‹Thing›> {
        const hit = await ‹redis›.get(´‹thing:kebab›:€{id}´);
        if (hit) return JSON.parse(hit);
        ‹fill›
        const ‹thing› = await api.fetch‹Thing›(id);
        await ‹redis›.set(´‹thing:kebab›:€{id}´, JSON.stringify(‹thing›)⟦→, "EX", ‹s›⟧);
        await ‹redis›.set("last:‹other:kebab›", id, "EX", 5);
        return ‹thing›;
      ƒ}
      `,
      `
      export class ‹Thing›Cache {
        constructor(private readonly ‹redis›: RedisClientType) {}

        async put(‹thing›: ‹Thing›) {
          await this.‹redis›.set(´‹thing›:€{‹thing›.id}´, JSON.stringify(‹thing›)⟦→, { EX: ‹s› }⟧);
        }

        async lock(key: string) {
          return this.‹redis›.set(´lock:€{key}´, "1", { EX: 15, NX: true });
        }
      }
      `,
    ],
  }),

  sketched("counter-starts-anew", {
    seen: [
      "=the counter never [resets|expires], set a ttl of {s} seconds when {count} is 1",
      "=people stay [blocked|locked out] forever[ once over the limit|], {key} should expire {s} seconds after the first [hit|try]",
      "expire {key} after {s} seconds on the first hit",
      "=on the first hit[ ({count} is 1)|] let {key} expire after {s} seconds",
      "=rate limit never resets, {key} needs a ttl ({s} s) when it's new",
      "=once you hit the limit you never get [out|in] again, the window is {s} seconds from the first hit",
      "=the window should be {s} seconds, starting with the first [request|hit]",
      "=why does nobody call expire? {s} seconds when {count} is 1",
      "=expire is missing, {s} seconds if {count} === 1",
      "=if it's the first one ({count} is 1), expire {key} in {s} seconds",
      "start a window of {s} seconds with the first hit",
      "=users are blocked for good, {key} has no ttl. {s} seconds from the first one on ({count} is 1)",
      "=nothing ever deletes {key}, {s} seconds after the first please",
      "give {key} a ttl of {s} seconds when {count} is 1",
      "=the limit was meant per {s} seconds but the counter lives forever, expire {key} when {count} is 1",
      "=the bucket is never emptied: {s} seconds ttl on the first hit",
      "=keys pile up in redis. let {key} live {s} seconds, set when {count} is 1",
      "=i'm locked out since yesterday, the window should be {s} seconds from the first try",
    ],
    unseen: [
      "=it counts up for all eternity, with a count of 1 a new span of {s} seconds should begin",
      "when {count} is 1, have redis delete {key} {s} seconds later",
    ],
    vars: {
      s: ["10", "30", "60", "120", "300", "600", "900", "3600", "86400"],
      count: ["count", "hits", "tries", "used", "n", "attempts", "current"],
      key: ["key", "bucket", "name", "counterKey", "slot"],
      redis: ["redis", "client", "kv"],
      max: ["MAX", "5", "100", "LIMIT", "config.max", "10"],
    },
    code: [
      `
      ƒ async check‹Thing›Limit(ip: string) {
        const ‹key› = ´limit:‹thing:kebab›:€{ip}´;
        const ‹count› = await ‹redis›.incr(‹key›);
        ⟦→if (‹count› === 1) await ‹redis›.expire(‹key›, ‹s›);⟧
        if (‹count› > ‹max›) throw new TooManyRequestsError();
      ƒ}
      `,
      `
      app.use(async (req, res, next) => {
        const ‹key› = ´rl:€{req.«ip|user.id|get("x-api-key")»}´;
        const ‹count› = await ‹redis›.incr(‹key›);
        ⟦→if (‹count› === 1) await ‹redis›.expire(‹key›, ‹s›);⟧
        res.setHeader("x-ratelimit-used", ‹count›);
        if (‹count› > «100|60|config.limit») return res.sendStatus(429);
        next();
      });
      `,
      `
      export class ‹Thing›Guard {
        constructor(private readonly ‹redis›: Redis) {}

        async «failed|attempt|hit»(‹thing›Id: string): Promise<boolean> {
          const ‹key› = ´«failed|tries»:€{‹thing›Id}´;
          const ‹count› = await this.‹redis›.incr(‹key›);
          ⟦→if (‹count› === 1) await this.‹redis›.expire(‹key›, ‹s›);⟧
          «this.metrics.gauge("‹thing›.hits", ‹count›);|»
          return ‹count› <= «5|3|this.max»;
        }

        async clear(‹thing›Id: string) {
          await this.‹redis›.del(´tries:€{‹thing›Id}´);
        }
      }
      `,
    ],
  }),

  // Behind the write, under the key that the read uses.
  sketched("forget-what-was-changed", {
    seen: [
      "=after [an update|a change|saving] the old {wordsThing} is still [served|returned|shown]",
      "=[stale|old] {wordsThing} after {update}",
      "[drop|delete|invalidate] the cached {wordsThing} in {update}",
      "=the cache isn't [cleared|invalidated] [by|in] {update}",
      "=you change the {wordsThing} and get the old one [from the cache|back]",
      "=i renamed the {wordsThing} but get the old name until restart",
      "={update} should [drop|throw out|delete] the cached {wordsThing}",
      "=should forget the cached {wordsThing} after the write",
      "=why is the {wordsThing} still old after {update}? cache…",
      "=cache invalidation missing in {update}",
      "invalidate the cache after the [write|update]",
      "=the cached {wordsThing} survives {update}",
      "=[users|people] see the old {wordsThing} until the cache is cleared",
      "=the write goes to the db but the [cached one|cache] stays",
      "make {update} drop what is cached",
      "=read after write gives the old {wordsThing}",
    ],
    unseen: [
      "=edits to the {wordsThing} don't come through as reads get what was remembered before",
      "have {update} evict the entry",
    ],
    vars: {
      update: [
        "update‹Thing›",
        "save‹Thing›",
        "rename‹Thing›",
        "set‹Thing›",
        "change‹Thing›",
        "patch‹Thing›",
      ],
      cache: ["cache", "‹thing›Cache", "memo", "cached", "‹things›ById", "recent"],
      data: ["data", "patch", "changes", "input", "values"],
    },
    code: [
      `
      const ‹cache› = new Map<string, ‹Thing›>();

      ƒ async get‹Thing›(id: string) {
        const hit = ‹cache›.get(id);
        if (hit) return hit;
        const ‹thing› = await db.‹things›.find(id);
        ‹cache›.set(id, ‹thing›);
        return ‹thing›;
      ƒ}

      ƒ async ‹update›(id: string, ‹data›: Partial<‹Thing›>) {
        «await check(‹data›);|‹fill›»
        await db.‹things›.update(id, ‹data›);
        ⟦→‹cache›.delete(id);⟧
      ƒ}
      `,
      `
      export class ‹Thing›Service {
        private readonly ‹cache› = new LRUCache<string, ‹Thing›>({ max: 500 });

        async byId(id: string) {
          const hit = this.‹cache›.get(id);
          if (hit) return hit;
          const ‹thing› = await this.repo.findOneOrFail(id);
          this.‹cache›.set(id, ‹thing›);
          return ‹thing›;
        }

        async ‹update›(id: string, ‹data›: Update‹Thing›Dto) {
          await this.repo.update(id, ‹data›);
          ⟦→this.‹cache›.delete(id);⟧
          «this.events.emit("‹thing›.changed", id);|this.logger.log("‹thing:words› changed");|»
        }
      }
      `,
      `
      ƒ async find‹Thing›(id: string): Promise<‹Thing›> {
        const hit = await redis.get(´‹thing:kebab›:€{id}´);
        if (hit) return JSON.parse(hit);
        const ‹thing› = await prisma.‹thing›.findUniqueOrThrow({ where: { id } });
        await redis.set(´‹thing:kebab›:€{id}´, JSON.stringify(‹thing›), "EX", «300|3600|60»);
        return ‹thing›;
      ƒ}

      ƒ async ‹update›(id: string, data: Prisma.‹Thing›UpdateInput) {
        const updated = await prisma.‹thing›.update({ where: { id }, data });
        ⟦→await redis.del(´‹thing:kebab›:€{id}´);⟧
        return updated;
      ƒ}
      `,
    ],
  }),

  sketched("cache-key-too", {
    seen: [
      "=[everybody|everyone] gets the {wordsThing} of whoever asked first, {more} isn't [in|part of] the [cache key|key]",
      "=wrong {wordsThing} from the cache when {more} differs",
      "put {more} into the [cache key|key]",
      "add {more} to the [cache key|key], at the end",
      "=[cache key|key] needs {more} too[, at the end|]",
      "=the [cache key|key] ignores {more}",
      "=two different {more} share [one|a] cache entry",
      "=cached per {first}, but must be per {first} and {more}",
      "=shouldn't {more} be in the key?",
      "=same {first}, other {more}: we get the wrong {wordsThing}",
      "=the {wordsThing} depends on {more}, the key doesn't",
      "=[a user|someone] gets the {wordsThing} for another {more}",
      "=switching {more} doesn't change anything until the cache is cleared",
      "=key collision: same {first} with different {more}",
      "make the [cache key|key] depend on {more}, after {first}",
      "=only {first} is in the key, {more} has to be as well",
      "=after changing {more} i get the old {wordsThing}",
      "include {more} in the [cache key|key]",
    ],
    unseen: [
      "=i switch {more} and still see what was stored before",
      "tell cache entries apart by {more} as well",
    ],
    vars: {
      first: ["id", "slug", "userId", "url", "day", "path"],
      more: ["locale", "currency", "tenantId", "role", "version", "lang", "region", "size", "unit", "theme"],
      key: ["key", "cacheKey", "name", "entry"],
      cache: ["cache", "redis", "memo", "store"],
    },
    code: [
      `
      ƒ async load‹Thing›(‹first›: string, ‹more›: string) {
        const ‹key› = ´‹thing›:€{‹first›}⟦→:€{‹more›}⟧´;
        const hit = await ‹cache›.get(‹key›);
        if (hit) return hit;
        const ‹thing› = await api.get(´/‹things:kebab›/€{‹first›}´, { ‹more› });
        await ‹cache›.set(‹key›, ‹thing›);
        return ‹thing›;
      ƒ}
      `,
      `
      export class ‹Thing›Service {
        async price(‹first›: string, ‹more›: string, fresh = false): Promise<‹Thing›> {
          if (fresh) await this.‹cache›.del(´‹other›:€{‹first›}´);
          return this.‹cache›.wrap(´‹thing:kebab›:€{‹first›}⟦→:€{‹more›}⟧´, () =>
            this.compute(‹first›, ‹more›),
          );
        }
      }
      `,
      `
      const ‹things› = new Map<string, Promise<‹Thing›>>();

      ƒ get‹Thing›(‹first›: string, ‹more›: string): Promise<‹Thing›> {
        ‹fill›
        const ‹key› = ⟦‹first›→´€{‹first›}:€{‹more›}´⟧;
        let found = ‹things›.get(‹key›);
        if (!found) {
          found = render‹Thing›(‹first›, ‹more›);
          ‹things›.set(‹key›, found);
        }
        return found;
      ƒ}
      `,
      `
      const render‹Thing› = memoize(
        async (‹first›: string, ‹more›: string) => build‹Thing›(await load(‹first›), ‹more›),
        { maxAge: 60_000, cacheKey: ([‹first›⟦→, ‹more›⟧]) => ⟦‹first›→´€{‹first›}:€{‹more›}´⟧ },
      );
      `,
    ],
  }),

  sketched("failed-promise-is-forgotten", {
    seen: [
      "=once {load} fails it fails forever, the rejected promise stays in {cache}",
      "=a failed {load} is cached[ for good|]",
      "remove failed ones from {cache}",
      "delete the entry from {cache} [if|when] {load} fails",
      "=[errors|failures] [shouldn't|must not] be cached",
      "=after one error every later call gets the same error, drop it from {cache} when it rejects",
      "=a rejection [must not|shouldn't] stay in {cache}",
      "=[one timeout|a single error] and the {wordsThing} is broken until [a restart|the process restarts]",
      "=failures are cached too",
      "=can we forget the promise in {cache} when it rejects?",
      "don't keep rejected promises in {cache}",
      "=why do we still get the error when the api is back? {cache} keeps it",
      "=a rejected promise is handed out [again and again|forever]",
      "=[after a failed|a failed] {load} there should be a new try next time",
      "=the api was down for a minute and we serve the error ever since",
      "[evict|drop] the promise when {load} rejects",
      "=an error of {load} should not be remembered",
      "=negative caching by accident: a rejected {load} stays in {cache}",
      "clean up {cache} after a rejection",
      "=retry is impossible, {cache} gives the old rejection",
    ],
    unseen: ["=a hiccup of {load} sticks, there's no second try", "throw what rejected out of {cache} again"],
    vars: {
      cache: ["cache", "pending", "inflight", "‹things›", "promises", "loaded", "requests"],
      load: ["load‹Thing›", "fetch‹Thing›", "request‹Thing›", "query‹Thing›", "read‹Thing›"],
      promise: ["promise", "loading", "request", "pending‹Thing›", "next"],
      key: ["id", "key", "slug", "url", "name"],
    },
    code: [
      `
      const ‹cache› = new Map<string, Promise<‹Thing›>>();

      ƒ get‹Thing›(‹key›: string): Promise<‹Thing›> {
        const found = ‹cache›.get(‹key›);
        if (found) return found;
        ‹fill›
        const ‹promise› = ‹load›(‹key›);
        ‹cache›.set(‹key›, ‹promise›);
        ⟦→‹promise›.catch(() => ‹cache›.delete(‹key›));⟧
        return ‹promise›;
      ƒ}
      `,
      `
      export class ‹Thing›Loader {
        private readonly ‹cache› = new Map<string, Promise<‹Thing›>>();

        get(‹key›: string): Promise<‹Thing›> {
          let ‹promise› = this.‹cache›.get(‹key›);
          if (!‹promise›) {
            ‹promise› = this.‹load›(‹key›);
            this.‹cache›.set(‹key›, ‹promise›);
            ⟦→‹promise›.catch(() => this.‹cache›.delete(‹key›));⟧
          }
          return ‹promise›;
        }

        clear() {
          this.‹cache›.clear();
        }
      }
      `,
      `
      ƒ once‹Thing›(‹load›: (‹key›: string) => Promise<‹Thing›>) {
        const ‹cache› = new Map<string, Promise<‹Thing›>>();
        return (‹key›: string) => {
          if (!‹cache›.has(‹key›)) {
            const ‹promise› = ‹load›(‹key›);
            ‹cache›.set(‹key›, ‹promise›);
            ⟦→‹promise›.catch(() => ‹cache›.delete(‹key›));⟧
          }
          return ‹cache›.get(‹key›);
        };
      ƒ}
      `,
    ],
  }),

  // The read parses already: it is the write that forgets to.
  sketched("objects-as-json", {
    seen: [
      "=[redis|the store] has object Object in it instead of the {wordsThing}",
      "=reading the {wordsThing} back fails with Unexpected token o in JSON",
      "stringify the {wordsThing} [before storing it|when writing]",
      "store the {wordsThing} as json",
      '=SyntaxError: "object Object" is not valid JSON, [when i read|reading] the {wordsThing}',
      "=the {wordsThing} must be [stringified|written as json], it's an object",
      "=JSON.stringify is missing[ on the way in|]",
      "=the {wordsThing} is parsed on [reading|read] but never stringified",
      "=why can't i read the {wordsThing} back?",
      "=should be stored as json, that's what the reader expects",
      "=only strings can be stored, the {wordsThing} is an object[, so json please|]",
      "write json[, since the reader parses it|]",
      "=[the cached|the stored] {wordsThing} can't be [parsed|read]",
      "=it's written as an object but read with JSON.parse",
      "=we write an object and get garbage back",
      "[serialize|stringify] the {wordsThing} on write",
      "=[only|just] strings go in there",
      '=the {wordsThing} [comes back|is stored] as "object Object"',
      "=reader and writer don't agree: one parses, the other [doesn't stringify|stores it raw]",
    ],
    unseen: [
      "=the stored value is useless, just [the words|the text] object Object",
      "serialize what goes in",
    ],
    vars: { key: ["key", "name", "id", "slot"] },
    rows: [
      [
        { store: "redis", set: "set", get: "get" },
        { store: "client", set: "set", get: "get" },
        { store: "kv", set: "put", get: "get" },
        { store: "localStorage", set: "setItem", get: "getItem" },
        { store: "storage", set: "setItem", get: "getItem" },
        { store: "memcached", set: "set", get: "get" },
      ],
    ],
    code: [
      `
      ƒ async put‹Thing›(‹key›: string, ‹thing›: ‹Thing›) {
        ‹fill›
        await ‹store›.‹set›(‹key›, ⟦‹thing›→JSON.stringify(‹thing›)⟧);
      ƒ}

      ƒ async get‹Thing›(‹key›: string): Promise<‹Thing› | null> {
        const text = await ‹store›.‹get›(‹key›);
        return text ? JSON.parse(text) : null;
      ƒ}
      `,
      `
      export class ‹Thing›Sessions {
        constructor(private readonly redis: Redis) {}

        async save(‹key›: string, ‹thing›: ‹Thing›) {
          await this.redis.set(´stamp:€{‹key›}´, Date.now());
          await this.redis.set(´‹thing›:€{‹key›}´, ⟦‹thing›→JSON.stringify(‹thing›)⟧, "EX", 3600);
        }

        async load(‹key›: string): Promise<‹Thing›> {
          return JSON.parse((await this.redis.get(´‹thing›:€{‹key›}´)) ?? "{}");
        }
      }
      `,
      `
      ƒ async update‹Thing›(‹key›: string, patch: Partial<‹Thing›>) {
        const raw = await redis.hget("‹things›", ‹key›);
        const ‹thing› = { ...JSON.parse(raw ?? "{}"), ...patch };
        await redis.hset("‹things›", ‹key›, ⟦‹thing›→JSON.stringify(‹thing›)⟧);
        «await redis.publish("‹things›:changed", ‹key›);|return ‹thing›;»
      ƒ}
      `,
    ],
  }),

  // The convention: a parameter with a default, last, and the look-up in an if.
  sketched("cache-can-be-turned-off", {
    seen: [
      "=would be nice if the caller could [turn off|skip] the cache ({flag}, [on|true] by default)",
      "=sometimes we need a fresh {wordsThing}, add a parameter {flag} (default true) for the look-up",
      "add a {flag} parameter, true by default, that [turns the look-up off when false|says whether to look into the cache]",
      "only look into the cache if {flag}, a new parameter [that is true by default|with true as default]",
      "let callers pass {flag} = false to [skip|bypass] the cache",
      "=there's no way [around|past] the cache, callers should be able to pass {flag} false[ (true by default)|]",
      "=can we have a {flag} argument (default true)? without it no lookup",
      "=i want to be able to say {flag} = false and get a fresh {wordsThing}, default stays true",
      "=admin page must not get cached {wordsThings}, so {flag} = true as [last|another] parameter and only then look in the cache",
      "make the cache look-up optional: {flag}, default true",
      "=[tests|the tests] need a [fresh|real] {wordsThing} each time, [so please a {flag} parameter|a {flag} parameter would help], true unless given",
      "=add an option to skip the [cached|remembered] {wordsThing}: {flag}, default true",
      "=is there a way to force a reload? {flag} = true as a parameter[, look it up only then|]",
      "wrap the look-up in if ({flag}), a [new|last] parameter that defaults to true",
      "=[after an import|after a change] the cached {wordsThing} is no use, callers want {flag} false for that, true otherwise",
    ],
    unseen: [
      "=not everybody wants what is remembered: {flag}, normally true, should decide on it",
      "guard the look-up by a parameter {flag} defaulting to true",
    ],
    vars: {
      flag: ["useCache", "useCache", "cached", "allowCached", "fromCache", "mayBeCached", "acceptCached"],
      cache: ["cache", "memo", "lru", "‹thing›Cache", "recent"],
      hit: ["hit", "found", "known", "existing", "old"],
      key: ["id", "slug", "key", "code"],
    },
    code: [
      `
      ƒ async get‹Thing›(‹key›: string⟦→, ‹flag› = true⟧): Promise<‹Thing›> {
        ⟦→if (‹flag›) {⟧
        ⟦→  ⟧const ‹hit› = ‹cache›.get(‹key›);
        ⟦→  ⟧if (‹hit›) return ‹hit›;
        ⟦→}⟧
        const ‹thing› = await «api|db|client».«fetch‹Thing›|find‹Thing›|‹thing›»(‹key›);
        ‹cache›.set(‹key›, ‹thing›);
        return ‹thing›;
      ƒ}
      `,
      `
      export class ‹Thing›Service {
        private readonly ‹cache› = new Map<string, ‹Thing›>();

        async load(‹key›: string, ‹other›: ‹Other›⟦→, ‹flag› = true⟧) {
          «this.loads++;|this.logger.debug("load", ‹key›);|»
          ⟦→if (‹flag›) {⟧
          ⟦→  ⟧const ‹hit› = this.‹cache›.get(‹key›);
          ⟦→  ⟧if (‹hit›) return ‹hit›;
          ⟦→}⟧
          const ‹thing› = await this.client.get(‹key›, ‹other›.token);
          this.‹cache›.set(‹key›, ‹thing›);
          return ‹thing›;
        }
      }
      `,
      `
      ƒ async resolve‹Thing›(‹key›: string, db: Database⟦→, ‹flag› = true⟧) {
        const cacheKey = ´‹thing›:€{‹key›}´;
        ⟦→if (‹flag›) {⟧
        ⟦→  ⟧const ‹hit› = await redis.get(cacheKey);
        ⟦→  ⟧if (‹hit› !== null) return JSON.parse(‹hit›);
        ⟦→}⟧
        const row = await db.‹things›.find(‹key›);
        await redis.set(cacheKey, JSON.stringify(row), "EX", 60);
        return row;
      ƒ}
      `,
    ],
  }),
];
