import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromiumPath } from "@flint/playground/chromium";
import { WebSocket } from "ws";
import { endWithThis } from "../server/index.ts";

/**
 * A Chromium, controlled by the few DevTools commands that a measurement needs. A browser testing library would make
 * the browser report every socket frame, which costs more than what is measured here.
 */
export class MeasuredChromium implements AsyncDisposable {
  readonly #child: ChildProcess;
  readonly #folder: string;
  readonly #origin: string;

  private constructor(child: ChildProcess, folder: string, origin: string) {
    this.#child = child;
    this.#folder = folder;
    this.#origin = origin;
  }

  static async launch(): Promise<MeasuredChromium> {
    const path = chromiumPath();
    const folder = await mkdtemp(join(tmpdir(), "flint-chromium-"));
    const args = [
      "--headless",
      "--remote-debugging-port=0",
      `--user-data-dir=${folder}`,
      "--no-first-run",
      "--disable-extensions",
      "--disable-gpu",
      "--disable-background-networking",
      "--window-size=1280,800",
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ];
    const child = endWithThis(spawn(path, args, { stdio: ["ignore", "ignore", "pipe"] }));
    let seen = "";
    child.once("error", (cause) => {
      seen += cause.message;
    });
    for await (const text of child.stderr) {
      seen += text;
      const [, origin] = /DevTools listening on ws:\/\/([^/]+)\//.exec(seen) ?? [];
      if (origin === undefined) continue;
      child.stderr.resume();
      return new MeasuredChromium(child, folder, origin);
    }
    throw new Error(`Chromium ended: ${seen}`);
  }

  async openPage(): Promise<DevtoolsPage> {
    const answer = await fetch(`http://${this.#origin}/json/new?about:blank`, { method: "PUT" });
    const { webSocketDebuggerUrl } = (await answer.json()) as { webSocketDebuggerUrl: string };
    const socket = new WebSocket(webSocketDebuggerUrl);
    await once(socket, "open");
    return new DevtoolsPage(socket);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.kill();
    await once(this.#child, "exit");
    await rm(this.#folder, { recursive: true, force: true });
  }
}

interface Answer {
  readonly id: number;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

export class DevtoolsPage implements AsyncDisposable {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #sent = 0;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on("message", (data) => {
      const answer = JSON.parse(String(data)) as Answer;
      this.#waiting.get(answer.id)?.(answer);
    });
  }

  async send<Result>(method: string, params: object = {}): Promise<Result> {
    const id = ++this.#sent;
    const { result, error } = await new Promise<Answer>((resolve) => {
      this.#waiting.set(id, resolve);
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
    this.#waiting.delete(id);
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result as Result;
  }

  /** Runs a function in the page, without access to its closure, and awaits its result. */
  async run<Argument, Result>(
    code: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result> {
    const expression = `(${code})(${JSON.stringify(argument)})`;
    const { result, exceptionDetails } = await this.send<{
      result: { value: Result };
      exceptionDetails?: { text: string; exception?: { description?: string } };
    }>("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails === undefined) return result.value;
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.send("Page.close");
    this.#socket.close();
  }
}
