import { expect, test } from "vitest";
import { browserStorage } from "../storage/index.ts";
import { Access } from "./access.ts";

const memory = () => browserStorage("sessionStorage", {});

test("a key is stored only if the person wants that, and only after the server has accepted it", async () => {
  const storage = memory();
  const access = new Access(async () => ({ key: "mine", keep: true }), storage);
  await access.renew();
  expect([access.option, storage.length]).toEqual([{ apiKey: "mine" }, 0]);
  access.keyAccepted();
  expect(new Access(async () => ({ key: "", keep: false }), storage).option).toEqual({ apiKey: "mine" });

  const other = new Access(async () => ({ key: "once", keep: false }), storage);
  await other.renew();
  other.keyAccepted();
  expect([other.option, storage.length]).toEqual([{ apiKey: "once" }, 0]);
});

test("a key that storage has no room for is still used", async () => {
  const full = memory();
  full.setItem = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  const access = new Access(async () => ({ key: "mine", keep: true }), full);
  await access.renew();
  access.keyAccepted();
  expect(access.option).toEqual({ apiKey: "mine" });
});
