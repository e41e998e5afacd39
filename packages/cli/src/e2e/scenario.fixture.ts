/** The scripted model's answers, selected by a word in the instruction. */
export const SCENARIO = {
  turns: [
    { steps: [{ text: fenced("const answer = 42;\n") }] },
    { when: { contains: "break" }, steps: [{ text: fenced("const answer = ((;\n") }] },
    { when: { contains: "keep" }, steps: [{ text: fenced("var answer = 42;\n") }] },
    { when: { contains: "guess" }, confidence: 0.314, steps: [{ text: fenced("const answer = 41;\n") }] },
    { when: { contains: "port" }, steps: [{ refusal: "this is beyond me: try flint pull hf:a/b" }] },
    { when: { contains: "stray" }, steps: [{ text: fenced("const answer = 42;\nconst answer = 42;\n") }] },
    // Sends its first line, then pauses until it is stopped or steered.
    {
      when: { contains: "hold" },
      steps: [{ text: "```js\nconst answer = 42;\nconst more" }, { pause_ms: 600_000 }],
    },
    { when: { contains: "redirect" }, steps: [{ text: fenced("let answer = 43;\n") }] },
    {
      when: { contains: "crash" },
      steps: [{ error: { code: "engine_crashed", message: "the engine died" } }],
    },
  ],
};

/** The code that the scenario's answers are for. */
export const CODE = "var answer = 42;\n";

function fenced(code: string): string {
  return `\`\`\`js\n${code}\`\`\`\n`;
}
