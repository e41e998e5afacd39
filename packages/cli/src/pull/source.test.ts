import { expect, test } from "vitest";
import { parseSource } from "./source.ts";

test("reads a hub source with and without a quantisation", () => {
  expect(parseSource("hf:Qwen/Qwen3-4B-GGUF:Q4_K_M")).toMatchObject({
    repo: "Qwen/Qwen3-4B-GGUF",
    quant: "Q4_K_M",
  });
  expect(parseSource("hf:a/b")).toMatchObject({ repo: "a/b", quant: null });
});

test("a URL's query is not remembered", () => {
  expect(parseSource("https://example.com/m.gguf?token=1").label).toBe("https://example.com/m.gguf");
});

test.each([
  ["hf:user", "write hf:user/repo:quant"],
  ["model", "write hf:user/repo:quant"],
  ["http://example.com/m.gguf", "use https"],
  ["ftp://example.com/m.gguf", "use https"],
  ["https://me:pw@example.com/m.gguf", "HF_TOKEN"],
  ["https://example.com/m.safetensors", "not a .gguf file"],
  ["https://example.com/100%.gguf", "%25"],
])("refuses %s", (source, remedy) => {
  expect(() => parseSource(source)).toThrow(remedy);
});
