import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { bundlePage, type Chunk } from "./browser-bundle.ts";

const RESPOND = `
import { initializeSession } from "@flint/client/browser";
const session = await initializeSession({ url: location.origin, warmUp: false });
document.body.append((await session.respond({ input: "Name a sorting algorithm." })).text);
`;
const EDIT = `
import { initializeSession } from "@flint/client/browser";
const session = await initializeSession({ url: location.origin });
const turn = session.edit({ code: document.body.innerText, instruction: "use a loop" });
for await (const event of turn) if (event.type === "text") document.body.append(event.text);
`;
const STORED = `
import { parseRecording, SessionState } from "@flint/client/browser";
document.body.append(JSON.stringify([parseRecording(document.body.innerText), new SessionState()]));
`;

/** Bytes of the files as a server sends them, compressed, with some room for what is to come. */
const FIRST_LOAD = 24_000;
const WITH_EDITS = 37_000;

describe("a page's script", () => {
  test("that only asks loads neither what edits are made with nor any package", async () => {
    const first = firstLoad(await bundlePage(RESPOND));
    expect(sizeOf(first)).toBeLessThan(FIRST_LOAD);
    expect(packagesOf(first)).toEqual(["@flint/client", "@flint/protocol"]);
    expect(modulesOf(first).filter((path) => /\/edit\/(making|anchored|verify|scope)\//.test(path))).toEqual(
      [],
    );
  });

  test("that edits loads one small package more, and the checks of no platform but its own", async () => {
    const chunks = await bundlePage(EDIT);
    expect(sizeOf(firstLoad(chunks))).toBeLessThan(FIRST_LOAD);
    expect(sizeOf(chunks)).toBeLessThan(WITH_EDITS);
    expect(packagesOf(chunks)).toEqual(["@flint/client", "@flint/protocol", "diff"]);
    expect(modulesOf(chunks).filter((path) => /\/node\/|\/edit\/scope\/|\/recording\//.test(path))).toEqual(
      [],
    );
  });

  test("that plays recordings has nothing of a connection", async () => {
    const chunks = await bundlePage(STORED);
    expect(packagesOf(chunks)).toEqual(["@flint/client", "diff"]);
    const paths = modulesOf(chunks);
    expect(paths.filter((path) => /\/client\/src\/(connection|session|turn|browser)\//.test(path))).toEqual(
      [],
    );
  });
});

/** The files that load at once: the entry and what it imports, directly or not. */
function firstLoad(chunks: readonly Chunk[]): Chunk[] {
  const wanted = new Set(chunks.filter(({ isEntry }) => isEntry));
  for (const { imports } of wanted) {
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) wanted.add(chunk);
  }
  return [...wanted];
}

function sizeOf(chunks: readonly Chunk[]): number {
  return chunks.reduce((sum, { code }) => sum + gzipSync(code).length, 0);
}

function modulesOf(chunks: readonly Chunk[]): string[] {
  return chunks.flatMap(({ modules }) => modules).map((path) => path.replaceAll("\\", "/"));
}

function packagesOf(chunks: readonly Chunk[]): string[] {
  const names = modulesOf(chunks).flatMap((path) => {
    const own = /\/packages\/([^/]+)\/src\//.exec(path)?.[1];
    if (own !== undefined) return [`@flint/${own}`];
    return /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? [];
  });
  return [...new Set(names)].sort();
}
