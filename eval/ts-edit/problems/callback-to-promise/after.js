export function normalizeKey(key) {
  return String(key).trim().toLowerCase();
}

/** The record, parsed. */
export async function readRecord(store, key) {
  const name = normalizeKey(key);
  const text = await called((callback) => store.get(name, callback));
  if (text === undefined) throw new Error(`no record ${name}`);
  return JSON.parse(text);
}

/** Answers with the copy. */
export async function copyRecord(store, from, to) {
  const record = await readRecord(store, from);
  const copy = { ...record, copiedFrom: normalizeKey(from) };
  await called((callback) => store.put(normalizeKey(to), JSON.stringify(copy), callback));
  return copy;
}

function called(call) {
  return new Promise((resolve, reject) => {
    call((error, value) => (error ? reject(error) : resolve(value)));
  });
}
