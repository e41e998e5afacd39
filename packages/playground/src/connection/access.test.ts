import { expect, test } from "vitest";
import { browserStorage } from "../storage/index.ts";
import { Access } from "./access.ts";

const memory = () => browserStorage("sessionStorage", {});

test("a key is kept where the person says so, once the server has taken it", async () => {
  const storage = memory();
  const access = new Access(async () => ({ key: "mine", keep: true }), storage);
  await access.renew();
  expect([access.option, storage.length]).toEqual([{ apiKey: "mine" }, 0]);
  access.admitted();
  expect(new Access(async () => ({ key: "", keep: false }), storage).option).toEqual({ apiKey: "mine" });

  const other = new Access(async () => ({ key: "once", keep: false }), storage);
  await other.renew();
  other.admitted();
  expect([other.option, storage.length]).toEqual([{ apiKey: "once" }, 0]);
});

test("where there is no room for the key it is used all the same", async () => {
  const full = memory();
  full.setItem = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  const access = new Access(async () => ({ key: "mine", keep: true }), full);
  await access.renew();
  access.admitted();
  expect(access.option).toEqual({ apiKey: "mine" });
});
