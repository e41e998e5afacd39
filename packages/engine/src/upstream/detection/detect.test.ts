import { expect, test } from "vitest";
import { useTestServer } from "../server.fixture.ts";
import { detectUpstream } from "./index.ts";

test.each([
  [{ preset: "openai" }, false],
  [{ preset: "openai", api: "chat" }, true],
  [{ preset: "vllm" }, false],
] as const)("%j supports predictions: %s", async (target, prediction) => {
  const { url } = await useTestServer();
  expect(await detectUpstream({ ...target, url })).toMatchObject({ prediction });
});

test("a path is not reported if the server denies it in an error with status 200", async () => {
  const server = await useTestServer();
  server.behave(({ path }, response) => {
    if (path === "/v1/models" || path === "/v1/chat/completions") return false;
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ error: `Unexpected endpoint or method. (POST ${path})` }));
    return true;
  });
  expect(await detectUpstream({ preset: "lmstudio", url: server.url })).toMatchObject({
    ...{ chat: true, responses: false, completions: false, tokenize: false, metrics: false },
  });
});

test("a path that needs another key, or whose connection breaks, is not reported", async () => {
  const server = await useTestServer();
  server.behave(({ path }, response) => {
    if (path === "/v1/completions") response.destroy();
    else if (path === "/tokenize") response.writeHead(403).end();
    else return false;
    return true;
  });
  expect(await detectUpstream({ preset: "vllm", url: server.url })).toMatchObject({
    ...{ chat: true, completions: false, tokenize: false },
  });
});
