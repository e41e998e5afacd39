/** Rejects only once all have ended: who is told of a failure frees what the others still work with. */
export async function allEnded<T>(work: readonly (T | Promise<T>)[]): Promise<T[]> {
  const results = await Promise.allSettled(work);
  return results.map((result) => {
    if (result.status === "rejected") throw result.reason;
    return result.value;
  });
}
