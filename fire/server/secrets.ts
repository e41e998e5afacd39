import { randomBytes } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import { changeKeys, type KeyRecord, makeKey } from "@flint/server";

/** Secrets that must not appear in any log, and the logs to search. */
export class Secrets {
  readonly #secrets = new Map<string, string>();
  readonly #logs = new Set<string>();
  /** Part of every input: clients' inputs are private. */
  readonly canary: string;
  /** Secret from which servers derive encryption keys. */
  readonly serverSecret: string;

  constructor() {
    this.canary = this.add("an input", `canary${randomBytes(12).toString("hex")}`);
    this.serverSecret = this.add("the server's secret", randomBytes(24).toString("base64url"));
  }

  /** Registers a secret and returns it. */
  add(what: string, secret: string): string {
    this.#secrets.set(secret, what);
    return secret;
  }

  addLog(path: string): void {
    this.#logs.add(path);
  }

  /** Creates a key file with one key. Returns its path and the key's text. */
  async key(folder: string): Promise<{ file: string; key: string }> {
    const { id, text, digest } = makeKey();
    const record: KeyRecord = {
      ...{ id, digest, name: "fire", user: "fire", scopes: ["responses", "models"], limits: {} },
      ...{ created: new Date().toISOString(), expires: null, revoked: null },
    };
    const file = join(folder, "keys.json");
    await changeKeys(file, () => ({ keys: [record], result: null }));
    return { file, key: this.add("an API key", text) };
  }

  /** Returns a well-formed key that no server accepts. */
  wrongKey(): string {
    return this.add("a wrong API key", makeKey().text);
  }

  /** Searches the logs. Returns a description of each secret found, the bytes searched and the number of secrets. */
  async search(): Promise<{ found: readonly string[]; bytes: number; secrets: number }> {
    const found: string[] = [];
    let bytes = 0;
    const longest = Math.max(...[...this.#secrets.keys()].map((secret) => secret.length));
    for (const log of this.#logs) {
      if (!existsSync(log)) continue;
      let tail = "";
      for await (const part of createReadStream(log, "latin1")) {
        bytes += part.length;
        const text = tail + part;
        for (const [secret, what] of this.#secrets) {
          if (text.includes(secret)) found.push(`${what} is in the log ${log}`);
        }
        tail = text.slice(-longest);
      }
    }
    return { found: [...new Set(found)], bytes, secrets: this.#secrets.size };
  }
}
