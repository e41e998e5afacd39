import OpenAI from "openai";

const client = new OpenAI({ baseURL: "http://127.0.0.1:8787/v1", apiKey: "none" });
const code = "function half(x) { return x / 2 }";

const stream = client.responses.stream({
  model: "nano",
  input: `\`\`\`js\n${code}\n\`\`\`\nconvert this to an arrow function`,
});
for await (const event of stream) {
  if (event.type === "response.output_text.delta") process.stdout.write(event.delta);
}
