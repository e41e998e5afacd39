import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DockerfileParser } from "dockerfile-ast";
import { validate } from "dockerfile-utils";
import { expect, it } from "vitest";
import { parseDocument } from "yaml";
import { ROOT } from "../architecture/source-files.ts";
import { unknownFlags, unknownVariables } from "./options.ts";

const text = readFileSync(join(ROOT, "deploy/Containerfile"), "utf8");
const file = DockerfileParser.parse(text);
const argumentsOf = (keyword: string) =>
  file
    .getInstructions()
    .filter((instruction) => instruction.getKeyword() === keyword)
    .map((instruction) => instruction.getArgumentsContent() ?? "");

it("the linter accepts the Containerfile", () => {
  expect(validate(text)).toEqual([]);
  expect(validate("FRM scratch\nUSER").length).toBeGreaterThan(0);
});

it("the container runs flint serve as a user other than root, with known flags and variables", async () => {
  const [entry = ""] = argumentsOf("ENTRYPOINT");
  const program = (JSON.parse(entry) as string[]).at(-1) ?? "";
  expect(existsSync(join(ROOT, program.replace(/^\/flint\//, "")))).toBe(true);
  const [command = ""] = argumentsOf("CMD").slice(-1);
  expect(unknownFlags(JSON.parse(command))).toEqual([]);
  const env = Object.fromEntries(
    file
      .getENVs()
      .flatMap((one) =>
        one.getProperties().map((property) => [property.getName(), property.getValue() ?? ""]),
      ),
  );
  expect(env).toHaveProperty("FLINT_HOST", "0.0.0.0");
  expect(await unknownVariables(env)).toEqual([]);
  expect(argumentsOf("USER")).toEqual(["node"]);
});

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly stop_grace_period?: string;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: object;
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, null>>;
  readonly "x-flint": { readonly build: { readonly context: string; readonly dockerfile: string } };
}

const compose = parseDocument(readFileSync(join(ROOT, "deploy/compose/compose.yaml"), "utf8"), {
  merge: true,
  uniqueKeys: true,
});

it("the services, volumes and build that the compose file refers to exist", () => {
  expect(compose.errors).toEqual([]);
  const { services, volumes, "x-flint": flint } = compose.toJS() as Compose;
  expect(Object.keys(services)).toEqual(["flint-1", "flint-2", "valkey", "vllm"]);
  expect(existsSync(join(ROOT, "deploy/compose", flint.build.context, flint.build.dockerfile))).toBe(true);
  const used = new Set<string>();
  for (const [name, { depends_on = {}, volumes: mounts = [] }] of Object.entries(services)) {
    for (const [other, { condition }] of Object.entries(depends_on)) {
      expect(services, name).toHaveProperty(other);
      if (condition === "service_healthy") expect(services[other]?.healthcheck, other).toBeDefined();
    }
    for (const mount of mounts) if (!mount.startsWith(".")) used.add(mount.split(":")[0] ?? "");
  }
  expect([...used].sort()).toEqual(Object.keys(volumes).sort());
});

it("the compose servers have different ports, known variables and time to drain", async () => {
  const { services } = compose.toJS() as Compose;
  const servers = ["flint-1", "flint-2"].map((name) => services[name] as Service);
  expect(new Set(servers.map(({ ports }) => ports?.[0]?.split(":")[1])).size).toBe(2);
  for (const { environment = {}, stop_grace_period } of servers) {
    const env = Object.fromEntries(
      Object.entries(environment).map(([name, value]) => [
        name,
        String(value).replace(/\$\{(\w+)(?::[-?]([^}]*))?\}/g, "$2"),
      ]),
    );
    expect(await unknownVariables(env)).toEqual([]);
    expect(Number.parseInt(env.FLINT_LIMITS_DRAIN ?? "", 10)).toBeLessThan(
      Number.parseInt(stop_grace_period ?? "", 10),
    );
    for (const url of [env.FLINT_ENGINE?.split("=")[1], env.FLINT_STORE]) {
      expect(Object.keys(services)).toContain(new URL(url ?? "").hostname);
    }
  }
});
