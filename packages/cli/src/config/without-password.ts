/** Removes user names and passwords from URLs. */
export function withoutPassword(value: unknown): unknown {
  return typeof value === "string" ? value.replace(/(?<=:\/\/)[^/@]*@/g, "(redacted)@") : value;
}
