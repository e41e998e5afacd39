import type { OnOnline, OpenSocket } from "../connection/index.ts";
import type { GrammarSource, LeafSource, PlaceOf, ReadFile, RunChecks } from "../edit/index.ts";

/** The differences between Node and browsers. */
export interface Platform {
  readonly openSocket: OpenSocket;
  /** Undefined if the platform does not report this. */
  readonly onOnline?: OnOnline;
  /** Undefined without a file system. */
  readonly readFile?: ReadFile;
  /** Identifies files that have several names; undefined without a file system. */
  readonly placeOf?: PlaceOf;
  /** Grammars for the syntax check; undefined if there are none. */
  readonly grammars?: GrammarSource;
  /** Readers of syntax trees for the scope check; undefined if there are none. */
  readonly leaves?: LeafSource;
  /** Runs commands on edited code; undefined if the platform has none. */
  readonly runChecks?: RunChecks;
}
