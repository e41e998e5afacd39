export { boundCounts } from "./edges.ts";
export { firstOnly, keepOnly, leaveOut, skipBlank, skipComments } from "./kept.ts";
export {
  capAt,
  emptyAverage,
  floorAt,
  roundDown,
  roundIt,
  roundUp,
  twoDecimals,
} from "./numbers.ts";
export {
  copyFirst,
  highestFirst,
  lowestFirst,
  newestFirst,
  oldestFirst,
  sortAsNumbers,
  tieBreak,
} from "./order.ts";
export {
  encodePart,
  monthOffByOne,
  ownArguments,
  padTwo,
  replaceEvery,
  singularToo,
  thousands,
  toNumber,
  trimValue,
} from "./texts.ts";
