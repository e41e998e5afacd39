export interface Hit {
  readonly id: string;
  readonly title: string;
}

/** The state behind a search field. */
export class SearchBox {
  results: readonly Hit[] = [];
  error: string | null = null;
  busy = false;
  readonly #search: (query: string) => Promise<Hit[]>;

  constructor(search: (query: string) => Promise<Hit[]>) {
    this.#search = search;
  }

  async type(text: string): Promise<void> {
    const query = text.trim();
    if (query === "") {
      this.results = [];
      this.busy = false;
      return;
    }
    this.busy = true;
    try {
      this.results = await this.#search(query);
      this.error = null;
    } catch (error) {
      this.error = error instanceof Error ? error.message : String(error);
    } finally {
      this.busy = false;
    }
  }

  clearError(): void {
    this.error = null;
  }
}
