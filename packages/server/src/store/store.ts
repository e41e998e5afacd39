import type { PromptLink } from "@flint/engine";
import type { InputItem, OutputItem, ResponseEvent, ResponseObject } from "@flint/protocol";
import type { EventLog } from "./event-log.ts";

/** Whose a response is; null where the server knows no users. To everyone else it does not exist. */
export type Owner = string | null;

export interface BegunResponse {
  readonly id: string;
  readonly owner: Owner;
  /** The response that it continues, which is not evicted before this one's log has ended. */
  readonly previousId: string | null;
  /** `false`: it is not to be kept, and its events stay in this process. Default true. */
  readonly stored?: boolean;
}

export interface EndedResponse {
  readonly owner: Owner;
  readonly response: ResponseObject;
  /** The conversation up to and with the response's own input. */
  readonly input: PromptLink;
  /** The conversation up to and with its output; null where it cannot be continued. */
  readonly tip: PromptLink | null;
  /** The event that ends it, not appended to the log yet: it goes out once the response is kept. */
  readonly terminal: ResponseEvent | null;
}

/** A response that can be looked up in order to continue it. */
export interface ChainTip {
  readonly response: ResponseObject;
  /** The same link each time as long as anybody holds it; null where the response cannot be continued. */
  readonly tip: PromptLink | null;
}

export interface ItemPageRequest {
  readonly limit: number;
  readonly order: "asc" | "desc";
  /** Id of the item before the page; undefined for the first page. */
  readonly after?: string;
}

/** An input item as it is listed: with an id, and content as parts. */
export type ListedItem = InputItem & { readonly id: string };

export interface ItemPage {
  readonly items: readonly ListedItem[];
  readonly hasMore: boolean;
}

/**
 * Responses, the chains that they form, and their events. Chains are trees: each response holds its own input
 * and output and points at the one it continues, so forks share their history.
 *
 * Methods reject with {@link StoreError}. A response that the owner may not see is null or false, as is one that
 * does not exist.
 */
export interface ResponseStore {
  /** At least 16 random bytes, the same for as long as the responses are there: what clients keep is encrypted with it. */
  readonly secret: Uint8Array;
  /** Opens the event log of a response that begins. */
  begin(begun: BegunResponse): EventLog;
  /**
   * Keeps a response that is over. Once this resolves, the response with its events survives whatever the store
   * survives: a `kill -9` of the process where the store is on disk.
   */
  keep(ended: EndedResponse): Promise<void>;
  get(id: string, owner: Owner): Promise<ResponseObject | null>;
  tip(id: string, owner: Owner): Promise<ChainTip | null>;
  /** The events of a response that runs, or that ended less than the retention time ago. */
  log(id: string, owner: Owner): Promise<EventLog | null>;
  /**
   * A page of the response's own input. `unknown_item` where `after` is none of it.
   */
  inputItems(id: string, owner: Owner, page: ItemPageRequest): Promise<ItemPage | "unknown_item" | null>;
  /** Output items of the owner's responses by their ids; those that are none are left out. */
  items(ids: readonly string[], owner: Owner): Promise<ReadonlyMap<string, OutputItem>>;
  /** Lets go of the events of a response that is not kept, once nobody may take it up any more. */
  forget(id: string): void;
  /**
   * Responses that continue the deleted one keep their whole conversation. In a group the other servers are told to
   * forget it.
   */
  delete(id: string, owner: Owner): Promise<boolean>;
  /** What servers that share the store do for each other; undefined where one server has it for itself. */
  readonly group?: StoreGroup;
  /** Writes what is left to write. Safe to call twice. */
  close(): Promise<void>;
}

/** What a server asks of the one that runs a response. */
export type GroupOrder =
  | { readonly type: "cancel" }
  | { readonly type: "interrupt"; readonly mode: string | undefined }
  /** Somebody reads the response there: it goes on. Said again and again as long as it holds, for a server may die. */
  | { readonly type: "read"; readonly reader: string }
  | { readonly type: "leave"; readonly reader: string }
  /** The response has been deleted. */
  | { readonly type: "forget" };

/** What a request says, in short. */
export interface RequestDigest {
  readonly text: string;
  /** Whether the request of that digest says the same. */
  isSame(text: string): boolean;
}

/** A request that has been sent before. */
export interface ClaimedRequest {
  /** The response that it has begun; null where it said something else and has begun none yet. */
  readonly responseId: string | null;
  /** It said something else. */
  readonly isOther: boolean;
}

export interface StoreGroup {
  /** How often a reader of a response elsewhere says that it reads. Milliseconds. */
  readonly heartbeat: number;
  /** Told of what other servers ask for, and of responses that they have ended since they took this server for dead. */
  listen(listener: (id: string, order: GroupOrder) => void): void;
  /** Asks the server that runs a response; false where it runs on none that lives. */
  tell(id: string, owner: Owner, order: GroupOrder): Promise<boolean>;
  /**
   * What a client's request of that id has come to on any server; null if the request is to be run here, which is told
   * with {@link begun} or {@link unclaim}. Waits as long as another server is about to begin it. `gone`: a response of it
   * that is not there any more, for which nobody is to be referred to it.
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
   * The response that the request has begun; null where none has. Where another server is about to begin it, that is
   * waited for until the signal fires, and not at all without one.
   */
  responseOf(request: string, owner: Owner, wait?: AbortSignal): Promise<string | null>;
  /**
   * Takes units from a bucket that all servers share, if it holds `least` of them; `-Infinity` takes them in any case.
   * Tells what is left, less than none where more was taken than there was.
   */
  takeUnits(
    bucket: SharedBucket,
    units: number,
    least: number,
  ): Promise<{ readonly isTaken: boolean; readonly left: number }>;
}

/** A bucket that fills up again at so many units a minute, and holds as many. */
export interface SharedBucket {
  readonly name: string;
  readonly perMinute: number;
}
