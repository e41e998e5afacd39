/** Files that a process has open besides its sockets: libraries, pipes, the event loop's. */
const BESIDES = 200;

/** @throws Error with the remedy if this process may not open this many sockets. */
export function needsSockets(count: number): void {
  const allowed = allowedFiles();
  if (allowed >= count + BESIDES) return;
  throw new Error(
    `${count} sockets take ${count + BESIDES} open files, and a process of this shell may have ${allowed}. Raise the limit first: ulimit -n ${count + BESIDES} (as root, or up to the hard limit that ulimit -Hn shows; in a container: --ulimit nofile=${count + BESIDES}).`,
  );
}

/** Returns the limit of open files for this process and its children; Node raises it to the hard limit itself. */
function allowedFiles(): number {
  const { userLimits } = process.report.getReport() as {
    userLimits?: { open_files?: { soft: number | string } };
  };
  const soft = userLimits?.open_files?.soft;
  // Windows has no such limit.
  return typeof soft === "number" ? soft : Number.POSITIVE_INFINITY;
}
