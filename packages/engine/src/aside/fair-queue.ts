/** A queue from which users are served in turn: what one has queued delays the others by one item each time. */
export class FairQueue<T> {
  /** The users in the order in which they are served. */
  readonly #byUser = new Map<string | null, T[]>();

  push(user: string | null, item: T): void {
    const items = this.#byUser.get(user);
    if (items) items.push(item);
    else this.#byUser.set(user, [item]);
  }

  /** Removes the next item and returns it; undefined if there is none. */
  shift(): T | undefined {
    for (const [user, items] of this.#byUser) {
      const item = items.shift();
      this.#byUser.delete(user);
      if (items.length > 0) this.#byUser.set(user, items);
      return item;
    }
    return undefined;
  }
}
