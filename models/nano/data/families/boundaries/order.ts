import type { Choices } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { chooseStyle } from "../made-up.ts";
import { shell } from "./shell.ts";

/** A chain of conditions, in which a branch after a wider one is never reached. */
interface Ladder {
  readonly name: string;
  readonly subject: string;
  /** From narrowest to widest: [condition, result]. */
  readonly steps: readonly (readonly [test: string, result: string])[];
  readonly other: string;
  /** Returns an example for the narrow branch at that index. */
  readonly example: (at: number) => string;
}

const LEVELS: readonly (readonly [name: string, subject: string, unit: string, results: string])[] = [
  ["grade", "score", "", "A B C D"],
  ["rank", "points", " points", "gold silver bronze none"],
  ["sizeOf", "width", "", "large medium small tiny"],
  ["priceClass", "price", "", "premium regular cheap free"],
  ["ageGroup", "age", "", "senior adult teen child"],
  ["level", "xp", " xp", "master expert novice beginner"],
  ["speedLabel", "speed", "", "fast normal slow idle"],
  ["heat", "temperature", "", "hot warm mild cold"],
  ["discountFor", "total", "", "vip big small none"],
  ["loadLevel", "load", "", "critical high normal low"],
  ["badge", "visits", " visits", "legend regular guest stranger"],
  ["riskOf", "amount", "", "high medium low none"],
  ["riskLevel", "count", "", "severe moderate slight none"],
  ["windName", "knots", " knots", "storm gale breeze calm"],
];

const WORDS: readonly (readonly [a: number, b: number, words: string])[] = [
  [3, 5, "Fizz Buzz FizzBuzz"],
  [3, 5, "Fizz Buzz FizzBuzz"],
  [2, 3, "two three six"],
  [2, 5, "even five ten"],
  [3, 7, "Foo Bar FooBar"],
  [3, 4, "Ping Pong PingPong"],
  [2, 7, "Tick Tock TickTock"],
];

const ROUTES =
  "/api/admin /api|/users/new /users|/docs/v2 /docs|/shop/cart /shop|/blog/tags /blog|/app/settings /app";

function ladder(choose: Choices, q: string): Ladder {
  const kind = choose.below(10);
  const text = (one: string) => q + one + q;
  if (kind < 5) {
    const [name, subject, unit, results] = choose.pick(LEVELS);
    const [first = "", ...others] = results.split(" ");
    const all = [first, ...others];
    const count = choose.between(2, 3);
    const top = choose.pick(/age|heat/i.test(name) ? [60, 75, 80, 90] : [60, 80, 90, 100, 100, 500, 1000]);
    const gap = Math.round(top / 5);
    const sign = choose.pick([">=", ">=", ">"]);
    const limit = (at: number) => top - at * gap;
    return {
      name,
      subject,
      steps: all.slice(0, count).map((one, at) => [`${subject} ${sign} ${limit(at)}`, text(one)] as const),
      other: text(all[count] ?? "none"),
      example: (at) => `${limit(at) + choose.between(1, Math.min(gap - 1, 9))}${unit}`,
    };
  }
  if (kind < 8) {
    const [a, b, words] = choose.pick(WORDS);
    const [one = "", two = "", both = ""] = words.split(" ");
    const subject = choose.pick(["n", "i", "num", "n"]);
    const isProduct = choose.chance(0.6);
    const test = isProduct
      ? `${subject} % ${a * b} === 0`
      : `${subject} % ${a} === 0 && ${subject} % ${b} === 0`;
    return {
      name: choose.pick(["fizzBuzz", "label", "sayNumber", "wordFor"]),
      subject,
      steps: [
        [test, text(both)],
        [`${subject} % ${a} === 0`, text(one)],
        [`${subject} % ${b} === 0`, text(two)],
      ],
      other: `String(${subject})`,
      example: () => String(a * b * choose.pick([1, 1, 2, 3])),
    };
  }
  const [narrow = "", wide = ""] = choose.pick(ROUTES.split("|")).split(" ");
  const [, root = "", leaf = ""] = narrow.split("/");
  return {
    name: choose.pick(["sectionOf", "route", "pageFor", "areaOf"]),
    subject: "path",
    steps: [
      [`path.startsWith(${text(narrow)})`, text(leaf)],
      [`path.startsWith(${text(wide)})`, text(root)],
    ],
    other: text("home"),
    example: () => narrow,
  };
}

export const narrowFirst = composed(
  "narrow-branch-first",
  {
    seen: [
      "={wordsExample} must be {wordsRight}",
      "={wordsExample} shouldn't be {wordsWrong}",
      "=the order of the [checks|ifs|conditions] is wrong",
      "={wordsExample} [gives|returns|is] {wordsWrong} instead of {wordsRight}",
      "=I get {wordsWrong} for {wordsExample}, should be {wordsRight}",
      "={wordsExample} should [be|give] {wordsRight}, [not {wordsWrong}|but is {wordsWrong}]",
      "={wordsRight} [is never reached|never comes out|never happens]",
      "=it never [gets to|returns|reaches] {wordsRight}",
      "=the branch for {wordsRight} [is unreachable|can't be reached|never runs]",
      "=the order of the [checks|ifs|conditions] is wrong, {wordsRight} [has to|must|should] come first",
      "check for {wordsRight} [first|before {wordsWrong}]",
      "move the {wordsRight} check [up|before {wordsWrong}|above {wordsWrong}]",
      "=why do I never [see|get] {wordsRight}?",
    ],
    unseen: [
      "=the wider test swallows {wordsRight}",
      "=nobody ever gets {wordsRight}, it's always {wordsWrong} before",
    ],
    weight: 1.1,
  },
  (choose) => {
    // By convention, the narrow branch goes directly above the one that shadows it.
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const { name, subject, steps, other, example } = ladder(choose, q);
    const wrong = steps.slice();
    const [moved] = wrong.splice(0, 1);
    if (moved === undefined) throw new Error("there is no step");
    wrong.splice(choose.between(1, wrong.length), 0, moved);
    const isLogged = choose.chance(0.25);
    const out = (result: string) => (isLogged ? `console.log(${result})${s}` : `return ${result}${s}`);
    const form = isLogged ? choose.pick([1, 2]) : choose.below(4);
    const write = shell(choose, h, { name, parameters: subject });
    const lines = (all: typeof steps): string[] => {
      if (form === 0) return [...all.map(([test, result]) => `if (${test}) ${out(result)}`), out(other)];
      if (form === 3)
        return [...all.flatMap(([test, result]) => [`if (${test}) {`, i + out(result), "}"]), out(other)];
      return [
        ...all.flatMap(([test, result], n) => [`${n === 0 ? "" : "} else "}if (${test}) {`, i + out(result)]),
        "} else {",
        i + out(other),
        "}",
      ];
    };
    const plain = (one: string) => one.replaceAll(q, "");
    return {
      before: write(lines(wrong)),
      after: write(lines(steps)),
      slots: {
        wordsExample: example(0),
        wordsRight: plain(moved[1]),
        wordsWrong: plain(steps[1]?.[1] ?? ""),
      },
    };
  },
);
