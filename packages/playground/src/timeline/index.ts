export { Timeline } from "./timeline.ts";
export { TimelineView } from "./timeline-view.ts";
