import type { Scenario } from "@flint/engine";

const FUNCTIONS = 120;
const TOKENS_PER_SECOND = 2_000;
/** Models that are as fast as that are so by drafts: several tokens come at one time. */
const BURST = 4;

/** Some 700 lines, of which the edit changes two in each of 120 functions. */
export const CODE = codeOf("var", "total = total + items[i].price");
export const INSTRUCTION = "use const and let, and +=";
export const CHANGES = FUNCTIONS * 2;

export const SCENARIO: Scenario = {
  tokens_per_second: TOKENS_PER_SECOND,
  burst: BURST,
  turns: [{ steps: [{ text: `\`\`\`js\n${codeOf("let", "total += items[i].price")}\`\`\`\n` }] }],
};

function codeOf(keyword: string, addition: string): string {
  return Array.from(
    { length: FUNCTIONS },
    (_, n) => `function totalOfOrder${n}(items) {
  ${keyword} total = 0;
  for (let i = 0; i < items.length; i++) {
    ${addition};
  }
  return total;
}
`,
  ).join("");
}
