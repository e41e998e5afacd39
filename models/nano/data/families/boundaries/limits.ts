import { type Choices, capitalized, inWords, joinWords, wordsOf } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { type CodeStyle, chooseStyle, plural } from "../made-up.ts";
import { type Measure, measureOf } from "./measures.ts";
import { aside, shell } from "./shell.ts";

/** Returns [operator that keeps the limit, operator that breaks it], with the limit included or not. */
function operators(kind: Measure["kind"], isIncluded: boolean): [string, string] {
  if (kind === "least") return isIncluded ? [">=", "<"] : [">", "<="];
  return isIncluded ? ["<=", ">"] : ["<", ">="];
}

function compose(choose: Choices, toIncluded: boolean) {
  const measure = measureOf(choose);
  const h = chooseStyle(choose);
  const { owner, name, kind } = measure;
  const n = choose.pick(measure.limits);
  const isOwned = owner !== undefined && (name === "length" || choose.chance(0.65));
  const subject = isOwned ? `${owner}.${name}` : name;
  const constant =
    joinWords(
      [kind === "least" ? "min" : "max", ...wordsOf(name === "length" && owner ? owner : name)],
      "constant",
    ) + (measure.written ? "_BYTES" : "");
  const isNamed = measure.written !== undefined || choose.chance(0.3);
  const bound = isNamed ? constant : String(n);
  const above = isNamed ? [`const ${constant} = ${measure.written?.(n) ?? n}${h.s}`] : [];
  const body = bodyFor(choose, h, measure, { owner: isOwned ? owner : undefined, subject, bound });
  const write = shell(
    choose,
    h,
    { name: body.name, parameters: body.parameters, above },
    choose.chance(0.3) ? [aside(choose, h)] : [],
  );
  const wide =
    kind === "least"
      ? [`${measure.limit(n)} or more`, `${measure.limit(n)} and up`, `at least ${measure.limit(n)}`]
      : [
          `${measure.limit(n)} or less`,
          `up to and including ${measure.limit(n)}`,
          `at most ${measure.limit(n)}`,
        ];
  const narrow =
    kind === "least"
      ? [`more than ${measure.limit(n)}`, `over ${measure.limit(n)}`]
      : [`less than ${measure.limit(n)}`, `under ${measure.limit(n)}`];
  return {
    before: write(body.lines(...operators(kind, !toIncluded))),
    after: write(body.lines(...operators(kind, toIncluded))),
    slots: {
      wordsCase: choose.pick(measure.cases(n)),
      wordsLimit: measure.limit(n),
      wordsPass: choose.pick(measure.passes),
      wordsFail: choose.pick(measure.fails),
      wordsName: inWords(name === "length" && owner ? owner : name),
      wordsRange: choose.pick(toIncluded ? wide : narrow),
      wordsWrong: choose.pick(toIncluded ? narrow : wide),
    },
  };
}

interface Place {
  readonly owner: string | undefined;
  readonly subject: string;
  readonly bound: string;
}

type Lines = (keeps: string, breaks: string) => string[];

