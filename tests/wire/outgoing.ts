interface Outgoing {
  watchOutgoing(onFault: (fault: Error) => void): () => Promise<void>;
}

const faults: Error[] = [];
let checked = () => Promise.resolve();
let watching: Promise<void> | undefined;

/** What was sent and does not conform, since this was last asked. */
export async function takeFaults(): Promise<readonly Error[]> {
  await checked();
  return faults.splice(0);
}

/** Watches what servers of this process send, from the first time on. */
export function watch(): Promise<void> {
  watching ??= begin();
  return watching;
}

async function begin(): Promise<void> {
  const path = "../../scripts/conformance/outgoing.mjs";
  const { watchOutgoing } = (await import(path)) as Outgoing;
  checked = watchOutgoing((fault) => faults.push(fault));
}
