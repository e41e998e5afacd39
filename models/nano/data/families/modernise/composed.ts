import { type Choices, capitalized } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { chooseStyle, distinctNames, functionWriter } from "../made-up.ts";
import { optionalChaining } from "./operators.ts";

export const longOptionalChain = composed(
  "optional-chain-plain",
  { ...optionalChaining.phrasings, weight: 1.5 },
  (choose) => {
    const h = chooseStyle(choose);
    const { i, s } = h;
    const path = distinctNames(choose, choose.between(2, 4));
    const call = choose.chance(0.3) ? "()" : "";
    const checked = path.map((_, index) => path.slice(0, index + 1).join(".")).join(" && ") + call;
    const chained = `${path.join("?.")}${call}`;
    const use = usage(choose, i, s);
    const write = functionWriter(choose, h, `get${capitalized(path.at(-1) ?? "")}`, path[0] ?? "value");
    return { before: write(use(checked)), after: write(use(chained)) };
  },
);

function usage(choose: Choices, i: string, s: string): (expression: string) => string[] {
  switch (choose.below(4)) {
    case 0:
      return (expression) => [`return ${expression}${s}`];
    case 1:
      return (expression) => [`const value = ${expression}${s}`, `return value || null${s}`];
    case 2:
      return (expression) => [`if (${expression}) {`, `${i}return true${s}`, "}", `return false${s}`];
    default:
      return (expression) => [`notify(${expression})${s}`];
  }
}
