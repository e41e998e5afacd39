export interface Note {
  readonly id: string;
  readonly text: string;
}

export interface ClientV2 {
  request(request: {
    method: "GET" | "POST" | "DELETE";
    path: string;
    body?: unknown;
  }): Promise<{ status: number; data: unknown }>;
}

export class NoteStore {
  readonly #client: ClientV2;

  constructor(client: ClientV2) {
    this.#client = client;
  }

  async load(id: string): Promise<Note | null> {
    const { status, data } = await this.#client.request({ method: "GET", path: `/notes/${id}` });
    if (status === 404) return null;
    check("GET", `/notes/${id}`, status);
    return data as Note;
  }

  async create(text: string): Promise<Note> {
    const body = { text: text.trim() };
    const { status, data } = await this.#client.request({ method: "POST", path: "/notes", body });
    check("POST", "/notes", status);
    return data as Note;
  }

  async remove(id: string): Promise<void> {
    const { status } = await this.#client.request({ method: "DELETE", path: `/notes/${id}` });
    check("DELETE", `/notes/${id}`, status);
  }
}

function check(method: string, path: string, status: number): void {
  if (status >= 400) throw new Error(`${method} ${path}: ${status}`);
}
