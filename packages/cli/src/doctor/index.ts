export { doctorCommand } from "./command.ts";
export { checkUpstreams } from "./upstream.ts";
