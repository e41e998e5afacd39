import { readFile } from "node:fs/promises";
import { FlintError, parseRecording, type Recording } from "@flint/client";
import { systemCode, UsageError } from "../error/index.ts";

/** @throws {UsageError} `file_missing`, `bad_recording`. */
export async function readRecording(path: string): Promise<Recording> {
  try {
    return parseRecording(await readFile(path, "utf8"));
  } catch (error) {
    if (systemCode(error) === "ENOENT")
      throw new UsageError("file_missing", `no such file: ${path}; check the path`);
    if (error instanceof FlintError)
      throw new UsageError("bad_recording", `${path}: ${error.message}`, { cause: error });
    throw error;
  }
}
