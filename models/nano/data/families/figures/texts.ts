import { type Choices, capitalized } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { hand, names } from "../made-up.ts";
import { HERE, linesScene, markupScene } from "./parts.ts";
import { said } from "./things.ts";

const FIELDS =
  "name email title username city street comment query code phone tag label company description slug nickname subject note search firstName lastName zipCode displayName projectName".split(
    " ",
  );

/** Where a text comes from, with the parameter that has it. */
function source(choose: Choices, field: string, q: string): readonly [text: string, parameter: string] {
  return choose.pick([
    [`form.${field}`, "form"],
    [`req.body.${field}`, "req"],
    [`input.value`, "input"],
    [`e.target.value`, "e"],
    [`data.get(${q}${field}${q})`, "data"],
    [`user.${field}`, "user"],
    [`row.${field}`, "row"],
    [`values.${field}`, "values"],
    [`props.${field}`, "props"],
    [`prompt(${q}${capitalized(said(field))}?${q})`, ""],
  ]);
}

/** `.trim()` on a text where it comes in, where it is tested, or where it goes out. */
export const trimValue = composed(
  "trim-value",
  {
    seen: [
      "trim the {wordsValue}",
      "trim {value}",
      "=spaces around the {wordsValue} should be ignored",
      "ignore [spaces|whitespace|blanks] around the {wordsValue}",
      "[strip|remove] [spaces|whitespace] around {value}",
      "=users [type|enter] [spaces|blanks] [before or after|around] the {wordsValue}[, trim it|]",
      "=there may be [spaces|whitespace] at the end of the {wordsValue}[, trim it|]",
      "=the {wordsValue} should be trimmed",
      "trim {value} [first|before it is used]",
    ],
    unseen: [
      "=a blank typed behind the {wordsValue} by accident should do no harm",
      "=nobody should have to care about stray blanks in {value}",
    ],
    weight: 1.6,
  },
  (choose) => {
    const h = hand(choose);
    const { i, s, q } = h;
    const field = choose.pick(FIELDS);
    const [noun = ""] = names(choose, 1);
    const [text, parameter] = source(choose, field, q);
    const way = choose.below(8);
    const slots = { value: field, wordsValue: said(field) };
    const verb = choose.pick(["save", "submit", "handle", "create", "update", "validate", "add"]);
    const fn = `${verb}${capitalized(noun)}`;
    if (way < 4) {
      const lines = choose.pick([
        [`const ${field} = ${HERE}${s}`, `return save(${field})${s}`],
        [
          `const ${field} = ${HERE}${s}`,
          `if (!${field}) return${s}`,
          `await api.post(${q}/${noun}s${q}, { ${field} })${s}`,
        ],
        [`set${capitalized(field)}(${HERE})${s}`],
        [`this.${field} = ${HERE}${s}`],
        [
          `const ${field} = ${HERE}${s}`,
          `if (${field} === ${q}${q}) {`,
          `${i}throw new Error(${q}${field} is required${q})${s}`,
          "}",
          `return ${field}${s}`,
        ],
        [`return { ...${noun}, ${field}: ${HERE} }${s}`],
        [`const ${noun} = {`, `${i}id,`, `${i}${field}: ${HERE},`, `}${s}`, `return store(${noun})${s}`],
      ]);
      const more = lines[0]?.startsWith("return { ...") ? [noun] : lines[1] === `${i}id,` ? ["id"] : [];
      const parameters = [...more, ...(parameter === "" ? [] : [parameter])].join(", ");
      return { ...linesScene(choose, h, { name: fn, parameters, lines }, text, `${text}.trim()`), slots };
    }
    if (way < 6) {
      const lines = choose.pick([
        [
          `if (!${field.toUpperCase()}_RE.test(${HERE})) {`,
          `${i}return ${q}Invalid ${said(field)}${q}${s}`,
          "}",
          `return null${s}`,
        ],
        [`if (${HERE} === ${q}${q}) return false${s}`, `return true${s}`],
        [
          `if (${HERE}.length === 0) {`,
          `${i}throw new Error(${q}${capitalized(said(field))} is missing${q})${s}`,
          "}",
        ],
        [`if (${HERE}.length < 3) return ${q}too short${q}${s}`, `return undefined${s}`],
        [`return /^[\\w.@ -]+$/.test(${HERE})${s}`],
        [`return ${HERE}.toLowerCase()${s}`],
        [`return ${HERE} !== ${q}${q}${s}`],
      ]);
      return {
        ...linesScene(
          choose,
          h,
          {
            name: `${choose.pick(["is", "check", "validate", "normalize"])}${capitalized(field)}`,
            parameters: choose.chance(0.3) ? `${field}: string` : field,
            lines,
          },
          field,
          `${field}.trim()`,
        ),
        slots,
      };
    }
    const lines = choose.pick([
      [`await db(${q}${noun}s${q}).where({ id }).update({ ${HERE}, updatedAt: new Date() })${s}`],
      [`await api.post(${q}/${noun}s${q}, { id, ${HERE} })${s}`],
      [`return ${noun}s.create({ ${HERE}, ownerId: id })${s}`],
      [`onSubmit({ id, ${HERE} })${s}`],
    ]);
    return {
      ...linesScene(
        choose,
        h,
        { name: fn, parameters: `id, ${field}`, lines },
        field,
        `${field}: ${field}.trim()`,
      ),
      slots,
    };
  },
);

