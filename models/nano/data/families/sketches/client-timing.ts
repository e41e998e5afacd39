import { sketched } from "./sketch.ts";

/** Timers: debounce, throttle, intervals, what goes away after a while. */
export const CLIENT_TIMING = [
  sketched("delayed-call-has-arguments", {
    seen: [
      "=the {wordsKind} function [drops|loses] its [args|arguments]",
      "=[args|arguments] are [lost|undefined] when {fn} [is finally called|runs]",
      "pass the [args|arguments] on to {fn}",
      "={fn} is called without [args|arguments]",
      "=the callback gets undefined instead of what i passed",
      "hand the [args|arguments] through",
      "=arguments don't arrive[ in {fn}|]",
      "={fn} should get the args[ it was called with|]",
      "=why is the first parameter undefined after the delay?",
      "call {fn} with the args",
      "=can {fn} have its arguments back?",
      "=works without parameters only, {args} isn't used",
      "={args} is unused",
      "=[arguments|args|parameters] get lost [on the way|in the timeout]",
      "={fn} [gets|receives|is given] nothing",
      "=[expected|should get] what i passed, [got|gets] undefined",
    ],
    unseen: [
      "=whoever listens at the end of the delay gets nothing",
      "forward everything the caller has given",
    ],
    vars: {
      fn: ["fn", "callback", "func", "handler", "action", "cb", "listener", "task"],
      args: ["args", "params", "values", "rest"],
    },
    rows: [
      [
        { kind: "debounced", make: "debounce" },
        { kind: "delayed", make: "delayed" },
        { kind: "deferred", make: "defer" },
        { kind: "postponed", make: "postpone" },
        { kind: "scheduled", make: "schedule" },
      ],
    ],
    code: [
      `
      export function ‹make›<A extends unknown[]>(‹fn›: (...‹args›: A) => void, ms: number) {
        let timer: ReturnType<typeof setTimeout> | undefined;
        return (...‹args›: A) => {
          clearTimeout(timer);
          timer = setTimeout(⟦‹fn›→() => ‹fn›(...‹args›)⟧, ms);
        };
      }
      `,
      `
      function ‹make›(‹fn›, wait = 250) {
        let handle = null;
        const run = (...‹args›) => {
          «if (handle !== null) clearTimeout(handle);|clearTimeout(handle);»
          handle = setTimeout(() => {
            handle = null;
            ‹fn›(⟦→...‹args›⟧);
          }, wait);
        };
        run.cancel = () => clearTimeout(handle);
        return run;
      }
      `,
      `
      export const use‹kind:Pascal›Callback = <A extends unknown[]>(‹fn›: (...‹args›: A) => void, delay: number) => {
        const timer = useRef<number>(undefined);

        useEffect(() => () => window.clearTimeout(timer.current), []);

        return useCallback(
          (...‹args›: A) => {
            window.clearTimeout(timer.current);
            timer.current = window.setTimeout(⟦‹fn›→() => ‹fn›(...‹args›)⟧, delay);
          },
          [‹fn›, delay],
        );
      };
      `,
      `
      export class ‹kind:Pascal›<A extends unknown[]> {
        private timer = 0;

        constructor(
          private readonly ‹fn›: (...‹args›: A) => void,
          private readonly ms: number,
        ) {}

        ‹make›(...‹args›: A): void {
          clearTimeout(this.timer);
          this.timer = window.setTimeout(() => this.‹fn›(⟦→...‹args›⟧), this.ms);
        }
      }
      `,
    ],
  }),
  sketched("earlier-timer-cancelled", {
    seen: [
      "=it still fires for every [key|call], only later",
      "=the [old|earlier|previous] timer [isn't cancelled|keeps running]",
      "clear the [old|previous|pending] timer first",
      "=debounce doesn't debounce, every call [comes|gets] through",
      "=ten keystrokes, ten calls half a second later",
      "cancel {timer} [first|before starting a new one]",
      "={timer} is never cleared",
      "=clearTimeout is missing",
      "clearTimeout({timer}) before the new one",
      "=should only run once [after the last call|when it's quiet]",
      "=why does every call get through?",
      "=can the pending call be dropped when a new one comes?",
      "=several timers [pile up|run at once]",
      "=[expected|should be] one call, [got|there are] ten",
      "=[doesn't|it doesn't] [cancel|clear|reset] the [old|last] timer",
      "reset {timer} on each call",
    ],
    unseen: [
      "=it delays, but it doesn't swallow anything",
      "let the newest call knock out those that are still waiting",
    ],
    vars: {
      timer: ["timer", "timeoutId", "handle", "timerId", "pending"],
      ms: ["300", "500", "250", "1000", "150"],
    },
    code: [
      `
      let ‹timer›: ReturnType<typeof setTimeout> | undefined;

      ƒ on‹Thing›Input(text: string) {
        show‹Thing›Hint(text);
        ⟦→clearTimeout(‹timer›);⟧
        ‹timer› = setTimeout(() => search‹Things›(text), ‹ms›);
      ƒ}
      `,
      `
      export function debounce<A extends unknown[]>(fn: (...args: A) => void, ms = ‹ms›) {
        let ‹timer›: number | undefined;
        return (...args: A) => {
          ⟦→clearTimeout(‹timer›);⟧
          ‹timer› = window.setTimeout(() => fn(...args), ms);
        };
      }
      `,
      `
      const ‹timer› = useRef<number>(undefined);

      const on‹Thing›Change = (‹thing›: ‹Thing›) => {
        set‹Thing›(‹thing›);
        «setSaved(false);|setState("changed");|»
        ⟦→window.clearTimeout(‹timer›.current);⟧
        ‹timer›.current = window.setTimeout(() => save‹Thing›(‹thing›), ‹ms›);
      };
      `,
      `
      export class ‹Thing›Editor {
        private ‹timer› = 0;

        changed(‹thing›: ‹Thing›): void {
          this.draft = ‹thing›;
          ⟦→clearTimeout(this.‹timer›);⟧
          this.‹timer› = window.setTimeout(() => this.save(), ‹ms›);
        }
      }
      `,
    ],
  }),
  sketched("goes-back-after-a-while", {
    seen: [
      "set {flag} back to false after {wordsTime}",
      "=should go away [after {wordsTime}|again, {wordsTime} later]",
      "={flag} [stays|is] true forever, {wordsTime} are enough",
      "reset {flag} after {wordsTime}",
      "hide it again after {wordsTime}",
      "=only for {wordsTime}[, then {flag} should be false again|]",
      "={flag} should last {wordsTime}[ only|]",
      "=it never disappears, make it {wordsTime}",
      "=can {flag} become false by itself after {wordsTime}?",
      "=want it to vanish by itself after {wordsTime}",
      "=after {wordsTime} {flag} should be false",
      "turn {flag} off {wordsTime} later",
      "=[{flag}|it] [should|must] [reset|switch off|go back] by itself after {wordsTime}",
      "[hide|clear|undo] it {wordsTime} later",
      "={wordsTime} and then {flag} [off|false again|back to false]",
      "=[stays|it stays] on [forever|until reload], {wordsTime} would be [enough|right]",
      "only keep {flag} [true|on] for {wordsTime}",
    ],
    unseen: [
      "=a {wordsTime} glimpse would do, now it's there for good",
      "drop {flag} when {wordsTime} have gone by",
    ],
    rows: [
      [
        { flag: "copied", call: "navigator.clipboard.writeText(text)" },
        { flag: "saved", call: "await save(draft)" },
        { flag: "isSaved", call: "await onSave(values)" },
        { flag: "showToast", call: "await send(message)" },
        { flag: "isHighlighted", call: "scrollIntoView(row)" },
        { flag: "justAdded", call: "addToCart(product)" },
        { flag: "sent", call: "await api.invite(email)" },
        { flag: "shaking", call: "input.focus()" },
        { flag: "flash", call: "play(sound)" },
      ],
      [
        { time: "2 seconds", ms: "2000" },
        { time: "3 seconds", ms: "3000" },
        { time: "5 seconds", ms: "5000" },
        { time: "1.5 seconds", ms: "1500" },
        { time: "500 ms", ms: "500" },
        { time: "10 sec", ms: "10000" },
        { time: "4 sec", ms: "4000" },
      ],
    ],
    code: [
      `
      function ‹Thing›Share({ text, email }: ShareProps) {
        const [‹flag›, set‹Flag›] = useState(false);

        const handle = async () => {
          await share‹Thing›(text, email);
          set‹Flag›(true);
          ⟦→setTimeout(() => set‹Flag›(false), ‹ms›);⟧
        };

        return (
          <button className={‹flag› ? "done" : ""} onClick={handle}>
            Share
          </button>
        );
      }
      `,
      `
      const [‹flag›, set‹Flag›] = useState(false);
      const [isOpen, setIsOpen] = useState(false);

      const «run|onClick|handleClick|confirm» = async () => {
        ‹call›;
        «setIsOpen(false);|»
        set‹Flag›(true);
        ⟦→setTimeout(() => set‹Flag›(false), ‹ms›);⟧
      };
      `,
      `
      export const use‹Thing›Ui = create<‹Thing›Ui>((set) => ({
        ‹flag›: false,
        visible: true,
        hide: () => set({ visible: false }),
        «mark|start|announce»: () => {
          set({ ‹flag›: true });
          ⟦→setTimeout(() => set({ ‹flag›: false }), ‹ms›);⟧
        },
      }));
      `,
      `
      export class ‹Thing›Panel {
        ‹flag› = false;
        busy = false;

        async «run|confirm|act»(‹thing›: ‹Thing›): Promise<void> {
          this.busy = true;
          await this.store(‹thing›);
          this.busy = false;
          this.‹flag› = true;
          ⟦→setTimeout(() => (this.‹flag› = false), ‹ms›);⟧
        }
      }
      `,
    ],
  }),
  sketched("again-and-again", {
    seen: [
      "=it only [runs|happens|refreshes] once",
      "=should [repeat|happen again and again|keep going], not only once",
      "use an interval instead of a timeout",
      "=setInterval, not setTimeout",
      "make it repeat[ every {ms} ms|]",
      "=polling stops after the first time",
      "=should poll every {ms} ms[, it does so once|]",
      "repeat it every {ms} ms",
      "=after the first update nothing happens any more",
      "=why does it stop after one time?",
      "=can it do that every {ms} ms?",
      "=the {wordsThings} are refreshed a single time only",
      "=[runs|happens|updates] [once|one time] and [stops|that's it]",
      "=[expected|should be] every {ms} ms, [got|it's] once",
      "=[should|must] keep [polling|refreshing|running]",
      "turn the [timeout|timer] into an interval",
      "do it every {ms} ms[, not just once|]",
    ],
    unseen: ["=one shot, and then silence; i wanted a heartbeat", "keep at it, with {ms} ms in between"],
    vars: {
      ms: ["1000", "5000", "10000", "30000", "2000", "60000", "15000"],
      timer: ["timer", "id", "handle", "poll", "timerId"],
    },
    code: [
      `
      useEffect(() => {
        const ‹timer› = ⟦setTimeout→setInterval⟧(() => {
          refresh‹Things›();
          «setUpdatedAt(Date.now());|»
        }, ‹ms›);
        return () => ⟦clearTimeout→clearInterval⟧(‹timer›);
      }, [refresh‹Things›]);
      `,
      `
      export class ‹Thing›Poller {
        private ‹timer›?: ReturnType<typeof ⟦setTimeout→setInterval⟧>;

        start(): void {
          this.‹timer› = ⟦setTimeout→setInterval⟧(() => this.load(), ‹ms›);
        }

        stop(): void {
          ⟦clearTimeout→clearInterval⟧(this.‹timer›);
        }
      }
      `,
      `
      ƒ watch‹Things›(onChange: (‹things›: ‹Thing›[]) => void) {
        const ‹timer› = ⟦setTimeout→setInterval⟧(async () => onChange(await load‹Things›()), ‹ms›);
        ‹fill›
        return () => ⟦clearTimeout→clearInterval⟧(‹timer›);
      ƒ}
      `,
    ],
  }),
  sketched("first-time-at-once", {
    seen: [
      "=nothing [is shown|happens] for the first {ms} ms",
      "=the first [run|call] comes only after {ms} ms",
      "call {fn} right away[, too| as well|]",
      "run {fn} once [immediately|at the start], before the interval",
      "=blank until the first tick",
      "=should [start immediately|run at once], not after {ms} ms",
      "=have to wait for the first {fn}",
      "also call {fn} once [before|at the beginning]",
      "=it takes a full interval before anything shows up",
      "=why do i wait {ms} ms at first?",
      "=can {fn} be called immediately as well?",
      "=the first one should not wait",
      "=[empty|blank|nothing there] for [a while|{ms} ms] after loading",
      "=[expected|should run] at once, [waits|but waits] {ms} ms",
      "[start|begin] with a {fn}[ call|]",
      "={fn} [should|must] also run [at the start|immediately|first thing]",
    ],
    unseen: [
      "=at the beginning it's empty till the timer goes off",
      "don't let people wait out one period before {fn} has run",
    ],
    vars: {
      fn: [
        "tick",
        "update",
        "refresh",
        "poll",
        "load‹Things›",
        "check",
        "sync",
        "draw",
        "fetchStatus",
        "updateClock",
      ],
      ms: ["1000", "5000", "10000", "30000", "60000", "2000"],
    },
    code: [
      `
      useEffect(() => {
        const ‹fn› = () => set‹Thing›(«read‹Thing›()|compute‹Thing›(Date.now())|store.get("‹thing›")»);
        ⟦→‹fn›();⟧
        const id = setInterval(‹fn›, ‹ms›);
        return () => clearInterval(id);
      }, []);
      `,
      `
      ƒ start‹Thing›Watch(element: HTMLElement) {
        let count = 0;
        const ‹fn› = () => {
          count++;
          element.textContent = describe‹Thing›(count);
        };
        ⟦→‹fn›();⟧
        return setInterval(‹fn›, ‹ms›);
      ƒ}
      `,
      `
      export class ‹Thing›Widget extends HTMLElement {
        private timer = 0;

        connectedCallback(): void {
          «this.hidden = false;|this.classList.add("live");|»
          ⟦→this.‹fn›();⟧
          this.timer = window.setInterval(() => this.‹fn›(), ‹ms›);
        }

        disconnectedCallback(): void {
          clearInterval(this.timer);
        }
      }
      `,
    ],
  }),
  sketched("timer-stops-with-screen", {
    seen: [
      "=the [interval|timer] keeps running [after i leave|when it's gone|after leaving the page]",
      "=the timer is never [stopped|cleared]",
      "clear the interval [on unmount|when it's removed|when leaving]",
      "=still polls after the {wordsThing} is closed",
      "stop the timer when it goes away",
      "=goes on [ticking|polling] in the background forever",
      "=every time i come back there's one more [timer|interval] running",
      "=leaks an interval",
      "=clearInterval is missing",
      "clean up the interval",
      "=why are there requests for {wordsThings} although the screen is closed?",
      "=no cleanup for {timer}",
      "=can {timer} be cleared when it's unmounted?",
      "=[interval|timer] [leak|leaks|never stops]",
      "=setInterval without clearInterval",
      "=[leaving|closing] doesn't stop {timer}",
      "clear {timer} [at the end|when done|on unmount]",
    ],
    unseen: [
      "=long gone from the screen, and yet it's busy every few seconds",
      "put an end to {timer} together with its owner",
    ],
    vars: {
      timer: ["timer", "id", "interval", "handle", "intervalId", "ticker"],
      ms: ["1000", "5000", "10000", "30000"],
    },
    code: [
      `
      useEffect(() => {
        const ‹timer› = setInterval(() => {
          «setNow(Date.now());|refresh‹Things›();|setSeconds((s) => s + 1);»
        }, ‹ms›);
        ⟦→return () => clearInterval(‹timer›);⟧
      }, []);

      useEffect(() => {
        document.title = "‹things:Words›";
      }, []);
      `,
      `
      export class ‹Thing›Clock extends HTMLElement {
        private ‹timer› = 0;

        connectedCallback(): void {
          this.‹timer› = window.setInterval(() => this.update(), ‹ms›);
        }

        disconnectedCallback(): void {
          «this.replaceChildren();|this.observer.disconnect();|events.off("‹thing›", this.update);»
          ⟦→clearInterval(this.‹timer›);⟧
        }
      }
      `,
      `
      export function use‹Thing›Count(‹thing›Id: string) {
        const [count, setCount] = useState(0);
        useEffect(() => {
          const poll = () => api.count‹Things›(‹thing›Id).then(setCount);
          poll();
          const ‹timer› = setInterval(poll, ‹ms›);
          ⟦→return () => clearInterval(‹timer›);⟧
        }, [‹thing›Id]);
        return count;
      }
      `,
      `
      ƒ mount‹Thing›(root: HTMLElement) {
        const view = new ‹Thing›View(root);
        const ‹timer› = setInterval(() => view.refresh(), ‹ms›);
        return {
          view,
          destroy() {
            view.remove();
            ⟦→clearInterval(‹timer›);⟧
          },
        };
      ƒ}
      `,
    ],
  }),
  sketched("not-in-background-tabs", {
    seen: [
      "=polls [in background tabs too|even when nobody is looking]",
      "skip it [when|while] the tab is hidden",
      "do nothing [while|when] the page is hidden",
      "=[shouldn't|must not] poll while document.hidden",
      "=hundreds of open tabs hit the api, only do it in visible ones",
      "return [early|right away] if document.hidden",
      "=no need to [refresh|poll] while the tab isn't visible",
      "=users leave the tab open for days, don't load {wordsThings} when it's hidden",
      "=why does it ask for {wordsThings} in a hidden tab?",
      "=can it pause when the tab is in the background?",
      "check document.hidden first",
      "=battery: no polling in hidden tabs",
      "=[hidden|background|inactive] tabs [shouldn't|mustn't|needn't] poll",
      "[pause|wait|hold off] while the tab is hidden",
      "=[polling|requests] [continue|go on] in the background[, waste of battery|, skip them]",
      "=document.hidden → [nothing to do|return|skip]",
      "only do it when the [tab|page] is visible",
    ],
    unseen: [
      "=nobody sees the {wordsThings} in a tab that's not in front, so save the effort",
      "leave off as long as another tab is in front",
    ],
    vars: { fn: ["poll", "refresh", "tick", "sync", "update", "check"] },
    code: [
      `
      const ‹fn› = async () => {
        ⟦→if (document.hidden) return;⟧
        const ‹things› = await api.list‹Things›();
        set‹Things›(‹things›);
        «setUpdatedAt(Date.now());|»
      };

      useEffect(() => {
        const id = setInterval(‹fn›, 10_000);
        return () => clearInterval(id);
      }, []);
      `,
      `
      export class ‹Things›Feed {
        start(): void {
          setInterval(() => this.‹fn›(), 5000);
        }

        private async ‹fn›(): Promise<void> {
          ⟦→if (document.hidden) return;⟧
          const response = await fetch("/api/‹things:kebab›");
          this.show(await response.json());
        }
      }
      `,
      `
      setInterval(() => {
        ⟦→if (document.hidden) return;⟧
        «‹fn›‹Things›();|store.dispatch(‹fn›‹Things›());|queryClient.invalidateQueries({ queryKey: ["‹things›"] });»
        «log("‹things:words›");|»
      }, 30_000);

      window.addEventListener("online", () => retry‹Things›());
      `,
    ],
  }),
];
