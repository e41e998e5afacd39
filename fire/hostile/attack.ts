import type { Ledger } from "../phase/index.ts";

/** What every way of attack has in common. */
export interface Attack {
  readonly url: string;
  readonly port: number;
  readonly key: string;
  readonly seed: number;
  readonly ledger: Ledger;
  readonly signal: AbortSignal;
  /** So many more have been sent. */
  progress(inputs: number): void;
}

/** What is sent on one connection, and what may come back. */
export interface RawInput {
  readonly pieces: readonly (string | Buffer)[];
  /** What is wrong with all that came back; null: nothing. */
  judge(answer: Buffer): string | null;
}
