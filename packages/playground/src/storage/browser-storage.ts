import { MemoryStorage } from "./memory-storage.ts";

type Name = "localStorage" | "sessionStorage";

/** Returns the browser's storage of that name, or one in memory if the browser blocks it. */
export function browserStorage(
  name: Name,
  of: { readonly [name in Name]?: Storage | null } = window,
): Storage {
  try {
    return of[name] ?? new MemoryStorage();
  } catch {
    // With storage blocked in the browser's settings, even reading the property throws. The page works without it, so
    // this is not reported.
    return new MemoryStorage();
  }
}
