export interface User {
  readonly id: number;
  readonly name: string;
}

export class UserLoader {
  readonly #fetchUser: (id: number) => Promise<User>;
  readonly #users = new Map<number, Promise<User>>();

  constructor(fetchUser: (id: number) => Promise<User>) {
    this.#fetchUser = fetchUser;
  }

  async load(id: number): Promise<User> {
    const known = this.#users.get(id);
    if (known !== undefined) return known;
    const user = this.#fetchUser(id);
    this.#users.set(id, user);
    try {
      return await user;
    } catch (error) {
      if (this.#users.get(id) === user) this.#users.delete(id);
      throw error;
    }
  }

  loadMany(ids: readonly number[]): Promise<User[]> {
    return Promise.all(ids.map((id) => this.load(id)));
  }

  invalidate(id: number): void {
    this.#users.delete(id);
  }
}
