import type { Usage } from "@flint/protocol";
import type { Owner } from "../store/index.ts";

/** Totals over responses. */
export interface Sums {
  responses: number;
  input_tokens: number;
  cached_tokens: number;
  output_tokens: number;
  /** Total cost of responses whose model has a price. */
  cost_usd: number;
}

/** Usage of one model by one key, on one day or in one session. */
export interface UsageRow extends Sums {
  /** UTC day such as `2026-02-03`; for a session, its last day. */
  day: string;
  readonly owner: Owner;
  /** The key's id; null if none. */
  readonly key: string | null;
  readonly model: string;
  /** Null in rows by day. */
  readonly session: string | null;
}

/** Usage of an ended response. */
export interface ResponseUsage {
  readonly owner: Owner;
  readonly key: string | null;
  readonly model: string;
  readonly session: string | null;
  readonly usage: Usage | null;
  /** USD; null if the model has no price. */
  readonly cost: number | null;
}

export interface LedgerLimits {
  /** Maximum number of rows by day, beyond which the oldest are dropped. */
  readonly usageRows: number;
  /** Maximum number of rows by session, beyond which the least recently used are dropped. */
  readonly usageSessions: number;
}

/** Maximum length of a session's name in characters. Clients choose it and could send any length. */
export const LONGEST_SESSION = 128;

export interface LedgerContent {
  readonly days: readonly UsageRow[];
  readonly sessions: readonly UsageRow[];
}

/** Usage totals by day and by session. */
export class Ledger {
  readonly #limits: LedgerLimits;
  readonly #now: () => Date;
  /** In order of first use. */
  readonly #days = new Map<string, UsageRow>();
  /** In order of last use. */
  readonly #sessions = new Map<string, UsageRow>();

  constructor(limits: LedgerLimits, now: () => Date = () => new Date()) {
    this.#limits = limits;
    this.#now = now;
  }

  get content(): LedgerContent {
    return { days: [...this.#days.values()], sessions: [...this.#sessions.values()] };
  }

  /** Restores saved content, except sessions whose names are too long. */
  restore({ days, sessions }: LedgerContent): void {
    for (const row of days) this.#days.set(nameOf(row, row.day), { ...row });
    for (const row of sessions) {
      if ((row.session ?? "").length > LONGEST_SESSION) continue;
      this.#sessions.set(nameOf(row, row.session), { ...row });
    }
    this.#trim();
  }

  add({ owner, key, model, usage, cost, ...used }: ResponseUsage): void {
    const session = used.session === null ? null : shortened(used.session);
    const day = this.#now().toISOString().slice(0, 10);
    const sums: Sums = {
      responses: 1,
      input_tokens: usage?.input_tokens ?? 0,
      cached_tokens: usage?.input_tokens_details.cached_tokens ?? 0,
      output_tokens: usage?.output_tokens ?? 0,
      cost_usd: cost ?? 0,
    };
    const whose = { owner, key, model };
    addTo(this.#days, nameOf(whose, day), { day, ...whose, session: null }, sums);
    if (session !== null) {
      const name = nameOf(whose, session);
      const row = addTo(this.#sessions, name, { day, ...whose, session }, sums);
      row.day = day;
      this.#sessions.delete(name);
      this.#sessions.set(name, row);
    }
    this.#trim();
  }

  #trim(): void {
    dropOldest(this.#days, this.#limits.usageRows);
    dropOldest(this.#sessions, this.#limits.usageSessions);
  }
}

export function noSums(): Sums {
  return { responses: 0, input_tokens: 0, cached_tokens: 0, output_tokens: 0, cost_usd: 0 };
}

export function addSums(to: Sums, more: Sums): void {
  to.responses += more.responses;
  to.input_tokens += more.input_tokens;
  to.cached_tokens += more.cached_tokens;
  to.output_tokens += more.output_tokens;
  to.cost_usd += more.cost_usd;
}

function addTo(
  rows: Map<string, UsageRow>,
  name: string,
  what: Omit<UsageRow, keyof Sums>,
  sums: Sums,
): UsageRow {
  const row = rows.get(name) ?? { ...what, ...noSums() };
  addSums(row, sums);
  rows.set(name, row);
  return row;
}

/** Copies the text, because a slice would keep the whole string in memory. */
function shortened(session: string): string {
  if (session.length <= LONGEST_SESSION) return session;
  return Buffer.from(session.slice(0, LONGEST_SESSION), "utf16le").toString("utf16le");
}

function nameOf(
  { owner, key, model }: Pick<UsageRow, "owner" | "key" | "model">,
  last: string | null,
): string {
  return JSON.stringify([owner, key, model, last]);
}

function dropOldest(rows: Map<string, UsageRow>, most: number): void {
  for (const name of rows.keys()) {
    if (rows.size <= most) return;
    rows.delete(name);
  }
}
