import type { OptionNames } from "../error/index.ts";
import type { Check } from "./check/index.ts";

/** Lines of the code, 1-based, both ends included. */
export interface Selection {
  readonly start: number;
  readonly end: number;
}

/**
 * How the model answers: with the `whole` code, which drafts make fast and any model can; or `anchored`, with the
 * changes alone, each by the lines that it replaces, for code that is much larger than what changes in it. `auto` takes
 * `anchored` beyond {@link ANCHORED_LINES} lines.
 */
export type EditMode = "auto" | "whole" | "anchored";

/** Lines of code beyond which `auto` asks for the changes alone. */
export const ANCHORED_LINES = 400;

/** The bundled model is less sure of every second of its wrong answers, and of one in twenty-five of its right ones. */
export const DOUBT_BELOW = 0.4;

/** What {@link Session.optimizeCode} takes beside the code. */
export interface OptimizeOptions {
  /** Only these lines travel to the model and are changed. Default: all. */
  readonly selection?: Selection;
  /**
   * A name (`typescript`) or a file extension (`ts`). Default: from `path`, else from `file`; of code without either,
   * what it parses as.
   */
  readonly language?: string;
  /** Default: the session's model. */
  readonly model?: string;
  /** Aborting rejects the turn with `aborted`; `turn.interrupt()` resolves it with what there is. */
  readonly signal?: AbortSignal;
  /**
   * Text that the answer is likely to follow: it makes the edit faster, never different. Default: the code.
   * `null` sends none.
   */
  readonly prediction?: string | null;
  /**
   * Commands that the edited code has to pass, run one after another in a sandbox, on a copy of the project: nothing is
   * written. For an edit of `path`, or with `file` naming the file that `code` belongs in. Node only.
   */
  readonly checks?: readonly Check[];
  /** The file that `code` belongs in, for `checks` and for its language. Default: `path`. */
  readonly file?: string;
  /** How often the model may mend what does not pass a check. Default 0. */
  readonly repairs?: number;
  /** Default: `auto`. */
  readonly mode?: EditMode;
  /** Default: what is left of the model's context. */
  readonly maxOutputTokens?: number;
  /** 0 always gives the same answer; the higher, up to 2, the more the answers differ. Default 0. */
  readonly temperature?: number;
  /** The confidence below which an answer is `doubtful`, from 0 to 1: the higher, the more are. Default: {@link DOUBT_BELOW}. */
  readonly doubtBelow?: number;
}

interface Instructed extends OptimizeOptions {
  /** What to change, in plain words. */
  readonly instruction: string;
}

/** An edit of code at hand, or of a file, which is read and never written. */
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
