import { joinWords, VERBS } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { chooseStyle, distinctNames } from "../made-up.ts";
import { includesToSet } from "./loops.ts";

/** With the convention for real code: `const listSet = new Set(list);` at the top. */
export const filterBySet = composed(
  "filter-includes-to-set",
  {
    seen: [
      ...includesToSet.phrasings.seen,
      "optimize [this|it|this code]",
      "make [this|it] faster",
      "[improve|speed up] this",
    ],
    unseen: includesToSet.phrasings.unseen,
    weight: 1.5,
  },
  (choose) => {
    const { i, s } = chooseStyle(choose);
    const [noun = "", other = "", verb = ""] = distinctNames(choose, 3);
    const list = `${noun}s`;
    const known = choose.pick([`${other}s`, "allowed", "blocked", "ids", "excluded", "known", "selected"]);
    const item = choose.pick([noun, "item", "x"]);
    const key = choose.pick([item, `${item}.id`, `${item}.name`, `${item}.${verb}`]);
    const not = choose.pick(["", "", "!"]);
    const f = joinWords([choose.pick(VERBS), noun], "camel");
    const method = choose.pick(["filter", "filter", "some", "every"]);
    const write = (test: string, set: readonly string[]) =>
      [
        `function ${f}(${list}, ${known}) {`,
        ...set.map((line) => i + line),
        `${i}return ${list}.${method}((${item}) => ${not}${test}(${key}))${s}`,
        "}",
      ].join("\n");
    return {
      before: write(`${known}.includes`, []),
      after: write(`${known}Set.has`, [`const ${known}Set = new Set(${known})${s}`]),
      slots: { list: known },
    };
  },
);