const MARKS: Readonly<Record<string, string>> = {
  " ": "space",
  "-": "dash",
  _: "underscore",
  ",": "comma",
  ".": "dot",
  "/": "slash",
  ";": "semicolon",
  ":": "colon",
  "\\n": "line break",
  "'": "apostrophe",
  "#": "hash",
  "+": "plus",
  "&": "ampersand",
  "\\t": "tab",
};

const PATTERNS: readonly (readonly [pattern: string, word: string])[] = [
  ["/\\s/", "space"],
  ["/ /", "space"],
  ["/-/", "dash"],
  ["/_/", "underscore"],
  ["/,/", "comma"],
  ["/\\./", "dot"],
  ["/\\n/", "line break"],
  ["/\\//", "slash"],
  ["/\\s+/", "space"],
  ["/[^a-z0-9]/", "special character"],
  ["/[^\\d]/", "non-digit"],
  ["/\\d/", "digit"],
];

/** `replace` meets the first alone: a text gets `replaceAll`, a pattern its `g`. */
export const replaceEvery = composed(
  "replace-every",
  {
    seen: [
      "=only the first {wordsMark} [is|gets] replaced",
      "=only the first {wordsMark} is [changed|converted|swapped], [should be|it should do] all",
      "replace all [of the |the |]{wordsMarks}[, not [just|only] the first|]",
      "replace every {wordsMark}",
      "=all {wordsMarks} should be replaced",
      "=it only replaces one {wordsMark}",
      "=the second {wordsMark} [stays|is still there]",
      "replace them all[, not just the first [one|{wordsMark}]|]",
      "=the replace [only hits|stops after] the first [match|{wordsMark}]",
    ],
    unseen: [
      "=why are there still {wordsMarks} left in it?",
      "=one {wordsMark} is handled, the rest stays as it was",
    ],
    weight: 1.6,
  },
  (choose) => {
    const h = hand(choose);
    const { s, q } = h;
    const [noun = "", other = ""] = names(choose, 2);
    const isPattern = choose.chance(0.35);
    const mark = choose.pick([" ", " ", " ", ...Object.keys(MARKS)]);
    const literal = mark === "'" ? `"'"` : `${q}${mark}${q}`;
    const [pattern, patternWord] = choose.pick(PATTERNS);
    const word = isPattern ? patternWord : (MARKS[mark] ?? "");
    const to = choose.pick(["-", "_", "", "+", " ", "."].filter((one) => one !== mark));
    const field = choose.pick(FIELDS);
    const base = choose.pick([
      field,
      `${noun}.${field}`,
      `${field}.toLowerCase()`,
      `${noun}.${field}.trim()`,
      `${field}.trim().toLowerCase()`,
    ]);
    const parameter = base.startsWith(field) ? field : noun;
    const tail = choose.pick(["", "", "", ".toUpperCase()", ".slice(0, 40)"]);
    const with2 = `${q}${to}${q}`;
    const before = `${base}.replace(${isPattern ? pattern : literal}, ${with2})${tail}`;
    const after = isPattern
      ? `${base}.replace(${pattern}g, ${with2})${tail}`
      : `${base}.replaceAll(${literal}, ${with2})${tail}`;
    const lines = choose.pick([
      [`return ${HERE}${s}`],
      [`const ${other} = ${HERE}${s}`, `return ${other}${s}`],
      [`const ${other} = ${HERE}${s}`, `return \`\${${other}}.csv\`${s}`],
      [`const ${other} = ${HERE}${s}`, `await write(${other})${s}`],
      [`return { id, ${other}: ${HERE} }${s}`],
    ]);
    const parameters = lines[0]?.includes("id,")
      ? `id, ${parameter}`
      : `${parameter}${parameter === field && choose.chance(0.3) ? ": string" : ""}`;
    const fn = choose.pick([
      "slugify",
      "toFileName",
      "clean",
      "normalize",
      "toKey",
      "toId",
      `format${capitalized(field)}`,
      `sanitize${capitalized(noun)}`,
    ]);
    return {
      ...linesScene(choose, h, { name: fn, parameters, lines }, before, after),
      slots: {
        wordsMark: word,
        wordsMarks: `${word}${/(sh|s)$/.test(word) ? "es" : "s"}`,
      },
    };
  },
);

