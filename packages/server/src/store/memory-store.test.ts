import { storeConformance } from "./conformance/index.ts";
import { createMemoryStore } from "./index.ts";

storeConformance("the memory store", { open: async (options) => createMemoryStore(options) });
