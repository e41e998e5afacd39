import { type Choices, capitalized, joinWords } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { type CodeStyle, chooseStyle } from "../made-up.ts";
import { type Domain, domain, spoken } from "./domains.ts";
import { setting } from "./settings.ts";

/** Returns a one-line value for a variable. */
function value(choose: Choices, d: Domain, { q }: CodeStyle): { text: string; parameters: string } {
  const { thing, things } = d;
  const t = d.texts[0];
  const n = d.numbers[0];
  return choose.pick([
    { text: `${thing}.${t}.toLowerCase().replace(/[^a-z]+/g, ${q}-${q})`, parameters: thing },
    { text: `${thing}.${t}.trim()`, parameters: thing },
    { text: `${things}.filter((one) => one.${d.flags[0]})`, parameters: things },
    { text: `${things}.map((one) => one.${n})`, parameters: things },
    { text: `${thing}.${n} * ${thing}.${d.numbers[1]}`, parameters: thing },
    { text: `Object.keys(${thing})`, parameters: thing },
    { text: `new Date(${thing}.createdAt)`, parameters: thing },
    { text: `await load${d.Thing}(id)`, parameters: "id" },
    { text: `await db.${things}.find({ ${t} })`, parameters: t ?? "" },
    { text: `format${d.Thing}(${thing}, locale)`, parameters: `${thing}, locale` },
    { text: "JSON.parse(raw)", parameters: "raw" },
    { text: `${thing}.${t}.split(${q} ${q})`, parameters: thing },
    { text: `\`\${${thing}.${t}} (\${${thing}.${d.texts[1]}})\``, parameters: thing },
    { text: `this.${things}.find((one) => one.id === id)`, parameters: "id" },
    { text: `[...${things}].sort((a, b) => a.${n} - b.${n})`, parameters: things },
    { text: `${thing}.${n} > 0 && ${thing}.${d.flags[0]}`, parameters: thing },
  ]);
}

export const inlineOnce = composed(
  "inline-once",
  {
    seen: [
      "inline {name}",
      "[inline|drop] the {words} variable",
      "=no need for {name}, just use it directly",
      "=the {words} variable is only used once, inline it",
      "get rid of {name} and [put|write] the expression where it's used",
      "[remove|drop] {name}, [return|use] the [value|expression] directly",
      "=why the extra variable {name}?",
    ],
    unseen: ["the detour through {name} isn't worth it"],
    weight: 2,
  },
  (choose) => {
    const d = domain(choose);
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const { text, parameters } = value(choose, d, h);
    const name = choose.pick([
      "tmp",
      "result",
      "res",
      "ret",
      "out",
      "value",
      "found",
      "copy",
      "x",
      `current${d.Thing}`,
      `final${capitalized(d.texts[2] ?? "")}`,
      `${d.flags[0]}${d.Thing}`,
    ]);
    const isChain = /\)$/.test(text) && !/^(await|new) |^\[|^JSON|^this/.test(text);
    const isText = /trim\(\)$|toLowerCase|^format/.test(text);
    const uses: ((v: string) => readonly string[])[] = [
      (v) => [`return ${v}${s}`],
      (v) => [`return ${v}${s}`],
      (v) => [`return normalize(${v})${s}`],
      (v) => [`save${d.Thing}(${v})${s}`],
      (v) => [`setState({ current: ${v} })${s}`],
      (v) => [`res.json(${v})${s}`],
      (v) => [`console.log(${q}${d.thing}${q}, ${v})${s}`, `return true${s}`],
      (v) => [`this.${d.texts[3]} = ${v}${s}`],
      (v) => [`return { ok: true, ${d.thing}: ${v} }${s}`],
      ...(isChain
        ? [
            (v: string) => [`return ${v}.length${s}`],
            (v: string) => [`return ${v}.slice(1)${s}`],
            (v: string) => [`if (${v}.length === 0) {`, `${i}return null${s}`, "}", `return true${s}`],
          ]
        : []),
      ...(isText ? [(v: string) => [`return ${v}.replace(/^-|-$/g, ${q}${q})${s}`]] : []),
    ];
    const use = choose.pick(uses);
    const isThis = /this\./.test(text + use("").join());
    const lead = choose.chance(0.4)
      ? [
          choose.pick([
            `assert${d.Thing}(${parameters})${s}`,
            `const start = Date.now()${s}`,
            `if (!${parameters.split(", ")[0]}) return null${s}`,
          ]),
        ]
      : [];
    const after = use(text);
    const place = setting(
      choose,
      d,
      {
        name: `${choose.pick(["get", "build", "make", "load", "update"])}${d.Thing}`,
        parameters: isThis && !parameters ? "id" : parameters,
        isTyped: choose.chance(0.3),
        isMethod: isThis,
        isAsync: text.startsWith("await"),
      },
      h,
    );
    const kind = choose.pick(["const", "const", "const", "let"]);
    return {
      before: place.write({ lines: [...lead, `${kind} ${name} = ${text}${s}`, ...use(name)] }),
      after: place.write({ lines: [...lead, ...after] }),
      slots: { name, words: spoken(name) },
    };
  },
);

