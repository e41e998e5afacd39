import { words } from "./answer.ts";

/** What is asked for by the words of an input, and what the script engine then says. */
export const ANSWERS = {
  short: words(40),
  long: words(300),
  steered: words(60),
  tool: words(20),
} as const;
export type AnswerName = keyof typeof ANSWERS;

/** An input that is answered so. The canary is what must not stand in a log. */
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

/** More than the system keeps for a connection. */
const MUCH = { repeat: 1_000_000, text: `${"x".repeat(16)} ` };

/** The scenario of every server that is under fire. */
export function scenario(tokensPerSecond: number | null, burst = 1): object {
  const said = Object.entries(ANSWERS).map(([name, text]) => ({
    when: { contains: `say ${name}.` },
    steps: [{ text }],
  }));
  return {
    // No answer ends because it is long.
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
