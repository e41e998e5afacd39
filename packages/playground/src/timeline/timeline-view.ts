import { milliseconds, svg } from "../page/index.ts";
import type { Timeline } from "./timeline.ts";

const WIDTH = 480;
const HEIGHT = 40;

/** Draws a turn's timeline: bursts as a density strip, other events as a list. */
export class TimelineView {
  readonly #strip: HTMLElement;
  readonly #list: HTMLElement;
  /** Number of events that were not kept. */
  readonly #rest = document.createElement("li");
  #shown: Timeline | null = null;
  #listed = 0;

  constructor(strip: HTMLElement, list: HTMLElement) {
    this.#strip = strip;
    this.#list = list;
  }

  draw(timeline: Timeline): void {
    if (this.#shown !== timeline) {
      this.#shown = timeline;
      this.#listed = 0;
      this.#list.replaceChildren();
    }
    const isNew = this.#listed < timeline.moments.length;
    for (; this.#listed < timeline.moments.length; this.#listed++) {
      const moment = timeline.moments[this.#listed];
      if (moment === undefined) break;
      const item = document.createElement("li");
      item.className = moment.kind;
      const time = document.createElement("time");
      time.textContent = milliseconds(moment.at);
      item.append(time, moment.text);
      this.#list.append(item);
    }
    this.#rest.textContent = `… ${timeline.omitted} more`;
    if (timeline.omitted > 0) this.#list.append(this.#rest);
    if (isNew) this.#list.scrollTop = this.#list.scrollHeight;
    this.#strip.replaceChildren(stripOf(timeline));
  }
}

function stripOf(timeline: Timeline): SVGElement {
  const total = Math.max(timeline.elapsed, 1);
  const x = (at: number): number => (at / total) * WIDTH;
  const picture = svg("svg", {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    preserveAspectRatio: "none",
    role: "img",
    "aria-label": `${timeline.bursts} bursts of text in ${milliseconds(total)}`,
  });
  picture.append(svg("rect", { class: "wait", width: x(timeline.firstBurst ?? total), height: HEIGHT }));
  const { stretch, counts } = timeline.density;
  const most = Math.max(1, ...counts);
  const width = Math.max(1, x(stretch) - 0.5);
  // A single path for all columns: this is redrawn while the code streams.
  let columns = "";
  for (const [column, count] of counts.entries()) {
    if (count === 0) continue;
    const height = Math.max(2, (count / most) * HEIGHT);
    columns += `M${x(column * stretch)} ${HEIGHT}v${-height}h${width}v${height}z`;
  }
  picture.append(svg("path", { class: "burst", d: columns }));
  for (const { at, kind } of timeline.moments) {
    if (kind !== "steer" && kind !== "stop" && kind !== "restart") continue;
    picture.append(svg("rect", { class: kind, x: Math.min(x(at), WIDTH - 2), width: 2, height: HEIGHT }));
  }
  return picture;
}
