/** The kinds of jobs. Each worker thread runs one. */
export type AsideKind = "definitions" | "grammar";

export interface AsideData {
  readonly kind: AsideKind;
}

export interface ToAside {
  readonly job: unknown;
  /** Milliseconds the job may take for now; null for no limit. */
  readonly patience: number | null;
}

export type FromAside =
  | { readonly type: "done"; readonly result: unknown }
  /** The job exceeded its `patience`. */
  | { readonly type: "unfinished" }
  | { readonly type: "failed"; readonly message: string };
