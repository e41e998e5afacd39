import { type Choices, capitalized, inWords } from "../../choices/index.ts";
import { composed, type Family, type Wording } from "../family.ts";
import { chooseStyle, distinctNames, functionWriter } from "../made-up.ts";
import { HERE, linesScene, markupScene } from "./parts.ts";

const MONEY =
  "price amount total subtotal cost fee tax balance sum grandTotal netPrice unitPrice shipping discount budget salary rent deposit euros value totalPrice rate weight average distance".split(
    " ",
  );

/** Returns an expression for a number and its wording. */
function read(
  choose: Choices,
  names: readonly string[],
): { name: string; text: string; holder: string; isPlain: boolean } {
  const name = choose.pick(names);
  const holder = choose.pick([
    "item",
    "order",
    "invoice",
    "line",
    "product",
    "row",
    "entry",
    "cart",
    "account",
    "props",
  ]);
  switch (choose.below(5)) {
    case 0:
    case 1:
      return { name, text: name, holder: name, isPlain: true };
    case 2:
    case 3:
      return { name, text: `${holder}.${name}`, holder, isPlain: true };
    default:
      return {
        name,
        text: `${holder}.${name} * ${holder}.${choose.pick(["quantity", "qty", "count", "hours"])}`,
        holder,
        isPlain: false,
      };
  }
}

/** Gives numbers in texts two decimals. The text has only one number, identified by its name. */
export const twoDecimals = composed(
  "two-decimals",
  {
    seen: [
      "show [two|2] decimals",
      "={wordsValues} [need|should have|want] [two|2] decimals",
      "={wordsValue} needs [two|2] decimals",
      "=always show the cents",
      "[format|print|show] {wordsValue} with [two|2] decimals",
      "=[two|2] decimals[, please|]",
      "=we get {wordsBad}, it should be {wordsGood}",
      "=it says {wordsBad} instead of {wordsGood}",
      "use toFixed(2) for {value}",
      "=the {wordsValue} should always have [two|2] decimals",
    ],
    unseen: [
      "=an amount like {wordsBad} looks odd, {wordsGood} is how it is written",
      "=hundredths are missing from the {wordsValue}",
    ],
    weight: 1.7,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { s, q } = h;
    const { name, text, holder, isPlain } = read(choose, MONEY);
    const fixed = isPlain ? `${text}.toFixed(2)` : `(${text}).toFixed(2)`;
    const number = `${choose.between(1, 40)}.${choose.between(1, 9)}`;
    const slots = {
      value: name,
      wordsValue: inWords(name),
      wordsBad: number,
      wordsGood: `${number}0`,
      ...(/[^yxs]$/.test(name) ? { wordsValues: `${inWords(name)}s` } : {}),
    };
    const unit = choose.pick(["€", "EUR", "USD", "CHF", "£"]);
    const label = capitalized(inWords(name));
    if (choose.chance(0.35)) {
      const line = choose.pick([
        `<span>{${HERE}} ${unit}</span>`,
        `{currency} {${HERE}}`,
        `${label}: {${HERE}}`,
        `<strong>{${HERE}}</strong>`,
        `<span className="${name}">${unit} {${HERE}}</span>`,
        `<dd>{${HERE}}</dd>`,
      ]);
      const parameters = line.includes("currency") ? `currency, ${holder}` : holder;
      return { ...markupScene(choose, h, { parameters, lines: [line] }, text, fixed), slots };
    }
    const lines = choose.pick([
      [`return \`${label}: \${${HERE}} ${unit}\`${s}`],
      [`return \`${unit} \${${HERE}}\`${s}`],
      [`return ${q}${unit} ${q} + ${HERE}${s}`],
      [`return ${q}${choose.pick(["$", "€", "£"])}${q} + ${HERE}${s}`],
      [
        `const shown = ${q}${choose.pick(["$", "€", "£"])}${q} + ${HERE}${s}`,
        `return ${q}${label}: ${q} + shown${s}`,
      ],
      [`const text = \`\${name}: \${${HERE}} ${unit}\`${s}`, `return text${s}`],
      [`console.log(\`${label} \${${HERE}} ${unit}\`)${s}`],
      [`element.textContent = \`\${${HERE}} ${unit}\`${s}`],
      [`return ${HERE} + ${q} ${unit}${q}${s}`],
      [`lines.push(\`\${label}: \${${HERE}}\`)${s}`, `return lines.join(${q}, ${q})${s}`],
    ]);
    const plus = /\+ §|§ \+/.test(lines[0] ?? "") && !isPlain;
    const scene = linesScene(
      choose,
      h,
      {
        name: `${choose.pick(["format", "describe", "print", "render", "to"])}${capitalized(name)}`,
        parameters: /\{name\}/.test(lines[0] ?? "")
          ? `name, ${holder}`
          : lines[0]?.includes("label")
            ? `lines, label, ${holder}`
            : holder,
        lines,
      },
      plus ? `(${text})` : text,
      fixed,
    );
    return { ...scene, slots };
  },
);

