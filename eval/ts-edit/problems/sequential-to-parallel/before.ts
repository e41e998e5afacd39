export interface Api {
  get(path: string): Promise<unknown>;
}

export interface Dashboard {
  readonly user: unknown;
  readonly orders: unknown;
  readonly messages: unknown;
  readonly news: unknown;
}

export async function loadDashboard(api: Api): Promise<Dashboard> {
  const user = await api.get("/me");
  const orders = await api.get("/orders?open=1");
  const messages = await api.get("/messages");
  const news = await api.get("/news");
  return { user, orders, messages, news };
}

/** The team's path is in the user's profile. */
export async function loadProfile(api: Api): Promise<{ user: unknown; team: unknown }> {
  const user = (await api.get("/me")) as { team: string };
  const team = await api.get(user.team);
  return { user, team };
}
