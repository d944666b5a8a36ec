import { accepted, used } from "../flag-row.ts";

/** The RPC subservers and what restricts them. */
export const subserverRows = {
  signrpc: [used("signrpc.signermacaroonpath", "string", "Where the signer macaroon is written")],
  walletrpc: [
    used("walletrpc.walletkitmacaroonpath", "string", "Where the wallet kit macaroon is written"),
  ],
  chainrpc: [
    used("chainrpc.notifiermacaroonpath", "string", "Where the chain notifier macaroon is written"),
  ],
  routerrpc: [
    accepted("routerrpc.estimator", "string", "apriori", { choices: ["apriori", "bimodal"] }),
    accepted("routerrpc.minrtprob", "float64", "0.01"),
    accepted("routerrpc.attemptcost", "btcutil.Amount", "100"),
    accepted("routerrpc.attemptcostppm", "int64", "1000"),
    accepted("routerrpc.maxmchistory", "int", "1000"),
    accepted("routerrpc.mcflushinterval", "time.Duration", "1s"),
    accepted("routerrpc.fee-estimation-timeout", "time.Duration", "1m0s"),
    accepted("routerrpc.usestatusinitiated", "bool"),
    used("routerrpc.routermacaroonpath", "string", "Where the router macaroon is written"),
  ],
  apriori: [
    accepted("routerrpc.apriori.hopprob", "float64", "0.6"),
    accepted("routerrpc.apriori.weight", "float64", "0.5"),
    accepted("routerrpc.apriori.penaltyhalflife", "time.Duration", "1h0m0s"),
    accepted("routerrpc.apriori.capacityfraction", "float64", "0.9999"),
  ],
  bimodal: [
    accepted("routerrpc.bimodal.scale", "int64", "300000000"),
    accepted("routerrpc.bimodal.nodeweight", "float64", "0.2"),
    accepted("routerrpc.bimodal.decaytime", "time.Duration", "168h0m0s"),
  ],
  rpcMiddleware: [
    accepted("rpcmiddleware.enable", "bool"),
    accepted("rpcmiddleware.intercepttimeout", "time.Duration", "2s"),
    accepted("rpcmiddleware.addmandatory", "[]string"),
  ],
  remoteSigner: [
    accepted("remotesigner.enable", "bool"),
    accepted("remotesigner.experimentalallowinboundconnection", "bool"),
    accepted("remotesigner.migrate-wallet-to-watch-only", "bool"),
    accepted("remotesigner.rpchost", "string"),
    accepted("remotesigner.macaroonpath", "string"),
    accepted("remotesigner.tlscertpath", "string"),
    accepted("remotesigner.timeout", "time.Duration", "5s"),
    accepted("remotesigner.experimentalrequesttimeout", "time.Duration", "5s"),
    accepted("remotesigner.experimentalstartuptimeout", "time.Duration", "5m0s"),
    accepted("remotesigner.experimentalrpclisten", "[]string"),
  ],
  watchOnlyNode: [
    accepted("watchonlynode.experimentalenable", "bool"),
    accepted("watchonlynode.rpchost", "string"),
    accepted("watchonlynode.macaroonpath", "string"),
    accepted("watchonlynode.tlscertpath", "string"),
    accepted("watchonlynode.timeout", "time.Duration", "5s"),
    accepted("watchonlynode.experimentalrequesttimeout", "time.Duration", "5s"),
  ],
  grpc: [
    accepted("grpc.server-ping-time", "time.Duration", "1m0s"),
    accepted("grpc.server-ping-timeout", "time.Duration", "20s"),
    accepted("grpc.client-ping-min-wait", "time.Duration", "5s"),
    accepted("grpc.client-allow-ping-without-stream", "bool"),
  ],
} as const;