const WHOLE =
  "quantity page limit age count year amount width height port id offset size index level score price rating duration total".split(
    " ",
  );

/** A text that is to be a number: `Number(…)`, by convention. */
export const toNumber = composed(
  "to-number",
  {
    seen: [
      "={wordsValue} is a string[ here|], [make it|should be|convert it to] a number",
      "={wordsValue} comes in as a string[, convert it|, make it a number]",
      "convert {value} to a number",
      "={value} [must|should] be a number[, not a string|]",
      "[turn {value} into|make {value}] a number",
      "=the {wordsValue} is [text|a string], I need a number",
      "=adding to {value} [concatenates|glues strings together], convert it to a number",
      "=typeof {value} is string, should be number",
      "use Number() for {value}",
    ],
    unseen: [
      "=1 added to the {wordsValue} gives 51 where it should give 6",
      "=we cannot calculate with the {wordsValue} as it comes in",
    ],
    weight: 1.4,
  },
  (choose) => {
    const h = hand(choose);
    const { i, s, q } = h;
    const field = choose.pick(WHOLE);
    const [noun = ""] = names(choose, 1);
    const [text, parameter] = choose.pick([
      [`data.get(${q}${field}${q})`, "data"],
      [`req.query.${field}`, "req"],
      [`req.params.${field}`, "req"],
      [`input.value`, "input"],
      [`e.target.value`, "e"],
      [`formData.get(${q}${field}${q})`, "formData"],
      [`params.get(${q}${field}${q})`, "params"],
      [`localStorage.getItem(${q}${field}${q})`, ""],
      [`process.env.${field.toUpperCase()}`, ""],
      [`match[1]`, "match"],
      [`form.${field}.value`, "form"],
      [`element.dataset.${field}`, "element"],
      [`row[${choose.between(0, 5)}]`, "row"],
    ] as const);
    const lines = choose.pick([
      [`const ${field} = ${HERE}${s}`, `return ${field} + 1${s}`],
      [`const ${field} = ${HERE}${s}`, `return load${capitalized(noun)}(${field})${s}`],
      [`return {`, `${i}name,`, `${i}${field}: ${HERE},`, `}${s}`],
      [`set${capitalized(field)}(${HERE})${s}`],
      [`this.${field} = ${HERE}${s}`],
      [`const ${noun} = { ${field}: ${HERE}, createdAt: Date.now() }${s}`, `return ${noun}${s}`],
      [
        `const ${field} = ${HERE}${s}`,
        `const ${noun} = await find${capitalized(noun)}({ ${field} })${s}`,
        `return ${noun}${s}`,
      ],
    ]);
    const parameters = [
      ...(lines[1] === `${i}name,` ? ["name"] : []),
      ...(parameter === "" ? [] : [parameter]),
    ].join(", ");
    return {
      ...linesScene(
        choose,
        h,
        {
          name: `${choose.pick(["read", "handle", "parse", "get", "on"])}${capitalized(field)}`,
          parameters,
          lines,
        },
        text,
        `Number(${text})`,
      ),
      slots: { value: field, wordsValue: said(field) },
    };
  },
);

