import { expect, test } from "vitest";
import { defaultLimits } from "../limits.ts";
import { Access } from "./access.ts";
import { recordOf } from "./keys.fixture.ts";
import { memoryRateCounters, type RateCounters } from "./rate-counters.ts";
import { rateHeaders } from "./rate-headers.ts";

test("begin refuses a key that was revoked while its rate was being checked", async () => {
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

test.each([
  ["requests", { keyRequests: 0 }],
  ["tokens", { keyTokens: 0 }],
])("a key whose limit of %s a minute is 0 is refused without a retry time", async (what, own) => {
  const { text, record } = recordOf({});
  const limits = { ...defaultLimits, ...own };
  const account = new Access({ keys: [record], limits, counters: memoryRateCounters() }).identify(text);
  const asked = account.takeRequest().then(() => account.begin(() => {}));
  await expect(asked).rejects.toMatchObject({
    code: "rate_limit_exceeded",
    message: `the key's limit of ${what} a minute is 0: ask for a key with another limit`,
    retryAfter: null,
  });
  await account.spend(10);
  for (const [, value] of rateHeaders(account.rates)) expect(value).not.toMatch(/NaN|Infinity/);
});
