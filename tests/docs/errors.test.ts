import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { ApiError, errorTable } from "@flint/protocol";
import { engineFailures } from "@flint/server";
import { expect, it } from "vitest";
import { isShipped, ROOT, sourceFiles, workspacePackages } from "../architecture/source-files.ts";

interface ErrorsPage {
  errorsPage(
    errors: typeof errorTable,
    failures: typeof engineFailures,
    typeOf: (status: number) => string,
  ): string;
}

it("the page of errors matches the tables: run node scripts/errors.mjs", async () => {
  const { errorsPage }: ErrorsPage = await import(pathToFileURL(`${ROOT}scripts/docs/errors-page.mjs`).href);
  const page = errorsPage(errorTable, engineFailures, (status) => new ApiError(status, "", "").type);
  expect(readFileSync(`${ROOT}docs/errors.md`, "utf8")).toBe(page);
});

it("servers create errors only through the table", () => {
  const own = workspacePackages().filter(({ name }) => ["@flint/protocol", "@flint/server"].includes(name));
  const strays = own.flatMap(({ folder }) =>
    sourceFiles(`${folder}/src`)
      .filter(isShipped)
      .filter(({ path, text }) => !path.includes("/error/") && text.includes("new ApiError("))
      .map(({ path }) => path),
  );
  expect(strays).toEqual([]);
});

it("every error of the table is used in the code", () => {
  const told = workspacePackages()
    .flatMap(({ folder }) => sourceFiles(`${folder}/src`))
    .filter((file) => isShipped(file) && !file.path.endsWith("error/table.ts"))
    .map(({ text }) => text)
    .join("\n");
  expect(Object.keys(errorTable).filter((code) => !told.includes(`"${code}"`))).toEqual([]);
});

it("the SDK's page lists every code of its errors", () => {
  const source = readFileSync(`${ROOT}packages/client/src/error/flint-error.ts`, "utf8");
  const [, union = ""] = /type FlintErrorCode =([^;]+);/.exec(source) ?? [];
  const codes = [...union.matchAll(/"(\w+)"/g)].map(([, code]) => code);
  expect(codes).toContain("invalid_argument");
  const page = readFileSync(`${ROOT}docs/sdk.md`, "utf8");
  const rows = page.split("\n").filter((line) => line.startsWith("| `"));
  expect(codes.filter((code) => !rows.some((row) => row.includes(`\`${code}\``)))).toEqual([]);
});