/** Months count from 0: `+ 1`, in parentheses where more is added to it. */
export const monthOffByOne = composed(
  "month-off-by-one",
  {
    seen: [
      "=[the |]month is [off by one|one too low|one less than it should be]",
      "=months are off by one",
      "=getMonth is zero[-| ]based[, add 1|]",
      "=getMonth() starts at 0[, fix that|]",
      "add 1 to the month",
      "=january [shows up|comes out|is written] as 0",
      "=it says {wordsBad} for {wordsMonth}",
      "=the month is wrong, {wordsMonth} should be {wordsGood}",
      "fix the month",
    ],
    unseen: ["=in {wordsMonth} we get a {wordsBad}", "=every date is a month early"],
    weight: 1,
  },
  (choose) => {
    const h = hand(choose);
    const { s, q } = h;
    const [noun = ""] = names(choose, 1);
    const date = choose.pick([
      "date",
      "d",
      "now",
      "day",
      "today",
      `${noun}.date`,
      "this.date",
      "dt",
      "value",
    ]);
    const parameter = date.startsWith(noun) ? noun : date.startsWith("this") ? "" : date;
    const utc = choose.chance(0.2) ? "UTC" : "";
    const call = `${date}.get${utc}Month()`;
    const year = `${date}.get${utc}FullYear()`;
    const day = `${date}.get${utc}Date()`;
    const month = choose.pick(["m", "month", "mm"]);
    const forms: readonly (readonly [string[], string])[] = [
      [
        [
          `const ${month} = String(${HERE}).padStart(2, ${q}0${q})${s}`,
          `return \`\${${year}}-\${${month}}\`${s}`,
        ],
        `${call} + 1`,
      ],
      [[`const ${month} = ${HERE}${s}`, `return \`\${${day}}/\${${month}}\`${s}`], `${call} + 1`],
      [[`return \`\${${day}}.\${${HERE}}.\${${year}}\`${s}`], `${call} + 1`],
      [[`return \`\${${HERE}}/\${${year}}\`${s}`], `${call} + 1`],
      [[`return ${year} + ${q}-${q} + ${HERE}${s}`], `(${call} + 1)`],
      [[`return { year: ${year}, month: ${HERE}, day: ${day} }${s}`], `${call} + 1`],
      [[`const ${month} = \`\${${HERE}}\`.padStart(2, ${q}0${q})${s}`, `return ${month}${s}`], `${call} + 1`],
      [[`return [${year}, ${HERE}, ${day}].join(${q}-${q})${s}`], `${call} + 1`],
    ];
    const [lines, after] = choose.pick(forms);
    const at = choose.between(1, 12);
    const MONTHS =
      "january february march april may june july august september october november december".split(" ");
    const fn = choose.pick([
      "formatDate",
      "formatMonth",
      "toLabel",
      "dateKey",
      "reportName",
      "getPeriod",
      "shortDate",
      "stamp",
    ]);
    return {
      ...linesScene(
        choose,
        h,
        {
          name: fn,
          parameters:
            parameter + (parameter !== "" && choose.chance(0.3) && parameter !== noun ? ": Date" : ""),
          lines,
        },
        call,
        after,
      ),
      slots: { wordsMonth: MONTHS[at - 1] ?? "", wordsBad: String(at - 1), wordsGood: String(at) },
    };
  },
);

const CLOCK: readonly (readonly [name: string, words: string])[] = [
  ["m", "minutes"],
  ["minutes", "minutes"],
  ["mins", "minutes"],
  ["s", "seconds"],
  ["seconds", "seconds"],
  ["secs", "seconds"],
  ["h", "hours"],
  ["hours", "hours"],
  ["day", "day"],
  ["month", "month"],
];

