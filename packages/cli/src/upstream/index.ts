export { openUpstream, upstreamsIn, upstreamTimeouts } from "./open.ts";
