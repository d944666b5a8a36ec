import type { FileKind } from "../file-kind.ts";
import { haproxyKind } from "./haproxy/haproxy-kind.ts";

/** The proxies whose configurations can be read. */
export const proxyKinds: readonly FileKind[] = [haproxyKind];
