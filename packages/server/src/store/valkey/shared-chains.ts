import type { PromptItem, PromptLink } from "@flint/engine";
import { bodyOfItems, linkOf } from "../body.ts";
import type { ChainLinks } from "../chain-links.ts";
import type { EndedResponse } from "../store.ts";
import type { ValkeyConnection } from "./connection.ts";

/** Ancestors asked for at first, and bodies read with one command. */
const FEW = 32;
const MORE = 1_024;

/** Conversations that are in Valkey, read as far as they are not at hand. */
export class SharedChains {
  readonly #connection: ValkeyConnection;
  readonly #links: ChainLinks;

  constructor(connection: ValkeyConnection, links: ChainLinks) {
    this.#connection = connection;
    this.#links = links;
  }

  /** What a response that is over is kept under. */
  historyOf(ended: EndedResponse): History {
    return new History(this.#connection, this.#links, ended);
  }

  /** The conversation of a response in that tree; null where it has gone meanwhile. */
  async read(root: string, id: string): Promise<PromptLink | null> {
    const missing = await this.#missing(root, id);
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
      // Somebody else may have built it while this one was reading.
      const built: PromptLink = this.#links.get(ancestor) ?? linkOf(body, link);
      this.#links.set(ancestor, built);
      link = built;
    }
    return link;
  }

  /** The nearest conversation that is at hand, and the ids of those after it, the latest first. */
  async #missing(root: string, id: string): Promise<{ ids: string[]; known: PromptLink | null }> {
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
 * The response that another one is kept under. Where it continues conversation that is not there, of responses with
 * `store: false` or such as are gone, that conversation is kept with it.
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

  /** Null where it is kept under none. */
  get parentId(): string | null {
    return this.#link === null ? null : this.#links.idOf(this.#link);
  }

  /** The conversation between, as JSON; null where there is none. */
  get text(): string | null {
    return this.#missing.length === 0 ? null : bodyOfItems(this.#missing.toReversed().flat()).input;
  }

  /** The parent is not there: goes back to the nearest one that is. */
  async skip(): Promise<void> {
    const ids: string[] = [];
    for (let link = this.#link; link !== null; link = link.parent) {
      const id = this.#links.idOf(link);
      if (id !== null) ids.push(id);
    }
    const present = await this.#connection.run("present", ...ids);
    this.#skipTo((id) => id === present && id !== null);
  }

  /** The response of that id has been kept, and with it what lay between. */
  kept(id: string): void {
    if (this.#missing.length > 0 && this.#end !== null) this.#links.set(`${id}/history`, this.#end);
  }

  #skipTo(isIt: (id: string | null) => boolean): void {
    while (this.#link !== null && !isIt(this.#links.idOf(this.#link))) {
      this.#missing.push(this.#link.items);
      this.#link = this.#link.parent;
    }
  }
}
