import type { Sureness } from "./sureness.ts";
import type { CodeVerdict } from "./verify.ts";

/** What can be told of an edit: from its code, and from how sure the model is of it. */
export interface Verification extends CodeVerdict, Sureness {}
