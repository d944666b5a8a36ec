/** The etcd whose outer behaviour is served. */
export const version = "3.6.16";
/** What etcd 3.6 says of its cluster. */
export const clusterVersion = "3.6.0";
/** What etcd 3.6 says of its storage. */
export const storageVersion = "3.6.0";
