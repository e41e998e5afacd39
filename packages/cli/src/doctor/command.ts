import { resolveConfig } from "../config/index.ts";
import { CliError } from "../error/index.ts";
import { listModels, modelsFolder } from "../models/index.ts";
import { printable, type Theme, themeFor } from "../paint/index.ts";
import { upstreamTimeouts } from "../upstream/index.ts";
import { checkConfig } from "./config.ts";
import { checkEngine } from "./engine.ts";
import type { Finding } from "./finding.ts";
import { checkFit } from "./fit.ts";
import { checkFolders } from "./folders.ts";
import { checkFolder, checkMemory, checkNode, checkPort } from "./machine.ts";
import { checkServer } from "./server.ts";
import { checkSpeed } from "./speed.ts";
import { checkUpstreams } from "./upstream.ts";
import { checkBundled, checkPulled } from "./weights.ts";

export interface DoctorFlags {
  readonly json?: boolean;
  /** The configuration file of `flint serve`. */
  readonly config?: string;
  /** Servers to check instead of this machine. */
  readonly engine?: string;
  /** The model to measure on those servers. */
  readonly model?: string;
  /** Timeouts for their answers. */
  readonly upstreamFirstByte?: string;
  readonly upstreamSilence?: string;
}

/** `flint doctor`: prints each finding as it is made; exits with 1 if something is broken. */
export async function doctorCommand(flags: DoctorFlags): Promise<void> {
  const findings: Finding[] = [];
  const theme = themeFor(process.stdout);
  for await (const finding of flags.engine === undefined ? examine(flags.config) : examineUpstreams(flags)) {
    findings.push(finding);
    if (!flags.json) process.stdout.write(lineOf(finding, theme));
  }
  const failed = findings.filter(({ status }) => status === "broken");
  if (flags.json) process.stdout.write(`${JSON.stringify({ ok: failed.length === 0, findings }, null, 2)}\n`);
  if (failed.length > 0) {
    const checks = failed.map(({ check }) => check).join(", ");
    throw new CliError("unhealthy", `broken: ${checks}; see above what to do about it`);
  }
}

async function* examine(configFile: string | undefined): AsyncGenerator<Finding> {
  yield checkNode();
  yield checkMemory();
  yield await checkFolder(modelsFolder());
  const { config, finding } = await checkConfig(configFile);
  yield finding;
  yield* checkFolders(config);
  const served = await checkServer(config?.port);
  yield await checkPort(config?.port, served.length > 0);
  yield* served;
  yield await checkBundled();
  const models = await listModels();
  yield* checkPulled(models);
  yield* await checkFit(models);
  yield await checkEngine();
  yield await checkSpeed();
}

async function* examineUpstreams(flags: DoctorFlags): AsyncGenerator<Finding> {
  const { engine = "", model, config: file, upstreamFirstByte, upstreamSilence } = flags;
  const { config } = await resolveConfig({
    ...(file !== undefined && { config: file }),
    ...{ upstreamFirstByte, upstreamSilence },
  });
  yield checkNode();
  yield* checkUpstreams(engine, model, upstreamTimeouts(config));
}

/** Formats a finding for a terminal. It is made printable, since parts of it come from servers. */
export function lineOf({ check, status, found, remedy }: Finding, theme: Theme): string {
  const mark = { ok: theme.added("✓"), warning: theme.warning("!"), broken: theme.removed("✗") }[status];
  const advice = remedy === null ? "" : `\n  ${" ".repeat(14)}→ ${printable(remedy)}`;
  return `${mark} ${theme.strong(check.padEnd(14))}${printable(found)}${advice}\n`;
}
