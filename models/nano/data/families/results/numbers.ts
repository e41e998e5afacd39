import type { Sample } from "../../syntax/index.ts";
import { type Answer, isDocumented } from "./answer.ts";
import { resultFamilies } from "./family.ts";
import { FRACTIONS } from "./made-up.ts";

/** Whether a number may have decimals and is not rounded yet. */
function isUnrounded(sample: Sample, { kind, text }: Answer): boolean {
  const isWhole =
    /\.(length|size)\b|Math\.(round|floor|ceil|trunc|min|max)|toFixed|parseInt|[iI]ndex|charCode|[|~<>&^]|0x|[bB]ig|[rR]ound/;
  return (
    kind === "number" &&
    /[*/]|parseFloat|Math\.|^\w+$/.test(text) &&
    !isWhole.test(text) &&
    isUsed(sample, text)
  );
}

/** Whether the answer is not rounded elsewhere, if it is a variable. */
function isUsed(sample: Sample, text: string): boolean {
  return !/^\w+$/.test(text) || !/Math\.(round|floor|ceil|trunc)|toFixed|parseInt/.test(sample.code);
}

export const roundResult = resultFamilies({
  name: "round-result",
  wording: {
    seen: [
      "round the [result|return value]",
      "round the result to [an integer|the nearest integer|a whole number]",
      "return a rounded [value|number|result]",
      "[use Math.round on|apply Math.round to] the [result|return value]",
      "round what [it|this|the function] returns",
      "=the result should be [rounded|an integer, round it]",
      "wrap the result in Math.round",
      "return {value} rounded",
      "round {value} when [returning it|it is returned]",
      "=it should return a [rounded|whole] number",
    ],
    unseen: [
      "nobody wants decimals here: give back the closest integer",
      "Math.round around what comes back",
    ],
    weight: 0.6,
  },
  put: () => ["Math.round(", ")"],
  fits: isUnrounded,
  shapes: () => FRACTIONS,
});

/** By convention, the result is a number again: `Number(value.toFixed(digits))`. */
export const roundDecimals = resultFamilies({
  name: "round-decimals",
  wording: {
    seen: [
      "round the [result|return value] to {digits} [decimals|decimal places|digits]",
      "round to {digits} [decimals|decimal places]",
      "return the result rounded to {digits} [decimals|decimal places]",
      "=the result should have [at most |no more than |]{digits} decimals",
      "limit the result to {digits} [decimals|decimal places]",
      "[keep|return] only {digits} decimals",
      "=it should return a number with {digits} decimals",
      "=only {digits} digits after the decimal point[, please|]",
      "=no more than {digits} decimals in the return value",
    ],
    unseen: ["{digits} digits behind the point are enough for what this returns"],
    weight: 0.6,
  },
  draw: (choose) => ({ digits: choose.pick(["2", "2", "2", "2", "3", "3", "4", "5", "6"]) }),
  put: ({ digits }, isPlain) =>
    isPlain ? ["Number(", `.toFixed(${digits}))`] : ["Number((", `).toFixed(${digits}))`],
  fits: isUnrounded,
  shapes: () => FRACTIONS,
});

export const floorResult = resultFamilies({
  name: "floor-result",
  wording: {
    seen: [
      "round the [result|return value] down",
      "round down",
      "round down the [result|return value]",
      "floor the [result|return value]",
      "[use Math.floor on|apply Math.floor to] the [result|return value]",
      "wrap the result in Math.floor",
      "return {value} rounded down",
      "=the result should be rounded down",
      "return the floor of {value}",
      "=it should round down[ to an integer|]",
    ],
    unseen: ["give back the next lower integer", "Math.floor around what comes back"],
    weight: 0.5,
  },
  put: () => ["Math.floor(", ")"],
  fits: isUnrounded,
  shapes: () => FRACTIONS,
});

export const ceilResult = resultFamilies({
  name: "ceil-result",
  wording: {
    seen: [
      "round the [result|return value] up",
      "round up",
      "round up the [result|return value]",
      "[ceil|take the ceiling of] the [result|return value]",
      "[use Math.ceil on|apply Math.ceil to] the [result|return value]",
      "wrap the result in Math.ceil",
      "return {value} rounded up",
      "=the result should be rounded up",
      "return the ceiling of {value}",
      "=it should round up[ to an integer|]",
    ],
    unseen: ["give back the next higher integer", "Math.ceil around what comes back"],
    weight: 0.5,
  },
  put: () => ["Math.ceil(", ")"],
  fits: isUnrounded,
  shapes: () => FRACTIONS,
});

/** A number as a string: `String(value)`. */
export const textResult = resultFamilies({
  name: "text-result",
  wording: {
    seen: [
      "return [it|the result|the value] as [a string|text]",
      "convert the [result|return value] to a string",
      "return a string[| instead of a number]",
      "=the [result|return value] should be a string",
      "stringify the return value with String",
      "[make|turn] the result [into |]a string",
      "wrap the result in String()",
      "return {value} as a string",
      "[use String on|apply String to] the [result|return value]",
      "=it should return a string, not a number",
    ],
    unseen: ["callers want text, so make the number one before it goes out"],
    weight: 0.5,
  },
  put: () => ["String(", ")"],
  fits: (sample, { kind, text }) =>
    kind === "number" && !isDocumented(sample) && !/toFixed|^String|[bB]ig/.test(text),
  shapes: () => FRACTIONS,
});
