/** Calls `listener` each time the browser comes online, until the returned function is called. */
export function onOnline(listener: () => void): () => void {
  // Other runtimes than pages and workers may lack these functions.
  const { addEventListener, removeEventListener } = globalThis;
  if (typeof addEventListener !== "function") return () => undefined;
  addEventListener.call(globalThis, "online", listener);
  return () => removeEventListener.call(globalThis, "online", listener);
}

/** Returns why a server at this address does not respond, as far as a browser can tell; null if unknown. */
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