/** Two digits for one part of a text: `String(x).padStart(2, "0")`. */
export const padTwo = composed(
  "pad-two-digits",
  {
    seen: [
      "pad the {wordsValue} to [two|2] digits",
      "pad {value} with a zero",
      "={wordsValue} should [have|be] [two|2] digits",
      "add a leading zero to the {wordsValue}",
      "={wordsValue} [needs|need] a leading zero",
      "=[two|2] digits for the {wordsValue}[, please|]",
      "={wordsBad} should [read|be|say] {wordsGood}",
      "=it [says|shows] {wordsBad} instead of {wordsGood}",
      "use padStart for {value}",
    ],
    unseen: ["=below ten the {wordsValue} lacks a digit", "={wordsBad}? {wordsGood} is how one writes that"],
    weight: 1.3,
  },
  (choose) => {
    const h = hand(choose);
    const { s, q } = h;
    const [value, words] = choose.pick(CLOCK);
    const first = choose.pick(
      /^h/.test(value)
        ? ["days", "d"]
        : /^m(in|$)/.test(value)
          ? ["h", "hours"]
          : /^s/.test(value)
            ? ["m", "min", "minutes"]
            : value === "day"
              ? ["month", "mm"]
              : ["year", "y"],
    );
    const between = /day|month/.test(value) ? "-" : ":";
    const left = choose.between(1, 12);
    const right = choose.between(1, 9);
    const isYear = /^y/.test(first);
    const whole = isYear ? String(choose.between(1999, 2026)) : String(left);
    const after = `String(${value}).padStart(2, ${q}0${q})`;
    const label = `${first}${capitalized(value)}`;
    const lines = choose.pick([
      [`return \`\${${first}}${between}\${${HERE}}\`${s}`],
      [`const ${label} = \`\${${first}}${between}\${${HERE}}\`${s}`, `return ${label}${s}`],
      [`return ${first} + ${q}${between}${q} + ${HERE}${s}`],
      [`element.textContent = \`\${${first}}${between}\${${HERE}}\`${s}`],
    ]);
    const slots = {
      value,
      wordsValue: words,
      wordsBad: `${whole}${between}${right}`,
      wordsGood: `${whole}${between}0${right}`,
    };
    if (choose.chance(0.15))
      return {
        ...markupScene(
          choose,
          h,
          { parameters: `${first}, ${value}`, lines: [`{${first}}${between}{${HERE}}`] },
          value,
          after,
        ),
        slots,
      };
    const head = /day|month/.test(value)
      ? []
      : choose.pick([[], [`const ${first} = Math.floor(total / 60)${s}`, `const ${value} = total % 60${s}`]]);
    const parameters = head.length > 0 ? "total" : `${first}, ${value}`;
    const scene = linesScene(
      choose,
      h,
      {
        name: choose.pick(["format", "formatTime", "toLabel", "clock", "render", "show"]),
        parameters,
        lines: [...head, ...lines],
      },
      value,
      after,
    );
    return { ...scene, slots };
  },
);

/** One value of an address is escaped: `encodeURIComponent(…)`. */
export const encodePart = composed(
  "encode-url-part",
  {
    seen: [
      "escape {value}[ in the url|]",
      "encode {value}[ in the url|]",
      "use encodeURIComponent[ for {value}|]",
      "=a {wordsValue} with [an & in it|a & in it|a space in it|special characters] [breaks|ruins] the url",
      "=[&|#|?|/] in the {wordsValue} [breaks the url|is not escaped]",
      "url[-| ]encode the {wordsValue}",
      "=the {wordsValue} [isn't|is not] [encoded|escaped]",
      '=searching for ["a & b"|"c#"|"50%"] only sends a part of the {wordsValue}',
    ],
    unseen: [
      "=a {wordsValue} such as rock & roll does not arrive whole",
      "make the {wordsValue} safe for use in an address",
    ],
    weight: 1.3,
  },
  (choose) => {
    const h = hand(choose);
    const { s, q } = h;
    const value = choose.pick([
      "term",
      "query",
      "search",
      "name",
      "title",
      "tag",
      "city",
      "email",
      "keyword",
      "filter",
      "path",
      "category",
      "text",
      "username",
      "slug",
      "q",
    ]);
    const [noun = ""] = names(choose, 1);
    const key = choose.pick(["q", "query", "search", value, "s"]);
    const root = choose.pick([
      "/search",
      `/api/${noun}s`,
      `https://example.com/${noun}`,
      `/${noun}s`,
      "${BASE_URL}/find",
    ]);
    const address = choose.pick([
      `\`${root}?${key}=\${${HERE}}\``,
      `\`${root}?${key}=\${${HERE}}&page=\${page}\``,
      `\`${root}?page=\${page}&${key}=\${${HERE}}\``,
      `\`${root}/\${${HERE}}\``,
      ...(root.startsWith("$") ? [] : [`${q}${root}?${key}=${q} + ${HERE}`]),
    ]);
    const lines = choose.pick([
      [`return ${address}${s}`],
      [`const url = ${address}${s}`, `return fetch(url)${s}`],
      [`const response = await fetch(${address})${s}`, `return response.json()${s}`],
      [`router.push(${address})${s}`],
      [`window.location.href = ${address}${s}`],
      [`const { data } = await axios.get(${address})${s}`, `return data${s}`],
    ]);
    const parameters = address.includes("page}") ? `${value}, page` : value;
    return {
      ...linesScene(
        choose,
        h,
        {
          name: `${choose.pick(["search", "find", "open", "load", "build"])}${capitalized(noun)}${choose.pick(["", "s", "Url"])}`,
          parameters,
          lines,
        },
        value,
        `encodeURIComponent(${value})`,
      ),
      slots: { value, wordsValue: said(value) },
    };
  },
);

