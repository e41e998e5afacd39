export interface User {
  readonly id: number;
  readonly name: string;
}

/** Tells listeners of named events. */
export class EventBus {
  readonly #listeners = new Map<string, Set<(payload: any) => void>>();

  on(name: string, listener: (payload: any) => void): () => void {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }

  /** Returns how many listeners there were. */
  emit(name: string, payload: any): number {
    const listeners = [...(this.#listeners.get(name) ?? [])];
    for (const listener of listeners) listener(payload);
    return listeners.length;
  }
}
