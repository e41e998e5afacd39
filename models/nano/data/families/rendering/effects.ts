import { capitalized, inWords } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { around, component, deeper, named, thing } from "./component.ts";

/** Returns a `useEffect` around lines. */
function effect(lines: readonly string[], dependencies: string, s: string): string[] {
  return ["useEffect(() => {", ...deeper(lines), `}, [${dependencies}])${s}`];
}

export const effectDependency = composed(
  "effect-dependency",
  {
    seen: [
      "add {name} to the [dependency array|dependencies|deps][ of the effect|]",
      "=the {wordsWhat} [doesn't|does not] [reload|update|refresh] when {name} changes",
      "[rerun|re-run] the effect when {name} changes",
      "=the effect [misses|is missing|lacks] {name} in its [deps|dependencies]",
      "=the {wordsWhat} [stays the same|is stale] when the {wordsName} changes",
      "=React Hook useEffect has a missing dependency: {name}",
      "[reload|refetch] the {wordsWhat} [when|whenever] the {wordsName} changes",
      "fetch the {wordsWhat} again [when|whenever] [the {wordsName}|{name}] changes",
      "=another {wordsName} doesn't load anything new",
    ],
    unseen: [
      "=another {wordsName} still shows the old {wordsWhat}",
      "=exhaustive-deps wants {name} in there",
    ],
    weight: 2,
  },
  (choose) => {
    const own = thing(choose);
    const what = choose.chance(0.5) ? own.one : own.many;
    const name = choose.pick([
      `${own.one}Id`,
      "userId",
      "query",
      "page",
      "filter",
      "slug",
      "locale",
      "category",
      "sortBy",
      "roomId",
      "search",
      "tab",
    ]);
    const isText = !/page/.test(name);
    const setter = `set${capitalized(what)}`;
    const get = choose.pick(["fetch", "load", "get"]) + capitalized(what);
    const other = choose.chance(0.25) ? choose.pick(["token", "teamId", "limit"]) : undefined;
    const call = `${get}(${[name, ...(other ? [other] : [])].join(", ")})`;
    const made = component(
      choose,
      named(choose, what, ["", "View", "Page", "Panel", "Details"]),
      [
        { name, type: isText ? "string" : "number" },
        ...(other ? [{ name: other, type: other === "limit" ? "number" : "string" }] : []),
      ],
      true,
    );
    const { s } = made.h;
    const variant = choose.below(4);
    const result = choose.pick(["data", "res", "result"]);
    const lines = [
      [`${call}.then(${setter})${s}`],
      [`${call}.then((${result}) => ${setter}(${result}))${s}`],
      [
        `async function load() {`,
        `  const data = await ${call}${s}`,
        `  ${setter}(data)${s}`,
        "}",
        `load()${s}`,
      ],
      [
        `fetch(\`/api/${inWords(own.many).replace(" ", "-")}/\${${name}}\`)`,
        "  .then((res) => res.json())",
        `  .then(${setter})${s}`,
      ],
    ][variant] as string[];
    const uses = variant === 3 ? undefined : other;
    const isMany = what === own.many;
    const state = `const [${what}, ${setter}] = useState(${isMany ? "[]" : "null"})${s}`;
    const jsx = isMany
      ? [
          "<ul>",
          `  {${what}.map((item) => (`,
          `    <li key={item.id}>{item.${own.field}}</li>`,
          "  ))}",
          "</ul>",
        ]
      : [`<${capitalized(own.one)}Card ${own.one}={${what}} />`];
    const body = (deps: string) => [state, "", ...effect(lines, deps, s)];
    const [before, after] = uses ? [uses, `${uses}, ${name}`] : ["", name];
    return {
      before: made.write(body(before), jsx),
      after: made.write(body(after), jsx),
      slots: { name, wordsName: inWords(name), wordsWhat: inWords(what) },
      language: made.language,
    };
  },
);

const TIMERS = [
  ["setInterval", "clearInterval", "interval"],
  ["setInterval", "clearInterval", "timer"],
  ["setTimeout", "clearTimeout", "timeout"],
  ["setTimeout", "clearTimeout", "timer"],
  ["requestAnimationFrame", "cancelAnimationFrame", "frame"],
] as const;

