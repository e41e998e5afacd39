import { ApiError, type ClientFrame, events } from "@flint/protocol";
import { describe, expect, test } from "vitest";
import type { ResponsesServer } from "../connection/responses-server.fixture.ts";
import type { Session } from "./index.ts";
import { connect, listen, until } from "./session.fixture.ts";

const CODE = Array.from({ length: 500 }, (_, n) => `const value${n} = ${n};`).join("\n");

function requestIdOf(frame: ClientFrame): string | undefined {
  return frame.type === "response.steer" ? frame.flint?.request_id : undefined;
}

function block(search: string, replace: string): string {
  return `<<<<<<< SEARCH\n${search}\n=======\n${replace}\n>>>>>>> REPLACE\n`;
}

/** An edit whose first block is placed, and whose second has no place: the model is told so, and takes it. */
async function complained(server: ResponsesServer, session: Session) {
  const turn = session.edit({ code: CODE, instruction: "begin at ten" });
  const arrival = await server.next("response.create");
  const answer = arrival.begin();
  answer.text(block("const value3 = 3;", "const value3 = 13;"));
  answer.text("<<<<<<< SEARCH\nlaunch(rockets);\nawait moon();\n=======\n");
  const { frame } = await server.next("response.steer");
  expect(JSON.stringify(frame)).toContain("launch(rockets);");
  answer.event(events.steerAccepted("steer_1", answer.id, requestIdOf(frame)));
  return { turn, arrival, answer };
}

describe("an edit of many lines", () => {
  test("asks for the changes only, and puts each in its place", async () => {
    const server = await listen();
    const session = await connect(server);
    const turn = session.edit({ code: CODE, instruction: "begin at ten" });
    const arrival = await server.next("response.create");
    expect(arrival.create.instructions).toContain("<<<<<<< SEARCH");
    arrival
      .begin()
      .text(block("const value3 = 3;", "const value3 = 13;"))
      .text(block("const value400 = 400;", "const value400 = 410;"))
      .complete();
    expect(await turn).toMatchObject({
      code: CODE.replace("= 3;", "= 13;").replace("= 400;", "= 410;"),
      hunks: [{ oldStart: 4 }, { oldStart: 401 }],
      anchors: [
        { line: 4, verdict: "exact" },
        { line: 401, verdict: "exact" },
      ],
    });
  });

  test("steers the model when a block has no place, and goes on with the blocks already placed", async () => {
    const server = await listen();
    const session = await connect(server);
    const { turn, arrival, answer } = await complained(server, session);
    answer.incomplete("steered");
    arrival.begin(answer.id).text(block("const value400 = 400;", "const value400 = 410;")).complete();
    expect(await turn).toMatchObject({
      code: CODE.replace("= 3;", "= 13;").replace("= 400;", "= 410;"),
      anchors: [{ line: 4 }, { line: 401 }],
    });
  });

  test("keeps placed blocks when redirected during a repair, and discards them when the redirect takes effect", async () => {
    const server = await listen();
    const session = await connect(server);
    const { turn, arrival, answer } = await complained(server, session);
    const redirected = turn.steer("and end at twenty");
    const { frame } = await server.next("response.steer");
    answer.incomplete("steered");
    const mended = arrival.begin(answer.id).text(block("const value9 = 9;", "const value9 = 19;"));
    for await (const event of turn) if (event.type === "hunk" && event.hunk.oldStart === 10) break;
    const placed = turn.preview().pieces.filter(({ kind }) => kind === "changed");
    expect(placed.map((piece) => "oldStart" in piece && piece.oldStart)).toEqual([4, 10]);
    // The server takes it with the further answer.
    mended.event(events.steerAccepted("steer_2", mended.id, requestIdOf(frame)));
    await redirected;
    mended.incomplete("steered");
    arrival.begin(mended.id).text(block("const value20 = 20;", "const value20 = 21;")).complete();
    const { code, anchors } = await turn;
    expect(code).toBe(CODE.replace("= 20;", "= 21;"));
    expect(anchors?.map(({ line }) => line)).toEqual([21]);
  });

  test.each([
    ["once the further answer has begun", true],
    ["before it has", false],
  ])("keeps placed blocks when the server loses everything %s", async (_, hasBegun) => {
    const server = await listen();
    server.resumes = true;
    const session = await connect(server);
    const { turn, arrival, answer } = await complained(server, session);
    let last = answer;
    if (hasBegun) {
      answer.incomplete("steered");
      last = arrival.begin(answer.id).text(block("const value9 = 9;", "const value9 = 19;"));
    }
    last.event(events.keepalive());
    await until(turn, "progress");
    server.drop();
    (await server.next("response.resume")).refuse(new ApiError(404, "response_not_found", "gone"));
    const again = (await server.next("response.create")).begin();
    again.text(block("const value400 = 400;", "const value400 = 410;")).complete();
    const { code, anchors } = await turn;
    // Of the answer that comes once more, nothing stays.
    expect(code).toBe(CODE.replace("= 3;", "= 13;").replace("= 400;", "= 410;"));
    expect(anchors?.map(({ line }) => line)).toEqual([4, 401]);
  });

  test("leaves out blocks without a place when the model cannot be told of them", async () => {
    const server = await listen();
    const session = await connect(server);
    const turn = session.edit({ code: CODE, instruction: "begin at ten" });
    const answer = (await server.next("response.create")).begin();
    answer
      .text(block("launch(rockets);\nawait moon();", "land();"))
      .text(block("const value3 = 3;", "let v;"));
    answer.complete();
    expect(await turn).toMatchObject({
      code: CODE.replace("const value3 = 3;", "let v;"),
      anchors: [{ line: null, verdict: "missing" }, { line: 4 }],
    });
  });
});

