import type { ChildProcess } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Workspace } from "./flint.fixture.ts";
import { SCENARIO } from "./scenario.fixture.ts";

let workspace: Workspace;
beforeAll(async () => {
  workspace = await Workspace.open();
  await workspace.file("scenario.json", JSON.stringify(SCENARIO));
});
afterAll(() => workspace.dispose());

/** The lines of stderr, one after another. */
function linesOf(child: ChildProcess): () => Promise<string> {
  const lines: string[] = [];
  const waiting: ((line: string) => void)[] = [];
  let rest = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    const parts = (rest + text).split("\n");
    rest = parts.pop() ?? "";
    for (const line of parts) {
      const wake = waiting.shift();
      if (wake === undefined) lines.push(line);
      else wake(line);
    }
  });
  return async () => lines.shift() ?? new Promise((resolve) => waiting.push(resolve));
}

test("serve reloads flint.config.json on SIGHUP, and a faulty file changes nothing", {
  timeout: 60_000,
}, async () => {
  const write = (content: string) => workspace.file("flint.config.json", content);
  await write('{"engine": "script", "scenario": "scenario.json", "limits": {"bodyBytes": 1000}}');
  const { url, child } = await workspace.serve([]);
  const nextLine = linesOf(child);
  const post = async () => {
    const body = JSON.stringify({ input: "x".repeat(2_000) });
    return (await fetch(`${url}/responses`, { method: "POST", body })).status;
  };
  expect(await post()).toBe(413);
  await write(
    '{"engine": "script", "scenario": "scenario.json", "limits": {"bodyBytes": "1 MiB"}, "port": 1}',
  );
  child.kill("SIGHUP");
  // The port is that of the flag, which goes before the file.
  expect(await nextLine()).toBe("reload: changed limits.bodyBytes");
  expect(await post()).toBe(200);
  await write('{"engine": "script", "limits": {"bodyBytes": []}}');
  child.kill("SIGHUP");
  expect(await nextLine()).toMatch(
    /^reload: the configuration is unchanged: .*`limits\.bodyBytes`: expected a size/,
  );
  expect(await post()).toBe(200);
});

test("doctor reports a faulty configuration file", async () => {
  await workspace.file("faulty.json", '{"port": "x"}');
  const { code, stdout } = await workspace.run(["doctor", "--config", "faulty.json"]);
  expect(code).toBe(1);
  expect(stdout).toMatch(/✗ config .*faulty\.json: `port`: expected a port/);
});
