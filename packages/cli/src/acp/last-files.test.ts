import type { ContentBlock, SessionUpdate } from "@agentclientprotocol/sdk";
import { expect, test } from "vitest";
import { fileLink } from "./editor.fixture.ts";
import { lastFiles } from "./last-files.ts";

function said(content: ContentBlock | string, messageId?: string): SessionUpdate {
  return {
    sessionUpdate: "user_message_chunk",
    content: typeof content === "string" ? { type: "text", text: content } : content,
    ...(messageId !== undefined && { messageId }),
  };
}

function edited(toolCallId: string, line: number, oldText: string, newText: string): SessionUpdate[] {
  const diff = { type: "diff" as const, path: "/a.ts", oldText, newText };
  return [
    { sessionUpdate: "tool_call", toolCallId, title: "Edit", locations: [{ path: "/a.ts", line }] },
    { sessionUpdate: "tool_call_update", toolCallId, status: "completed", content: [diff] },
  ];
}

test("the files are those of the last message that names any", () => {
  const updates = [
    said(fileLink("/a.ts"), "1"),
    said(fileLink("/b.ts"), "2"),
    said("use let in", "2"),
    said(fileLink("/c.ts"), "2"),
    said("why?", "3"),
  ];
  expect(lastFiles(updates).map(({ path }) => path)).toEqual(["/b.ts", "/c.ts"]);
  expect(lastFiles([said("why?")])).toEqual([]);
});

test("a message without an id ends where another update begins", () => {
  const answer: SessionUpdate = {
    sessionUpdate: "agent_message_chunk",
    content: { type: "text", text: "Because." },
  };
  const updates = [
    said(fileLink("/a.ts")),
    said("why?"),
    answer,
    said(fileLink("/b.ts")),
    said(fileLink("/c.ts")),
  ];
  expect(lastFiles(updates).map(({ path }) => path)).toEqual(["/b.ts", "/c.ts"]);
});

test("the selected lines move with the edits made since", () => {
  const updates = [
    said(fileLink("/a.ts", "#L1"), "1"),
    said(fileLink("/a.ts", "#L3"), "1"),
    said(fileLink("/b.ts", "#L3"), "1"),
    ...edited("one", 1, "a\nb\nc\n", "a\nx\ny\nb\nc\n"),
    ...edited("two", 5, "a\nx\ny\nb\nc\n", "a\nx\ny\nb\n1\n2\n"),
  ];
  expect(lastFiles(updates).map(({ selection }) => selection)).toEqual([
    { start: 1, end: 3 },
    { start: 5, end: 6 },
    { start: 3, end: 3 },
  ]);
});