/** Returns a body that tests the limit, with the condition that keeps it or the one that breaks it. */
function bodyFor(
  choose: Choices,
  { i, s, q }: CodeStyle,
  measure: Measure,
  { owner, subject, bound }: Place,
) {
  const parameter = owner ?? measure.name;
  const ask = { name: choose.pick(measure.asks), parameters: parameter };
  const verb = choose.pick(["check", "handle", "process", "validate"]);
  const act = { name: `${verb}${capitalized(parameter)}`, parameters: parameter };
  const also = choose.pick([`${parameter}Enabled`, `!isLocked(${parameter})`, "isOpen", "!closed"]);
  const list = plural(parameter);
  const one = parameter[0] ?? "x";
  const forms: readonly [{ name: string; parameters: string }, Lines][] = [
    [ask, (keeps) => [`return ${subject} ${keeps} ${bound}${s}`]],
    [ask, (keeps) => [`return ${subject} ${keeps} ${bound} && ${also}${s}`]],
    [ask, (keeps) => [`if (${subject} ${keeps} ${bound}) {`, `${i}return true${s}`, "}", `return false${s}`]],
    [ask, (keeps) => [`return ${subject} ${keeps} ${bound} ? true : false${s}`]],
    [ask, (keeps) => [`const ok = ${subject} ${keeps} ${bound}${s}`, `return ok && ${also}${s}`]],
    [ask, (_, breaks) => [`if (${subject} ${breaks} ${bound}) return false${s}`, `return ${also}${s}`]],
    [
      ask,
      (_, breaks) => [`if (${subject} ${breaks} ${bound}) {`, `${i}return false${s}`, "}", `return true${s}`],
    ],
    [
      act,
      (_, breaks) => [
        `if (${subject} ${breaks} ${bound}) {`,
        `${i}throw new Error(${q}${measure.complaint}${q})${s}`,
        "}",
        `return save(${parameter})${s}`,
      ],
    ],
    [
      act,
      (_, breaks) => [
        `if (${subject} ${breaks} ${bound}) return { ok: false, error: ${q}${measure.complaint}${q} }${s}`,
        `return { ok: true }${s}`,
      ],
    ],
    [
      act,
      (keeps) => [
        `if (${subject} ${keeps} ${bound}) {`,
        `${i}return ${q}ok${q}${s}`,
        "} else {",
        `${i}return ${q}${measure.complaint}${q}${s}`,
        "}",
      ],
    ],
    ...(owner === undefined
      ? []
      : ([
          [
            { name: `${choose.pick(["find", "filter", "select"])}${capitalized(list)}`, parameters: list },
            (keeps) => [`return ${list}.filter((${one}) => ${one}.${measure.name} ${keeps} ${bound})${s}`],
          ],
          [
            {
              name: `${choose.pick(["collect", "accepted", "valid"])}${capitalized(list)}`,
              parameters: list,
            },
            (_, breaks) => [
              `const result = []${s}`,
              `for (const ${owner} of ${list}) {`,
              `${i}if (${subject} ${breaks} ${bound}) continue${s}`,
              `${i}result.push(${owner})${s}`,
              "}",
              `return result${s}`,
            ],
          ],
        ] satisfies [{ name: string; parameters: string }, Lines][])),
  ];
  const [head, lines] = choose.pick(forms);
  return { ...head, lines };
}

export const includeLimit = composed(
  "include-limit",
  {
    seen: [
      "={wordsCase} should {wordsPass} [too|as well]",
      "let {wordsCase} {wordsPass} [too|as well]",
      "={wordsLimit} itself should {wordsPass} too",
      "include {wordsLimit} [itself|too|as well]",
      "=exactly {wordsLimit} is still [fine|ok|allowed]",
      "=it's {wordsRange}, not just {wordsWrong}",
      "make {wordsLimit} [count|pass] too",
      "=I'd expect {wordsCase} to {wordsPass}",
      "=the {wordsName} can be {wordsRange}",
      "={wordsRange}",
      "=the {wordsName} limit should be inclusive",
    ],
    unseen: ["shouldn't {wordsCase} {wordsPass}?", "off by one: the rule says {wordsRange}"],
    weight: 1.6,
  },
  (choose) => compose(choose, true),
);

export const excludeLimit = composed(
  "exclude-limit",
  {
    seen: [
      "={wordsCase} should {wordsFail}",
      "=exactly {wordsLimit} should {wordsFail}",
      "exclude {wordsLimit} itself",
      "=it has to be {wordsRange}, not {wordsWrong}",
      "only accept {wordsRange}",
      "=I'd expect {wordsCase} to {wordsFail}",
      "=the {wordsName} must be {wordsRange}",
      "=don't let {wordsCase} {wordsPass}",
      "={wordsLimit} shouldn't {wordsPass}",
      "=the {wordsName} limit should be exclusive",
    ],
    unseen: [
      "I don't think {wordsCase} should {wordsPass}",
      "the rule says {wordsRange}, {wordsLimit} is out",
    ],
    weight: 0.9,
  },
  (choose) => compose(choose, false),
);
