import type { Ledger } from "../phase/index.ts";

/** Options common to all attacks. */
export interface Attack {
  readonly url: string;
  readonly port: number;
  readonly key: string;
  readonly seed: number;
  readonly ledger: Ledger;
  readonly signal: AbortSignal;
  /** Reports that `inputs` more inputs were sent. */
  progress(inputs: number): void;
}

/** Bytes to send on one connection, and a check of the response. */
export interface RawInput {
  readonly pieces: readonly (string | Buffer)[];
  /** Returns what is wrong with everything the server sent; null if nothing is. */
  judge(answer: Buffer): string | null;
}
