import { storeConformance } from "../conformance/index.ts";
import { openDiskStore } from "../index.ts";
import { storeFile } from "./store-file.fixture.ts";

storeConformance("the disk store", {
  open: (options) => openDiskStore({ ...options, path: storeFile() }),
});
