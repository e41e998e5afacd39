import { expect, test } from "vitest";
import { connect, listen } from "./session.fixture.ts";

test("reasoning and tool calls count towards limits.answerLength", async () => {
  const server = await listen();
  const session = await connect(server, { limits: { answerLength: 1_000 } });
  const thinking = session.respond({ input: "one" });
  const answer = (await server.next("response.create")).begin();
  for (let n = 0; n < 11; n++) {
    answer.event({ ...REASONING, delta: "y".repeat(100) });
  }
  await expect(thinking.result).rejects.toMatchObject({
    code: "limit_exceeded",
    message: expect.stringContaining("limits.answerLength"),
  });
  const calling = session.respond({ input: "two" });
  (await server.next("response.create")).begin().callTool("x".repeat(10_000));
  await expect(calling.result).rejects.toMatchObject({ code: "limit_exceeded" });
});

const REASONING = {
  type: "response.reasoning_text.delta",
  item_id: "rs_1",
  output_index: 0,
  content_index: 0,
} as const;
