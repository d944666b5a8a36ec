import { createSecureContext, type SecureContext } from "node:tls";

let trustless: SecureContext | undefined;

/** For TLS without a look at the certificate; without it Node reads the system's authorities for each connection anew. */
export function trustlessContext(): SecureContext {
  trustless ??= createSecureContext({ ca: [] });
  return trustless;
}
