import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { type Attempt, summarizeBy } from "../score/index.ts";
import type { Results } from "./results.ts";

const MEASURES = ["solved", "tests", "exact", "parses"] as const;

interface Point {
  readonly measure: string;
  readonly family: string;
  readonly phrasing: string;
  readonly share: number;
}

/** Okabe and Ito's palette, which colour-blind readers can distinguish. */
const COLORS = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#56b4e9"];
const LEGEND_WIDTH = 90;

/** Draws an SVG of the shares by family: one panel per measure of the suite, one colour per phrasing. */
export function plot({ suite, model, attempts }: Results): string {
  const points = pointsOf(attempts);
  const families = [...new Set(points.map(({ family }) => family))];
  const phrasings = [...new Set(points.map(({ phrasing }) => phrasing))];
  const measures = MEASURES.filter((measure) => points.some((point) => point.measure === measure));
  const { document } = parseHTML("<html></html>");
  const figure = Plot.plot({
    // linkedom implements what Plot uses of a document, but not its type.
    document: document as unknown as Document,
    width: 900,
    height: 110 + 22 * families.length,
    marginTop: 50,
    marginLeft: 110,
    marginRight: 20,
    style: { background: "white" },
    x: { domain: [0, 100], label: `${model} on ${suite}, per cent`, ticks: [0, 50, 100], grid: true },
    y: { domain: families, label: null },
    fx: { domain: measures, label: null },
    color: { domain: phrasings, range: COLORS },
    marks: [
      Plot.frame({ stroke: "#ddd" }),
      Plot.ruleY(points, { fx: "measure", y: "family", x1: 0, x2: "share", stroke: "#bbb" }),
      Plot.dot(points, { fx: "measure", y: "family", x: "share", fill: "phrasing", r: 4, fillOpacity: 0.85 }),
      ...phrasings.map((phrasing, index) =>
        Plot.text([`● ${phrasing}`], {
          fx: measures.slice(0, 1),
          frameAnchor: "top-left",
          dx: index * LEGEND_WIDTH,
          dy: -42,
          fill: COLORS[index % COLORS.length] ?? "black",
        }),
      ),
    ],
  });
  const svg = figure as unknown as { setAttribute(name: string, value: string): void; outerHTML: string };
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return `${svg.outerHTML}\n`;
}

function pointsOf(attempts: readonly Attempt[]): Point[] {
  return Object.keys(summarizeBy(attempts, "family")).flatMap((family) => {
    const own = attempts.filter((attempt) => attempt.family === family);
    return Object.entries(summarizeBy(own, "phrasing")).flatMap(([phrasing, summary]) =>
      MEASURES.flatMap((measure) => {
        const share = summary[measure];
        return share === null ? [] : [{ measure, family, phrasing, share: 100 * share }];
      }),
    );
  });
}
