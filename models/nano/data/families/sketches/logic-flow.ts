import { sketched } from "./sketch.ts";

/** What goes wrong with loops, retries, listeners and what functions give back. */
export const LOGIC_FLOW = [
  sketched("no-pause-after-the-last-try", {
    seen: [
      "=[sleeps|waits] once more after the last {wordsTry}[ for no reason|]",
      "=no need to [sleep|wait] after the last {wordsTry}",
      "don't [sleep|wait] after the last {wordsTry}",
      "only [sleep|wait] if there's another {wordsTry}",
      "=the error comes {delay} too late",
      "=waits for nothing when all {wordsTries} are used up",
      "=why does it wait before it gives up?",
      "=after the final {wordsTry} it should throw right away",
      "skip the pause after the last one",
      "=pauses although there's no {wordsTry} left",
      "=failing takes one {delay} too long",
      "=can it give up at once after the last {wordsTry}?",
      "=useless [wait|sleep|pause] at the [very |]end",
      "=[the tests are|giving up is] slow because it [waits|sleeps] after the last {wordsTry}",
      "=no [sleep|wait|pause] after the [last|final] one[ pls|]",
      "=shouldn't [sleep|wait] when it's [out of|through with all] {wordsTries}",
    ],
    unseen: ["=a pause makes no sense when nothing follows it", "pause only between {wordsTries}"],
    rows: [
      [
        { tries: "attempts", try: "attempt" },
        { tries: "retries", try: "retry" },
        { tries: "maxAttempts", try: "attempt" },
        { tries: "tries", try: "try" },
        { tries: "maxTries", try: "try" },
      ],
    ],
    vars: {
      delay: ["delay", "delayMs", "pause", "wait", "interval"],
      i: ["i", "n", "round", "count"],
      sleep: ["sleep", "delayFor", "setTimeoutAsync"],
    },
    code: [
      `
      ƒ async retry<T>(fn: () => Promise<T>, ‹tries›: number, ‹delay›: number): Promise<T> {
        let lastError: unknown;
        for (let ‹i› = 0; ‹i› < ‹tries›; ‹i›++) {
          try {
            return await fn();
          } catch (error) {
            lastError = error;
            ⟦await ‹sleep›(‹delay›);→if (‹i› < ‹tries› - 1) {
              await ‹sleep›(‹delay›);
            }⟧
          }
        }
        throw lastError;
      ƒ}
      `,
      `
      ƒ async waitFor‹Thing›(id: string, ‹tries› = 5, ‹delay› = 1000) {
        for (let ‹i› = 0; ‹i› < ‹tries›; ‹i›++) {
          const ‹thing› = await find‹Thing›(id);
          if (‹thing›.«ready|done|available») return ‹thing›;
          ⟦await ‹sleep›(‹delay›);→if (‹i› < ‹tries› - 1) {
            await ‹sleep›(‹delay›);
          }⟧
        }
        throw new Error(´‹thing:words› €{id} isn't ready´);
      ƒ}
      `,
      `
      export class ‹Thing›Sender {
        constructor(private readonly ‹tries›: number, private readonly ‹delay›: number) {}

        async send(‹thing›: ‹Thing›): Promise<boolean> {
          for (let ‹i› = 0; ‹i› < this.‹tries›; ‹i›++) {
            const isSent = await this.attempt(‹thing›);
            if (isSent) return true;
            ⟦await ‹sleep›(this.‹delay›);→if (‹i› < this.‹tries› - 1) {
              await ‹sleep›(this.‹delay›);
            }⟧
          }
          return false;
        }
      }
      `,
    ],
  }),
  sketched("hand-back-the-unsubscribe", {
    seen: [
      "=no way to [unsubscribe|remove a listener again]",
      "return a function that removes {listener}[ again|]",
      "have {on} return [an unsubscribe function|a function that removes {listener}]",
      "=listeners can't be removed, {on} should return a function for that",
      "=unsubscribing: {on} should hand back a function that takes {listener} out",
      "=need a way to stop listening, returned by {on}",
      "=how do i get rid of a listener? {on} could return the means to",
      "=leaks, {on} has to return a function that deletes {listener}",
      "={on} should give back an unsubscribe function",
      "let {on} return its undo",
      "=effects want a cleanup function from {on}",
      "=can {on} return a function to unsubscribe?",
      "give back a cleanup from {on}",
      "=i'd like to write const off = {on}(…) and [call off() later|be able to call off()]",
      "=memory [leak|grows], [nobody can unsubscribe|listeners are never removed]",
      "=can't [stop listening|unsubscribe|detach] once i called {on}",
      "return [the way to unsubscribe|an off function] from {on}",
    ],
    unseen: [
      "=once added, a listener stays forever; let {on} give me something to call when done",
      "return from {on} what takes {listener} off again",
    ],
    vars: {
      on: ["on", "subscribe", "listen", "addListener", "onChange", "watch", "observe"],
      listener: ["listener", "callback", "handler", "fn", "observer", "cb"],
      set: ["listeners", "handlers", "subscribers", "callbacks", "observers"],
    },
    code: [
      `
      export class ‹Thing›Store {
        private readonly ‹set› = new Set<(‹thing›: ‹Thing›) => void>();

        ‹on›(‹listener›: (‹thing›: ‹Thing›) => void) {
          this.‹set›.add(‹listener›);
          ⟦→return () => {
            this.‹set›.delete(‹listener›);
          };⟧
        }

        emit(‹thing›: ‹Thing›) {
          for (const one of this.‹set›) one(‹thing›);
        }
      }
      `,
      `
      const ‹set› = new Set<() => void>();
      let ‹thing›: ‹Thing› = initial;

      ƒ ‹on›(‹listener›: () => void) {
        ‹set›.add(‹listener›);
        ⟦→return () => {
          ‹set›.delete(‹listener›);
        };⟧
      ƒ}

      ƒ set‹Thing›(next: ‹Thing›) {
        ‹thing› = next;
        ‹set›.forEach((one) => one());
      ƒ}
      `,
      `
      ƒ create‹Thing›Channel() {
        const ‹set› = new Map<number, (text: string) => void>();
        let id = 0;
        return {
          ‹on›(‹listener›: (text: string) => void) {
            const key = id++;
            ‹set›.set(key, ‹listener›);
            ⟦→return () => {
              ‹set›.delete(key);
            };⟧
          },
          send(text: string) {
            ‹set›.forEach((one) => one(text));
          },
        };
      ƒ}
      `,
    ],
  }),
  sketched("pass-the-arguments-on", {
    seen: [
      "={name} drops [its arguments|the arguments]",
      "=the arguments [get lost|never arrive|are lost]",
      "={fn} is called without [the |]arguments",
      "pass [the args|{args}] on to {fn}",
      "call {fn} with {args}",
      "={fn} gets undefined [when it's called later|for everything]",
      "hand {args} over to {fn}",
      "=where are the arguments? {fn} gets none",
      "=why does {fn} get nothing?",
      "=forgot to pass {args}",
      "={args} are never used",
      "forward {args}",
      "=can {fn} get what the returned function was called with?",
      "=everything [arrives as|is] undefined in {fn}",
      "=i pass two values and {fn} [sees|receives|gets] none",
      "=event is undefined in {fn}",
      "={name} swallows [the args|the arguments|{args}]",
    ],
    unseen: ["=whatever i call it with, {fn} sees nothing of it", "let {fn} have {args}"],
    vars: {
      fn: ["fn", "callback", "handler", "func", "action", "run"],
      args: ["args", "params", "values", "rest"],
      ms: ["ms", "wait", "delay", "period"],
    },
    rows: [
      [
        { name: "debounce" },
        { name: "debounced" },
        { name: "delayed" },
        { name: "later" },
        { name: "postpone" },
      ],
    ],
    code: [
      `
      ƒ ‹name›<A extends unknown[]>(‹fn›: (...‹args›: A) => void, ‹ms›: number) {
        let timer: ReturnType<typeof setTimeout> | undefined;
        return (...‹args›: A) => {
          clearTimeout(timer);
          timer = setTimeout(⟦‹fn›→() => ‹fn›(...‹args›)⟧, ‹ms›);
        };
      ƒ}
      `,
      `
      ƒ ‹name›<A extends unknown[], R>(‹fn›: (...‹args›: A) => R, onDone: () => void) {
        let isRunning = false;
        return (...‹args›: A): R | undefined => {
          if (isRunning) return undefined;
          isRunning = true;
          const result = ‹fn›(⟦→...‹args›⟧);
          isRunning = false;
          onDone();
          return result;
        };
      ƒ}
      `,
      `
      ƒ ‹name›<A extends unknown[]>(‹fn›: (...‹args›: A) => void, ‹ms› = 300) {
        ‹fill›
        let pending = 0;
        return (...‹args›: A) => {
          pending += 1;
          setTimeout(() => {
            pending -= 1;
            if (pending === 0) ‹fn›(⟦→...‹args›⟧);
          }, ‹ms›);
        };
      ƒ}
      `,
    ],
  }),
  sketched("text-method-gives-new-text", {
    seen: [
      "=[the {method} |]has no effect",
      "={method} doesn't change the string[ itself|]",
      "=result of {method} is [lost|not used|thrown away]",
      "assign the result[ of {method}|]",
      "=strings are immutable[, assign it|]",
      "=the {wordsText} isn't {done}",
      "=why does {method} do nothing?",
      "=it still comes out as it was",
      "use what {method} returns",
      "=forgot to assign {text}",
      "set {text} to the result of {method}",
      "=the {method} line does nothing",
      "=can the {wordsText} really be {done}?",
      "=[no-op|does nothing]: {method} [returns a new string|isn't assigned]",
      "=the return value of {method} [is ignored|goes nowhere]",
      "={text} [stays|is] unchanged[ after {method}|]",
      "=linter: return value of {method} is not used",
    ],
    unseen: ["={text} is the same before and after", "keep what {method} gives back in {text}"],
    vars: { text: ["text", "name", "title", "line", "value", "input", "label", "slug"] },
    rows: [
      [
        { method: "trim", call: "trim()", done: "trimmed" },
        { method: "toLowerCase", call: "toLowerCase()", done: "lowercased" },
        { method: "toUpperCase", call: "toUpperCase()", done: "uppercased" },
        { method: "replace", call: 'replace(/\\s+/g, "-")', done: "replaced" },
        { method: "replaceAll", call: 'replaceAll("_", " ")', done: "replaced" },
        { method: "padStart", call: 'padStart(8, "0")', done: "padded" },
        { method: "normalize", call: 'normalize("NFC")', done: "normalized" },
        { method: "slice", call: "slice(0, 100)", done: "shortened" },
      ],
    ],
    code: [
      `
      ƒ clean‹Thing›(‹text›: string): string {
        «if (‹text› === "") return "-";
        |»⟦‹text›.‹call›→‹text› = ‹text›.‹call›⟧;
        return ‹text›;
      ƒ}
      `,
      `
      ƒ read‹Things›(source: string) {
        const ‹things› = new Set<string>();
        for (let ‹text› of source.split("\\n")) {
          ⟦‹text›.‹call›→‹text› = ‹text›.‹call›⟧;
          if (‹text› !== "") ‹things›.add(‹text›);
        }
        return ‹things›;
      ƒ}
      `,
      `
      export class ‹Thing› {
        ‹text› = "";
        readonly log: string[] = [];

        set(‹text›: string) {
          this.log.push(‹text›);
          this.‹text› = ‹text›;
          ⟦this.‹text›.‹call›→this.‹text› = this.‹text›.‹call›⟧;
        }
      }
      `,
    ],
  }),
  sketched("typo-in-a-text", {
    seen: [
      "=typo[ in the text|]",
      "=typo: {textWrong}",
      "fix the typo",
      "=there's a [typo|spelling mistake] in the [message|text]",
      "={textWrong} should be {textRight}",
      "=spelling: {textRight}",
      "=it's {textRight} not {textWrong}",
      "=misspelled {textRight}",
      "=one of the texts has a spelling mistake",
      "correct the spelling of {textWrong}",
      "=typo ({textWrong})",
      "=who can spell {textRight}? it's wrong here",
      "=a customer found a typo in here",
      "=[somebody|a user|marketing] [noticed|found|reported] a typo",
      "=[typo|spelling] pls, {textRight}",
      "=isn't it {textRight}?",
      "=that's not how you [write|spell] {textRight}",
    ],
    unseen: ["={textWrong} is no word", "spell {textRight} correctly"],
    rows: [
      [
        { wrong: "recieved", right: "received" },
        { wrong: "occured", right: "occurred" },
        { wrong: "seperate", right: "separate" },
        { wrong: "sucessfully", right: "successfully" },
        { wrong: "adress", right: "address" },
        { wrong: "definately", right: "definitely" },
        { wrong: "necesary", right: "necessary" },
        { wrong: "untill", right: "until" },
        { wrong: "availible", right: "available" },
        { wrong: "unkown", right: "unknown" },
        { wrong: "begining", right: "beginning" },
        { wrong: "expierd", right: "expired" },
        { wrong: "cancle", right: "cancel" },
        { wrong: "thier", right: "their" },
        { wrong: "reponse", right: "response" },
        { wrong: "requried", right: "required" },
      ],
    ],
    code: [
      `
      ƒ check‹Thing›(‹thing›: unknown): asserts ‹thing› is ‹Thing› {
        if (typeof ‹thing› !== "object") {
          throw new TypeError("‹thing:Words› ⟦‹wrong›→‹right›⟧ «as|with» " + typeof ‹thing›);
        }
        if (‹thing› === null) throw new TypeError("No ‹thing:words› given");
      ƒ}
      `,
      `
      export function ‹Thing›Banner({ ‹thing›, onClose }: ‹Thing›BannerProps) {
        return (
          <div role="alert">
            <h2>‹thing:Words› {‹thing›.name}</h2>
            <p>«This ‹thing:words› is|Not|Still|Please note:» ⟦‹wrong›→‹right›⟧ «for now|here|and waiting|today»</p>
            <button onClick={onClose}>«Close|Dismiss|OK»</button>
          </div>
        );
      }
      `,
      `
      export const messages = {
        title: "Your ‹things:words›",
        «empty: "There are no ‹things:words› yet",|loading: "Loading ‹things:words›",»
        note: "«The ‹thing:words› is|Something is|This was» ⟦‹wrong›→‹right›⟧«, sorry|, please wait|»",
        «saved: "All saved",|error: "Something went wrong",»
      };
      `,
      `
      ƒ async handle‹Thing›(‹thing›: ‹Thing›) {
        logger.debug(´checking €{‹thing›.id}´);
        if (!‹thing›.isValid) {
          logger.«warn|error»(´‹thing:words› €{‹thing›.id}: ⟦‹wrong›→‹right›⟧ «by user|at last|again»´);
          return;
        }
        await process‹Thing›(‹thing›);
      ƒ}
      `,
    ],
  }),
  sketched("answer-is-a-type-guard", {
    seen: [
      "turn [this|{fn}] into a type guard",
      "make {fn} a type guard",
      "=doesn't narrow the type[ after the check|]",
      "=ts still thinks it's unknown after {fn}",
      "={fn} should narrow to {Thing}",
      "return {value} is {Thing}[ instead of boolean|]",
      "=should be a type predicate",
      "=i still have to cast after calling {fn}",
      "=why do i need a cast after {fn}?",
      "=can {fn} tell typescript that it's a {Thing}?",
      "=want {fn} as a type guard for {Thing}",
      "let typescript know that {value} is a {Thing}[ then|]",
      "=[boolean isn't enough|a plain boolean is too little], {fn} should be a [type guard|type predicate]",
      "=after if ({fn}(…)) the type is [still the old one|not narrowed]",
      "=calls of {fn} [don't help typescript|tell ts nothing]",
      "=type predicate [for|on] {fn} pls",
    ],
    unseen: ["=the compiler learns nothing from {fn}", "give {fn} a predicate as its return type"],
    vars: { fn: ["is‹Thing›"], value: ["value", "input", "data", "candidate", "x", "raw", "object"] },
    code: [
      `
      interface ‹Thing› {
        «id|code|key»: string;
        name: string;
      }

      ƒ ‹fn›(‹value›: unknown): ⟦boolean→‹value› is ‹Thing›⟧ {
        return typeof ‹value› === "object" && ‹value› !== null && "name" in ‹value›;
      ƒ}
      `,
      `
      export function ‹fn›(‹value›: any): ⟦boolean→‹value› is ‹Thing›⟧ {
        if (!‹value›) return false;
        return ‹value›.kind === "‹thing:kebab›" && typeof ‹value›.«size|title|id» === "«number|string»";
      }

      export function isEmpty(list: unknown[]): boolean {
        return list.length === 0;
      }
      `,
      `
      ƒ has‹Other›(‹thing›: ‹Thing›): boolean {
        return ‹thing›.‹other› !== undefined;
      ƒ}

      ƒ ‹fn›(‹value›: ‹Thing› | ‹Other›): ⟦boolean→‹value› is ‹Thing›⟧ {
        return "«rank|level|city»" in ‹value›;
      ƒ}
      `,
    ],
  }),
  sketched("pairs-end-one-earlier", {
    seen: [
      "=the last [pair|comparison] has undefined in it",
      "=[crashes|blows up] at the last {wordsThing}, there's no next one",
      "=reads one past the end",
      "=goes one {wordsThing} too far",
      "=off by one[ at the end|, the last one has no next|]",
      "stop one {wordsThing} earlier",
      "stop at the second to last {wordsThing}",
      "=the last {wordsThing} has no successor",
      "=why is {next} undefined at the end?",
      "=cannot read properties of undefined in the last round",
      "=loop should end at length - 1",
      "=can the loop stop before the last one?",
      "=TypeError [in|on] the last [round|iteration|pass][ of the loop|]",
      "=one [iteration|round] too many",
      "don't [look at|touch] the one after the last {wordsThing}",
      "=for n {wordsThings} there are only n - 1 [pairs|neighbours|steps]",
    ],
    unseen: [
      "=there's nothing behind the final {wordsThing}, yet it looks there",
      "end the loop one round sooner",
    ],
    vars: { next: ["next", "following", "upcoming", "after", "second"], i: ["i", "index", "n", "at"] },
    code: [
      `
      ƒ «distances|gaps|steps»(‹things›: ‹Thing›[]): number[] {
        const result: number[] = [];
        for (let ‹i› = 0; ‹i› < ‹things›.length⟦→ - 1⟧; ‹i›++) {
          const ‹next› = ‹things›[‹i› + 1];
          result.push(‹next›.position - ‹things›[‹i›].position);
        }
        return result;
      ƒ}
      `,
      `
      ƒ isSorted(‹things›: ‹Thing›[]) {
        for (let ‹i› = 0; ‹i› < ‹things›.length; ‹i›++) {
          if (‹things›[‹i›].hidden) return false;
        }
        for (let ‹i› = 0; ‹i› < ‹things›.length⟦→ - 1⟧; ‹i›++) {
          const ‹next› = ‹things›[‹i› + 1];
          if (‹things›[‹i›].rank > ‹next›.rank) return false;
        }
        return true;
      ƒ}
      `,
      `
      export class ‹Thing›Route {
        constructor(private readonly ‹things›: ‹Thing›[]) {}

        get length() {
          let sum = 0;
          for (let ‹i› = 0; ‹i› < this.‹things›.length⟦→ - 1⟧; ‹i›++) {
            const ‹next› = this.‹things›[‹i› + 1];
            sum += distance(this.‹things›[‹i›], ‹next›);
          }
          return sum;
        }

        names() {
          return this.‹things›.map((one) => one.name);
        }
      }
      `,
    ],
  }),
  sketched("stop-on-an-empty-page", {
    seen: [
      "=[endless|infinite] loop if [a page|{page}] comes back empty",
      "=never [ends|stops] when a page is empty but {more} is still true",
      "stop when {page} is empty[ too|, whatever {more} says|]",
      "=hangs if the api says {more} but sends nothing",
      "also stop at an empty page",
      "break when there are no {wordsThings} in {page}",
      "=an empty page should end it as well",
      "=the api lies about {more}, stop at an empty page",
      "=why does it loop forever? the page is empty",
      "=keeps asking for pages that are empty",
      "=can an empty {page} end the loop too?",
      "=loop must not go on after an empty page",
      "=got stuck [in prod|last night], the api kept sending empty pages",
      "=[never finishes|runs forever|spins] when {page} is empty",
      "=length 0 should [end|stop] [it|the loop] [too|as well]",
      "=an empty {page} means [we're done|the end], whatever {more} says",
    ],
    unseen: [
      "=nothing in it any more and still it asks for the next one",
      "treat no {wordsThings} as the end",
    ],
    vars: {
      page: ["items", "rows", "batch", "results", "entries", "‹things›"],
      more: ["hasMore", "hasNext", "more", "hasNextPage"],
      all: ["all", "result", "collected", "found"],
    },
    code: [
      `
      ƒ async fetchAll‹Things›(client: Client): Promise<‹Thing›[]> {
        const ‹all›: ‹Thing›[] = [];
        let number = 1;
        while (true) {
          const { ‹page›, ‹more› } = await client.‹things›(number);
          ‹all›.push(...‹page›);
          if (!‹more›⟦→ || ‹page›.length === 0⟧) break;
          number++;
        }
        return ‹all›;
      ƒ}
      `,
      `
      export class ‹Thing›Reader {
        constructor(private readonly api: Api) {}

        async *[Symbol.asyncIterator]() {
          for (let number = 1; ; number++) {
            const { ‹page›, ‹more› } = await this.api.list(number);
            yield* ‹page›;
            if (!‹more›⟦→ || ‹page›.length === 0⟧) return;
          }
        }
      }
      `,
      `
      ƒ async sync‹Things›(source: Source, store: Store) {
        let cursor: string | undefined;
        let isDone = false;
        while (!isDone) {
          const { ‹page›, ‹more›, next } = await source.read(cursor);
          for (const one of ‹page›) store.put(one);
          ‹fill›
          cursor = next;
          isDone = !‹more›⟦→ || ‹page›.length === 0⟧;
        }
      ƒ}
      `,
    ],
  }),
];
