import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createScriptEngine } from "@flint/engine";
import { expect, it, onTestFinished } from "vitest";
import { type ServerOptions, startServer } from "../../server.ts";

const engine = createScriptEngine({ scenario: { turns: [{ steps: [{ text: "well" }] }] } });

const LONG = 'console.log("hello");\n'.repeat(100);

async function folder(files: Readonly<Record<string, string>>): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "flint-page-"));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  await mkdir(join(path, "page/assets"), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(path, name), text);
  return path;
}

async function servePage(options: Partial<ServerOptions> = {}): Promise<string> {
  const path = await folder({
    "page/index.html": "<p>hello</p>",
    "page/assets/main-12ab.js": "export {}",
    "page/assets/long-34cd.js": LONG,
    "secret.txt": "secret",
  });
  const server = await startServer({ engine, page: join(path, "page"), ...options });
  onTestFinished(() => server.close());
  return server.url.replace(/\/v1$/, "");
}

/** A path that `fetch` would tidy up, and headers that it does not let one set. */
async function get(
  origin: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<IncomingMessage> {
  const request = httpRequest(origin, { path, headers });
  request.end();
  const [response] = (await once(request, "response")) as [IncomingMessage];
  response.resume();
  return response;
}

it("serves the page at / with revalidation, and its assets as immutable", async () => {
  const origin = await servePage();
  const page = await fetch(`${origin}/`);
  expect(await page.text()).toBe("<p>hello</p>");
  expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(page.headers.get("cache-control")).toBe("no-cache");

  const etag = page.headers.get("etag") ?? "";
  const again = await get(origin, "/", { "if-none-match": etag });
  expect(again.statusCode).toBe(304);
  expect((await get(origin, "/", { "if-none-match": '"other"' })).statusCode).toBe(200);

  const asset = await fetch(`${origin}/assets/main-12ab.js`);
  expect(asset.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
  expect(asset.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
});

it("serves a file in gzip to whoever reads that, if it is then shorter", async () => {
  const origin = await servePage();
  const long = await get(origin, "/assets/long-34cd.js", { "accept-encoding": "br, gzip;q=0.8" });
  expect(long.headers).toMatchObject({ "content-encoding": "gzip", vary: "accept-encoding" });
  expect(Number(long.headers["content-length"])).toBeLessThan(LONG.length / 2);
  expect(await (await fetch(`${origin}/assets/long-34cd.js`)).text()).toBe(LONG);

  for (const encoding of ["", "identity", "gzip;q=0", "gzip; q=0.0, identity"]) {
    const plain = await get(origin, "/assets/long-34cd.js", { "accept-encoding": encoding });
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(plain.headers.etag).not.toBe(long.headers.etag);
  }
  const short = await get(origin, "/assets/main-12ab.js", { "accept-encoding": "gzip" });
  expect(short.headers["content-encoding"]).toBeUndefined();

  const tagged = { "accept-encoding": "gzip", "if-none-match": long.headers.etag ?? "" };
  expect((await get(origin, "/assets/long-34cd.js", tagged)).statusCode).toBe(304);
});

it("sends headers that restrict the page to this server and forbid framing", async () => {
  const origin = await servePage();
  for (const path of ["/", "/assets/main-12ab.js"]) {
    const { headers } = await fetch(origin + path);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; /);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
  }
});

it("keeps every other answer out of caches and out of pages of other sites", async () => {
  const origin = await servePage({ metrics: true });
  const post = { method: "POST", body: JSON.stringify({ input: "go", stream: true }) };
  for (const [path, init] of [
    ["/v1/models", {}],
    ["/v1/nothing", {}],
    ["/metrics", {}],
    ["/healthz", {}],
    ["/v1/responses", { ...post, body: JSON.stringify({ input: "go" }) }],
    ["/v1/responses", post],
  ] as const) {
    const answer = await fetch(origin + path, init);
    await answer.text();
    expect(answer.headers.get("x-content-type-options"), path).toBe("nosniff");
    expect(answer.headers.get("cross-origin-resource-policy"), path).toBe("same-origin");
    expect(answer.headers.get("cache-control"), path).toMatch(/^no-(store|cache)$/);
  }
});

it.each(["/", "/assets/main-12ab.js", "/healthz", "/metrics", "/v1/models"])(
  "answers no page of another site that embeds %s, for which browsers send no origin",
  async (path) => {
    const origin = await servePage({ metrics: true });
    const status = async (site: string, mode: string) =>
      (await get(origin, path, { "sec-fetch-site": site, "sec-fetch-mode": mode })).statusCode;
    expect(await status("cross-site", "no-cors")).toBe(403);
    // The same host, but another port.
    expect(await status("same-site", "no-cors")).toBe(403);
    expect(await status("same-origin", "cors")).toBe(200);
    expect(await status("none", "navigate")).toBe(200);
    expect(await status("cross-site", "navigate")).toBe(200);
  },
);

it("serves no other file, whatever the path", async () => {
  const origin = await servePage();
  const paths = [
    "/../secret.txt",
    "/assets/../../secret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/assets\\..\\..\\secret.txt",
    "//secret.txt",
    "/assets/main-12ab.js%00.txt",
    "/assets/",
    "/assets",
    "/index.html/",
    "/ASSETS/main-12ab.js",
  ];
  for (const path of paths) {
    const { statusCode } = await get(origin, path);
    expect([path, statusCode]).toEqual([path, statusCode === 400 ? 400 : 404]);
  }
});

it("checks host names and origins for the page, and answers only GET and HEAD", async () => {
  const origin = await servePage();
  expect((await get(origin, "/", { host: "evil.example" })).statusCode).toBe(403);
  expect((await get(origin, "/", { origin: "http://evil.example" })).statusCode).toBe(403);
  const posted = await fetch(`${origin}/`, { method: "POST" });
  expect([posted.status, posted.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  const head = await fetch(`${origin}/`, { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([200, ""]);
});

it("answers 404 at / if there is no page", async () => {
  const server = await startServer({ engine });
  onTestFinished(() => server.close());
  expect((await fetch(server.url.replace(/\/v1$/, "/"))).status).toBe(404);
});

it("does not start on a folder without a valid page", async () => {
  const path = await folder({ "secret.txt": "secret" });
  const large = await folder({ "page/index.html": "x".repeat(2_000) });
  const refusals = [
    { page: join(path, "missing") },
    { page: join(path, "page") },
    { page: join(large, "page"), limits: { pageBytes: 1_000 } },
  ];
  for (const options of refusals) {
    await expect(startServer({ engine, ...options })).rejects.toMatchObject({ code: "page_unreadable" });
  }
});
