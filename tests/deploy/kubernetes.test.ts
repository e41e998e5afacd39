import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { resolveConfig } from "../../packages/cli/src/config/index.ts";
import { ROOT } from "../architecture/source-files.ts";
import { unknownFlags, unknownVariables } from "./options.ts";

const FOLDER = join(ROOT, "deploy/kubernetes");

interface Container {
  readonly name: string;
  readonly args?: readonly string[];
  readonly env?: readonly { readonly name: string; readonly value?: string }[];
  readonly ports?: readonly { readonly name: string; readonly containerPort: number }[];
  readonly volumeMounts?: readonly { readonly name: string; readonly mountPath: string }[];
  readonly readinessProbe?: { readonly httpGet?: { readonly path: string; readonly port: string | number } };
  readonly livenessProbe?: { readonly httpGet?: { readonly path: string } };
  readonly resources?: { readonly limits?: Readonly<Record<string, unknown>> };
}

interface PodSpec {
  readonly enableServiceLinks?: boolean;
  readonly terminationGracePeriodSeconds?: number;
  readonly containers: readonly Container[];
  readonly volumes?: readonly { readonly name: string }[];
}

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec?: {
    readonly selector?: Readonly<Record<string, unknown>>;
    readonly template?: {
      readonly metadata: { readonly labels: Readonly<Record<string, string>> };
      readonly spec: PodSpec;
    };
    readonly ports?: readonly { readonly port: number; readonly targetPort: string }[];
    readonly volumeClaimTemplates?: readonly { readonly metadata: { readonly name: string } }[];
  };
}

const kustomization = parse(readFileSync(join(FOLDER, "kustomization.yaml"), "utf8"));
const manifests = (kustomization.resources as string[]).flatMap((name) =>
  parseAllDocuments(readFileSync(join(FOLDER, name), "utf8"), { strict: true, uniqueKeys: true }).map(
    (document) => {
      expect(document.errors, name).toEqual([]);
      return document.toJS() as Manifest;
    },
  ),
);
const workloads = manifests.filter(({ spec }) => spec?.template !== undefined);
const podOf = ({ spec }: Manifest): PodSpec => spec?.template?.spec ?? { containers: [] };
const find = (kind: string, name: string) =>
  manifests.find((manifest) => manifest.kind === kind && manifest.metadata.name === name);

it("the kustomization names every file of the folder", () => {
  const named = [
    "kustomization.yaml",
    ...kustomization.resources,
    ...kustomization.configMapGenerator[0].files,
  ];
  expect(readdirSync(FOLDER).sort()).toEqual([...named].sort());
});

it("every manifest has the API version of its kind and a unique name", () => {
  const versions: Readonly<Record<string, string>> = {
    Namespace: "v1",
    Service: "v1",
    PersistentVolumeClaim: "v1",
    Deployment: "apps/v1",
    StatefulSet: "apps/v1",
    PodDisruptionBudget: "policy/v1",
    NetworkPolicy: "networking.k8s.io/v1",
  };
  expect(manifests.filter(({ kind, apiVersion }) => versions[kind] !== apiVersion)).toEqual([]);
  const names = manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(workloads.map((manifest) => [manifest.metadata.name, manifest] as const))(
  "%s",
  (name, manifest) => {
    const labels = manifest.spec?.template?.metadata.labels ?? {};
    const pod = podOf(manifest);

    it("selects its own pods, and its service finds them by a port that they have", () => {
      expect(manifest.spec?.selector).toEqual({ matchLabels: labels });
      const service = find("Service", name);
      expect(service?.spec?.selector).toEqual(labels);
      const ports = pod.containers.flatMap(({ ports = [] }) => ports.map((port) => port.name));
      expect(service?.spec?.ports?.filter(({ targetPort }) => !ports.includes(targetPort))).toEqual([]);
    });

    it("gets no variables for services, which would be named like settings", () => {
      expect(pod.enableServiceLinks).toBe(false);
    });

    it("mounts the volumes that it declares, and limits its memory or GPU", () => {
      const volumes = [
        ...(pod.volumes ?? []).map((volume) => volume.name),
        ...(manifest.spec?.volumeClaimTemplates ?? []).map(({ metadata }) => metadata.name),
      ];
      const mounted = pod.containers.flatMap(({ volumeMounts = [] }) =>
        volumeMounts.map((mount) => mount.name),
      );
      expect([...mounted].sort()).toEqual([...volumes].sort());
      for (const { resources } of pod.containers) {
        expect(Object.keys(resources?.limits ?? {})).toContainEqual(expect.stringMatching(/^memory$|gpu$/));
      }
    });
  },
);

it("flint has known flags, variables and settings, the right probes and time to drain", async () => {
  const pod = podOf(find("Deployment", "flint") as Manifest);
  const [container] = pod.containers as [Container];
  expect(unknownFlags(container.args ?? [])).toEqual([]);
  const env = Object.fromEntries(
    (container.env ?? []).map(({ name, value }) => [name, value ?? "x".repeat(32)]),
  );
  expect(await unknownVariables(env)).toEqual([]);
  const { config } = await resolveConfig({ config: join(FOLDER, "flint.config.json") }, env);
  expect(container.ports).toContainEqual(expect.objectContaining({ containerPort: config.port }));
  expect(container.readinessProbe?.httpGet?.path).toBe("/readyz");
  expect(container.livenessProbe?.httpGet?.path).toBe("/healthz");
  const { drainNotice, drain, socketClose } = config.limits;
  // The cluster goes on sending requests until it has noticed that the pod leaves.
  expect(drainNotice).toBeGreaterThan(0);
  expect(drainNotice + drain + socketClose).toBeLessThan((pod.terminationGracePeriodSeconds ?? 0) * 1_000);
  const paths = (container.volumeMounts ?? []).map(({ mountPath }) => mountPath);
  expect(paths.some((path) => config.keys.startsWith(`${path}/`))).toBe(true);
  const services = manifests.filter(({ kind }) => kind === "Service");
  for (const url of [config.engine.split("=")[1] ?? "", config.store]) {
    const { hostname, port } = new URL(url);
    const service = services.find(({ metadata }) => metadata.name === hostname);
    expect(service?.spec?.ports?.map((one) => String(one.port))).toEqual([port]);
  }
});

const canKustomize = spawnSync("kubectl", ["version", "--client"]).status === 0;

it.runIf(canKustomize)("kubectl builds the manifests", () => {
  const built = execFileSync("kubectl", ["kustomize", FOLDER], { encoding: "utf8" });
  expect(built.match(/^kind: Deployment$/gm)).toHaveLength(2);
  expect(built.match(/^ {2}namespace: flint$/gm)?.length).toBeGreaterThan(5);
});
