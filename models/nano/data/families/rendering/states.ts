import { capitalized, inWords } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { chooseStyle, plural } from "../made-up.ts";
import { component, deeper, indented, thing } from "./component.ts";

/** Kinds of values, their values, and data for each of them. */
const KINDS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ["role", ["owner", "admin", "editor", "guest", "auditor", "viewer"], ["100", "90", "50", "1", "5", "10"]],
  ["plan", ["free", "basic", "team", "business", "trial"], ["0", "9", "29", "99", "0"]],
  ["unit", ["second", "minute", "hour", "day", "week"], ["1", "60", "3600", "86400", "604800"]],
  ["priority", ["low", "normal", "high", "urgent"], ["0", "1", "5", "10"]],
  ["currency", ["eur", "usd", "gbp", "chf"], ["'€'", "'$'", "'£'", "'Fr.'"]],
  ["theme", ["light", "dark", "sepia", "contrast"], ["'#fff'", "'#111'", "'#f4ecd8'", "'#ff0'"]],
  ["level", ["debug", "info", "warn", "error", "fatal"], ["10", "20", "30", "40", "50"]],
  ["status", ["open", "paused", "done", "blocked"], ["'Open'", "'On hold'", "'Finished'", "'Blocked'"]],
  ["size", ["small", "medium", "large", "huge"], ["12", "16", "24", "32"]],
  [
    "language",
    ["en", "de", "fr", "es", "pt"],
    ["'English'", "'Deutsch'", "'Français'", "'Español'", "'Português'"],
  ],
  ["speed", ["slow", "normal", "fast", "turbo"], ["100", "250", "500", "800"]],
  ["topic", ["news", "offers", "updates", "events"], ["true", "false", "true", "false"]],
];

export const entryAndType = composed(
  "entry-and-type",
  {
    seen: [
      "add [a|the] {wordsKey} {wordsKind}, {value}",
      "add [a|the] {wordsKind} {key} with[ the value|] {value}",
      "=we need [a|another] {wordsKind} {key}, {value}",
      "add {key} to the {wordsKinds}, [its value is |]{value}",
      "support the {wordsKind} {key} [too|as well], {value}",
      "=there is a new {wordsKind} {key}[, it is|:] {value}",
      "=one more {wordsKind}: {key}, {value}",
    ],
    unseen: ["=the {wordsKinds} should know {key}, which is {value}"],
    weight: 1.3,
  },
  (choose) => {
    // By convention, it goes last in the type and last in the record.
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const [kind, all, values] = choose.pick(KINDS);
    const count = choose.between(2, Math.min(4, all.length - 1));
    const keys = choose.shuffle([...all]).slice(0, count + 1);
    const fit = (one: string) => one.replaceAll("'", q);
    const entries = keys.map((key) => [key, fit(values[all.indexOf(key)] ?? "")] as const);
    const type = values[0]?.startsWith("'") ? "string" : /^\d/.test(values[0] ?? "") ? "number" : "boolean";
    const Kind = capitalized(kind);
    const constant = choose.pick([
      plural(kind).toUpperCase(),
      `${kind}Values`,
      `${kind.toUpperCase()}_VALUES`,
    ]);
    const isLong = choose.chance(0.2);
    const export_ = choose.pick(["", "export ", "export "]);
    const typeFirst = choose.chance(0.85);
    const more = choose.pick([
      "",
      "",
      `\n\n${export_}const valueFor = (${kind}: ${Kind}) => ${constant}[${kind}]${s}`,
    ]);
    const write = (list: typeof entries) => {
      const members = list.map(([key]) => `${q}${key}${q}`);
      const union = isLong
        ? `${export_}type ${Kind} =\n${members.map((one) => `${i}| ${one}`).join("\n")}${s}`
        : `${export_}type ${Kind} = ${members.join(" | ")}${s}`;
      const record = `${export_}const ${constant}: Record<${Kind}, ${type}> = {\n${list.map(([key, value]) => `${i}${key}: ${value},\n`).join("")}}${s}`;
      return (typeFirst ? `${union}\n\n${record}` : `${record}\n\n${union}`) + more;
    };
    const [key, value] = entries.at(-1) as readonly [string, string];
    return {
      before: write(entries.slice(0, -1)),
      after: write(entries),
      slots: {
        key: `${q}${key}${q}`,
        value,
        wordsKey: `${q}${key}${q}`,
        wordsKind: kind,
        wordsKinds: plural(kind),
      },
      language: "ts",
    };
  },
);

