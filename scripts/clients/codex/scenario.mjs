export const MODEL = "flint-script";
/** Tool calls of {@link CHAIN}. */
export const CHAIN_LENGTH = 20;

export const GREET = "Greet the world in greeting.txt.";
export const GREETED = "greeting.txt now greets the world.";
export const CHAIN = "Walk along the chain.";
export const CHAIN_WALKED = "That was the whole chain.";
/** Takes several seconds to answer, unless it is stopped. */
export const LONG = "Tell a long story.";
const STORY = "and then they walked on. ";
export const CHANGE = "Make it about the sea.";
export const CHANGED = "The sea was calm.";
export const HELLO = "Say hello.";
export const HELLO_SAID = "Hello.";

export const BOTH = "Run both.";
export const BOTH_DONE = "Both are done.";
export const AS_JSON = "Say it as JSON.";
/** The answer to all other prompts, which are requests for a summary by Codex or the server. */
export const SUMMARY = "They greeted each other.";

const exec = (cmd) => ({ function_call: { name: "exec_command", arguments: { cmd } } });
const says = (contains, text) => ({ when: { last: "message", contains }, steps: [{ text }] });
const link = (at) => `link-${String(at).padStart(2, "0")}`;

export const scenario = {
  model: { id: MODEL, contextLength: 131_072 },
  tokens_per_second: 500,
  turns: [
    says(HELLO, HELLO_SAID),
    says(CHANGE, CHANGED),
    says(AS_JSON, '{"said":"hello"}'),
    { when: { last: "message", contains: BOTH }, steps: [exec("echo this-one"), exec("echo that-one")] },
    { when: { last: "function_call_output", contains: "that-one" }, steps: [{ text: BOTH_DONE }] },
    { when: { last: "message", contains: LONG }, steps: [{ repeat: 150, text: STORY }] },
    {
      when: { last: "message", contains: GREET },
      steps: [{ reasoning: "I look at the file before I change it." }, exec("cat greeting.txt")],
    },
    {
      when: { last: "function_call_output", contains: "hello" },
      steps: [
        {
          custom_tool_call: {
            name: "apply_patch",
            input:
              "*** Begin Patch\n*** Update File: greeting.txt\n@@\n-hello\n+hello, world\n*** End Patch\n",
          },
        },
      ],
    },
    { when: { last: "custom_tool_call_output" }, steps: [{ text: GREETED }] },
    { when: { last: "message", contains: CHAIN }, steps: [exec(`echo ${link(1)}`)] },
    ...Array.from({ length: CHAIN_LENGTH - 1 }, (_, at) => ({
      when: { last: "function_call_output", contains: link(at + 1) },
      steps: [exec(`echo ${link(at + 2)}`)],
    })),
    { when: { last: "function_call_output", contains: link(CHAIN_LENGTH) }, steps: [{ text: CHAIN_WALKED }] },
    { steps: [{ text: SUMMARY }] },
  ],
};
