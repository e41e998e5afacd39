/** Files that a process has open beside its sockets: libraries, pipes, the loop's own. */
const BESIDES = 200;

/** @throws Error that says what to do, if this process may not open so many sockets. */
export function needsSockets(count: number): void {
  const allowed = allowedFiles();
  if (allowed >= count + BESIDES) return;
  throw new Error(
    `${count} sockets take ${count + BESIDES} open files, and a process of this shell may have ${allowed}. Raise the limit first: ulimit -n ${count + BESIDES} (as root, or up to the hard limit that ulimit -Hn shows; in a container: --ulimit nofile=${count + BESIDES}).`,
  );
}

/** What this process may have open, and each that it starts; Node raises it to the hard limit by itself. */
function allowedFiles(): number {
  const { userLimits } = process.report.getReport() as {
    userLimits?: { open_files?: { soft: number | string } };
  };
  const soft = userLimits?.open_files?.soft;
  // Windows counts no files.
  return typeof soft === "number" ? soft : Number.POSITIVE_INFINITY;
}
