import type { EditMode } from "@flint/client";
import type { SessionFlags } from "./with-session.ts";

/** What `flint edit` takes beside files and instruction. */
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
