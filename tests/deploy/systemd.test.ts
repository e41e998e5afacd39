import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { resolveConfig } from "../../packages/cli/src/config/index.ts";
import { ROOT } from "../architecture/source-files.ts";
import { unknownFlags, unknownVariables } from "./options.ts";

const UNIT = join(ROOT, "deploy/systemd/flint.service");
const CONFIG = join(ROOT, "deploy/systemd/flint.config.json");
const text = readFileSync(UNIT, "utf8");
const line = (name: string) => new RegExp(`^${name}=(.*)$`, "m").exec(text)?.[1] ?? "";

const canVerify = spawnSync("systemd-analyze", ["--version"]).status === 0;

it.runIf(canVerify)("systemd-analyze finds no fault in the unit", () => {
  const folder = mkdtempSync(join(tmpdir(), "flint-unit-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "flint.service");
  // The program lies elsewhere on this machine.
  writeFileSync(path, text.replace("/usr/local/bin/flint", process.execPath));
  const { status, stderr } = spawnSync("systemd-analyze", ["verify", path], { encoding: "utf8" });
  const own = stderr.split("\n").filter((one) => one.includes("flint.service"));
  expect([status, own]).toEqual([0, []]);
});

it.runIf(canVerify)("systemd-analyze would find a fault in the unit", () => {
  const folder = mkdtempSync(join(tmpdir(), "flint-unit-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "flint.service");
  writeFileSync(
    path,
    text.replace("/usr/local/bin/flint", process.execPath).replace("KillMode=mixed", "KillMode=some"),
  );
  const { stderr } = spawnSync("systemd-analyze", ["verify", path], { encoding: "utf8" });
  expect(stderr).toMatch(/flint\.service:\d+: .*kill mode/);
});

it("the unit starts flint serve with known flags and variables and a valid configuration", async () => {
  const [program, ...args] = line("ExecStart").split(" ");
  expect(program).toBe("/usr/local/bin/flint");
  expect(unknownFlags(args)).toEqual([]);
  const env = Object.fromEntries(
    line("Environment")
      .split(" ")
      .map((pair) => pair.split("=")),
  );
  expect(await unknownVariables(env)).toEqual([]);
  const { config } = await resolveConfig({ config: CONFIG }, env);
  expect(config.hosts).toEqual(["flint.example.com"]);
  expect(config.limits.drain).toBeLessThan(Number(line("TimeoutStopSec")) * 1_000);
});

it("the manual creates the data folder for the service's user before the first key", () => {
  const steps = readFileSync(join(ROOT, "docs/operations.md"), "utf8").split("\n");
  const user = line("User");
  const folder = line("Environment").match(/FLINT_HOME=(\S+)/)?.[1];
  const made = steps.indexOf(`install -d -o ${user} -g ${line("Group")} -m 700 ${folder}`);
  const used = steps.findIndex((step) =>
    step.startsWith(`sudo -u ${user} FLINT_HOME=${folder} flint keys create`),
  );
  expect(made).toBeGreaterThan(0);
  expect(used).toBeGreaterThan(made);
});

it("the unit lets a JavaScript engine compile code, and reloads with SIGHUP", () => {
  expect(text).not.toMatch(/^MemoryDenyWriteExecute=yes/m);
  expect(line("ExecReload")).toBe("/bin/kill -HUP $MAINPID");
});
