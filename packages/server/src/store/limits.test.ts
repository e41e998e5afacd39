import { expect, it } from "vitest";
import { storeFile } from "./disk/store-file.fixture.ts";
import {
  createMemoryStore,
  defaultStoreLimits,
  openDiskStore,
  openValkeyStore,
  StoreError,
} from "./index.ts";

const wrong = [Number.NaN, -1, 1.5, Number.POSITIVE_INFINITY, "7" as unknown as number];
const url = "valkey://127.0.0.1:1";

it.each(wrong)("a limit of %s is refused by name, for every kind of store", async (value) => {
  for (const name of Object.keys(defaultStoreLimits)) {
    const limits = { [name]: value };
    const refusal = {
      code: "store_limit_invalid",
      message: expect.stringContaining(`limits.${name} is ${value}: `),
    };
    const opened = [
      async () => createMemoryStore({ limits }),
      () => openDiskStore({ path: storeFile(), limits }),
      () => openValkeyStore({ url, limits }),
    ];
    for (const open of opened) await expect(open()).rejects.toMatchObject(refusal);
  }
});

it.each([...wrong, 0])("a Valkey limit of %s is refused by name", async (value) => {
  for (const name of ["wait", "pending", "pendingBytes", "lease"]) {
    const failure = await openValkeyStore({ url, valkey: { [name]: value } }).catch(
      (cause: unknown) => cause,
    );
    expect(failure).toBeInstanceOf(StoreError);
    expect(failure).toMatchObject({ message: expect.stringContaining(`valkey.${name} is ${value}: `) });
  }
});

it("an undefined limit takes its default, and 0 is accepted", async () => {
  await createMemoryStore({ limits: { responses: 0, age: undefined as unknown as number } }).close();
});
