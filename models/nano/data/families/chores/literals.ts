import type { Choices } from "../../choices/index.ts";
import type { CodeStyle } from "../made-up.ts";
import { type Domain, spoken } from "./domains.ts";

/**
 * A literal with a name and code around it: `@` in the lines stands for it, `~@` if a longer expression needs
 * parentheses.
 */
export interface Literal {
  readonly value: string;
  readonly name: string;
  /** Its meaning in words, such as "retry limit". */
  readonly what: string;
  readonly parameters: string;
  readonly lines: readonly string[];
  readonly isAsync?: boolean;
  readonly isComponent?: boolean;
}

type Make = (choose: Choices, d: Domain, h: CodeStyle) => Literal;

const upper = (words: string) => words.trim().replaceAll(" ", "_").toUpperCase();

/** Returns a random wording of a name, in words and as a constant. */
function called(choose: Choices, ...ways: readonly string[]): { what: string; name: string } {
  const what = choose.pick(ways);
  return { what, name: upper(what) };
}

const thingIn = (choose: Choices) => choose.pick(["items", "list", "rows", "entries"]);

export const LITERALS: readonly Make[] = [
  (choose, d, { i, s }) => ({
    ...called(choose, `max ${spoken(d.numbers[0] ?? "")}`, `${spoken(d.numbers[0] ?? "")} limit`),
    value: String(choose.pick([10, 20, 50, 100, 250, 500, 1000])),
    parameters: d.thing,
    lines: choose.pick([
      [
        `if (${d.thing}.${d.numbers[0]} > @) {`,
        `${i}return false${s}`,
        "}",
        `return ${d.thing}.${d.flags[0]}${s}`,
      ],
      [`return ${d.thing}.${d.numbers[0]} <= @${s}`],
      [
        `if (${d.thing}.${d.numbers[0]} >= @) return null${s}`,
        `return ${d.thing}.${d.numbers[1]} / ${d.thing}.${d.numbers[0]}${s}`,
      ],
      [`return Math.min(${d.thing}.${d.numbers[0]}, @)${s}`],
      [
        `if (${d.thing}.${d.numbers[0]} > @) {`,
        `${i}return @${s}`,
        "}",
        `return ${d.thing}.${d.numbers[0]}${s}`,
      ],
    ]),
  }),
  (choose, d, { i, s }) => {
    const list = choose.chance(0.5) ? d.things : thingIn(choose);
    return {
      ...called(choose, "page size", `max ${d.things}`, `${d.things} per page`, "preview count"),
      value: String(choose.pick([3, 5, 6, 8, 10, 12, 20, 25, 50])),
      parameters: choose.chance(0.5) ? list : `${list}, page`,
      lines: choose.pick([
        [`return ${list}.slice(0, @)${s}`],
        [`return ${list}.length > @ ? ${list}.slice(0, @) : ${list}${s}`],
        [
          `if (${list}.length <= @) {`,
          `${i}return ${list}${s}`,
          "}",
          `return ${list}.filter((one) => one.${d.flags[0]}).slice(0, @)${s}`,
        ],
        [`return Math.ceil(${list}.length / @)${s}`],
        [`const start = page * @${s}`, `return ${list}.slice(start, start + @)${s}`],
      ]),
    };
  },
  (choose, d, { i, s, q }) => ({
    ...called(choose, "retry delay", `${d.thing} delay`, "timeout", "redirect delay", "toast duration"),
    value: choose.pick([
      "200",
      "250",
      "300",
      "500",
      "1500",
      "3000",
      "5000",
      "10000",
      "2 * 1000",
      "60 * 1000",
    ]),
    parameters: choose.pick([`on${d.Thing}`, "callback", "next"]),
    lines: choose.pick([
      ["const timer = setTimeout(() => {", `${i}save${d.Thing}()${s}`, `}, @)${s}`, `return timer${s}`],
      [`return setInterval(refresh${d.Thing}, @)${s}`],
      [`const run = debounce((value) => search(value.trim()), @)${s}`, `return run${s}`],
      [
        `window.addEventListener(${q}scroll${q}, throttle(update${d.Thing}, @))${s}`,
        `setTimeout(hide${d.Thing}, @)${s}`,
      ],
    ]),
  }),
  (choose, _, { s }) => ({
    ...choose.pick([
      { what: "milliseconds per day", name: choose.pick(["DAY_MS", "MS_PER_DAY", "ONE_DAY"]) },
      { what: "day in ms", name: choose.pick(["DAY_IN_MS", "ONE_DAY_MS", "DAY"]) },
    ]),
    value: choose.pick(["86400000", "24 * 60 * 60 * 1000", "1000 * 60 * 60 * 24", "86_400_000"]),
    parameters: "start, end",
    lines: choose.pick([
      [`return Math.round((end - start) / ~@)${s}`],
      [`return Math.floor((end.getTime() - start.getTime()) / ~@)${s}`],
      [`const diff = end.getTime() - start.getTime()${s}`, `return Math.ceil(diff / ~@)${s}`],
    ]),
  }),
  (choose, d, { i, s }) => ({
    ...called(choose, `${d.thing} ttl`, "cache ttl", "session length", "max age", "expiry"),
    value: choose.pick([
      "3600000",
      "60 * 60 * 1000",
      "15 * 60 * 1000",
      "7 * 24 * 60 * 60 * 1000",
      "300000",
      "3600",
    ]),
    parameters: d.thing,
    lines: choose.pick([
      [`return Date.now() - ${d.thing}.createdAt > @${s}`],
      [
        `if (Date.now() - ${d.thing}.updatedAt < @) {`,
        `${i}return ${d.thing}.${d.texts[0]}${s}`,
        "}",
        `return null${s}`,
      ],
      [`return new Date(Date.now() + @)${s}`],
      [`const expires = ${d.thing}.createdAt + @${s}`, `return expires < Date.now()${s}`],
    ]),
  }),
  (choose, d, { s }) => {
    const n = d.numbers[0] ?? "";
    return {
      ...choose.pick([
        {
          ...called(choose, "tax rate", "vat rate", "vat"),
          value: choose.pick(["0.19", "0.2", "0.075", "0.21"]),
        },
        {
          ...called(choose, "service fee", "fee", "commission"),
          value: choose.pick(["0.05", "0.03", "0.1"]),
        },
        { ...called(choose, "gravity"), value: choose.pick(["9.81", "9.8"]) },
        {
          ...called(choose, `${spoken(n)} factor`, "scale"),
          value: choose.pick(["1.2", "1.5", "2.5", "0.8"]),
        },
        {
          ...called(choose, "cm per inch", "conversion rate"),
          value: choose.pick(["2.54", "1.609", "0.4536"]),
        },
      ]),
      parameters: choose.pick([d.thing, `${d.thing}, rate`]),
      lines: choose.pick([
        [`return ${d.thing}.${n} * @${s}`],
        [`const extra = ${d.thing}.${n} * @${s}`, `return ${d.thing}.${n} + extra${s}`],
        [`return Math.sqrt(${d.thing}.${n} / @)${s}`],
        [`const ${d.numbers[1]} = Math.round(${d.thing}.${n} * @)${s}`, `return ${d.numbers[1]}${s}`],
      ]),
    };
  },
  (choose, d, { i, s, q }) => ({
    ...called(choose, "api url", "base url", `${d.things} url`, "endpoint"),
    value: `${q}${choose.pick(["https://api.example.com", "/api/v1", "https://api.acme.io/v1", "http://localhost"])}/${d.things}${q}`,
    parameters: choose.pick(["query", "filters", "body"]),
    isAsync: true,
    lines: choose.pick([
      [`const res = await fetch(@)${s}`, `return res.json()${s}`],
      [`const { data } = await axios.get(@)${s}`, `return data${s}`],
      [
        "try {",
        `${i}return await api.get(@)${s}`,
        "} catch (error) {",
        `${i}logger.error(error)${s}`,
        `${i}throw error${s}`,
        "}",
      ],
    ]),
  }),
  (choose, d, { i, s, q }) => ({
    ...called(choose, "storage key", `${d.thing} key`, "cache key"),
    value: `${q}${choose.pick([`app-${d.thing}`, `${d.things}`, `saved_${d.thing}`, `${d.thing}:draft`])}${q}`,
    parameters: d.thing,
    lines: choose.pick([
      [`localStorage.setItem(@, JSON.stringify(${d.thing}))${s}`],
      [`const raw = localStorage.getItem(@)${s}`, `return raw ? JSON.parse(raw) : null${s}`],
      [`if (!localStorage.getItem(@)) {`, `${i}localStorage.setItem(@, JSON.stringify(${d.thing}))${s}`, "}"],
      [`sessionStorage.removeItem(@)${s}`, `notify${d.Thing}(${d.thing})${s}`],
    ]),
  }),
  (choose, d, { i, s }) => ({
    ...called(choose, "max retries", "retry limit", "max attempts"),
    value: String(choose.between(2, 10)),
    parameters: choose.pick(["url", d.thing, "request"]),
    isAsync: true,
    lines: choose.pick([
      [
        `let attempt = 0${s}`,
        "while (attempt < @) {",
        `${i}if (await send${d.Thing}()) return true${s}`,
        `${i}attempt++${s}`,
        "}",
        `return false${s}`,
      ],
      [
        `for (let i = 0; i < @; i++) {`,
        `${i}const ${d.thing} = await load${d.Thing}()${s}`,
        `${i}if (${d.thing}) return ${d.thing}${s}`,
        "}",
        `return null${s}`,
      ],
    ]),
  }),
  (choose, d, { i, s }) => ({
    ...choose.pick([
      { what: "not found status", name: "NOT_FOUND" },
      { what: "status code", name: "NOT_FOUND" },
    ]),
    value: "404",
    parameters: "req, res",
    isAsync: true,
    lines: [
      `const ${d.thing} = await db.${d.things}.findById(req.params.id)${s}`,
      `if (!${d.thing}) {`,
      `${i}return res.status(@).json({ ok: false })${s}`,
      "}",
      `res.json(${d.thing})${s}`,
    ],
  }),
  (choose, d, { i, s }) => ({
    ...called(choose, `max ${d.texts[0]} length`, `visible ${d.things}`, "page size"),
    value: String(choose.pick([3, 4, 5, 8, 10, 12, 20])),
    parameters: `{ ${d.things} }`,
    isComponent: true,
    lines: [
      `const [open, setOpen] = useState(false)${s}`,
      `const shown = open ? ${d.things} : ${d.things}.slice(0, @)${s}`,
      "",
      "return (",
      `${i}<ul className="${d.things}">`,
      `${i}${i}{shown.map((${d.thing}) => (`,
      `${i}${i}${i}<li key={${d.thing}.id}>{${d.thing}.${d.texts[0]}}</li>`,
      `${i}${i}))}`,
      `${i}</ul>`,
      `)${s}`,
    ],
  }),
  (choose, d, { i, s }) => ({
    ...called(choose, "poll interval", "refresh interval", "delay"),
    value: choose.pick(["1000", "5000", "30000", "30 * 1000", "60_000"]),
    parameters: `{ on${d.Thing}, label }`,
    isComponent: true,
    lines: [
      "useEffect(() => {",
      `${i}const id = setInterval(on${d.Thing}, @)${s}`,
      `${i}return () => clearInterval(id)${s}`,
      `}, [on${d.Thing}])${s}`,
      "",
      `return <span className="${d.thing}">{label}</span>${s}`,
    ],
  }),
  (choose, d, { i, s }) => ({
    ...called(choose, `max ${d.texts[0]} length`, "max length"),
    value: String(choose.pick([30, 50, 80, 140, 255, 280, 500])),
    parameters: `{ ${d.texts[0]}, onChange }`,
    isComponent: true,
    lines: [
      "return (",
      `${i}<label>`,
      `${i}${i}<input value={${d.texts[0]}} maxLength={@} onChange={onChange} />`,
      ...(choose.chance(0.5) ? [`${i}${i}<small>{${d.texts[0]}.length}/^@</small>`] : []),
      `${i}</label>`,
      `)${s}`,
    ],
  }),
];

/** Returns a limit whose test does not end the function. */
export function guarded(choose: Choices, d: Domain, { i, s, q }: CodeStyle): Literal {
  const n = d.numbers[2] ?? "";
  const isMost = choose.chance(0.5);
  return {
    ...called(choose, `${isMost ? "max" : "min"} ${spoken(n)}`, `${spoken(n)} limit`),
    value: String(choose.pick([2, 3, 7, 15, 30, 60, 99, 400])),
    parameters: d.thing,
    lines: isMost
      ? choose.pick([
          [`if (${d.thing}.${n} > @) return false${s}`],
          [`if (${d.thing}.${n} > @) {`, `${i}throw new Error(${q}too high${q})${s}`, "}"],
        ])
      : choose.pick([
          [`if (${d.thing}.${n} < @) {`, `${i}return null${s}`, "}"],
          [`const isLow = ${d.thing}.${n} < @${s}`],
        ]),
  };
}