export const copyNotMutate = composed(
  "copy-not-mutate",
  {
    seen: [
      "=[this|that] mutates {name}, return a new {wordsKind}[ instead|]",
      "return a new {wordsKind} instead of mutating {name}",
      "[don't|do not|never] mutate {name}",
      "={name} [is|gets] mutated[ here|], return a copy[ instead|]",
      "=reducers must not [mutate|change] {name}",
      "={name} [must not|should not|may not] be changed in place",
      "=react [doesn't|does not] re-render because {name} is mutated",
      "use spread instead of changing {name}",
    ],
    unseen: [
      "=the component stays as it was since {name} is the same {wordsKind} as before",
      "leave {name} alone and give back another {wordsKind}",
    ],
    weight: 1.5,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const own = thing(choose);
    const isReducer = choose.chance(0.6);
    const name = isReducer ? "state" : choose.pick([own.many, own.many, "list", "items"]);
    const isList = choose.chance(0.7);
    const target = isList ? name : isReducer ? "state" : own.one;
    const item = isReducer
      ? choose.pick([
          `action.${own.one}`,
          "action.payload",
          `{ id: action.id, ${own.field}: action.${own.field} }`,
        ])
      : choose.pick([
          own.one,
          own.one === target ? "added" : own.one,
          `{ ${own.field}, createdAt: Date.now() }`,
        ]);
    const field = choose.pick(["loading", "open", "selected", "filter", own.field]);
    const plain = /^(?:loading|open)$/.test(field) ? ["true", "false"] : field === "selected" ? ["null"] : [];
    const value = choose.pick([isReducer ? `action.${field}` : "value", ...plain]);
    const isFirst = choose.chance(0.2);
    const old = isList
      ? [`${target}.${isFirst ? "unshift" : "push"}(${item})${s}`, `return ${target}${s}`]
      : [`${target}.${field} = ${value}${s}`, `return ${target}${s}`];
    const fresh = isList
      ? [isFirst ? `return [${item}, ...${target}]${s}` : `return [...${target}, ${item}]${s}`]
      : [`return { ...${target}, ${field}: ${value} }${s}`];
    const verb = choose.pick(["add", "insert", "create", "set", "update"]);
    const others = choose.shuffle([
      [`case ${q}clear${q}:`, isList ? `  return []${s}` : `  return initialState${s}`],
      isList
        ? [`case ${q}drop${q}:`, `  return state.filter((one) => one.id !== action.id)${s}`]
        : [`case ${q}close${q}:`, `  return { ...state, visible: false }${s}`],
    ]);
    const isTyped = choose.chance(0.4);
    const T = capitalized(own.one);
    const type = isTyped ? (isList ? `: ${T}[]` : `: ${T}State`) : "";
    const at = choose.below(2);
    const count = choose.below(3);
    const export_ = choose.pick(["", "export "]);
    const plainName = `${verb}${capitalized(isList ? own.one : field)}`;
    const parameters = isList
      ? [target, ...(item.startsWith("{") ? [own.field] : [item])].join(", ")
      : [target, ...(value === "value" ? ["value"] : [])].join(", ");
    const write = (lines: readonly string[]) => {
      if (!isReducer)
        return `${export_}function ${plainName}(${parameters}) {\n${lines.map((one) => i + one).join("\n")}\n}`;
      const mine = [`case ${q}${verb}${q}:`, ...deeper(lines)];
      const rest = others.slice(0, count);
      const cases = at === 0 ? [mine, ...rest] : [...rest, mine];
      const body = deeper([
        "switch (action.type) {",
        ...deeper([...cases.flat(), "default:", `  return state${s}`]),
        "}",
      ]);
      return [
        `${export_}function ${own.many}Reducer(state${type}, action${isTyped ? `: ${T}Action` : ""})${type} {`,
        ...body.map((line) => indented(line, i)),
        "}",
      ].join("\n");
    };
    return {
      before: write(old),
      after: write(fresh),
      slots: { name: target, wordsKind: isList ? "array" : "object" },
      language: isReducer && isTyped ? "ts" : "js",
    };
  },
);

