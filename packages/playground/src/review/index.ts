export { acceptedText } from "./accepted.ts";
export { lineDiff } from "./line-diff.ts";
export {
  acceptAll,
  acceptOne,
  goToChunk,
  pauseReview,
  pendingChunks,
  propose,
  rejectAll,
  rejectOne,
  replaceCode,
  reviewing,
  showReview,
} from "./review.ts";
