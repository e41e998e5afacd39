import { browserStorage } from "./browser-storage.ts";

/** What survives a reload. */
export interface Saved {
  readonly version: 1;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly code: string;
  /** Null: the same as the code. */
  readonly accepted: string | null;
  readonly language: string;
  readonly instruction: string;
  readonly transport: "websocket" | "http";
  readonly warmUp: boolean;
  readonly model: string;
  /** The instruction of an edit that was under way. */
  readonly running: string | null;
}

export type Draft = Omit<Saved, "version" | "at">;

const PREFIX = "flint.playground.tab.";
const TAB = "flint.playground.tab";
/** Tabs whose state is kept; the oldest goes first. */
const MOST_TABS = 4;
/** UTF-16 units of one tab's state. Browsers grant a page about five million. */
const MOST_LENGTH = 1_000_000;

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

  /** Whether it could be kept. */
  save(draft: Draft): boolean {
    const text = JSON.stringify({ version: 1, at: Date.now(), ...draft } satisfies Saved);
    if (text.length > MOST_LENGTH) return false;
    for (const { key } of this.#all()
      .filter(({ key }) => key !== this.#key)
      .slice(MOST_TABS - 1)) {
      this.#local.removeItem(key);
    }
    try {
      this.#local.setItem(this.#key, text);
      return true;
    } catch (error) {
      if (error instanceof DOMException) return false;
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
      const saved: unknown = JSON.parse(this.#local.getItem(key) ?? "null");
      return isSaved(saved) ? saved : null;
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

function isSaved(value: unknown): value is Saved {
  if (typeof value !== "object" || value === null) return false;
  const { version, at, code, accepted, language, instruction, transport, warmUp, model, running } =
    value as Partial<Record<keyof Saved, unknown>>;
  return (
    version === 1 &&
    typeof at === "number" &&
    [code, language, instruction, model].every((field) => typeof field === "string") &&
    [accepted, running].every((field) => field === null || typeof field === "string") &&
    (transport === "websocket" || transport === "http") &&
    typeof warmUp === "boolean"
  );
}
