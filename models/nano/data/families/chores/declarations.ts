import { type Choices, capitalized, joinWords } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { type Hand, hand } from "../made-up.ts";
import { type Domain, domain, spoken } from "./domains.ts";
import { setting } from "./settings.ts";

/** A value of one line that a variable may hold. */
function value(choose: Choices, d: Domain, { q }: Hand): { text: string; parameters: string } {
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
    { text: `this.${things}.get(id)`, parameters: "id" },
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
    const h = hand(choose);
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

/** An expression that stands several times, with what it is in words. */
interface Repeated {
  readonly expression: string;
  readonly what: string;
  readonly parameters: string;
  readonly lines: (e: string) => readonly string[];
  readonly isComponent?: boolean;
}

function repeated(choose: Choices, d: Domain, { i, s, q }: Hand): Repeated {
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
      expression: `this.${things}.get(id)`,
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
    const h = hand(choose);
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

export const destructureReads = composed(
  "destructure-reads",
  {
    seen: [
      "destructure {object}",
      "use destructuring[ for {object}|]",
      "destructure [what we need from|the fields of] {object}",
      "=these could be one destructuring of {object}",
      "take the fields [out of|from] {object} in one [line|go]",
      "=nit: destructure {object}",
      "one destructuring instead of [these|the] separate [lines|consts|declarations]",
    ],
    unseen: ["all of those reads of {object} on a single line please"],
    weight: 1.8,
  },
  (choose) => {
    const d = domain(choose);
    const h = hand(choose);
    const { s } = h;
    const fields = choose
      .shuffle([...d.numbers.slice(0, 2), ...d.texts.slice(0, 3)])
      .slice(0, choose.between(2, 5));
    const [object, parameters] = choose.pick<readonly [string, string]>([
      ["req.body", "req, res"],
      ["req.body", "req, res, next"],
      ["req.query", "req, res"],
      ["req.params", "req, res"],
      ["props", "props"],
      [d.thing, d.thing],
      [`event.detail`, "event"],
      [`state.${d.thing}`, "state, action"],
      [`action.payload`, "state, action"],
      [`this.props`, ""],
      [`this.state`, ""],
      ["options", "options"],
      ["config", "config"],
      [`response.data`, "response"],
    ]);
    const renamed = choose.chance(0.2) ? fields[0] : undefined;
    const local = (field: string) => (field === renamed ? `${field}Value` : field);
    const locals = fields.map(local);
    const use = choose.pick([
      [`return save${d.Thing}({ ${locals.join(", ")} })${s}`],
      [`validate(${locals.join(", ")})${s}`, `return [${locals.join(", ")}]${s}`],
      [`const created = await repo.insert({ ${locals.join(", ")} })${s}`, `return created${s}`],
      [`if (!${locals[0]}) return null${s}`, `return send(${locals.join(", ")})${s}`],
    ]);
    const kind = choose.pick(["const", "const", "const", "let"]);
    const place = setting(
      choose,
      d,
      {
        name: `${choose.pick(["create", "update", "render", "handle", "apply"])}${d.Thing}`,
        parameters,
        isTyped: false,
        isMethod: object.startsWith("this."),
        isAsync: use.some((line) => line.includes("await")),
      },
      h,
    );
    return {
      before: place.write({
        lines: [...fields.map((one) => `${kind} ${local(one)} = ${object}.${one}${s}`), ...use],
      }),
      after: place.write({
        lines: [
          `${kind} { ${fields.map((one) => (one === renamed ? `${one}: ${local(one)}` : one)).join(", ")} } = ${object}${s}`,
          ...use,
        ],
      }),
      slots: { object },
    };
  },
);

export const destructureProps = composed(
  "destructure-props",
  {
    seen: [
      "destructure [the |]{name}",
      "destructure {name} in the [signature|parameters|parameter list]",
      "=destructured {name} please",
      "=too many {name}. in here, destructure [it|them]",
      "use destructuring for {name}",
      "take {name} apart in the [signature|parameter list]",
      "=nit: destructure {name}",
    ],
    unseen: ["list in the signature what is used of {name}"],
    weight: 2,
  },
  (choose) => {
    const d = domain(choose);
    const h = hand(choose);
    const { i, s, q } = h;
    const isComponent = choose.chance(0.6);
    const name = isComponent
      ? "props"
      : choose.pick(["options", "opts", "params", "config", "settings", d.thing, "input", "args"]);
    const [t = "", t2 = "", t3 = ""] = d.texts;
    const [n = "", n2 = ""] = d.numbers;
    const bodies: ((p: string) => readonly string[])[] = isComponent
      ? [
          (p) => [
            "return (",
            `${i}<section className={${p}${t}}>`,
            `${i}${i}<h3>{${p}${t2}}</h3>`,
            `${i}${i}<p>{${p}${n}}</p>`,
            `${i}</section>`,
            `)${s}`,
          ],
          (p) => [`return <span title={${p}${t}}>{${p}${n}}</span>${s}`],
          (p) => [
            `if (!${p}${d.flags[0]}) return null${s}`,
            "",
            "return (",
            `${i}<li onClick={${p}onSelect}>`,
            `${i}${i}{${p}${t}}: {${p}${t2}}`,
            `${i}</li>`,
            `)${s}`,
          ],
          (p) => [
            `const [current, setCurrent] = useState(${p}${n})${s}`,
            "",
            "return (",
            `${i}<label>`,
            `${i}${i}{${p}${t}}`,
            `${i}${i}<input value={current} disabled={${p}${d.flags[0]}} onChange={(e) => setCurrent(e.target.value)} />`,
            `${i}</label>`,
            `)${s}`,
          ],
          (p) => [
            "return (",
            `${i}<button className="btn" disabled={${p}${d.flags[0]}} onClick={() => ${p}onChange(${p}${n})}>`,
            `${i}${i}{${p}children}`,
            `${i}</button>`,
            `)${s}`,
          ],
          (p) => [
            "return (",
            `${i}<figure>`,
            `${i}${i}<img src={${p}image} alt={${p}${t}} />`,
            `${i}${i}<figcaption>{${p}${t2}}</figcaption>`,
            `${i}</figure>`,
            `)${s}`,
          ],
        ]
      : [
          (p) => [`return ${p}${n} * ${p}${n2}${s}`],
          (p) => [`return \`\${${p}${t}} (\${${p}${n}})\`${s}`],
          (p) => [`if (${p}${d.flags[0]}) {`, `${i}return ${p}${n}${s}`, "}", `return ${p}${n2}${s}`],
          (p) => [
            `return Array.from({ length: ${p}${n} }, () =>`,
            `${i}Array.from({ length: ${p}${n2} }, () => ${p}${t}),`,
            `)${s}`,
          ],
          (p) => [
            `const url = new URL(${p}${t}, ${p}${t2})${s}`,
            `url.searchParams.set(${q}${n}${q}, ${p}${n})${s}`,
            `return url${s}`,
          ],
          (p) => [`const found = await search(${p}${t})${s}`, `return found.slice(0, ${p}${n})${s}`],
          (p) => [`logger.info(${p}${t})${s}`, `return request(${p}${t2}, ${p}${n}, ${p}${t3})${s}`],
        ];
    const body = choose.pick(bodies);
    const text = body(`${name}.`).join("\n");
    const fields = [
      ...new Set([...text.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, "g"))].map((match) => match[1] ?? "")),
    ];
    const typed = choose.chance(0.5);
    const type = typed
      ? `: ${isComponent ? `${d.Thing}Props` : `${d.Thing}${capitalized(name === d.thing ? "row" : name)}`}`
      : "";
    const other = !isComponent && choose.chance(0.25) ? choose.pick([", id", ", next", ", signal"]) : "";
    const fnName = isComponent
      ? `${d.Thing}${choose.pick(["", "Card", "Row", "Badge", "Item"])}`
      : `${choose.pick(["make", "get", "create", "list", "format"])}${d.Thing}`;
    const write = place(choose, d, h, fnName, isComponent, text.includes("await"));
    return {
      before: write(`${name}${type}${other}`, body(`${name}.`)),
      after: write(`{ ${fields.join(", ")} }${type}${other}`, body("")),
      slots: { name },
      language: isComponent ? (typed ? ("tsx" as const) : ("jsx" as const)) : "ts",
    };
  },
);

/** Settings in which the parameters change too: every draw is made once, by asking for the text with a mark for them. */
function place(choose: Choices, d: Domain, h: Hand, name: string, isComponent: boolean, isAsync: boolean) {
  const mark = "PARAMETERS";
  const { write } = setting(choose, d, { name, parameters: mark, isTyped: false, isComponent, isAsync }, h);
  return (parameters: string, lines: readonly string[]) => write({ lines }).replace(mark, () => parameters);
}
