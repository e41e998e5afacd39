/** Marks the file as Flint's in SQLite's header: "Flnt". */
export const APPLICATION_ID = 0x466c6e74;

/** Goes up with each change that an earlier version would not understand. */
export const SCHEMA_VERSION = 2;

/** What version 2 added: which response has an output item, and what the content that clients keep is encrypted with. */
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

/** Brings a file of version 1 to version 2. */
export const TO_2 = `${SINCE_2}
  INSERT OR IGNORE INTO item (id, response)
    SELECT json_extract(output.value, '$.id'), body.id
    FROM body, json_each(body.response, '$.output') AS output
    WHERE body.response IS NOT NULL;
`;

/**
 * What there is (`response`) lies apart from its content (`body`), so that taking stock reads little. `seq` is the
 * order in which responses were put: a response comes after the one it continues.
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
