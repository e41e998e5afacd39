import { expect, test } from "vitest";
import { proxyFor } from "./proxy.ts";

const PROXY = "http://proxy:3128/";

test.each([
  ["http://gpu:8000/v1", { HTTP_PROXY: PROXY }, PROXY],
  ["https://gpu/v1", { HTTP_PROXY: PROXY }, PROXY],
  ["https://gpu/v1", { HTTP_PROXY: PROXY, HTTPS_PROXY: "http://other:1/" }, "http://other:1/"],
  ["http://gpu/v1", { HTTPS_PROXY: PROXY }, null],
  ["http://gpu/v1", { HTTP_PROXY: PROXY, http_proxy: "" }, null],
  ["http://gpu/v1", {}, null],
  ["http://gpu/v1", { HTTP_PROXY: PROXY, NO_PROXY: "*" }, null],
  ["http://gpu/v1", { HTTP_PROXY: PROXY, NO_PROXY: "cpu, GPU" }, null],
  ["http://gpu:80/v1", { HTTP_PROXY: PROXY, NO_PROXY: "gpu:80" }, null],
  ["http://gpu:81/v1", { HTTP_PROXY: PROXY, NO_PROXY: "gpu:80" }, PROXY],
  ["http://a.lan/v1", { HTTP_PROXY: PROXY, NO_PROXY: ".lan" }, null],
  ["http://a.lan/v1", { HTTP_PROXY: PROXY, NO_PROXY: "*.lan" }, null],
  ["http://a.lan/v1", { HTTP_PROXY: PROXY, NO_PROXY: "lan" }, PROXY],
])("%s with %j goes through %s", (url, env, proxy) => {
  expect(proxyFor(new URL(url), env)?.href ?? null).toBe(proxy);
});
