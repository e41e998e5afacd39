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
 * tab starts from the latest.
 */
export class TabStorage {
  readonly #local: Storage;
  readonly #key: string;

  constructor(local: Storage = localStorage, session: Storage = sessionStorage) {
    this.#local = local;
    let tab = session.getItem(TAB);
    if (tab === null) {
      tab = crypto.randomUUID();
      session.setItem(TAB, tab);
    }
    this.#key = PREFIX + tab;
  }

  load(): Saved | null {
    return this.#read(this.#key) ?? this.#all()[0]?.saved ?? null;
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
