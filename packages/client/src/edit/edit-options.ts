import type { OptionNames } from "../error/index.ts";
import type { Check } from "./check/index.ts";

/** A range of lines of the code, 1-based and inclusive. */
export interface Selection {
  readonly start: number;
  readonly end: number;
}

/**
 * What the model sends. `whole`: the whole code, which any model can do and drafts make fast. `anchored`: only the
 * changes, each with the lines that it replaces, for code that is much larger than its changes. `auto`: `anchored`
 * above {@link ANCHORED_LINES} lines.
 */
export type EditMode = "auto" | "whole" | "anchored";

/** Length of the code in lines above which `auto` uses `anchored`. */
export const ANCHORED_LINES = 400;

/**
 * Default for `doubtBelow`. With the bundled model, half of its wrong answers and one in 25 of its right ones are below
 * it.
 */
export const DOUBT_BELOW = 0.4;

/** The options of {@link Session.optimizeCode}. */
export interface OptimizeOptions {
  /** Only these lines are sent to the model and changed. Default: all. */
  readonly selection?: Selection;
  /**
   * A name (`typescript`) or a file extension (`ts`). Default: taken from `path`, otherwise from `file`; without
   * either, the language that the code parses as.
   */
  readonly language?: string;
  /** Default: the session's model. */
  readonly model?: string;
  /** Aborting rejects the turn with `aborted`; `turn.interrupt()` resolves it with what has arrived. */
  readonly signal?: AbortSignal;
  /**
   * Text that the answer will probably follow. It makes the edit faster and never changes the answer. Default: the
   * code. `null` sends none.
   */
  readonly prediction?: string | null;
  /**
   * Commands that the edited code must pass. They run one after another in a sandbox, on a copy of the project; your
   * files are not changed. They need `path`, or `file` with the path of the file that `code` belongs to. Node only.
   */
  readonly checks?: readonly Check[];
  /** The path of the file that `code` belongs to, for `checks` and for its language. Default: `path`. */
  readonly file?: string;
  /** How often the model may try to fix code that fails a check. Default 0. */
  readonly repairs?: number;
  /** Default: `auto`. */
  readonly mode?: EditMode;
  /** Default: what is left of the model's context. */
  readonly maxOutputTokens?: number;
  /** 0 always gives the same answer; the higher, up to 2, the more the answers differ. Default 0. */
  readonly temperature?: number;
  /** Answers with a confidence below this, from 0 to 1, are `doubtful`. Default: {@link DOUBT_BELOW}. */
  readonly doubtBelow?: number;
}

interface Instructed extends OptimizeOptions {
  /** What to change, in plain words. */
  readonly instruction: string;
}

/** An edit of given code, or of a file, which is read and never written. */
export type EditOptions =
  | (Instructed & { readonly code: string; readonly path?: undefined })
  | (Instructed & { readonly path: string; readonly code?: undefined });

export const EDIT_OPTION_NAMES: OptionNames<EditOptions> = {
  code: true,
  path: true,
  instruction: true,
  selection: true,
  language: true,
  model: true,
  signal: true,
  prediction: true,
  checks: true,
  file: true,
  repairs: true,
  mode: true,
  maxOutputTokens: true,
  temperature: true,
  doubtBelow: true,
};
