import { inWords } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { chooseStyle, distinctNames, functionWriter } from "../made-up.ts";

const LISTS =
  "scores prices ages numbers values sizes years ids amounts points ratings levels temperatures weights lengths counts durations salaries grades ports totals distances heights marks votes ranks nums".split(
    " ",
  );

/** Fixes numbers sorted as strings: `.sort()` gets an ascending comparison. */
export const sortAsNumbers = composed(
  "sort-as-numbers",
  {
    seen: [
      "=10 comes before 9",
      "=numeric sort[, please|]",
      "={wordsMany} [are sorted|sort] as strings[, fix that|]",
      "=numbers come out as 1, 10, 2[ ...|]",
      "=100 comes before 20[ in the sorted {wordsMany}|]",
      "sort {wordsMany} numerically",
      "sort [them|these|this] [numerically|as numbers][, not as strings|]",
      "=sort() compares strings, [these are|we have] numbers",
      "=the [order|sort] is alphabetical, [should be|needs to be] numeric",
      "use a numeric [sort|comparison|comparator]",
      "=the order of {wordsMany} is wrong, 9 comes after 10",
    ],
    unseen: ["=1000 ends up in front of 3", "=the default sort is no good for {wordsMany}"],
    weight: 1.4,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { i, s } = h;
    const list = choose.pick(LISTS);
    const [noun = "", other = ""] = distinctNames(choose, 2);
    const source = choose.pick([
      list,
      list,
      `[...${list}]`,
      `${noun}.${list}`,
      `Object.keys(${noun}).map(Number)`,
      `${list}.slice()`,
      `[...new Set(${list})]`,
    ]);
    const kept = choose.pick(["sorted", "copy", "ordered", "result", list === other ? "out" : other]);
    const parameter = source.includes(noun) ? noun : list;
    const annotation = parameter === list && choose.chance(0.35) ? ": number[]" : "";
    const write = functionWriter(
      choose,
      h,
      choose.pick([
        "median",
        "top",
        "getSorted",
        "order",
        "rank",
        "lowest",
        "summarize",
        "toSortedList",
        "percentile",
        "uniqueSorted",
        "print",
      ]),
      parameter + annotation,
    );
    const tail = choose.pick(["", `.slice(0, ${choose.between(2, 9)})`, `.join(", ")`, "[0]"]);
    const rest = choose.pick([
      [`return ${kept}[Math.floor(${kept}.length / 2)]${s}`],
      [`return ${kept}${s}`],
      [`return { min: ${kept}[0], max: ${kept}[${kept}.length - 1] }${s}`],
      [`console.log(${kept})${s}`],
      [`for (const n of ${kept}) {`, `${i}console.log(n)${s}`, `}`],
      [`return ${kept}.map((n) => n * 2)${s}`],
    ]);
    const form = choose.below(4);
    const body = (sort: string): string[] => {
      if (form === 0) return [`return ${source}${sort}${tail}${s}`];
      if (form === 1) return [`const ${kept} = ${source}${s}`, `${kept}${sort}${s}`, ...rest];
      return [`const ${kept} = ${source}${sort}${s}`, ...rest];
    };
    return {
      before: write(body(".sort()")),
      after: write(body(".sort((a, b) => a - b)")),
      language: "ts",
      slots: { wordsMany: parameter === list ? list : inWords(list), list },
    };
  },
);
