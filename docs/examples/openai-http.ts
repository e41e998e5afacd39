import OpenAI from "openai";

const client = new OpenAI({ baseURL: "http://127.0.0.1:8787/v1", apiKey: "none" });
const code = "function sum(n) { return n === 0 ? 0 : n + sum(n - 1); }";

const stream = client.responses.stream({
  model: "nano",
  input: `\`\`\`js\n${code}\n\`\`\`\noptimize this code`,
});
for await (const event of stream) {
  if (event.type === "response.output_text.delta") process.stdout.write(event.delta);
}
