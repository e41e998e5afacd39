export { CLIENT_DISPLAY } from "./client-display.ts";
export { CLIENT_LISTS } from "./client-lists.ts";
export { CLIENT_RACES } from "./client-races.ts";
export { CLIENT_REQUESTS } from "./client-requests.ts";
export { CLIENT_STORAGE } from "./client-storage.ts";
export { CLIENT_STORES } from "./client-stores.ts";
export { CLIENT_URLS } from "./client-urls.ts";
export { SCREENS } from "./screens.ts";
