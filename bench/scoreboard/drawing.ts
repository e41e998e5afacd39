import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import type { Chart } from "../measure/index.ts";
import { type Measured, medianOf } from "./results.ts";
import { figure } from "./verdict.ts";

interface Bar {
  readonly label: string;
  readonly group: string;
  readonly value: number;
  /** The quartiles; equal to the value if there is no spread. */
  readonly low: number;
  readonly high: number;
}

/** The blue of Okabe and Ito, which colour-blind users can tell from grey. */
const FILL = "#0072b2";

/** Returns an SVG with a bar and quartiles for each measured metric; null if there are none. */
export function drawing({ title, unit, bars }: Chart, { metrics }: Measured): string | null {
  const shown = bars.flatMap(({ label, metric, group = "" }): Bar[] => {
    const value = metrics[metric];
    if (value === undefined) return [];
    const [low, high] =
      typeof value === "number" ? [value, value] : [value.lower_quartile, value.upper_quartile];
    return [{ label, group, value: medianOf(value), low, high }];
  });
  if (shown.length === 0) return null;
  const groups = [...new Set(shown.map(({ group }) => group))];
  const labels = [...new Set(shown.map(({ label }) => label))];
  const { document } = parseHTML("<html></html>");
  const plot = Plot.plot({
    // linkedom provides what Plot uses of a document, but not its type.
    document: document as unknown as Document,
    width: 760,
    height: 70 + groups.length * (labels.length * 24 + 8),
    marginLeft: 60 + 6 * Math.max(...labels.map(({ length }) => length)),
    marginRight: groups.length > 1 ? 30 + 6 * Math.max(...groups.map(({ length }) => length)) : 70,
    style: { background: "white" },
    x: { label: `${title}, ${unit}`, grid: true, zero: true, nice: true },
    y: { domain: labels, label: null },
    ...(groups.length > 1 && { fy: { domain: groups, label: null } }),
    marks: [
      Plot.barX(shown, { y: "label", x: "value", fill: FILL, fillOpacity: 0.75, ...faceted(groups) }),
      Plot.ruleY(shown, { y: "label", x1: "low", x2: "high", stroke: "black", ...faceted(groups) }),
      Plot.text(shown, {
        ...{ y: "label", x: "high", text: ({ value }: Bar) => figure(value) },
        ...{ textAnchor: "start", dx: 5, ...faceted(groups) },
      }),
      Plot.ruleX([0]),
    ],
  });
  const svg = plot as unknown as { setAttribute(name: string, value: string): void; outerHTML: string };
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return `${svg.outerHTML}\n`;
}

function faceted(groups: readonly string[]): { fy?: string } {
  return groups.length > 1 ? { fy: "group" } : {};
}
