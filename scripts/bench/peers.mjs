const NAME = /^[a-z][a-z0-9-]{0,30}$/;

/**
 * Parses the values of `--peer NAME=URL`, which may be repeated.
 * @param {readonly string[]} values
 * @throws {Error} for the first invalid value, with the reason
 */
export function peersOf(values) {
  return values.map((value) => {
    const at = value.indexOf("=");
    const name = value.slice(0, at);
    const url = value.slice(at + 1).replace(/\/+$/, "");
    if (at < 0 || !NAME.test(name) || !/^https?:\/\//.test(url) || !URL.canParse(url)) {
      throw new Error(
        `--peer takes NAME=URL, a name of small letters and the address of a server, such as vllm=http://127.0.0.1:8000/v1; this is "${value}".`,
      );
    }
    return { name, url };
  });
}
