import type { ConfidenceVerdict } from "./confidence-verdict.ts";
import type { CodeVerdict } from "./verify.ts";

/** The verdict on an edit: from its code and from the model's confidence. */
export interface Verification extends CodeVerdict, ConfidenceVerdict {}
