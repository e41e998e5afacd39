import type { InputItem } from "@flint/protocol";
import { expect, it } from "vitest";
import { digestOf } from "./request-digest.ts";
import { isSameRequest, type SentCreate } from "./same-request.ts";

const said = (content: string): InputItem => ({ role: "user", content });

const base: SentCreate = { input: [said("a"), said("b")], previous_response_id: "resp_1" };
const sent: Record<string, SentCreate> = {
  base,
  "with what is said anyway": {
    ...base,
    store: true,
    temperature: null,
    flint: { request_id: "x", grace: 1 },
  },
  "without what it continues": { input: base.input },
  "told whole": { input: [said("before"), ...base.input] },
  "told whole, another end": { input: [said("before"), said("a"), said("c")] },
  "of other input": { ...base, input: [said("a"), said("c")] },
  "of less input": { ...base, input: [said("b")] },
  "of no input": { ...base, input: [] },
  "of other settings": { ...base, instructions: "be brief" },
  "with a tool": {
    ...base,
    tools: [{ type: "function", name: "run", strict: true, parameters: { type: "object" } }],
  },
  "with the tool told in another order": {
    ...base,
    tools: [{ parameters: { type: "object" }, strict: true, name: "run", type: "function" }],
  },
};

it.each(Object.keys(sent))("a digest tells requests apart as comparing them does: %s", (name) => {
  const one = sent[name] as SentCreate;
  const isSame = Object.values(sent).map((other) => digestOf(other).isSame(digestOf(one).text));
  expect(isSame).toEqual(Object.values(sent).map((other) => isSameRequest(one, other)));
});
