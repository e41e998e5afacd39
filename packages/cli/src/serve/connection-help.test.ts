import { expect, test } from "vitest";
import { themeFor } from "../paint/index.ts";
import { connectionHelp } from "./connection-help.ts";

const URL = "http://127.0.0.1:8787/v1";
const plain = themeFor({});

test("the command for Codex is shown for a model that uses tools", () => {
  const help = connectionHelp(URL, "coder", plain);
  expect(help).toContain(
    `codex -m coder -c model_provider=flint -c 'model_providers.flint={name="Flint", base_url="${URL}"`,
  );
});

test("no command for Codex is shown for the bundled model, which only edits", () => {
  const help = connectionHelp(URL, "nano", plain);
  expect(help).not.toContain("codex -m");
  expect(help).toContain("Codex CLI  needs a model that uses tools; nano only edits");
});

test("each line fits 80 columns", () => {
  const widths = connectionHelp(URL, "nano", plain)
    .split("\n")
    .map((line) => line.length);
  expect(Math.max(...widths)).toBeLessThanOrEqual(80);
});
