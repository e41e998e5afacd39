interface Outgoing {
  watchOutgoing(onFault: (fault: Error) => void): () => Promise<void>;
}

const faults: Error[] = [];
let checked = () => Promise.resolve();
let watching: Promise<void> | undefined;

/** Returns the nonconforming messages since the last call. */
export async function takeFaults(): Promise<readonly Error[]> {
  await checked();
  return faults.splice(0);
}

/** Starts checking what servers in this process send; later calls do nothing. */
export function watch(): Promise<void> {
  watching ??= begin();
  return watching;
}

async function begin(): Promise<void> {
  const path = "../../scripts/conformance/outgoing.mjs";
  const { watchOutgoing } = (await import(path)) as Outgoing;
  checked = watchOutgoing((fault) => faults.push(fault));
}
