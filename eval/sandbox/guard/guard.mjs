// Loaded before a sandboxed program. Node 20 to 24 have no network permission, so this file blocks the network.
import dgram from "node:dgram";
import dns from "node:dns";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";

const refuse = () => {
  throw Object.assign(new Error("the sandbox has no network"), { code: "ERR_ACCESS_DENIED" });
};

for (const [owner, methods] of [
  [net.Socket.prototype, ["connect"]],
  [net.Server.prototype, ["listen"]],
  [dgram.Socket.prototype, ["bind", "connect", "send"]],
  [dns, ["lookup", "resolve"]],
  [dns.promises, ["lookup", "resolve"]],
  [process, ["binding", "_linkedBinding"]],
]) {
  for (const method of methods) {
    Object.defineProperty(owner, method, { value: refuse, writable: false, configurable: false });
  }
}
Object.defineProperty(globalThis, "fetch", {
  value: async () => refuse(),
  writable: true,
  configurable: true,
});
Object.defineProperty(globalThis, "WebSocket", { value: refuse, writable: true, configurable: true });
syncBuiltinESMExports();
