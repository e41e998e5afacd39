// node --import …/child.mjs: a server in this process that sends what it must not ends, and with it the test.
import { watchOutgoing } from "./outgoing.mjs";

watchOutgoing((fault) => {
  process.stderr.write(`sent what does not conform: ${fault.message}\n`);
  process.exit(70);
});
