import { HOOK_LINES } from "./react-names.ts";
import { sketched } from "./sketch.ts";

/** What effects leave behind, and answers that come too late. */
export const REACT_CLEANUP = [
  sketched("effect-clears-its-timer", {
    seen: [
      "=the {wordsTimer} keeps [running|going] after I leave the page",
      "=still ticking after unmount",
      "=[never|nobody] clears the {wordsTimer}",
      "[clear|stop] the {wordsTimer} on unmount",
      "clean up the {wordsTimer}",
      "=leaks a {wordsTimer}",
      "=sets state on an unmounted component, since the {wordsTimer} is never cleared",
      "=goes faster and faster each time I [come back|reopen it]",
      "=there are more and more {wordsTimer}s running",
      "=cleanup is missing",
      "return a cleanup function that clears the {wordsTimer}",
      "=why does it go on when the component is gone?",
      "=should stop when the component [unmounts|goes away]",
      "=can we stop the {wordsTimer} when leaving?",
      "stop it on unmount pls",
      "=[open|visit] the page five times and there are five {wordsTimer}s[ running|]",
      "=[seen in|from] the [profiler|devtools]: the {wordsTimer} [survives|outlives] the component",
      "=memory leak, [the|this] {wordsTimer} [should|has to] be cleared[ on unmount|]",
      "=[would be good|nice] if the {wordsTimer} stopped when [the component goes|I leave]",
      "={clear} is missing[ here|]",
    ],
    unseen: [
      "=even on other pages this goes on in the background",
      "=after unmounting, the {wordsTimer} should be no more",
    ],
    rows: [
      [
        { timer: "interval", set: "setInterval", clear: "clearInterval", ms: ", 1000" },
        { timer: "interval", set: "setInterval", clear: "clearInterval", ms: ", 30_000" },
        { timer: "interval", set: "window.setInterval", clear: "window.clearInterval", ms: ", POLL_MS" },
        { timer: "interval", set: "setInterval", clear: "clearInterval", ms: ", delay" },
        { timer: "timeout", set: "setTimeout", clear: "clearTimeout", ms: ", 5000" },
        { timer: "timeout", set: "window.setTimeout", clear: "window.clearTimeout", ms: ", delay" },
        { timer: "timeout", set: "setTimeout", clear: "clearTimeout", ms: ", 300" },
        { timer: "animation frame", set: "requestAnimationFrame", clear: "cancelAnimationFrame", ms: "" },
      ],
    ],
    vars: {
      line: HOOK_LINES,
      id: ["id", "timer", "handle", "timerId", "t", "pending", "job"],
      call: [
        "setNow(Date.now())",
        "refresh()",
        "poll‹Thing›()",
        "setStep((n) => n + 1)",
        "on‹Thing›Timeout()",
        "draw()",
        "tick()",
        "hide()",
      ],
    },
    code: [
      `
      useEffect(() => {
        const ‹id› = ‹set›(() => {
          ‹call›;
        }‹ms›);
        ⟦→return () => ‹clear›(‹id›);⟧
      }, []);
      `,
      `
      export function ‹Thing›Ticker({ ‹thing›, delay }: ‹Thing›TickerProps) {
        ‹line›
        useEffect(() => {
          if (!‹thing›.active) return;
          const ‹id› = ‹set›(() => ‹call›‹ms›);
          ⟦→return () => ‹clear›(‹id›);⟧
        }, [‹thing›.active, delay]);

        return <time>{‹thing›.«startedAt|dueAt|label»}</time>;
      }
      `,
      `
      ƒ use‹Thing›Polling(delay: number) {
        «const [value, setValue] = useState<‹Thing›>();|»
        useEffect(() => {
          document.title = "«Live|Watching»";
        }, []);

        useEffect(() => {
          const ‹id› = ‹set›(() => {
            ‹call›;
          }‹ms›);
          ⟦→return () => ‹clear›(‹id›);⟧
        }, [delay]);
      ƒ}
      `,
    ],
  }),

  sketched("effect-removes-its-listener", {
    seen: [
      "=the {event} handler [runs|fires] more and more often",
      "=the {event} listener is never removed",
      "=leaks a {event} listener",
      "remove the {event} listener on unmount",
      "[clean up|take off] the {event} listener [again|when it unmounts]",
      "=cleanup for the {event} listener is missing",
      "=still reacts to {event} after [leaving|closing]",
      "=handler is called twice after I [come back|reopen it]",
      "=addEventListener without removeEventListener",
      "return a cleanup that removes the listener",
      "=why does {handler} run when the component is gone?",
      "=should stop listening [on unmount|when it goes away]",
      "=can {handler} be removed on unmount?",
      "=no removeEventListener[ here|]",
      "=removeEventListener pls",
      "=[after a while|when I come and go] {handler} [runs|is called] many times per {event}",
      "=the {event} listener [outlives|survives] the component",
      "=I [left|closed] it and {handler} is still [called|running]",
      "=memory leak: {handler} stays [registered|attached]",
      "=would it be possible to [detach|unregister|remove] {handler} [again|afterwards]?",
    ],
    unseen: ["=each visit to the page adds another {event} handler", "unregister {handler} in the cleanup"],
    rows: [
      [
        { event: "keydown", handler: "onKeyDown" },
        { event: "resize", handler: "measure" },
        { event: "scroll", handler: "handleScroll" },
        { event: "mousedown", handler: "closeOnOutsideClick" },
        { event: "online", handler: "sync" },
        { event: "beforeunload", handler: "warn" },
        { event: "visibilitychange", handler: "onVisibility" },
        { event: "storage", handler: "readTheme" },
        { event: "message", handler: "receive" },
        { event: "focus", handler: "refetch" },
        { event: "paste", handler: "handlePaste" },
        { event: "popstate", handler: "onBack" },
      ],
    ],
    vars: { target: ["window", "window", "document", "document.body"], line: HOOK_LINES },
    code: [
      `
      useEffect(() => {
        const ‹handler› = (event: Event) => {
          «if (!isOpen) return;|if (event.defaultPrevented) return;|»
          «onClose|update|on‹Thing›Event»(event);
        };
        ‹target›.addEventListener("‹event›", ‹handler›);
        ⟦→return () => ‹target›.removeEventListener("‹event›", ‹handler›);⟧
      }, [«isOpen|»]);
      `,
      `
      ƒ use‹Thing›Listener(‹handler›: (event: Event) => void) {
        ‹line›
        useEffect(() => {
          ‹target›.addEventListener("‹event›", ‹handler›);
          ⟦→return () => ‹target›.removeEventListener("‹event›", ‹handler›);⟧
        }, [‹handler›]);
      ƒ}
      `,
      `
      export class ‹Thing›View extends React.Component<Props> {
        componentDidMount() {
          ‹target›.addEventListener("‹event›", this.‹handler›);
          this.props.onOpen();
        }

        componentWillUnmount() {
          ⟦→‹target›.removeEventListener("‹event›", this.‹handler›);⟧
          this.props.onClose();
        }

        private ‹handler› = (event: Event) => {
          this.setState({ last: event.timeStamp });
        };
      }
      `,
      `
      useEffect(() => {
        const element = ref.current;
        if (!element) return;
        element.addEventListener("‹event›", ‹handler›);
        ⟦→return () => element.removeEventListener("‹event›", ‹handler›);⟧
      }, [‹handler›]);

      useEffect(() => {
        on«Open|Show|Change»?.(‹thing›);
      }, [‹thing›]);
      `,
    ],
  }),

  sketched("effect-ends-its-connection", {
    seen: [
      "=the {wordsName} [stays open|is never closed] after I leave the page",
      "=never [unsubscribes|disconnects|closes] the {wordsName}",
      "=leaks the {wordsName}",
      "call {end} [on unmount|in the cleanup]",
      "=nobody calls {end}",
      "clean up the {wordsName}",
      "=should call {end} when the component [unmounts|goes away]",
      "=the cleanup is missing[, {end}|]",
      "=one more {wordsName} with every visit",
      "=why are there so many {wordsName}s open?",
      "=we get updates of [a page that is gone|an unmounted component]",
      "return a cleanup that calls {end}",
      "=can the {wordsName} be ended on unmount?",
      "end the {wordsName} when leaving",
      "=no cleanup for the {wordsName}",
      "=[open|visit] the page five times and there are five {wordsName}s",
      "=memory leak, the {wordsName} [outlives|survives] the component",
      "=the {wordsName} should be [gone|ended] when [I leave|the component goes]",
      "={end} is missing[ on unmount|]",
      "=after [some time|a few visits] everything is slow because of all the {wordsName}s[ that nobody ended|]",
    ],
    unseen: ["=after leaving, the {wordsName} lives on", "let go of the {wordsName} with {end}"],
    rows: [
      [
        {
          name: "socket",
          open: "new WebSocket(url)",
          use: "socket.onmessage = onMessage;",
          end: "socket.close()",
        },
        {
          name: "source",
          open: "new EventSource(url)",
          use: "source.onmessage = onMessage;",
          end: "source.close()",
        },
        {
          name: "observer",
          open: "new ResizeObserver(update)",
          use: "observer.observe(ref.current);",
          end: "observer.disconnect()",
        },
        {
          name: "observer",
          open: "new IntersectionObserver(onVisible)",
          use: "observer.observe(element);",
          end: "observer.disconnect()",
        },
        {
          name: "subscription",
          open: "events$.subscribe(setEvent)",
          use: "",
          end: "subscription.unsubscribe()",
        },
        {
          name: "channel",
          open: 'new BroadcastChannel("‹things:kebab›")',
          use: "channel.onmessage = onMessage;",
          end: "channel.close()",
        },
        {
          name: "map",
          open: "createMap(container.current)",
          use: "map.setZoom(zoom);",
          end: "map.destroy()",
        },
        {
          name: "chart",
          open: "new Chart(canvas.current, config)",
          use: "chart.draw(values);",
          end: "chart.destroy()",
        },
        {
          name: "player",
          open: "createPlayer(video.current)",
          use: "player.load(src);",
          end: "player.destroy()",
        },
        { name: "editor", open: "new Editor({ content })", use: "editor.focus();", end: "editor.destroy()" },
        {
          name: "worker",
          open: 'new Worker("/‹thing:kebab›.js")',
          use: "worker.onmessage = onResult;",
          end: "worker.terminate()",
        },
        { name: "watcher", open: "watch‹Thing›(url)", use: "watcher.start();", end: "watcher.stop()" },
      ],
    ],
    vars: { line: HOOK_LINES },
    code: [
      `
      useEffect(() => {
        const ‹name› = ‹open›;
        ‹use›
        ⟦→return () => ‹end›;⟧
      }, [«url|id|»]);
      `,
      `
      export function ‹Thing›Live({ url, ‹thing› }: ‹Thing›LiveProps) {
        ‹line›
        useEffect(() => {
          document.title = ‹thing›.title;
        }, [‹thing›.title]);

        useEffect(() => {
          const ‹name› = ‹open›;
          ‹use›
          «setStatus("ready");|»
          ⟦→return () => ‹end›;⟧
        }, [url]);

        return <‹Thing›Canvas ‹thing›={‹thing›} />;
      }
      `,
      `
      ƒ use‹Thing›‹Name›(url: string) {
        const [ready, setReady] = useState(false);

        useEffect(() => {
          const ‹name› = ‹open›;
          ‹use›
          setReady(true);
          ⟦→return () => ‹end›;⟧
        }, [url]);

        return ready;
      ƒ}
      `,
    ],
  }),

  // As React's documentation has it: a flag `ignore`.
  sketched("late-answer-ignored", {
    seen: [
      "=switching [quickly|fast] shows the wrong {wordsThing}",
      "=race condition: an older answer [overwrites|wins over] the newer one",
      "=clicking through fast ends with the [wrong|previous] {wordsThing}",
      "ignore answers that come [too late|after it changed]",
      "=a late answer [should be ignored|must not be used]",
      "add an `ignore` flag to the effect",
      "use an `ignore` flag[, set in the cleanup|]",
      "=sets state after unmount, [needs|use] an `ignore` flag",
      "=the response of the {wordsDep} before arrives later and wins",
      "=why do I sometimes see the {wordsThing} of another {wordsDep}?",
      "=stale response [problem|race], ignore it[ in the cleanup|]",
      "=can answers for an old {wordsDep} be ignored?",
      "=if the first request is slower than the second, we show the wrong one",
      "drop responses for an old {wordsDep}",
      "=[sometimes|now and then] the [page|screen] shows a {wordsThing} that doesn't [fit|belong to] the {wordsDep}",
      "=on a slow [network|connection] I get the {wordsThing} of the {wordsDep} before",
      "=[answers|responses] can come in the wrong order[ here|], ignore the old ones",
      "=[needs|there should be] protection from late [answers|responses]",
      "=last [response|answer] wins, it should be the last {wordsDep}",
    ],
    unseen: [
      "=whichever request is answered last wins, even if I moved on long ago",
      "let `ignore` be true once the effect is cleaned up",
    ],
    rows: [
      [
        { call: "fetch‹Thing›(id)", dep: "id" },
        { call: "api.get‹Thing›(‹thing›Id)", dep: "‹thing›Id" },
        { call: "load‹Thing›(slug)", dep: "slug" },
        { call: "client.find‹Thing›(query)", dep: "query" },
        { call: "‹things›.search(term)", dep: "term" },
        { call: "lookUp‹Thing›(code)", dep: "code" },
        { call: "request‹Thing›(url)", dep: "url" },
        { call: "get‹Thing›Of(owner)", dep: "owner" },
        { call: "read‹Thing›(path)", dep: "path" },
      ],
    ],
    vars: { line: HOOK_LINES, answer: ["‹thing›", "result", "data", "found", "loaded"] },
    code: [
      `
      useEffect(() => {
        ⟦→let ignore = false;⟧
        ‹call›.then((‹answer›) => {
          ⟦set‹Thing›(‹answer›);→if (!ignore) set‹Thing›(‹answer›);⟧
        });
        ⟦→return () => {
          ignore = true;
        };⟧
      }, [‹dep›]);
      `,
      `
      ƒ use‹Thing›(‹dep›: string) {
        const [value, set‹Thing›] = useState<‹Thing›>();
        ‹line›

        useEffect(() => {
          ⟦→let ignore = false;⟧
          const load = async () => {
            const ‹answer› = await ‹call›;
            ⟦set‹Thing›(‹answer›);→if (!ignore) set‹Thing›(‹answer›);⟧
          };
          load();
          ⟦→return () => {
            ignore = true;
          };⟧
        }, [‹dep›]);

        return value;
      ƒ}
      `,
      `
      export function ‹Thing›Preview({ ‹dep› }: { ‹dep›: string }) {
        const [value, set‹Thing›] = useState<‹Thing› | null>(null);

        useEffect(() => {
          report("preview", ‹dep›);
        }, [‹dep›]);

        useEffect(() => {
          ⟦→let ignore = false;⟧
          set‹Thing›(null);
          ‹call›.then((‹answer›) => {
            ⟦set‹Thing›(‹answer›);→if (!ignore) set‹Thing›(‹answer›);⟧
          });
          ⟦→return () => {
            ignore = true;
          };⟧
        }, [‹dep›]);

        return value && <Preview {...value} />;
      }
      `,
    ],
  }),

  // With the fetch as it is, the controller in the first line, and nothing caught.
  sketched("fetch-aborted-in-cleanup", {
    seen: [
      "=the request goes on after I leave the page, abort it",
      "abort the [request|fetch] on unmount",
      "use an AbortController[ called controller|]",
      "[cancel|abort] the fetch in the cleanup",
      "=should abort the old request when {dep} changes",
      "=old requests should be aborted[ with an AbortController|]",
      "pass a signal to fetch and abort in the cleanup",
      "=fetch has no signal[, abort it in the cleanup|]",
      "=[no|there's no] AbortController[ here|]",
      "=can the request be [cancelled|aborted] when {dep} changes?",
      "=tens of requests are open when I change {dep} quickly, abort the old ones",
      "=it'd be good to abort the request when nobody needs it any more",
      "=leaving doesn't cancel the request, there's no abort",
      "=the network tab [is full of|has lots of] pending requests, [old ones should be aborted|abort the old ones]",
      "=[would be nice|I'd like] to have the fetch [aborted|cancelled] when the {wordsDep} changes",
      "abort [what is|requests that are] no longer needed",
      "=[should|could] the cleanup abort the [fetch|request]?",
      "=a new {wordsDep} doesn't [cancel|abort] the request before",
    ],
    unseen: [
      "=a request that nobody waits for any longer should be cancelled by a controller",
      "=fetch with a signal pls, aborted afterwards",
    ],
    vars: {
      line: HOOK_LINES,
      dep: ["id", "query", "page", "slug", "term", "url", "‹thing›Id", "filter", "month"],
      path: [
        "´/api/‹things:kebab›/€{‹dep›}´",
        "´/api/search?q=€{‹dep›}´",
        "build‹Thing›Url(‹dep›)",
        "´€{API}/‹things:kebab›?by=€{‹dep›}´",
        "url‹Thing›For(‹dep›)",
      ],
    },
    code: [
      `
      useEffect(() => {
        ⟦→const controller = new AbortController();⟧
        fetch(‹path›⟦→, { signal: controller.signal }⟧)
          .then((response) => response.json())
          .then(set‹Thing›);
        ⟦→return () => controller.abort();⟧
      }, [‹dep›]);
      `,
      `
      ƒ use‹Things›(‹dep›: string) {
        const [‹things›, set‹Things›] = useState<‹Thing›[]>([]);
        ‹line›

        useEffect(() => {
          ⟦→const controller = new AbortController();⟧
          const load = async () => {
            const response = await fetch(‹path›⟦→, { signal: controller.signal }⟧);
            set‹Things›(await response.json());
          };
          load();
          ⟦→return () => controller.abort();⟧
        }, [‹dep›]);

        return ‹things›;
      ƒ}
      `,
      `
      export function ‹Thing›Results({ ‹dep›, onLoad }: ‹Thing›ResultsProps) {
        useEffect(() => {
          ⟦→const controller = new AbortController();⟧
          fetch(‹path›, { «cache: "no-store"|credentials: "include"|headers: HEADERS»⟦→, signal: controller.signal⟧ })
            .then((response) => response.json())
            .then(onLoad);
          ⟦→return () => controller.abort();⟧
        }, [‹dep›, onLoad]);

        return <output>{‹dep›}</output>;
      }
      `,
    ],
  }),

  // A timer in the effect that its cleanup clears: nothing to import.
  sketched("effect-debounced", {
    seen: [
      "=sends a request [on|for] every [key|keystroke|letter], wait {wordsTime} after typing",
      "debounce [it|the effect] by {wordsTime}",
      "=should only {words} {wordsTime} after the last [key|change]",
      "wait {wordsTime} [before it runs|after the last change]",
      "=too many calls while typing, [debounce|wait] {wordsTime}",
      "=needs a debounce of {wordsTime}",
      "=can this wait until nobody typed for {wordsTime}?",
      '=typing "hello" [sends|makes] five calls, one is enough after {wordsTime}',
      "={wordsTime} debounce pls",
      "=it'd be better to {words} only when {dep} hasn't changed for {wordsTime}",
      "=a pause of {wordsTime} before it runs would be [good|nice]",
      "use a timeout of {wordsTime}, cleared in the cleanup",
      "delay it by {wordsTime}, and start over when {dep} changes",
      "=fires on [each|every] single [key|letter], {wordsTime} of [rest|silence] first would be [right|better]",
      "=the [backend|server] team complains about the number of calls, [debounce|delay by] {wordsTime}",
      "[debounce|delay] the call[ by|:] {wordsTime}",
      "=[how about|what about] a {wordsTime} debounce on {dep}?",
      "=should [wait until|only run after] {dep} [is|has been] unchanged for {wordsTime}",
    ],
    unseen: [
      "=the server can't keep up with my typing; {wordsTime} of silence first",
      "don't {words} until {dep} was stable for {wordsTime}",
    ],
    rows: [
      [
        { dep: "query", words: "search", call: "search(query)" },
        { dep: "term", words: "search", call: "onSearch(term)" },
        { dep: "draft", words: "save", call: "saveDraft(draft)" },
        { dep: "text", words: "validate", call: "validate(text)" },
        { dep: "input", words: "load", call: "load‹Things›(input)" },
        { dep: "filter", words: "filter", call: "onFilter(filter)" },
        { dep: "value", words: "report", call: "onChange(value)" },
        { dep: "username", words: "check", call: "checkAvailability(username)" },
        { dep: "address", words: "look it up", call: "geocode(address)" },
        { dep: "code", words: "run", call: "compile(code)" },
        { dep: "size", words: "redraw", call: "redraw(size)" },
      ],
      [
        { wordsTime: "300 ms", ms: "300" },
        { wordsTime: "300ms", ms: "300" },
        { wordsTime: "half a second", ms: "500" },
        { wordsTime: "500 ms", ms: "500" },
        { wordsTime: "a second", ms: "1000" },
        { wordsTime: "200 ms", ms: "200" },
        { wordsTime: "400 ms", ms: "400" },
        { wordsTime: "2 seconds", ms: "2000" },
        { wordsTime: "250ms", ms: "250" },
      ],
    ],
    vars: { line: HOOK_LINES },
    code: [
      `
      useEffect(() => {
        ⟦‹call›;→const timer = setTimeout(() => ‹call›, ‹ms›);
        return () => clearTimeout(timer);⟧
      }, [‹dep›]);
      «
      useEffect(() => {
        inputRef.current?.focus();
      }, []);|»
      `,
      `
      export function ‹Thing›Box({ placeholder }: ‹Thing›BoxProps) {
        const [‹dep›, set‹Dep›] = useState("");
        ‹line›

        useEffect(() => {
          if (!‹dep›) return;
          ⟦‹call›;→const timer = setTimeout(() => ‹call›, ‹ms›);
          return () => clearTimeout(timer);⟧
        }, [‹dep›]);

        return (
          <input
            placeholder={placeholder}
            value={‹dep›}
            onChange={(event) => set‹Dep›(event.target.value)}
          />
        );
      }
      `,
      `
      ƒ use‹Thing›Sync(‹dep›: string) {
        const mounted = useRef(false);

        useEffect(() => {
          mounted.current = true;
        }, []);

        useEffect(() => {
          ⟦‹call›;→const timer = setTimeout(() => ‹call›, ‹ms›);
          return () => clearTimeout(timer);⟧
        }, [‹dep›]);

        return mounted;
      ƒ}
      `,
    ],
  }),

  sketched("class-unmount-cleans-up", {
    seen: [
      "=the {wordsName} [stays|lives on] after [unmounting|leaving the page]",
      "=there's no componentWillUnmount, the {wordsName} leaks",
      "add componentWillUnmount[ and call {end}|]",
      "call {end} in componentWillUnmount",
      "[clean up|get rid of] the {wordsName} on unmount",
      "=nobody calls {end}",
      "=should call {end} when it [unmounts|goes away]",
      "=can't update state on an unmounted component: the {wordsName} is still [active|there]",
      "=why is the {wordsName} still alive on the next page?",
      "=every visit leaves another {wordsName} behind",
      "=can we [stop|end] the {wordsName} when the component goes?",
      "=missing cleanup of the {wordsName}",
      "=componentWillUnmount pls, with {end}",
      "=[open|visit] the page five times and there are five {wordsName}s",
      "=memory leak: [nothing|nobody] [ends|stops] the {wordsName}",
      "=the {wordsName} [outlives|survives] the component",
      "[end|stop] the {wordsName} [when unmounting|on unmount]: {end}",
      "=[would be good|nice] to have the {wordsName} [ended|gone] with the component",
    ],
    unseen: [
      "=what componentDidMount starts is never ended",
      "take down the {wordsName} again with the component",
    ],
    rows: [
      [
        { name: "timer", open: "setInterval(this.tick, 1000)", end: "clearInterval(this.timer)" },
        {
          name: "interval",
          open: "window.setInterval(this.poll, 5000)",
          end: "window.clearInterval(this.interval)",
        },
        { name: "timeout", open: "setTimeout(this.hide, 3000)", end: "clearTimeout(this.timeout)" },
        { name: "socket", open: "new WebSocket(this.props.url)", end: "this.socket.close()" },
        { name: "chart", open: "createChart(this.props.values)", end: "this.chart.destroy()" },
        {
          name: "subscription",
          open: "store.subscribe(this.update)",
          end: "this.subscription.unsubscribe()",
        },
        {
          name: "observer",
          open: "observe(this.props.target, this.update)",
          end: "this.observer.disconnect()",
        },
        { name: "player", open: "new Player(this.props.src)", end: "this.player.dispose()" },
        { name: "map", open: "createMap(this.props.center)", end: "this.map.remove()" },
        { name: "worker", open: "new Worker(this.props.script)", end: "this.worker.terminate()" },
      ],
    ],
    code: [
      `
      class ‹Thing›Panel extends React.Component<Props, State> {
        state = { «open: true|value: 0|items: []» };

        componentDidMount() {
          this.‹name› = ‹open›;
        }⟦→

        componentWillUnmount() {
          ‹end›;
        }⟧

        render() {
          return <div className="‹thing:kebab›">{this.props.children}</div>;
        }
      }
      `,
      `
      export default class ‹Thing›Live extends Component {
        componentDidMount() {
          «this.props.onOpen();|this.load();»
          this.‹name› = ‹open›;
        }⟦→

        componentWillUnmount() {
          ‹end›;
        }⟧

        handleClick = () => {
          this.props.onSelect(this.props.‹thing›);
        };
      }
      `,
      `
      export class ‹Thing›Widget extends PureComponent<‹Thing›Props> {
        private ‹name›;

        componentDidMount() {
          this.‹name› = ‹open›;
        }

        componentDidUpdate() {
          «this.props.onUpdate();|this.redraw();»
        }⟦→

        componentWillUnmount() {
          ‹end›;
        }⟧
      }
      `,
    ],
  }),
];
