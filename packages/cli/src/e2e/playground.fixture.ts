import type { Browser, BrowserContext, Page } from "playwright-core";

/** The playground in a browser of its own, and what must not happen there. */
export class PlaygroundPage {
  readonly page: Page;
  /** Requests to elsewhere, errors, refusals by the content security policy. */
  readonly faults: string[] = [];
  readonly #context: BrowserContext;
  readonly #origin: string;

  private constructor(context: BrowserContext, page: Page, origin: string) {
    this.#context = context;
    this.#origin = origin;
    this.page = page;
    page.on("request", (request) => {
      if (!request.url().startsWith(`${origin}/`)) this.faults.push(`a request to ${request.url()}`);
    });
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) this.faults.push(message.text());
    });
    page.on("pageerror", (error) => this.faults.push(error.stack ?? error.message));
  }

  /** `before` runs in the page ahead of its own scripts. */
  static async open(browser: Browser, url: string, before?: () => void): Promise<PlaygroundPage> {
    const { origin } = new URL(url);
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    // Below the test's own, so that what was waited for is told.
    context.setDefaultTimeout(25_000);
    if (before !== undefined) await context.addInitScript(before);
    const playground = new PlaygroundPage(context, await context.newPage(), origin);
    await playground.page.goto(`${origin}/`);
    return playground;
  }

  /** A second tab with a copy of this one's session storage. */
  async duplicate(): Promise<PlaygroundPage> {
    const opened = this.page.waitForEvent("popup");
    await this.page.evaluate(() => void window.open(location.href));
    return new PlaygroundPage(this.#context, await opened, this.#origin);
  }

  close(): Promise<void> {
    return this.#context.close();
  }

  /** Waits until the connection's line says so. */
  async connected(text = "connected by WebSocket"): Promise<void> {
    await this.page.locator("#connection", { hasText: text }).waitFor();
  }

  /** Waits until the person is told something that fits. */
  async told(text: string | RegExp): Promise<void> {
    await this.page.locator("#message", { hasText: text }).waitFor();
  }

  /** Waits until so many changes have settled of the edit that runs. */
  async settled(count: number): Promise<void> {
    await this.page
      .locator(".live-new:not(.live-open)")
      .nth(count - 1)
      .waitFor();
  }

  /** Waits until so many changes wait. */
  async changes(text: string): Promise<void> {
    await this.page.locator("#changes", { hasText: new RegExp(`^${text}$`) }).waitFor({ state: "attached" });
  }

  /** Puts code in the place of all there is, as a person does who pastes it. */
  async paste(code: string): Promise<void> {
    const content = this.page.locator(".cm-content");
    await content.focus();
    await this.page.keyboard.press("ControlOrMeta+a");
    await content.evaluate((target, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      target.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, code);
  }

  /** The code, without what is painted over it. */
  code(): Promise<string> {
    return this.page
      .locator(".cm-content .cm-line")
      .evaluateAll((lines) => lines.map((line) => line.textContent).join("\n"));
  }

  /** Types the instruction and presses Enter, from wherever the focus is. */
  async ask(text: string): Promise<void> {
    const instruction = this.page.locator("#instruction");
    await instruction.fill(text);
    await instruction.press("Enter");
  }
}
