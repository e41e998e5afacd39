// Keeps responses in a store on a disk that is soon full, and rests now and then, so that the store tidies up. Then it
// reads what was kept, and tells how many could be kept, were refused, and could be read.
import { setTimeout as pause } from "node:timers/promises";
import { openDiskStore } from "@flint/server";

const [path] = process.argv.slice(2);
const SIZE = 100_000;
/** Longer than the silence after which the store tidies up. Milliseconds. */
const REST = 700;

const store = await openDiskStore({ path });
const kept = [];
let refused = 0;
for (let round = 0; round < 3; round++) {
  for (let nth = 0; nth < 9; nth++) {
    const id = `resp_${round}_${nth}`;
    try {
      await keep(id);
      kept.push(id);
    } catch (error) {
      if (error.code !== "store_failed") throw error;
      refused++;
    }
  }
  await pause(REST);
}
let read = 0;
for (const id of kept) if ((await store.get(id, null))?.output[0].content[0].text.length === SIZE) read++;
process.stdout.write(JSON.stringify({ kept: kept.length, refused, read }));
await store.close();

async function keep(id) {
  const text = "x".repeat(SIZE);
  const content = [{ type: "output_text", text, annotations: [], logprobs: [] }];
  const output = [{ type: "message", id: `msg_${id}`, status: "completed", role: "assistant", content }];
  const input = { parent: null, items: [{ role: "user", content: "go" }] };
  store.begin({ id, owner: null, previousId: null }).end();
  const response = { id, object: "response", status: "completed", output, previous_response_id: null };
  const terminal = { type: "response.completed", response, sequence_number: 0 };
  await store.keep({ owner: null, response, input, tip: { parent: input, items: output }, terminal });
}
