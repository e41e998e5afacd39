import { setMaxListeners } from "node:events";

const STEP_MS = 30_000;
const MESSAGE_LINES = 12;

/**
 * The checks of one client. Features are independent: a missing one fails alone.
 * @template Context
 * @typedef {{
 *   client: string,
 *   version: string,
 *   open: () => Promise<Context & { close: () => Promise<void> }>,
 *   features: readonly Feature<Context>[],
 * }} Check
 */
/**
 * `run` throws if the feature does not work. Its signal fires when the check ends, even by timeout, and must close
 * whatever `run` has opened. `limit`: timeout in milliseconds.
 * @template Context
 * @typedef {{
 *   feature: string,
 *   run: (context: Context, signal: AbortSignal) => Promise<void> | void,
 *   limit?: number,
 * }} Feature
 */
/** @typedef {{ feature: string, failure: string | null, milliseconds: number }} Outcome */
/** @typedef {{ client: string, version: string, outcomes: Outcome[] }} Report */

/**
 * Checks every feature, one after another, and prints a line for each.
 * @param {Check<any>} check
 * @param {AbortSignal} stopped
 * @returns {Promise<Report>}
 */
export async function runCheck({ client, version, open, features }, stopped) {
  console.log(`\n${client} ${version}`);
  /** @type {Outcome[]} */
  const outcomes = [];
  let context;
  try {
    context = await open();
  } catch (error) {
    stopped.throwIfAborted();
    const failure = `not begun: ${messageOf(error)}`;
    console.log(`  ✗ ${failure}`);
    return {
      client,
      version,
      outcomes: features.map(({ feature }) => ({ feature, failure, milliseconds: 0 })),
    };
  }
  try {
    for (const { feature, run, limit = STEP_MS } of features) {
      stopped.throwIfAborted();
      const started = performance.now();
      const failure = await failureOf((signal) => run(context, signal), limit, stopped);
      const milliseconds = Math.round(performance.now() - started);
      outcomes.push({ feature, failure, milliseconds });
      console.log(
        failure === null ? `  ✓ ${feature} (${milliseconds} ms)` : `  ✗ ${feature}\n      ${failure}`,
      );
    }
  } finally {
    await context.close();
  }
  return { client, version, outcomes };
}

/** @returns {Promise<string | null>} */
async function failureOf(run, limit, stopped) {
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(new Error(`not over after ${limit / 1000} s`)), limit);
  const signal = AbortSignal.any([over.signal, stopped]);
  // Every waiting lane adds a listener.
  setMaxListeners(0, signal);
  const cut = new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  try {
    await Promise.race([run(signal), cut]);
    return null;
  } catch (error) {
    return messageOf(error);
  } finally {
    clearTimeout(timer);
    over.abort(new Error("the check of this feature is over"));
    await cut.catch(() => {});
  }
}

/** Returns the error's message, and its place in these scripts. */
function messageOf(error) {
  if (!(error instanceof Error)) return String(error);
  const place = /^ +at .*scripts\/clients\/(?!check\.mjs).*$/m.exec(error.stack ?? "")?.[0].trim();
  const lines = error.message.split("\n").slice(0, MESSAGE_LINES);
  return (place === undefined ? lines : [...lines, place]).join("\n      ");
}
