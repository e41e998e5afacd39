export interface Note {
  readonly id: string;
  readonly text: string;
}

type Callback<T> = (error: Error | null, value?: T) => void;

export interface ClientV1 {
  get(path: string, callback: Callback<unknown>): void;
  post(path: string, body: unknown, callback: Callback<unknown>): void;
  del(path: string, callback: Callback<void>): void;
}

export class NoteStore {
  readonly #client: ClientV1;

  constructor(client: ClientV1) {
    this.#client = client;
  }

  load(id: string, callback: Callback<Note | null>): void {
    this.#client.get(`/notes/${id}`, (error, note) => {
      if (error) callback(error);
      else callback(null, (note as Note | undefined) ?? null);
    });
  }

  create(text: string, callback: Callback<Note>): void {
    this.#client.post("/notes", { text: text.trim() }, (error, note) => {
      if (error) callback(error);
      else callback(null, note as Note);
    });
  }

  remove(id: string, callback: Callback<void>): void {
    this.#client.del(`/notes/${id}`, callback);
  }
}
