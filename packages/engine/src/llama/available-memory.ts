import { freemem, totalmem } from "node:os";
import { constrainedMemory, availableMemory as nodeAvailableMemory, platform } from "node:process";

/** Returns the total memory of the machine, or of this process's container, in bytes. */
export function totalMemory(): number {
  const constrained = constrainedMemory();
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
}

/** Assumed free share on macOS, whose free memory excludes what the system reclaims at once. */
const FREE_ON_MAC = 0.75;

/** Returns the bytes that a process can take without causing memory pressure. */
export function availableMemory(system: NodeJS.Platform = platform): number {
  if (system === "darwin") return Math.max(freemem(), FREE_ON_MAC * totalmem());
  return Math.min(nodeAvailableMemory(), freemem());
}
