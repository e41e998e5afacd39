import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { ROOT } from "./documents.ts";

interface Client {
  readonly client: string;
  readonly version: string;
  readonly features: readonly { readonly feature: string }[];
}

interface Report extends Omit<Client, "features"> {
  readonly outcomes: readonly { readonly feature: string; readonly failure: null }[];
}

it("the page lists exactly the clients and features that are checked: npm run check:clients", async () => {
  const { clients } = await script<{ clients: Readonly<Record<string, Client>> }>("clients/clients.mjs");
  const { compatibilityPage } = await script<{ compatibilityPage(reports: readonly Report[]): string }>(
    "docs/compatibility-page.mjs",
  );
  const reports = Object.values(clients).map(({ client, version, features }) => ({
    client,
    version,
    outcomes: features.map(({ feature }) => ({ feature, failure: null })),
  }));
  expect(readFileSync(`${ROOT}docs/compatibility.md`, "utf8")).toBe(compatibilityPage(reports));
});

function script<T>(path: string): Promise<T> {
  return import(pathToFileURL(`${ROOT}scripts/${path}`).href);
}
