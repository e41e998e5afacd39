import { type Choices, capitalized, inWords } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { component, deeper, named, thing } from "./component.ts";

/** Returns a state's next value as an expression of the previous one. */
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
    // By convention, the previous value is called `prev`.
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
      slots: { name, setter, wordsName: inWords(name) },
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
    // By convention, everything except state setters goes into the dependencies, in order of use.
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
      slots: { name, words: inWords(child) },
      language: made.language,
    };
  },
);