/** An expression that occurs several times, with its name in words. */
interface Repeated {
  readonly expression: string;
  readonly what: string;
  readonly parameters: string;
  readonly lines: (e: string) => readonly string[];
  readonly isComponent?: boolean;
}

function repeated(choose: Choices, d: Domain, { i, s, q }: CodeStyle): Repeated {
  const { thing, things } = d;
  const [t = "", t2 = ""] = d.texts;
  const [n = "", n2 = ""] = d.numbers;
  const both = `\`\${${thing}.${t}} \${${thing}.${t2}}\``;
  const makers: (() => Repeated)[] = [
    () => ({
      expression: `${thing}.${t}.trim()`,
      what: `trimmed ${spoken(t)}`,
      parameters: thing,
      lines: choose.pick([
        (e: string) => [`if (!${e}) return null${s}`, `return ${e}.toUpperCase()${s}`],
        (e: string) => [
          `if (${e} === ${q}${q}) {`,
          `${i}throw new Error(${q}${t} missing${q})${s}`,
          "}",
          `return save${d.Thing}({ ${t2}: ${thing}.${t2}, ${t}: ${e} })${s}`,
        ],
      ]),
    }),
    () => ({
      expression: `${things}.length`,
      what: choose.pick(["length", `number of ${things}`, "count"]),
      parameters: things,
      lines: (e) => [`if (${e} === 0) return 0${s}`, `return total / ${e} + offset * ${e}${s}`],
    }),
    () => ({
      expression: `${things}.filter((one) => one.${d.flags[0]})`,
      what: `${spoken(d.flags[0] ?? "")} ${things}`,
      parameters: things,
      lines: choose.pick([
        (e: string) => [`if (${e}.length === 0) return null${s}`, `return ${e}[0]${s}`],
        (e: string) => [`return { count: ${e}.length, items: ${e} }${s}`],
        (e: string) => [`log(${e}.length)${s}`, `return ${e}.map((one) => one.${t})${s}`],
      ]),
    }),
    () => ({
      expression: `${thing}.${n} * ${thing}.${n2}`,
      what: "product",
      parameters: thing,
      lines: (e) => [`if (${e} > limit) return limit${s}`, `return Math.round(${e})${s}`],
    }),
    () => ({
      expression: `new Date(${thing}.createdAt)`,
      what: "creation date",
      parameters: thing,
      lines: (e) => [`return \`\${${e}.getFullYear()}/\${${e}.getMonth() + 1}\`${s}`],
    }),
    () => ({
      expression: `get${d.Thing}(id)`,
      what: thing,
      parameters: "id",
      lines: (e) => [`if (!${e}) return null${s}`, `return ${e}.${t}${s}`],
    }),
    () => ({
      expression: `this.${things}.find((one) => one.id === id)`,
      what: thing,
      parameters: "id",
      lines: (e) => [`if (!${e}) return undefined${s}`, `return ${e}.${n}${s}`],
    }),
    () => ({
      expression: `Object.keys(${thing})`,
      what: "keys",
      parameters: thing,
      lines: (e) => [`if (${e}.length === 0) return ${q}${q}${s}`, `return ${e}.join(${q}, ${q})${s}`],
    }),
    () => ({
      expression: `req.body.${t}`,
      what: spoken(t),
      parameters: "req, res",
      lines: (e) => [
        `if (!${e}) {`,
        `${i}return res.status(400).end()${s}`,
        "}",
        `store.set(req.user.id, ${e})${s}`,
        `res.json({ ${t}: ${e} })${s}`,
      ],
    }),
    () => ({
      expression: both,
      what: choose.pick([`${spoken(t)} and ${spoken(t2)}`, "label", "full name", "caption"]),
      parameters: `{ ${thing} }`,
      isComponent: true,
      lines: (e) => [
        "return (",
        `${i}<div className="${thing}" title={${e}}>`,
        `${i}${i}<img src={${thing}.image} alt={${e}} />`,
        `${i}${i}<span>{${thing}.${n}}</span>`,
        `${i}</div>`,
        `)${s}`,
      ],
    }),
    () => ({
      expression: `${things}.filter((one) => one.${d.flags[0]}).length`,
      what: choose.pick([`number of ${spoken(d.flags[0] ?? "")} ${things}`, "count"]),
      parameters: `{ ${things} }`,
      isComponent: true,
      lines: (e) => [
        "return (",
        `${i}<header>`,
        `${i}${i}<h2 title={String(${e})}>${d.Thing}</h2>`,
        `${i}${i}{${e} > 0 && <b>{${e}}</b>}`,
        `${i}</header>`,
        `)${s}`,
      ],
    }),
  ];
  return choose.pick(makers)();
}

