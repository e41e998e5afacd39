export interface Forecast {
  readonly city: string;
  readonly degrees: number;
}

export type Source = (city: string) => Promise<number>;

export interface ForecastOptions {
  readonly source: Source;
  /** Called with every forecast as soon as it is there. */
  readonly cb?: (forecast: Forecast) => void;
}

/** The forecasts of some cities, in their order. */
export async function getData(cities: readonly string[], { source, cb }: ForecastOptions): Promise<Forecast[]> {
  return Promise.all(
    cities.map(async (city) => {
      const forecast = { city, degrees: await source(city) };
      cb?.(forecast);
      return forecast;
    }),
  );
}

export async function warmest(cities: readonly string[], source: Source): Promise<string | undefined> {
  const forecasts = await getData(cities, { source });
  return forecasts.sort((a, b) => b.degrees - a.degrees)[0]?.city;
}
