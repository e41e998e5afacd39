import type { SessionOptions } from "@flint/client";

/** The client's options, with `url` optional. */
export interface InitializeOptions extends Omit<SessionOptions, "url" | "apiKey"> {
  /** Default: starts a server in this process with the embedded engine, on a free loopback port. */
  readonly url?: string;
  /** API key for `url`. Default: the environment variable `FLINT_KEY`. */
  readonly apiKey?: string;
  /** Without `url`, also a source (`hf:user/repo:quant`) or the path of a GGUF file. Default: the bundled model. */
  readonly model?: string;
  /**
   * Without `url`: another server to use as the engine, such as `vllm=http://gpu:8000/v1`. Default: the embedded
   * engine.
   */
  readonly engine?: string;
}
