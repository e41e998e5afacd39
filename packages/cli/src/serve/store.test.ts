import { expect, test } from "vitest";
import { openStore } from "./store.ts";

test.runIf(process.platform === "linux")(
  "a store in a folder that cannot be created is refused with the remedy",
  async () => {
    await expect(openStore("disk:/proc/flint/responses.db")).rejects.toMatchObject({
      code: "store_failed",
      message: expect.stringContaining("choose another path with --store disk:PATH"),
    });
  },
);

test.each(["disk:", "tape", ""])("an unknown store is refused: %j", async (name) => {
  await expect(openStore(name)).rejects.toMatchObject({ code: "bad_option" });
});
