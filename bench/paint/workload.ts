import type { Scenario } from "@flint/engine";

/** The largest number for which the model is still asked for the whole code. */
const FUNCTIONS = 57;
const TOKENS_PER_SECOND = 2_000;
/** Models this fast use drafts, so several tokens arrive at a time. */
const BURST = 4;

/** About 400 lines, of which the edit changes two in each function. */
export const CODE = codeOf("var", "total = total +");
export const INSTRUCTION = "use const and let, and +=";
export const CHANGES = FUNCTIONS * 2;

export const SCENARIO: Scenario = {
  tokens_per_second: TOKENS_PER_SECOND,
  burst: BURST,
  turns: [{ steps: [{ text: `\`\`\`js\n${codeOf("let", "total +=")}\`\`\`\n` }] }],
};

function codeOf(keyword: string, addition: string): string {
  return Array.from(
    { length: FUNCTIONS },
    (_, n) => `function totalOfOrder${n}(items, rates) {
  ${keyword} total = 0; // in the smallest unit of the currency that the order ${n} was made in
  for (let i = 0; i < items.length; i++) {
    ${addition} items[i].price * items[i].quantity * (1 - items[i].discount) * (1 + rates[items[i].country]);
  }
  return total;
}
`,
  ).join("");
}
