export { inManner } from "./manner.ts";
export { chooseWording, countWordings, slotsOf } from "./pattern.ts";
export {
  countPhrasings,
  type Familiarity,
  type Phrasings,
  phrase,
  phraseBare,
  type Slots,
} from "./phrasings.ts";
