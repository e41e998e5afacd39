import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ggufBytes } from "../models/gguf.fixture.ts";
import { resolveModel } from "../models/resolve.ts";
import { type FakeHub, type FakeHubOptions, startHub } from "./hub.fixture.ts";
import { hubOf } from "./hub.ts";
import { type PullRequest, pull } from "./pull.ts";

// Larger than what a connection buffers, so that a cut body has always been read in part.
const MODEL = Buffer.concat([ggufBytes({ "llama.context_length": 2048 }), randomBytes(1_500_000)]);
const FILES = { "model-Q4_K_M.gguf": MODEL, "model-Q8_0.gguf": MODEL, "README.md": Buffer.from("#") };

let folder: string;
const hubs: FakeHub[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "flint-pull-"));
});
afterEach(async () => {
  await Promise.all(hubs.splice(0).map((hub) => hub.close()));
  await rm(folder, { recursive: true });
});

async function hub(options: FakeHubOptions = {}): Promise<FakeHub> {
  const started = await startHub({ files: FILES, ...options });
  hubs.push(started);
  return started;
}

function request(from: FakeHub, options: Partial<PullRequest> & { token?: string } = {}) {
  const { token, ...rest } = options;
  return pull({
    source: "hf:user/repo:q4_k_m",
    folder,
    hub: hubOf({ HF_ENDPOINT: from.origin, ...(token && { HF_TOKEN: token }) }),
    signal: new AbortController().signal,
    limits: { attempts: 2, retryDelay: 1 },
    ...rest,
  });
}

async function expectModel(path: string): Promise<void> {
  expect(MODEL.equals(await readFile(path))).toBe(true);
}

function offsetOf(range: string | undefined): number {
  return Number(/^bytes=(\d+)-$/.exec(range ?? "")?.[1]);
}

test("pulls a quantisation, checks it and remembers where it came from", async () => {
  const from = await hub();
  const pulled = await request(from);
  await expectModel(pulled.path);
  expect(pulled.checked).toBe(true);
  expect(pulled.manifest).toMatchObject({
    id: "model-Q4_K_M",
    source: "hf:user/repo:q4_k_m",
    license: "mit",
    contextLength: 2048,
  });
  expect((await readdir(folder)).sort()).toEqual(["model-Q4_K_M.gguf", "model-Q4_K_M.json"]);
});

test("a second pull of the same model downloads nothing", async () => {
  const from = await hub();
  await request(from);
  const before = from.requests.length;
  expect((await request(from)).present).toBe(true);
  expect(from.requests.slice(before).map(({ path }) => path)).toEqual(["/api/models/user/repo"]);
});

test("a cut connection is continued by itself", async () => {
  const from = await hub();
  from.cuts.push(500_000, 500_000);
  const pulled = await request(from);
  await expectModel(pulled.path);
  const ranges = from.requests.flatMap(({ range }) => range ?? []);
  expect(ranges).toHaveLength(2);
  expect(offsetOf(ranges[1])).toBeGreaterThan(offsetOf(ranges[0]));
});

test("a pull that gave up is continued by the next one", async () => {
  const from = await hub();
  from.cuts.push(500_000, 0, 0);
  await expect(request(from)).rejects.toMatchObject({
    code: "download_cut",
    message: expect.stringContaining("run the same command again"),
  });
  const { size } = await stat(join(folder, "model-Q4_K_M.gguf.part"));
  expect(size).toBeGreaterThan(0);
  const pulled = await request(from);
  await expectModel(pulled.path);
  expect(offsetOf(from.requests.at(-1)?.range)).toBe(size);
});

test("a partial file that is complete is not downloaded again", async () => {
  const from = await hub();
  const sha256 = createHash("sha256").update(MODEL).digest("hex");
  await writeFile(join(folder, "model-Q4_K_M.gguf.part"), MODEL);
  await writeFile(join(folder, "model-Q4_K_M.gguf.part.json"), JSON.stringify({ etag: null, sha256 }));
  await expectModel((await request(from)).path);
  expect(from.requests.slice(1).map(({ range }) => range)).toEqual([`bytes=${MODEL.length}-`]);
});

