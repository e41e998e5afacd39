/** Base64 of a text in UTF-8. */
export function toBase64(text) {
  return Buffer.from(text, "utf8").toString("base64");
}

/** The text in UTF-8 that was encoded as Base64. */
export function fromBase64(encoded) {
  return Buffer.from(encoded, "base64").toString("utf8");
}

/** All chunks as one. */
export function concat(chunks) {
  return Buffer.concat(chunks);
}

export function checksum(bytes) {
  let sum = 0;
  for (const byte of bytes) sum = (sum * 31 + byte) >>> 0;
  return sum;
}
