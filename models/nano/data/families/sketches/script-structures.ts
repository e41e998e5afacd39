import { sketched } from "./sketch.ts";

/** What people ask of small algorithms and data structures. */
export const SCRIPT_STRUCTURES = [
  sketched("find-in-loop-to-map", {
    seen: [
      "=slow for many {wordsThings}: it searches {others} [each time|again and again], [make a Map {map} first|look them up in a Map called {map}]",
      "[build|make] a Map {map} once instead of calling find in the loop",
      "=find inside a loop is quadratic, index {others} by id [as|in] {map}",
      "=this is O(n²), a Map named {map} would [fix|help with] that",
      "look the {wordsOther} up in a Map ({map}) instead of [searching|scanning] {others}",
      "=takes [minutes|forever|ages] with 50k {wordsThings}, because of the find. use a Map, {map}",
      "=the linear search in the loop takes too long, put {others} into a Map {map} before it",
      "=could {map} be a Map from id to {wordsOther}, so [we need no find|the find goes away]?",
      "=profiler says it's all spent in find, {map} as a Map by id pls",
      "=O(n*m) because of the find, [use a Map|a Map] called {map} instead",
      "=takes ages: for each {wordsThing} all {others} are scanned. Map {map}, built once, please",
      "avoid the repeated find, with a Map {map} keyed by id",
      "=we look for the {wordsOther} by id over and over, let {map} be a Map for that",
    ],
    unseen: [
      "=each {wordsThing} walks through all of {others}. a lookup table {map} (Map, keyed by id) ahead of the loop",
      "=doubling the data takes four times as long, get rid of the inner search with a Map {map}",
    ],
    vars: {
      map: ["‹other›ById", "‹others›ById", "byId", "‹other›Map", "lookup", "‹others›Map"],
      key: ["‹other›Id", "‹other›Id", "owner", "ref"],
    },
    code: [
      `
      ƒ attach‹Others›(‹things›: ‹Thing›[], ‹others›: ‹Other›[]) {
        «const started = Date.now();|»
        ⟦→const ‹map› = new Map(‹others›.map((‹other›) => [‹other›.id, ‹other›]));⟧
        for (const ‹thing› of ‹things›) {
          const ‹other› = ⟦‹others›.find((one) => one.id === ‹thing›.‹key›)→‹map›.get(‹thing›.‹key›)⟧;
          ‹thing›.label = ‹other› ? ‹other›.«name|title» : "«none|unknown»";
        }
      ƒ}
      `,
      `
      export class ‹Thing›Report {
        async rows(‹others›: ‹Other›[]) {
          const ‹things› = await this.load();
          ⟦→const ‹map› = new Map(‹others›.map((‹other›) => [‹other›.id, ‹other›]));⟧
          return ‹things›.map((‹thing›) => ({
            id: ‹thing›.id,
            ‹other›: ⟦‹others›.find((‹other›) => ‹other›.id === ‹thing›.‹key›)→‹map›.get(‹thing›.‹key›)⟧,
            first: this.marks.find((mark) => mark.isFirst),
          }));
        }
      }
      `,
      `
      async function main() {
        const ‹things› = await read‹Things›(process.argv[2]);
        const ‹others› = await read‹Others›(process.argv[3]);
        ⟦→const ‹map› = new Map(‹others›.map((‹other›) => [‹other›.id, ‹other›]));⟧
        for (const ‹thing› of ‹things›) {
          const ‹other› = ⟦‹others›.find((‹other›) => ‹other›.id === ‹thing›.‹key›)→‹map›.get(‹thing›.‹key›)⟧;
          if (!‹other›) console.warn("no ‹other:words› for", ‹thing›.id);
        }
      }
      `,
    ],
  }),
  sketched("no-spread-in-reduce", {
    seen: [
      "=spreading the accumulator [in every step|each time] is quadratic, use Object.fromEntries",
      "use Object.fromEntries instead of [the reduce|reduce]",
      "=[slow|gets slow] for many {wordsThings}, it copies the object each time. Object.fromEntries",
      "=the reduce copies everything over and over[, fromEntries would be faster|. fromEntries pls]",
      "replace the reduce [by|with] Object.fromEntries",
      "=Object.fromEntries is [shorter and faster|easier to read] than this reduce",
      "=biome: avoid the spread syntax on accumulators[, take Object.fromEntries|. fromEntries does it]",
      "=couldn't [that|this] be [an |]Object.fromEntries?",
      "=no { ...acc } please, Object.fromEntries",
      "build the [object|result] with [fromEntries|Object.fromEntries]",
      "=a new object for each of the {wordsThings}?[ Object.fromEntries!|]",
      "=quadratic reduce[, Object.fromEntries is linear|]",
    ],
    unseen: [
      "=with ten thousand {wordsThings} this reduce brings the tab down. entries in, object out",
      "let entries become the object in one go",
    ],
    vars: {
      acc: ["acc", "result", "all", "memo", "map"],
      key: ["id", "name", "slug", "code", "key", "email"],
    },
    rows: [
      [{ value: "count" }, { value: "label" }, { value: "price" }, { value: "status" }, { value: "total" }],
    ],
    code: [
      `
      ƒ index‹Things›(‹things›: ‹Thing›[]): Record<string, ‹Thing›> {
        return ⟦‹things›.reduce((‹acc›, ‹thing›) => ({ ...‹acc›, [‹thing›.‹key›]: ‹thing› }), {})→Object.fromEntries(‹things›.map((‹thing›) => [‹thing›.‹key›, ‹thing›]))⟧;
      ƒ}
      `,
      `
      export async function load‹Thing›Table() {
        const ‹things› = await fetch‹Things›();
        const total = ‹things›.reduce((sum, ‹thing›) => sum + ‹thing›.size, 0);
        const ‹value›By‹key:Pascal› = ⟦‹things›.reduce(
          (‹acc›, ‹thing›) => ({ ...‹acc›, [‹thing›.‹key›]: ‹thing›.‹value› }),
          {},
        )→Object.fromEntries(‹things›.map((‹thing›) => [‹thing›.‹key›, ‹thing›.‹value›]))⟧;
        return { total, ‹value›By‹key:Pascal› };
      }
      `,
      `
      class ‹Thing›Cache {
        private entries: Record<string, ‹Thing›> = {};

        fill(‹things›: ‹Thing›[]) {
          this.entries = ⟦‹things›.reduce((‹acc›, one) => ({ ...‹acc›, [one.‹key›]: one }), {})→Object.fromEntries(‹things›.map((one) => [one.‹key›, one]))⟧;
          this.filledAt = Date.now();
        }
      }
      `,
    ],
  }),
  sketched("lru-counts-reads", {
    seen: [
      "=it's [not really|no real] LRU: [reading|get] doesn't make an entry the newest",
      "=a {key} that is read all the time gets thrown out[ anyway|]",
      "={get} should move the entry to the end[ of {map}|]",
      "={get} must [count as a use|mark the entry as used]: delete it and set it again",
      "=evicts the oldest insert, not the least recently used[. {get} has to reinsert|]",
      "[move|put] the entry to the end [when|whenever] it's read",
      "=reading should refresh the position (delete and set again)",
      "=hot entries are [evicted|dropped] because {get} doesn't touch them",
      "reinsert the entry in {get}[, so that it counts as recently used|]",
      "=shouldn't {get} put the entry at the back of {map}?",
      "=recently read {wordsKey}s should survive, [delete and set again|reinsert] on {get}",
      "=insertion order isn't use order: {get} must [move|bump] the entry to the end",
      "have {get} bump the entry",
    ],
    unseen: [
      "=popular things fall out of the cache as soon as enough others were added",
      "make reads keep an entry young",
    ],
    vars: {
      map: ["map", "entries", "cache", "items", "store", "values"],
      get: ["get", "read", "find", "lookup"],
      key: ["key", "id", "name", "path"],
    },
    code: [
      `
      export class Lru<V> {
        private readonly ‹map› = new Map<string, V>();

        constructor(private readonly max: number) {}

        ‹get›(‹key›: string): V | undefined {
          const value = this.‹map›.get(‹key›);
          if (value === undefined) return undefined;
          ⟦→this.‹map›.delete(‹key›);
          this.‹map›.set(‹key›, value);⟧
          return value;
        }

        put(‹key›: string, value: V) {
          this.‹map›.set(‹key›, value);
          if (this.‹map›.size > this.max) this.‹map›.delete(this.‹map›.keys().next().value!);
        }
      }
      `,
      `
      const ‹map› = new Map<string, ‹Thing›>();
      const MAX = «100|500|1000»;

      ƒ async ‹get›(‹key›: string): Promise<‹Thing›> {
        const value = ‹map›.get(‹key›);
        if (value !== undefined) {
          ⟦→‹map›.delete(‹key›);
          ‹map›.set(‹key›, value);⟧
          return value;
        }
        const fresh = await load‹Thing›(‹key›);
        ‹map›.set(‹key›, fresh);
        if (‹map›.size > MAX) ‹map›.delete([...‹map›.keys()][0]);
        return fresh;
      ƒ}
      `,
      `
      ƒ create‹Thing›Cache(max: number) {
        const ‹map› = new Map<number, ‹Thing›>();
        return {
          has: (‹key›: number) => ‹map›.has(‹key›),
          ‹get›(‹key›: number) {
            const value = ‹map›.get(‹key›);
            if (!value) return null;
            ⟦→‹map›.delete(‹key›);
            ‹map›.set(‹key›, value);⟧
            return value;
          },
          add(‹thing›: ‹Thing›) {
            if (‹map›.size >= max) ‹map›.delete(‹map›.keys().next().value!);
            ‹map›.set(‹thing›.«id|number», ‹thing›);
          },
        };
      ƒ}
      `,
    ],
  }),
  sketched("nested-ones-too", {
    seen: [
      "=only the top level is {wordsDone}, nested ones are missed",
      "=nested {wordsThings} aren't {wordsDone}",
      "=[it|{fn}] doesn't [go into|descend into|look at] the {wordsKids}",
      "also [handle|go through] the {wordsKids} of each {wordsThing}[, recursively|]",
      "=the {wordsKids} should be {wordsDone} as well[, however deep|]",
      "={fn} has to call itself for the {wordsKids}",
      "make {fn} recursive, {kids} [are ignored|aren't visited] now",
      "=what about the {wordsKids}? they should be {wordsDone} too",
      "=a {wordsThing} inside another {wordsThing} isn't {wordsDone}",
      "descend into {kids}",
      "=stops after the first level",
      "=[goes|looks] only one level deep",
      "=the {wordsKids} of a {wordsThing} [are left out|are skipped|don't count]",
      "recurse into {kids}",
      "=i want the {wordsKids} {wordsDone} as well",
    ],
    unseen: [
      "=deeper down nothing happens. whatever is in {kids} wants the same treatment",
      "let it go down the whole tree",
    ],
    rows: [
      [
        { fn: "countAll", done: "counted" },
        { fn: "collect", done: "collected" },
        { fn: "visit", done: "visited" },
        { fn: "close", done: "closed" },
        { fn: "print", done: "printed" },
        { fn: "check", done: "checked" },
        { fn: "mark", done: "marked" },
        { fn: "release", done: "released" },
      ],
    ],
    vars: { kids: ["children", "replies", "items", "nodes", "subfolders", "parts", "branches", "entries"] },
    code: [
      `
      ƒ ‹fn›(‹thing›: ‹Thing›, seen: ‹Thing›[]) {
        ‹fill›
        seen.push(‹thing›);
        ⟦→for (const child of ‹thing›.‹kids›) ‹fn›(child, seen);⟧
      ƒ}
      `,
      `
      ƒ ‹fn›(‹things›: ‹Thing›[]): number {
        let total = 0;
        for (const ‹thing› of ‹things›) {
          if (‹thing›.«hidden|deleted|draft») continue;
          total += «1|‹thing›.size»;
          ⟦→total += ‹fn›(‹thing›.‹kids›);⟧
        }
        return total;
      ƒ}
      `,
      `
      export class ‹Thing›Walker {
        constructor(private readonly log: (name: string) => void) {}

        ‹fn›(‹thing›: ‹Thing›) {
          this.log(‹thing›.name);
          ‹thing›.«done|isOpen|seen» = true;
          ⟦→for (const child of ‹thing›.‹kids›) this.‹fn›(child);⟧
        }

        reset(‹thing›: ‹Thing›) {
          ‹thing›.«done|isOpen|seen» = false;
          for (const child of ‹thing›.‹kids›) this.reset(child);
        }
      }
      `,
    ],
  }),
  sketched("yield-delegates", {
    seen: [
      "=yields [generator objects|a generator] instead of {wordsThings}",
      "=[it's|should be|must be] yield* there, not yield",
      "use yield* [for the nested ones|for the recursive call]",
      "=nested ones [come out|arrive] as generators",
      "=i get a Generator object in the list[, not the {wordsThings} below|]",
      "delegate to the [inner|nested|recursive] generator",
      "=the star after [the recursive yield|yield] is missing",
      "=the inner {fn} has to be flattened into the outer one",
      "=why do i get a generator inside my {wordsThings}?",
      "=the recursive {fn} should yield its {wordsThings} one by one[, not itself|]",
      "=missing [asterisk|star] on the recursive yield",
      "=for..of over {fn} [gives|hands out] generators[ in between|]",
      "yield from the inner {fn}[, don't yield it|]",
      "=typescript complains that Generator isn't assignable where {fn} yields itself",
      "=recursion in {fn} isn't unrolled",
    ],
    unseen: [
      "=below the first level only iterators come out of {fn}",
      "hand on what the inner {fn} produces, item by item",
    ],
    vars: {
      fn: ["walk", "flatten", "visit", "iterate", "traverse", "descend", "each", "inOrder"],
      kids: ["children", "items", "nodes", "entries", "replies", "parts"],
    },
    code: [
      `
      export function* ‹fn›(‹thing›: ‹Thing›): Generator<‹Thing›> {
        yield ‹thing›;
        for (const child of ‹thing›.‹kids›) {
          ⟦yield→yield*⟧ ‹fn›(child);
        }
      }
      `,
      `
      class ‹Thing›Tree {
        left?: ‹Thing›Tree;
        right?: ‹Thing›Tree;

        constructor(readonly value: number) {}

        *‹fn›(): Generator<number> {
          if (this.left) yield* this.left.‹fn›();
          yield this.value;
          if (this.right) ⟦yield→yield*⟧ this.right.‹fn›();
        }
      }
      `,
      `
      async function* ‹fn›(dir: string): AsyncGenerator<string> {
        for (const entry of await readdir(dir, { withFileTypes: true })) {
          const path = join(dir, entry.name);
          if (entry.isDirectory()) ⟦yield→yield*⟧ ‹fn›(path);
          else if (path.endsWith(".‹thing:kebab›")) yield path;
        }
      }
      `,
    ],
  }),
  sketched("same-check-as-sibling", {
    seen: [
      "={b} on an empty {wordsType} should throw, [like|as] {a} does",
      "={b} [returns|gives] undefined [for|on] an empty {wordsType}, {a} throws",
      "={b} needs the same check as {a}",
      "let {b} throw the same [error|thing] as {a} when [it's empty|there's nothing in it]",
      "=same guard in {b} [please|as in {a}]",
      "={a} checks for empty, {b} doesn't",
      "=why does only {a} complain when it's empty? {b} should too",
      "copy the empty check from {a} [to|into] {b}",
      "=calling {b} with nothing in there [must|should] fail the way {a} does",
      "=inconsistent: {a} throws when empty, {b} gives undefined. both should throw",
      "=an empty {wordsType} is [caught|checked] in {a} only",
      "=[{b} lacks the check|there's no check in {b}] that {a} has",
      "=undefined comes out of {b} when it's empty. throw like in {a}",
      "protect {b} [the way {a} is|like {a}]",
      "=should behave like {a} when there's nothing: {b}",
    ],
    unseen: [
      "=nothing in it and {b} goes on as if nothing was wrong, unlike {a}",
      "treat emptiness in {b} as it's treated in {a}",
    ],
    rows: [
      [
        { type: "Stack", a: "pop", b: "peek", takeA: "pop()", readB: "at(-1)" },
        { type: "Queue", a: "dequeue", b: "front", takeA: "shift()", readB: "at(0)" },
        { type: "Heap", a: "extract", b: "top", takeA: "shift()", readB: "at(0)" },
        { type: "Deque", a: "popFront", b: "popBack", takeA: "shift()", readB: "pop()" },
        { type: "History", a: "undo", b: "latest", takeA: "pop()", readB: "at(-1)" },
        { type: "Buffer", a: "take", b: "last", takeA: "shift()", readB: "at(-1)" },
        { type: "Playlist", a: "next", b: "upcoming", takeA: "shift()", readB: "at(0)" },
        { type: "Deck", a: "draw", b: "peekTop", takeA: "pop()", readB: "at(-1)" },
      ],
    ],
    vars: {
      items: ["items", "values", "entries", "list", "elements", "data"],
      error: ["Error", "RangeError", "EmptyError"],
      message: [
        "empty",
        "the ‹type:words› is empty",
        "nothing left",
        "‹type:words› has no items",
        "no elements",
      ],
    },
    code: [
      `
      export class ‹type›<T> {
        private ‹items›: T[] = [];

        get size() {
          return this.‹items›.length;
        }

        ‹a›(): T {
          if (this.‹items›.length === 0) throw new ‹error›("‹message›");
          return this.‹items›.‹takeA›!;
        }

        ‹b›(): T {
          ⟦→if (this.‹items›.length === 0) throw new ‹error›("‹message›");⟧
          return this.‹items›.‹readB›!;
        }
      }
      `,
      `
      ƒ create‹type›(initial: ‹Thing›[] = []) {
        const ‹items› = [...initial];
        return {
          add: (‹thing›: ‹Thing›) => void ‹items›.push(‹thing›),
          ‹b›(): ‹Thing› {
            ⟦→if (‹items›.length === 0) throw new ‹error›("‹message›");⟧
            return ‹items›.‹readB›!;
          },
          ‹a›(): ‹Thing› {
            if (‹items›.length === 0) throw new ‹error›("‹message›");
            const ‹thing› = ‹items›.‹takeA›!;
            log("«took|removed»", ‹thing›.«id|name»);
            return ‹thing›;
          },
          clear() {
            ‹items›.length = 0;
          },
        };
      ƒ}
      `,
      `
      class ‹Thing›‹type› {
        #‹items›: ‹Thing›[] = [];
        #changes = 0;

        ‹a›(): ‹Thing› {
          if (this.#‹items›.length === 0) {
            throw new ‹error›("‹message›");
          }
          this.#changes++;
          return this.#‹items›.‹takeA›!;
        }

        add(‹thing›: ‹Thing›) {
          this.#changes++;
          this.#‹items›.push(‹thing›);
        }

        ‹b›(): ‹Thing› {
          ⟦→if (this.#‹items›.length === 0) {
            throw new ‹error›("‹message›");
          }⟧
          return this.#‹items›.‹readB›!;
        }
      }
      `,
    ],
  }),
  sketched("allow-transition", {
    seen: [
      "=from {from} to {to} isn't [allowed|possible], [but should be|it should be]",
      "allow [going|the step|a transition] from {from} to {to}",
      "=a {wordsFrom} {wordsSubject} [can't|cannot] become {to}, [it should|let it]",
      "=illegal transition {from} to {to}? that one is fine, allow it",
      "=the step from {from} to {to} is missing",
      "=it should be possible to go [straight|directly] from {from} to {to}",
      "=when it's {from} we can only go to {have}, {to} must be possible, too",
      "add {to} to what can follow {from}",
      "=why can't i go from {from} to {to}?",
      "let {from} be followed by {to}[ as well| too|]",
      "=support asks that a {wordsSubject} which is {from} can be {to}",
      "=the state machine doesn't let me go from {from} to {to}[, it should|]",
      "={to} has to be reachable from {from}",
      "={from} can only become {have}. {to} should work as well",
      "permit {from} to {to}",
    ],
    unseen: [
      "=stuck in {from}: the way to {to} is barred, open it",
      "=next state after {from} may be {to} as well",
    ],
    rows: [
      [
        { subject: "job", start: "idle", from: "paused", have: "running", to: "stopped", end: "failed" },
        { subject: "order", start: "draft", from: "paid", have: "shipped", to: "refunded", end: "closed" },
        {
          subject: "ticket",
          start: "open",
          from: "waiting",
          have: "resolved",
          to: "cancelled",
          end: "archived",
        },
        { subject: "upload", start: "queued", from: "failed", have: "aborted", to: "uploading", end: "done" },
        { subject: "door", start: "closed", from: "opening", have: "opened", to: "closing", end: "locked" },
        {
          subject: "player",
          start: "stopped",
          from: "buffering",
          have: "playing",
          to: "paused",
          end: "ended",
        },
        {
          subject: "article",
          start: "draft",
          from: "review",
          have: "published",
          to: "rejected",
          end: "deleted",
        },
        {
          subject: "socket",
          start: "disconnected",
          from: "connecting",
          have: "connected",
          to: "timedOut",
          end: "destroyed",
        },
        { subject: "invoice", start: "created", from: "sent", have: "paid", to: "overdue", end: "void" },
        {
          subject: "build",
          start: "pending",
          from: "building",
          have: "passed",
          to: "broken",
          end: "skipped",
        },
      ],
    ],
    code: [
      `
      const TRANSITIONS: Record<State, State[]> = {
        ‹start›: ["‹from›"«, "‹end›"|»],
        ‹from›: ["‹have›"⟦→, "‹to›"⟧],
        ‹have›: ["‹end›"],
        ‹to›: ["‹end›"],
        ‹end›: [],
      };

      ƒ move(‹subject›: ‹Subject›, next: State) {
        if (!TRANSITIONS[‹subject›.state].includes(next)) throw new Error("«illegal transition|not allowed»");
        ‹subject›.state = next;
      ƒ}
      `,
      `
      export function canMove(from: State, to: State): boolean {
        switch (from) {
          case "‹start›":
            return to === "‹from›";
          case "‹from›":
            return to === "‹have›"⟦→ || to === "‹to›"⟧;
          case "‹have›":
          case "‹to›":
            return to === "‹end›";
          default:
            return false;
        }
      }
      `,
      `
      class ‹Subject›Machine {
        private static readonly next = new Map<string, Set<string>>([
          ["‹to›", new Set(["‹end›"])],
          ["‹from›", new Set(["‹have›"⟦→, "‹to›"⟧])],
          ["‹start›", new Set(["‹from›"])],
        ]);

        constructor(private state = "‹start›") {}

        go(to: string) {
          if (!‹Subject›Machine.next.get(this.state)?.has(to)) return false;
          this.state = to;
          return true;
        }
      }
      `,
      `
      export const ‹subject›Machine = createMachine({
        initial: "‹start›",
        states: {
          ‹start›: { allow: ["‹from›"] },
          ‹from›: { allow: ["‹have›"⟦→, "‹to›"⟧], «onEnter: notify|timeout: 5000» },
          ‹have›: { allow: ["‹end›"] },
          ‹to›: { allow: ["‹end›"] },
        },
      });
      `,
    ],
  }),
  sketched("refuse-above-limit-too", {
    seen: [
      "={wordsWhat} {max1} gets through [as well|too], anything above {max} should be refused[ the same way|]",
      "also [refuse|reject] {wordsWhat} above {max}",
      "=[there's no|we need an] upper limit: {max} is the highest {wordsWhat} that makes sense",
      "=the {wordsWhat} [may|can|must] be at most {max}",
      "=only the lower bound is checked, {wordsWhat} must not be over {max} either",
      "throw for {wordsWhat} greater than {max} as well",
      "=a {wordsWhat} of {max1} should be [an error|refused|rejected] too, {max} is the limit",
      "=why is {max1} ok? more than {max} is nonsense",
      "reject values over {max}[, like those that are too low|]",
      "=can it check the top end too? max is {max}",
      "=accepts [{max1}|anything large], the maximum is {max}",
      "=the upper bound ({max}) isn't [checked|enforced]",
      "complain about more than {max}, too[, as about less than {min}|]",
      "={wordsWhat} has to stay between {min} and {max}",
      "=a {wordsWhat} above {max}? [shouldn't|mustn't] get through",
    ],
    unseen: [
      "=too little is caught, too much isn't: the ceiling is {max}",
      "let nothing beyond {max} pass, with the error we have",
    ],
    rows: [
      [
        { what: "port", min: "1", max: "65535", max1: "99999" },
        { what: "percent", min: "0", max: "100", max1: "140" },
        { what: "month", min: "1", max: "12", max1: "13" },
        { what: "hour", min: "0", max: "23", max1: "25" },
        { what: "quality", min: "1", max: "100", max1: "500" },
        { what: "age", min: "18", max: "120", max1: "300" },
        { what: "rating", min: "1", max: "5", max1: "7" },
        { what: "channel", min: "0", max: "255", max1: "300" },
        { what: "concurrency", min: "1", max: "64", max1: "1000" },
        { what: "day", min: "1", max: "31", max1: "32" },
        { what: "level", min: "0", max: "9", max1: "12" },
      ],
    ],
    code: [
      `
      ƒ read‹What›(text: string): number {
        const ‹what› = Number(text);
        if (!Number.isInteger(‹what›) || ‹what› < ‹min›⟦→ || ‹what› > ‹max›⟧) {
          throw new «RangeError|Error»(´bad ‹what›: €{text}´);
        }
        return ‹what›;
      ƒ}
      `,
      `
      export class ‹Thing›Settings {
        private ‹what› = ‹min›;

        set‹What›(value: number) {
          if (value < ‹min›⟦→ || value > ‹max›⟧) throw new Error("«invalid|wrong» ‹what›");
          this.‹what› = value;
          this.save();
        }
      }
      `,
      `
      const ‹what› = Number(process.env.‹what:CONST› ?? «‹min›|‹max›»);
      const retries = Number(process.env.RETRIES ?? 3);
      if (retries < 0) throw new Error("RETRIES must not be negative");
      if (Number.isNaN(‹what›) || ‹what› < ‹min›⟦→ || ‹what› > ‹max›⟧) {
        console.error("‹what:CONST› is out of range");
        process.exit(1);
      }
      `,
    ],
  }),
  sketched("stop-on-empty-page", {
    seen: [
      "=infinite loop if [a|the] page comes back empty but {more} is still true, stop there",
      "also stop when {items} is empty",
      "=[never ends|hangs] when the server [says|claims] {more} but sends no {wordsItems}",
      "break [as well|too] if [there are no {wordsItems}|{items} has nothing in it]",
      "=an empty {items} should end the loop[ too|, whatever {more} says]",
      "=loops forever [on|when it gets] an empty page",
      "=no {wordsItems} means we're done, even if {more} is true",
      "=should [also end|stop] on an empty page",
      "=the api has a bug: {more} stays true at the end, but {items} is empty then. stop in that case",
      "=what if {items} is empty and {more} true? never stops",
      "=[requests|asks for] empty pages forever",
      "={more} can't be trusted, an empty {items} [is|means] the end",
      "end the loop when no {wordsItems} came",
      "=hangs at the end of the list, {items} is empty there",
    ],
    unseen: [
      "=it keeps asking the api for pages that have nothing in them",
      "take an empty page as the last one",
    ],
    vars: {
      more: ["hasMore", "hasNext", "more", "hasNextPage"],
      items: ["items", "‹things›", "results", "rows", "entries", "records", "data"],
    },
    code: [
      `
      ƒ async fetchAll(client: Client): Promise<‹Thing›[]> {
        const all: ‹Thing›[] = [];
        let page = 1;
        while (true) {
          const { ‹items›, ‹more› } = await client.list(page);
          all.push(...‹items›);
          if (!‹more›⟦→ || ‹items›.length === 0⟧) break;
          page++;
        }
        return all;
      ƒ}
      `,
      `
      export async function* pages(«url|path»: string) {
        for (let offset = 0; ; offset += «50|100») {
          const response = await fetch(´/api/‹things›?offset=€{offset}´);
          if (!response.ok) throw new Error(response.statusText);
          const { ‹items›, ‹more› } = await response.json();
          yield* ‹items›;
          if (!‹more›⟦→ || ‹items›.length === 0⟧) return;
        }
      }
      `,
      `
      class ‹Thing›Import {
        async run() {
          let cursor = "";
          for (;;) {
            const { ‹items›, ‹more›, next } = await this.api.‹things›(cursor);
            for (const item of ‹items›) await this.save(item);
            if (!‹more›⟦→ || ‹items›.length === 0⟧) break;
            cursor = next;
          }
          this.log("«done|imported»");
        }
      }
      `,
    ],
  }),
  sketched("shuffle-includes-itself", {
    seen: [
      "=the shuffle never leaves [an element|anything] where it is",
      "=not every order comes up: a [card|element] can't stay in its place",
      "=the random index [must|has to] be able to be {i} itself",
      "={j} [should|must] be picked from 0 to {i}, including {i}",
      "=the shuffle is biased, {j} has to range over {i} + 1 values",
      "=off by one in the shuffle[, {j} can never be {i}|]",
      "let {j} be {i} [as well|too]",
      "=with [two|only two] elements it always swaps them",
      "=Fisher-Yates needs Math.random() * ({i} + 1)",
      "=a list of two [comes back|is] reversed [every time|each time]",
      "=isn't the random range of {j} one too small?",
      "=[unfair|biased] shuffle: {j} stays below {i}",
      "=Math.random() * {i} excludes {i}[, it mustn't|, add one]",
      "=statistics say the shuffle isn't uniform",
    ],
    unseen: [
      "=i shuffled 1, 2 a hundred times and got 2, 1 a hundred times",
      "give every position the chance to keep what it has",
    ],
    vars: {
      i: ["i", "index", "last", "n"],
      j: ["j", "k", "other", "pick", "target"],
      list: ["list", "arr", "copy", "result", "deck", "cards"],
    },
    code: [
      `
      ƒ shuffle<T>(input: readonly T[]): T[] {
        const ‹list› = [...input];
        for (let ‹i› = ‹list›.length - 1; ‹i› > 0; ‹i›--) {
          const ‹j› = Math.floor(Math.random() * ⟦‹i›→(‹i› + 1)⟧);
          [‹list›[‹i›], ‹list›[‹j›]] = [‹list›[‹j›], ‹list›[‹i›]];
        }
        return ‹list›;
      ƒ}
      `,
      `
      export class Deck {
        constructor(private ‹list›: ‹Thing›[]) {}

        shuffle(random = Math.random) {
          for (let ‹i› = this.‹list›.length - 1; ‹i› > 0; ‹i›--) {
            const ‹j› = Math.floor(random() * ⟦‹i›→(‹i› + 1)⟧);
            const held = this.‹list›[‹i›];
            this.‹list›[‹i›] = this.‹list›[‹j›];
            this.‹list›[‹j›] = held;
          }
          return this;
        }
      }
      `,
      `
      const ‹things› = await load‹Things›();
      const ‹list› = ‹things›.map((‹thing›) => ‹thing›.«name|id»);
      let ‹i› = ‹list›.length;
      while (--‹i› > 0) {
        const ‹j› = Math.trunc(Math.random() * ⟦‹i›→(‹i› + 1)⟧);
        [‹list›[‹i›], ‹list›[‹j›]] = [‹list›[‹j›], ‹list›[‹i›]];
      }
      console.log(‹list›.slice(0, Math.floor(‹list›.length / 2)));
      `,
    ],
  }),
  sketched("evict-the-oldest", {
    seen: [
      "=memory grows and grows, {map} never drops anything. [drop|delete] the oldest entry when there are more than {max}",
      "[drop|remove|evict] the oldest [entry|one] of {map} once it has more than {max}",
      "=the cache is unbounded, keep at most {max} and [delete|drop] the oldest",
      "={map} should [hold|keep] {max} at most, the first one in goes first",
      "[limit|restrict] {map} to {max} entries, the oldest [has to go|goes]",
      "=no upper bound on {map}: {max}, then the oldest gets deleted",
      "=server runs out of memory after some days since {map} keeps everything. max {max}, oldest out",
      "=shouldn't {map} be limited to {max}? [throw out|delete] the oldest",
      "={map} [must|should] never have more than {max} entries, delete the first key if it does",
      "=grows without end, [max|at most] {max} in {map}, oldest first out",
      "keep {map} at {max} or fewer by deleting its oldest key",
      "=when {map} gets bigger than {max}, [forget|delete] the one that came first",
    ],
    unseen: [
      "=let {map} forget: {max} things, after that the eldest goes",
      "=heap dump shows millions of things in {map}. {max} is plenty, longest there leaves first",
    ],
    vars: {
      map: ["cache", "entries", "seen", "sessions", "pages", "results", "memo", "recent"],
      max: ["MAX_ENTRIES", "MAX", "maxSize", "limit", "CACHE_LIMIT", "100", "500", "1000"],
      key: ["key", "id", "url", "path", "name"],
    },
    code: [
      `
      const ‹map› = new Map<string, ‹Thing›>();

      ƒ async get‹Thing›(‹key›: string): Promise<‹Thing›> {
        const hit = ‹map›.get(‹key›);
        if (hit) return hit;
        const ‹thing› = await load‹Thing›(‹key›);
        ‹map›.set(‹key›, ‹thing›);
        ⟦→if (‹map›.size > ‹max›) ‹map›.delete(‹map›.keys().next().value!);⟧
        return ‹thing›;
      ƒ}
      `,
      `
      export class ‹Thing›Store {
        readonly ‹map› = new Map<string, ‹Thing›>();

        add(‹key›: string, ‹thing›: ‹Thing›) {
          this.‹map›.set(‹key›, ‹thing›);
          ⟦→if (this.‹map›.size > ‹max›) this.‹map›.delete(this.‹map›.keys().next().value!);⟧
          this.emit("«add|change»", ‹thing›);
        }

        remove(‹key›: string) {
          this.‹map›.delete(‹key›);
        }
      }
      `,
      `
      ƒ memoize‹Thing›(load: (‹key›: string) => ‹Thing›) {
        const ‹map› = new Map<string, ‹Thing›>();
        return (‹key›: string) => {
          if (!‹map›.has(‹key›)) {
            ‹map›.set(‹key›, load(‹key›));
            ⟦→if (‹map›.size > ‹max›) ‹map›.delete(‹map›.keys().next().value!);⟧
          }
          return ‹map›.get(‹key›)!;
        };
      ƒ}
      `,
    ],
  }),
];
