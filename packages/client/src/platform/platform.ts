import type { OnOnline, OpenSocket } from "../connection/index.ts";
import type { GrammarSource, LeafSource, PlaceOf, ReadFile, RunChecks } from "../edit/index.ts";

/** What differs between Node and a browser. */
export interface Platform {
  readonly openSocket: OpenSocket;
  /** Undefined where nothing tells. */
  readonly onOnline?: OnOnline;
  /** Undefined where there are no files. */
  readonly readFile?: ReadFile;
  /** Tells files that have several names apart; undefined where there are no files. */
  readonly placeOf?: PlaceOf;
  /** Grammars for the parse check; undefined where there are none. */
  readonly grammars?: GrammarSource;
  /** The leaves of syntax trees, for the scope check; undefined where there are none. */
  readonly leaves?: LeafSource;
  /** Runs commands on edited code; undefined where there are none. */
  readonly runChecks?: RunChecks;
}
