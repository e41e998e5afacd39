// Stands for `node:test` in test files: `test(name, run)` and nothing more.

/** @type {{ name: string, run: () => unknown }[]} */
const registered = [];

/**
 * @param {string} name
 * @param {() => unknown} run
 */
export function test(name, run) {
  registered.push({ name, run });
}

/** The tests registered since the last call. */
export function takeTests() {
  return registered.splice(0);
}
