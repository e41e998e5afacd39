import { randomBytes } from "node:crypto";
import type { Body, Shelf, ShelfChange } from "./shelf.ts";

interface Shelved {
  readonly body: Body;
  readonly items: readonly string[];
}

/** Keeps content in memory. It stores no event logs: those already are in memory. */
export function memoryShelf(): Shelf {
  const shelved = new Map<string, Shelved>();
  /** Response ids by output item id. */
  const responses = new Map<string, string>();
  const make = (change: ShelfChange) => {
    if (change.type === "put") {
      const { label, body, items } = change;
      shelved.set(label.id, { body, items });
      for (const item of items) responses.set(item, label.id);
    } else if (change.type === "drop") {
      for (const item of shelved.get(change.id)?.items ?? []) responses.delete(item);
      shelved.delete(change.id);
    }
  };
  return {
    labels: [],
    logs: null,
    secret: randomBytes(32),
    async write(changes) {
      for (const change of changes) make(change);
    },
    read: async (ids) => ids.map((id) => shelved.get(id)?.body ?? null),
    readLog: async () => null,
    responsesOf: async (ids) => ids.map((id) => responses.get(id) ?? null),
    async close() {
      shelved.clear();
      responses.clear();
    },
  };
}
