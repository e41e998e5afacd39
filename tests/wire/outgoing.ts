interface Outgoing {
  watchOutgoing(onFault: (fault: Error) => void): () => Promise<void>;
}

const faults: Error[] = [];
let checked = () => Promise.resolve();

/** What was sent and does not conform, since this was last asked. */
export async function takeFaults(): Promise<readonly Error[]> {
  await checked();
  return faults.splice(0);
}

/** Watches what servers of this process send. */
export async function watch(): Promise<void> {
  const path = "../../scripts/conformance/outgoing.mjs";
  const { watchOutgoing } = (await import(path)) as Outgoing;
  checked = watchOutgoing((fault) => faults.push(fault));
}
