export { httpRoutes } from "./routes.ts";
