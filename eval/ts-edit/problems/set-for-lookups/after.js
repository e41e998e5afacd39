let calls = 0;

/** Addresses are the same whatever their case and the space around them. */
export function normalize(address) {
  calls++;
  return address.trim().toLowerCase();
}

/** How often `normalize` was called since the last question. */
export function takeCalls() {
  const taken = calls;
  calls = 0;
  return taken;
}

/** Those of `addresses` that are not among `known`, each once, as they were first written. */
export function newSubscribers(addresses, known) {
  const seen = new Set(known.map(normalize));
  const fresh = [];
  for (const address of addresses) {
    const key = normalize(address);
    if (seen.has(key)) continue;
    seen.add(key);
    fresh.push(address);
  }
  return fresh;
}
