export const MODEL = "flint-script";

export const FRANCE = "What is the capital of France?";
export const PARIS = "Paris is the capital of France.";
export const ITALY = "And of Italy?";
export const ROME = "Rome is the capital of Italy.";
/** Takes about 30 s to answer, unless it is stopped. */
export const COUNT = "Count.";
/** Answered with reasoning, a message, a function call and a custom tool call. */
export const EVERYTHING = "Show everything.";
export const WEATHER = "How is the weather in Paris?";
export const SUNNY = "It is sunny in Paris.";
/** Answered with two parallel calls. */
export const BOTH = "How is the weather in Paris and in Rome?";
/** Takes 300 ms to answer: two messages with a pause between them. */
export const SLOWLY = "Say it slowly.";
/** Answered with one message that ends 300 ms later. */
export const LINGER = "Take your time.";
export const LINGERED = "I did.";
/** Answered after a silence longer than the keep-alive interval. */
export const THINK = "Think.";
export const FAIL = "Fail.";

/** The functions and the custom tool that the scripted model calls. */
export const WEATHER_TOOL = {
  type: "function",
  name: "weather",
  description: "The weather in a city",
  parameters: {
    type: "object",
    properties: { city: { type: "string" } },
    required: ["city"],
    additionalProperties: false,
  },
  strict: true,
};
export const PATCH_TOOL = { type: "custom", name: "apply_patch", description: "Applies a patch" };

const weather = (city) => ({ function_call: { name: "weather", arguments: { city } } });
const says = (contains, text) => ({ when: { contains }, steps: [{ text }] });

export const scenario = {
  model: { id: MODEL, contextLength: 32_768 },
  tokens_per_second: 400,
  turns: [
    says("capital of France", PARIS),
    says(ITALY, ROME),
    says("as JSON", '{"capital":"Paris"}'),
    says("In French", "un, deux, trois"),
    says("In Spanish", "uno, dos, tres"),
    { when: { contains: COUNT }, steps: [{ repeat: 2000, text: "and one more " }] },
    {
      when: { contains: EVERYTHING },
      steps: [
        { reasoning: "I think of what there is to show." },
        { text: "This is everything." },
        weather("Paris"),
        { custom_tool_call: { name: "apply_patch", input: "*** Begin Patch\n*** End Patch\n" } },
      ],
    },
    { when: { contains: WEATHER }, steps: [{ text: "I look it up." }, weather("Paris"), { pause_ms: 200 }] },
    { when: { contains: BOTH }, steps: [weather("Paris"), weather("Rome")] },
    { when: { last: "function_call_output", contains: "sunny" }, steps: [{ text: SUNNY }] },
    { when: { last: "function_call_output", contains: "Spanish" }, steps: [{ text: "uno, dos, tres" }] },
    {
      when: { contains: SLOWLY },
      steps: [{ text: "one two three" }, { pause_ms: 300 }, { text: " four five six seven eight" }],
    },
    { when: { contains: LINGER }, steps: [{ text: LINGERED }, { pause_ms: 300 }] },
    { when: { contains: THINK }, steps: [{ text: "Well" }, { pause_ms: 5500 }, { text: ", yes." }] },
    {
      when: { contains: FAIL },
      steps: [
        { text: "One moment" },
        { error: { code: "upstream_failed", message: "the scripted failure" } },
      ],
    },
    // The answer to the server's request to compact a conversation, slow enough to be steered meanwhile.
    {
      when: { contains: "Write a summary" },
      steps: [{ text: "Capitals were asked for." }, { pause_ms: 300 }],
    },
    { steps: [{ text: "Understood." }] },
  ],
};
