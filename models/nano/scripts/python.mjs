// Finds a Python that can train: one with torch and numpy.
import { spawnSync } from "node:child_process";

/** The first is whatever the user names, or has; the second is Debian's own, for which `apt-get` installs torch. */
const CANDIDATES = [process.env.FLINT_PYTHON, "python3", "/usr/bin/python3"].filter(Boolean);

/** The command, or undefined where there is none. */
export function findPython() {
  return CANDIDATES.find(
    (command) => spawnSync(command, ["-c", "import torch, numpy"], { stdio: "ignore" }).status === 0,
  );
}

export const REMEDY =
  "No Python with torch and numpy: apt-get install --no-install-recommends python3-torch libopenblas0-pthread, " +
  "or name one in FLINT_PYTHON.";
