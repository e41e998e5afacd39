/** SQLite application id that marks the file as Flint's: "Flnt". */
export const APPLICATION_ID = 0x466c6e74;

/** Incremented with each schema change that earlier versions of Flint cannot read. */
export const SCHEMA_VERSION = 2;

/**
 * Additions in version 2: an index from output items to responses, and the key that encrypts content kept by clients.
 */
const SINCE_2 = `
  CREATE TABLE item (
    id TEXT PRIMARY KEY,
    response TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX item_response ON item (response);
  CREATE TABLE secret (
    bytes BLOB NOT NULL
  );
  INSERT INTO secret (bytes) VALUES (randomblob(32));
`;

/** Migrates a version 1 file to version 2. */
export const TO_2 = `${SINCE_2}
  INSERT OR IGNORE INTO item (id, response)
    SELECT json_extract(output.value, '$.id'), body.id
    FROM body, json_each(body.response, '$.output') AS output
    WHERE body.response IS NOT NULL;
`;

/**
 * Metadata (`response`) is separate from content (`body`) to keep loading at startup cheap. `seq` is insertion order: a
 * response comes after the one it continues.
 */
export const SCHEMA = `
  CREATE TABLE response (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    owner TEXT,
    parent TEXT,
    bytes INTEGER NOT NULL,
    created INTEGER NOT NULL,
    listed INTEGER NOT NULL,
    used INTEGER NOT NULL
  );
  CREATE TABLE body (
    id TEXT PRIMARY KEY,
    input TEXT NOT NULL,
    response TEXT,
    chained INTEGER
  );
  CREATE TABLE log (
    id TEXT PRIMARY KEY,
    bytes INTEGER NOT NULL,
    until INTEGER NOT NULL,
    events TEXT NOT NULL
  );
  ${SINCE_2}
`;
