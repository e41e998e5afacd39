export interface User {
  readonly id: number;
  readonly name: string;
}

/** Tells listeners of named events. */
export class EventBus<Events extends object> {
  readonly #listeners: { [Name in keyof Events]?: Set<(payload: Events[Name]) => void> } = {};

  on<Name extends keyof Events>(name: Name, listener: (payload: Events[Name]) => void): () => void {
    const listeners = this.#listeners[name] ?? new Set<(payload: Events[Name]) => void>();
    this.#listeners[name] = listeners;
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }

  /** Returns how many listeners there were. */
  emit<Name extends keyof Events>(name: Name, payload: Events[Name]): number {
    const listeners = [...(this.#listeners[name] ?? [])];
    for (const listener of listeners) listener(payload);
    return listeners.length;
  }
}
