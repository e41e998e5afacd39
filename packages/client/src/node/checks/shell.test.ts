import { expect, test } from "vitest";
import { homeVariables, shellOf } from "./shell.ts";

test("a line reaches the shell of Windows with its own quotes", () => {
  const line = 'node -e "console.log(1 + 1)" && npm test -- -t "an empty list"';
  expect(shellOf(line, "win32", { SystemRoot: "D:\\Windows" })).toEqual({
    command: "D:\\Windows\\System32\\cmd.exe",
    args: ["/d", "/s", "/c", `"${line}"`],
    verbatim: true,
  });
});

test("elsewhere a line is one argument of sh", () => {
  expect(shellOf('a "b"', "darwin", {})).toEqual({
    command: "/bin/sh",
    args: ["-c", 'a "b"'],
    verbatim: false,
  });
});

test("on Windows a check finds the system, and not the user's folders", () => {
  const env = {
    SystemRoot: "C:\\Windows",
    PATHEXT: ".EXE;.CMD",
    "ProgramFiles(x86)": "C:\\Program Files (x86)",
    USERPROFILE: "C:\\Users\\ann",
    APPDATA: "C:\\Users\\ann\\AppData\\Roaming",
    TEMP: "C:\\Users\\ann\\AppData\\Local\\Temp",
    OPENAI_API_KEY: "secret",
  };
  const home = "C:\\Temp\\flint-check-1\\home";
  const variables = homeVariables(home, "win32", env);
  expect(variables).toMatchObject({
    SystemRoot: "C:\\Windows",
    PATHEXT: ".EXE;.CMD",
    "ProgramFiles(x86)": "C:\\Program Files (x86)",
    USERPROFILE: home,
    HOMEDRIVE: "C:",
    HOMEPATH: "\\Temp\\flint-check-1\\home",
    TEMP: home,
  });
  expect(JSON.stringify(variables)).not.toMatch(/ann|secret/);
});

test("elsewhere a check gets a home and a folder for temporary files", () => {
  expect(homeVariables("/scratch/home", "darwin", { OPENAI_API_KEY: "secret" })).toEqual({
    HOME: "/scratch/home",
    TMPDIR: "/scratch/home",
  });
});
