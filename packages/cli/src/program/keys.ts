import type { Command, Option } from "commander";
import { addHelp } from "./help.ts";

/** What the commands of keys have from the program. */
interface Shared {
  configOption(): Option;
  atLeast(least: number): (text: string) => number;
  examples(command: string, lines: readonly string[]): string;
}

/** `flint keys create | list | revoke`. */
export function addKeys(program: Command, { configOption, atLeast, examples }: Shared): void {
  const keys = program
    .command("keys")
    .description("the keys that flint serve takes; as soon as there is one, it takes nothing else");
  const place = (command: Command) =>
    command
      .option("--keys <file>", "where the keys are; default: keys.json in the folder for data")
      .addOption(configOption());
  const logged = (command: Command) =>
    place(command).option(
      "--audit <file>",
      "where the act is logged; default: audit.jsonl in the folder for data",
    );
  logged(keys.command("create"))
    .description("make a key and print it, this once")
    .requiredOption("--name <name>", "what you call it")
    .option("--user <user>", "whose it is: keys of one user share their responses; default: a new user")
    .option(
      "--scopes <names>",
      "what it may do: responses, models, usage, metrics, admin; default: responses,models,usage",
    )
    .option("--expires <when>", "90d, 12h or 2027-01-31; default: never")
    .option("--requests <count>", "requests a minute; default: the server's limits.keyRequests", atLeast(1))
    .option("--tokens <count>", "tokens a minute; default: the server's limits.keyTokens", atLeast(1))
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
  place(keys.command("list"))
    .description("the keys that there are; whoever looks changes nothing, and is not logged")
    .option("--json", "print a JSON array")
    .addHelpText("after", examples("keys list", ["", "--json"]))
    .action(async (flags) => {
      const { listKeys } = await import("../keys/index.ts");
      await listKeys(flags);
    });
  logged(keys.command("revoke"))
    .description("take a key back: what it has under way ends")
    .argument("<key>", "its id, or its name where no other one has it")
    .addHelpText("after", examples("keys revoke", ["laptop", "k3x9q0v7m2ab"]))
    .action(async (which, flags) => {
      const { revokeKey } = await import("../keys/index.ts");
      await revokeKey(which, flags);
    });
  keys.addHelpText("after", examples("keys", ["create --name laptop --user ann", "list", "revoke laptop"]));
  addHelp(keys);
}
