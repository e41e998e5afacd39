import type { ChildProcess } from "node:child_process";
import { launchChromium } from "@flint/playground/chromium";
import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { Workspace } from "./flint.fixture.ts";
import { PlaygroundPage } from "./playground.fixture.ts";

// A browser beside servers and other tests takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const LONG = `var long = "${"as lines may be ".repeat(20)}";\n`;
const CODE = `${LONG}var second = 2;\n`;
const SCENARIO = {
  turns: [
    { steps: [{ text: `\`\`\`js\n${CODE.replace("var", "const")}third();\n\`\`\`\n` }] },
    { when: { contains: "hold" }, steps: [{ text: "```js\nconst" }, { pause_ms: 600_000 }] },
  ],
};

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

async function open(at = url): Promise<PlaygroundPage> {
  const playground = await PlaygroundPage.open(browser, at);
  onTestFinished(() => playground.close());
  await playground.waitForConnection();
  await playground.paste(CODE);
  return playground;
}

/** From the top of the first one to the bottom of the last one, in pixels, of each. */
function heights(locator: Locator): Promise<[top: number, bottom: number][]> {
  return locator.evaluateAll((elements) =>
    elements.map((element): [number, number] => {
      const { top, bottom } = element.getBoundingClientRect();
      return [top, bottom];
    }),
  );
}

test("the buttons of a change cover no line, stay in view and react to the main mouse button alone", async () => {
  const playground = await open();
  const { page } = playground;
  await playground.ask("use const");
  await playground.waitForPendingChanges("2 changes");
  const buttons = await heights(page.locator(".cm-chunkButtons button"));
  const lines = await heights(page.locator(".cm-deletedLine, .cm-line"));
  expect(buttons).toHaveLength(4);
  for (const [top, bottom] of buttons) {
    expect(lines.filter((line) => line[0] < bottom - 1 && top + 1 < line[1])).toEqual([]);
  }
  await page.locator(".cm-scroller").evaluate((scroller) => scroller.scrollTo({ left: 10_000 }));
  const accept = page.locator("[name=accept]").first();
  const box = await accept.boundingBox();
  expect(box?.x).toBeLessThan(1280);
  expect(box?.x).toBeGreaterThan(0);
  await accept.click({ button: "right" });
  await playground.waitForPendingChanges("2 changes");
  await accept.click();
  await playground.waitForPendingChanges("1 change");
});

test("the figures of a turn fit at every width of the page", async () => {
  const playground = await open();
  const { page } = playground;
  await playground.ask("hold");
  await page.locator(".live-new").waitFor();
  await playground.ask("hold on");
  await page.locator("#events", { hasText: "applied after" }).waitFor();
  await page.keyboard.press("Escape");
  await page.locator("#turns tbody tr").waitFor();
  for (const width of [1440, 1200, 1024, 980, 400]) {
    await page.setViewportSize({ width, height: 800 });
    const hidden = await page
      .locator("#turns")
      .evaluate(({ parentElement }) => (parentElement?.scrollWidth ?? 0) - (parentElement?.clientWidth ?? 0));
    expect(hidden).toBe(0);
  }
});

test.each([1200, 1024, 960, 768, 600])(
  "at %d pixels wide, the code does not move when there are changes to review",
  async (width) => {
    const playground = await open();
    const { page } = playground;
    await page.setViewportSize({ width, height: 800 });
    await page.locator(".cm-content").focus();
    await page.keyboard.press("ControlOrMeta+a");
    const before = await page.locator("#editor").boundingBox();
    await playground.ask("use const");
    await playground.waitForPendingChanges("2 changes");
    await page.locator("#review").waitFor();
    expect(await page.locator("#editor").boundingBox()).toEqual(before);
    expect(await page.locator("body").evaluate(({ scrollWidth }) => scrollWidth)).toBe(width);
    const [tools, review] = await Promise.all(
      [".tools", "#review"].map((place) => page.locator(place).boundingBox()),
    );
    expect((review?.x ?? 0) + (review?.width ?? 0)).toBeLessThanOrEqual(
      (tools?.x ?? 0) + (tools?.width ?? 0),
    );
  },
);

test("while the model pauses, the text so far is on the timeline and is not underlined", async () => {
  const playground = await open();
  const { page } = playground;
  await playground.ask("hold");
  await page.locator("#events", { hasText: "first text" }).waitFor();
  const line = page.locator("ins.live-new");
  expect(await line.evaluate((element) => getComputedStyle(element).textDecorationLine)).toBe("none");
  await page.keyboard.press("Escape");
});

const INKS = ["text", "keyword", "string", "number", "comment", "type", "name"];
const GROUNDS = [
  "paper",
  "active",
  "added",
  "added-text",
  "removed",
  "removed-text",
  "removed-open",
  "match",
];

