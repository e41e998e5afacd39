import { capitalized, inWords } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { chooseStyle, functionWriter } from "../made-up.ts";

/** Who is accepted: by which value, from or up to which limit. */
const RULES: readonly (readonly [
  one: string,
  field: string,
  operator: ">" | "<",
  bounds: readonly number[],
])[] = [
  ["person", "age", ">", [16, 18, 21, 65]],
  ["user", "age", ">", [13, 16, 18]],
  ["order", "total", ">", [20, 50, 100]],
  ["cart", "subtotal", ">", [25, 50, 75]],
  ["file", "size", "<", [1000, 5000, 1024]],
  ["student", "score", ">", [50, 60, 80]],
  ["player", "level", ">", [3, 5, 10]],
  ["parcel", "weight", "<", [5, 10, 20, 30]],
  ["team", "size", "<", [5, 8, 11]],
  ["review", "rating", ">", [3, 4]],
  ["account", "balance", ">", [0, 100, 500]],
  ["booking", "guestCount", "<", [4, 6, 12]],
  ["product", "stock", ">", [5, 10]],
  ["event", "visitorCount", "<", [50, 100]],
  ["trip", "distance", "<", [10, 100]],
  ["image", "width", "<", [800, 1920]],
  ["item", "price", "<", [10, 100]],
  ["request", "retryCount", "<", [3, 5]],
  ["member", "credit", ">", [100, 1000]],
  ["sensor", "temperature", "<", [30, 90]],
];

/** Includes the bound itself: the comparison says what is accepted, or what is rejected. */
export const boundCounts = composed(
  "bound-counts-too",
  {
    seen: [
      "={wordsBound} should be [allowed|fine|ok|included] too",
      "=exactly {wordsBound} [is still|should be] [fine|ok|allowed]",
      "={wordsA} of exactly {wordsBound} should [count|be fine|be allowed] too",
      "={wordsField} {wordsBound} should [pass|be ok] as well",
      "={wordsBound} or {wordsMore} is [fine|ok|allowed]",
      "={wordsA} of {wordsBound} or {wordsMore} should [count|be allowed]",
      "include {wordsBound}[ as well| too|]",
      "allow {wordsField} {wordsBound} [too|as well]",
    ],
    unseen: [
      "=why is {wordsA} of {wordsBound} turned away?",
      "=the limit of {wordsBound} is meant to be the last one that is still let through",
    ],
    weight: 1.3,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const [one, field, operator, bounds] = choose.pick(RULES);
    const bound = String(choose.pick(bounds));
    const isBare = choose.chance(0.35);
    const value = isBare ? field : `${one}.${field}`;
    const parameter = isBare ? field : one;
    const isNamed = choose.chance(0.2);
    const name = `${operator === ">" ? "MIN" : "MAX"}_${field.replace(/[A-Z]/g, "_$&").toUpperCase()}`;
    const limit = isNamed ? name : bound;
    const opposite = operator === ">" ? "<" : ">";
    const fn = `${choose.pick(["is", "can", "check", "accept"])}${capitalized(one)}`;
    const write = functionWriter(
      choose,
      h,
      fn,
      isBare && choose.chance(0.4) ? `${field}: number` : parameter,
    );
    const fine = choose.pick(["true", `${q}ok${q}`]);
    const form = choose.below(7);
    const body = (isIncluded: boolean): string[] => {
      const passes = `${value} ${operator}${isIncluded ? "=" : ""} ${limit}`;
      const fails = `${value} ${opposite}${isIncluded ? "" : "="} ${limit}`;
      return (
        [
          [`return ${passes}${s}`],
          [
            `if (${passes}) {`,
            `${i}return ${fine}${s}`,
            "}",
            `return ${fine === "true" ? "false" : "null"}${s}`,
          ],
          [
            `if (${fails}) {`,
            `${i}throw new Error(${q}${field} not allowed${q})${s}`,
            "}",
            `return save(${parameter})${s}`,
          ],
          [`if (${fails}) return false${s}`, `return true${s}`],
          [`const isAllowed = ${passes}${s}`, `return isAllowed && isOpen${s}`],
          [`return ${parameter} && ${passes}${s}`],
          [`if (${passes}) {`, `${i}accept(${parameter})${s}`, "}"],
        ][form] ?? []
      );
    };
    const words = inWords(field);
    const list = `${one}s`;
    const head = isNamed ? `const ${name} = ${bound}${s}\n\n` : "";
    const slots = {
      wordsBound: bound,
      wordsField: words,
      wordsA: `${/^[aeiou]/.test(words) ? "an" : "a"} ${words}`,
      wordsMore: operator === ">" ? "more" : "less",
    };
    if (!isBare && choose.chance(0.2)) {
      const filter = (isIncluded: boolean) =>
        `${head}const allowed = ${list}.filter((${one}) => ${value} ${operator}${isIncluded ? "=" : ""} ${limit})${s}`;
      return { before: filter(false), after: filter(true), language: "ts", slots };
    }
    return { before: head + write(body(false)), after: head + write(body(true)), language: "ts", slots };
  },
);
