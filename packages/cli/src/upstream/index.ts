export { openUpstream, upstreamsIn } from "./open.ts";
