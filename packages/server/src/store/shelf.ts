import type { Owner } from "./store.ts";

/** A response's content as text. */
export interface Body {
  /** JSON list of its input items. */
  readonly input: string;
  /** JSON of its Response object; null for history that belongs to no listed response. */
  readonly response: string | null;
  /** Number of output items that are part of the conversation; null if the response cannot be continued. */
  readonly chained: number | null;
}

/** A body's metadata, known without reading it. */
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
  /** Records the latest use. A higher `used` is more recent. */
  | { readonly type: "use"; readonly id: string; readonly used: number }
  /** Stores a log. `text` has one event's JSON per line. */
  | { readonly type: "put-log"; readonly log: ShelvedLog; readonly text: string }
  | { readonly type: "drop-log"; readonly id: string };

export interface ShelvedLog {
  readonly id: string;
  readonly bytes: number;
  /** Unix milliseconds. */
  readonly until: number;
}

/** Storage for content. Changes passed together are applied atomically, in the order given. */
export interface Shelf {
  /** Contents on opening, in insertion order. A higher `used` is more recent. */
  readonly labels: readonly (Label & { readonly used: number })[];
  /** Event logs on opening, oldest first; null if the shelf stores none. */
  readonly logs: readonly ShelvedLog[] | null;
  /** 32 random bytes that stay the same while the content is kept. */
  readonly secret: Uint8Array;
  /** Resolves when the changes are as durable as the shelf. Rejects with {@link StoreError}. */
  write(changes: readonly ShelfChange[]): Promise<void>;
  /** Returns the bodies with these ids; null for each that is missing. Sees all earlier writes. */
  read(ids: readonly string[]): Promise<readonly (Body | null)[]>;
  readLog(id: string): Promise<string | null>;
  /**
   * Returns the id of the response that has each output item, or null. Sees all earlier writes, as {@link read} does.
   */
  responsesOf(itemIds: readonly string[]): Promise<readonly (string | null)[]>;
  close(): Promise<void>;
}
