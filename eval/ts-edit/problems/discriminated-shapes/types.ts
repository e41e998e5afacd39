import type { Circle, Rectangle, Shape, Triangle } from "./solution.ts";

export const circle: Circle = { kind: "circle", radius: 1 };
export const shapes: Shape[] = [
  circle,
  { kind: "rectangle", width: 1, height: 2 } satisfies Rectangle,
  { kind: "triangle", base: 1, height: 2 } satisfies Triangle,
];
// @ts-expect-error: a circle has a radius
export const noRadius: Shape = { kind: "circle" };
// @ts-expect-error: a rectangle has no radius
export const tooMuch: Shape = { kind: "rectangle", width: 1, height: 2, radius: 3 };
// @ts-expect-error: there is no such kind
export const unknownKind: Shape = { kind: "square", width: 1 };

export function heightOf(shape: Shape): number {
  return shape.kind === "circle" ? 2 * shape.radius : shape.height;
}
