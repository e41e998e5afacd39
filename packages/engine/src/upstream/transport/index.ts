export { Connections, type ConnectionsOptions } from "./connections.ts";
export { readEventStream } from "./event-stream.ts";
export { type Exchange, ExchangeFault, type FaultKind } from "./exchange.ts";
