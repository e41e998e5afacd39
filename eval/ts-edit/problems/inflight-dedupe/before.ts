export interface User {
  readonly id: number;
  readonly name: string;
}

export class UserLoader {
  readonly #fetchUser: (id: number) => Promise<User>;
  readonly #users = new Map<number, User>();

  constructor(fetchUser: (id: number) => Promise<User>) {
    this.#fetchUser = fetchUser;
  }

  async load(id: number): Promise<User> {
    const known = this.#users.get(id);
    if (known !== undefined) return known;
    const user = await this.#fetchUser(id);
    this.#users.set(id, user);
    return user;
  }

  loadMany(ids: readonly number[]): Promise<User[]> {
    return Promise.all(ids.map((id) => this.load(id)));
  }

  invalidate(id: number): void {
    this.#users.delete(id);
  }
}
