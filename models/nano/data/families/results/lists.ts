import type { Sample } from "../../syntax/index.ts";
import { type Answer, holdsObjects } from "./answer.ts";
import { method, resultFamilies } from "./family.ts";
import { FIGURES, THINGS, thingsWith, WORDS } from "./made-up.ts";

function isList({ kind, text }: Answer): boolean {
  return /^(texts|numbers|list)$/.test(kind ?? "") && text !== "[]" && !/\.(sort|reverse|slice)\(/.test(text);
}

/** Whether the list is neither a literal nor a table of fixed places, and not sorted yet. */
function isOpen(sample: Sample, { text }: Answer): boolean {
  return !(text.startsWith("[") && !text.startsWith("[...")) && !/\bsort|\bslice\(/.test(sample.code);
}

/** Strings only: `sort()` of numbers would be a mistake. */
export const sortResult = resultFamilies({
  name: "sort-result",
  wording: {
    seen: [
      "sort the [result|return value|returned array]",
      "sort the result alphabetically",
      "return [the result|it] sorted",
      "return a sorted [array|list]",
      "=the result should be [sorted|in alphabetical order]",
      "return them [alphabetically|in alphabetical order|sorted]",
      "call sort on the [result|return value]",
      "return {value} sorted",
      "sort {value} before returning [it|them]",
      "=sort what [it|this] returns",
    ],
    unseen: [
      "what comes back ought to go from a to z",
      "put the strings in order before they are handed out",
    ],
    weight: 0.7,
  },
  put: method(() => ".sort()"),
  fits: (sample, answer) =>
    answer.kind === "texts" &&
    isList(answer) &&
    isOpen(sample, answer) &&
    !/Symbol|\.(shift|unshift|splice|pop)\(/.test(sample.code),
  shapes: () => WORDS,
});

export const sortNumbers = resultFamilies({
  name: "sort-numbers",
  wording: {
    seen: [
      "sort the [result|return value] numerically",
      "sort the numbers[| before returning them]",
      "return the numbers [sorted|in ascending order|from smallest to largest]",
      "sort the result [ascending|in ascending order] by number",
      "=the result should be sorted numerically",
      "return {value} sorted numerically",
      "sort the result from [smallest to largest|lowest to highest]",
      "=smallest number first",
      "=the numbers should [be|come] in ascending order",
    ],
    unseen: ["the lowest figure has to come first in what is returned"],
    weight: 0.35,
  },
  put: method(() => ".sort((a, b) => a - b)"),
  shapes: () => FIGURES,
});

export const sortNumbersDown = resultFamilies({
  name: "sort-numbers-descending",
  wording: {
    seen: [
      "sort the [result|return value] numerically[,| in] descending[| order]",
      "sort the numbers [descending|in descending order]",
      "return the numbers [in descending order|from largest to smallest]",
      "=the numbers should [be|come] in descending order",
      "return {value} sorted numerically, descending",
      "sort the result from [largest to smallest|highest to lowest]",
      "=largest number first",
      "sort the [result|return value] with the largest first",
    ],
    unseen: ["the highest figure has to come first in what is returned"],
    weight: 0.35,
  },
  put: method(() => ".sort((a, b) => b - a)"),
  shapes: () => FIGURES,
});

/** Properties that are numbers by name, and properties that are strings. */
const NUMERIC =
  "price age count score size total amount year rank priority weight height width length order index position quantity rating distance duration timestamp createdAt updatedAt cost level votes points balance stock likes views".split(
    " ",
  );
const TEXTUAL =
  "name title label lastName firstName email city country key slug username category description path author surname displayName brand text fileName".split(
    " ",
  );

/** By a property whose name says that it is a number: `a.price - b.price`. */
export const sortBy = resultFamilies({
  name: "sort-by",
  wording: {
    seen: [
      "sort the [result|return value] by {property}",
      "sort by {property}",
      "return [the result|it|them] sorted by {property}",
      "order [the result|them] by {property}",
      "=the result should be sorted by {property}",
      "sort the [result|returned array] by {property}[,| in] ascending[| order]",
      "sort [the result|them] by {property}, [lowest|smallest] first",
      "return [a|an array] sorted by {property}",
      "sort what [it|this] returns by {property}",
    ],
    unseen: ["let {property} decide the order of what comes back"],
    weight: 0.5,
  },
  draw: (choose) => ({ property: choose.pick(NUMERIC) }),
  put: method(({ property }) => `.sort((a, b) => a.${property} - b.${property})`),
  shapes: ({ property = "" }) => thingsWith(property),
});

export const sortByDown = resultFamilies({
  name: "sort-by-descending",
  wording: {
    seen: [
      "sort the [result|return value] by {property}[,| in] descending[| order]",
      "sort by {property} descending",
      "return [the result|it|them] sorted by {property}, [highest|largest] first",
      "order [the result|them] by {property}, descending",
      "=the result should be sorted by {property}[,| in] descending[| order]",
      "sort [the result|them] by {property}, [highest|largest|biggest] first",
      "sort the result by descending {property}",
      "=the one with the [highest|largest] {property} should come first",
    ],
    unseen: ["whatever has most {property} goes to the front of what comes back"],
    weight: 0.5,
  },
  draw: (choose) => ({ property: choose.pick(NUMERIC) }),
  put: method(({ property }) => `.sort((a, b) => b.${property} - a.${property})`),
  shapes: ({ property = "" }) => thingsWith(property),
});

/** By a string property: `localeCompare`. */
export const sortByText = resultFamilies({
  name: "sort-by-text",
  wording: {
    seen: [
      "sort the [result|return value] by {property}",
      "sort by {property}[ alphabetically|]",
      "return [the result|it|them] sorted by {property}",
      "order [the result|them] [alphabetically |]by {property}",
      "=the result should be sorted [alphabetically |]by {property}",
      "sort the [result|returned array] alphabetically by {property}",
      "sort [the result|them] by {property}, from a to z",
      "sort the result by {property} with localeCompare",
      "sort what [it|this] returns by {property}",
    ],
    unseen: ["let {property} decide, like in a phone book, how what comes back is arranged"],
    weight: 0.5,
  },
  draw: (choose) => ({ property: choose.pick(TEXTUAL) }),
  put: method(({ property }) => `.sort((a, b) => a.${property}.localeCompare(b.${property}))`),
  shapes: ({ property = "" }) => thingsWith(property),
});

export const reverseResult = resultFamilies({
  name: "reverse-result",
  wording: {
    seen: [
      "reverse the [result|return value|returned array]",
      "return [the result|it|them] reversed",
      "return [the result|them] in [reverse|reversed|the opposite] order",
      "return the [array|list] [reversed|backwards]",
      "=the result should be [reversed|in reverse order]",
      "call reverse on the [result|return value]",
      "return {value} reversed",
      "reverse {value} before returning [it|them]",
      "=reverse what [it|this] returns",
      "reverse the order of the [result|returned items]",
    ],
    unseen: ["hand the list out back to front", "in what comes back the last one has to be the first"],
    weight: 0.6,
  },
  put: method(() => ".reverse()"),
  fits: (sample, answer) => isList(answer) && isOpen(sample, answer) && !/reverse/.test(sample.code),
  shapes: () => [...THINGS, ...WORDS, ...FIGURES],
});

export const limitResult = resultFamilies({
  name: "limit-result",
  wording: {
    seen: [
      "return only the first {count}[| items| elements| entries| results]",
      "limit the [result|return value] to {count}[| items| elements| entries]",
      "[keep|take] [only |]the first {count}[| of them| items]",
      "return at most {count}[| items| elements| entries| results]",
      "=the result should have [at most|no more than] {count} [items|elements|entries]",
      "slice the result to the first {count}",
      "=only the first {count}[| items| results]",
      "return the first {count} of {value}",
      "limit {value} to {count} [items|elements|entries]",
      "cut the result off after {count} [items|elements|entries]",
    ],
    unseen: ["nobody needs more than {count} of those, hand out the ones at the front"],
    weight: 0.7,
  },
  draw: (choose) => ({ count: String(choose.pick([2, 3, 4, 5, 5, 6, 8, 10, 10, 12, 20, 25, 50, 100, 500])) }),
  put: method(({ count }) => `.slice(0, ${count})`),
  fits: (sample, answer) => isList(answer) && isOpen(sample, answer),
  shapes: () => [...THINGS, ...WORDS, ...FIGURES],
});

export const uniqueResult = resultFamilies({
  name: "unique-result",
  wording: {
    seen: [
      "return [the result|it|them] without duplicates",
      "remove [the |]duplicates from the [result|return value]",
      "=the result should [have|contain] no duplicates",
      "[deduplicate|dedupe] the [result|return value]",
      "make the result unique",
      "return [only |]unique [values|items|elements]",
      "return {value} without duplicates",
      "remove duplicates from {value} before returning [it|them]",
      "=no duplicates in the [result|return value]",
      "use a Set to [remove|drop] the duplicates from the result",
    ],
    unseen: [
      "whatever is in there twice should come back once",
      "each of them may appear but once in what is returned",
    ],
    weight: 0.7,
  },
  put: () => ["[...new Set(", ")]"],
  fits: (sample, answer) =>
    isList(answer) &&
    isOpen(sample, answer) &&
    !holdsObjects(sample, answer) &&
    !/Object\.keys|Array\.from|\bSet\b|uniq/.test(sample.code),
  // An object's keys are already unique.
  shapes: () => [...WORDS, ...FIGURES].filter((shape) => shape !== WORDS[1]),
});
