import type { Command, Option } from "commander";
import { addHelp } from "./help.ts";

/** Parts of the program used by the key commands. */
interface Shared {
  configOption(): Option;
  atLeast(least: number): (text: string) => number;
  examples(command: string, lines: readonly string[]): string;
}

/** `flint keys create | list | revoke`. */
export function addKeys(program: Command, { configOption, atLeast, examples }: Shared): void {
  const keys = program
    .command("keys")
    .description("manage the keys of flint serve; as soon as there is one, every request needs a key");
  const withKeysOption = (command: Command) =>
    command
      .option("--keys <file>", "where the keys are; default: keys.json in the data folder")
      .addOption(configOption());
  const withAuditOption = (command: Command) =>
    withKeysOption(command).option(
      "--audit <file>",
      "where this is logged; default: audit.jsonl in the data folder",
    );
  withAuditOption(keys.command("create"))
    .description("make a key and print it, only this once")
    .requiredOption("--name <name>", "what you call it")
    .option("--user <user>", "whose it is: keys of one user share their responses; default: a new user")
    .option(
      "--scopes <names>",
      "what it may do: responses, models, usage, metrics, admin; default: responses,models,usage",
    )
    .option("--expires <when>", "90d, 12h or 2027-01-31; default: never")
    .option("--requests <count>", "requests per minute; default: the server's limits.keyRequests", atLeast(1))
    .option("--tokens <count>", "tokens per minute; default: the server's limits.keyTokens", atLeast(1))
    .option("--responses <count>", "responses at once; default: limits.keyResponses", atLeast(1))
    .option("--sockets <count>", "WebSocket connections at once; default: limits.keySockets", atLeast(1))
    .option("--json", "print one JSON object")
    .addHelpText(
      "after",
      examples("keys create", [
        "--name laptop --user ann --expires 90d",
        "--name prometheus --scopes metrics",
        "--name ci --requests 60 --tokens 100000 --responses 2",
      ]),
    )
    .action(async (flags) => {
      const { createKey } = await import("../keys/index.ts");
      await createKey(flags);
    });
  withKeysOption(keys.command("list"))
    .description("list the keys; this changes nothing, and is not logged")
    .option("--json", "print a JSON array")
    .addHelpText("after", examples("keys list", ["", "--json"]))
    .action(async (flags) => {
      const { listKeys } = await import("../keys/index.ts");
      await listKeys(flags);
    });
  withAuditOption(keys.command("revoke"))
    .description("revoke a key, and stop what it has running")
    .argument("<key>", "its id, or its name if no other key has it")
    .addHelpText("after", examples("keys revoke", ["laptop", "k3x9q0v7m2ab"]))
    .action(async (which, flags) => {
      const { revokeKey } = await import("../keys/index.ts");
      await revokeKey(which, flags);
    });
  keys.addHelpText("after", examples("keys", ["create --name laptop --user ann", "list", "revoke laptop"]));
  addHelp(keys);
}
