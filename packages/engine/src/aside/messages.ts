/** What the thread does: one kind each. */
export type AsideKind = "definitions" | "grammar";

export interface AsideData {
  readonly kind: AsideKind;
}

export interface ToAside {
  readonly job: unknown;
  /** Milliseconds it may take for now; null for as long as it takes. */
  readonly patience: number | null;
}

export type FromAside =
  | { readonly type: "done"; readonly result: unknown }
  /** Its patience is over. */
  | { readonly type: "unfinished" }
  | { readonly type: "failed"; readonly message: string };
