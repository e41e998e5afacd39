export { liveLayer } from "./layer.ts";
export { Painter } from "./painter.ts";
export { UNSEEN } from "./printable.ts";
