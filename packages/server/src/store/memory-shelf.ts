import type { Body, Shelf, ShelfChange } from "./shelf.ts";

/** Keeps content in memory. Event logs are not kept twice: those in memory are all there are. */
export function memoryShelf(): Shelf {
  const bodies = new Map<string, Body>();
  const make = (change: ShelfChange) => {
    if (change.type === "put") bodies.set(change.label.id, change.body);
    else if (change.type === "drop") bodies.delete(change.id);
  };
  return {
    labels: [],
    logs: null,
    async write(changes) {
      for (const change of changes) make(change);
    },
    read: async (ids) => ids.map((id) => bodies.get(id) ?? null),
    readLog: async () => null,
    async close() {
      bodies.clear();
    },
  };
}
