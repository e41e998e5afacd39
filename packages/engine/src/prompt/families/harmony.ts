import { type Answer, beginCall, type Reading, readArguments, THINK } from "../reading/index.ts";
import { withoutFunctions } from "../tools/index.ts";
import type { Family } from "./family.ts";

const START = "<|start|>";
const CHANNEL = "<|channel|>";
const MESSAGE = "<|message|>";
const ENDS = ["<|end|>", "<|call|>", "<|return|>", START];

/** gpt-oss: every message has a header that tells its channel, and whom it is for. */
export const harmony: Family = {
  id: "harmony",
  matches: ({ template, hasToken }) =>
    template.includes(CHANNEL) || (hasToken?.(CHANNEL) === true && hasToken(MESSAGE)),
  reasoning: THINK,
  tags: [...ENDS, CHANNEL, MESSAGE, "<|constrain|>"],
  separator: "__",
  noContent: "",
  callFormat: `To call a tool, write to it on the commentary channel, its arguments as one JSON object:
${CHANNEL}commentary to=functions.name_of_the_tool <|constrain|>json${MESSAGE}{"name_of_a_parameter": "its value"}<|call|>`,
  mergesPreamble: true,
  read: readMessages,
};

function* readMessages(answer: Answer): Reading {
  const { source, out } = answer;
  for (let inHeader = false; ; ) {
    // A model that leaves its format writes text.
    if (!inHeader && !(yield* source.sees("<|")) && !(yield* source.sees(" to="))) {
      if ((yield* source.until([START], (text) => out.text(text))) === null) return;
    }
    let header = "";
    const opened = yield* source.until([MESSAGE], (text) => {
      header += text;
    });
    if (opened === null) {
      if (!inHeader && !header.startsWith(CHANNEL)) out.text(header);
      return;
    }
    const end = yield* readMessage(answer, header);
    if (end === null) return;
    inHeader = end === START;
  }
}

/** Gives the tag that ended the message. */
function* readMessage(answer: Answer, header: string): Reading<string | null> {
  const { source, out, tools } = answer;
  const recipient = /\bto=([^\s<]+)/.exec(header)?.[1];
  out.close();
  if (recipient !== undefined && tools.size > 0) {
    const name = withoutFunctions(recipient);
    if (yield* source.sees("{")) {
      yield* readArguments(answer, name);
      yield* source.skipSpace();
    } else beginCall(answer, name);
    return yield* source.until(ENDS, (text) => out.argument(text));
  }
  const isReasoning = header.includes(`${CHANNEL}analysis`);
  return yield* source.until(ENDS, (text) => (isReasoning ? out.reasoning(text) : out.text(text)));
}
