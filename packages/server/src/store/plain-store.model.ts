/** A response in the reference model that stores are tested against: the same rules in their simplest form. */
export interface PlainResponse {
  readonly id: string;
  readonly root: string;
  /** The whole conversation as a copy. */
  readonly conversation: readonly string[];
  used: number;
}

export class PlainStore {
  readonly #limit: number;
  readonly responses: PlainResponse[] = [];
  /** In-flight responses, each with the response it continues. */
  readonly running = new Map<string, string | null>();
  /** Roots of trees, least recently used first. */
  #trees: string[] = [];
  #clock = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  find(id: string): PlainResponse | undefined {
    return this.responses.find((response) => response.id === id);
  }

  use(id: string): PlainResponse | undefined {
    const response = this.find(id);
    if (response !== undefined) this.#touch(response);
    return response;
  }

  begin(id: string, previousId: string | null): void {
    this.running.set(id, previousId);
    if (previousId !== null) this.use(previousId);
  }

  keep(id: string, root: string, conversation: readonly string[]): void {
    const response = { id, root, conversation, used: 0 };
    this.responses.push(response);
    this.#touch(response);
    while (this.responses.length > this.#limit) {
      const least = this.#leastUsed(id);
      if (least === undefined) return;
      this.delete(least.id);
    }
  }

  end(id: string): void {
    this.running.delete(id);
  }

  delete(id: string): boolean {
    const at = this.responses.findIndex((response) => response.id === id);
    if (at < 0) return false;
    const [gone] = this.responses.splice(at, 1);
    if (!this.responses.some(({ root }) => root === gone?.root)) this.#leave(gone?.root);
    return true;
  }

  /** Simulates a restart: running responses are lost, and each tree is as recent as its most recently used response. */
  reopen(): void {
    this.running.clear();
    const latest = (root: string) =>
      Math.max(...this.responses.filter((it) => it.root === root).map(({ used }) => used));
    this.#trees.sort((a, b) => latest(a) - latest(b));
  }

  #leastUsed(latest: string): PlainResponse | undefined {
    const pinned = new Set(this.running.values());
    const order = this.responses
      .filter(({ id }) => id !== latest && !pinned.has(id))
      .sort((a, b) => this.#trees.indexOf(a.root) - this.#trees.indexOf(b.root) || a.used - b.used);
    return order[0];
  }

  #touch(response: PlainResponse): void {
    response.used = ++this.#clock;
    this.#leave(response.root);
    this.#trees.push(response.root);
  }

  #leave(root: string | undefined): void {
    this.#trees = this.#trees.filter((tree) => tree !== root);
  }
}
