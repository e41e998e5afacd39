/** Merges a body's non-null fields over the defaults. A body that is not an object is returned unchanged. */
export function withoutNulls(defaults: Record<string, unknown>, body: unknown): unknown {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return body;
  const given = Object.entries(body).filter(([, value]) => value !== null);
  return { ...defaults, ...Object.fromEntries(given) };
}
