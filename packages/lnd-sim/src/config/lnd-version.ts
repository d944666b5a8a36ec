/** The lnd whose outer behaviour is served, as `--version` and GetInfo name it. */
export const lndVersion = "0.21.99-beta commit=";
