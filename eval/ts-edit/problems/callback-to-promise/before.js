export function normalizeKey(key) {
  return String(key).trim().toLowerCase();
}

/** Calls back with the record, parsed. */
export function readRecord(store, key, callback) {
  const name = normalizeKey(key);
  store.get(name, (error, text) => {
    if (error) return callback(error);
    if (text === undefined) return callback(new Error(`no record ${name}`));
    let record;
    try {
      record = JSON.parse(text);
    } catch (parseError) {
      return callback(parseError);
    }
    callback(null, record);
  });
}

/** Calls back with the copy. */
export function copyRecord(store, from, to, callback) {
  readRecord(store, from, (error, record) => {
    if (error) return callback(error);
    const copy = { ...record, copiedFrom: normalizeKey(from) };
    store.put(normalizeKey(to), JSON.stringify(copy), (putError) => {
      if (putError) return callback(putError);
      callback(null, copy);
    });
  });
}
