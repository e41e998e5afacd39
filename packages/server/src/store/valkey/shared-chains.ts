import type { PromptItem, PromptLink } from "@flint/engine";
import { bodyOfItems, linkOf } from "../body.ts";
import type { ChainLinks } from "../chain-links.ts";
import type { EndedResponse } from "../store.ts";
import type { ValkeyConnection } from "./connection.ts";

/** Ancestors requested at first, and bodies read per command; then ancestors per further request. */
const FEW = 32;
const MORE = 1_024;

/** Conversations in Valkey, read only as far as they are not in memory. */
export class SharedChains {
  readonly #connection: ValkeyConnection;
  readonly #links: ChainLinks;

  constructor(connection: ValkeyConnection, links: ChainLinks) {
    this.#connection = connection;
    this.#links = links;
  }

  /** Returns where to store an ended response in its tree. */
  historyOf(ended: EndedResponse): History {
    return new History(this.#connection, this.#links, ended);
  }

  /** Returns the conversation of a response in that tree; null if it was deleted meanwhile. */
  async read(root: string, id: string): Promise<PromptLink | null> {
    const missing = await this.#findMissing(root, id);
    let link = missing.known;
    const fields = missing.ids.map((it) => [`i:${it}`, `o:${it}`, `c:${it}`]);
    const pages: Promise<unknown>[] = [];
    for (let at = 0; at < fields.length; at += FEW) {
      pages.push(this.#connection.command("hmget", "t", root, ...fields.slice(at, at + FEW).flat()));
    }
    const values = (await Promise.all(pages)).flat() as (string | null)[];
    for (let at = missing.ids.length - 1; at >= 0; at--) {
      const ancestor = missing.ids[at] as string;
      const [input = null, response = null, chained = null] = values.slice(at * 3, at * 3 + 3);
      if (input === null) return null;
      const body = { input, response, chained: chained === "" ? null : Number(chained) };
      // Another call may have built this link during the read.
      const built: PromptLink = this.#links.get(ancestor) ?? linkOf(body, link);
      this.#links.set(ancestor, built);
      link = built;
    }
    return link;
  }

  /** Returns the nearest conversation in memory, and the ids of the responses after it, latest first. */
  async #findMissing(root: string, id: string): Promise<{ ids: string[]; known: PromptLink | null }> {
    const ids: string[] = [];
    let from = id;
    for (let most = FEW; ; most = MORE) {
      const found = (await this.#connection.run("ancestors", root, from, most)) as string[];
      for (const ancestor of ids.length === 0 ? found : found.slice(1)) {
        const known = this.#links.get(ancestor);
        if (known !== null) return { ids, known };
        ids.push(ancestor);
      }
      if (found.length < most) return { ids, known: null };
      from = found.at(-1) as string;
    }
  }
}

/**
 * Where a response is stored in its tree: its nearest stored ancestor, and the conversation between the two (responses
 * with `store: false` or deleted ones), which is stored with it.
 */
export class History {
  readonly #connection: ValkeyConnection;
  readonly #links: ChainLinks;
  readonly #end: PromptLink | null;
  #link: PromptLink | null;
  readonly #missing: (readonly PromptItem[])[] = [];

  constructor(connection: ValkeyConnection, links: ChainLinks, { input }: EndedResponse) {
    this.#connection = connection;
    this.#links = links;
    this.#end = input.parent;
    this.#link = input.parent;
    this.#skipTo((id) => id !== null);
  }

  /** Id of the response that this one is stored under; null if none. */
  get parentId(): string | null {
    return this.#link === null ? null : this.#links.idOf(this.#link);
  }

  /** The conversation in between, as JSON; null if none. */
  get text(): string | null {
    return this.#missing.length === 0 ? null : bodyOfItems(this.#missing.toReversed().flat()).input;
  }

  /** Moves on to the nearest ancestor that exists in Valkey, because the current parent is missing. */
  async skip(): Promise<void> {
    const ids: string[] = [];
    for (let link = this.#link; link !== null; link = link.parent) {
      const id = this.#links.idOf(link);
      if (id !== null) ids.push(id);
    }
    const present = await this.#connection.run("present", ...ids);
    this.#skipTo((id) => id === present && id !== null);
  }

  /** Records that the response was kept along with the conversation in between. */
  markKept(id: string): void {
    if (this.#missing.length > 0 && this.#end !== null) this.#links.set(`${id}/history`, this.#end);
  }

  #skipTo(isIt: (id: string | null) => boolean): void {
    while (this.#link !== null && !isIt(this.#links.idOf(this.#link))) {
      this.#missing.push(this.#link.items);
      this.#link = this.#link.parent;
    }
  }
}
