import { fileURLToPath } from "node:url";
import { build, type InlineConfig } from "tsdown";
import { ROOT } from "./source-files.ts";

/** A file of a bundle. */
export interface Chunk {
  readonly fileName: string;
  readonly isEntry: boolean;
  readonly code: string;
  /** Files that load together with this one. */
  readonly imports: readonly string[];
  /** Files that it loads when it needs them. */
  readonly dynamicImports: readonly string[];
  /** Paths of the modules of which something is left in it. */
  readonly modules: readonly string[];
}

/** Bundles a module of this repository for browsers, with all that it imports. Writes no files. */
export async function bundleForBrowser(
  entry: string,
  config: Pick<InlineConfig, "format" | "globalName" | "minify" | "plugins">,
): Promise<Chunk[]> {
  const bundles = await build({
    config: false,
    cwd: ROOT,
    entry,
    platform: "browser",
    write: false,
    dts: false,
    clean: false,
    logLevel: "error",
    deps: { alwaysBundle: [/./], onlyBundle: false },
    inputOptions: { resolve: { conditionNames: ["flint-source", "browser", "import", "default"] } },
    ...config,
  });
  return bundles
    .flatMap(({ chunks }) => chunks)
    .filter((chunk) => chunk.type === "chunk")
    .map(({ fileName, isEntry, code, imports, dynamicImports, modules }) => ({
      fileName,
      isEntry,
      code,
      imports,
      dynamicImports,
      modules: Object.entries(modules).flatMap(([path, { renderedLength }]) =>
        renderedLength > 0 ? [path] : [],
      ),
    }));
}

const PAGE = "tests/architecture/browser-bundle.ts";

/** Bundles a page's script, given as text, minified and in as many files as are loaded at different times. */
export function bundlePage(script: string): Promise<Chunk[]> {
  const path = fileURLToPath(import.meta.url);
  // An entry has to be a file: this one, with another text.
  const plugin = { name: "page", load: (id: string) => (id === path ? script : null) };
  return bundleForBrowser(PAGE, { format: "esm", minify: true, plugins: [plugin] });
}
