import { firstToGo, isLikelier, type Prospect } from "../../contract/index.ts";
import type { BoundContext, Token } from "../binding/index.ts";
import { commonLength } from "../common-length.ts";
import type { KvSpill } from "../kv-spill/index.ts";
import type { Sequence, ThreadState } from "./thread-state.ts";

/** A sequence is saved to disk before it loses at least this many tokens. */
const LEAST_SAVED = 256;

/** Minimum common prefix for copying another sequence's state, which costs as much as evaluating some dozens of tokens. */
const LEAST_SHARED = 64;

/**
 * Assigns the context's sequences to threads. When another thread needs one, an idle thread loses its sequence:
 * one-shots first, then conversations that may continue, and last prompts whose answer is about to be requested.
 */
export class Sequences {
  readonly #context: BoundContext;
  readonly #all: readonly Sequence[];
  readonly #spill: KvSpill | null;
  #uses = 0;

  constructor(context: BoundContext, count: number, spill: KvSpill | null = null) {
    this.#context = context;
    this.#spill = spill;
    this.#all = Array.from({ length: count }, (_, id) => ({
      ...{ id, cells: [], user: null, owner: null, used: 0, isCopied: false },
    }));
  }

  /** Whether a thread could get a sequence now. */
  get available(): boolean {
    return this.#all.some(({ owner }) => owner === null || !owner.busy);
  }

  /** Whether a thread could get a sequence without taking one from a thread whose answer is about to be requested. */
  get spare(): boolean {
    const now = performance.now();
    return this.#all.some(({ owner }) => owner === null || !(owner.busy || owner.answerExpectedUntil > now));
  }

  /**
   * Whether a thread without a sequence would take that of a conversation more likely to continue than `prospect`.
   */
  wouldEvictLikelier(thread: ThreadState, prospect: Prospect): boolean {
    const owner = this.#reclaimable(thread)?.owner;
    return owner != null && isLikelier(owner.prospect, prospect);
  }

  /** Whether there is a sequence without owner and content. */
  get vacant(): boolean {
    return this.#all.some(({ owner, cells }) => owner === null && cells.length === 0);
  }

  /**
   * Resolves to the thread's sequence: its own, a free one, or that of the first idle thread to evict; null if none. It
   * keeps the content of the previous thread until {@link align}.
   */
  async acquire(thread: ThreadState): Promise<Sequence | null> {
    const sequence = thread.sequence ?? this.#reclaimable(thread);
    if (!sequence) return null;
    sequence.used = ++this.#uses;
    if (sequence.owner !== thread) {
      if (sequence.owner) {
        sequence.owner.lostTokens = sequence.cells.length;
        sequence.owner.sequence = null;
      }
      sequence.owner = thread;
      thread.sequence = sequence;
      // Calibration also uses sequences, and leaves content that `cells` does not reflect.
      if (sequence.cells.length === 0) await this.truncate(sequence, 0);
    }
    return sequence;
  }

  release(thread: ThreadState): void {
    if (thread.sequence) thread.sequence.owner = null;
    thread.sequence = null;
  }

  /** Releases every thread's sequence. */
  releaseAll(): void {
    for (const { owner } of this.#all) if (owner) this.release(owner);
  }

  /** Releases every thread's sequence and clears all content. */
  async reset(): Promise<void> {
    this.releaseAll();
    for (const sequence of this.#all) await this.truncate(sequence, 0);
  }

  /**
   * Prepares a sequence with the longest prefix of the thread's tokens, except the last, that it or another sequence of
   * the same user has. A conversation can thus start after the instructions and tools of an earlier one.
   */
  async align(sequence: Sequence, { tokens, user }: ThreadState): Promise<void> {
    const own = sequence.user === user ? commonLength(sequence.cells, tokens) : 0;
    await this.#saveBeforeLoss(sequence, own);
    if (sequence.user !== user) {
      await this.truncate(sequence, 0);
      sequence.user = user;
    }
    const [source, shared] = longestShared(this.#ofUser(user), tokens);
    const isShared = source !== null && shared >= own + LEAST_SHARED;
    // A copy takes effect with the next step, and would overwrite a state loaded before that.
    const isCopying = this.#all.some(({ isCopied }) => isCopied);
    const loaded = isCopying ? null : await this.#spill?.load(sequence, tokens, isShared ? shared : own);
    if (loaded) sequence.cells = loaded;
    else if (isShared) await this.copy(source, sequence);
    const common = Math.min(commonLength(sequence.cells, tokens), tokens.length - 1);
    if (common < sequence.cells.length) await this.truncate(sequence, common);
  }

  /** Copies a sequence's state to another. */
  async copy(from: Sequence, to: Sequence): Promise<void> {
    await this.#saveBeforeLoss(to, to.user === from.user ? commonLength(to.cells, from.cells) : 0);
    if (!(await this.#context.copy(from.id, to.id))) return;
    to.cells = [...from.cells];
    to.user = from.user;
    to.isCopied = true;
  }

  /** Called after a step, which has applied pending copies. */
  clearPendingCopies(): void {
    for (const sequence of this.#all) sequence.isCopied = false;
  }

  /** Saves the sequences to disk, most recently used first, while there is time. */
  async save(milliseconds: number): Promise<void> {
    const end = performance.now() + milliseconds;
    for (const sequence of this.#all.toSorted((a, b) => b.used - a.used)) {
      if (performance.now() < end) await this.#save(sequence);
    }
  }

  /** Drops a sequence's content beyond `kept` tokens, after saving it if worthwhile. */
  async #saveBeforeLoss(sequence: Sequence, kept: number): Promise<void> {
    if (sequence.cells.length - kept >= LEAST_SAVED) await this.#save(sequence);
  }

  async #save(sequence: Sequence): Promise<void> {
    if (!sequence.isCopied) await this.#spill?.save(sequence);
  }

  async truncate(sequence: Sequence, length: number): Promise<void> {
    const cut = await this.#context.truncate(sequence.id, length);
    sequence.cells.length = cut ? length : 0;
  }

  #ofUser(user: string | null): Sequence[] {
    return this.#all.filter((sequence) => sequence.user === user);
  }

  #reclaimable({ tokens, user }: ThreadState): Sequence | undefined {
    const free = this.#all.filter(({ owner }) => owner === null).sort((a, b) => a.used - b.used);
    const own = this.#ofUser(user).filter(({ owner }) => owner === null);
    const [best, shared] = longestShared(own, tokens);
    if (best && shared >= LEAST_SHARED) return best;
    if (free[0]) return free[0];
    const now = performance.now();
    const idle = this.#all
      .flatMap((sequence) => (sequence.owner === null || sequence.owner.busy ? [] : [sequence.owner]))
      .sort((a, b) => (a.sequence?.used ?? 0) - (b.sequence?.used ?? 0));
    const resting = idle.filter(({ answerExpectedUntil }) => answerExpectedUntil <= now);
    const owner = firstToGo(resting.length > 0 ? resting : idle, this.#all.length);
    return owner?.sequence ?? undefined;
  }
}

/** Returns the sequence with the longest common prefix with `tokens`, and its length. */
function longestShared(
  sequences: readonly Sequence[],
  tokens: readonly Token[],
): readonly [Sequence | null, number] {
  let best: Sequence | null = null;
  let longest = 0;
  for (const sequence of sequences) {
    const length = commonLength(sequence.cells, tokens);
    if (length > longest) [best, longest] = [sequence, length];
  }
  return [best, longest];
}
