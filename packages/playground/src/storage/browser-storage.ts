import { MemoryStorage } from "./memory-storage.ts";

type Name = "localStorage" | "sessionStorage";

/** The browser's storage of that name; one in memory where the browser gives none. */
export function browserStorage(
  name: Name,
  of: { readonly [name in Name]?: Storage | null } = window,
): Storage {
  try {
    return of[name] ?? new MemoryStorage();
  } catch {
    // Where the person lets no page keep anything, even to look at it is an error. That is no fault to be told of:
    // the page does all else as well without.
    return new MemoryStorage();
  }
}
