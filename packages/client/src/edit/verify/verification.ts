import type { Sureness } from "./sureness.ts";
import type { CodeVerdict } from "./verify.ts";

/** The verdict on an edit: from its code and from the model's confidence. */
export interface Verification extends CodeVerdict, Sureness {}
