import { expect, test } from "vitest";
import { parseEndpoint } from "./endpoint.ts";

test.each([
  ["http://127.0.0.1:8787", "http://127.0.0.1:8787/v1", "ws://127.0.0.1:8787/v1"],
  ["http://127.0.0.1:8787/v1", "http://127.0.0.1:8787/v1", "ws://127.0.0.1:8787/v1"],
  ["http://127.0.0.1:8787/v1/", "http://127.0.0.1:8787/v1", "ws://127.0.0.1:8787/v1"],
  ["ws://localhost:1/v1/responses", "http://localhost:1/v1", "ws://localhost:1/v1"],
  ["wss://code.example/team", "https://code.example/team/v1", "wss://code.example/team/v1"],
  ["https://[::1]:9/v1", "https://[::1]:9/v1", "wss://[::1]:9/v1"],
])("%s gives the HTTP address %s", (url, http, socket) => {
  expect(parseEndpoint(url)).toEqual({ http, socket });
});

test.each(["", "localhost:8787", "ftp://127.0.0.1", "not an address"])(
  "%j is refused as an address, with an example of a valid one",
  (url) => {
    expect(() => parseEndpoint(url)).toThrow(
      expect.objectContaining({
        code: "invalid_argument",
        message: expect.stringContaining("http://127.0.0.1"),
      }),
    );
  },
);
