// Keeps responses in a store as fast as it can, some at once, each continuing the last one of its lane, and tells
// of each on standard output as soon as it counts as kept.
import { openDiskStore } from "@flint/server";

const [path, lanes] = process.argv.slice(2);
const store = await openDiskStore({ path, limits: { responses: 500 } });

async function lane(name) {
  let previousId = null;
  for (let turn = 0; ; turn++) {
    const id = `resp_${process.pid}_${name}_${turn}`;
    const previous = previousId === null ? null : await store.tip(previousId, null);
    const message = { type: "message", id: `msg_${turn}`, status: "completed", role: "assistant" };
    const output = [
      { ...message, content: [{ type: "output_text", text: id.repeat(20), annotations: [], logprobs: [] }] },
    ];
    const input = { parent: previous?.tip ?? null, items: [{ role: "user", content: `to ${id}` }] };
    const log = store.begin({ id, owner: null, previousId });
    const event = (number) => ({ type: "response.output_text.delta", delta: id, sequence_number: number });
    for (let number = 0; number < 5; number++) log.append(event(number));
    const response = {
      id,
      object: "response",
      status: "completed",
      output,
      previous_response_id: previousId,
    };
    await store.keep({
      owner: null,
      response,
      input,
      tip: { parent: input, items: output },
      terminal: event(5),
    });
    log.end();
    process.stdout.write(`${id}\n`);
    // Chains of ten, so that eviction and new roots happen all the time.
    previousId = turn % 10 === 9 ? null : id;
  }
}

for (let name = 0; name < Number(lanes); name++) void lane(name);
