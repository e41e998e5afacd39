import { capitalized } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { chooseStyle } from "../made-up.ts";
import { domain } from "./domains.ts";
import { setting } from "./settings.ts";

const HOOKS = ["useEffect", "useState", "useRef", "useMemo", "useCallback"] as const;

export const unusedHookValue = composed(
  "unused-with-import",
  {
    seen: [
      "={name} isn't used anymore, [drop|remove] it and its import",
      "remove [the unused |]{name} and its import",
      "delete {name} and the import [of|for] {hook}",
      "={name} is unused[, clean it up with its import|, and so is {hook} then]",
      "get rid of {name} and {hook}",
      "=nobody uses {name}, remove it and the {hook} import",
      "drop {name}, along with its import",
    ],
    unseen: ["{name} is a leftover, take it out with what it imports"],
    weight: 1.5,
  },
  (choose) => {
    const d = domain(choose);
    const { i, s, q } = chooseStyle(choose);
    const hook = choose.pick(["useRef", "useRef", "useMemo", "useCallback", "useState"] as const);
    const word = choose.pick([d.thing, d.texts[0] ?? "", d.numbers[0] ?? ""]);
    const name = choose.pick(
      hook === "useRef"
        ? ["ref", `${word}Ref`, "timer", "containerRef", "inputRef"]
        : hook === "useCallback"
          ? [`handle${capitalized(word)}`, "onToggle"]
          : [`${word}Value`, `sorted${d.Thing}`, `has${d.Thing}`],
    );
    const line = {
      useRef: `const ${name} = useRef(null)${s}`,
      useMemo: `const ${name} = useMemo(() => compute(${d.things}), [${d.things}])${s}`,
      useCallback: `const ${name} = useCallback(() => save(${d.things}), [${d.things}])${s}`,
      useState: `const [${name}, set${capitalized(name)}] = useState(false)${s}`,
    }[hook];
    // At least one hook that is still used is imported with it.
    const usesState = hook !== "useState";
    const effect = choose.chance(0.6) || !usesState;
    const others = [...(usesState ? ["useState"] : []), ...(effect ? ["useEffect"] : [])];
    const sorted = choose.chance(0.8);
    const all = sorted
      ? HOOKS.filter((one) => one === hook || others.includes(one))
      : choose.shuffle([hook, ...others]);
    const importOf = (hooks: readonly string[]) => `import { ${hooks.join(", ")} } from ${q}react${q}${s}`;
    const [flag, start] = choose.pick<readonly [string, string]>([
      ["online", "navigator.onLine"],
      ["open", "false"],
      ["loading", "true"],
      [d.thing, "null"],
      [`show${d.Thing}`, "false"],
      ["query", `${q}${q}`],
    ]);
    const set = `set${capitalized(flag)}`;
    const state = usesState ? [`const [${flag}, ${set}] = useState(${start})${s}`] : [];
    const at = choose.below(state.length + 1);
    const hooks = (isIn: boolean) => {
      const lines = [...state];
      if (isIn) lines.splice(at, 0, line);
      return lines;
    };
    const isHook = choose.chance(0.4);
    const watched = choose.pick([
      ["useEffect(() => {", `${i}document.title = ${q}${d.Thing}${q}${s}`, `}, [])${s}`],
      [
        "useEffect(() => {",
        `${i}${usesState ? `${set}(load(${d.things}))` : `track(${d.things})`}${s}`,
        `}, [${d.things}])${s}`,
      ],
      [
        "useEffect(() => {",
        `${i}const update = () => ${usesState ? `${set}(navigator.onLine)` : `report(${d.things})`}${s}`,
        `${i}window.addEventListener(${q}online${q}, update)${s}`,
        `${i}return () => window.removeEventListener(${q}online${q}, update)${s}`,
        `}, [])${s}`,
      ],
    ]);
    const answer = usesState ? choose.pick([flag, `[${flag}, ${set}]`]) : `${d.things}.length`;
    const element = choose.pick([
      [
        `return <p className={String(${usesState ? flag : `${d.things}.length`})}>{${d.things}.length}</p>${s}`,
      ],
      [
        "return (",
        `${i}<section>`,
        `${i}${i}<h2>{title}</h2>`,
        ...(usesState ? [`${i}${i}<button onClick={() => ${set}(null)}>{String(${flag})}</button>`] : []),
        `${i}${i}{${d.things}.map((one) => (`,
        `${i}${i}${i}<p key={one.id}>{one.${d.texts[1]}}</p>`,
        `${i}${i}))}`,
        `${i}</section>`,
        `)${s}`,
      ],
    ]);
    const rest = [...(effect ? [...watched, ""] : []), ...(isHook ? [`return ${answer}${s}`] : element)];
    const head = isHook
      ? `export function use${d.Thing}(${d.things}) {`
      : choose.pick([
          `export function ${d.Thing}Page({ ${d.things}, title }) {`,
          `export default function ${d.Thing}List({ title, ${d.things} }) {`,
          `function ${d.Thing}Panel({ ${d.things}, title }) {`,
        ]);
    const write = (isIn: boolean) => {
      const top = hooks(isIn);
      return [
        importOf(isIn ? all : all.filter((one) => one !== hook)),
        "",
        head,
        ...top.map((one) => i + one),
        ...(top.length > 0 ? [""] : []),
        ...rest.map((one) => (one === "" ? "" : i + one)),
        "}",
      ].join("\n");
    };
    return { before: write(true), after: write(false), slots: { name, hook }, language: "jsx" };
  },
);

