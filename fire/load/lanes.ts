import { once } from "node:events";
import WebSocket from "ws";

const LANES = 4;
const TURNS = 2;

/** Runs turns on several lanes of one socket at once, two per lane, one after the other. Returns their texts. */
export async function laneTurns(url: string, key: string, input: string): Promise<string[]> {
  const socket = new WebSocket(`${url.replace("http", "ws")}/responses`, {
    headers: { authorization: `Bearer ${key}` },
  });
  await once(socket, "open");
  const texts: string[] = [];
  const streamed = new Map<string, string>();
  const numbers = new Map<string, number>();
  try {
    await new Promise<void>((resolve, reject) => {
      socket.on("close", (code) => reject(new Error(`a socket with lanes closed with ${code}`)));
      socket.on("error", reject);
      socket.on("message", (data) => {
        const event = JSON.parse(String(data));
        const lane = event.stream_id;
        if (event.type === "error") reject(new Error(`a lane was refused: ${event.error.code}`));
        if (event.type === "response.created") {
          streamed.set(lane, "");
          numbers.set(lane, -1);
        }
        const before = numbers.get(lane) ?? -1;
        if (event.sequence_number !== before + 1) {
          reject(new Error(`on a lane, event ${event.sequence_number} came after event ${before}`));
        }
        numbers.set(lane, event.sequence_number);
        if (event.type === "response.output_text.delta") {
          streamed.set(lane, (streamed.get(lane) ?? "") + event.delta);
        }
        if (!/^response\.(completed|incomplete|failed)$/.test(event.type)) return;
        texts.push(streamed.get(lane) ?? "");
        if (texts.length === LANES * TURNS) resolve();
      });
      for (let lane = 0; lane < LANES; lane++) {
        for (let turn = 0; turn < TURNS; turn++) {
          const create = { type: "response.create", stream_id: `lane-${lane}`, input, store: false };
          socket.send(JSON.stringify(create));
        }
      }
    });
  } finally {
    socket.terminate();
  }
  return texts;
}
