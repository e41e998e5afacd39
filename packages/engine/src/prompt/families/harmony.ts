import {
  choice,
  type Expression,
  type Grammar,
  optional,
  repeat,
  sequence,
  text,
  textWithout,
} from "../../structure/index.ts";
import type { AnswerContent } from "../constraint/index.ts";
import { type Answer, beginCall, type Reading, readArguments, THINK } from "../reading/index.ts";
import { withoutFunctions } from "../tools/index.ts";
import type { Family } from "./family.ts";
import { CHANNEL, type Header, MESSAGE, parseHeader, START } from "./harmony-header.ts";

/** Most messages before the one that is the answer. */
const MOST_BEFORE = 8;
const CLOSINGS = ["<|end|>", "<|call|>", "<|return|>"];
const ENDS = [...CLOSINGS, START];

/** gpt-oss: every message has a header with its channel and recipient. */
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
  writing: {
    openings: [],
    calls: (calls) =>
      calls.one((tool) =>
        sequence(
          text(`${CHANNEL}commentary to=functions.${tool.name} <|constrain|>json${MESSAGE}`),
          calls.argumentsObject(tool),
          optional(text("<|call|>")),
        ),
      ),
    answer: messagesGrammar,
  },
  // Its reasoning consists of separate messages, which templates accept before calls only.
  cutReasoningTags: null,
  read: readMessages,
};

/** Returns reasoning and preambles, each a closed message, followed by the message that is the answer. */
function messagesGrammar({ formatted, free, calls }: AnswerContent, grammar: Grammar): Expression {
  const any = textWithout(grammar, ENDS);
  const message = (channel: string, body: Expression) => sequence(text(CHANNEL + channel + MESSAGE), body);
  const ended = (channel: string) => sequence(message(channel, any), text(`<|end|>${START}assistant`));
  const before = free && calls ? choice(ended("analysis"), ended("commentary")) : ended("analysis");
  const last = [
    ...(free ? [message("final", any)] : []),
    ...(formatted ? [message("final", formatted), message("final <|constrain|>json", formatted)] : []),
    ...(calls ? [calls] : []),
  ];
  return sequence(repeat(before, 0, MOST_BEFORE), choice(...last));
}

function* readMessages(answer: Answer): Reading {
  const { source, out } = answer;
  for (let inHeader = false; ; ) {
    // Text in place of a header: the model does not follow its format.
    if (!inHeader && !(yield* source.sees("<|")) && !(yield* source.sees(" to="))) {
      if ((yield* source.until([START], (text) => out.text(text))) === null) return;
      inHeader = true;
    }
    inHeader ||= yield* source.takes(START);
    let header = "";
    const opened = yield* source.until([MESSAGE, ...ENDS], (text) => {
      header += text;
    });
    if (opened === MESSAGE) {
      const end = yield* readMessage(answer, parseHeader(header));
      if (end === null) return;
      inHeader = end === START;
    } else {
      out.text(inHeader || header.startsWith(CHANNEL) ? parseHeader(header).strayText : header);
      if (opened === null) return;
      inHeader = opened === START;
    }
  }
}

/** Reads a message and returns the tag that ended it. Stray text in its header is written before its content. */
function* readMessage(answer: Answer, { channel, recipient, strayText }: Header): Reading<string | null> {
  const { source, out, tools, held } = answer;
  out.close();
  if (recipient !== null && tools.size > 0) {
    out.text(strayText);
    return yield* readCall(answer, withoutFunctions(recipient));
  }
  const write = (text: string) => (channel === "analysis" ? out.reasoning(text) : out.text(text));
  write(strayText);
  // With a requested format, the final message is the last one, and may contain any text.
  return yield* source.until(held === "form" && channel === "final" ? [] : ENDS, write);
}

function* readCall(answer: Answer, name: string): Reading<string | null> {
  const { source, out } = answer;
  if (!(yield* source.attempt(seesObject(answer), false))) {
    beginCall(answer, name);
    return yield* source.until(ENDS, (text) => out.argument(text));
  }
  yield* readArguments(answer, name);
  let rest = "";
  const end = yield* source.until(ENDS, (text) => {
    rest += text;
  });
  // Extra closing brackets are a slip of the model.
  out.text(rest.replace(/^[\s}\]]+/, ""));
  return end;
}

/** Whether JSON follows: a custom tool's text in another language may begin with a brace too. */
function* seesObject({ source }: Answer): Reading<boolean> {
  if (!(yield* source.takes("{"))) return false;
  yield* source.skipSpace();
  return (yield* source.sees('"')) || (yield* source.sees("}"));
}