test.each([
  ["prose", "I am sorry, there is nothing that I can do about value3.\n"],
  ["a diff", "--- a/x\n+++ b/x\n@@ -4 +4 @@\n-const value3 = 3;\n+const value3 = 13;\n"],
  ["a diff in a fence", "```diff\n-const value3 = 3;\n+const value3 = 13;\n```\n"],
  ["other marks", block("const value3 = 3;", "const value3 = 13;").replace(/^(.)(\1{5})\1/gm, "$2")],
  ["other marks in a fence", "```\n<<<<< SEARCH\nconst value3 = 3;\n=====\n\n>>>>> REPLACE\n```\n"],
])("an answer that is not a change in the requested form fails the edit: %s", async (_, text) => {
  const server = await listen();
  const session = await connect(server);
  const turn = session.edit({ code: CODE, instruction: "begin at ten" });
  (await server.next("response.create")).begin().text(text).complete();
  await expect(turn).rejects.toMatchObject({
    code: "response_failed",
    message: expect.stringContaining("no change"),
  });
});

test.each([
  ["in a fence", (text: string) => `\`\`\`js\n${text}\`\`\`\n`],
  ["at the end", (text: string) => text],
])("a block without its end mark %s is reported as cut, and the code stays unchanged", async (_, around) => {
  const server = await listen();
  const session = await connect(server);
  const turn = session.edit({ code: CODE, instruction: "begin at ten" });
  const text = block("const value3 = 3;", "const value3 = 13;").replace(">>>>>>> REPLACE\n", "");
  (await server.next("response.create")).begin().text(around(text)).complete();
  expect(await turn).toMatchObject({
    code: CODE,
    unchanged: true,
    anchors: [{ line: null, verdict: "cut" }],
  });
});

test("a block that replaces lines by themselves completes the edit unchanged", async () => {
  const server = await listen();
  const session = await connect(server);
  const turn = session.edit({ code: CODE, instruction: "begin at ten" });
  const text = block("const value3 = 3;", "const value3 = 3;");
  (await server.next("response.create")).begin().text(text).complete();
  expect(await turn).toMatchObject({ code: CODE, unchanged: true, status: "completed" });
});

test("an answer with the whole code instead of blocks is accepted", async () => {
  const server = await listen();
  const session = await connect(server);
  const turn = session.edit({ code: CODE, instruction: "begin at ten" });
  const arrival = await server.next("response.create");
  arrival
    .begin()
    .text(`\`\`\`js\n${CODE.replace("= 3;", "= 13;")}\n\`\`\``)
    .complete();
  expect(await turn).toMatchObject({ code: CODE.replace("= 3;", "= 13;"), anchors: null });
});

test("the caller chooses the mode, except for code that contains block marks", async () => {
  const server = await listen();
  const session = await connect(server);
  const asked = async (code: string, mode: "whole" | "anchored") => {
    const turn = session.edit({ code, mode, instruction: "x" });
    const arrival = await server.next("response.create");
    arrival.begin().text(`\`\`\`\n${code}\n\`\`\`\n`).complete();
    await turn;
    return arrival.create.instructions?.includes("SEARCH");
  };
  expect(await asked("let a;", "anchored")).toBe(true);
  expect(await asked(CODE, "whole")).toBe(false);
  expect(await asked("a\n=======\nb", "anchored")).toBe(false);
  await expect(session.edit({ code: "a", instruction: "x", mode: "some" as never })).rejects.toMatchObject({
    code: "invalid_argument",
  });
});
