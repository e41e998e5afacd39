import assert from "node:assert/strict";
import { test } from "node:test";
import { createServerUrl, localUrl, regionUrls, type ServerUrlOptions } from "./solution.ts";

test("takes options", () => {
  const options: ServerUrlOptions = { host: "x.org", basePath: "v1", port: 444 };
  assert.equal(createServerUrl(options), "https://x.org:444/v1");
  assert.equal(createServerUrl({ host: "x.org" }), "https://x.org/");
  assert.equal(createServerUrl({ host: "x.org", secure: false }), "http://x.org:443/");
  assert.equal(createServerUrl({ host: "x.org", secure: false, port: 80 }), "http://x.org/");
  assert.equal(createServerUrl.length, 1);
});

test("the callers give the same as before", () => {
  assert.equal(localUrl("/health"), "http://localhost:8080/health");
  assert.deepEqual(regionUrls(["eu", "us"], "x.org"), ["https://eu.x.org/", "https://us.x.org/"]);
});
