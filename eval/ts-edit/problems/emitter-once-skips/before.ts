type Listener<T> = (value: T) => void;

/** A list of listeners for one kind of event. */
export class Emitter<T> {
  #listeners: Listener<T>[] = [];

  on(listener: Listener<T>): () => void {
    this.#listeners.push(listener);
    return () => this.off(listener);
  }

  once(listener: Listener<T>): () => void {
    const wrapped: Listener<T> = (value) => {
      this.off(wrapped);
      listener(value);
    };
    return this.on(wrapped);
  }

  off(listener: Listener<T>): void {
    const at = this.#listeners.indexOf(listener);
    if (at >= 0) this.#listeners.splice(at, 1);
  }

  /** Calls the listeners in the order of their registration. Returns how many were called. */
  emit(value: T): number {
    let called = 0;
    for (let i = 0; i < this.#listeners.length; i++) {
      this.#listeners[i](value);
      called++;
    }
    return called;
  }
}
