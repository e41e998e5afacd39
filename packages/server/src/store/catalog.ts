import type { Owner } from "./store.ts";

/** A response's metadata: everything except its content. */
export interface CatalogEntry {
  readonly id: string;
  readonly owner: Owner;
  readonly parent: CatalogEntry | null;
  /** Root of the response's tree. */
  readonly root: CatalogEntry;
  /** Size of its content. */
  readonly bytes: number;
  /** Unix milliseconds. */
  readonly createdAt: number;
}

export interface NewEntry {
  readonly id: string;
  readonly owner: Owner;
  /** Must be in the catalog, listed or unlisted. */
  readonly parentId: string | null;
  readonly bytes: number;
  readonly createdAt: number;
  /** `false` for content that is kept only because other chains continue it. */
  readonly listed: boolean;
}

export interface CatalogLimits {
  readonly responses: number;
  readonly bytes: number;
  readonly age: number;
}

/** Effects of a catalog change on stored content. */
export interface Removals {
  /** Responses that can no longer be looked up but whose content other chains still need. */
  readonly unlisted: string[];
  /** Responses whose content is no longer needed. */
  readonly dropped: string[];
}

interface Node extends CatalogEntry {
  readonly parent: Node | null;
  readonly root: Node;
  listed: boolean;
  children: number;
  /** Number of in-flight responses that continue this one. */
  pins: number;
}

/**
 * The set of stored responses, how they descend from one another, and which to evict when there are too many: the least
 * recently used response of the least recently used tree. An evicted response that others continue only becomes
 * unlisted; its content stays until all of them are gone.
 */
export class Catalog {
  readonly #limits: CatalogLimits;
  readonly #nodes = new Map<string, Node>();
  /**
   * Listed responses by the root of their tree. Trees, and the responses in each, are ordered from least to most
   * recently used.
   */
  readonly #trees = new Map<Node, Set<Node>>();
  readonly #listed = new Set<Node>();
  /** Lower bound on the creation times of listed responses, in Unix milliseconds. */
  #earliest = Number.POSITIVE_INFINITY;
  #bytes = 0;

  constructor(limits: CatalogLimits) {
    this.#limits = limits;
  }

  /** Number of listed responses. */
  get size(): number {
    return this.#listed.size;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Returns whether the response's content is kept, listed or unlisted. */
  has(id: string): boolean {
    return this.#nodes.has(id);
  }

  /** Returns the response if it is listed, belongs to the owner and has not expired, else null. */
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
    this.#insert(node as Node);
  }

  /** Marks a response as most recently used: it was read or continued. */
  use(id: string): void {
    const node = this.#nodes.get(id);
    if (node?.listed) this.#moveToEnd(node);
  }

  /** Protects a response from eviction until {@link unpin} has been called as often as this. */
  pin(id: string): void {
    const node = this.#nodes.get(id);
    if (node !== undefined) node.pins++;
  }

  unpin(id: string): Removals {
    const node = this.#nodes.get(id);
    if (node === undefined) return noRemovals();
    node.pins--;
    const departures = noRemovals();
    this.#dropUnneeded(node, departures);
    return departures;
  }

  /** Unlists a response. */
  remove(id: string): Removals {
    const node = this.#nodes.get(id);
    const departures = noRemovals();
    if (node?.listed) this.#unlist(node, departures);
    return departures;
  }

  /** Drops content that only in-flight responses needed when the previous process ended: pins are not persisted. */
  sweep(): Removals {
    const departures = noRemovals();
    for (const node of this.#nodes.values()) this.#dropUnneeded(node, departures);
    return departures;
  }

  /** Evicts responses until the catalog is within its limits, except `latest` and pinned responses. */
  evict(now: number, latest: string | null): Removals {
    const departures = noRemovals();
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

  #expire(now: number, departures: Removals): void {
    if (now - this.#earliest <= this.#limits.age) return;
    this.#earliest = Number.POSITIVE_INFINITY;
    // Checks every response: if the system clock was set back, order of use differs from order of creation.
    for (const node of this.#listed) {
      if (now - node.createdAt > this.#limits.age && node.pins === 0) this.#unlist(node, departures);
      else this.#earliest = Math.min(this.#earliest, node.createdAt);
    }
  }

  #insert(node: Node): void {
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

  #unlist(node: Node, departures: Removals): void {
    node.listed = false;
    this.#listed.delete(node);
    const tree = this.#trees.get(node.root);
    tree?.delete(node);
    if (tree?.size === 0) this.#trees.delete(node.root);
    departures.unlisted.push(node.id);
    this.#dropUnneeded(node, departures);
  }

  /** Drops the node's content if nothing needs it, and then that of its ancestors in the same way. */
  #dropUnneeded(from: Node, departures: Removals): void {
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

function noRemovals(): Removals {
  return { unlisted: [], dropped: [] };
}
