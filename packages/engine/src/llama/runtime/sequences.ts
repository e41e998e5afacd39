import type { BoundContext, Token } from "../binding/index.ts";
import type { Sequence, ThreadState } from "./thread-state.ts";

/** Hands the context's sequences to threads. An idle thread loses its own when another needs one. */
export class Sequences {
  readonly #context: BoundContext;
  readonly #all: readonly Sequence[];
  #uses = 0;

  constructor(context: BoundContext, count: number) {
    this.#context = context;
    this.#all = Array.from({ length: count }, (_, id) => ({ id, cells: [], owner: null, used: 0 }));
  }

  /** Whether a thread without a sequence would get one now. */
  get available(): boolean {
    return this.#all.some(({ owner }) => owner === null || !owner.busy);
  }

  /** The thread's sequence: its own, a free one, or that of the thread that has been idle for longest. */
  async acquire(thread: ThreadState): Promise<Sequence | null> {
    const sequence = thread.sequence ?? this.#reclaimable();
    if (!sequence) return null;
    sequence.used = ++this.#uses;
    if (sequence.owner !== thread) {
      if (sequence.owner) {
        sequence.owner.lostTokens = sequence.cells.length;
        sequence.owner.sequence = null;
      }
      sequence.owner = thread;
      thread.sequence = sequence;
      await this.truncate(sequence, 0);
    }
    return sequence;
  }

  release(thread: ThreadState): void {
    if (thread.sequence) thread.sequence.owner = null;
    thread.sequence = null;
  }

  /** Takes every thread's sequence away and forgets what they hold. */
  async reset(): Promise<void> {
    for (const sequence of this.#all) {
      if (sequence.owner) this.release(sequence.owner);
      await this.truncate(sequence, 0);
    }
  }

  /** Cuts what a sequence holds to the beginning that it shares with `tokens`, less the last one of these. */
  async align(sequence: Sequence, tokens: readonly Token[]): Promise<void> {
    const common = Math.min(commonLength(sequence.cells, tokens), tokens.length - 1);
    if (common < sequence.cells.length) await this.truncate(sequence, common);
  }

  async truncate(sequence: Sequence, length: number): Promise<void> {
    const cut = await this.#context.truncate(sequence.id, length);
    sequence.cells.length = cut ? length : 0;
  }

  #reclaimable(): Sequence | undefined {
    const free = this.#all.find(({ owner }) => owner === null);
    if (free) return free;
    const idle = this.#all.filter(({ owner }) => owner !== null && !owner.busy);
    return idle.sort((a, b) => a.used - b.used)[0];
  }
}

function commonLength(a: readonly Token[], b: readonly Token[]): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a[length] === b[length]) length += 1;
  return length;
}
