export interface HttpResponse {
  readonly ok: boolean;
  readonly status: number;
  json(): Promise<unknown>;
}

export type Fetcher = (url: string) => Promise<HttpResponse>;

export class HttpError extends Error {
  override readonly name = "HttpError";
  readonly status: number;
  readonly url: string;

  constructor(status: number, url: string) {
    super(`GET ${url}: ${status}`);
    this.status = status;
    this.url = url;
  }
}

export async function getJson(fetcher: Fetcher, url: string): Promise<unknown> {
  const response = await fetcher(url);
  if (!response.ok) throw new HttpError(response.status, url);
  return response.json();
}

/** The answer, or null if there is none. */
export async function getJsonOrNull(fetcher: Fetcher, url: string): Promise<unknown> {
  try {
    return await getJson(fetcher, url);
  } catch (error) {
    if (error instanceof HttpError && error.status === 404) return null;
    throw error;
  }
}
