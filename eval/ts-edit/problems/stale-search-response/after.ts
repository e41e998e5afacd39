export interface Hit {
  readonly id: string;
  readonly title: string;
}

/** The state behind a search field. */
export class SearchBox {
  results: readonly Hit[] = [];
  error: string | null = null;
  busy = false;
  #latest = 0;
  readonly #search: (query: string) => Promise<Hit[]>;

  constructor(search: (query: string) => Promise<Hit[]>) {
    this.#search = search;
  }

  async type(text: string): Promise<void> {
    const own = ++this.#latest;
    const query = text.trim();
    if (query === "") {
      this.results = [];
      this.busy = false;
      return;
    }
    this.busy = true;
    try {
      const results = await this.#search(query);
      if (own !== this.#latest) return;
      this.results = results;
      this.error = null;
    } catch (error) {
      if (own !== this.#latest) return;
      this.error = error instanceof Error ? error.message : String(error);
    } finally {
      if (own === this.#latest) this.busy = false;
    }
  }

  clearError(): void {
    this.error = null;
  }
}