const PARTS: readonly (readonly [whole: string, text: string, parameters: string])[] = [
  ["percent", "(loaded / total) * 100", "loaded, total"],
  ["percentage", "(done / count) * 100", "done, count"],
  ["progress", "(step / steps) * 100", "step, steps"],
  ["ratio", "(hits / tries) * 100", "hits, tries"],
  ["hours", "minutes / 60", "minutes"],
  ["minutes", "seconds / 60", "seconds"],
  ["days", "(end - start) / 86400000", "start, end"],
  ["pages", "total / pageSize", "total, pageSize"],
  ["points", "base * level", "base, level"],
  ["score", "correct / questions * 100", "correct, questions"],
  ["average", "sum / values.length", "sum, values"],
  ["discount", "price * 0.15", "price"],
  ["tax", "net * 0.19", "net"],
  ["rows", "items.length / columns", "items, columns"],
  ["width", "container.offsetWidth / columns", "container, columns"],
  ["age", "(now - born) / YEAR_MS", "now, born"],
  ["speed", "distance / time", "distance, time"],
  ["middle", "(low + high) / 2", "low, high"],
  ["size", "bytes / 1024", "bytes"],
  ["bonus", "salary * rate", "salary, rate"],
  ["damage", "attack * 1.5 - defense / 2", "attack, defense"],
];

/**
 * Creates a family that puts `Math.round`, `Math.floor` or `Math.ceil` around the only calculation, or replaces another
 * of them.
 */
function rounded(name: string, call: string, wording: Wording): Family {
  return composed(name, wording, (choose) => {
    const h = chooseStyle(choose);
    const { s, q } = h;
    const [value, text, parameters] = choose.pick(PARTS);
    const unit = /percent|progress|ratio/.test(value) ? "%" : "";
    const others = ["Math.round", "Math.floor", "Math.ceil"].filter((one) => one !== call);
    const before = call !== "Math.round" && choose.chance(0.4) ? `${choose.pick(others)}(${text})` : text;
    const lines = choose.pick([
      [`return ${HERE}${s}`],
      [`const ${value} = ${HERE}${s}`, `return ${value}${s}`],
      [`const ${value} = ${HERE}${s}`, `return \`\${${value}}${unit}\`${s}`],
      [`const ${value} = ${HERE}${s}`, `label.textContent = \`${capitalized(value)}: \${${value}}\`${s}`],
      [`return { ${value}: ${HERE}, updatedAt: Date.now() }${s}`],
      [`const ${value} = ${HERE}${s}`, `console.log(${q}${value}${q}, ${value})${s}`, `return ${value}${s}`],
    ]);
    const fn = `${choose.pick(["get", "compute", "calculate", "to", "render", "show"])}${capitalized(value)}`;
    const digits = choose.between(2, 60);
    const slots = {
      value,
      wordsValue: inWords(value),
      // A number that is already rounded, though differently, has no decimals.
      ...(before === text
        ? { wordsBad: `${digits}.${choose.pick(["33333", "6666667", "5", "7", "25", "98"])}` }
        : {}),
    };
    return { ...linesScene(choose, h, { name: fn, parameters, lines }, before, `${call}(${text})`), slots };
  });
}

export const roundIt = rounded("round-value", "Math.round", {
  seen: [
    "round [it|the {wordsValue}]",
    "={wordsValue} shows [something like |]{wordsBad}, round it",
    "=it shows {wordsBad}, should be a whole number",
    "round {value} to [a whole number|the nearest integer]",
    "=[nobody needs|we don't need] decimals [here|in the {wordsValue}]",
    "=no decimals in the {wordsValue}[, please|]",
    "=whole numbers [only|please]",
    "=the {wordsValue} should be [rounded|a whole number]",
  ],
  unseen: [
    "=why do I see {wordsBad}, of all things?",
    "=everything behind the point is noise in the {wordsValue}",
  ],
  weight: 1.2,
});

