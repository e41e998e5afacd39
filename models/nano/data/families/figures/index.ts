export {
  copyFirst,
  highestFirst,
  lowestFirst,
  newestFirst,
  oldestFirst,
  sortAsNumbers,
  tieBreak,
} from "./order.ts";
export { firstOnly, keepOnly, leaveOut, skipBlank, skipComments } from "./kept.ts";
