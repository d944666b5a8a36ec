import { readProcessFacts } from "../process-facts.ts";
import { type MetricFamily, single } from "./metric-family.ts";

/** What the system says of this process; series that it does not give are left out. */
export function processFamilies(): readonly MetricFamily[] {
  const facts = readProcessFacts();
  const gauge = (name: string, help: string, value: number | undefined) =>
    single("gauge", name, help, value);
  const counter = (name: string, help: string, value: number | undefined) =>
    single("counter", name, help, value);
  return [
    counter("process_cpu_seconds_total", "Time on a processor, in seconds.", facts.cpuSeconds),
    gauge(
      "process_start_time_seconds",
      "When the process began, in seconds since 1970.",
      facts.startedSeconds,
    ),
    gauge("process_resident_memory_bytes", "Memory in use.", facts.residentBytes),
    gauge("process_virtual_memory_bytes", "Memory that is mapped.", facts.virtualBytes),
    gauge(
      "process_virtual_memory_max_bytes",
      "The most memory that may be mapped.",
      // As Go's client, which writes "unlimited" as the largest integer of 64 bits.
      facts.maxVirtualBytes === undefined ? undefined : Math.min(facts.maxVirtualBytes, 2 ** 64),
    ),
    gauge("process_open_fds", "Open files.", facts.openFds),
    gauge("process_max_fds", "The most files that may be open.", facts.maxFds),
    gauge("os_fd_used", "Open files.", facts.openFds),
    gauge("os_fd_limit", "The most files that may be open.", facts.maxFds),
    counter("process_network_receive_bytes_total", "Bytes received.", facts.receivedBytes),
    counter("process_network_transmit_bytes_total", "Bytes sent.", facts.transmittedBytes),
  ];
}
