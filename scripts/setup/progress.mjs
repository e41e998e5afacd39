const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const SPIN_MS = 80;
const REMINDER_MS = 15_000;

/**
 * Runs a task while one line on stderr says what is going on and for how long: a spinner on a terminal, plain lines
 * elsewhere. `run` is given a function that changes what follows the title.
 * @template T
 * @param {string} title
 * @param {(note: (text: string) => void) => Promise<T>} run
 * @returns {Promise<T>}
 */
export async function withProgress(title, run) {
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  const live = process.stderr.isTTY && !process.env.CI;
  let detail = "";
  let frame = 0;

  const paint = () => {
    if (live)
      process.stderr.write(`\r\x1b[K${FRAMES[frame++ % FRAMES.length]} ${title}${detail} (${seconds()})`);
    else process.stderr.write(`${title}${detail} (${seconds()})\n`);
  };
  const finish = (mark) => process.stderr.write(`${live ? "\r\x1b[K" : ""}${mark} ${title} (${seconds()})\n`);

  if (!live) process.stderr.write(`${title}…\n`);
  const timer = setInterval(paint, live ? SPIN_MS : REMINDER_MS);
  try {
    const result = await run((text) => {
      detail = text && `, ${text}`;
    });
    finish("✓");
    return result;
  } catch (error) {
    finish("✗");
    throw error;
  } finally {
    clearInterval(timer);
  }
}
