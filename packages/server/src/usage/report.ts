import { apiError } from "@flint/protocol";
import type { Owner } from "../store/index.ts";
import { addSums, type LedgerContent, noSums, type Sums, type UsageRow } from "./ledger.ts";

const FIELDS = ["day", "user", "key", "model", "session"] as const;
type Field = (typeof FIELDS)[number];

/** Body of the response to `GET /v1/usage`. */
export interface UsageReport {
  readonly object: "list";
  /** Servers that share a store report only their own usage. */
  readonly covers: "this_server";
  readonly currency: "usd";
  /** One entry for each combination of the grouped fields, sorted. */
  readonly data: readonly UsageEntry[];
  readonly total: Sums;
}

export type UsageEntry = { readonly object: "usage" } & { [F in Field]?: string | null } & Sums;

export interface Reader {
  readonly owner: Owner;
  /** Admins see the usage of all users. */
  readonly isAdmin: boolean;
}

/**
 * Returns usage grouped by `group_by` (day, user, key, model, session; default day,model) between the days `start` and
 * `end`. With `session`, it covers only the most recent sessions, by their last day. Throws {@link ApiError}
 * `invalid_value`.
 */
export function reportOf(content: LedgerContent, reader: Reader, query: URLSearchParams): UsageReport {
  const fields = fieldsOf(query.get("group_by") ?? "day,model");
  const [start, end] = [dayOf(query, "start") ?? "0000-00-00", dayOf(query, "end") ?? "9999-99-99"];
  const rows = fields.includes("session") ? content.sessions : content.days;
  const entries = new Map<string, UsageEntry>();
  const total = noSums();
  for (const row of rows) {
    if (!reader.isAdmin && row.owner !== reader.owner) continue;
    if (row.day < start || row.day > end) continue;
    const group = Object.fromEntries(fields.map((field) => [field, valueIn(row, field)]));
    const name = JSON.stringify(group);
    const entry = entries.get(name) ?? { object: "usage", ...group, ...noSums() };
    addSums(entry, row);
    addSums(total, row);
    entries.set(name, entry);
  }
  const data = [...entries].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, entry]) => entry);
  return { object: "list", covers: "this_server", currency: "usd", data, total };
}

function valueIn(row: UsageRow, field: Field): string | null {
  if (field !== "user") return row[field];
  return row.owner?.startsWith("user:") ? row.owner.slice("user:".length) : null;
}

function fieldsOf(text: string): Field[] {
  const names = text.split(",");
  const stray = names.find((name) => !FIELDS.includes(name as Field));
  if (stray === undefined) return FIELDS.filter((field) => names.includes(field));
  const message = `\`group_by\`: expected some of ${FIELDS.join(", ")} separated by commas, got ${JSON.stringify(stray)}`;
  throw apiError("invalid_value", message, "group_by");
}

function dayOf(query: URLSearchParams, name: string): string | null {
  const text = query.get(name);
  if (text === null || /^\d{4}-\d\d-\d\d$/.test(text)) return text;
  throw apiError(
    "invalid_value",
    `\`${name}\`: expected a day such as 2026-02-03, got ${JSON.stringify(text)}`,
    name,
  );
}
