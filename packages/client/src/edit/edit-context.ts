import type { RunContext } from "../turn/index.ts";
import type { RunChecks } from "./check/index.ts";
import type { ScopeCheck } from "./scope/index.ts";
import type { PlaceOf } from "./source-file.ts";
import type { GrammarSource } from "./verify/index.ts";

/** What the edits of a session share. */
export interface EditContext extends RunContext {
  readonly turnEvents: number;
  readonly grammars: GrammarSource | undefined;
  readonly scope: ScopeCheck | undefined;
  readonly runChecks: RunChecks | undefined;
  readonly placeOf: PlaceOf | undefined;
  /** Returns the response in which this model has read the edit instructions, if the server still has it. */
  warmResponse(model: string | undefined): string | null;
  warmResponseMissing(): void;
}
