import type { Browser, BrowserContext, Page } from "playwright-core";

/** The playground in a separate browser context, with a log of faults. */
export class PlaygroundPage {
  readonly page: Page;
  /** Requests to other origins, errors, and violations of the content security policy. */
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

  /** `before` runs in the page before the page's own scripts. */
  static async open(browser: Browser, url: string, before?: () => void): Promise<PlaygroundPage> {
    const { origin } = new URL(url);
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    // Shorter than the test's timeout, to report what was awaited.
    context.setDefaultTimeout(25_000);
    if (before !== undefined) await context.addInitScript(before);
    const playground = new PlaygroundPage(context, await context.newPage(), origin);
    await playground.page.goto(`${origin}/`);
    return playground;
  }

  /** Opens a second tab with a copy of this tab's session storage. */
  async duplicate(): Promise<PlaygroundPage> {
    const opened = this.page.waitForEvent("popup");
    await this.page.evaluate(() => void window.open(location.href));
    return new PlaygroundPage(this.#context, await opened, this.#origin);
  }

  close(): Promise<void> {
    return this.#context.close();
  }

  /** Waits until the connection's status contains this text. */
  async waitForConnection(text = "connected by WebSocket"): Promise<void> {
    await this.page.locator("#connection", { hasText: text }).waitFor();
  }

  /** Waits until a matching message is shown. */
  async waitForMessage(text: string | RegExp): Promise<void> {
    await this.page.locator("#message", { hasText: text }).waitFor();
  }

  /** Waits until this many changes of the running edit have settled. */
  async waitForSettledChanges(count: number): Promise<void> {
    await this.page
      .locator(".live-new:not(.live-open)")
      .nth(count - 1)
      .waitFor();
  }

  /** Waits until the number of pending changes is shown as `text`. */
  async waitForPendingChanges(text: string): Promise<void> {
    await this.page.locator("#changes", { hasText: new RegExp(`^${text}$`) }).waitFor({ state: "attached" });
  }

  /** Replaces all code by pasting. */
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

  /** Returns the code, without what is painted over it. */
  code(): Promise<string> {
    return this.page
      .locator(".cm-content .cm-line")
      .evaluateAll((lines) => lines.map((line) => line.textContent).join("\n"));
  }

  /** Types the instruction and presses Enter, wherever the focus is. */
  async ask(text: string): Promise<void> {
    const instruction = this.page.locator("#instruction");
    await instruction.fill(text);
    await instruction.press("Enter");
  }
}
