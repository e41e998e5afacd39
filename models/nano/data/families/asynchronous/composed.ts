import { capitalized } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { functionWriter, hand, names } from "../made-up.ts";

export const awaitInLoop = composed(
  "await-in-loop",
  {
    seen: [
      "run the [calls|requests] in parallel[| with Promise.all]",
      "use Promise.all[| instead of awaiting in the loop]",
      "=the [awaits|calls] in the loop run one after another, [use Promise.all|parallelize them]",
      "parallelize [this|the loop|the awaits]",
      "don't await in the loop, use Promise.all",
      "[speed this up|make this faster] with Promise.all",
    ],
    unseen: ["start all the work first and wait for it together"],
    weight: 0.8,
  },
  (choose) => {
    const h = hand(choose);
    const { i, s } = h;
    const [list = "", item = "", result = "", fn = "", call = "", extra = ""] = names(choose, 6);
    const plural = `${list}s`;
    const out = `${result}s`;
    const args = choose.chance(0.3) ? `${item}, ${extra}` : item;
    const parameters = args === item ? plural : `${plural}, ${extra}`;
    const write = functionWriter(choose, h, `load${capitalized(fn)}`, parameters);
    const viaName = choose.chance(0.5);
    const before = [
      `const ${out} = []${s}`,
      `for (const ${item} of ${plural}) {`,
      ...(viaName
        ? [`${i}const ${result} = await ${call}(${args})${s}`, `${i}${out}.push(${result})${s}`]
        : [`${i}${out}.push(await ${call}(${args}))${s}`]),
      "}",
      `return ${out}${s}`,
    ];
    const after = [`return Promise.all(${plural}.map((${item}) => ${call}(${args})))${s}`];
    return { before: write(before, true), after: write(after, true) };
  },
);
