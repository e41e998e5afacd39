export { createHttpServer } from "./http-server.ts";
export { RequestsInFlight } from "./requests.ts";
