import { execFile } from "node:child_process";
import { platform } from "node:os";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { storeFile } from "./store-file.fixture.ts";

const WRITER = fileURLToPath(new URL("small-disk.fixture.mjs", import.meta.url));
/** Of a file, in blocks of 512 bytes: a megabyte, which a few of the responses fill. */
const BLOCKS = 2_048;

// A process of its own is held to small files, which is what a full disk is to a database.
test.skipIf(platform() === "win32")(
  "a full disk refuses what does not fit, and kept responses stay readable, even after a checkpoint",
  async () => {
    const command = `ulimit -f ${BLOCKS} && exec "$@"`;
    const { stdout } = await promisify(execFile)("sh", [
      ...["-c", command, "sh", process.execPath, WRITER, storeFile()],
    ]);
    const { kept, refused, read } = JSON.parse(stdout);
    expect(kept).toBeGreaterThan(0);
    expect(refused).toBeGreaterThan(0);
    expect(read).toBe(kept);
  },
  60_000,
);
