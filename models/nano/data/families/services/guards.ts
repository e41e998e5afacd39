import { type Choices, wordsOf } from "../../choices/index.ts";
import { family } from "../family.ts";
import {
  canReturnValue,
  createsElements,
  plainParameters,
  plainValues,
  withGuardAtTop,
} from "../guarding.ts";

/** A parameter's condition and its wording. */
interface Said {
  readonly test: string;
  readonly words: string;
  readonly type: string;
}

/** Returns a condition of a parameter. If it has a type, the condition is one that the type does not exclude. */
function saidTest(choose: Choices, name: string, type?: string): Said | undefined {
  const n = choose.pick([0, 0, 1, 1, 2, 3, 10, 18, 100, 255, 1000]);
  const all: Said[] = [
    {
      test: `${name} < ${n}`,
      words: choose.pick([
        `${name} is less than ${n}`,
        `${name} is below ${n}`,
        `${name} is smaller than ${n}`,
      ]),
      type: "RangeError",
    },
    {
      test: `${name} > ${n}`,
      words: choose.pick([
        `${name} is greater than ${n}`,
        `${name} is above ${n}`,
        `${name} is more than ${n}`,
        `${name} exceeds ${n}`,
      ]),
      type: "RangeError",
    },
    {
      test: `${name} <= 0`,
      words: choose.pick([`${name} is zero or less`, `${name} isn't positive`]),
      type: "RangeError",
    },
    {
      test: `${name} < 0`,
      words: choose.pick([`${name} is negative`, `${name} is less than zero`]),
      type: "RangeError",
    },
    { test: `${name} === 0`, words: choose.pick([`${name} is zero`, `${name} is 0`]), type: "RangeError" },
    {
      test: `!Number.isInteger(${name})`,
      words: choose.pick([`${name} is not an integer`, `${name} isn't a whole number`]),
      type: "RangeError",
    },
    {
      test: `!Array.isArray(${name})`,
      words: choose.pick([`${name} is not an array`, `${name} isn't an array`]),
      type: "TypeError",
    },
    {
      test: `typeof ${name} !== "string"`,
      words: choose.pick([`${name} is not a string`, `${name} isn't a string`]),
      type: "TypeError",
    },
    {
      test: `typeof ${name} !== "number"`,
      words: choose.pick([`${name} is not a number`, `${name} isn't a number`]),
      type: "TypeError",
    },
    {
      test: `typeof ${name} !== "function"`,
      words: choose.pick([`${name} is not a function`, `${name} isn't a function`]),
      type: "TypeError",
    },
    { test: `${name}.length === 0`, words: `${name} is empty`, type: "Error" },
    {
      test: `!${name}`,
      words: choose.pick([
        `${name} is missing`,
        `there is no ${name}`,
        `there's no ${name}`,
        `${name} is not given`,
      ]),
      type: "Error",
    },
    { test: `${name} === null`, words: `${name} is null`, type: "Error" },
    { test: `${name} === undefined`, words: `${name} is undefined`, type: "Error" },
  ];
  if (type === undefined) return choose.pick(all);
  if (type === "number") return choose.pick(all.slice(0, 6));
  if (type === "string") return choose.pick(all.slice(10, 12));
  return choose.pickIfAny(
    type.endsWith("[]") ? all.slice(10, 11) : /\b(null|undefined)\b/.test(type) ? all.slice(11, 12) : [],
  );
}

/** Returns an error message for a bad parameter. */
function complaint(choose: Choices, name: string, test: string): string {
  const words = wordsOf(name).join(" ") || name;
  const kind = /typeof \w+ !== "(\w+)"/.exec(test)?.[1];
  if (kind !== undefined)
    return choose.pick([`${name} must be a ${kind}`, `expected a ${kind}`, `Invalid ${words}`]);
  if (test.includes("isArray"))
    return choose.pick([`${name} must be an array`, "expected an array", `Invalid ${words}`]);
  if (test.includes("isInteger"))
    return choose.pick([`${name} must be an integer`, `${name} must be a whole number`, `Invalid ${words}`]);
  if (test.includes(".length")) return choose.pick([`${name} must not be empty`, `${words} is empty`]);
  if (/=== (?:null|undefined)|^!/.test(test))
    return choose.pick([
      `${name} is required`,
      `Missing ${words}`,
      `no ${words} given`,
      `${words} is missing`,
      `Expected ${words}`,
    ]);
  if (test.includes("=== 0")) return choose.pick([`${name} must not be zero`, `Invalid ${words}`]);
  if (test.endsWith("<= 0")) return choose.pick([`${name} must be positive`, `Invalid ${words}`]);
  return choose.pick([
    `${name} out of range`,
    `Invalid ${words}`,
    test.includes(" > ") ? `${words} is too large` : `${words} is too small`,
  ]);
}

export const throwInWords = family(
  "throw-in-words",
  {
    seen: [
      "throw [a |]{type} {text} [if|when] {wordsTest}",
      "=should throw a {type} {text} when {wordsTest}",
      "=if {wordsTest}, throw a {type} [with [the message |]|saying |]{text}",
      "=it should fail with a {type} {text} if {wordsTest}",
      "throw an error {textOnly} [if|when] {wordsTest}",
      "throw {textOnly} [if|when] {wordsTest}",
      "=if {wordsTest} throw {textOnly}",
      "=should throw {textOnly} when {wordsTest}",
      "=complain with {textOnly} [if|when] {wordsTest}",
    ],
    unseen: [
      "{wordsTest}? then that's a {type}, {text}",
      "nobody may call this when {wordsTest}: {textOnly}",
    ],
    weight: 1.5,
  },
  (sample, choose) => {
    const parameter = choose.pickIfAny(plainParameters(sample));
    if (parameter === undefined) return undefined;
    const { name } = parameter;
    const said = saidTest(choose, name, parameter.type);
    if (said === undefined) return undefined;
    const { quote } = sample.style;
    const isTold = choose.chance(0.6) && said.type !== "Error";
    const type = isTold ? said.type : "Error";
    const text = complaint(choose, name, said.test);
    const test = said.test.replaceAll('"', quote);
    const slots = isTold ? { type, text, wordsTest: said.words } : { textOnly: text, wordsTest: said.words };
    return withGuardAtTop(sample, test, `throw new ${type}(${quote}${text}${quote})`, slots);
  },
);

export const returnInWords = family(
  "return-in-words",
  {
    seen: [
      "return {value} [if|when] {wordsTest}",
      "=should be {value} [if|when] {wordsTest}",
      "=should return {value} when {wordsTest}",
      "=if {wordsTest}, return {value}",
      "=if {wordsTest} just return {value}",
      "=it crashes [if|when] {wordsTest}, return {value} then",
      "={value} when {wordsTest}",
      "=when {wordsTest} it should give {value}",
    ],
    unseen: ["{wordsTest}: that's {value}, nothing else"],
    weight: 1.5,
  },
  (sample, choose) => {
    const parameter = choose.pickIfAny(plainParameters(sample));
    if (parameter === undefined || !canReturnValue(sample.main?.fn) || createsElements(sample))
      return undefined;
    const said = saidTest(choose, parameter.name, parameter.type);
    if (said === undefined) return undefined;
    const { quote } = sample.style;
    const value = choose.pick(plainValues(quote));
    return withGuardAtTop(sample, said.test.replaceAll('"', quote), `return ${value}`, {
      value,
      wordsTest: said.words,
    });
  },
);
