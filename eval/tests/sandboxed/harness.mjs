// Replaces `node:test` in test files; supports only `test(name, run)`.

/** @type {{ name: string, run: () => unknown }[]} */
const registered = [];
/** @type {string | null} */
let firstToken = null;

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
  firstToken ??= token;
  if (token !== firstToken) throw new Error("wrong token: these tests were registered for another caller");
  return registered.splice(0);
}
