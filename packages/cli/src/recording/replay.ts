import { Player, type Recording, SessionState } from "@flint/client";
import { CodeColors, hangUp, layout, Stage } from "../interactive/index.ts";
import { takeKeys } from "../keyboard/index.ts";
import { type Row, themeFor } from "../paint/index.ts";
import { readRecording } from "./read-recording.ts";

export interface ReplayFlags {
  /** Factor of the original speed. */
  readonly speed: number;
}

/** Screen size for output without a terminal. */
const PAPER = { columns: 80, rows: 24 };

/** `flint replay FILE`: plays a recorded session, then prints its last screen. */
export async function replayCommand(path: string, { speed }: ReplayFlags): Promise<void> {
  const recording = await readRecording(path);
  const { stdin, stdout } = process;
  const isLive = stdin.isTTY && stdout.isTTY && process.env.TERM !== "dumb";
  const rows = isLive ? await play(recording, speed) : lastScreen(recording);
  stdout.write(`${rows.map(({ text }) => text).join("\n")}\n`);
}

function lastScreen({ events }: Recording): Row[] {
  const state = new SessionState();
  for (const event of events) state.apply(event, event.t);
  state.lose();
  const theme = themeFor(process.stdout);
  return layout(state, { ...PAPER, theme, colors: new CodeColors(theme, () => {}), t: state.t });
}

/** Plays until the end, Escape, q, Ctrl-C or a signal. Resolves to the last rows shown. */
async function play({ events }: Recording, speed: number): Promise<Row[]> {
  const { stdin, stdout } = process;
  const state = new SessionState();
  const player = new Player({
    events,
    speed,
    take: (event) => {
      state.apply(event, event.t);
      stage.request();
    },
    // Each event already triggers a paint.
    rest: () => {},
  });
  const stage = new Stage({ terminal: stdout, theme: themeFor(stdout), state, clock: () => player.at });
  const release = takeKeys(stdin, (key) => {
    const isStop = key.type === "key" ? key.name === "escape" || key.name === "ctrl-c" : key.text === "q";
    if (isStop) player.stop();
  });
  hangUp().then(() => player.stop());
  try {
    if (await player.run()) state.lose();
  } finally {
    release();
    stage.close();
  }
  return stage.rows();
}
