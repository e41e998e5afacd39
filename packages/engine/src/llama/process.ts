import { argv, kill, pid } from "node:process";
import { openBinding } from "./binding/index.ts";
import type { FromProcess, ToProcess } from "./messages.ts";
import type { RuntimeOptions } from "./options.ts";
import { Outbox, Runtime } from "./runtime/index.ts";

/**
 * Entry of the engine's process. llama.cpp runs here, so that a crash of native code only ends this process. The engine
 * passes its options as JSON; the process sends `ready`, then answers calls until it is closed.
 */
const options: RuntimeOptions = JSON.parse(argv[2] ?? "null");

// A terminal's Ctrl-C reaches all its processes; the engine's owner decides how to react.
process.on("SIGINT", () => undefined);
/** Kills this process: a normal exit could wait for, or crash in, a step running in native code. */
const end = () => kill(pid, "SIGKILL");
process.on("disconnect", end);
// The parent may have ended while this process loaded.
if (process.connected === false) end();

const binding = await openBinding(options.gpu, (message) => process.stderr.write(message));
const outbox = new Outbox({
  send: (message, taken) => process.send?.(message, undefined, undefined, taken),
  burstInterval: options.burstInterval,
});
const runtime = new Runtime(binding, options, outbox);
process.on("message", (message: ToProcess) => {
  if (message.type !== "close") runtime.handle(message);
  else void runtime.close().finally(end);
});
const ready: FromProcess = { type: "ready", info: binding.info };
process.send?.(ready);
if (options.preload !== null) runtime.preload(options.preload);
