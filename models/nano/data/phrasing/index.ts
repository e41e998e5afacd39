export { withArticle } from "./inflection.ts";
export { chooseWording, slotsOf } from "./pattern.ts";
export {
  countPhrasings,
  type Familiarity,
  isPhrasable,
  type Phrasings,
  phrase,
  phraseBare,
  type Slots,
} from "./phrasings.ts";
