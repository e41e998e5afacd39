// node scripts/errors.mjs: generates docs/errors.md from the tables in the code.
import { writeFileSync } from "node:fs";
import { errorsPage } from "./docs/errors-page.mjs";
import { ROOT } from "./setup/paths.mjs";
import { prepare } from "./setup/prepare.mjs";

await prepare({ install: "full", build: "code" });
const { ApiError, errorTable } = await import("@flint/protocol");
const { engineFailures } = await import("@flint/server");

const typeOf = (status) => new ApiError(status, "", "").type;
writeFileSync(`${ROOT}docs/errors.md`, errorsPage(errorTable, engineFailures, typeOf));
