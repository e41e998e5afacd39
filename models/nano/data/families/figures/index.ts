export { capAt, floorAt } from "./bounds.ts";
export { boundCounts } from "./edges.ts";
export { firstOnly, keepOnly, leaveOut, skipBlank, skipComments } from "./kept.ts";
export { emptyAverage, roundDown, roundIt, roundUp, twoDecimals } from "./numbers.ts";
export { sortAsNumbers } from "./numeric.ts";
export { copyFirst, highestFirst, lowestFirst, newestFirst, oldestFirst, tieBreak } from "./order.ts";
export { encodePart, ownArguments } from "./outside.ts";
export { monthOffByOne, padTwo, singularToo, thousands } from "./shown.ts";
export { replaceEvery, toNumber, trimValue } from "./texts.ts";
