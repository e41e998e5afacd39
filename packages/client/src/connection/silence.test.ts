import { expect, test } from "vitest";
import { whileBusy } from "./busy.fixture.ts";
import { Silence } from "./silence.ts";

test.each(["first", "further"])(
  "a %s event that waits to be read, as this process was busy, ends no turn",
  async (which) => {
    const expired: unknown[] = [];
    const silence = new Silence(20, (error) => expired.push(error));
    if (which === "first") silence.expectFirst(20);
    else {
      silence.expectFirst(10_000);
      silence.heard();
    }
    await whileBusy(60, () => silence.heard());
    expect(expired).toEqual([]);
    await expect.poll(() => expired).toMatchObject([{ code: "timeout" }]);
  },
);