export const unusedParameters = composed(
  "unused-parameters",
  {
    seen: [
      "remove [the |]unused [params|parameters|arguments]",
      "={name} is unused",
      "=lint: {name} is [unused|defined but never used]",
      "drop the unused [param|parameter|argument][s|]",
      "remove {name}, [it's|it is] never used",
      "={name} [is not|isn't] used[ anywhere|][, remove it|]",
      "[drop|delete] [the unused |]{name}",
      "=no-unused-vars: {name}",
    ],
    unseen: ["nothing in there needs {name}"],
    weight: 1.8,
  },
  (choose) => {
    const d = domain(choose);
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const { thing, things } = d;
    const [t = "", t2 = ""] = d.texts;
    const [n = ""] = d.numbers;
    const isCallback = choose.chance(0.5);
    if (isCallback) {
      const name = choose.pick(["index", "i", "idx", "key"]);
      const method = choose.pick(["map", "map", "filter", "forEach", "flatMap"]);
      const body: readonly string[] = {
        map: [`const parts = ${thing}.${t}.split(${q} ${q})${s}`, `return parts.join(${q}${q})${s}`],
        filter: [`return ${thing}.${d.flags[0]}${s}`],
        forEach: [`send(${thing}.${t}, ${thing}.${n})${s}`],
        flatMap: [`return [${thing}.${t}, ${thing}.${t2}]${s}`],
      }[method] as readonly string[];
      const isShort = body.length === 1 && choose.chance(0.5);
      const only = body[0]?.replace(/^return /, "").replace(/;$/, "") ?? "";
      const out = method === "forEach" ? "" : "return ";
      const lines = (parameters: string) =>
        isShort
          ? [`${out}${things}.${method}((${parameters}) => ${only})${s}`]
          : [`${out}${things}.${method}((${parameters}) => {`, ...body.map((one) => i + one), `})${s}`];
      const { write } = setting(choose, d, { name: `list${d.Thing}`, parameters: things, isTyped: false }, h);
      return {
        before: write({ lines: lines(`${thing}, ${name}`) }),
        after: write({ lines: lines(thing) }),
        slots: { name },
      };
    }
    const unused = choose.shuffle(["locale", "options", "callback", "next", "verbose", "context", t2]);
    const gone = unused.slice(0, 1);
    const name = gone[0] ?? "";
    const typed = choose.chance(0.5);
    const types: Record<string, string> = {
      locale: "string",
      options: "object",
      callback: "() => void",
      next: "() => void",
      verbose: "boolean",
      context: "unknown",
    };
    const kept = choose.pick([[thing], [thing, "limit"], ["id"]]);
    const list = [...kept];
    list.splice(choose.between(choose.chance(0.7) ? list.length : 0, list.length), 0, ...gone);
    const spelt = (names: readonly string[]) =>
      names
        .map((one) =>
          typed
            ? `${one}: ${types[one] ?? (one === thing ? d.Thing : one === "limit" ? "number" : "string")}`
            : one,
        )
        .join(", ");
    const [first = ""] = kept;
    const lines =
      first === "id"
        ? [`const ${thing} = ${things}Cache.get(id)${s}`, `return ${thing}?.${t}${s}`]
        : choose.pick([
            [`return ${thing}.${n}${kept.includes("limit") ? " > limit" : " > 0"}${s}`],
            [
              `if (!${thing}.${d.flags[0]}) {`,
              `${i}return null${s}`,
              "}",
              `return ${thing}.${t}.slice(0${kept.includes("limit") ? ", limit" : ""})${s}`,
            ],
            [
              `logger.info(${q}${thing}${q}, ${thing}.${t})${s}`,
              `return save(${thing}${kept.includes("limit") ? ", limit" : ""})${s}`,
            ],
          ]);
    const mark = "PARAMETERS";
    const { write } = setting(
      choose,
      d,
      {
        name: `${choose.pick(["format", "load", "check", "save"])}${d.Thing}`,
        parameters: mark,
        isTyped: false,
      },
      h,
    );
    const text = write({ lines });
    return {
      before: text.replace(mark, () => spelt(list)),
      after: text.replace(mark, () => spelt(kept)),
      slots: { name },
    };
  },
);

