// npm run data -- COMMAND …: bundles the data engine and runs it.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.mjs";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const program = await bundle(`${ROOT}dist`);
const { status } = spawnSync(
  process.execPath,
  ["--max-old-space-size=6000", program, ...process.argv.slice(2)],
  {
    cwd: ROOT,
    stdio: "inherit",
  },
);
process.exitCode = status ?? 1;
