// Finds a Python that can train: one with torch and numpy.
import { spawnSync } from "node:child_process";

/** First the user's choice, then the default one, then Debian's, for which `apt-get` installs torch. */
const CANDIDATES = [process.env.FLINT_PYTHON, "python3", "/usr/bin/python3"].filter(Boolean);

/** Returns the command, or undefined if there is none. */
export function findPython() {
  return CANDIDATES.find(
    (command) => spawnSync(command, ["-c", "import torch, numpy"], { stdio: "ignore" }).status === 0,
  );
}

export const REMEDY =
  "There is no Python with torch and numpy. Run apt-get install --no-install-recommends python3-torch libopenblas0-pthread, " +
  "or set FLINT_PYTHON to the command of one.";
