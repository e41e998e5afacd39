/** Names that many services have. */
export const FIELDS = [
  "status",
  "email",
  "owner",
  "region",
  "version",
  "locale",
  "plan",
  "amount",
  "dueDate",
  "label",
  "category",
  "priority",
  "phone",
  "country",
];

export const LOGGERS = ["logger", "log"];

export const VERBS = [
  "sync",
  "publish",
  "refresh",
  "close",
  "archive",
  "approve",
  "ship",
  "renew",
  "import",
  "settle",
];

export const PAST = [
  "synced",
  "published",
  "closed",
  "archived",
  "approved",
  "shipped",
  "renewed",
  "settled",
  "sent",
];
