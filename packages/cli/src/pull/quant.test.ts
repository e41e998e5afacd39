import { expect, test } from "vitest";
import { chooseFile } from "./quant.ts";

const files = (...paths: string[]) => paths.map((path) => ({ path, size: 1, sha256: null }));
const choose = (quant: string | null, ...paths: string[]) => chooseFile(files(...paths), quant, "a/b").path;

test("finds a quantisation in any case, in a folder, or by the file's name", () => {
  expect(choose("q4_k_m", "m-Q4_K_M.gguf", "m-Q4_K_S.gguf")).toBe("m-Q4_K_M.gguf");
  expect(choose("UD-Q2_K_XL", "a/m-UD-Q2_K_XL.gguf", "m-Q2_K.gguf")).toBe("a/m-UD-Q2_K_XL.gguf");
  expect(choose("IQ4_XS", "m.IQ4_XS.gguf")).toBe("m.IQ4_XS.gguf");
  expect(choose("odd.gguf", "odd.gguf", "m-Q8_0.gguf")).toBe("odd.gguf");
});

test("takes the only model without a quantisation, or the usual one, and else asks for one", () => {
  expect(choose(null, "mmproj-m-F16.gguf", "m-Q5_0.gguf", "README.md")).toBe("m-Q5_0.gguf");
  expect(choose(null, "m-Q8_0.gguf", "m-Q4_K_M.gguf", "m-F16.gguf")).toBe("m-Q4_K_M.gguf");
  expect(() => choose(null, "m-Q2_K.gguf", "m-Q3_K.gguf")).toThrow(
    "name a quantisation of a/b; available: Q2_K, Q3_K",
  );
});

test("refuses an unknown or a split quantisation with the available ones", () => {
  const parts = ["m-Q8_0-00001-of-00002.gguf", "m-Q8_0-00002-of-00002.gguf", "m-Q4_0.gguf"];
  expect(() => choose("q8_0", ...parts)).toThrow(
    "split over several files, which Flint cannot pull; available: Q4_0",
  );
  expect(() => choose("q6_k", ...parts)).toThrow("a/b has no q6_k; available: Q4_0");
  expect(() => choose(null, "model.safetensors")).toThrow("has no GGUF files");
});