test("a download starts over on a server without ranges", async () => {
  const from = await hub({ noRange: true });
  from.cuts.push(500_000);
  await expectModel((await request(from)).path);
});

test("a busy server is asked again, and reported when it stays busy", async () => {
  const from = await hub();
  from.refusals.push(503);
  await request(from);
  from.refusals.push(503, 503);
  await expect(request(from, { source: "hf:user/repo:q8_0" })).rejects.toThrow("answered 503");
});

test("a wrong checksum deletes the download", async () => {
  const from = await hub({ sha256: "ab".repeat(32) });
  await expect(request(from)).rejects.toMatchObject({ code: "checksum_mismatch" });
  expect(await readdir(folder)).toEqual([]);
});

test("a URL is checked against --sha256, and reported as unchecked without it", async () => {
  const from = await hub();
  const source = `${from.origin}/some/model-Q8_0.gguf?download=true`;
  await expect(request(from, { source, sha256: "00".repeat(32) })).rejects.toThrow("not 0000");
  const pulled = await request(from, { source });
  expect(pulled.checked).toBe(false);
  expect(pulled.manifest.source).toBe(`${from.origin}/some/model-Q8_0.gguf`);
});

test("a file that is not GGUF is refused and leaves nothing behind", async () => {
  const from = await hub({ files: { "page.gguf": Buffer.from("<!doctype html>") } });
  await expect(request(from, { source: `${from.origin}/page.gguf` })).rejects.toMatchObject({
    code: "not_gguf",
  });
  expect(await readdir(folder)).toEqual([]);
});

test("the token goes to the hub and not to the server that it redirects to", async () => {
  const cdn = await hub();
  const from = await hub({ token: "hf_secret", cdn: cdn.origin });
  const pulled = await request(from, { token: "hf_secret" });
  expect(pulled.checked).toBe(true);
  expect(from.requests.every(({ authorization }) => authorization === "Bearer hf_secret")).toBe(true);
  expect(cdn.requests.map(({ authorization }) => authorization)).toEqual([undefined]);
});

test("a login on another server than the hub is refused", async () => {
  const from = await hub();
  const other = await hub();
  other.refusals.push(401);
  const refused = request(from, { source: `${other.origin}/model-Q8_0.gguf`, token: "hf_secret" });
  await expect(refused).rejects.toThrow(
    /status 401\); Flint can log in to the hub only: download the file yourself/,
  );
});

test("an unreachable server is reported as such, not as a download that was cut", async () => {
  const from = await hub();
  const source = `${from.origin}/model-Q8_0.gguf`;
  await from.close();
  await expect(request(from, { source })).rejects.toThrow(
    /^cannot reach 127\.0\.0\.1:\d+ .*check the address/,
  );
});

test("a refused token is reported without being shown", async () => {
  const from = await hub({ token: "hf_other" });
  const refused = request(from, { token: "hf_secret" });
  await expect(refused).rejects.toMatchObject({ code: "not_allowed" });
  await expect(refused).rejects.not.toThrow("hf_secret");
  await expect(request(from)).rejects.toThrow("set HF_TOKEN");
});

