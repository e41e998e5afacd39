export type IdPrefix = "req" | "resp" | "msg" | "fc" | "ctc" | "rs" | "steer" | "call" | "cmp" | "conn";

const BYTES_PER_ID = 16;
/** Ids per call of the system's random generator. */
const IDS_PER_POOL = 128;
const pool = new Uint8Array(BYTES_PER_ID * IDS_PER_POOL);
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

let used = pool.length;

/** Creates an unguessable id: the prefix, `_`, and 32 hexadecimal digits (128 random bits). */
export function newId(prefix: IdPrefix): string {
  if (used === pool.length) {
    globalThis.crypto.getRandomValues(pool);
    used = 0;
  }
  let id = `${prefix}_`;
  const end = used + BYTES_PER_ID;
  for (; used < end; used++) id += HEX[pool[used] ?? 0];
  return id;
}
