import { expect, test } from "vitest";
import { FileSearch } from "../../listing/index.ts";
import { Picker } from "./picker.ts";
import { SessionLog } from "./session-log.ts";

const FILES = 20_000;

/** A picker over many files, each with all the letters of "edit" in its path. */
function withFiles() {
  const search = new FileSearch();
  const add = (from: number, to: number) => {
    for (let at = from; at < to; at += 500) {
      const files = Array.from({ length: 500 }, (_, n) => `packages/edit/deep/edit-file-${at + n}.ts`);
      search.add({ files, nth: 0 });
    }
  };
  add(0, FILES);
  const log = new SessionLog(null);
  const told: string[] = [];
  const made = new Picker(log, search);
  made.pick("");
  log.onChange(() => told.push(log.state.picking.matches[0] ?? "none"));
  const type = (text: string) => {
    log.tell({ type: "typed", text });
    told.length = 0;
    made.pick(text);
  };
  return { picker: made, log, told, type, add };
}

const turnOfLoop = () => new Promise((resolve) => setImmediate(resolve));

test("a search of many files leaves time for keys and finds what was typed last", async () => {
  const { log, told, type } = withFiles();
  type("edit");
  expect(told).toEqual([]);
  await turnOfLoop();
  type("edit-file-19999");
  let turns = 0;
  for (; told.length === 0; turns++) await turnOfLoop();
  expect(turns).toBeGreaterThan(1);
  for (let more = 0; more < 20; more++) await turnOfLoop();
  expect(told).toEqual(["packages/edit/deep/edit-file-19999.ts"]);
  expect(log.state.picking).toMatchObject({ chosen: 0 });
});

test("Enter takes the best match of what is typed, even during the search", () => {
  const { picker, type } = withFiles();
  type("edit-file-19999");
  expect(picker.chosen()).toBe("packages/edit/deep/edit-file-19999.ts");
});

test("files found meanwhile are offered, and the chosen file stays chosen", async () => {
  const { picker, log, type, add } = withFiles();
  type("edit");
  picker.move(1);
  const { matches, chosen } = log.state.picking;
  expect(chosen).toBe(1);
  add(FILES, FILES + 500);
  picker.addFound();
  await expect.poll(() => log.state.picking.total).toBe(FILES + 500);
  const { picking } = log.state;
  expect(picking.matches[picking.chosen]).toBe(matches[1]);
});

test("a search that is no longer needed shows nothing", async () => {
  const { log, told, type } = withFiles();
  type("edit");
  log.tell({ type: "file" });
  told.length = 0;
  for (let more = 0; more < 20; more++) await turnOfLoop();
  expect(told).toEqual([]);
});
