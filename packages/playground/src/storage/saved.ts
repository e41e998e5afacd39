import { browserStorage } from "./browser-storage.ts";
import { areSpans, type Span, spansBetween, withSpans } from "./spans.ts";

/** What survives a reload. */
export interface Saved {
  readonly version: 1;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly code: string;
  /** Null: the same as the code. */
  readonly accepted: string | null;
  /** Absent: nothing is selected. */
  readonly selection?: Selected;
  readonly language: string;
  readonly instruction: string;
  readonly transport: "websocket" | "http";
  readonly warmUp: boolean;
  readonly model: string;
  /** The instruction of an edit that was under way. */
  readonly running: string | null;
}

/** Where a selection was begun, and where it ends. */
export type Selected = readonly [anchor: number, head: number];

export type Draft = Omit<Saved, "version" | "at">;

/** Whether a state could be kept, and why not. */
export type Kept = "kept" | "too large" | "storage full";

/** As it is stored: beside a code the accepted text would take as much room again. */
type Stored = Omit<Saved, "accepted"> & { readonly accepted: readonly Span[] | null };

const PREFIX = "flint.playground.tab.";
const TAB = "flint.playground.tab";
/** Tabs whose state is kept; the oldest goes first. */
const MOST_TABS = 4;
/** UTF-16 units of one tab's state, in JSON. Browsers grant a page about five million. */
const MOST_LENGTH = 1_250_000;

/**
 * Keeps a tab's state in the browser's storage. Each tab has its own, so that two do not overwrite each other; a new
 * tab starts from the latest. Which is a tab's own stands in its session storage while the page is not seen: who
 * duplicates a tab copies that storage, and would have two tabs with one state.
 */
export class TabStorage {
  readonly #local: Storage;
  readonly #session: Storage;
  readonly #tab: string;

  constructor(local = browserStorage("localStorage"), session = browserStorage("sessionStorage")) {
    this.#local = local;
    this.#session = session;
    this.#tab = session.getItem(TAB) ?? newTab();
    this.enter();
  }

  /** The page is seen. */
  enter(): void {
    this.#session.removeItem(TAB);
  }

  /** The page is seen no longer, and may come back by a reload. */
  leave(): void {
    this.#session.setItem(TAB, this.#tab);
  }

  load(): Saved | null {
    const own = this.#read(this.#key);
    if (own !== null) return own;
    const latest = this.#all()[0]?.saved ?? null;
    if (latest === null) return null;
    // An edit that is under way is the other tab's.
    return { ...latest, instruction: latest.running ?? latest.instruction, running: null };
  }

  /** What cannot be kept leaves what was kept before, but for an edit that was under way then. */
  save(draft: Draft): Kept {
    const kept = this.#write({ version: 1, at: Date.now(), ...draft });
    if (kept === "kept") return kept;
    const before = this.#read(this.#key);
    if (before !== null && before.running !== null) this.#write({ ...before, running: null });
    return kept;
  }

  #write(saved: Saved): Kept {
    const { code, accepted } = saved;
    const stored: Stored = { ...saved, accepted: accepted === null ? null : spansBetween(code, accepted) };
    const text = JSON.stringify(stored);
    if (text.length > MOST_LENGTH) return "too large";
    for (const { key } of this.#all()
      .filter(({ key }) => key !== this.#key)
      .slice(MOST_TABS - 1)) {
      this.#local.removeItem(key);
    }
    try {
      this.#local.setItem(this.#key, text);
      return "kept";
    } catch (error) {
      if (error instanceof DOMException) return "storage full";
      throw error;
    }
  }

  get #key(): string {
    return PREFIX + this.#tab;
  }

  /** The latest first. */
  #all(): { key: string; saved: Saved }[] {
    const all: { key: string; saved: Saved }[] = [];
    for (let index = 0; index < this.#local.length; index++) {
      const key = this.#local.key(index);
      const saved = key?.startsWith(PREFIX) ? this.#read(key) : null;
      if (key !== null && saved !== null) all.push({ key, saved });
    }
    return all.sort((a, b) => b.saved.at - a.saved.at);
  }

  #read(key: string): Saved | null {
    try {
      const stored: unknown = JSON.parse(this.#local.getItem(key) ?? "null");
      if (!isStored(stored)) return null;
      const { code, accepted } = stored;
      return { ...stored, accepted: accepted === null ? null : withSpans(code, accepted) };
    } catch {
      // Another program's, or cut short: as good as none.
      return null;
    }
  }
}

/** Of random bytes: `crypto.randomUUID` is there in secure contexts only, and plain HTTP from elsewhere is none. */
function newTab(): string {
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
  const { version, at, code, accepted, selection, language, instruction, transport, warmUp, model, running } =
    value as Partial<Record<keyof Stored, unknown>>;
  return (
    version === 1 &&
    typeof at === "number" &&
    [code, language, instruction, model].every((field) => typeof field === "string") &&
    (accepted === null || areSpans(accepted)) &&
    (selection === undefined || isSelected(selection)) &&
    (running === null || typeof running === "string") &&
    (transport === "websocket" || transport === "http") &&
    typeof warmUp === "boolean"
  );
}
