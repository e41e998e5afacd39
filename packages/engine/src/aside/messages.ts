/** The kinds of jobs. Each worker thread runs one. */
export type AsideKind = "definitions" | "grammar";

export interface AsideData {
  readonly kind: AsideKind;
}

export interface ToAside {
  readonly id: number;
  readonly job: unknown;
}

/** The end of a job, by its message's number. */
export type FromAside = { readonly id: number } & AsideEnd;

export type AsideEnd =
  | { readonly type: "done"; readonly result: unknown }
  /** The job was run within another one, and took too long for that. */
  | { readonly type: "unfinished" }
  | { readonly type: "failed"; readonly message: string };
