import { FlintError, initializeSession } from "flint";

try {
  const session = await initializeSession({ url: "http://127.0.0.1:8787", model: "nano" });
  const { code } = await session.optimizeCode("function sum(n) { return n === 0 ? 0 : n + sum(n - 1); }");
  console.log(code);
  await session.close();
} catch (error) {
  if (!(error instanceof FlintError)) throw error;
  console.error(error.code, error.message);
}
