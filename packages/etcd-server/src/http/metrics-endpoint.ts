import { gzipSync } from "node:zlib";
import { type MetricFamily, single } from "../metrics/metric-family.ts";
import { metricsContentType, renderMetrics } from "../metrics/text-format.ts";
import { type HttpHandler, send } from "./exchange.ts";

/** /metrics, for every method. Mirrors: promhttp.Handler. Deviates: it has the text format alone. */
export function metricsEndpoint(families: () => readonly MetricFamily[]): HttpHandler {
  let scrapes = 0;
  return (exchange) => {
    const text = renderMetrics([...families(), ...scrapeFamilies(scrapes)]);
    scrapes += 1;
    const type = { "Content-Type": metricsContentType };
    if (!/\bgzip\b/.test(String(exchange.request.headers["accept-encoding"] ?? ""))) {
      send(exchange, 200, type, text);
    } else {
      send(exchange, 200, { ...type, "Content-Encoding": "gzip" }, gzipSync(text));
    }
  };
}

function scrapeFamilies(scrapes: number): readonly MetricFamily[] {
  const total = (code: string, value: number) => ({ labels: { code }, value });
  return [
    single(
      "gauge",
      "promhttp_metric_handler_requests_in_flight",
      "Requests for metrics that are being answered.",
      1,
    ),
    {
      type: "counter",
      name: "promhttp_metric_handler_requests_total",
      help: "Requests for metrics by status.",
      samples: [total("200", scrapes), total("500", 0), total("503", 0)],
    },
  ];
}
