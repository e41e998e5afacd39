// node --import …/child.mjs: ends this process, and thereby fails the test, if its server sends anything invalid.
import { watchOutgoing } from "./outgoing.mjs";

watchOutgoing((fault) => {
  process.stderr.write(`sent what does not conform: ${fault.message}\n`);
  process.exit(70);
});
