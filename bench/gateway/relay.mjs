// A relay in place of the gateway, in a separate process: it passes bytes on without looking at them, which is the
// least that a Node.js process between client and server can do. Receives { port } of the server and replies with its
// own { port }. Replies to every other message with the CPU time so far.
import { once } from "node:events";
import { connect, createServer } from "node:net";

process.on("disconnect", () => process.exit());
process.on("message", async ({ port }) => {
  if (port !== undefined) {
    process.send({ port: await relayTo(port) });
    return;
  }
  const { user, system } = process.cpuUsage();
  process.send({ cpu: (user + system) / 1000 });
});

async function relayTo(port) {
  const relay = createServer({ noDelay: true }, (client) => {
    const server = connect({ port, host: "127.0.0.1", noDelay: true });
    for (const [one, other] of [
      [client, server],
      [server, client],
    ]) {
      one.on("error", () => one.destroy()).on("close", () => other.destroy());
      one.pipe(other);
    }
  });
  await once(relay.listen(0, "127.0.0.1"), "listening");
  return relay.address().port;
}
