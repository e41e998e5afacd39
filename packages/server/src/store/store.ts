import type { PromptLink } from "@flint/engine";
import type { InputItem, OutputItem, ResponseEvent, ResponseObject } from "@flint/protocol";
import type { EventLog } from "./event-log.ts";

/** Owner of a response; null if the server has no users. To other owners, the response does not exist. */
export type Owner = string | null;

export interface BegunResponse {
  readonly id: string;
  readonly owner: Owner;
  /** Response that this one continues. It is not evicted until this one's log has ended. */
  readonly previousId: string | null;
  /** `false` if the response will not be kept; its events then stay in this process. Default true. */
  readonly stored?: boolean;
}

export interface EndedResponse {
  readonly owner: Owner;
  readonly response: ResponseObject;
  /** The conversation up to and including the response's own input. */
  readonly input: PromptLink;
  /** The conversation up to and including its output; null if it cannot be continued. */
  readonly tip: PromptLink | null;
  /** The final event, not appended to the log yet: it is sent after the response is kept. */
  readonly terminal: ResponseEvent | null;
}

/** A stored response and its conversation, for continuing it. */
export interface ChainTip {
  readonly response: ResponseObject;
  /** The same object each time while it is referenced; null if the response cannot be continued. */
  readonly tip: PromptLink | null;
}

export interface ItemPageRequest {
  readonly limit: number;
  readonly order: "asc" | "desc";
  /** Id of the item before the page; undefined for the first page. */
  readonly after?: string;
}

/** An input item as listed: it has an id, and its content is in parts. */
export type ListedItem = InputItem & { readonly id: string };

export interface ItemPage {
  readonly items: readonly ListedItem[];
  readonly hasMore: boolean;
}

/**
 * A store of responses, the chains they form, and their events. Chains are trees: each response holds its own input and
 * output and refers to the one it continues, and forks share their history.
 *
 * Methods reject with {@link StoreError}. For a response that does not exist or belongs to another owner, they return
 * null or false.
 */
export interface ResponseStore {
  /** At least 16 random bytes, the same while responses are kept. It encrypts content that clients keep. */
  readonly secret: Uint8Array;
  /** Opens the event log of a new response. */
  begin(begun: BegunResponse): EventLog;
  /**
   * Keeps an ended response. When this resolves, the response and its events are as durable as the store: on disk, they
   * survive a `kill -9` of the process.
   */
  keep(ended: EndedResponse): Promise<void>;
  get(id: string, owner: Owner): Promise<ResponseObject | null>;
  tip(id: string, owner: Owner): Promise<ChainTip | null>;
  /** Returns the events of a response that is running or ended within the retention time. */
  log(id: string, owner: Owner): Promise<EventLog | null>;
  /** Returns a page of the response's own input, or `unknown_item` if `after` is not one of its items. */
  inputItems(id: string, owner: Owner, page: ItemPageRequest): Promise<ItemPage | "unknown_item" | null>;
  /** Returns output items of the owner's responses by id, omitting unknown ids. */
  items(ids: readonly string[], owner: Owner): Promise<ReadonlyMap<string, OutputItem>>;
  /** Drops the events of a response that is not kept, when no client can resume it any more. */
  forget(id: string): void;
  /**
   * Deletes a response. Those that continue it keep their whole conversation. Other servers of the group forget it too.
   */
  delete(id: string, owner: Owner): Promise<boolean>;
  /** Coordination between servers that share the store; undefined if one server uses it alone. */
  readonly group?: StoreGroup;
  /** Writes pending changes and closes the store. Safe to call twice. */
  close(): Promise<void>;
}

/** An instruction for the server that runs a response. */
export type GroupOrder =
  | { readonly type: "cancel" }
  | { readonly type: "interrupt"; readonly mode: string | undefined }
  /** A client reads the response on another server, which keeps it running. Repeated while true, as servers can die. */
  | { readonly type: "read"; readonly reader: string }
  | { readonly type: "leave"; readonly reader: string }
  /** The response was deleted. */
  | { readonly type: "forget" };

/** A digest of a request's content. */
export interface RequestDigest {
  readonly text: string;
  /** Returns whether the request with digest `text` has the same content. */
  isSame(text: string): boolean;
}

/** A request that was sent before. */
export interface ClaimedRequest {
  /** The response it started; null if none has started yet. Then {@link isOther} is true. */
  readonly responseId: string | null;
  /** Whether the earlier request had different content. */
  readonly isOther: boolean;
}

export interface StoreGroup {
  /** Interval at which a server reports that a client reads a response elsewhere. Milliseconds. */
  readonly heartbeat: number;
  /**
   * Sets the listener for orders from other servers, which also learns of responses they ended because they considered
   * this server dead.
   */
  listen(listener: (id: string, order: GroupOrder) => void): void;
  /** Sends an order to the server that runs a response. Returns false if no live server runs it. */
  tell(id: string, owner: Owner, order: GroupOrder): Promise<boolean>;
  /**
   * Claims a client's request id across all servers. Returns the earlier request with that id, or null if this server
   * must run it and then call {@link begun} or {@link unclaim}. Waits while another server is about to start the same
   * request. `gone` is a response to the request that no longer exists and must not be returned.
   */
  claim(
    request: string,
    owner: Owner,
    digest: RequestDigest,
    gone?: string | null,
  ): Promise<ClaimedRequest | null>;
  begun(request: string, owner: Owner, responseId: string): void;
  unclaim(request: string, owner: Owner): void;
  /**
   * Returns the response that the request started, or null. If another server is about to start it, waits until the
   * signal aborts; without a signal, does not wait.
   */
  responseOf(request: string, owner: Owner, wait?: AbortSignal): Promise<string | null>;
  /**
   * Takes units from a bucket shared by all servers if it holds at least `least` of them; `-Infinity` takes them in any
   * case. Returns the units left, negative if more were taken than the bucket held.
   */
  takeUnits(
    bucket: SharedBucket,
    units: number,
    least: number,
  ): Promise<{ readonly isTaken: boolean; readonly left: number }>;
}

/** A bucket that holds at most `perMinute` units and refills at that rate. */
export interface SharedBucket {
  readonly name: string;
  readonly perMinute: number;
}
