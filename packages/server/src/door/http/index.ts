export { RequestsInFlight } from "./requests.ts";
export { httpRoutes } from "./routes.ts";