export const unusedImports = composed(
  "unused-imports",
  {
    seen: [
      "remove [the |]unused import[s|]",
      "=unused import",
      "clean up the imports",
      "={name} is imported but [never|not] used",
      "drop the {name} import",
      "=we don't need {name} anymore, remove the import",
      "remove the import of {name}",
    ],
    unseen: ["=nothing here refers to {name} any longer"],
    weight: 1.2,
  },
  (choose) => {
    const d = domain(choose);
    const h = chooseStyle(choose);
    const { s, q } = h;
    const used = choose
      .shuffle([
        ["logger", "./logger", `logger.info(${d.thing}.${d.texts[0]})${s}`],
        ["api", "../api", `api.save(${d.thing})${s}`],
        [`format${d.Thing}`, "../format", `return format${d.Thing}(${d.thing})${s}`],
        ["store", "@/store", `store.set(${d.thing}.id, ${d.thing})${s}`],
        ["notify", "../lib/notify", `notify(${d.thing}.${d.texts[1]})${s}`],
      ])
      .slice(0, choose.between(1, 2))
      .sort((a, b) => Number(a[2]?.startsWith("return")) - Number(b[2]?.startsWith("return")));
    const name = choose.pick([
      "debounce",
      "isEqual",
      "axios",
      "moment",
      "z",
      "useMemo",
      "clsx",
      "config",
      `parse${d.Thing}`,
    ]);
    const isBeside = choose.chance(0.4);
    const line = (names: readonly string[], path: string) =>
      `import { ${names.join(", ")} } from ${q}${path}${q}${s}`;
    const clean = used.map(([one = "", path = ""]) => line([one], path));
    const dirty = [...clean];
    const [first = "", path = ""] = used[0] ?? [];
    if (isBeside) dirty[0] = line(choose.shuffle([first, name]), path);
    else
      dirty.splice(
        choose.below(dirty.length + 1),
        0,
        choose.chance(0.5)
          ? `import ${name} from ${q}${name === "isEqual" ? "lodash/isEqual" : name.toLowerCase()}${q}${s}`
          : line([name], "../utils"),
      );
    const head = choose.pick(["export ", ""]);
    const rest = [
      "",
      `${head}function ${choose.pick(["handle", "save", "show"])}${d.Thing}(${d.thing}) {`,
      ...used.map((one) => h.i + (one[2] ?? "")),
      "}",
    ];
    return { before: [...dirty, ...rest].join("\n"), after: [...clean, ...rest].join("\n"), slots: { name } };
  },
);
