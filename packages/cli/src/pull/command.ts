import { CliError, systemCode } from "../error/index.ts";
import { bytes } from "../measure/index.ts";
import { modelsFolder } from "../models/index.ts";
import { hubOf } from "./hub.ts";
import { progressView } from "./progress.ts";
import { type Pulled, pull } from "./pull.ts";

export interface PullFlags {
  readonly as?: string;
  readonly sha256?: string;
}

const STOPS = ["SIGINT", "SIGTERM"] as const;

/** `flint pull SOURCE`: progress on stderr, the result on stdout. Ctrl-C and SIGTERM keep the partial download. */
export async function pullCommand(source: string, flags: PullFlags): Promise<void> {
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  for (const signal of STOPS) process.once(signal, interrupt);
  const view = progressView(process.stderr);
  try {
    const pulled = await pull({
      source,
      ...flags,
      folder: modelsFolder(),
      hub: hubOf(process.env),
      signal: stop.signal,
      onProgress: (done, total) => view.update(done, total),
    });
    view.end();
    process.stdout.write(report(pulled));
  } catch (error) {
    view.end();
    if (stop.signal.aborted) {
      throw new CliError("interrupted", "stopped; run the same command again to continue", 130);
    }
    if (systemCode(error) === "EACCES") {
      throw new CliError(
        "folder_unwritable",
        `cannot write to ${modelsFolder()}; check its permissions, or set FLINT_HOME`,
      );
    }
    throw error;
  } finally {
    for (const signal of STOPS) process.removeListener(signal, interrupt);
  }
}

function report({ manifest, path, checked, present }: Pulled): string {
  const { id, size, sha256 } = manifest;
  if (present) return `${id} is already here: ${path}\n`;
  const verdict = checked ? "checked" : "not checked; pass --sha256 to check it";
  const use = `use it: flint edit FILE "instruction" --model ${id}`;
  return `pulled ${id} (${bytes(size)}) to ${path}\nsha256 ${sha256} (${verdict})\n${use}\n`;
}
