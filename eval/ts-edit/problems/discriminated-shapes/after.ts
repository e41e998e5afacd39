export interface Circle {
  readonly kind: "circle";
  readonly radius: number;
}

export interface Rectangle {
  readonly kind: "rectangle";
  readonly width: number;
  readonly height: number;
}

export interface Triangle {
  readonly kind: "triangle";
  readonly base: number;
  readonly height: number;
}

export type Shape = Circle | Rectangle | Triangle;

export function area(shape: Shape): number {
  switch (shape.kind) {
    case "circle":
      return Math.PI * shape.radius ** 2;
    case "rectangle":
      return shape.width * shape.height;
    case "triangle":
      return (shape.base * shape.height) / 2;
  }
}

export function scale(shape: Shape, factor: number): Shape {
  switch (shape.kind) {
    case "circle":
      return { ...shape, radius: shape.radius * factor };
    case "rectangle":
      return { ...shape, width: shape.width * factor, height: shape.height * factor };
    case "triangle":
      return { ...shape, base: shape.base * factor, height: shape.height * factor };
  }
}

export function totalArea(shapes: readonly Shape[]): number {
  return shapes.reduce((sum, shape) => sum + area(shape), 0);
}
