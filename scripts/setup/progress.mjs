const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const SPIN_MS = 80;
const REMINDER_MS = 15_000;

/**
 * Runs a task while a line on stderr shows its title and duration: with a spinner on a terminal, as plain lines
 * elsewhere. `run` gets a function that sets the text after the title.
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