export const hookFirst = composed(
  "hook-first",
  {
    seen: [
      "=[lint|eslint] complains [about a conditional hook|that hooks are called conditionally][, move it up|]",
      "=React Hook {wordsHook} is called conditionally",
      "move [the |]{hook} above the [early |]return",
      "={hook} [is|gets] called conditionally",
      "call {hook} before the [early |]return",
      "=[hooks|{hook}] must not come after [the|an] [early |]return",
      "=rules of hooks: {hook} [comes|is] after the return",
      "put {hook} before the if",
    ],
    unseen: [
      "=rendered fewer hooks than expected, because of the return before {hook}",
      "let nothing return before {hook} has run",
    ],
    weight: 1.3,
  },
  (choose) => {
    // By convention, it goes directly before the check that returns, followed by a blank line.
    const own = thing(choose);
    const flag = choose.pick(["isOpen", "visible", "enabled", "isReady", own.one, own.many]);
    const setter = choose.pick(["open", "value", "count", "active"]);
    const made = component(
      choose,
      capitalized(own.one) + choose.pick(["Panel", "View", "Details", "Box"]),
      [
        { name: flag, type: flag === own.one || flag === own.many ? "string | undefined" : "boolean" },
        { name: "label", type: "string" },
      ],
      true,
    );
    const { s, q } = made.h;
    const [hook, lines, use] = choose.pick([
      ["useState", [`const [${setter}, set${capitalized(setter)}] = useState(null)${s}`], `{${setter}}`],
      ["useRef", [`const box = useRef(null)${s}`], "{label}"],
      ["useMemo", [`const words = useMemo(() => label.split(${q} ${q}), [label])${s}`], "{words.length}"],
      ["useMemo", [`const title = useMemo(() => label.toUpperCase(), [label])${s}`], "{title}"],
      ["useEffect", ["useEffect(() => {", `  document.title = label${s}`, `}, [label])${s}`], "{label}"],
      [
        "useCallback",
        ["const handleClick = useCallback(() => {", `  track(label)${s}`, `}, [label])${s}`],
        "{label}",
      ],
      ["useId", [`const id = useId()${s}`], "{label}"],
      ["useTheme", [`const theme = useTheme()${s}`], "{label}"],
      ["useTranslation", [`const { t } = useTranslation()${s}`], "{t(label)}"],
      ["useContext", [`const user = useContext(UserContext)${s}`], "{user.name}"],
    ] as [string, string[], string][]);
    const attribute =
      hook === "useRef"
        ? " ref={box}"
        : hook === "useCallback"
          ? " onClick={handleClick}"
          : hook === "useId"
            ? " id={id}"
            : hook === "useTheme"
              ? " style={theme.box}"
              : "";
    const result = choose.pick(["null", "null", "null", "<Spinner />"]);
    const check = choose.chance(0.55)
      ? [`if (!${flag}) return ${result}${s}`]
      : [`if (!${flag}) {`, `  return ${result}${s}`, "}"];
    const first = choose.chance(0.25) ? [`const router = useRouter()${s}`] : [];
    const tag = choose.pick(["div", "section", "nav", "p"]);
    const jsx = [`<${tag}${attribute}>${use}</${tag}>`];
    const isTight = choose.chance(0.2);
    const gap = isTight ? [] : [""];
    return {
      before: made.write([...first, ...check, ...gap, ...lines], jsx),
      after: made.write([...first, ...lines, ...gap, ...check], jsx),
      slots: { hook, wordsHook: `"${hook}"` },
      language: made.language,
    };
  },
);

