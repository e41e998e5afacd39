export { BACKEND_CACHES } from "./backend-caches.ts";
export { BACKEND_FAILURES } from "./backend-failures.ts";
export { BACKEND_JOBS } from "./backend-jobs.ts";
export { BACKEND_QUERIES } from "./backend-queries.ts";
export { SCREENS } from "./screens.ts";
