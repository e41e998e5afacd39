import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { endWithThis } from "../server/index.ts";
import { type DevtoolsPage, MeasuredChromium } from "./chromium.ts";
import { edit, focusCode, type PageRecord, recordPainting } from "./in-page.ts";
import type { Painting, Surface } from "./surface.ts";
import { CHANGES, CODE, INSTRUCTION, SCENARIO } from "./workload.ts";

const CONTROL = 2;
const SELECT_ALL = { type: "keyDown", key: "a", code: "KeyA", windowsVirtualKeyCode: 65, modifiers: CONTROL };

/** The playground of `flint serve` in a headless Chromium. */
export class PlaygroundSurface implements Surface {
  readonly name = "playground";
  readonly #folder: string;
  readonly #server: ChildProcess;
  readonly #browser: MeasuredChromium;
  readonly #url: string;

  private constructor(folder: string, server: ChildProcess, url: string, browser: MeasuredChromium) {
    this.#folder = folder;
    this.#server = server;
    this.#url = url;
    this.#browser = browser;
  }

  static async open(): Promise<PlaygroundSurface> {
    const folder = await mkdtemp(join(tmpdir(), "flint-paint-"));
    const scenario = join(folder, "scenario.json");
    await writeFile(scenario, JSON.stringify(SCENARIO));
    const program = fileURLToPath(new URL("../bin/flint.mjs", import.meta.resolve("flint")));
    const args = [program, "serve", "--port", "0", "--engine", "script", "--scenario", scenario];
    const server = endWithThis(spawn(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"] }));
    const [url, browser] = await Promise.all([addressOf(server), MeasuredChromium.launch()]);
    return new PlaygroundSurface(folder, server, url, browser);
  }

  async measure(): Promise<Painting> {
    await using page = await this.#browser.openPage();
    await page.send("Page.enable");
    await page.send("Performance.enable");
    await page.send("Page.addScriptToEvaluateOnNewDocument", { source: `(${recordPainting})()` });
    await page.send("Page.navigate", { url: this.#url });
    await page.run(focusCode, null);
    await page.send("Input.dispatchKeyEvent", SELECT_ALL);
    const before = await busySeconds(page);
    const record = await page.run(edit, { code: CODE, instruction: INSTRUCTION });
    const after = await busySeconds(page);
    return paintingOf(record, (after.busy - before.busy) / (after.at - before.at));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser[Symbol.asyncDispose]();
    this.#server.kill();
    await once(this.#server, "exit");
    await rm(this.#folder, { recursive: true });
  }
}

function paintingOf({ changes, delays, frames, dropped }: PageRecord, busy: number): Painting {
  if (changes !== `${CHANGES} changes`) throw new Error(`the edit made ${changes}, not ${CHANGES}`);
  return { delays, frames, dropped, busy };
}

async function addressOf(server: ChildProcess): Promise<string> {
  let seen = "";
  for await (const text of server.stdout ?? []) {
    seen += text;
    const [address] = /http:\/\/127\.0\.0\.1:\d+\/$/m.exec(seen) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error(`flint serve ended without an address: ${seen}`);
}

/** Resolves to the busy time of the page's main thread, and the current time, in seconds. */
async function busySeconds(page: DevtoolsPage): Promise<{ at: number; busy: number }> {
  const { metrics } = await page.send<{ metrics: { name: string; value: number }[] }>(
    "Performance.getMetrics",
  );
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { at: value("Timestamp"), busy: value("TaskDuration") };
}
