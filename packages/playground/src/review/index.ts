export { acceptedText } from "./accepted.ts";
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
