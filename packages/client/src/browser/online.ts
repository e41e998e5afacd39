/** Calls back each time the browser has a network again, until the returned function is called. */
export function onOnline(listener: () => void): () => void {
  // Not everything that runs this is a page or a worker.
  const { addEventListener, removeEventListener } = globalThis;
  if (typeof addEventListener !== "function") return () => undefined;
  addEventListener.call(globalThis, "online", listener);
  return () => removeEventListener.call(globalThis, "online", listener);
}

/** Why a server at this address gives the browser no answer, as far as the browser lets it be told; null if it does not. */
export function whySilent(url: string): { readonly message: string; readonly remedy: string } | null {
  const { navigator, location } = globalThis;
  if (navigator?.onLine === false) {
    return { message: "the browser is offline", remedy: "connect it to a network" };
  }
  const own = location?.origin;
  const { origin } = new URL(url.replace(/^ws/, "http"));
  if (own === undefined || own === origin) return null;
  return {
    message: `this page is of another origin, ${own}, and Flint answers its own pages only`,
    remedy:
      "have the page's own web server pass /v1 on to Flint and give url: location.origin, or start a server there",
  };
}
