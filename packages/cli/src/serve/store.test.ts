import { expect, test } from "vitest";
import { openStore } from "./store.ts";

test.runIf(process.platform === "linux")(
  "a store where the system takes no folders is refused with the remedy",
  async () => {
    await expect(openStore("disk:/proc/flint/responses.db")).rejects.toMatchObject({
      code: "store_failed",
      message: expect.stringContaining("choose another path with --store disk:PATH"),
    });
  },
);

test.each(["disk:", "tape", ""])("a store that there is not is refused: %j", async (name) => {
  await expect(openStore(name)).rejects.toMatchObject({ code: "bad_option" });
});
