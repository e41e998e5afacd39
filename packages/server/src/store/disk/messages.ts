import type { Body, Label, ShelfChange, ShelvedLog } from "../shelf.ts";
import type { StoreErrorCode } from "../store-error.ts";

/** The thread's `workerData`. */
export interface DiskThreadData {
  readonly path: string;
}

/** A call to the thread. Calls are answered in order. */
export type ToThread =
  | { readonly call: number; readonly type: "write"; readonly changes: readonly ShelfChange[] }
  | { readonly call: number; readonly type: "read"; readonly ids: readonly string[] }
  | { readonly call: number; readonly type: "read-log"; readonly id: string }
  | { readonly call: number; readonly type: "responses-of"; readonly items: readonly string[] }
  | { readonly call: number; readonly type: "close" };

export interface Stock {
  readonly labels: readonly (Label & { readonly used: number })[];
  readonly logs: readonly ShelvedLog[];
  readonly secret: Uint8Array;
}

export interface Fault {
  readonly code: StoreErrorCode;
  readonly message: string;
}

export type Answer = Stock | readonly (Body | null)[] | readonly (string | null)[] | string | null;

/** A reply from the thread. The first, to call 0, has the result of opening the file. */
export type FromThread =
  | { readonly call: number; readonly answer: Answer }
  | { readonly call: number; readonly fault: Fault };
