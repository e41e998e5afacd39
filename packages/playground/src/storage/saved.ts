import { browserStorage } from "./browser-storage.ts";
import { areSpans, type Span, spansBetween, withSpans } from "./spans.ts";

/** A tab's state, which survives a reload. */
export interface Saved {
  readonly version: 1;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly code: string;
  /** Null if it equals the code. */
  readonly accepted: string | null;
  /** Absent if nothing was selected. */
  readonly selection?: Selected;
  readonly language: string;
  readonly instruction: string;
  readonly transport: "websocket" | "http";
  readonly warmUp: boolean;
  readonly model: string;
  /** The instruction of an edit that was running. */
  readonly running: string | null;
}

/** UTF-16 offsets; the anchor is where the user began to select. */
export type Selected = readonly [anchor: number, head: number];

export type Draft = Omit<Saved, "version" | "at">;

/** Whether a state could be saved, or why not. */
export type Kept = "kept" | "too large" | "storage full";

/** The stored form. The accepted text is stored as its difference from the code; older versions stored it whole. */
type Stored = Omit<Saved, "accepted"> & {
  readonly accepted: readonly Span[] | string | null;
  /** Id of the page that owns this state; absent in states of older versions. */
  readonly page?: string;
};

const PREFIX = "flint.playground.tab.";
const TAB = "flint.playground.tab";
const SEEN = "flint.playground.seen";
/** Number of tab states kept. The oldest is removed first, even if its tab is open: then it is lost with the page. */
const MOST_TABS = 32;
/** Limit for one tab's state, as JSON in UTF-16 units. */
const MOST_LENGTH = 1_250_000;
/** Limit for all tabs' states. Browsers grant a page about five million. */
const MOST_TOTAL = 4 * MOST_LENGTH;

/**
 * Keeps a tab's state in the browser's storage. Each tab has a separate state, since two would overwrite each other; a
 * new tab starts with a copy of the latest. While the page is hidden, session storage holds the tab's id (`TAB`), for a
 * reload. Duplicating a tab copies its session storage: the duplicate of a hidden tab takes over its state, and the
 * original continues with a new one. Session storage also holds the id of the last saved state (`SEEN`): the duplicate
 * of a visible tab, or a visible tab that was killed, starts with a copy of that.
 */
export class TabStorage {
  readonly #local: Storage;
  readonly #session: Storage;
  readonly #page = newId();
  /**
   * The tab that last saved a state with this session storage: this one before it was killed, or the one it duplicates.
   */
  readonly #seen: string | null;
  #tab: string;
  #isUnreadable = false;

  constructor(local = browserStorage("localStorage"), session = browserStorage("sessionStorage")) {
    this.#local = local;
    this.#session = session;
    this.#seen = session.getItem(SEEN);
    this.#tab = session.getItem(TAB) ?? newId();
    this.enter();
    const own = this.#readStored(this.#key);
    if (own !== null) this.#put(JSON.stringify({ ...own, page: this.#page } satisfies Stored));
  }

  /** Whether a saved state exists that this version cannot read. It is left untouched. */
  get isUnreadable(): boolean {
    return this.#isUnreadable;
  }

