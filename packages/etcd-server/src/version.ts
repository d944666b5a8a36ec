/** The etcd whose outer behaviour is served. */
export const version = "3.6.16";
