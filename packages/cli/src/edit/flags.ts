import type { EditMode } from "@flint/client";
import type { SessionFlags } from "./with-session.ts";

/** Options of `flint edit`. */
export interface EditFlags extends SessionFlags {
  readonly apply?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly selection?: string;
  readonly language?: string;
  readonly mode?: EditMode;
  readonly check?: readonly string[];
  readonly repairs?: number;
}
