export interface HttpResponse {
  readonly ok: boolean;
  readonly status: number;
  json(): Promise<unknown>;
}

export type Fetcher = (url: string) => Promise<HttpResponse>;

export async function getJson(fetcher: Fetcher, url: string): Promise<unknown> {
  const response = await fetcher(url);
  return response.json();
}

/** The answer, or null if there is none. */
export async function getJsonOrNull(fetcher: Fetcher, url: string): Promise<unknown> {
  try {
    return await getJson(fetcher, url);
  } catch {
    return null;
  }
}
