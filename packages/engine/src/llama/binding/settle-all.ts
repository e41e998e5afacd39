/** Like `Promise.all`, but rejects only after all have settled: the caller then frees memory that the others use. */
export async function settleAll<T>(work: readonly (T | Promise<T>)[]): Promise<T[]> {
  const results = await Promise.allSettled(work);
  return results.map((result) => {
    if (result.status === "rejected") throw result.reason;
    return result.value;
  });
}
