import { milliseconds, svg, withoutUnit } from "../page/index.ts";
import { type MeasuredTurn, type Median, medians } from "./measured-turn.ts";

/** Number of turns shown. */
const MOST_TURNS = 12;
const COLUMNS = ["Turn", "", "Queue", "Prefill", "First token", "Tokens/s", "Stop", "Steer"] as const;
const BAR = { width: 72, height: 12 };

/** Shows the latest turns as a table with bars, and compares the transports. */
export class LatencyView {
  readonly #table: HTMLTableElement;
  readonly #medians: HTMLElement;
  #turns: MeasuredTurn[] = [];

  constructor(table: HTMLTableElement, medians: HTMLElement) {
    this.#table = table;
    this.#medians = medians;
    this.#draw();
  }

  add(turn: MeasuredTurn): void {
    this.#turns = [...this.#turns, turn].slice(-MOST_TURNS);
    this.#draw();
  }

  #draw(): void {
    const head = document.createElement("thead");
    head.append(rowOf("th", COLUMNS));
    const longest = Math.max(...this.#turns.map(({ total }) => total));
    const body = document.createElement("tbody");
    for (const turn of [...this.#turns].reverse()) {
      const { number, way, queue, prefill, firstToken, tokensPerSecond, stop, steer } = turn;
      const rate = tokensPerSecond === null ? "" : Math.round(tokensPerSecond).toLocaleString("en");
      const times = [queue, prefill, firstToken].map(timeOrEmpty);
      body.append(
        rowOf("td", [
          `${number}. ${way}`,
          barOf(turn, longest),
          ...times,
          rate,
          timeOrEmpty(stop),
          timeOrEmpty(steer),
        ]),
      );
    }
    this.#table.replaceChildren(head, body);
    this.#medians.replaceChildren(...comparison(medians(this.#turns)));
  }
}

function barOf({ queue, prefill, firstToken, total }: MeasuredTurn, longest: number): SVGElement {
  const picture = svg("svg", {
    viewBox: `0 0 ${BAR.width} ${BAR.height}`,
    preserveAspectRatio: "none",
    class: "bar",
    role: "img",
    "aria-label": `${milliseconds(total)} in all`,
  });
  let x = 0;
  const part = (name: string, time: number): void => {
    const width = (Math.max(0, time) / longest) * BAR.width;
    picture.append(svg("rect", { class: name, x, width, height: BAR.height }));
    x += width;
  };
  const first = firstToken ?? total;
  part("queue", queue ?? 0);
  part("prefill", prefill ?? 0);
  part("rest", first - (queue ?? 0) - (prefill ?? 0));
  part("writing", total - first);
  return picture;
}

function comparison(all: readonly Median[]): HTMLElement[] {
  const slowest = Math.max(...all.map(({ firstToken }) => firstToken));
  return all.map(({ way, turns, firstToken }) => {
    const line = document.createElement("p");
    const width = (firstToken / slowest) * BAR.width;
    const picture = svg("svg", { ...BAR, "aria-hidden": "true" });
    picture.append(svg("rect", { class: "writing", width, height: BAR.height }));
    line.append(
      picture,
      `First token by ${way}: ${milliseconds(firstToken)}${turns > 1 ? `, median of ${turns}` : ""}`,
    );
    return line;
  });
}

function rowOf(cell: "th" | "td", contents: readonly (string | Element)[]): HTMLTableRowElement {
  const row = document.createElement("tr");
  for (const content of contents) {
    const element = document.createElement(cell);
    element.append(content);
    row.append(element);
  }
  return row;
}

function timeOrEmpty(time: number | null): string {
  return time === null ? "" : withoutUnit(time);
}
