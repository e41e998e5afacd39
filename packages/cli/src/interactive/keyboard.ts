import { StringDecoder } from "node:string_decoder";

/** Takes a terminal's keys as they are pressed, until the returned function is called. */
export function takeKeys(stdin: NodeJS.ReadStream, onChunk: (chunk: string) => void): () => void {
  const decoder = new StringDecoder("utf8");
  const listener = (chunk: Buffer) => onChunk(decoder.write(chunk));
  stdin.setRawMode(true);
  stdin.on("data", listener);
  stdin.resume();
  return () => {
    stdin.removeListener("data", listener);
    stdin.setRawMode(false);
    stdin.pause();
  };
}
