export { BACKEND_CACHES } from "./backend-caches.ts";
export { BACKEND_FAILURES } from "./backend-failures.ts";
export { BACKEND_JOBS } from "./backend-jobs.ts";
export { BACKEND_PROCESSES } from "./backend-processes.ts";
export { BACKEND_QUERIES } from "./backend-queries.ts";
export { BACKEND_REQUESTS } from "./backend-requests.ts";
export { BACKEND_SERVICES } from "./backend-services.ts";
export { SCREENS } from "./screens.ts";
