import { afterAll, beforeAll } from "vitest";
import { storeConformance } from "../conformance/index.ts";
import { openValkeyStore } from "../index.ts";
import { RedisServer } from "./redis-server.fixture.ts";

let redis: RedisServer;
beforeAll(async () => {
  redis = await RedisServer.start();
});
afterAll(() => redis.stop());

storeConformance("the Valkey store", {
  open: (options) => openValkeyStore({ ...options, url: redis.url() }),
});
