import type { OnOnline, OpenSocket } from "../connection/index.ts";
import type { GrammarSource, LoadEdits, PlaceOf, ReadFile, RunChecks, ScopeCheck } from "../edit/index.ts";

/** The differences between Node and browsers. */
export interface Platform {
  readonly openSocket: OpenSocket;
  readonly loadEdits: LoadEdits;
  /** Undefined if the platform does not report this. */
  readonly onOnline?: OnOnline;
  /** Undefined without a file system. */
  readonly readFile?: ReadFile;
  /** Identifies files that have several names; undefined without a file system. */
  readonly placeOf?: PlaceOf;
  /** Grammars for the syntax check; undefined if there are none. */
  readonly grammars?: GrammarSource;
  /** The scope check; undefined without readers of syntax trees. */
  readonly scope?: ScopeCheck;
  /** Runs commands on edited code; undefined if the platform has none. */
  readonly runChecks?: RunChecks;
}
