import type { LoadEdits, MakeEdit } from "../edit/index.ts";
import { FlintError } from "../error/index.ts";

let loaded: MakeEdit | null = null;

/** A bundler puts what makes edits into a file of its own, which pages that only ask do not load. */
export const loadEdits: LoadEdits = () => loaded ?? load();

async function load(): Promise<MakeEdit> {
  try {
    const { makeEdit } = await import("../edit/making/index.ts");
    loaded = makeEdit;
    return makeEdit;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const message = `the part of this page that edits code could not be loaded (${why}): reload the page`;
    throw new FlintError("connection_failed", message, { cause });
  }
}
