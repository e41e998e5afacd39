import { reasonOf } from "./reason.ts";
import { refusedFieldIn } from "./refused-field.ts";
import { retryAfterOf } from "./retry-after.ts";
import { UpstreamFailure } from "./upstream-failure.ts";
import { urlWithoutSecrets, wordsOf } from "./words.ts";

/** An upstream server's error in place of an answer. */
export interface Refusal {
  /** HTTP status, or that of an error within a stream; 0 if there is none. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The body, or the error within a stream, parsed if it is JSON. */
  readonly body: unknown;
}

/** The request, for messages. */
export interface RequestContext {
  /** The server, by its host. */
  readonly server: string;
  readonly model: string;
  readonly path: string;
  readonly hasKey: boolean;
  /** Environment variable of the key. */
  readonly keyVariable: string;
}

/** Errors about prefill: llama-server's while thinking, vLLM's if the template drops text, Mistral's and Anthropic's. */
const NO_PREFILL =
  /\bprefill\b|continue_final_message|add_generation_prompt|expected last role|must end with a user/i;

export function failureOf({ status, headers, body }: Refusal, asked: RequestContext): UpstreamFailure {
  const words = wordsOf(body);
  const { code, message, param } = words;
  const { server, model } = asked;
  const quoted = message;
  const said = message === "" ? "" : `: ${message}`;
  switch (reasonOf(status, words)) {
    case "stale_chain":
      return new UpstreamFailure(
        "upstream_failed",
        `${server} no longer knows the conversation${said}; try again`,
        { retryable: true, stale: "chain", quoted },
      );
    case "stale_socket":
      return new UpstreamFailure("upstream_failed", `${server} requires a new connection${said}; try again`, {
        retryable: true,
        stale: "socket",
        quoted,
      });
    case "unauthorized": {
      const remedy = asked.hasKey ? "check the key in" : "set";
      return new UpstreamFailure(
        "upstream_failed",
        `${server} did not accept the key (${status}): ${remedy} ${asked.keyVariable}`,
        { elsewhere: true, rests: status === 401 },
      );
    }
    case "context_too_long":
      return new UpstreamFailure(
        "context_length_exceeded",
        `${model} at ${server} cannot process that much${said}; send less`,
        { quoted },
      );
    case "model_unknown":
      return new UpstreamFailure(
        "model_not_found",
        `${server} has no model ${model}${said}; see its list of models`,
        { elsewhere: true, quoted },
      );
    case "moved": {
      const place = urlWithoutSecrets(String(headers.location ?? "another place"));
      return new UpstreamFailure(
        "upstream_failed",
        `${server} has moved to ${place} (${status}): name that URL`,
        { quoted: place },
      );
    }
    case "path_unknown":
      return new UpstreamFailure(
        "upstream_failed",
        `${server} has no ${asked.path} (${status}${said}): check its base URL, which usually ends with /v1`,
        { elsewhere: true, quoted },
      );
    case "quota_used_up":
      return new UpstreamFailure(
        "rate_limited",
        `the account at ${server} has no credit left${said}; raise its limit`,
        { elsewhere: true, rests: true, quoted },
      );
    case "rate_limited": {
      const retryAfter = retryAfterOf(headers);
      const when = retryAfter === null ? "later" : inSeconds(retryAfter);
      return new UpstreamFailure(
        "rate_limited",
        `${server} limits the rate of requests${said}; try again ${when}`,
        {
          retryable: true,
          retryAfter,
          quoted,
        },
      );
    }
    case "body_too_large":
      return new UpstreamFailure(
        "prompt_unsupported",
        `the request is too large for ${server}${said}; send less`,
        { quoted },
      );
    case "request_refused":
      return new UpstreamFailure("prompt_unsupported", `${server} refused the request (${status})${said}`, {
        quoted,
        refusedField: refusedFieldIn(message, code, param),
        refusesPrefill: NO_PREFILL.test(`${param} ${message}`),
      });
    case "server_failed": {
      const retryAfter = retryAfterOf(headers);
      const when = retryAfter === null ? "" : ` ${inSeconds(retryAfter)}`;
      return new UpstreamFailure(
        "upstream_failed",
        `${server} failed${status === 0 ? "" : ` (${status})`}${said || ": see its log"}; try again${when}`,
        { retryable: true, retryAfter, unwell: true, quoted },
      );
    }
  }
}

function inSeconds(milliseconds: number): string {
  return `in ${Math.ceil(milliseconds / 100) / 10}s`;
}