export const clearTimer = composed(
  "clear-timer",
  {
    seen: [
      "clear the {wordsTimer} on unmount",
      "[clean up|clear] the {wordsTimer} in the effect['s cleanup| cleanup]",
      "=the {wordsTimer} is never [cleared|cleaned up]",
      "=the {wordsTimer} keeps [running|going] after [the component is gone|unmount|leaving the page]",
      "add a cleanup [function |]for the {wordsTimer}",
      "return a cleanup that [calls|uses] {clear}",
      "=memory leak: nobody [clears|stops] the {wordsTimer}",
      "stop the {wordsTimer} when the component unmounts",
      "add the missing cleanup to the effect",
    ],
    unseen: ["=the {wordsTimer} outlives the component", "{clear} is called nowhere, see to that"],
    weight: 1.5,
  },
  (choose) => {
    const [start, clear, word] = choose.pick(TIMERS);
    const id = choose.pick(["id", "timer", "handle", word, "timerId"]);
    const own = thing(choose);
    const value = choose.pick(["now", "tick", "count", "seconds", own.one, "visible", "index"]);
    const setter = `set${capitalized(value)}`;
    const delay = choose.pick(["1000", "500", "5000", "250", "delay", "3000", "60_000"]);
    const isHook = choose.chance(0.35);
    const name = isHook
      ? choose.pick(["useClock", "useTick", "usePolling", "useDelayed", "useTimer"])
      : named(choose, value, ["View", "Clock", "Banner", "Toast"]);
    const made = component(choose, name, delay === "delay" ? [{ name: "delay", type: "number" }] : [], true);
    const { s, q } = made.h;
    const call = choose.pick([
      `${setter}(${choose.pick(["true", "new Date()", "Date.now()", "performance.now()"])})`,
      `${setter}((${value[0]}) => ${value[0]} + 1)`,
      `refresh${capitalized(own.many)}()`,
      `on${choose.pick(["Tick", "Close", "Expire"])}()`,
    ]);
    const rest = start === "requestAnimationFrame" ? "" : `, ${delay}`;
    const isShort = choose.chance(0.5);
    const more = choose.chance(0.2) ? [`console.debug(${q}${inWords(value)}${q})${s}`] : [];
    const lines = isShort
      ? [`const ${id} = ${start}(() => ${call}${rest})${s}`]
      : [`const ${id} = ${start}(() => {`, `  ${call}${s}`, ...deeper(more), `}${rest})${s}`];
    const initial = /\+ 1/.test(call) ? "0" : /true/.test(call) ? "false" : choose.pick(["0", "null"]);
    const state = `const [${value}, ${setter}] = useState(${initial})${s}`;
    const deps = delay === "delay" ? "delay" : "";
    const clean = `return () => ${clear}(${id})${s}`;
    const write = (more: readonly string[]) =>
      made.write(
        [state, "", ...effect([...lines, ...more], deps, s)],
        [isHook ? value : `<p>{${value}}</p>`],
      );
    return {
      before: write([]),
      after: write([clean]),
      slots: { wordsTimer: start === "requestAnimationFrame" ? "animation frame" : word, clear },
      language: made.language,
    };
  },
);

/** State read from the page: its name, initial value and expression, and the events that change it. */
const READINGS: readonly (readonly [value: string, initial: string, reading: string, events: string])[] = [
  ["width", "0", "window.innerWidth", "resize orientationchange"],
  ["height", "0", "window.innerHeight", "resize"],
  ["offset", "0", "window.scrollY", "scroll wheel touchmove"],
  ["position", "0", "window.scrollY", "scroll scrollend"],
  ["isOpen", "true", "false", "keydown keyup click mousedown pointerdown blur popstate"],
  ["isActive", "false", "true", "mousemove keydown pointermove focus touchstart"],
  ["isOnline", "true", "navigator.onLine", "online offline"],
  ["isHidden", "false", "document.hidden", "visibilitychange"],
  ["isFocused", "false", "document.hasFocus()", "focus blur focusin"],
  ["hash", "null", "window.location.hash", "hashchange popstate"],
  ["token", "null", "localStorage.getItem('token')", "storage message"],
];

export const removeListener = composed(
  "remove-listener",
  {
    seen: [
      "remove the {wordsEvent} listener on unmount",
      "remove the [event |]listener [in the cleanup|when the component unmounts|on cleanup]",
      "=the {wordsEvent} listener is never removed",
      "[clean up|unsubscribe] the {wordsEvent} [handler|listener]",
      "=the {wordsEvent} listener [leaks|stays behind|piles up]",
      "add a cleanup that calls removeEventListener",
      "=each [mount|visit] adds another {wordsEvent} listener, [clean up|remove it again]",
      "return a cleanup function from the effect[ for the listener|]",
    ],
    unseen: ["=after unmounting, {wordsEvent} events are still handled", "detach {handler} again"],
    weight: 1.5,
  },
  (choose) => {
    const target = choose.pick(["window", "window", "document"]);
    const [value, initial, reading, events] = choose.pick(READINGS);
    const event = choose.pick(events.split(" "));
    const handler = choose.pick([
      `on${capitalized(event)}`,
      `handle${capitalized(event)}`,
      "listener",
      "update",
      "onChange",
    ]);
    const setter = `set${capitalized(value)}`;
    const made = component(choose, named(choose, value, ["Bar", "Watcher", "Layout", "Hint"]), [], true);
    const { s, q } = made.h;
    const call = `${setter}(${reading.replaceAll("'", q)})`;
    const options = choose.chance(0.15) ? ", { passive: true }" : "";
    const lines = [
      ...choose.pick([
        [`const ${handler} = () => ${call}${s}`],
        [`const ${handler} = () => {`, `  ${call}${s}`, `}${s}`],
        [`function ${handler}() {`, `  ${call}${s}`, "}"],
      ]),
      ...(choose.chance(0.2) ? [`${handler}()${s}`] : []),
      `${target}.addEventListener(${q}${event}${q}, ${handler}${options})${s}`,
    ];
    const clean = `return () => ${target}.removeEventListener(${q}${event}${q}, ${handler})${s}`;
    const state = `const [${value}, ${setter}] = useState(${initial})${s}`;
    const wrap = around(choose, value);
    const jsx = choose.chance(0.5) ? [`<p>{${value}}</p>`] : wrap([`<span>{${value}}</span>`]);
    const write = (more: readonly string[]) =>
      made.write([state, "", ...effect([...lines, ...more], "", s)], jsx);
    return {
      before: write([]),
      after: write([clean]),
      slots: { wordsEvent: event, handler },
      language: made.language,
    };
  },
);
