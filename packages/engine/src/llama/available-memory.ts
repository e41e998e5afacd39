import { freemem, totalmem } from "node:os";
import { constrainedMemory, availableMemory as nodeAvailableMemory, platform } from "node:process";

/** Bytes of the machine, or of the container that this process runs in. */
export function totalMemory(): number {
  const constrained = constrainedMemory();
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
}

/** On a Mac what counts as free leaves out all that the system gives back at once. */
const FREE_ON_MAC = 0.75;

/** Bytes that a process may take without any other having to give some back. */
export function availableMemory(): number {
  if (platform === "darwin") return Math.max(freemem(), FREE_ON_MAC * totalmem());
  return Math.min(nodeAvailableMemory(), freemem());
}
