import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { onTestFinished } from "vitest";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** A temporary checkout with the real set-up scripts and the files that the test writes. */
export interface Checkout {
  readonly path: string;
  write(files: Record<string, string | object>): void;
  /** Links the real packages, which builds need. */
  linkNodeModules(): void;
  /** Imports a module of `scripts/setup` that works on this checkout. */
  load<Module>(name: string): Promise<Module>;
}

export function checkout(): Checkout {
  const path = mkdtempSync(join(tmpdir(), "flint-checkout-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  cpSync(join(ROOT, "scripts/setup"), join(path, "scripts/setup"), { recursive: true });
  return {
    path,
    write(files) {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(join(path, name)), { recursive: true });
        writeFileSync(join(path, name), typeof content === "string" ? content : JSON.stringify(content));
      }
    },
    linkNodeModules: () => symlinkSync(join(ROOT, "node_modules"), join(path, "node_modules")),
    load: (name) => import(pathToFileURL(join(path, "scripts/setup", name)).href),
  };
}
