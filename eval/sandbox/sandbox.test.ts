import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { evalFile } from "../home.ts";
import { type Confinement, detectConfinement } from "./confinement.ts";
import type { Runtime, SandboxProgram, SandboxRun } from "./program.ts";
import { Sandbox } from "./sandbox.ts";

// Each test starts processes of its own, which a busy machine makes wait.
vi.setConfig({ testTimeout: 60_000 });

const best = await detectConfinement();
/** The weakest one is tested everywhere: it must hold by itself. */
const CONFINEMENTS: Confinement[] = best === "permissions" ? [best] : [best, "permissions"];

const NAMES: Record<Runtime, string> = { node: "program.mjs", python: "program.py" };
const PROGRAMS: Record<string, Record<Runtime, string>> = {
  endless: { node: "for (;;);", python: "while True: pass" },
  hungry: {
    node: "const kept = []; for (;;) kept.push(Buffer.alloc(1_000_000, 1));",
    python: "kept = []\nwhile True: kept.append(bytearray(b'x' * 1_000_000))",
  },
  reader: {
    node: `import { readFileSync } from "node:fs"; console.log(readFileSync(${JSON.stringify(evalFile("package.json"))}, "utf8"));`,
    python: `print(open(${JSON.stringify(evalFile("package.json"))}).read())`,
  },
  writer: {
    node: `import { writeFileSync } from "node:fs"; writeFileSync("/var/tmp/flint-sandbox-escape", "x");`,
    python: `open("/var/tmp/flint-sandbox-escape", "w").write("x")`,
  },
  starter: {
    node: `import { execFileSync } from "node:child_process"; console.log(String(execFileSync("${process.execPath}", ["-p", "40 + 2"])));`,
    python: `import subprocess; print(subprocess.run(["/bin/ls", "/var"], check=True, capture_output=True).stdout)`,
  },
  flood: { node: "for (;;) console.log('x'.repeat(1000));", python: "while True: print('x' * 1000)" },
};

describe.each(CONFINEMENTS)("a sandbox confined by %s", (confinement) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await Sandbox.open(confinement);
  });

  const run = (runtime: Runtime, code: string, more: Partial<SandboxProgram> = {}): Promise<SandboxRun> =>
    sandbox.run({ runtime, entry: NAMES[runtime], files: { [NAMES[runtime]]: code }, ...more });
  const played = (name: string, runtime: Runtime, more: Partial<SandboxProgram> = {}) =>
    run(runtime, PROGRAMS[name]?.[runtime] ?? "", more);

  describe.each<Runtime>(["node", "python"])("a %s program", (runtime) => {
    // The limits do not depend on the confinement.
    const limited = test.runIf(confinement === best);

    test("runs, and its output and exit code are returned", async () => {
      const hello = runtime === "node" ? "console.log('hello')" : "print('hello')";
      expect(await run(runtime, hello)).toMatchObject({
        outcome: "exited",
        exitCode: 0,
        stdout: "hello\n",
        stderr: "",
      });
    });

    limited("that never ends is killed after the time limit", async () => {
      const result = await played("endless", runtime, { limits: { wallMs: 700 } });
      expect(result.outcome).toBe("timed_out");
    });

    limited("that exceeds the CPU limit fails", async () => {
      const result = await played("endless", runtime, { limits: { wallMs: 60_000, cpuSeconds: 1 } });
      expect(result).toMatchObject({ outcome: "exited" });
      expect(result.exitCode).not.toBe(0);
    });

    limited("that exceeds the memory limit fails", async () => {
      const result = await played("hungry", runtime, { limits: { memoryMib: 200 } });
      expect(result).toMatchObject({ outcome: "exited" });
      expect(result.exitCode).not.toBe(0);
    });

    test.each(["reader", "writer", "starter"])(
      "that is a %s of foreign files or processes is refused",
      async (name) => {
        const result = await played(name, runtime);
        expect(result).toMatchObject({ outcome: "exited", stdout: "" });
        expect(result.exitCode).not.toBe(0);
        expect(result.stderr).toMatch(
          /sandbox refuses|ERR_ACCESS_DENIED|ENOENT|No such file|Read-only|EROFS|restricted/,
        );
      },
    );

    limited("that prints too much is killed", async () => {
      const result = await played("flood", runtime, { limits: { outputCharacters: 10_000 } });
      expect(result.outcome).toBe("flooded");
    });

    test("cannot reach a server on this machine", async () => {
      let calls = 0;
      const server = createServer((_, response) => {
        calls++;
        response.end("secret");
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      onTestFinished(() => void server.close());
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const programs: Record<Runtime, string> = {
        node: `import http from "node:http"; import net from "node:net";
          await fetch("${url}").then(async (r) => console.log(await r.text()), () => {});
          try { net.connect(${new URL(url).port}, "127.0.0.1").on("error", () => {}); } catch {}
          http.get("${url}", (r) => r.pipe(process.stdout)).on("error", () => process.exit(3));`,
        python: `from urllib.request import urlopen\nprint(urlopen("${url}").read())`,
      };
      const result = await run(runtime, programs[runtime]);
      expect(result).toMatchObject({ outcome: "exited", stdout: "" });
      expect(result.exitCode).not.toBe(0);
      expect(calls).toBe(0);
    });

    test("does not see this process's environment variables", async () => {
      process.env.FLINT_SANDBOX_SECRET = "secret";
      onTestFinished(() => {
        delete process.env.FLINT_SANDBOX_SECRET;
      });
      const programs: Record<Runtime, string> = {
        node: "console.log(process.env.FLINT_SANDBOX_SECRET)",
        python: "import os; print(os.environ.get('FLINT_SANDBOX_SECRET'))",
      };
      expect((await run(runtime, programs[runtime])).stdout).toMatch(/^(undefined|None)\n$/);
    });
  });

  test("kills a running program on abort", async () => {
    const controller = new AbortController();
    const running = sandbox.run(
      { runtime: "node", entry: "a.mjs", files: { "a.mjs": "for (;;);" } },
      controller.signal,
    );
    controller.abort();
    expect((await running).outcome).toBe("aborted");
  });
});