const COUNTED =
  "comment item file order result message user day point like error vote photo review minute guest task seat follower ticket warning view hour product note member night step track invite".split(
    " ",
  );

/** `1 comments`: the word by the count, in markup or in a text. */
export const singularToo = composed(
  "singular-or-plural",
  {
    seen: [
      '=[it says|we show] ["1 {wordsMany}"|1 {wordsMany}], should be ["1 {wordsOne}"|1 {wordsOne}]',
      '=["1 {wordsMany}"|1 {wordsMany}] [looks silly|is wrong|reads badly][, handle singular|]',
      "handle the singular[ of {wordsMany}|]",
      "use {wordsOne} when [there is only one|{value} is 1]",
      "pluralize {wordsOne}[ properly|]",
      "=should be [singular|{wordsOne}] when {value} is 1",
      "=no s [if|when] there is only one",
      "singular [when|if] {value} is 1",
      "={wordsOne} or {wordsMany} depending on {value}",
    ],
    unseen: ["=with a single {wordsOne} the grammar is off", "=get the grammar right for one {wordsOne}"],
    weight: 1.2,
  },
  (choose) => {
    const h = hand(choose);
    const { s, q } = h;
    const one = choose.pick(COUNTED);
    const many = `${one}s`;
    const value = choose.pick([
      "count",
      "n",
      "total",
      `${many}.length`,
      `${one}Count`,
      "amount",
      `${many}Count`,
    ]);
    const parameter = value.replace(".length", "");
    const slots = { value, wordsOne: one, wordsMany: many };
    const ternary = `${value} === 1 ? ${q}${one}${q} : ${q}${many}${q}`;
    if (choose.chance(0.5)) {
      const double = `${value} === 1 ? '${one}' : '${many}'`;
      const test = q === "'" ? double : ternary;
      const line = choose.pick([
        `{${value}} ${HERE}`,
        `<span>{${value}} ${HERE}</span>`,
        `<strong>{${value}} ${HERE}</strong>`,
        `You have {${value}} ${HERE}`,
        `<h2>{${value}} ${HERE}</h2>`,
      ]);
      return {
        ...markupScene(choose, h, { parameters: parameter, lines: [line] }, many, `{${test}}`),
        slots,
      };
    }
    const rest = choose.pick(["", "", " found", " left", " selected", " in total", " deleted"]);
    const head = choose.pick(["", "", "You have ", "Showing "]);
    const text = `\`${head}\${${value}} ${HERE}${rest}\``;
    const lines = choose.pick([
      [`return ${text}${s}`],
      [`const label = ${text}${s}`, `return label${s}`],
      [`element.textContent = ${text}${s}`],
      [`console.log(${text})${s}`],
      [`toast(${text})${s}`],
    ]);
    return {
      ...linesScene(
        choose,
        h,
        {
          name: `${choose.pick(["describe", "show", "label", "format", "announce"])}${capitalized(many)}`,
          parameters: parameter,
          lines,
        },
        many,
        `\${${ternary}}`,
      ),
      slots,
    };
  },
);

