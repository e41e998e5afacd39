import { expect, test } from "vitest";
import { writeFailure } from "./write-failure.ts";

const refused = (code: string) => Object.assign(new Error(code), { code, syscall: "rename" });

test.each(["EPERM", "EBUSY"])("on Windows, %s says that another program may have the file open", (code) => {
  expect(writeFailure("a.ts", refused(code), "win32")).toMatchObject({
    code: "file_unwritable",
    message: expect.stringContaining("another program has it open"),
  });
});

test("elsewhere, it is a question of permissions", () => {
  expect(writeFailure("a.ts", refused("EPERM"), "darwin")).toMatchObject({
    code: "file_unwritable",
    message: "cannot write a.ts: permission denied; check the permissions of the file and its folder",
  });
});
