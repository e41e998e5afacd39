import { sequence, text } from "../../structure/index.ts";
import {
  type Answer,
  type CallSyntax,
  type Reading,
  readArguments,
  readChatAnswer,
  THINK,
} from "../reading/index.ts";
import type { Family } from "./family.ts";

const CALLS_BEGIN = "<｜tool▁calls▁begin｜>";
const CALLS_END = "<｜tool▁calls▁end｜>";
const CALL_BEGIN = "<｜tool▁call▁begin｜>";
const CALL_END = "<｜tool▁call▁end｜>";
const SEPARATOR = "<｜tool▁sep｜>";
const MAX_NAME = 256;

const SYNTAXES: readonly CallSyntax[] = [
  { opening: CALLS_BEGIN, read: readCalls },
  { opening: CALL_BEGIN, read: readCall },
];

/** DeepSeek V3, R1 and V3.1. Later templates omit the tool's kind and the fence around its arguments. */
export const deepseek: Family = {
  id: "deepseek",
  matches: ({ template }) => template.includes(CALLS_BEGIN),
  reasoning: THINK,
  tags: [CALLS_BEGIN, CALLS_END, CALL_BEGIN, CALL_END, SEPARATOR],
  separator: "__",
  noContent: null,
  callFormat: `IMPORTANT: keep to this exact format to call tools:
${CALLS_BEGIN}${CALL_BEGIN}name_of_the_tool${SEPARATOR}{"name_of_a_parameter": "its value"}${CALL_END}${CALLS_END}
Further calls stand before ${CALLS_END}. The arguments are one JSON object.`,
  writing: {
    openings: [CALLS_BEGIN, CALL_BEGIN],
    calls(calls) {
      // Earlier templates name the tool's kind and fence its arguments.
      const isFenced = calls.template.includes("```json");
      const [kind, fence, fenceEnd] = isFenced
        ? [`function${SEPARATOR}`, "\n```json\n", "\n```"]
        : ["", SEPARATOR, ""];
      const call = calls.one((tool) =>
        sequence(
          text(CALL_BEGIN + kind + tool.name + fence),
          calls.argumentsObject(tool),
          text(fenceEnd + CALL_END),
        ),
      );
      return sequence(text(CALLS_BEGIN), calls.list(call, isFenced ? "\n" : ""), text(CALLS_END));
    },
  },
  read: (answer) => readChatAnswer(answer, { syntaxes: SYNTAXES }),
};

function* readCalls(answer: Answer): Reading<boolean> {
  const { source } = answer;
  if (!(yield* readNext(answer))) return false;
  while (yield* source.attempt(readNext(answer)));
  yield* source.attempt(takesClosing(answer, CALLS_END));
  return true;
}

function* readNext(answer: Answer): Reading<boolean> {
  yield* answer.source.skipSpace();
  return (yield* answer.source.takes(CALL_BEGIN)) && (yield* readCall(answer));
}

function* readCall(answer: Answer): Reading<boolean> {
  const { source } = answer;
  let name = yield* source.takeWhile(/[\w.-]/, MAX_NAME);
  if (!(yield* source.takes(SEPARATOR))) return false;
  yield* source.skipSpace();
  if (!(yield* source.sees("{"))) name = yield* source.takeWhile(/[\w.-]/, MAX_NAME);
  yield* source.skipSpace();
  yield* source.takes("```json");
  yield* source.skipSpace();
  if (name === "" || !(yield* source.sees("{"))) return false;
  yield* readArguments(answer, name);
  yield* source.attempt(takesClosing(answer, "```"));
  yield* source.attempt(takesClosing(answer, CALL_END));
  return true;
}

function* takesClosing({ source }: Answer, tag: string): Reading<boolean> {
  yield* source.skipSpace();
  return yield* source.takes(tag);
}
