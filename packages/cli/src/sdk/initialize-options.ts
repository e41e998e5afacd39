import type { SessionOptions } from "@flint/client";

/** As the client's, but `url` may be left out. */
export interface InitializeOptions extends Omit<SessionOptions, "url" | "apiKey"> {
  /** Default: a server of this process's own, with the embedded engine, on a free loopback port. */
  readonly url?: string;
  /** For `url`. Default: `FLINT_KEY` of the environment. */
  readonly apiKey?: string;
  /** Without `url` also a source (`hf:user/repo:quant`) or the path of a GGUF file. Default: the bundled model. */
  readonly model?: string;
  /** Without `url`: a server whose models answer, such as `vllm=http://gpu:8000/v1`. Default: the embedded engine. */
  readonly engine?: string;
}
