import type { Random } from "../random/index.ts";
import type { Secrets } from "../server/index.ts";
import type { Ledger } from "./ledger.ts";

/** How often each fault is injected. */
export interface Counts {
  readonly engineKills: number;
  readonly serverKills: number;
  readonly cuts: number;
  readonly storeKills: number;
  readonly diskFills: number;
  readonly clockJumps: number;
  readonly descriptorFloods: number;
  readonly memoryLimits: number;
  readonly malformed: number;
  readonly slowReaders: number;
  /** Duration of the mixed load in milliseconds. */
  readonly load: number;
}

export interface FireContext {
  readonly counts: Counts;
  readonly seed: number;
  /** This phase's own generator. */
  readonly random: Random;
  /** This phase's own folder; deleted after the run. */
  readonly folder: string;
  readonly secrets: Secrets;
  /** Aborts the run. */
  readonly signal: AbortSignal;
  /** Shows progress to the user. */
  report(progress: string): void;
}

/** One part of a run. */
export interface Phase {
  /** Name for `--only`. */
  readonly name: string;
  readonly description: string;
  run(context: FireContext, ledger: Ledger): Promise<void>;
}
