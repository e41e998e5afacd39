import { type Choices, capitalized, inWords } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { chooseStyle, distinctNames } from "../made-up.ts";
import { HERE, linesScene } from "./parts.ts";

const FIELDS =
  "name email title username city street comment query code phone tag label company description slug nickname subject note search firstName lastName zipCode displayName projectName".split(
    " ",
  );

/** Returns an expression for a text and the parameter that has it. */
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
    [`prompt(${q}${capitalized(inWords(field))}?${q})`, ""],
  ]);
}

/** Adds `.trim()` to a text when it is read, tested or returned. */
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
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const field = choose.pick(FIELDS);
    const [noun = ""] = distinctNames(choose, 1);
    const [text, parameter] = source(choose, field, q);
    const way = choose.below(8);
    const slots = { value: field, wordsValue: inWords(field) };
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
          `${i}return ${q}Invalid ${inWords(field)}${q}${s}`,
          "}",
          `return null${s}`,
        ],
        [`if (${HERE} === ${q}${q}) return false${s}`, `return true${s}`],
        [
          `if (${HERE}.length === 0) {`,
          `${i}throw new Error(${q}${capitalized(inWords(field))} is missing${q})${s}`,
          "}",
        ],
        [`if (${HERE}.length < 3) return ${q}too short${q}${s}`, `return undefined${s}`],
        [`return /^[\\w.@ -]+$/.test(${HERE})${s}`],
        [
          `if (!PATTERN.test(${HERE})) return ${q}Not a valid ${inWords(field)}${q}${s}`,
          `return undefined${s}`,
        ],
        [
          `if (!${field}Pattern.test(${HERE})) {`,
          `${i}return ${q}${capitalized(inWords(field))} is not valid${q}${s}`,
          "}",
        ],
        [`const isValid = VALID.test(${HERE})${s}`, `return isValid ? null : ${q}invalid${q}${s}`],
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

/**
 * Fixes `replace` calls that replace only the first match: a string gets `replaceAll`, a regular expression gets `g`.
 */
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
    const h = chooseStyle(choose);
    const { s, q } = h;
    const [noun = "", other = ""] = distinctNames(choose, 2);
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

/** Converts a text to a number, by convention with `Number(…)`. */
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
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const field = choose.pick(WHOLE);
    const [noun = ""] = distinctNames(choose, 1);
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
      slots: { value: field, wordsValue: inWords(field) },
    };
  },
);
