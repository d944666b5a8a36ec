/** The etcd whose outer behaviour is served. */
export const version = "3.6.16";
/** What etcd 3.6 says of its cluster and of its storage. */
export const clusterVersion = "3.6.0";
export const storageVersion = "3.6.0";
