import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Engine, GenerateRequest, Prompt, Thread } from "../contract/index.ts";
import { type Answer, read } from "./answer.ts";
import { randomNumbers } from "./random-numbers.ts";

/** A request to edit code, whose answer probably follows the code. */
export interface Edit {
  readonly prompt: Prompt;
  readonly code: string;
}

export interface EditConformanceOptions {
  /** Starts an engine that verifies drafts. The suite closes it. */
  create(): Promise<Engine>;
  readonly model: string;
  readonly edits: readonly Edit[];
  /** Whether batches are exact, so that answers sampled with a seed are drafted too. */
  readonly exact: boolean;
  /** Number of tokens compared per answer. Default 24. */
  readonly maxTokens?: number;
  /** Timeout for all edits, in milliseconds. Default 120,000. */
  readonly timeout?: number;
}

/** Vitest suite: answers are token for token the same with and without drafts. Call it at the top level of a test file. */
export function editConformance(name: string, options: EditConformanceOptions): void {
  const { edits, timeout = 120_000 } = options;
  describe(`${name}, over ${edits.length} edits`, { timeout }, () => {
    let engine: Engine | null = null;
    let thread: Thread | null = null;
    beforeAll(async () => {
      engine = await options.create();
      thread = await engine.openThread({ model: options.model });
    });
    afterAll(() => engine?.close());

    test("gives the same answers with drafts as without, and accepts more than one draft token per edit", async () => {
      assertFollowed(await draftsOver(options, thread, {}), edits.length);
    });

    test("gives the same answers with drafts as without when sampling with a seed", async () => {
      const drafts = await draftsOver(options, thread, { sampling: { temperature: 0.7, seed: 11 } });
      if (options.exact) assertFollowed(drafts, edits.length);
      else expect(drafts).toEqual({ drafted: 0, accepted: 0, followed: 0 });
    });

    test("gives the same answers with drafts as without when every draft is wrong", async () => {
      const some = edits.slice(0, Math.ceil(edits.length / 4));
      const { drafted, accepted } = await draftsOver({ ...options, edits: some }, thread, {}, () => WRONG);
      expect(drafted - accepted).toBeGreaterThan(some.length);
    });
  });
}

const WRONG = "Lorem ipsum dolor sit amet, consectetur adipiscing elit. ".repeat(4);

/** What became of the drafts of all edits. */
interface Drafts {
  /** Number of tokens. */
  readonly drafted: number;
  readonly accepted: number;
  /** Number of edits with an accepted token. */
  readonly followed: number;
}

function assertFollowed({ drafted, accepted, followed }: Drafts, edits: number): void {
  expect(followed).toBeGreaterThan(edits / 2);
  expect(accepted).toBeGreaterThan(drafted / 2);
}

/** Compares each edit's answers with and without a draft. */
async function draftsOver(
  { edits, maxTokens = 24 }: EditConformanceOptions,
  thread: Thread | null,
  request: GenerateRequest,
  draftOf?: () => string,
): Promise<Drafts> {
  if (!thread) throw new Error("the thread is opened before the tests");
  const random = randomNumbers(7);
  let [drafted, accepted, followed] = [0, 0, 0];
  for (const [index, { prompt, code }] of edits.entries()) {
    const answer = async (draft: string): Promise<Answer> => {
      await thread.prefill(prompt);
      return read(thread, { maxTokens, ...request, draft });
    };
    const plain = await answer("");
    // Draft a model that follows the code by the code, and others by their own answer with a change.
    const draft = draftOf?.() ?? (index % 2 === 0 ? code : withRandomChange(plain.text, random));
    const helped = await answer(draft);
    expect(plain.drafted, `edit ${index}`).toBe(0);
    expect(helped.text, `edit ${index}`).toBe(plain.text);
    expect(helped.finish, `edit ${index}`).toEqual(plain.finish);
    drafted += helped.drafted;
    accepted += helped.accepted;
    if (helped.accepted > 0) followed += 1;
  }
  return { drafted, accepted, followed };
}

/** Returns the text with a random piece replaced, inserted or deleted. */
function withRandomChange(text: string, random: () => number): string {
  const start = Math.floor(random() * text.length);
  const end = random() < 0.5 ? start : start + Math.floor(random() * 8);
  return text.slice(0, start) + ["", "changed", "\n"][Math.floor(random() * 3)] + text.slice(end);
}
