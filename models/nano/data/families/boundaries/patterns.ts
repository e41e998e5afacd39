import { type Choices, capitalized } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { type CodeStyle, chooseStyle } from "../made-up.ts";
import { shell } from "./shell.ts";

/** A pattern: what it matches, the plural, its source, and an example that it should match. */
type Sort = readonly [what: string, many: string, source: string, example: string];

const LETTERS: readonly Sort[] = [
  ["hex", "hex colors", "^#[0-9a-f]{3,6}$", "#FFAA00"],
  ["color", "colors", "^#?[\\da-f]{6}$", "#C0FFEE"],
  ["sha", "hashes", "^[0-9a-f]{40}$", "DEADBEEF"],
  ["slug", "slugs", "^[a-z0-9-]+$", "My-Page"],
  ["username", "usernames", "^[a-z][a-z0-9_]*$", "Anna_1"],
  ["code", "codes", "^[a-z]{2}-\\d+$", "AB-12"],
  ["image", "image files", "\\.(png|jpe?g|gif)$", "PHOTO.JPG"],
  ["ext", "file extensions", "\\.(ts|js)$", "MAIN.TS"],
  ["vowel", "vowels", "[aeiou]", "A"],
  ["uuid", "ids", "^[0-9a-f-]{36}$", "3F2504E0"],
  ["host", "hosts", "^[a-z0-9.-]+$", "Example.com"],
  ["locale", "locales", "^[a-z]{2}(-[a-z]{2})?$", "en-GB"],
  ["protocol", "urls", "^https?:\\/\\/", "HTTPS://"],
  ["yes", "answers", "^(yes|y|true)$", "Yes"],
  ["plate", "plates", "^[a-z]{1,3}\\d{1,4}$", "AB123"],
  ["word", "words", "^[a-z]+$", "Hello"],
  ["command", "commands", "^(start|stop|restart)$", "START"],
  ["tag", "tags", "^#[a-z]\\w*$", "#News"],
];

const FIGURES: readonly Sort[] = [
  ["number", "numbers", "^@", "3.14"],
  ["price", "prices", "^@$", "9.99"],
  ["amount", "amounts", "^@$", "12.5"],
  ["width", "widths", "^@(px|em|rem)$", "1.5rem"],
  ["size", "sizes", "^@(kb|mb|gb)$", "2.5gb"],
  ["duration", "durations", "^@(ms|s|m|h)$", "1.5h"],
  ["percentage", "percentages", "^@%$", "12.5%"],
  ["weight", "weights", "^@ ?(g|kg)$", "0.5kg"],
  ["distance", "distances", "^@ ?(m|km)$", "4.2km"],
  ["temperature", "temperatures", "^-?@$", "36.6"],
  ["score", "scores", "^@\\/10$", "7.5/10"],
  ["rating", "ratings", "^@$", "4.5"],
  ["quantity", "quantities", "^@", "0.25"],
  ["angle", "angles", "^@deg$", "22.5deg"],
];

/** Returns code around a pattern, which is either inline or a constant above its use. */
function using(choose: Choices, h: CodeStyle, what: string): (pattern: string) => string {
  const { i, s } = h;
  const text = choose.pick([
    "value",
    "text",
    "text",
    "text",
    "input",
    "str",
    "s",
    what === "word" ? "token" : what,
  ]);
  const type = capitalized(what);
  const constant = choose.pick([what.toUpperCase(), `${what.toUpperCase()}_RE`, `${what}Pattern`, "PATTERN"]);
  const isAbove = choose.chance(0.6);
  const form = choose.below(6);
  const write = shell(choose, h, {
    name:
      form < 3
        ? choose.pick([`is${type}`, `isValid${type}`, `check${type}`])
        : choose.pick([`read${type}`, `parse${type}`, `find${type}`]),
    parameters: text === "text" ? text : `${text}: string`,
  });
  const exported = choose.chance(0.25) ? "export " : "";
  const other = choose.pick(["null", "undefined"]);
  return (pattern) => {
    const re = isAbove ? constant : pattern;
    const lines = [
      [`return ${re}.test(${text})${s}`],
      [`if (!${re}.test(${text})) return false${s}`, `return ${text}.length < 80${s}`],
      [`return ${re}.test(${text}.trim())${s}`],
      [
        `const m = ${re}.exec(${text})${s}`,
        `if (!m) return ${other}${s}`,
        `return { raw: m[0], rest: ${text}.slice(m[0].length) }${s}`,
      ],
      [`const match = ${text}.match(${re})${s}`, `return match ? match[0] : ${other}${s}`],
      [
        `const found = ${text}.match(${re})${s}`,
        `if (found === null) {`,
        `${i}return ${other}${s}`,
        "}",
        `return found[0]${s}`,
      ],
    ][form] as string[];
    return `${isAbove ? `${exported}const ${constant} = ${pattern}${s}\n\n` : ""}${write(lines)}`;
  };
}

export const anyCase = composed(
  "pattern-any-case",
  {
    seen: [
      "={wordsMany} can be uppercase[ too|]",
      "={wordsMany} may [also |]be in [upper case|capitals]",
      "={example} should match [too|as well]",
      "={example} isn't [recognised|matched|found|accepted]",
      "make the [regex|pattern] case insensitive",
      "[accept|allow] uppercase [too|as well|{wordsMany}]",
      "=the [regex|pattern] should ignore case",
      "ignore case in the [regex|pattern]",
      "add the i flag",
      "=upper or lower case [shouldn't|should not] matter",
      "match {example} [too|as well]",
    ],
    unseen: [
      "=someone typed {example} and it was turned down",
      "=capitals are as good as small letters for {wordsMany}",
    ],
    weight: 1.2,
  },
  (choose) => {
    const [what, wordsMany, source, example] = choose.pick(LETTERS);
    const write = using(choose, chooseStyle(choose), what);
    return { before: write(`/${source}/`), after: write(`/${source}/i`), slots: { wordsMany, example } };
  },
);

export const decimalsToo = composed(
  "pattern-decimals",
  {
    seen: [
      "={wordsMany} can have decimals",
      "={wordsMany} like {example} [don't work|fail|aren't recognised]",
      "={example} should [be accepted|match|work|be valid] [too|as well]",
      "={example} isn't [recognised|matched|accepted]",
      "=it [chokes on|fails for|breaks on] decimals[ like {example}|]",
      "[allow|accept|support] decimals[ like {example}|]",
      "=the [regex|pattern] only [knows|matches] whole numbers, [allow|should take] decimals too",
      "make the [regex|pattern] accept {example}",
      "=decimals [aren't|are not] supported[ yet|]",
      "[allow|accept] an optional fraction in {wordsMany}",
    ],
    unseen: [
      "=it stops at the point in {example}",
      "=not all {wordsMany} are whole numbers, some are like {example}",
    ],
    weight: 1,
  },
  (choose) => {
    const [what, wordsMany, source, example] = choose.pick(FIGURES);
    const write = using(choose, chooseStyle(choose), what);
    const digits = choose.pick(["\\d+", "\\d+", "[0-9]+"]);
    const pattern = (one: string) => `/${source.replace("@", one)}/`;
    return {
      before: write(pattern(digits)),
      after: write(pattern(`${digits}(\\.${digits})?`)),
      slots: { wordsMany, example },
    };
  },
);
