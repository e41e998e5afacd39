import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Steers } from "./steers.ts";

const TIMEOUT = 100;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test("a steer does not time out while unsent, however often the connection is lost", async () => {
  const steers = new Steers(TIMEOUT);
  const sent: string[] = [];
  const send = ({ requestId }: { requestId: string }) => {
    sent.push(requestId);
    return "sent" as const;
  };
  const accepted = vi.fn();
  const steered = steers.add("shorter", accepted);
  vi.advanceTimersByTime(2 * TIMEOUT);
  for (let n = 0; n < 3; n++) {
    steers.flush(send);
    vi.advanceTimersByTime(TIMEOUT - 1);
    steers.requeueSent();
    vi.advanceTimersByTime(2 * TIMEOUT);
  }
  steers.flush(send);
  steers.acknowledge("steer_1", sent[0]);
  await expect(steered).resolves.toHaveProperty("milliseconds");
  expect(new Set(sent).size).toBe(1);
  expect(accepted).toHaveBeenCalledOnce();
});

test("a steer that is acknowledged after its timeout still counts as accepted", async () => {
  const steers = new Steers(TIMEOUT);
  const steered = steers.add("shorter", () => {});
  steers.flush(() => "sent");
  vi.advanceTimersByTime(TIMEOUT);
  await expect(steered).rejects.toMatchObject({ code: "timeout" });
  steers.acknowledge("steer_1", undefined);
  expect(steers.accepted).toMatchObject([{ content: [{ text: "shorter" }] }]);
});
