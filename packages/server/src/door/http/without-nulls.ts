/** A body's fields over the given ones, those that are null left out. What is no object stays as it is. */
export function withoutNulls(defaults: Record<string, unknown>, body: unknown): unknown {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return body;
  const given = Object.entries(body).filter(([, value]) => value !== null);
  return { ...defaults, ...Object.fromEntries(given) };
}
