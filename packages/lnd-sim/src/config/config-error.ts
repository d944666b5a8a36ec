interface ConfigErrorOptions {
  readonly isLogged?: boolean;
  readonly isUsage?: boolean;
}

/** A configuration that lnd refuses; the message is lnd's. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  /** Whether lnd has opened its log by then, so that the refusal stands in it too. */
  readonly isLogged: boolean;
  /** Whether lnd points to its help as well. */
  readonly isUsage: boolean;

  constructor(message: string, options: ConfigErrorOptions = {}) {
    super(message);
    this.isLogged = options.isLogged ?? false;
    this.isUsage = options.isUsage ?? false;
  }
}
