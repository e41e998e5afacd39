import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Scenario } from "@flint/engine";
import { expect, test } from "vitest";
import { fileLink, startEditor, temporaryFolder } from "./editor.fixture.ts";

const CODE = "var a = 1;\nvar b = a;\n";
const EDITED = "let a = 1;\nlet b = c;\n";

test("the permission request names changes that nobody asked for", async () => {
  const folder = await temporaryFolder();
  const path = join(folder, "a.js");
  await writeFile(path, CODE);
  const scenario: Scenario = { turns: [{ steps: [{ text: `\`\`\`js\n${EDITED}\`\`\`` }] }] };
  const editor = await startEditor(scenario, folder, { permit: () => "once" });
  await editor.prompt(await editor.open(folder), "use let", fileLink(path));
  expect(JSON.stringify(editor.permissionRequests[0])).toContain("Not asked for? line 2: ");
  expect(await readFile(path, "utf8")).toBe(EDITED);
});
