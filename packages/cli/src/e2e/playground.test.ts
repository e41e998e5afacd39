import type { ChildProcess } from "node:child_process";
import { launchChromium } from "@flint/playground/chromium";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { Workspace } from "./flint.fixture.ts";
import { KeyGate } from "./key-gate.fixture.ts";
import { PlaygroundPage } from "./playground.fixture.ts";
import { CODE, EDITED, LONG, recordedSession, SCENARIO } from "./playground-scenario.fixture.ts";

// A browser beside servers and other tests takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let workspace: Workspace;
let browser: Browser;
let scenario: string;
let url: string;

beforeAll(async () => {
  workspace = await Workspace.open();
  scenario = await workspace.file("scenario.json", JSON.stringify(SCENARIO));
  [{ url }, browser] = await Promise.all([serveScript(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await workspace.dispose();
});

function serveScript(port = 0): Promise<{ url: string; child: ChildProcess }> {
  return workspace.serve(["--engine", "script", "--scenario", scenario, "--port", String(port)]);
}

/** A page that ends with the test, which fails where something happened in it that must not. */
async function open(at = url, before?: () => void): Promise<PlaygroundPage> {
  const playground = await PlaygroundPage.open(browser, at, before);
  onTestFinished(async () => {
    await playground.close();
    expect(playground.faults).toEqual([]);
  });
  return playground;
}

test("a first edit by the bundled model changes the sample code and can be accepted", async () => {
  const { url } = await workspace.serve([]);
  const playground = await open(url);
  await playground.waitForConnection();
  expect(await playground.code()).toContain("function factorial(n) { return n <= 1");
  await playground.page.locator("#run").click();
  await playground.waitForMessage(/^1 change in /);
  await playground.waitForPendingChanges("1 change");
  const edited = await playground.code();
  expect(edited).toContain("for (");
  await playground.page.locator("#accept-all").click();
  await playground.waitForPendingChanges("");
  expect(await playground.code()).toBe(edited);
  expect(await playground.page.locator("#turns tbody tr").count()).toBe(1);
  const licenses = await (await fetch(new URL("/licenses.txt", url))).text();
  for (const name of ["@codemirror/view", "@lezer/lr", "style-mod"]) expect(licenses).toContain(`${name} `);
});

test("replaying a recording keeps the user's own code and its history", async () => {
  const playground = await open();
  const { page } = playground;
  const own = "let mine = 1;\nlet more = 2;\n";
  await playground.waitForConnection();
  await playground.paste(own);
  await page.locator("#instruction").fill("my own words");
  const replay = (buffer: Buffer) =>
    page.locator("#recording").setInputFiles({ name: "demo.jsonl", mimeType: "application/jsonl", buffer });

  await replay(Buffer.concat([recordedSession(), Buffer.from('{"t":1,"type":"unheard"}\n')]));
  await playground.waitForMessage(/demo\.jsonl: line 12 of the recording .* no event of the type "unheard"/);
  expect(await playground.code()).toBe(own);

  await replay(recordedSession());
  await playground.waitForSettledChanges(2);
  expect(await playground.code()).toBe(CODE);
  expect(await page.locator("#instruction").inputValue()).toBe("use const");
  await page.locator("#events", { hasText: "redirect: all of them" }).waitFor();
  await page.locator("#speed").selectOption("at once");
  await page.locator("#replay-time", { hasText: "the end" }).waitFor();
  await playground.waitForPendingChanges("2 changes");
  expect(await playground.code()).toBe(EDITED);
  // What is shown is not the person's to change.
  for (const key of ["x", "ControlOrMeta+u"]) await page.locator(".cm-content").press(key);
  expect(await page.locator(".cm-chunkButtons").count()).toBe(0);
  expect(await page.locator("#run").isDisabled()).toBe(true);
  expect(await playground.code()).toBe(EDITED);

  await page.reload();
  await playground.waitForConnection();
  expect(await playground.code()).toBe(own);
  await playground.paste(`${own}let third = 3;\n`);
  await page.locator("#speed").selectOption("at once", { force: true });
  await replay(recordedSession());
  await page.locator("#replay-time", { hasText: "the end" }).waitFor();
  await page.locator("#again").click();
  await playground.waitForPendingChanges("2 changes");
  await page.locator("#leave").click();
  expect(await playground.code()).toBe(`${own}let third = 3;\n`);
  expect(await page.locator("#instruction").inputValue()).toBe("my own words");
  await playground.waitForPendingChanges("");
  await page.locator(".cm-content").press("ControlOrMeta+z");
  expect(await playground.code()).toBe(own);
});

test("a recording that is read while an edit begins is refused", async () => {
  const playground = await open();
  const { page } = playground;
  await playground.waitForConnection();
  await playground.paste(CODE);
  await page.locator("#instruction").fill("hold");
  await page.evaluate((text) => {
    const chosen = new DataTransfer();
    chosen.items.add(new File([text], "demo.jsonl"));
    const field = document.querySelector<HTMLInputElement>("#recording");
    if (field === null) throw new Error("the page has no field for a recording");
    field.files = chosen.files;
    field.dispatchEvent(new Event("change"));
    document.querySelector<HTMLElement>("#run")?.click();
  }, recordedSession().toString());
  await playground.waitForMessage("demo.jsonl cannot be played while an edit runs");
  await playground.waitForSettledChanges(2);
  await page.keyboard.press("Escape");
  await playground.waitForPendingChanges("2 changes");
  await page.locator(".cm-content").press("ControlOrMeta+Home");
  await page.keyboard.type("own();");
  expect(await playground.code()).toMatch(/^own\(\);/);
});

test("the keyboard alone stops an edit, accepts and rejects changes, undoes and redoes", async () => {
  const playground = await open();
  const { page } = playground;
  const press = (keys: string) => page.keyboard.press(keys);
  await playground.waitForConnection();
  await playground.paste(CODE);
  await press("Escape");
  await press("ControlOrMeta+a");
  await page.keyboard.type("hold");
  // The Enter that confirms what an input method has composed, as Safari tells of it.
  const isTaken = await page.locator("#instruction").evaluate((field) =>
    [false, true].some((mod) => {
      const modifiers = { ctrlKey: mod, metaKey: mod };
      const enter = { key: "Enter", keyCode: 229, bubbles: true, cancelable: true, ...modifiers };
      return !field.dispatchEvent(new KeyboardEvent("keydown", enter));
    }),
  );
  expect(isTaken).toBe(false);
  await press("ControlOrMeta+Enter");
  await playground.waitForSettledChanges(2);
  expect(await playground.code()).toBe(CODE);
  await press("Escape");
  await playground.waitForMessage(/^Stopped in [\d.]+ ms; 2 changes so far/);
  await playground.waitForPendingChanges("2 changes");

  await press("F8");
  await press("F9");
  await playground.waitForPendingChanges("1 change");
  await press("Shift+F9");
  await playground.waitForPendingChanges("");
  const half = CODE.replace("var first", "const first").replace("var second", "const second");
  expect(await playground.code()).toBe(half);

  await press("ControlOrMeta+z");
  await playground.waitForPendingChanges("1 change");
  await press("ControlOrMeta+z");
  await playground.waitForPendingChanges("2 changes");
  await press("ControlOrMeta+z");
  await playground.waitForPendingChanges("");
  expect(await playground.code()).toBe(CODE);
  await press("ControlOrMeta+Shift+Z");
  await playground.waitForPendingChanges("2 changes");
  await press("ControlOrMeta+F9");
  await playground.waitForPendingChanges("");
});

test("a sentence typed during an edit redirects it", async () => {
  const playground = await open();
  await playground.waitForConnection();
  await playground.paste(CODE);
  await playground.ask("hold");
  await playground.waitForSettledChanges(2);
  await playground.ask("use let");
  await playground.waitForMessage(/change/);
  await playground.page.locator("#events", { hasText: /applied after [\d.]+ ms/ }).waitFor();
  await playground.page.locator("#accept-all").click();
  expect(await playground.code()).toBe(CODE.replaceAll("var ", "let "));
});

test("a redirect that comes too late is reported and stays in the instruction field", async () => {
  const playground = await open();
  const { page } = playground;
  const instruction = page.locator("#instruction");
  await playground.waitForConnection();
  await playground.paste(CODE);
  await playground.ask("hold");
  await playground.waitForSettledChanges(2);
  await instruction.fill("use let");
  await page.evaluate(() => {
    document.querySelector<HTMLElement>("#stop")?.click();
    document.querySelector<HTMLElement>("#run")?.click();
  });
  await playground.waitForMessage(/^Stopped in .*; 2 changes so far\. The redirect was too late\.$/);
  expect(await instruction.inputValue()).toBe("use let");
});

test("changes of long code are shown in any order, and those that cannot be placed are reported", async () => {
  const playground = await open();
  const { page } = playground;
  await playground.waitForConnection();
  await playground.paste(LONG);
  await page.keyboard.press("ControlOrMeta+Home");
  await playground.ask("some blocks");
  await playground.waitForSettledChanges(1);
  await page.locator(".live-new.live-open", { hasText: "first();" }).waitFor();
  expect(await page.locator(".cm-line.live-old").allTextContents()).toEqual(["step(0);", "step(8);"]);
  await playground.ask("all blocks");
  await playground.waitForMessage(
    /^2 changes in .*\. 1 of 3 changes could not be placed in the code and were left out\.$/,
  );
  await page.locator("#message.failure").waitFor();
  await playground.waitForPendingChanges("2 changes");
});

test("over HTTP an edit runs and stops, and cannot be redirected", async () => {
  const playground = await open();
  const { page } = playground;
  await playground.waitForConnection();
  await page.locator("#transport").selectOption("http");
  await playground.waitForConnection("connected by HTTP");
  await playground.paste(CODE);
  await playground.ask("hold");
  await playground.waitForSettledChanges(2);
  await playground.ask("use let");
  await playground.waitForMessage(/over HTTP, which cannot steer/);
  expect(await page.locator("#instruction").inputValue()).toBe("use let");
  await page.locator("#stop").click();
  await playground.waitForPendingChanges("2 changes");
  await page.locator("#turns td", { hasText: "HTTP" }).waitFor();
});

test("a reload keeps code, changes and settings, and an edit that it cut off can be run again", async () => {
  const playground = await open();
  const { page } = playground;
  await playground.waitForConnection();
  await playground.paste(CODE);
  await playground.ask("first");
  await playground.waitForPendingChanges("3 changes");
  await page.locator("#warm").setChecked(false);
  await playground.waitForConnection();
  await page.reload();
  await playground.waitForConnection();
  await playground.waitForPendingChanges("3 changes");
  expect(await playground.code()).toBe(EDITED);
  expect(await page.locator("#warm").isChecked()).toBe(false);

  const selection = page.locator("#selection", { hasText: "edits only lines 1–15" });
  await page.locator(".cm-content").press("ControlOrMeta+Home");
  await page.locator(".cm-content").press("ControlOrMeta+Shift+End");
  await playground.ask("hold");
  await page.locator("#events", { hasText: "first text" }).waitFor();
  await playground.ask("hold on");
  await page.locator("#events", { hasText: "applied after" }).waitFor();
  await page.reload();
  await playground.waitForMessage("An edit was under way when the page was left");
  expect(await page.locator("#instruction").inputValue()).toBe("hold\nhold on");
  await selection.waitFor();
  expect(await playground.code()).toBe(EDITED);
  await page.locator("#reject-all").click();
  expect(await playground.code()).toBe(CODE);
});

test("a duplicated tab and the original keep their own code", async () => {
  const playground = await open();
  await playground.waitForConnection();
  await playground.paste("both();\n");
  await playground.page.reload();
  const copy = await playground.duplicate();
  await copy.waitForConnection();
  expect(await copy.code()).toBe("both();\n");
  await copy.paste("copy();\n");
  // What a tab has is kept as it is left: the one that is left last is not what the other one comes back to.
  await copy.page.goto("about:blank");
  await playground.page.reload();
  await copy.page.goto(new URL("/", url).href);
  expect(await playground.code()).toBe("both();\n");
  expect(await copy.code()).toBe("copy();\n");
  expect(copy.faults).toEqual([]);
});

test("edits work without browser storage and on an insecure connection", async () => {
  const playground = await open(url, () => {
    for (const name of ["localStorage", "sessionStorage"]) {
      const get = (): never => {
        throw new DOMException("Access is denied for this document.", "SecurityError");
      };
      Object.defineProperty(window, name, { get });
    }
    Object.defineProperty(crypto, "randomUUID", { value: undefined });
  });
  await playground.waitForConnection();
  await playground.paste(CODE);
  await playground.ask("first");
  await playground.waitForPendingChanges("3 changes");
});

test("the page reconnects to a restarted server and runs the edit again", async () => {
  const first = await serveScript();
  const playground = await PlaygroundPage.open(browser, first.url);
  onTestFinished(() => playground.close());
  const { page } = playground;
  await playground.waitForConnection();
  await playground.paste(CODE);
  await playground.ask("hold");
  await playground.waitForSettledChanges(2);
  first.child.kill("SIGKILL");
  await playground.waitForConnection("reconnecting");
  await serveScript(Number(new URL(first.url).port));
  await playground.waitForConnection();
  // The edit has begun anew by itself, with the same answer.
  await page.locator("#events", { hasText: "restarts: reconnected" }).waitFor();
  await playground.waitForSettledChanges(2);
  await page.keyboard.press("Escape");
  await playground.waitForPendingChanges("2 changes");
});

test("control and invisible characters in an answer are made visible", async () => {
  const playground = await open();
  await playground.waitForConnection();
  await playground.paste("var evil = 0;\n");
  await playground.ask("odd");
  await playground.waitForPendingChanges("1 change");
  const shown = await playground.page.locator(".cm-specialChar").allTextContents();
  expect(shown).toEqual(["\u241b", "\u2022", "\u2407", ...Array.from({ length: 6 }, () => "\u2022")]);
});

test("a failure or an input that is too large is reported and leaves the code as it is", async () => {
  const playground = await open();
  await playground.waitForConnection();
  await playground.paste(CODE);
  await playground.ask("crash");
  await playground.waitForMessage("the engine died");
  expect(await playground.code()).toBe(CODE);
  await playground.paste("x".repeat(1_000_001));
  await playground.waitForMessage("That is 1,000,001 characters, and the editor holds 1,000,000");
  expect(await playground.code()).toBe(CODE);
  const instruction = playground.page.locator("#instruction");
  await instruction.fill("");
  await instruction.focus();
  await playground.page.keyboard.insertText("x".repeat(4_001));
  await instruction.press("Enter");
  await playground.waitForMessage("That is 4,001 characters, and an instruction may have 4,000");
  await playground.page.locator("#message.failure").waitFor();
  expect(await playground.page.locator("#stop").isDisabled()).toBe(true);
});

test("the server's key is asked for, and kept only as long as the user chose", async () => {
  const gate = await KeyGate.open(url, "open-sesame");
  onTestFinished(() => gate.close());
  const playground = await PlaygroundPage.open(browser, gate.url);
  onTestFinished(() => playground.close());
  const { page } = playground;
  const answer = async (key: string, keep: boolean) => {
    await page.locator("#key-dialog[open]").waitFor();
    await page.locator("#key").fill(key);
    await page.locator("#keep-key").setChecked(keep);
    await page.locator("#key").press("Enter");
  };
  // No request could carry it.
  await answer("k\u200b", true);
  expect(await page.locator("#key").evaluate((key: HTMLInputElement) => key.validity.patternMismatch)).toBe(
    true,
  );
  await answer("wrong", false);
  await page.locator("#key-refused:visible").waitFor();
  await answer(" open-sesame ", false);
  await playground.waitForConnection();
  await playground.paste(CODE);
  await playground.ask("hold");
  await playground.waitForSettledChanges(2);
  await playground.ask("use let");
  await playground.waitForMessage(/change/);

  await page.reload();
  await answer("open-sesame", true);
  await playground.waitForConnection();
  await page.reload();
  await playground.waitForConnection();
  const stored = await page.evaluate(() => JSON.stringify(localStorage) + location.href);
  expect(stored).not.toContain("sesame");

  await page.locator("#transport").selectOption("http");
  await playground.waitForConnection("connected by HTTP");
  gate.change("another");
  await playground.ask("hold");
  await answer("another", false);
  await playground.waitForConnection("connected by HTTP");
  await page.locator("#instruction").press("Enter");
  await playground.waitForSettledChanges(2);
});
