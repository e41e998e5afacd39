/** Returns functions that differ only by a number, each with its own declaration keyword. */
export function stepsWith(...words: readonly string[]): string {
  return words
    .map((word, index) => {
      const n = index + 1;
      return `// step ${n}\nfunction step${n}(items) {\n  ${word} total${n} = 0;\n  for (const item of items) item.at = total${n};\n  return total${n};\n}\n`;
    })
    .join("");
}

export const CODE = stepsWith("var", "var", "var");

/** The answer up to the middle of the third change, including two lines that settle the changes before. */
const THREE = stepsWith("let", "let", "let").split("  for (const item of items) item.at = total3")[0] ?? "";
const TWO = stepsWith("let", "let").split("  return total2")[0] ?? "";

/** The scripted model's answers, selected by words in the instruction. */
export const SCENARIO = {
  turns: [
    { steps: [{ text: fenced(stepsWith("let", "let", "let")) }] },
    { when: { contains: "one of them" }, steps: [{ text: fenced(stepsWith("const")) }] },
    { when: { contains: "use const" }, steps: [{ text: fenced(stepsWith("const", "const", "const")) }] },
    {
      when: { contains: "hold after three" },
      steps: [{ text: `\`\`\`js\n${THREE}` }, { pause_ms: 600_000 }],
    },
    { when: { contains: "hold and wait" }, steps: [{ text: `\`\`\`js\n${TWO}` }, { pause_ms: 600_000 }] },
    {
      when: { contains: "slowly" },
      steps: [
        { text: "```js\n" },
        { pause_ms: 3_000 },
        { text: `${stepsWith("let", "let", "let")}\`\`\`\n` },
      ],
    },
    {
      when: { contains: "evil" },
      steps: [{ text: fenced(CODE.replace("// step 1", "// \x1b[2J\x07 漢字 👍 step 1")) }],
    },
  ],
};

function fenced(code: string): string {
  return `\`\`\`js\n${code}\`\`\`\n`;
}
