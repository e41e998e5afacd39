import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import type { Project } from "./project.ts";

/** The program that macOS has for this; by its path, so that no other of its name is taken for it. */
export const SANDBOX_EXEC = "/usr/bin/sandbox-exec";

export interface Seatbelt {
  /** The user's home, of which only `readable` and the project's workspace are read. */
  readonly home: string;
  readonly readable: readonly string[];
  readonly project: Pick<Project, "workspace" | "alone">;
  /** The one folder that is written to, and that holds the copy. A real path. */
  readonly scratch: string;
}

/**
 * Returns a profile for `sandbox-exec`: no network, writes to `scratch` alone, and of the home what bubblewrap shows of
 * it. The last rule that matches counts.
 */
export function seatbeltProfile({ home, readable, project, scratch }: Seatbelt): string {
  const shown = [...(project.alone ? [] : [project.workspace]), ...readable, scratch];
  return [
    "(version 1)",
    "(allow default)",
    "(deny network*)",
    "(deny file-write*)",
    `(allow file-write* ${places([scratch, "/dev"])})`,
    `(deny file-read* ${places([home])})`,
    // Programs look at every folder on the way to a file. What this shows is names that one already knows.
    `(allow file-read-metadata ${places([home])})`,
    `(allow file-read* ${places(shown)})`,
    // It may contain secrets and is not part of the code.
    ...(project.alone ? [] : [`(deny file-read* ${places([join(project.workspace, ".git")])})`]),
  ].join("\n");
}

/** Rules apply to real paths; a link is listed as well, as its own contents are read to follow it. */
function places(paths: readonly string[]): string {
  const all = new Set(paths.flatMap((path) => (existsSync(path) ? [path, realpathSync(path)] : [path])));
  return [...all].map((path) => `(subpath ${JSON.stringify(path)})`).join(" ");
}