test.each(["light", "dark"] as const)(
  "in %s colours, code and messages have enough contrast",
  async (colorScheme) => {
    const { page } = await open();
    await page.emulateMedia({ colorScheme });
    const pairs = [
      ...INKS.flatMap((ink) => GROUNDS.map((ground) => [ink, ground])),
      ...[
        ["on-accent", "accent"],
        ["faint", "paper"],
        ["faint", "raised"],
        ["failure", "paper"],
      ],
    ];
    const ratios = await page.evaluate((all) => {
      // Relative luminance, as WCAG 2 has it.
      const luminance = (name = ""): number => {
        const probe = document.body.appendChild(document.createElement("i"));
        probe.style.color = `var(--${name})`;
        const [red = 0, green = 0, blue = 0] = (getComputedStyle(probe).color.match(/\d+/g) ?? [])
          .map((part) => Number(part) / 255)
          .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
        probe.remove();
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      return all.map(([ink, ground]) => {
        const both = [luminance(ink), luminance(ground)];
        return [`${ink} on ${ground}`, (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05)] as const;
      });
    }, pairs);
    expect(ratios).toHaveLength(60);
    expect(ratios.filter(([, ratio]) => ratio < 4.5)).toEqual([]);
  },
);

test("in forced colours, removed and added lines still differ", async () => {
  const playground = await open();
  const { page } = playground;
  await page.emulateMedia({ forcedColors: "active" });
  await playground.ask("use const");
  await playground.waitForPendingChanges("2 changes");
  const styles = await page.locator(".cm-deletedLine, .cm-changedLine").evaluateAll((lines) =>
    lines.map((line) => {
      const { textDecorationLine, borderInlineStartStyle } = getComputedStyle(line);
      return line.classList.contains("cm-deletedLine") ? textDecorationLine : borderInlineStartStyle;
    }),
  );
  expect(styles).toEqual(["line-through", "solid", "solid"]);
});

test("a long model name does not widen the page", async () => {
  const { page } = await open();
  const name = "organisation/Model-with-a-Name-that-says-all-of-it-30B-A3B-Instruct-GGUF:Q4_K_M";
  await page.locator("#model").evaluate((select, text) => {
    (select as HTMLSelectElement).add(new Option(text));
    (select as HTMLSelectElement).value = text;
  }, name);
  for (const width of [360, 600, 1280]) {
    await page.setViewportSize({ width, height: 740 });
    expect(await page.locator("body").evaluate(({ scrollWidth }) => scrollWidth)).toBe(width);
    expect((await page.locator("header").boundingBox())?.height).toBeLessThan(width === 1280 ? 60 : 160);
  }
});

test("on a narrow screen the instruction has its own row", async () => {
  const playground = await open();
  const { page } = playground;
  await page.setViewportSize({ width: 360, height: 740 });
  const [instruction, run] = await Promise.all(
    ["#instruction", "#run"].map((place) => page.locator(place).boundingBox()),
  );
  expect(instruction?.width).toBeGreaterThan(300);
  expect(run?.y).toBeGreaterThan((instruction?.y ?? 0) + (instruction?.height ?? 0));
  expect(await page.locator("body").evaluate(({ scrollWidth }) => scrollWidth)).toBe(360);
});

test("the list of shortcuts opens with its button and gives the focus back", async () => {
  const { page } = await open();
  await page.locator("#help").press("Enter");
  await page.locator("#shortcuts-dialog button:focus", { hasText: "Close" }).waitFor();
  await page.keyboard.press("Enter");
  await page.locator("#help:focus").waitFor();
});

test("an edit says that it waits when its server dies, and that it writes after the restart", async () => {
  const first = await serveScript();
  const playground = await open(first.url);
  await playground.ask("hold");
  await playground.page.locator(".live-new").waitFor();
  await playground.waitForMessage("Writing…");
  first.child.kill("SIGKILL");
  await playground.waitForMessage("Waiting for the server…");
  await playground.page.locator("#events", { hasText: "the server is unreachable" }).waitFor();
  await serveScript(Number(new URL(first.url).port));
  await playground.waitForMessage("Writing…");
  expect(await playground.page.locator("#events li", { hasText: "the server is unreachable" }).count()).toBe(
    1,
  );
});

test("an edit asked for while the server is away waits, and writes after the restart", async () => {
  const first = await serveScript();
  const playground = await open(first.url);
  first.child.kill("SIGKILL");
  await playground.waitForConnection("reconnecting");
  await playground.ask("hold");
  await playground.waitForMessage("Waiting for the server…");
  await serveScript(Number(new URL(first.url).port));
  await playground.page.locator(".live-new").waitFor();
  await playground.waitForMessage("Writing…");
});

test("the first load is a few compressed files, of the languages the code's own alone", async () => {
  const playground = await PlaygroundPage.open(browser, url);
  onTestFinished(() => playground.close());
  await playground.waitForConnection();
  const loaded = () =>
    playground.page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .filter((entry) => entry instanceof PerformanceResourceTiming)
        .filter(({ name }) => name.endsWith(".js"))
        .map(({ encodedBodySize, decodedBodySize }) => ({ encodedBodySize, decodedBodySize })),
    );
  // The page, what makes edits, what languages share, JavaScript.
  await expect.poll(async () => (await loaded()).length).toBe(4);
  const files = await loaded();
  const sent = files.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
  const read = files.reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0);
  expect(sent).toBeLessThan(225_000);
  expect(sent).toBeLessThan(read / 2);
});
