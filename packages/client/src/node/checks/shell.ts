import { win32 } from "node:path";

/** A program and how its arguments are passed. */
export interface Shell {
  readonly command: string;
  readonly args: readonly string[];
  /** Whether the arguments are already written as Windows passes them on. */
  readonly verbatim: boolean;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** Returns the process that runs a line of the system's shell. */
export function shellOf(line: string, platform: NodeJS.Platform, env: Variables = process.env): Shell {
  if (platform !== "win32") return { command: "/bin/sh", args: ["-c", line], verbatim: false };
  // With /s, `cmd` takes the outer quotes off and leaves those of the line alone; Node would escape them, as `cmd` does
  // not know.
  return { command: systemProgram("cmd.exe", env), args: ["/d", "/s", "/c", `"${line}"`], verbatim: true };
}

/** Returns the path of a program of Windows: by its name alone, one in the checked project would be started instead. */
export function systemProgram(name: string, env: Variables = process.env): string {
  return win32.join(env.SystemRoot ?? "C:\\Windows", "System32", name);
}

/** Variables by which Windows' programs find the system, and none of the user's. */
const SYSTEM = [
  ...["SystemRoot", "SystemDrive", "windir", "ComSpec", "PATHEXT", "OS"],
  ...["ProgramFiles", "ProgramFiles(x86)", "ProgramW6432", "ProgramData", "ALLUSERSPROFILE", "PUBLIC"],
  ...["CommonProgramFiles", "CommonProgramFiles(x86)", "CommonProgramW6432"],
  ...["NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE", "PROCESSOR_IDENTIFIER"],
];

/** Returns the variables that point programs to a home, and to its folder for temporary files. */
export function homeVariables(
  home: string,
  platform: NodeJS.Platform,
  env: Variables = process.env,
): Record<string, string> {
  const common = { HOME: home, TMPDIR: home };
  if (platform !== "win32") return common;
  const system = SYSTEM.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]]));
  const { root } = win32.parse(home);
  return {
    ...Object.fromEntries(system),
    ...common,
    USERPROFILE: home,
    HOMEDRIVE: root.replace(/\\$/, ""),
    HOMEPATH: home.slice(root.length - 1),
    APPDATA: win32.join(home, "AppData", "Roaming"),
    LOCALAPPDATA: win32.join(home, "AppData", "Local"),
    TEMP: home,
    TMP: home,
  };
}
