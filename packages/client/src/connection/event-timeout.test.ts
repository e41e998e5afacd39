import { expect, test } from "vitest";
import { whileBusy } from "./busy.fixture.ts";
import { EventTimeout } from "./event-timeout.ts";

test.each(["first", "further"])(
  "a %s event that arrived while this process was busy does not time out",
  async (which) => {
    const expired: unknown[] = [];
    const silence = new EventTimeout(20, (error) => expired.push(error));
    if (which === "first") silence.expectFirst(20);
    else {
      silence.expectFirst(10_000);
      silence.noteEvent();
    }
    await whileBusy(60, () => silence.noteEvent());
    expect(expired).toEqual([]);
    await expect.poll(() => expired).toMatchObject([{ code: "timeout" }]);
  },
);
