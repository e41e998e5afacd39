type Names<Path extends string> = Path extends `${infer Part}/${infer Rest}`
  ? Names<Part> | Names<Rest>
  : Path extends `:${infer Name}`
    ? Name
    : never;

/** The parameters of a path, by their names. */
export type Params<Path extends string> = { [Name in Names<Path>]: string | number };

/** Fills in the parts of a path that begin with a colon. */
export function buildPath<Path extends string>(path: Path, params: Params<Path>): string {
  return path
    .split("/")
    .map((part) => {
      if (!part.startsWith(":")) return part;
      const name = part.slice(1);
      const value = (params as Record<string, string | number>)[name];
      if (value === undefined) throw new Error(`${path} needs ${name}`);
      return encodeURIComponent(value);
    })
    .join("/");
}

export function joinUrl(base: string, path: string): string {
  return `${base.replace(/\/+$/, "")}/${path.replace(/^\/+/, "")}`;
}
