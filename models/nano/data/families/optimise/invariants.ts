import { joinWords, VERBS } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { chooseStyle, distinctNames, functionWriter } from "../made-up.ts";

/** With made-up code: loop-invariant lines are rare in real code, and hard to prove. */
export const hoistExpression = composed(
  "hoist-out-of-loop",
  {
    seen: [
      "move [the line |]{line} out of the loop",
      "hoist {line} out of the loop",
      "={line} does not depend on the loop, move it [out|before the loop]",
      "compute {line} once[,| before the loop]",
      "take {line} out of the loop",
    ],
    unseen: ["{line} is the same on every round, so do it before"],
    weight: 1.5,
  },
  (choose) => {
    // By convention, the line goes directly before the loop.
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const [noun = "", name = "", rate = "", field = "", other = ""] = distinctNames(choose, 5);
    const list = `${noun}s`;
    const k = choose.between(2, 99);
    const [given, value] = choose.pick([
      [rate, `${rate} * ${k}`],
      [rate, `${rate} / 100`],
      [rate, `1 - ${rate}`],
      [rate, `Math.max(${rate}, ${k})`],
      [rate, `Math.sqrt(${rate})`],
      ["options", `options.${rate}`],
      ["options", `options.${rate} ?? ${k}`],
      ["config", `config.${rate}.${other}`],
      [rate, `${rate}.toLowerCase()`],
      [rate, `new Set(${rate})`],
      [rate, `${rate}.length - 1`],
      [`${rate}, ${other}`, `${rate} + ${other}`],
      [`${rate}, ${other}`, `${rate} * ${other}`],
      [rate, `${q}${other}-${q} + ${rate}`],
    ] as const);
    const line = `const ${name} = ${value}`;
    const isText = value.includes("toLowerCase") || value.startsWith(q);
    const isSet = value.startsWith("new Set");
    const isIndexed = choose.chance(0.35);
    const item = isIndexed ? `${list}[i]` : noun;
    const [start, rest, end] = choose.pick<readonly [string, readonly string[], string]>(
      isSet
        ? [
            ["const result = []", [`if (${name}.has(${item})) result.push(${item})`], "return result"],
            ["let count = 0", [`if (!${name}.has(${item}.${field})) count++`], "return count"],
          ]
        : isText
          ? [
              ["const result = []", [`result.push(${name} + ${item})`], "return result"],
              ["let count = 0", [`if (${item}.${field} === ${name}) count++`], "return count"],
              ['let text = ""', [`text += ${name} + ${item}.${field}`], "return text"],
            ]
          : [
              ["let total = 0", [`total += ${item} * ${name}`], "return total"],
              ["let total = 0", [`total += ${item}.${field} - ${name}`], "return total"],
              ["const result = []", [`result.push(${item} + ${name})`], "return result"],
              ["let count = 0", [`if (${item} > ${name}) count++`], "return count"],
              [
                "const result = []",
                [`if (${item}.${field} < ${name}) {`, `${i}result.push(${item})`, "}"],
                "return result",
              ],
              ["", [`${item}.${field} = ${name}`], ""],
              ["", [`console.log(${item}, ${name})`], ""],
            ],
    );
    const before = choose.chance(0.25) ? [`if (!${item}) continue`] : [];
    const head = isIndexed
      ? `for (let i = 0; i < ${list}.length; i++) {`
      : `for (const ${noun} of ${list}) {`;
    const ended = (one: string) => (/[{}]$/.test(one) ? one : `${one}${s}`);
    const first = start === "" ? [] : [ended(start)];
    const isAfter = choose.chance(0.3);
    const inLoop = isAfter ? [...before, line, ...rest] : [line, ...before, ...rest];
    const loop = (body: readonly string[]) => [head, ...body.map((one) => i + ended(one)), "}"];
    const last = end === "" ? [] : [ended(end)];
    const write = functionWriter(
      choose,
      h,
      joinWords([choose.pick(VERBS), noun], "camel"),
      `${list}, ${given}`,
    );
    return {
      before: write([...first, ...loop(inLoop), ...last]),
      after: write([...first, ended(line), ...loop([...before, ...rest]), ...last]),
      slots: { line },
    };
  },
);
