/** Returns text of about this many tokens, whose beginning no other text shares. */
export function textOf(tokens: number, name: string): string {
  const lines: string[] = [`// ${name}`];
  // About `TOKENS_A_LINE` tokens per line, by the tokenisers of code models.
  for (let line = 0; line * TOKENS_A_LINE < tokens; line++)
    lines.push(`const order${line} = orders.find((one) => one.id === ${line} && one.paid);`);
  return lines.join("\n");
}

const TOKENS_A_LINE = 24;