export const repeatedToConst = composed(
  "repeated-to-const",
  {
    seen: [
      "put {expression} [in|into] a const {name}[, it's there twice| first|]",
      "={expression} is [repeated|there several times|computed more than once], [put|keep] it in a const {name}",
      "pull the {words} out into a {name} variable[, it's in there twice|]",
      "=the {words} is computed [twice|more than once], put it in a const {name}",
      "store the {words} in {name} [once|first] and reuse it",
      "compute {expression} [once|only once][,| and] call it {name}",
      "deduplicate {expression} with a variable {name}",
    ],
    unseen: ["why ask for the {words} again and again, keep it as {name}"],
    weight: 2,
  },
  (choose) => {
    const d = domain(choose);
    const h = chooseStyle(choose);
    const one = repeated(choose, d, h);
    const { expression, what, parameters, lines, isComponent = false } = one;
    const isCount = /length$/.test(expression);
    const own = isCount ? choose.pick(["len", "count", "total", "n"]) : joinWords(what.split(" "), "camel");
    const name = choose.pick(
      [own, own, own, `current${capitalized(own)}`, choose.pick(["value", "temp", "cached"])].filter(
        (candidate) => !new RegExp(`\\b${candidate}\\b`).test(lines(expression).join() + parameters),
      ),
    );
    const place = setting(
      choose,
      d,
      {
        name: isComponent
          ? `${d.Thing}Tile`
          : `${choose.pick(["describe", "handle", "get", "check"])}${d.Thing}`,
        parameters,
        isTyped: false,
        isMethod: expression.startsWith("this."),
        isComponent,
      },
      h,
    );
    return {
      before: place.write({ lines: lines(expression) }),
      after: place.write({
        lines: [`const ${name} = ${expression}${h.s}`, ...(isComponent ? [""] : []), ...lines(name)],
      }),
      slots: { expression, words: what, name },
      ...(isComponent ? { language: "jsx" as const } : {}),
    };
  },
);