test("an unknown repository, quantisation or file is reported", async () => {
  const from = await hub();
  await expect(request(from, { source: "hf:user/none:q4_0" })).rejects.toMatchObject({ code: "not_found" });
  await expect(request(from, { source: "hf:user/repo:q2_k" })).rejects.toThrow("available: Q4_K_M, Q8_0");
  await expect(request(from, { source: `${from.origin}/none.gguf` })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("a file larger than the free disk space is refused", async () => {
  const from = await hub({ claimedSize: 9e15 });
  await expect(request(from)).rejects.toMatchObject({
    code: "disk_full",
    message: expect.stringContaining("FLINT_HOME"),
  });
});

test("two sources with the same file name do not overwrite each other", async () => {
  const from = await hub();
  await request(from);
  const source = `${from.origin}/other/model-Q4_K_M.gguf`;
  await expect(request(from, { source })).rejects.toMatchObject({ code: "id_taken" });
  expect((await request(from, { source, as: "other" })).manifest.id).toBe("other");
});

test("a file without a manifest is left alone, and adopted only if it is the wanted one", async () => {
  const from = await hub();
  const path = join(folder, "model-Q4_K_M.gguf");
  const mine = ggufBytes({ "general.name": "mine" });
  await writeFile(path, mine);
  const source = `${from.origin}/some/model-Q4_K_M.gguf`;
  for (const options of [{}, { source }]) {
    await expect(request(from, options)).rejects.toMatchObject({
      code: "id_taken",
      message: expect.stringContaining("--as"),
    });
  }
  expect(mine.equals(await readFile(path))).toBe(true);
  await writeFile(path, MODEL);
  expect(await request(from)).toMatchObject({
    present: true,
    checked: true,
    manifest: { source: "hf:user/repo:q4_k_m", contextLength: 2048 },
  });
  expect((await readdir(folder)).sort()).toEqual(["model-Q4_K_M.gguf", "model-Q4_K_M.json"]);
});

test("a model that changed at its source is downloaded again, with its manifest", async () => {
  await request(await hub());
  const changed = Buffer.concat([MODEL, randomBytes(10)]);
  const pulled = await request(await hub({ files: { "model-Q4_K_M.gguf": changed } }));
  expect(pulled.manifest.sha256).toBe(createHash("sha256").update(changed).digest("hex"));
  expect(changed.equals(await readFile(pulled.path))).toBe(true);
  expect((await request(await hub({ files: { "model-Q4_K_M.gguf": changed } }))).present).toBe(true);
});

test("the same file under another source is not downloaded again, and is found by that source", async () => {
  const from = await hub({ files: { "model-Q4_K_M.gguf": MODEL } });
  await request(from, { source: "hf:user/repo" });
  const before = from.requests.length;
  const again = await request(from, { source: "hf:user/repo:Q4_K_M" });
  expect(again).toMatchObject({ present: true, checked: true, manifest: { id: "model-Q4_K_M" } });
  const sha256 = createHash("sha256").update(MODEL).digest("hex");
  const source = `${from.origin}/mirror/model-Q4_K_M.gguf`;
  expect((await request(from, { source, sha256 })).present).toBe(true);
  for (const name of ["hf:user/repo", "hf:user/repo:Q4_K_M", source]) {
    expect((await resolveModel(name, folder)).model.id).toBe("model-Q4_K_M");
  }
  expect(from.requests.slice(before).map(({ path }) => path)).toEqual(["/api/models/user/repo"]);
});

test("only one process pulls a model at a time, and the claim of a dead process is taken over", async () => {
  const from = await hub();
  const lock = join(folder, "model-Q4_K_M.gguf.lock");
  // A process that lives for certain: the one that began this one.
  const stat = await readFile(`/proc/${process.ppid}/stat`, "utf8").catch(() => ") S 0");
  await writeFile(lock, `${process.ppid} ${stat.replace(/^.*\) /s, "").split(" ")[19]}`);
  await expect(request(from)).rejects.toMatchObject({ code: "pull_running" });
  // A container's only process has the number of the one that was killed before it.
  for (const [text, present] of [
    [`${process.pid} 1`, false],
    ["999999999 1", true],
    ["", true],
  ] as const) {
    await writeFile(lock, text);
    expect((await request(from)).present).toBe(present);
  }
  expect((await readdir(folder)).sort()).toEqual(["model-Q4_K_M.gguf", "model-Q4_K_M.json"]);
});

test("an unreachable hub is named", async () => {
  const from = await hub();
  await from.close();
  await expect(request(from)).rejects.toMatchObject({
    code: "unreachable",
    message: expect.stringContaining(new URL(from.origin).host),
  });
});

test("a stopped pull keeps what has arrived", async () => {
  const from = await hub();
  const stop = new AbortController();
  const stopped = request(from, { signal: stop.signal, onProgress: (done) => done > 0 && stop.abort() });
  await expect(stopped).rejects.toThrow();
  expect((await readdir(folder)).sort()).toEqual(["model-Q4_K_M.gguf.part", "model-Q4_K_M.gguf.part.json"]);
  await expectModel((await request(from)).path);
});
