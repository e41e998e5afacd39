const CELL = { width: 8.4, height: 19, size: 14 };
const PADDING = 16;
const TITLE_HEIGHT = 34;
const THEME = {
  background: "#16181d",
  title: "#22252c",
  text: "#d7dae0",
  border: "#2f343f",
  palette: [
    ["#3b4048", "#f0717f", "#87d787", "#e5c07b", "#6cb2f7", "#d58ee8", "#5cc8d0", "#d7dae0"],
    ["#7f8694", "#ff8b96", "#a5e6a0", "#f2d08c", "#8cc5ff", "#e2a8f2", "#7fdde4", "#ffffff"],
  ].flat(),
};

/**
 * Returns an animated SVG of a terminal. Each content of a row is drawn once and shown at its times. Viewers without
 * animation show the last frame.
 * @param {readonly import("./terminal.mjs").Frame[]} frames
 * @param {{ title: string, columns: number, holdMs: number }} options `holdMs`: how long the last frame is shown
 * before
 *   the animation restarts.
 */
export function toSvg(frames, { title, columns, holdMs }) {
  const shown = Math.max(...frames.map(({ rows }) => rows.findLastIndex((row) => plain(row) !== ""))) + 1;
  const total = (frames.at(-1)?.milliseconds ?? 0) + holdMs;
  const width = Math.round(columns * CELL.width + 2 * PADDING);
  const height = TITLE_HEIGHT + shown * CELL.height + 2 * PADDING;
  const lines = Array.from({ length: shown }, (_, row) => drawRow(frames, row, total)).flat();
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeXml(title)}">
<style>
text { font: ${CELL.size}px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: ${THEME.text}; white-space: pre; }
.b { font-weight: 700; } .d { opacity: .6; }
</style>
<rect width="${width}" height="${height}" rx="8" fill="${THEME.background}" stroke="${THEME.border}"/>
<path d="M0 ${TITLE_HEIGHT}V8a8 8 0 0 1 8-8H${width - 8}a8 8 0 0 1 8 8V${TITLE_HEIGHT}Z" fill="${THEME.title}"/>
${["#f0717f", "#e5c07b", "#87d787"].map((color, index) => `<circle cx="${18 + index * 18}" cy="${TITLE_HEIGHT / 2}" r="5.5" fill="${color}"/>`).join("")}
<text x="${width / 2}" y="${TITLE_HEIGHT / 2 + 5}" text-anchor="middle" class="d">${escapeXml(title)}</text>
${lines.join("\n")}
</svg>
`;
}

/** Draws all contents of a row, each with the periods in which it is shown. */
function drawRow(frames, row, total) {
  /** @type {Map<string, [number, number][]>} */
  const contents = new Map();
  for (const [index, frame] of frames.entries()) {
    const drawn = drawRuns(frame.rows[row] ?? [], row);
    if (drawn === "") continue;
    const start = frame.milliseconds / total;
    const end = index + 1 < frames.length ? frames[index + 1].milliseconds / total : 1;
    const stretches = contents.get(drawn) ?? [];
    const last = stretches.at(-1);
    if (last && last[1] === start) last[1] = end;
    else stretches.push([start, end]);
    contents.set(drawn, stretches);
  }
  return [...contents].map(([drawn, stretches]) => {
    const atTheEnd = stretches.at(-1)?.[1] === 1;
    return `<g visibility="${atTheEnd ? "visible" : "hidden"}">${animation(stretches, total)}${drawn}</g>`;
  });
}

function animation(stretches, total) {
  const times = [0];
  const values = ["hidden"];
  for (const [start, end] of stretches) {
    if (start === times.at(-1)) values[values.length - 1] = "visible";
    else {
      times.push(start);
      values.push("visible");
    }
    if (end < 1) {
      times.push(end);
      values.push("hidden");
    }
  }
  if (times.length === 1) return "";
  const keyTimes = times.map((time) => Number(time.toFixed(4))).join(";");
  return `<animate attributeName="visibility" calcMode="discrete" dur="${(total / 1000).toFixed(2)}s" repeatCount="indefinite" keyTimes="${keyTimes}" values="${values.join(";")}"/>`;
}

function drawRuns(runs, row) {
  if (plain(runs) === "" && runs.every(({ background }) => background === null)) return "";
  const top = TITLE_HEIGHT + PADDING + row * CELL.height;
  let column = 0;
  let boxes = "";
  let spans = "";
  for (const run of runs) {
    const x = round(PADDING + column * CELL.width);
    const length = round([...run.text].length * CELL.width);
    if (run.background !== null) {
      boxes += `<rect x="${x}" y="${top}" width="${length}" height="${CELL.height}" fill="${fill(run.background, THEME.text)}"/>`;
    }
    if (run.text.trim() !== "") {
      const classes = [run.bold && "b", run.dim && "d"].filter(Boolean).join(" ");
      const color = run.color === null ? "" : ` style="fill:${fill(run.color, THEME.background)}"`;
      // A fixed length keeps columns aligned with any monospace font.
      spans += `<text x="${x}" y="${top + 14}" textLength="${length}"${classes && ` class="${classes}"`}${color}>${escapeXml(run.text)}</text>`;
    }
    column += [...run.text].length;
  }
  return boxes + spans;
}

function plain(runs) {
  return runs
    .map(({ text }) => text)
    .join("")
    .trim();
}

function fill(color, inverse) {
  if (color === "inverse") return inverse;
  if (color.startsWith("#")) return color;
  return THEME.palette[Number(color)] ?? cube(Number(color));
}

/** Returns the terminal colours 16–255: a cube of 6 × 6 × 6 and 24 shades of grey. */
function cube(index) {
  const hex = (levels) => `#${levels.map((level) => level.toString(16).padStart(2, "0")).join("")}`;
  if (index >= 232) return hex(Array(3).fill(8 + (index - 232) * 10));
  const place = index - 16;
  return hex(
    [Math.floor(place / 36), Math.floor(place / 6) % 6, place % 6].map((step) => (step ? 55 + step * 40 : 0)),
  );
}

function round(value) {
  return Number(value.toFixed(2));
}

function escapeXml(text) {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
