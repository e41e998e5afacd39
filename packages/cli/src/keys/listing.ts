import type { KeyRecord } from "@flint/server";
import { printable } from "../paint/index.ts";

/** Returns whether a key is usable, or why not. */
export function stateOf({ expires, revoked }: KeyRecord, now: Date): "valid" | "expired" | "revoked" {
  if (revoked !== null) return "revoked";
  return expires !== null && Date.parse(expires) <= now.getTime() ? "expired" : "valid";
}

/** Formats a line per key: `ID  name  user  scopes  state  limits`. */
export function keyLines(keys: readonly KeyRecord[], now: Date): string {
  const rows = keys.map((key) => [
    key.id,
    printable(key.name),
    key.user,
    key.scopes.join(","),
    validityText(key, now),
    limitsText(key),
  ]);
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? [];
  return rows
    .map((row) => `${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("  ")}`.trimEnd())
    .map((line) => `${line}\n`)
    .join("");
}

function validityText(key: KeyRecord, now: Date): string {
  const state = stateOf(key, now);
  const day = (time: string | null) => time?.slice(0, 10) ?? "";
  if (state === "revoked") return `revoked ${day(key.revoked)}`;
  if (state === "expired") return `expired ${day(key.expires)}`;
  return key.expires === null ? "valid" : `valid until ${day(key.expires)}`;
}

function limitsText({
  limits: { requestsPerMinute, tokensPerMinute, responses, sockets },
}: KeyRecord): string {
  const parts = [
    [requestsPerMinute, "requests/min"],
    [tokensPerMinute, "tokens/min"],
    [responses, "responses"],
    [sockets, "sockets"],
  ] as const;
  return parts.flatMap(([most, what]) => (most === undefined ? [] : [`${most} ${what}`])).join(", ");
}
