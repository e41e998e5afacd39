import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { Sessions, sessionsFolder } from "../history/index.ts";
import { resumeCommand } from "./index.ts";

async function atHome(): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), "flint-list-"));
  onTestFinished(() => rm(home, { recursive: true }));
  vi.stubEnv("FLINT_HOME", home);
}

test("an empty list of sessions says so on stderr", async () => {
  await atHome();
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const told = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  onTestFinished(() => {
    write.mockRestore();
    told.mockRestore();
  });
  await resumeCommand(undefined, { list: true });
  expect([write.mock.calls, told.mock.calls]).toEqual([[], [["there are no sessions; flint starts one\n"]]]);
});

test("sessions are listed with their file and their last instruction", async () => {
  await atHome();
  const { id, journal, release } = new Sessions(sessionsFolder()).begin("/", () => {});
  journal.append({ t: 0, type: "opened", path: "a.js", code: "", language: null });
  const question = { edit: "e1", instruction: "use\nconst", selection: null, from: null, beside: null };
  journal.append({ t: 1, type: "asked", ...question });
  journal.close();
  release();
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  await resumeCommand(undefined, { list: true });
  expect(write.mock.calls).toEqual([[`${id}  a.js  use const\n`]]);
});
