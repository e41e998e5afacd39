export { clockJumps } from "./clock-jumps.ts";
export { cuts } from "./cuts.ts";
export { descriptors } from "./descriptors.ts";
export { diskFull } from "./disk-full.ts";
export { engineKills } from "./engine-kills.ts";
export { memoryLimit } from "./memory-limit.ts";
export { serverKills } from "./server-kills.ts";
export { storeKills } from "./store-kills.ts";
