import { systemCode } from "../error/index.ts";
import { BUNDLED, bundledPath, type ModelEntry } from "../models/index.ts";
import { sha256File } from "../pull/index.ts";
import { broken, type Finding, ok, warning } from "./finding.ts";

const REINSTALL = "install Flint again: npm ci";

/** Checks the bundled weights against their checksum. */
export async function checkBundled(path = bundledPath()): Promise<Finding> {
  try {
    const sha256 = await sha256File(path);
    const facts = { path, sha256 };
    if (sha256 === BUNDLED.sha256) return ok("bundled model", `${BUNDLED.id}: the checksum is right`, facts);
    return broken("bundled model", `${path} is damaged: its checksum is wrong`, REINSTALL, facts);
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    return broken("bundled model", `${path} cannot be read (${code})`, REINSTALL, { path });
  }
}

/** Returns a warning for each unusable pulled model. */
export function checkPulled(models: readonly ModelEntry[]): Finding[] {
  const pulled = models.filter(({ origin }) => origin === "pulled");
  const damaged = pulled.filter(({ damage }) => damage !== null);
  if (damaged.length === 0)
    return [ok("pulled models", `${pulled.length}, none damaged`, { count: pulled.length })];
  return damaged.map(({ id, path, damage }) =>
    warning("pulled models", damage ?? "", `delete ${path} and pull it again`, {
      id,
      path,
    }),
  );
}
