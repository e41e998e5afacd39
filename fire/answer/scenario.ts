import { words } from "./answer.ts";

/** Answers of the script engine, by the name used in the input. */
export const ANSWERS = {
  short: words(40),
  long: words(300),
  steered: words(60),
  tool: words(20),
} as const;
export type AnswerName = keyof typeof ANSWERS;

/** Returns an input that asks for the named answer. The canary must not appear in any log. */
export function ask(name: AnswerName, canary = ""): string {
  return `say ${name}. ${canary}`;
}

export const CODE = `function total(items) {
  var sum = 0;
  for (const item of items) sum += item.price;
  return sum;
}
`;
export const EDITED = CODE.replace("var sum", "let sum");
export const INSTRUCTION = "say edit: let instead of var";
export const TOOL = { name: "look_up", arguments: { word: "flint" }, output: "look_up is done" } as const;

/** More text than the system buffers for one connection. */
const MUCH = { repeat: 1_000_000, text: `${"x".repeat(16)} ` };

/** Returns the scenario used by all servers under test that run the script engine. */
export function scenario(tokensPerSecond: number | null, burst = 1): object {
  const said = Object.entries(ANSWERS).map(([name, text]) => ({
    when: { contains: `say ${name}.` },
    steps: [{ text }],
  }));
  return {
    // Large enough that no answer is cut off by the context length.
    model: { contextLength: 1_000_000_000 },
    tokens_per_second: tokensPerSecond,
    burst,
    turns: [
      ...said,
      { when: { contains: INSTRUCTION }, steps: [{ text: `\`\`\`js\n${EDITED}\`\`\`` }] },
      {
        when: { contains: "say call." },
        steps: [{ function_call: { name: TOOL.name, arguments: TOOL.arguments } }],
      },
      { when: { contains: TOOL.output }, steps: [{ text: ANSWERS.tool }] },
      { when: { contains: "say much." }, steps: [MUCH] },
      { steps: [{ text: ANSWERS.short }] },
    ],
  };
}
