export { detectUpstream, type UpstreamFinding } from "./detect.ts";
