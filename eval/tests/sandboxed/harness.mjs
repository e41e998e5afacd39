// Replaces `node:test` in test files; supports only `test(name, run)`.

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
 * Returns the tests registered since the last call. Throws unless the token is that of the first call: the tested code
 * can import this file, too.
 * @param {string} token
 */
export function takeTests(token) {
  owner ??= token;
  if (token !== owner) throw new Error("these tests are somebody else's");
  return registered.splice(0);
}
