// node scripts/record/playground.mjs: runs edits in the playground with the bundled model, and takes the screenshot
// docs/playground.png.
import { spawn } from "node:child_process";
import { statSync } from "node:fs";
import { ROOT } from "../setup/paths.mjs";
import { prepare } from "../setup/prepare.mjs";

const EXAMPLE = "Orders";
/** The transports of the edits. The last edit is shown, with the others for comparison. */
const WAYS = ["websocket", "http", "websocket", "http", "websocket"];

await prepare({ install: "full", build: "code" });
const { launchChromium } = await import("@flint/playground/chromium");

const server = spawn(process.execPath, ["packages/cli/bin/flint.mjs", "serve", "--port", "0"], {
  cwd: ROOT,
  stdio: ["ignore", "pipe", "inherit"],
});
const browser = await launchChromium();
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 620 }, colorScheme: "dark" });
  await page.goto(await addressOf(server));
  for (const [turns, way] of WAYS.entries()) {
    await page.locator("#transport").selectOption(way);
    await page.locator("#connection[data-status=open]").waitFor();
    await page.locator("#example").selectOption(EXAMPLE);
    await page.locator("#run").click();
    await page.locator("#turns tbody tr").nth(turns).waitFor();
  }
  await page.locator("#changes", { hasText: "change" }).waitFor();
  const path = `${ROOT}docs/playground.png`;
  await page.screenshot({ path });
  console.log(`docs/playground.png: ${Math.round(statSync(path).size / 1000)} kB`);
} finally {
  await browser.close();
  server.kill();
}

/** @param {import("node:child_process").ChildProcess} server */
async function addressOf({ stdout }) {
  let seen = "";
  for await (const text of stdout) {
    seen += text;
    const [address] = /http:\/\/127\.0\.0\.1:\d+\/$/m.exec(seen) ?? [];
    if (address) return address;
  }
  throw new Error(`flint serve ended: ${seen}`);
}
