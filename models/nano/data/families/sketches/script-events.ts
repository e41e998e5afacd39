import { sketched } from "./sketch.ts";

/** What people ask of listeners, timers, retries and work that goes on by itself. */
export const SCRIPT_EVENTS = [
  sketched("stop-clears-interval", {
    seen: [
      "=the {wordsTimer} [keeps running|goes on] after {stop}[()|]",
      "=the interval [keeps the process alive|still fires] after {stop}()",
      "clear the [interval|{timer}] in {stop}",
      "={stop} [doesn't stop|forgets] the {wordsTimer}",
      "=calling {stop} [doesn't stop it|has no effect on the interval]",
      "=the process [never exits|hangs] although i called {stop}",
      "={timer} is never cleared",
      "=shouldn't {stop} clear {timer}?",
      "=[memory leak|leak]: {timer} survives {stop}",
      "=it's still {wordsDoing} after {stop}",
      "also stop {timer} when {stop} is called",
      "=i [called|call] {stop} and it's still going[, clear the interval|]",
      "=no clearInterval [anywhere|in {stop}]",
      "={stop} has to get rid of {timer}",
      "clearInterval in {stop}, for {timer}",
      "=jest says there's an open handle: {timer}[ after {stop}|]",
    ],
    unseen: [
      "=even when told to {stop}, it ticks and ticks",
      "put an end to {timer} in there where everything else ends",
    ],
    rows: [
      [
        { timer: "timer", stop: "close", start: "start", doing: "pinging", act: "ping" },
        { timer: "interval", stop: "stop", start: "start", doing: "polling", act: "poll" },
        {
          timer: "heartbeat",
          stop: "disconnect",
          start: "connect",
          doing: "sending heartbeats",
          act: "beat",
        },
        { timer: "refreshTimer", stop: "dispose", start: "init", doing: "refreshing", act: "refresh" },
        { timer: "ticker", stop: "pause", start: "resume", doing: "ticking", act: "tick" },
        { timer: "flushTimer", stop: "shutdown", start: "open", doing: "flushing", act: "flush" },
        { timer: "pollHandle", stop: "unsubscribe", start: "subscribe", doing: "polling", act: "check" },
        { timer: "cleanupInterval", stop: "destroy", start: "setup", doing: "cleaning up", act: "sweep" },
      ],
    ],
    vars: { ms: ["1000", "30_000", "5000", "250", "60_000", "2000"] },
    code: [
      `
      class ‹Thing›Watcher {
        private ‹timer›?: NodeJS.Timeout;

        constructor(private readonly ‹other›: ‹Other›) {}

        ‹start›() {
          this.‹timer› = setInterval(() => this.‹other›.‹act›(), ‹ms›);
        }

        ‹stop›() {
          ⟦→clearInterval(this.‹timer›);⟧
          this.‹other›.«end|release|close»();
        }
      }
      `,
      `
      export class ‹Thing›Service extends EventEmitter {
        #‹timer›: ReturnType<typeof setInterval> | undefined;

        async ‹start›() {
          await this.load();
          this.#‹timer› = setInterval(() => void this.‹act›(), ‹ms›);
        }

        async ‹act›() {
          this.emit("‹act›", await this.load());
        }

        ‹stop›() {
          ⟦→clearInterval(this.#‹timer›);⟧
          this.removeAllListeners();
        }
      }
      `,
      `
      ƒ create‹Thing›Poller(‹act›: () => void, every: number) {
        let ‹timer›: ReturnType<typeof setInterval> | undefined;
        let count = 0;
        return {
          ‹start›() {
            ‹timer› = setInterval(‹act›, every);
            count++;
          },
          ‹stop›() {
            ⟦→clearInterval(‹timer›);⟧
            console.log("«stopped after|runs:»", count);
          },
        };
      ƒ}
      `,
    ],
  }),
  sketched("on-returns-off", {
    seen: [
      "=there's no way to [unsubscribe|remove a listener]: {on} should return a function [for that|that does it]",
      "=unsubscribing: have {on} hand back a function that removes the {wordsListener}",
      "return an unsubscribe function from {on}",
      "=i'd like to [unsubscribe|stop listening], {on} could return a function[ to do so| that removes it again|]",
      "={on} should [give back|return] [an unsubscribe|a remove function|something to unsubscribe with]",
      "let {on} return a function which deletes the {wordsListener} again",
      "=listeners pile up because nobody can remove them, return a cleanup function from {on}",
      "=react effects need a cleanup: {on} has to return a function that takes the {wordsListener} out[ again|]",
      "={on} returns nothing, how do i get rid of my {wordsListener}? return a function",
      "=can {on} return its own undo?",
      "={on} gives no way back, [return a function that removes|let it return a function removing] the {wordsListener}",
      "=like in redux: {on} [returns|should return] the unsubscribe function",
    ],
    unseen: [
      "hand whoever calls {on} the means to get out again, as a function",
      "=once in, a {wordsListener} is in forever. what comes out of {on} should be the way out",
    ],
    rows: [
      [
        { on: "on", listener: "listener", set: "listeners" },
        { on: "subscribe", listener: "subscriber", set: "subscribers" },
        { on: "onChange", listener: "callback", set: "callbacks" },
        { on: "listen", listener: "handler", set: "handlers" },
        { on: "addListener", listener: "fn", set: "fns" },
        { on: "watch", listener: "watcher", set: "watchers" },
        { on: "observe", listener: "observer", set: "observers" },
        { on: "register", listener: "hook", set: "hooks" },
        { on: "tap", listener: "plugin", set: "plugins" },
      ],
    ],
    vars: { emit: ["emit", "notify", "fire", "publish", "dispatch"] },
    code: [
      `
      export class ‹Thing›Emitter<T> {
        private ‹set› = new Set<(value: T) => void>();

        ‹on›(‹listener›: (value: T) => void) {
          this.‹set›.add(‹listener›);
          ⟦→return () => {
            this.‹set›.delete(‹listener›);
          };⟧
        }

        ‹emit›(value: T) {
          for (const one of this.‹set›) one(value);
        }
      }
      `,
      `
      const ‹set› = new Set<(‹thing›: ‹Thing›) => void>();

      ƒ ‹on›(‹listener›: (‹thing›: ‹Thing›) => void) {
        ‹set›.add(‹listener›);
        ⟦→return () => {
          ‹set›.delete(‹listener›);
        };⟧
      ƒ}

      ƒ ‹emit›(‹thing›: ‹Thing›) {
        ‹set›.forEach((one) => one(‹thing›));
      ƒ}
      `,
      `
      ƒ create‹Thing›Store(initial: ‹Thing›) {
        let ‹thing› = initial;
        const ‹set› = new Set<() => void>();
        return {
          get: () => ‹thing›,
          set(next: ‹Thing›) {
            ‹thing› = next;
            for (const one of ‹set›) one();
          },
          ‹on›(‹listener›: () => void) {
            ‹set›.add(‹listener›);
            ⟦→return () => {
              ‹set›.delete(‹listener›);
            };⟧
          },
        };
      ƒ}
      `,
    ],
  }),
  sketched("listen-once-only", {
    seen: [
      "=the {textEvent} handler [runs again|fires again] [on every reconnect|each time], once is enough",
      "=[should only|only has to] react to the first {textEvent}",
      "=after a reconnect {call} is called [again|twice]",
      "use once for {textEvent}",
      "=listen [just once|only one time] to {textEvent}",
      "handle {textEvent} only the first time",
      "={call} must not run for [later|any further] {textEvent} events",
      "=every {textEvent} calls {call}, only the first [one should|may]",
      "=once instead of on[ for {textEvent}|, {textEvent} i mean]",
      "=isn't one {textEvent} enough?",
      "=[second|another] {textEvent} and {call} again? [don't|not good]",
      "=after the first {textEvent} [nobody needs|we don't need] that listener",
      "={call} runs on each {textEvent}, it's meant for the first",
      "react to {textEvent} a single time",
    ],
    unseen: [
      "=from the second {textEvent} on nothing should happen any more",
      "={call} is a one-off, {textEvent} comes more often",
    ],
    vars: {
      call: [
        "start‹Thing›",
        "load‹Things›",
        "init‹Thing›",
        "announce",
        "migrate",
        "warmUp",
        "register‹Thing›",
        "sendWelcome",
      ],
      source: [
        "socket",
        "client",
        "db",
        "bus",
        "connection",
        "worker",
        "emitter",
        "‹other›Bus",
        "‹other›Events",
      ],
    },
    rows: [
      [
        { event: "ready", more: "error" },
        { event: "open", more: "message" },
        { event: "connect", more: "disconnect" },
        { event: "login", more: "logout" },
        { event: "online", more: "offline" },
        { event: "listening", more: "close" },
        { event: "loaded", more: "change" },
        { event: "data", more: "end" },
      ],
    ],
    code: [
      `
      ƒ setUp‹Other›(‹thing›: ‹Thing›) {
        ‹source›.on("‹more›", (what) => console.warn(what));
        ‹source›.⟦on→once⟧("‹event›", () => ‹call›(‹thing›));
        return ‹source›;
      ƒ}
      `,
      `
      const «{ host, port } = config|log = createLog()»;
      const client = connect‹Other›(«config|url»);

      client.⟦on→once⟧("‹event›", async () => {
        await ‹call›(client);
        ‹fill›
      });

      client.on("‹more›", (what) => {
        console.log("‹more›", what);
      });
      `,
      `
      class ‹Other›Session {
        constructor(private readonly socket: Socket) {
          this.socket.on("‹more›", this.handle);
          this.socket.⟦on→once⟧("‹event›", this.‹call›);
          this.socket.on("«ping|drain»", this.«pong|next»);
        }

        private ‹call› = () => {
          this.socket.write("‹thing›");
        };
      }
      `,
      `
      bus.on("‹more›", report);
      bus.⟦on→once⟧("‹event›", ‹call›);

      export function report(reason: unknown) {
        console.error(´€{reason}´);
      }
      `,
    ],
  }),
  sketched("emit-over-a-copy", {
    seen: [
      "=a {wordsOne} that [removes itself|unsubscribes itself] makes the next one get skipped",
      "iterate over a copy of {list}",
      "=when a {wordsOne} [unsubscribes|is removed] [during|in the middle of] {emit}, [the next is skipped|another one isn't called]",
      "={list} is changed while we [loop over it|iterate]",
      "copy {list} before looping",
      "=adding a {wordsOne} inside a {wordsOne} loops forever",
      "={emit} should work on a copy[ of {list}|]",
      "=every other {wordsOne} is missed when they remove themselves",
      "loop over a [copy|spread copy] of {list} so that they can remove themselves",
      "=mutation during iteration[ in {emit}|], spread {list} first",
      "={wordsOne}s that remove themselves [confuse the loop|make us skip others]",
      "=don't [iterate over|walk] {list} itself, [use a spread copy|copy it with a spread]",
      "=unsubscribing inside a {wordsOne} breaks {emit}",
    ],
    unseen: [
      "=some are left out of {emit} if one of them leaves in between",
      "take a snapshot of {list} and walk through that",
    ],
    rows: [
      [
        { list: "listeners", one: "listener", emit: "emit" },
        { list: "subscribers", one: "subscriber", emit: "notify" },
        { list: "callbacks", one: "callback", emit: "fire" },
        { list: "handlers", one: "handler", emit: "dispatch" },
        { list: "observers", one: "observer", emit: "publish" },
        { list: "hooks", one: "hook", emit: "runHooks" },
        { list: "watchers", one: "watcher", emit: "trigger" },
        { list: "middlewares", one: "middleware", emit: "run" },
      ],
    ],
    code: [
      `
      class ‹Thing›Bus {
        private ‹list›: ((‹thing›: ‹Thing›) => void)[] = [];

        remove(‹one›: (‹thing›: ‹Thing›) => void) {
          this.‹list›.splice(this.‹list›.indexOf(‹one›), 1);
        }

        ‹emit›(‹thing›: ‹Thing›) {
          for (const ‹one› of ⟦this.‹list›→[...this.‹list›]⟧) {
            ‹one›(‹thing›);
          }
        }
      }
      `,
      `
      const ‹list›: (() => void)[] = [];

      ƒ ‹emit›(reason: string) {
        console.debug(reason, ‹list›.length);
        for (const ‹one› of ⟦‹list›→[...‹list›]⟧) ‹one›();
      ƒ}

      ƒ remove‹Thing›(‹one›: () => void) {
        ‹list›.splice(‹list›.indexOf(‹one›), 1);
      ƒ}
      `,
      `
      export function ‹emit›(target: ‹Thing›Target, event: ‹Thing›Event) {
        event.target = target;
        for (const ‹one› of ⟦target.‹list›→[...target.‹list›]⟧) ‹one›(event);
        for (const child of target.children) ‹emit›(child, event);
      }
      `,
    ],
  }),
  sketched("loop-survives-failure", {
    seen: [
      "=one failing {wordsOne} [shouldn't take the others down|stops all the others], [console.error it|log it with console.error] and go on",
      "=if one {wordsOne} throws the rest [isn't|doesn't get] {wordsDone}, console.error the error and [continue|carry on]",
      "catch errors per {wordsOne}, console.error them and go on with the next",
      "=a broken {wordsOne} must not stop the loop, [print|report] the error with console.error",
      "log failures of [a single|an individual] {wordsOne} with console.error and [keep going|continue]",
      "=the first {wordsOne} that fails ends everything, just console.error it",
      "=what if one {wordsOne} fails? console.error and on to the next",
      "=the others should still be {wordsDone} when one [fails|throws] (console.error the error)",
      "put a try catch around each {wordsOne}, [with|just] console.error of the error",
      "=can it go on after a failure? console.error is enough",
      "=one bad {wordsOne} and [everything stops|the rest is skipped]: console.error it instead",
      "=shouldn't stop at the first {wordsOne} that fails. log via console.error, then the next",
    ],
    unseen: [
      "=no {wordsOne} may ruin it for its neighbours. errors go to console.error, and that's all",
      "=a bad {wordsOne} spoils the whole run. note it on console.error, and next please",
    ],
    rows: [
      [
        { one: "plugin", call: "init", done: "initialized" },
        { one: "job", call: "run", done: "run" },
        { one: "listener", call: "handle", done: "called" },
        { one: "file", call: "process", done: "processed" },
        { one: "migration", call: "up", done: "applied" },
        { one: "task", call: "execute", done: "executed" },
        { one: "worker", call: "stop", done: "stopped" },
        { one: "feed", call: "refresh", done: "refreshed" },
        { one: "hook", call: "apply", done: "applied" },
        { one: "connection", call: "close", done: "closed" },
        { one: "webhook", call: "deliver", done: "delivered" },
      ],
    ],
    code: [
      `
      ƒ async ‹call›All(‹one:plural›: ‹One›[], «ctx: Context|options: Options») {
        for (const ‹one› of ‹one:plural›) {
          ⟦await ‹one›.‹call›();→try {
            await ‹one›.‹call›();
          } catch (error) {
            console.error(error);
          }⟧
        }
      ƒ}
      `,
      `
      export class ‹Thing›Runner {
        private readonly ‹one:plural›: ‹One›[] = [];

        async run(‹thing›: ‹Thing›) {
          await this.prepare(‹thing›);
          for (const ‹one› of this.‹one:plural›) {
            ⟦await ‹one›.‹call›(‹thing›);→try {
              await ‹one›.‹call›(‹thing›);
            } catch (error) {
              console.error(error);
            }⟧
          }
          await this.finish(‹thing›);
        }
      }
      `,
      `
      const ‹one:plural› = await loadAll(«process.argv[2]|config»);
      for (const ‹one› of ‹one:plural›) {
        ⟦await ‹call›(‹one›, ‹thing›);→try {
          await ‹call›(‹one›, ‹thing›);
        } catch (error) {
          console.error(error);
        }⟧
      }
      console.log(´€{‹one:plural›.length} ‹done›´);
      `,
    ],
  }),
  sketched("one-after-another", {
    seen: [
      "=[all at once is too much|they all run at once and the server chokes], [do|run] them one after the other",
      "run {call} for the {wordsThings} one [after the other|by one|at a time]",
      "=we get 429s because all {wordsThings} go out at the same time, one at a time please",
      "=the order matters, so [no Promise.all|not in parallel]",
      "=too many [open files|connections|requests] at once, do it sequentially",
      "replace Promise.all by a loop that awaits [each|one after another]",
      "=should run in sequence, not in parallel",
      "=sequential pls",
      "wait for each {call} before starting the next",
      "=Promise.all [floods the api|uses up all our connections], a for loop with await would do",
      "=can we go through the {wordsThings} in turn?",
      "=no parallel {call} calls",
      "=not [all together|everything at the same time], [one|each] after the other",
      "=memory explodes as every {wordsThing} is handled at the same moment, go through them sequentially",
      "=could we {wordsCall} just one {wordsThing} at a time?",
    ],
    unseen: [
      "=a hundred {wordsThings} in flight kill the backend, never more than one",
      "queue up: the next {wordsThing} only when the last is done",
    ],
    vars: {
      call: [
        "upload",
        "send",
        "import",
        "process",
        "delete",
        "sync",
        "publish",
        "resize",
        "fetch",
        "charge",
        "index",
        "convert",
      ],
    },
    code: [
      `
      ƒ async ‹call›All(‹things›: ‹Thing›[]) {
        ⟦await Promise.all(‹things›.map((‹thing›) => ‹call›‹Thing›(‹thing›)));→for (const ‹thing› of ‹things›) {
          await ‹call›‹Thing›(‹thing›);
        }⟧
        console.log(´€{‹things›.length} ‹things:words›´);
      ƒ}
      `,
      `
      export class ‹Thing›Sync {
        async run(folder: string) {
          const [‹things›, config] = await Promise.all([list‹Things›(folder), readConfig()]);
          ⟦await Promise.all(‹things›.map((‹thing›) => this.‹call›(‹thing›, config)));→for (const ‹thing› of ‹things›) {
            await this.‹call›(‹thing›, config);
          }⟧
          await this.report(‹things›);
        }
      }
      `,
      `
      async function main() {
        const ‹things› = await find‹Things›(«process.argv[2]|{ open: true }»);
        ‹fill›
        ⟦await Promise.all(
          ‹things›.map(async (‹thing›) => {
            await ‹other›Api.‹call›(‹thing›.id);
            console.log("‹call›", ‹thing›.name);
          }),
        );→for (const ‹thing› of ‹things›) {
          await ‹other›Api.‹call›(‹thing›.id);
          console.log("‹call›", ‹thing›.name);
        }⟧
      }
      `,
    ],
  }),
  sketched("no-wait-after-last-attempt", {
    seen: [
      "=[sleeps|waits] once more after the last attempt[ for no reason|, useless|]",
      "=no need to [sleep|wait] when [there's no attempt left|it was the last attempt]",
      "don't wait after the last {wordsTry}",
      "only [sleep|wait] if there's another {wordsTry} to come",
      "=the final error comes too late, it still [sleeps|waits] before throwing",
      "skip the wait after the last {wordsTry}",
      "=why does it wait [after|when] the last {wordsTry} [failed|has failed]?",
      "=after the last failure it [should|could] throw at once",
      "=one pause too many, the one after the last {wordsTry}",
      "=useless delay before [it gives up|giving up]",
      "=a pause makes no sense [when|if] nothing comes after it",
      "=it sleeps before it fails for good",
    ],
    unseen: [
      "=giving up takes longer than it has to",
      "=between attempts a pause is fine, at the very end it isn't",
    ],
    rows: [
      [
        { try: "attempt", max: "attempts" },
        { try: "attempt", max: "maxAttempts" },
        { try: "try", max: "tries" },
        { try: "retry", max: "retries" },
        { try: "attempt", max: "limit" },
        { try: "round", max: "rounds" },
      ],
    ],
    vars: {
      i: ["i", "attempt", "n", "tried"],
      ms: ["delayMs", "delay", "waitMs", "timeout", "pause"],
      fn: ["fn", "task", "action", "run", "operation", "job"],
    },
    code: [
      `
      ƒ async withRetry<T>(‹fn›: () => Promise<T>, ‹max›: number, ‹ms›: number) {
        let lastError: unknown;
        for (let ‹i› = 0; ‹i› < ‹max›; ‹i›++) {
          try {
            return await ‹fn›();
          } catch (error) {
            lastError = error;
            ⟦await sleep(‹ms›);→if (‹i› < ‹max› - 1) await sleep(‹ms›);⟧
          }
        }
        throw lastError;
      ƒ}
      `,
      `
      export async function load‹Thing›(id: string, ‹max› = «3|5|10», ‹ms› = «1000|200») {
        for (let ‹i› = 1; ‹i› <= ‹max›; ‹i›++) {
          const ‹thing› = await find‹Thing›(id);
          if (‹thing›) return ‹thing›;
          console.warn(´‹try› €{‹i›} of €{‹max›}´);
          ⟦await sleep(‹ms›);→if (‹i› < ‹max›) await sleep(‹ms›);⟧
        }
        throw new Error("«no ‹thing:words›|giving up»");
      }
      `,
      `
      class ‹Thing›Client {
        async send(‹thing›: ‹Thing›, ‹max›: number): Promise<boolean> {
          await this.connect();
          for (let ‹i› = 0; ‹i› < ‹max›; ‹i›++) {
            const response = await this.post(‹thing›);
            if (response.ok) return true;
            ⟦await this.wait(response.retryAfter);→if (‹i› < ‹max› - 1) await this.wait(response.retryAfter);⟧
          }
          return false;
        }
      }
      `,
    ],
  }),
  sketched("backoff-doubles", {
    seen: [
      "=wait twice as long after each [failure|attempt]",
      "[double|double up] the delay [after|with] each [attempt|try]",
      "=exponential backoff[ please|, doubling each time|: 2 to the power of {i}]",
      "=the delay should [double|grow exponentially] [with every attempt|each time]",
      "use exponential backoff[ instead of a fixed delay|]",
      "=a fixed delay [hammers the server|isn't nice to the server], double it each time",
      "=same pause after every try, it should double",
      "=can the pause be doubled each time?",
      "=back off exponentially, {i} is the exponent",
      "=delay * 2 ** {i}",
      "=the pauses [should|must] get longer: twice as long each time",
      "make the delay grow, doubling with {i}",
    ],
    unseen: [
      "=first {ms}, then two times that, then four times and so on",
      "be more and more patient: every pause twice as long as the one before",
    ],
    rows: [
      [
        { i: "attempt", max: "attempts" },
        { i: "i", max: "retries" },
        { i: "n", max: "maxTries" },
        { i: "attempt", max: "MAX_ATTEMPTS" },
        { i: "tries", max: "limit" },
      ],
    ],
    vars: { ms: ["delayMs", "delay", "baseDelay", "1000", "200", "pause", "500", "BASE_DELAY"] },
    code: [
      `
      ƒ async retry<T>(run: () => Promise<T>): Promise<T> {
        for (let ‹i› = 0; ; ‹i›++) {
          try {
            return await run();
          } catch (error) {
            if (‹i› >= ‹max›) throw error;
            await sleep(‹ms›⟦→ * 2 ** ‹i›⟧);
          }
        }
      ƒ}
      `,
      `
      export async function send‹Thing›(‹thing›: ‹Thing›) {
        for (let ‹i› = 0; ‹i› < ‹max›; ‹i›++) {
          const response = await post(‹thing›);
          if (response.ok) return response.«body|data»;
          console.warn("‹thing:words› not sent", response.status);
          await new Promise((resolve) => setTimeout(resolve, ‹ms›⟦→ * 2 ** ‹i›⟧));
        }
        return null;
      }
      `,
      `
      class ‹Thing›Connection {
        private reconnect(‹i› = 0) {
          if (‹i› > ‹max›) return this.fail();
          this.timer = setTimeout(() => this.open(‹i› + 1), ‹ms›⟦→ * 2 ** ‹i›⟧);
          this.deadline = setTimeout(() => this.close(), «60_000|120_000»);
        }
      }
      `,
    ],
  }),
  sketched("delayed-call-keeps-arguments", {
    seen: [
      "=the [returned|wrapped] function [drops|loses] its arguments",
      "=[args|the arguments] aren't passed on to {fn}",
      "={fn} is [called|run] without [arguments|any argument]",
      "pass the arguments [on|through] to {fn}",
      "={fn} gets undefined instead of what i passed",
      "=what i pass to the returned function never arrives[ in {fn}|]",
      "call {fn} with [the args|its arguments]",
      "=why does {fn} not get {args}?",
      "={args} [is|are] ignored",
      "hand {args} [over|on|down] to {fn}",
      "=args get lost on the way to {fn}",
      "=forgets the arguments, {fn} [wants|needs] them",
      "=arguments [vanish|disappear] before {fn} runs",
    ],
    unseen: [
      "=my callback wants the event, but after the delay there's nothing in its hands",
      "={fn} is fired empty-handed",
    ],
    vars: {
      fn: ["fn", "callback", "func", "action", "handler", "run", "task"],
      args: ["args", "args", "params", "rest"],
      ms: ["ms", "wait", "millis", "timeout"],
    },
    code: [
      `
      export function «debounce|debounced|whenQuiet|afterPause|lazily»<A extends unknown[]>(‹fn›: (...‹args›: A) => void, ‹ms›: number) {
        let timer: ReturnType<typeof setTimeout> | undefined;
        return (...‹args›: A) => {
          clearTimeout(timer);
          timer = setTimeout(⟦‹fn›→() => ‹fn›(...‹args›)⟧, ‹ms›);
        };
      }
      `,
      `
      ƒ «throttle|atMostEvery|limitRate|throttled»<A extends unknown[]>(‹fn›: (...‹args›: A) => void, ‹ms› = «100|250|0») {
        let last = 0;
        return (...‹args›: A): void => {
          const now = Date.now();
          if (now - last < ‹ms›) return;
          last = now;
          ‹fn›(⟦→...‹args›⟧);
        };
      ƒ}
      `,
      `
      class ‹Thing›Scheduler<A extends unknown[]> {
        constructor(private ‹fn›: (...‹args›: A) => void) {}

        «later|postpone|defer|schedule»(‹ms›: number, ...‹args›: A) {
          this.pending++;
          setTimeout(() => {
            this.pending--;
            this.‹fn›(⟦→...‹args›⟧);
          }, ‹ms›);
        }
      }
      `,
    ],
  }),
  sketched("clear-timer-before-restart", {
    seen: [
      "=it fires for every [keystroke|call], not [just|only] [the last one|once at the end]",
      "=isn't debounced at all, the old {timer} is still running",
      "clear [the old|the previous] {timer} [first|before setting a new one]",
      "=all calls come through, just {ms} later",
      "=[several|many] timers run at the same time, clear {timer} first",
      "cancel the pending {timer} before starting a new one",
      "=debounce only delays[, it doesn't swallow anything|]",
      "=clearTimeout is missing[ before the setTimeout|]",
      "=ten quick calls [give|cause] ten runs. should be one",
      "=shouldn't it clear {timer} before it makes another?",
      "=each call starts another timer and none is [stopped|cancelled]",
      "reset {timer} [on|with] every call",
      "=the earlier {timer} should be cancelled",
    ],
    unseen: [
      "=typing hello triggers five searches after a while",
      "forget about the {timer} that is already waiting",
    ],
    vars: {
      timer: ["timer", "timeout", "handle", "pending", "timeoutId", "saveTimer", "debounceTimer"],
      ms: ["ms", "wait", "delay", "waitMs"],
      fn: ["fn", "callback", "action", "run"],
    },
    code: [
      `
      ƒ debounce(‹fn›: () => void, ‹ms›: number) {
        let ‹timer›: ReturnType<typeof setTimeout> | undefined;
        return () => {
          ⟦→clearTimeout(‹timer›);⟧
          ‹timer› = setTimeout(‹fn›, ‹ms›);
        };
      ƒ}
      `,
      `
      class ‹Thing›Autosave {
        private ‹timer›?: NodeJS.Timeout;

        constructor(private readonly ‹ms›: number) {}

        touch(‹thing›: ‹Thing›) {
          this.dirty = true;
          ⟦→clearTimeout(this.‹timer›);⟧
          this.‹timer› = setTimeout(() => this.save(‹thing›), this.‹ms›);
        }

        dispose() {
          this.listeners.clear();
        }
      }
      `,
      `
      let ‹timer›: ReturnType<typeof setTimeout> | undefined;
      const ‹ms› = «300|250|500»;

      «searchInput|input|field».addEventListener("input", (event) => {
        const query = event.target.value.trim();
        ⟦→clearTimeout(‹timer›);⟧
        ‹timer› = setTimeout(() => search‹Things›(query), ‹ms›);
      });
      `,
    ],
  }),
];
