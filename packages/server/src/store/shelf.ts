import type { Owner } from "./store.ts";

/** A response's content as text. */
export interface Body {
  /** JSON list of its input items. */
  readonly input: string;
  /** JSON of its Response object; null for conversation that belongs to no listed response. */
  readonly response: string | null;
  /** How many of the response's output items are in the conversation; null where it cannot be continued. */
  readonly chained: number | null;
}

/** What is known of a body without reading it. */
export interface Label {
  readonly id: string;
  readonly owner: Owner;
  readonly parentId: string | null;
  readonly bytes: number;
  /** Unix milliseconds. */
  readonly createdAt: number;
  readonly listed: boolean;
}

export type ShelfChange =
  | {
      readonly type: "put";
      readonly label: Label;
      readonly body: Body;
      readonly used: number;
      /** Ids of the response's output items. */
      readonly items: readonly string[];
    }
  | { readonly type: "unlist"; readonly id: string }
  | { readonly type: "drop"; readonly id: string }
  /** `used` orders responses by their latest use. */
  | { readonly type: "use"; readonly id: string; readonly used: number }
  /** One event's JSON per line. */
  | { readonly type: "put-log"; readonly log: ShelvedLog; readonly text: string }
  | { readonly type: "drop-log"; readonly id: string };

export interface ShelvedLog {
  readonly id: string;
  readonly bytes: number;
  /** Unix milliseconds. */
  readonly until: number;
}

/** Where content lies. Changes given at once are made together or not at all, in the order given. */
export interface Shelf {
  /** What lies there already, in the order in which it was put, and the order of use. */
  readonly labels: readonly (Label & { readonly used: number })[];
  /** The event logs that lie there already, the oldest first; null where it takes none. */
  readonly logs: readonly ShelvedLog[] | null;
  /** 32 random bytes, the same for as long as the content is there. */
  readonly secret: Uint8Array;
  /** Resolves once the changes survive whatever the shelf survives. Rejects with {@link StoreError}. */
  write(changes: readonly ShelfChange[]): Promise<void>;
  /** Sees every change written before. Null for each that is not there. */
  read(ids: readonly string[]): Promise<readonly (Body | null)[]>;
  readLog(id: string): Promise<string | null>;
  /** Of each output item, the response that has it; null where none on the shelf does. Sees as {@link read} does. */
  responsesOf(itemIds: readonly string[]): Promise<readonly (string | null)[]>;
  close(): Promise<void>;
}
