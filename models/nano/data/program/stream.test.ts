import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { FAMILIES } from "../families/index.ts";
import { fixtureSnippets } from "../fixtures/fixtures.ts";
import { writeSnippets } from "../snippets/index.ts";
import { streamFrames } from "./stream.ts";

const TOKENIZER = fileURLToPath(new URL("../../tokenizer.json", import.meta.url));

/** The families of the frames in the first bytes of a stream, by their numbers. */
async function streamed(share?: string): Promise<number[]> {
  const snippets = mkdtempSync(join(tmpdir(), "nano-stream-"));
  onTestFinished(() => rmSync(snippets, { recursive: true, force: true }));
  const source = { name: "seen", version: "1.0.0", licence: "Apache-2.0", heldOut: false };
  writeSnippets(snippets, [{ package: source, snippets: fixtureSnippets(), foreign: [] }], 1);
  const families: number[] = [];
  const output = new Writable({
    write(frames: Buffer, _, done) {
      for (let at = 0; at < frames.length; ) {
        families.push(frames.readUInt16LE(at));
        const answer = frames.readUInt16LE(at + 6);
        at += 8 + 2 * (frames.readUInt16LE(at + 4) + answer) + answer;
      }
      this.destroy();
      done();
    },
  });
  await streamFrames(
    { snippets, tokenizer: TOKENIZER, seed: 1, worker: 0, workers: 1, format: "whole", share },
    output,
  );
  return families;
}

it("the stream ends when its reader closes, and --share sets a family's share of it", async () => {
  const wanted = FAMILIES.findIndex(({ name }) => name === "recursion-to-loop");
  const shareOf = (families: number[]) => families.filter((one) => one === wanted).length / families.length;
  const usual = shareOf(await streamed());
  expect(usual).toBeGreaterThan(0);
  expect(usual).toBeLessThan(0.02);
  expect(shareOf(await streamed("recursion-to-loop=0.03"))).toBeGreaterThan(0.025);
}, 180_000);
