import { capitalized } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { chooseStyle, distinctNames } from "../made-up.ts";
import { HERE, linesScene, markupScene } from "./parts.ts";

/** Adds 1 to months, which count from 0, in parentheses if more is added. */
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
    const h = chooseStyle(choose);
    const { s, q } = h;
    const [noun = ""] = distinctNames(choose, 1);
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

/** Pads one part of a text to two digits: `String(x).padStart(2, "0")`. */
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
    const h = chooseStyle(choose);
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

const COUNTED =
  "comment item file order result message user day point like error vote photo review minute guest task seat follower ticket warning view hour product note member night step track invite".split(
    " ",
  );

/** Fixes `1 comments`: the word depends on the count, in markup or in a text. */
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
    const h = chooseStyle(choose);
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

/** Groups the digits of large numbers in texts: `.toLocaleString()`. */
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
    const h = chooseStyle(choose);
    const { s } = h;
    const value = choose.pick(
      "population views downloads followers total likes revenue users visits subscribers stars points votes budget distance steps".split(
        " ",
      ),
    );
    const [noun = ""] = distinctNames(choose, 1);
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
