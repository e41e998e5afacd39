import type { Random } from "../random/index.ts";
import type { Secrets } from "../server/index.ts";
import type { Ledger } from "./ledger.ts";

/** How often each thing is done. */
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
  /** Of the mixed load, in milliseconds. */
  readonly load: number;
}

export interface FireContext {
  readonly counts: Counts;
  readonly seed: number;
  /** This phase's own. */
  readonly random: Random;
  /** This phase's own; gone after the run. */
  readonly folder: string;
  readonly secrets: Secrets;
  /** Fires when the run is to end now. */
  readonly signal: AbortSignal;
  /** Says how far it is, for the person who waits. */
  report(progress: string): void;
}

/** One part of the fire. */
export interface Phase {
  /** By which it is chosen. */
  readonly name: string;
  readonly description: string;
  run(context: FireContext, ledger: Ledger): Promise<void>;
}
