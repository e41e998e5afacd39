// Stands for `node:test` in test files: `test(name, run)` and nothing more.

/** @type {{ name: string, run: () => unknown }[]} */
const registered = [];
/** @type {string | null} */
let owner = null;

/**
 * @param {string} name
 * @param {() => unknown} run
 */
export function test(name, run) {
  registered.push({ name, run });
}

/**
 * The tests registered since the last call; for whoever called first, by what only that one knows: the tested code can
 * import this file as well.
 * @param {string} token
 */
export function takeTests(token) {
  owner ??= token;
  if (token !== owner) throw new Error("these tests are somebody else's");
  return registered.splice(0);
}
