import { expect, test } from "vitest";
import { defaultLimits } from "../limits.ts";
import { Access } from "./access.ts";
import { recordOf } from "./keys.fixture.ts";
import { memoryRateCounters, type RateCounters } from "./rate-counters.ts";

test("a key that is revoked while its rate is asked for begins no response", async () => {
  const { text, record } = recordOf({});
  const counters = memoryRateCounters();
  let answer = () => {};
  const late: RateCounters = {
    ...counters,
    take: async (bucket, cost) => {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return counters.take(bucket, cost);
    },
  };
  const access = new Access({ keys: [record], limits: defaultLimits, counters: late });
  const begun = access.identify(`Bearer ${text}`).begin(() => {});
  access.reload([{ ...record, revoked: new Date().toISOString() }]);
  answer();
  await expect(begun).rejects.toMatchObject({ code: "revoked_api_key" });
});
