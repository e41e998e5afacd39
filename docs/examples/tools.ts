import { type InputItem, initializeSession, type OutputItem, type Tool } from "flint";

const tools: Tool[] = [
  {
    type: "function",
    name: "read_temperature",
    description: "The temperature in a city, in degrees Celsius",
    parameters: {
      type: "object",
      properties: { city: { type: "string" } },
      required: ["city"],
      additionalProperties: false,
    },
    strict: true,
  },
];

async function run(item: OutputItem): Promise<InputItem[]> {
  // Do not run a call that was cut off by a token limit.
  if (item.type !== "function_call" || item.status !== "completed") return [];
  let output: string;
  try {
    const { city } = JSON.parse(item.arguments);
    output = `${city}: 18`;
  } catch (error) {
    // Tell the model what was wrong, to let it correct its call.
    output = `failed: ${error}`;
  }
  return [{ type: "function_call_output", call_id: item.call_id, output }];
}

const session = await initializeSession({ url: "http://127.0.0.1:8787" });
let turn = await session.respond({ input: "Is it warmer in Rome than in Oslo?", tools });
while (true) {
  const outputs = (await Promise.all(turn.output.map(run))).flat();
  if (outputs.length === 0) break;
  turn = await session.respond({ input: outputs, previousResponseId: turn.responseId, tools });
}
console.log(turn.text);
await session.close();