export const roundDown = rounded("round-down-value", "Math.floor", {
  seen: [
    "round down",
    "round [it|the {wordsValue}] down",
    "=always round the {wordsValue} down",
    "=the {wordsValue} should be rounded down",
    "use Math.floor[| here| for {value}]",
    "=only count full {wordsValue}[, round down|]",
    "=round down, not [up|to the nearest]",
    "=it [gives|shows] {wordsBad}, round [it |]down",
  ],
  unseen: ["=a started one does not count yet in {wordsValue}"],
  weight: 1,
});

export const roundUp = rounded("round-up-value", "Math.ceil", {
  seen: [
    "round up",
    "round [it|the {wordsValue}] up",
    "=always round the {wordsValue} up",
    "=the {wordsValue} should be rounded up",
    "use Math.ceil[| here| for {value}]",
    "=round up to full {wordsValue}",
    "=round up, not [down|to the nearest]",
    "=it [gives|shows] {wordsBad}, round [it |]up",
  ],
  unseen: ["=a started one counts as a whole one in {wordsValue}"],
  weight: 1,
});

/** Handles an average or a share of nothing, by convention with a one-line guard at the top of the function. */
export const emptyAverage = composed(
  "empty-is-zero",
  {
    seen: [
      "=[average|the result] is NaN when {wordsList} is empty[, should be 0|]",
      "=NaN when there are no {wordsList}, [should be|return] 0",
      "return 0 [if|when] {list} is empty",
      "=the average of an empty {wordsList} list should be 0[, not NaN|]",
      "=with no {wordsList} [this|it] [divides by zero|gives NaN], 0 is [fine|right]",
      "=an empty [array|list] gives NaN, [I want|make it] 0",
      "=[should be|must be] 0 for an empty [array|list]",
      "handle empty {wordsList}, 0 in that case",
    ],
    unseen: [
      "=no {wordsList}, no average: zero then",
      "=0 / 0 is what happens at the very start, when nothing is in {list}",
    ],
    weight: 1.5,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { i, s } = h;
    const [noun = "", field = ""] = distinctNames(choose, 2);
    const list = choose.pick([
      `${noun}s`,
      "values",
      "numbers",
      "ratings",
      "scores",
      "reviews",
      "prices",
      "grades",
      "times",
      "samples",
      "nums",
      "votes",
    ]);
    const item = choose.pick(["n", "x", "value", "item", noun]);
    const isNumber = choose.chance(0.5);
    const of = isNumber
      ? item
      : `${item}.${choose.pick([field, "rating", "score", "price", "value", "amount"])}`;
    const sum = choose.pick(["sum", "total"]);
    const annotation = isNumber && choose.chance(0.5) ? ": number[]" : "";
    const divided = choose.pick([
      `${sum} / ${list}.length`,
      `${sum} / ${list}.length`,
      `Math.round(${sum} / ${list}.length)`,
      `Math.round((${sum} / ${list}.length) * 10) / 10`,
    ]);
    const reduce = `${list}.reduce((${sum === "sum" ? "acc" : "sum"}, ${item}) => ${sum === "sum" ? "acc" : "sum"} + ${of}, 0)`;
    const body = choose.pick([
      [`const ${sum} = ${reduce}${s}`, `return ${divided}${s}`],
      [`return ${reduce} / ${list}.length${s}`],
      [
        `let ${sum} = 0${s}`,
        `for (const ${item} of ${list}) {`,
        `${i}${sum} += ${of}${s}`,
        "}",
        `return ${divided}${s}`,
      ],
      [`let ${sum} = 0${s}`, `for (const ${item} of ${list}) ${sum} += ${of}${s}`, `return ${divided}${s}`],
    ]);
    const write = functionWriter(
      choose,
      h,
      choose.pick([
        "average",
        "mean",
        "avg",
        `average${capitalized(noun)}`,
        `get${capitalized(field)}Average`,
      ]),
      list + annotation,
    );
    return {
      before: write(body),
      after: write([`if (${list}.length === 0) return 0${s}`, ...body]),
      language: "ts",
      slots: { list, wordsList: inWords(list) },
    };
  },
);
