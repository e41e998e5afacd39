import { argv, kill, pid } from "node:process";
import { openBinding } from "./binding/index.ts";
import type { FromProcess, ToProcess } from "./messages.ts";
import type { RuntimeOptions } from "./options.ts";
import { Outbox, Runtime } from "./runtime/index.ts";

/**
 * The engine's process: llama.cpp runs here, so that a crash of native code ends this process and no other.
 * Started by the engine with its options as JSON; says `ready` and then answers calls until it is told to close.
 */
const options: RuntimeOptions = JSON.parse(argv[2] ?? "null");

// A terminal's Ctrl-C reaches every process in it; what to do about it is for the engine's owner to say.
process.on("SIGINT", () => undefined);
/** A step may be running in native code, which an orderly exit would wait for or trip over. */
const end = () => kill(pid, "SIGKILL");
process.on("disconnect", end);
// Whoever started it may have gone while it loaded.
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
