export { chooseWording, slotsOf } from "./pattern.ts";
export {
  countPhrasings,
  type Familiarity,
  type Phrasings,
  phrase,
  phraseBare,
  type Slots,
} from "./phrasings.ts";
