import { type Choices, capitalized } from "../../choices/index.ts";
import { chooseStyle, distinctNames, plural } from "../made-up.ts";

/** A setting's possible names and values, and lines that contain it as `@`. */
type Setting = readonly [names: string, values: string, lines: (one: string) => readonly string[]];

const SETTINGS: readonly Setting[] = [
  [
    "pageSize perPage",
    "10 20 25 50",
    (n) => ["const start = (page - 1) * @", `return ${n}.slice(start, start + @)`],
  ],
  ["limit maxItems count", "3 5 10 100", (n) => [`return ${n}.slice(0, @)`]],
  ["separator delimiter", "', ' '-' ';' ' / '", (n) => [`return ${n}.join(@)`]],
  [
    "precision decimals digits",
    "2 3 4",
    () => ["const rounded = Number(value).toFixed(@)", "return rounded"],
  ],
  ["delay wait timeout", "100 250 300 500 1000", (n) => [`setTimeout(() => render(${n}), @)`]],
  ["interval", "1000 5000 60000", (n) => [`return setInterval(() => refresh(${n}), @)`]],
  ["locale", "'en-US' 'de-DE' 'en-GB'", (n) => [`return new Intl.NumberFormat(@).format(${n}.total)`]],
  [
    "currency",
    "'USD' 'EUR' 'GBP'",
    (n) => [`return new Intl.NumberFormat('en', { style: 'currency', currency: @ }).format(${n}.price)`],
  ],
  ["encoding", "'utf8' 'utf-8' 'latin1'", () => ["const text = readFileSync(path, @)", "return text.trim()"]],
  ["maxLength", "40 80 120 255", (n) => [`if (${n}.length <= @) return ${n}`, `return ${n}.slice(0, @)`]],
  ["prefix", "'item-' 'id_' 'app:' '#'", (n) => [`return @ + ${n}.id`]],
  ["suffix ellipsis", "'...' '…' '.tmp'", (n) => [`return ${n}.slice(0, 20) + @`]],
  [
    "retries attempts maxRetries",
    "3 5 10",
    (n) => [
      "for (let attempt = 0; attempt < @; attempt++) {",
      `  if (send(${n})) return true`,
      "}",
      "return false",
    ],
  ],
  [
    "taxRate rate",
    "0.19 0.2 0.07",
    (n) => [`const net = ${n}.price * ${n}.quantity`, "return net + net * @"],
  ],
  ["indent spaces", "2 4", (n) => [`return JSON.stringify(${n}, null, @)`]],
  ["duration", "150 200 300 400", (n) => [`return ${n}.animate(frames, { duration: @, fill: 'both' })`]],
  ["threshold minimum", "0.5 0.8 10", (n) => [`return ${n}.filter((one) => one.score > @)`]],
  ["step", "5 15 30", (n) => [`${n}.value += @`, `update(${n})`]],
  [
    "color background",
    "'red' '#333' 'tomato'",
    (n) => [`ctx.fillStyle = @`, `ctx.fillRect(0, 0, ${n}.width, ${n}.height)`],
  ],
  [
    "radius",
    "4 8 12",
    (n) => ["ctx.beginPath()", `ctx.arc(${n}.x, ${n}.y, @, 0, Math.PI * 2)`, "ctx.fill()"],
  ],
  ["method", "'POST' 'PUT'", (n) => [`return fetch(url, { method: @, body: JSON.stringify(${n}) })`]],
  ["role", "'button' 'alert' 'status'", (n) => [`${n}.setAttribute('role', @)`, `return ${n}`]],
  ["padding width", "8 10 12", (n) => [`return String(${n}.id).padStart(@, ' ')`]],
  [
    "days",
    "7 14 30",
    (n) => [`const due = new Date(${n}.date)`, "due.setDate(due.getDate() + @)", "return due"],
  ],
  ["fallback", "'unknown' 'n/a' 'guest'", (n) => [`return ${n}.name || @`]],
  ["direction order", "'asc' 'desc'", (n) => [`return db(${n}).orderBy('name', @)`]],
  [
    "batchSize chunkSize",
    "50 100 500",
    (n) => [
      "const batches = []",
      `for (let i = 0; i < ${n}.length; i += @) {`,
      `  batches.push(${n}.slice(i, i + @))`,
      "}",
      "return batches",
    ],
  ],
  ["ttl maxAge", "60 3600 86400", (n) => [`cache.set(${n}.id, ${n}, { ttl: @ })`]],
  ["baseUrl", "'/api' 'https://example.com'", (n) => [`return fetch(@ + '/' + ${n}.id)`]],
];

/** Returns a function with a hard-coded setting, and the same function with a parameter for it. */
export function madeUpSetting(choose: Choices): {
  before: string;
  after: string;
  name: string;
  value: string;
} {
  const { i, s, q } = chooseStyle(choose);
  const [called, values, body] = choose.pick(SETTINGS);
  const name = choose.pick(called.split(" "));
  const literals = values.match(/'[^']*'|[^ ']+/g) ?? [];
  const value = choose.pick(literals).replaceAll("'", q);
  const [noun = "", verb = "", other = ""] = distinctNames(choose, 3);
  const isMany = /slice|filter|join|\.length/.test(body("").join());
  const subject = isMany ? plural(noun) : noun;
  const lines = body(subject).map((line) => line.replaceAll("'", q));
  const used = ["page", "value", "frames", "path", "url"].filter((one) =>
    lines.some((line) => new RegExp(`\\b${one}\\b(?!:)`).test(line.replaceAll(/\.\w+/g, ""))),
  );
  const parameters = [
    ...(lines.some((line) => new RegExp(`\\b${subject}\\b`).test(line)) ? [subject] : []),
    ...used,
  ];
  const fn = `${choose.pick(["get", "make", "show", "load", "build", "format", "apply", "run"])}${capitalized(choose.pick([noun, verb]))}`;
  const form = choose.below(4);
  const extra = choose.chance(0.25) ? [`log(${q}${other}${q})`] : [];
  const write = (list: readonly string[], put: string) => {
    const text = [...extra, ...lines]
      .map((line) => (put === name ? line.replaceAll(new RegExp(`\\b${name}: @`, "g"), name) : line))
      .map((line) => line.replaceAll("@", put))
      .map(
        (line) => `${i}${line.replace(/^ {2}/, i)}${/[{}]$/.test(line) && !/[)}] ?\}$/.test(line) ? "" : s}`,
      )
      .join("\n");
    const head = list.join(", ");
    if (form === 0) return `const ${fn} = (${head}) => {\n${text}\n}${s}`;
    return `${["export ", "", "export default "][form - 1] ?? ""}function ${fn}(${head}) {\n${text}\n}`;
  };
  return {
    before: write(parameters, value),
    after: write([...parameters, `${name} = ${value}`], name),
    name,
    value,
  };
}
