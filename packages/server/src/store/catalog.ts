import type { Owner } from "./store.ts";

/** What the catalog knows of a response: all but its content. */
export interface CatalogEntry {
  readonly id: string;
  readonly owner: Owner;
  readonly parent: CatalogEntry | null;
  /** The root of its tree. */
  readonly root: CatalogEntry;
  /** Of its content. */
  readonly bytes: number;
  /** Unix milliseconds. */
  readonly createdAt: number;
}

export interface NewEntry {
  readonly id: string;
  readonly owner: Owner;
  /** Must be in the catalog, listed or not. */
  readonly parentId: string | null;
  readonly bytes: number;
  readonly createdAt: number;
  /** `false` for content that only the chains which continue it need. */
  readonly listed: boolean;
}

export interface CatalogLimits {
  readonly responses: number;
  readonly bytes: number;
  readonly age: number;
}

/** What a change of the catalog means for the content. */
export interface Departures {
  /** Nobody can look these up any more, but chains need their content. */
  readonly unlisted: string[];
  /** The content of these is not needed any more. */
  readonly dropped: string[];
}

interface Node extends CatalogEntry {
  readonly parent: Node | null;
  readonly root: Node;
  listed: boolean;
  children: number;
  /** Responses in flight that continue this one. */
  pins: number;
}

/**
 * Which responses there are, how they descend from one another, and which of them go when there are too many:
 * those of the tree that was used least recently, and in it the least recently used. A response that others
 * continue loses its listing; its content stays as long as any of them does.
 */
export class Catalog {
  readonly #limits: CatalogLimits;
  readonly #nodes = new Map<string, Node>();
  /** Listed responses by the root of their tree, trees and responses in order of use. */
  readonly #trees = new Map<Node, Set<Node>>();
  readonly #listed = new Set<Node>();
  /** No listed response was created before. Unix milliseconds. */
  #earliest = Number.POSITIVE_INFINITY;
  #bytes = 0;

  constructor(limits: CatalogLimits) {
    this.#limits = limits;
  }

  /** Listed responses. */
  get size(): number {
    return this.#listed.size;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Whether its content is kept, listed or not. */
  has(id: string): boolean {
    return this.#nodes.has(id);
  }

  /** A listed response that is the owner's and not too old. */
  find(id: string, owner: Owner, now: number): CatalogEntry | null {
    const node = this.#nodes.get(id);
    if (node === undefined || !node.listed || node.owner !== owner) return null;
    return now - node.createdAt > this.#limits.age ? null : node;
  }

  add({ parentId, listed, ...rest }: NewEntry): void {
    if (this.#nodes.has(rest.id)) throw new RangeError(`response ${rest.id} is already in the catalog`);
    const parent = parentId === null ? null : (this.#nodes.get(parentId) ?? null);
    if (parentId !== null && parent === null)
      throw new RangeError(`there is no response ${parentId} to continue`);
    const node: Omit<Node, "root"> & { root: Node | null } = {
      ...rest,
      parent,
      root: parent?.root ?? null,
      listed,
      children: 0,
      pins: 0,
    };
    node.root ??= node as Node;
    this.#enter(node as Node);
  }

  /** The response was looked at, or is continued. */
  use(id: string): void {
    const node = this.#nodes.get(id);
    if (node?.listed) this.#moveToEnd(node);
  }

  /** Keeps a response from eviction until it is unpinned as many times. */
  pin(id: string): void {
    const node = this.#nodes.get(id);
    if (node !== undefined) node.pins++;
  }

  unpin(id: string): Departures {
    const node = this.#nodes.get(id);
    if (node === undefined) return none();
    node.pins--;
    const departures = none();
    this.#dropUnneeded(node, departures);
    return departures;
  }

  /** Takes a listed response out. */
  remove(id: string): Departures {
    const node = this.#nodes.get(id);
    const departures = none();
    if (node?.listed) this.#unlist(node, departures);
    return departures;
  }

  /**
   * Drops content that nothing needs: that of responses which were taken out while others in flight continued them, and
   * those ended with their process.
   */
  sweep(): Departures {
    const departures = none();
    for (const node of this.#nodes.values()) this.#dropUnneeded(node, departures);
    return departures;
  }

  /** Brings the catalog within its limits. `latest` stays, and what is pinned. */
  evict(now: number, latest: string | null): Departures {
    const departures = none();
    this.#expire(now, departures);
    while (this.#listed.size > this.#limits.responses) {
      const node = this.#leastUsed((it) => it.id !== latest);
      if (node === null) break;
      this.#unlist(node, departures);
    }
    while (this.#bytes > this.#limits.bytes) {
      const node = this.#leastUsed((it) => it.id !== latest && it.children === 0);
      if (node === null) break;
      this.#unlist(node, departures);
    }
    return departures;
  }

  #expire(now: number, departures: Departures): void {
    if (now - this.#earliest <= this.#limits.age) return;
    this.#earliest = Number.POSITIVE_INFINITY;
    // All of them: a clock that was set back meanwhile leaves them in another order than that of their age.
    for (const node of this.#listed) {
      if (now - node.createdAt > this.#limits.age && node.pins === 0) this.#unlist(node, departures);
      else this.#earliest = Math.min(this.#earliest, node.createdAt);
    }
  }

  #enter(node: Node): void {
    this.#nodes.set(node.id, node);
    this.#bytes += node.bytes;
    if (node.parent !== null) node.parent.children++;
    if (!node.listed) return;
    this.#listed.add(node);
    this.#earliest = Math.min(this.#earliest, node.createdAt);
    this.#moveToEnd(node);
  }

  #moveToEnd(node: Node): void {
    const tree = this.#trees.get(node.root) ?? new Set();
    this.#trees.delete(node.root);
    this.#trees.set(node.root, tree);
    tree.delete(node);
    tree.add(node);
  }

  #leastUsed(mayGo: (node: Node) => boolean): Node | null {
    for (const tree of this.#trees.values()) {
      for (const node of tree) if (node.pins === 0 && mayGo(node)) return node;
    }
    return null;
  }

  #unlist(node: Node, departures: Departures): void {
    node.listed = false;
    this.#listed.delete(node);
    const tree = this.#trees.get(node.root);
    tree?.delete(node);
    if (tree?.size === 0) this.#trees.delete(node.root);
    departures.unlisted.push(node.id);
    this.#dropUnneeded(node, departures);
  }

  /** Drops the content of a node that nothing needs, and then perhaps that of the nodes it descends from. */
  #dropUnneeded(from: Node, departures: Departures): void {
    let node: Node | null = from;
    while (node !== null && !node.listed && node.children === 0 && node.pins === 0) {
      this.#nodes.delete(node.id);
      this.#bytes -= node.bytes;
      departures.dropped.push(node.id);
      if (node.parent !== null) node.parent.children--;
      node = node.parent;
    }
  }
}

function none(): Departures {
  return { unlisted: [], dropped: [] };
}
