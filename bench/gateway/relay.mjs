// A relay in the gateway's place, in a process of its own: it hands bytes on as they come and looks at none, which is
// the least that a process on Node.js between a client and a server does. Takes { port } of the server and answers with
// the { port } of its own; each other message is answered with the processor time that has been spent so far.
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
