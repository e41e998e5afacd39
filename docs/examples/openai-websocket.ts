import OpenAI from "openai";
import { ResponsesWS } from "openai/resources/responses/ws";

const client = new OpenAI({ baseURL: "http://127.0.0.1:8787/v1", apiKey: "none" });
const socket = new ResponsesWS(client);

socket.send({
  type: "response.create",
  model: "nano",
  input: "```js\nfunction load(id) {\n  return get(id).then((user) => user.name);\n}\n```\nuse async/await",
});
socket.on("response.output_text.delta", ({ delta }) => process.stdout.write(delta));
socket.on("response.completed", () => socket.close());
socket.on("error", (error) => console.error(error.message));