const EMPTY: readonly (readonly [type: string, value: string, names: readonly string[]])[] = [
  ["string | null", "null", ["problem", "message", "warning", "selectedId", "token"]],
  ["User | null", "null", ["user", "selected", "current", "editing"]],
  ["string", "EMPTY", ["query", "search", "text", "draft", "title"]],
  ["string[]", "[]", ["tags", "ids", "history", "selection", "errors"]],
  ["Item[]", "[]", ["items", "results", "rows", "cart"]],
];

export const clearToo = composed(
  "clear-too",
  {
    seen: [
      "={action} should [also clear|clear] the {wordsName}[ too| as well|]",
      "also [clear|empty] the {wordsName} [on|in] {action}",
      "[clear|empty] {name} [on|in] {action} [too|as well]",
      "={action} [doesn't|does not] clear the {wordsName}[ yet|]",
      "=the {wordsName} [is still there|stays] after {action}",
      "=the {wordsName} [survives|is left over after] {action}",
    ],
    unseen: ["=no {wordsName} should be left once {action} is through"],
    weight: 1.4,
  },
  (choose) => {
    // The state's type determines the empty value; clearing comes last.
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const own = thing(choose);
    const [first, second] = choose.shuffle([...EMPTY]) as [(typeof EMPTY)[number], (typeof EMPTY)[number]];
    const of = ([type, value, names]: (typeof EMPTY)[number]) =>
      [choose.pick(names), type, value.replace("EMPTY", q + q)] as const;
    const [target, other] = [of(first), of(second)];
    const T = capitalized(own.one);
    const action = choose.pick(["reset", "reset", "clear", "cancel", "logout", "close", "restart"]);
    const Form = choose.pick(["interface", "type"]);
    const fields = choose.shuffle([target, other, ["loading", "boolean", "false"] as const]);
    const declared =
      Form === "interface"
        ? `interface ${T}State {\n${fields.map(([n, type]) => `${i}${n}: ${type}${s}\n`).join("")}}`
        : `type ${T}State = {\n${fields.map(([n, type]) => `${i}${n}: ${type}${s}\n`).join("")}}${s}`;
    const known = choose.chance(0.6) ? [other] : fields.filter(([n]) => n !== target[0]);
    const isLast = choose.chance(0.5);
    const load = [`case ${q}change${q}:`, `  return { ...state, ${other[0]}: action.value }${s}`];
    const fail = [`case ${q}set${q}:`, `  return { ...state, ${target[0]}: action.${target[0]} }${s}`];
    const write = (list: readonly (readonly string[])[]) => {
      const mine = [
        `case ${q}${action}${q}:`,
        `  return { ...state, ${list.map(([n, , value]) => `${n}: ${value}`).join(", ")} }${s}`,
      ];
      const cases = isLast ? [load, fail, mine] : [load, mine, fail];
      const body = deeper([
        "switch (action.type) {",
        ...deeper([...cases.flat(), "default:", `  return state${s}`]),
        "}",
      ]);
      return [
        declared,
        "",
        `export function ${own.one}Reducer(state: ${T}State, action: ${T}Action): ${T}State {`,
        ...body.map((line) => indented(line, i)),
        "}",
      ].join("\n");
    };
    return {
      before: write(known),
      after: write([...known, target]),
      slots: { action, name: target[0], wordsName: inWords(target[0]) },
      language: "ts",
    };
  },
);
