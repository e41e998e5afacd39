import { type Choices, capitalized } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { type CodeStyle, chooseStyle } from "../made-up.ts";
import { type Domain, domain } from "./domains.ts";
import { setting } from "./settings.ts";

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
    const h = chooseStyle(choose);
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
    const h = chooseStyle(choose);
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

/**
 * Returns a writer of a setting whose parameters change, too. A placeholder in the text keeps all random choices the
 * same.
 */
function place(
  choose: Choices,
  d: Domain,
  h: CodeStyle,
  name: string,
  isComponent: boolean,
  isAsync: boolean,
) {
  const mark = "PARAMETERS";
  const { write } = setting(choose, d, { name, parameters: mark, isTyped: false, isComponent, isAsync }, h);
  return (parameters: string, lines: readonly string[]) => write({ lines }).replace(mark, () => parameters);
}
