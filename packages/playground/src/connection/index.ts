export { Access } from "./access.ts";
export { describeConnection } from "./describe.ts";
export { Link, type LinkSettings } from "./link.ts";
