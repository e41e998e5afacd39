import { type Choices, capitalized, spoken } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { around, component, deeper, named, thing } from "./component.ts";

/** `useEffect` around lines, as one hand writes it. */
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
        `fetch(\`/api/${spoken(own.many).replace(" ", "-")}/\${${name}}\`)`,
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
      slots: { name, wordsName: spoken(name), wordsWhat: spoken(what) },
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
    const more = choose.chance(0.2) ? [`console.debug(${q}${spoken(value)}${q})${s}`] : [];
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

/** What a component keeps of the page, how it is read, and the events that change it. */
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

/** How a state's next value is made of the one before. */
function step(choose: Choices): {
  name: string;
  initial: string;
  now: string;
  next: string;
  props: string[];
} {
  const own = thing(choose);
  const count = choose.pick([
    "count",
    "page",
    "step",
    "score",
    "quantity",
    "index",
    "clicks",
    "likes",
    "level",
  ]);
  const flag = choose.pick(["open", "isOpen", "expanded", "visible", "checked", "enabled", "dark"]);
  const amount = choose.pick(["1", "1", "step", "10", "delta"]);
  const sign = choose.pick(["+", "+", "-"]);
  return choose.pick([
    {
      name: count,
      initial: "0",
      now: `${count} ${sign} ${amount}`,
      next: `prev ${sign} ${amount}`,
      props: /\d/.test(amount) ? [] : [amount],
    },
    {
      name: count,
      initial: "0",
      now: `${count} ${sign} ${amount}`,
      next: `prev ${sign} ${amount}`,
      props: /\d/.test(amount) ? [] : [amount],
    },
    { name: flag, initial: "false", now: `!${flag}`, next: "!prev", props: [] },
    {
      name: own.many,
      initial: "[]",
      now: `[...${own.many}, ${own.one}]`,
      next: `[...prev, ${own.one}]`,
      props: [own.one],
    },
  ]);
}

export const updaterForm = composed(
  "updater-form",
  {
    seen: [
      "use the [updater|functional|callback] form of {setter}",
      "use [a functional update|an updater function] [for|of] {name}",
      "=clicking [fast|quickly|twice] only counts once, use the updater form",
      "=the {wordsName} is stale here, use the [updater|functional] form",
      "pass a function to {setter}[ instead of the value|]",
      "=the update of {name} should [build on|use] the previous [state|value]",
      "=two [quick clicks|calls in a row] lose [an update|one], {setter} should [use|take] the previous value",
      "derive the new {name} from prev",
      "={setter} [reads|uses] a stale {name}",
    ],
    unseen: [
      "=batched updates of {name} overwrite each other",
      "hand {setter} a callback that gets the last value",
    ],
    weight: 1.5,
  },
  (choose) => {
    // The convention: the previous value is `prev`.
    const { name, initial, now, next, props } = step(choose);
    const setter = `set${capitalized(name)}`;
    const handler = choose.pick([
      "handleClick",
      "onClick",
      "change",
      "next",
      "handleChange",
      `update${capitalized(name)}`,
    ]);
    const isCall = props.length > 0 && initial === "[]";
    const made = component(
      choose,
      named(choose, name, ["Counter", "Panel", "Stepper", "Toggle", "Control"]),
      isCall ? [] : props.map((one) => ({ name: one, type: "number" })),
      true,
    );
    const { s } = made.h;
    const state = `const [${name}, ${setter}] = useState(${initial})${s}`;
    const parameter = isCall ? (made.isTyped ? `${props[0]}: ${capitalized(props[0] ?? "")}` : props[0]) : "";
    const extra = choose.chance(0.3)
      ? [`onChange()${s}`.replace("onChange", choose.pick(["track", "playSound", "notify"]))]
      : [];
    const isFunction = choose.chance(0.4);
    const isInline = !isCall && extra.length === 0 && choose.chance(0.35);
    const write = (value: string) => {
      const call = `${setter}(${value})`;
      const fn = isFunction
        ? [`function ${handler}(${parameter}) {`, `  ${call}${s}`, ...deeper(extra), "}"]
        : [`const ${handler} = (${parameter}) => {`, `  ${call}${s}`, ...deeper(extra), `}${s}`];
      const show =
        initial === "[]"
          ? `<${capitalized(props[0] ?? "x")}Picker onPick={${handler}} picked={${name}} />`
          : `<button onClick={${isInline ? `() => ${call}` : handler}}>{${initial === "false" ? `${name} ? "On" : "Off"` : name}}</button>`;
      return made.write([state, ...(isInline ? [] : ["", ...fn])], [show]);
    };
    return {
      before: write(now),
      after: write(`(prev) => ${next}`),
      slots: { name, setter, wordsName: spoken(name) },
      language: made.language,
    };
  },
);

export const useCallbackAround = composed(
  "use-callback",
  {
    seen: [
      "wrap {name} in useCallback",
      "memoize {name} with useCallback",
      "use useCallback for {name}",
      "=useCallback around {name}",
      "=the {words} rerenders [every time|on every render], [wrap|put] {name} in useCallback",
      "make {name} stable with useCallback",
      "=a new {name} is made on every render, useCallback please",
    ],
    unseen: ["=the identity of {name} should survive a render (useCallback)", "put useCallback about {name}"],
    weight: 1.3,
  },
  (choose) => {
    // The convention: what is not a setter of state goes into the dependencies, in the order of use.
    const own = thing(choose);
    const action = choose.pick(["select", "open", "remove", "toggle", "change"]);
    const name = `handle${capitalized(action)}`;
    const value = choose.pick(["selected", "current", "active"]);
    const setter = `set${capitalized(value)}`;
    const callback = choose.chance(0.5) ? `on${capitalized(action)}` : undefined;
    const child = named(choose, own.one, ["Row", "List", "Table", "Picker"]);
    const made = component(
      choose,
      named(choose, own.many, ["Page", "Browser", "View", "Panel"]),
      [
        { name: own.many, type: `${capitalized(own.one)}[]` },
        ...(callback ? [{ name: callback, type: "(id: string) => void" }] : []),
      ],
      true,
    );
    const { s } = made.h;
    const parameter = choose.pick(["id", "key", "name"]);
    const typed = made.isTyped ? `${parameter}: string` : parameter;
    const lines = [`  ${setter}(${parameter})${s}`, ...(callback ? [`  ${callback}(${parameter})${s}`] : [])];
    const state = `const [${value}, ${setter}] = useState(null)${s}`;
    const jsx = [
      `<${child} ${own.many}={${own.many}} ${value}={${value}} on${capitalized(action)}={${name}} />`,
    ];
    const write = (open: string, close: string) =>
      made.write([state, "", `const ${name} = ${open}(${typed}) => {`, ...lines, `}${close}${s}`], jsx);
    return {
      before: write("", ""),
      after: write("useCallback(", `, [${callback ?? ""}])`),
      slots: { name, words: spoken(child) },
      language: made.language,
    };
  },
);
