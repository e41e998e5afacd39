import { expect, test } from "vitest";
import { parseSource, requireSafe, requireSafeRedirect } from "./source.ts";

test("reads a hub source with and without a quantisation", () => {
  expect(parseSource("hf:Qwen/Qwen3-4B-GGUF:Q4_K_M")).toMatchObject({
    repo: "Qwen/Qwen3-4B-GGUF",
    quant: "Q4_K_M",
  });
  expect(parseSource("hf:a/b")).toMatchObject({ repo: "a/b", quant: null });
});

test("the label of a URL leaves out its query", () => {
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

test.each([
  ["https://hub.example/m.gguf", "http://127.0.0.1:6379/m.gguf"],
  ["https://hub.example/m.gguf", "https://localhost/m.gguf"],
])("no redirect leads from %s to a program of this machine at %s", (from, to) => {
  expect(() => requireSafeRedirect(new URL(from), new URL(to))).toThrow("which is this machine");
});

test("a redirect may stay on this machine, lead to another one, but not to a file", () => {
  const [here, there] = [new URL("http://127.0.0.1:1/a"), new URL("https://hub.example/a")];
  expect(() => requireSafeRedirect(here, new URL("http://localhost:2/b"))).not.toThrow();
  expect(() => requireSafeRedirect(there, new URL("https://cdn.example/b"))).not.toThrow();
  expect(() => requireSafe(new URL("file:///etc/passwd"))).toThrow("use https");
});
