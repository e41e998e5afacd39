import { expect, test } from "vitest";
import { openLog } from "./log.ts";

test("the log has neither keys nor code, in whatever field they are", () => {
  const lines: string[] = [];
  const logger = openLog("info", { write: (line) => lines.push(line) });
  const code = "const swordfish = 1";
  logger.info({ authorization: "Bearer swordfish" }, "a request");
  logger.info({ request: { headers: { authorization: "swordfish" }, body: code } }, "a request");
  logger.info({ request: { input: code, instructions: code, prompt: code } }, "a request");
  logger.info({ event: { delta: code }, apiKey: "swordfish" }, "a request");
  expect(lines).toHaveLength(4);
  expect(lines.join("")).not.toContain("swordfish");
});

test("the log keeps ids, codes and figures", () => {
  const lines: string[] = [];
  openLog("warn", { write: (line) => lines.push(line) }).warn(
    { response: "resp_1", code: "x", ms: 5 },
    "slow",
  );
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ response: "resp_1", code: "x", ms: 5, msg: "slow" });
});