/** What was typed behind the script's name: `process.argv.slice(2)`. */
export const ownArguments = composed(
  "skip-node-arguments",
  {
    seen: [
      "skip the first two [args|arguments][ of process.argv|]",
      "=the first two [args|arguments] are node and the script[, drop them|]",
      "drop node and the script[ path|] from the [args|arguments]",
      "=[args|arguments] [contain|include] node and the [script|file] path[, I don't want those|]",
      "=argv starts with node and the script, slice it",
      "slice(2) the argv",
      "=I only want the [args|arguments] that were [typed|passed]",
      "=the first argument is the path of node[, fix that|]",
    ],
    unseen: ["=why is node among my command line arguments?"],
    weight: 0.5,
  },
  (choose) => {
    const h = hand(choose);
    const { i, s, q } = h;
    const [noun = "", other = ""] = names(choose, 2);
    const args = choose.pick(["args", "args", "argv", "params", "cliArgs", "input"]);
    const lines = choose.pick([
      [
        `const ${args} = ${HERE}${s}`,
        `const [${noun}, ${other}] = ${args}${s}`,
        `console.log(${noun}, ${other})${s}`,
      ],
      [
        `const ${args} = ${HERE}${s}`,
        `if (${args}.includes(${q}--${noun}${q})) {`,
        `${i}console.log(${q}${other}${q})${s}`,
        "}",
      ],
      [`const [${noun}, ${other}] = ${HERE}${s}`, `run(${noun}, ${other})${s}`],
      [`for (const ${noun} of ${HERE}) {`, `${i}console.log(${noun})${s}`, "}"],
      [`const ${args} = ${HERE}${s}`, `return ${args}.map((one) => one.trim())${s}`],
      [`const ${args} = parseArgs(${HERE})${s}`, `start(${args}.${noun})${s}`],
    ]);
    return linesScene(
      choose,
      h,
      { name: choose.pick(["main", "run", "parseCli", "readArgs"]), parameters: "", lines },
      "process.argv",
      "process.argv.slice(2)",
    );
  },
);

/** Large numbers in texts are grouped as is usual where one is: `.toLocaleString()`. */
export const thousands = composed(
  "thousands-separator",
  {
    seen: [
      "show {wordsValue} with [a |]thousands separator[s|]",
      "=add [thousands separators|thousand separators|separators] to {wordsValue}",
      "format {value} with toLocaleString",
      "use toLocaleString[ for {value}|]",
      "=[big|large] numbers are hard to read, [use|add] thousands separators",
      "={wordsBad} is hard to read, [should be|make it] {wordsGood}",
      "=it shows {wordsBad}, [want|should be] {wordsGood}",
      "=group the digits of {wordsValue}",
    ],
    unseen: ["={wordsBad} is one long row of digits, {wordsGood} is what people can read"],
    weight: 0.9,
  },
  (choose) => {
    const h = hand(choose);
    const { s } = h;
    const value = choose.pick(
      "population views downloads followers total likes revenue users visits subscribers stars points votes budget distance steps".split(
        " ",
      ),
    );
    const [noun = ""] = names(choose, 1);
    const text = choose.pick([value, `${noun}.${value}`, `stats.${value}`, `props.${value}`]);
    const parameter = text.split(".")[0] ?? value;
    const number = choose.between(1100, 9_999_999);
    const slots = {
      value,
      wordsValue: value,
      wordsBad: String(number),
      wordsGood: number.toLocaleString("en-US"),
    };
    const after = `${text}.toLocaleString()`;
    if (choose.chance(0.55)) {
      const line = choose.pick([
        `{${HERE}} ${value}`,
        `<strong>{${HERE}}</strong> ${value}`,
        `<span>{${HERE}}</span>`,
        `${capitalized(value)}: {${HERE}}`,
        `<dd>{${HERE}}</dd>`,
      ]);
      return { ...markupScene(choose, h, { parameters: parameter, lines: [line] }, text, after), slots };
    }
    const lines = choose.pick([
      [`return \`\${${HERE}} ${value}\`${s}`],
      [`element.textContent = \`${capitalized(value)}: \${${HERE}}\`${s}`],
      [`console.log(\`${capitalized(value)}: \${${HERE}}\`)${s}`],
      [`const label = \`\${${HERE}} ${value}\`${s}`, `return label${s}`],
    ]);
    return {
      ...linesScene(
        choose,
        h,
        {
          name: `${choose.pick(["format", "show", "describe"])}${capitalized(value)}`,
          parameters: parameter,
          lines,
        },
        text,
        after,
      ),
      slots,
    };
  },
);