  /** Whether another page has taken over this page's state, stored under `key`. */
  isTaken(key: string | null): boolean {
    if (key !== this.#key) return false;
    const page = this.#readStored(key)?.page;
    return page !== undefined && page !== this.#page;
  }

  /** The page became visible. */
  enter(): void {
    this.#session.removeItem(TAB);
  }

  /** The page became hidden, and may return by a reload. */
  leave(): void {
    this.#storeTabId(TAB);
  }

  load(): Saved | null {
    const own = this.#read(this.#key);
    if (own !== null) return own;
    this.#isUnreadable = this.#local.getItem(this.#key) !== null;
    if (this.#isUnreadable) this.#tab = newId();
    const seen = this.#seen === null ? null : this.#read(PREFIX + this.#seen);
    const latest = seen ?? this.#all()[0]?.saved ?? null;
    if (latest === null) {
      this.#isUnreadable ||= this.#keys().length > 0;
      return null;
    }
    // A running edit may belong to another page: show its instruction, but not as running.
    return { ...latest, instruction: latest.running ?? latest.instruction, running: null };
  }

  /** If the state cannot be saved, the previous one is kept, without its running edit. */
  save(draft: Draft): Kept {
    if (this.isTaken(this.#key)) this.#tab = newId();
    const kept = this.#write({ version: 1, at: Date.now(), ...draft });
    if (kept === "kept") return kept;
    const before = this.#read(this.#key);
    if (before !== null && before.running !== null) this.#write({ ...before, running: null });
    return kept;
  }

  #write(saved: Saved): Kept {
    const { code, accepted } = saved;
    const stored = {
      ...saved,
      accepted: accepted === null ? null : spansBetween(code, accepted),
      page: this.#page,
    };
    const text = JSON.stringify(stored satisfies Stored);
    if (text.length > MOST_LENGTH) return "too large";
    let total = text.length;
    for (const [at, { key, length }] of this.#all()
      .filter(({ key }) => key !== this.#key)
      .entries()) {
      total += length;
      if (at >= MOST_TABS - 1 || total > MOST_TOTAL) this.#local.removeItem(key);
    }
    return this.#put(text);
  }

  #put(text: string): Kept {
    try {
      this.#local.setItem(this.#key, text);
      this.#storeTabId(SEEN);
      return "kept";
    } catch (error) {
      if (error instanceof DOMException) return "storage full";
      throw error;
    }
  }

  /** Stores this tab's id under one of the two names. Does nothing if the storage is full. */
  #storeTabId(name: typeof TAB | typeof SEEN): void {
    try {
      this.#session.setItem(name, this.#tab);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
    }
  }

  get #key(): string {
    return PREFIX + this.#tab;
  }

  #keys(): string[] {
    const keys = Array.from({ length: this.#local.length }, (_, index) => this.#local.key(index) ?? "");
    return keys.filter((key) => key.startsWith(PREFIX));
  }

  /** All states, the latest first. */
  #all(): { key: string; saved: Saved; length: number }[] {
    const all = this.#keys().flatMap((key) => {
      const saved = this.#read(key);
      return saved === null ? [] : [{ key, saved, length: this.#local.getItem(key)?.length ?? 0 }];
    });
    return all.sort((a, b) => b.saved.at - a.saved.at);
  }

  #read(key: string): Saved | null {
    const stored = this.#readStored(key);
    if (stored === null) return null;
    const { page: _, accepted, ...saved } = stored;
    const isText = accepted === null || typeof accepted === "string";
    return { ...saved, accepted: isText ? accepted : withSpans(saved.code, accepted) };
  }

  #readStored(key: string): Stored | null {
    try {
      const stored: unknown = JSON.parse(this.#local.getItem(key) ?? "null");
      return isStored(stored) ? stored : null;
    } catch {
      // Written by another program, or truncated: ignored.
      return null;
    }
  }
}

/** `crypto.randomUUID` only exists in secure contexts, and plain HTTP from another host is not one. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function isSelected(value: unknown): value is Selected {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every((place) => Number.isInteger(place) && place >= 0)
  );
}

function isStored(value: unknown): value is Stored {
  if (typeof value !== "object" || value === null) return false;
  const {
    version,
    at,
    code,
    accepted,
    selection,
    language,
    instruction,
    transport,
    warmUp,
    model,
    running,
    page,
  } = value as Partial<Record<keyof Stored, unknown>>;
  return (
    version === 1 &&
    typeof at === "number" &&
    [code, language, instruction, model].every((field) => typeof field === "string") &&
    (accepted === null || typeof accepted === "string" || areSpans(accepted)) &&
    (page === undefined || typeof page === "string") &&
    (selection === undefined || isSelected(selection)) &&
    (running === null || typeof running === "string") &&
    (transport === "websocket" || transport === "http") &&
    typeof warmUp === "boolean"
  );
}
