import assert from "node:assert/strict";

/**
 * Runs a client's steps one after another and prints a line for each; after a failure the rest are not run, since
 * each builds on the one before.
 * @param {string} client
 * @param {Iterable<[string, () => unknown]> | AsyncIterable<[string, () => unknown]>} steps
 * @returns {Promise<boolean>} whether all passed
 */
export async function verdict(client, steps) {
  for await (const [what, step] of steps) {
    const started = performance.now();
    try {
      await step();
      console.log(`✓ ${client}: ${what} (${Math.round(performance.now() - started)} ms)`);
    } catch (error) {
      console.log(
        `✗ ${client}: ${what}: ${error instanceof assert.AssertionError ? error.message : error.stack}`,
      );
      return false;
    }
  }
  return true;
}
