/** The gRPC status codes that etcd's refusals carry here, by name. */
export type EtcdErrorCode =
  | "UNKNOWN"
  | "INVALID_ARGUMENT"
  | "NOT_FOUND"
  | "PERMISSION_DENIED"
  | "FAILED_PRECONDITION"
  | "OUT_OF_RANGE"
  | "RESOURCE_EXHAUSTED"
  | "DATA_LOSS"
  | "UNAUTHENTICATED";

interface ErrorRow {
  readonly code: EtcdErrorCode;
  readonly text: string;
}

/**
 * Every refusal of the core, as clients see it: they match on code and text, so a text stands here
 * and nowhere else.
 *
 * Mirrors: etcd api/v3rpc/rpctypes/error.go.
 */
export const etcdErrors = {
  emptyKey: { code: "INVALID_ARGUMENT", text: "etcdserver: key is not provided" },
  keyNotFound: { code: "INVALID_ARGUMENT", text: "etcdserver: key not found" },
  valueProvided: { code: "INVALID_ARGUMENT", text: "etcdserver: value is provided" },
  leaseProvided: { code: "INVALID_ARGUMENT", text: "etcdserver: lease is provided" },
  tooManyOps: {
    code: "INVALID_ARGUMENT",
    text: "etcdserver: too many operations in txn request",
  },
  duplicateKey: {
    code: "INVALID_ARGUMENT",
    text: "etcdserver: duplicate key given in txn request",
  },
  invalidSortOption: { code: "INVALID_ARGUMENT", text: "etcdserver: invalid sort option" },
  compacted: {
    code: "OUT_OF_RANGE",
    text: "etcdserver: mvcc: required revision has been compacted",
  },
  futureRevision: {
    code: "OUT_OF_RANGE",
    text: "etcdserver: mvcc: required revision is a future revision",
  },
  leaseNotFound: { code: "NOT_FOUND", text: "etcdserver: requested lease not found" },
  leaseExists: { code: "FAILED_PRECONDITION", text: "etcdserver: lease already exists" },
  noSpace: { code: "RESOURCE_EXHAUSTED", text: "etcdserver: mvcc: database space exceeded" },
  corrupt: { code: "DATA_LOSS", text: "etcdserver: corrupt cluster" },
  memberNotFound: { code: "NOT_FOUND", text: "etcdserver: member not found" },
  memberExists: { code: "FAILED_PRECONDITION", text: "etcdserver: member ID already exist" },
  peerUrlExists: { code: "FAILED_PRECONDITION", text: "etcdserver: Peer URLs already exists" },
  badMemberUrls: {
    code: "INVALID_ARGUMENT",
    text: "etcdserver: given member URLs are invalid",
  },
  notLearner: {
    code: "FAILED_PRECONDITION",
    text: "etcdserver: can only promote a learner member",
  },
  learnerNotReady: {
    code: "FAILED_PRECONDITION",
    text: "etcdserver: can only promote a learner member which is in sync with leader",
  },
  tooManyLearners: {
    code: "FAILED_PRECONDITION",
    text: "etcdserver: too many learner members in cluster",
  },
  // etcd hands this one out without its code.
  notEnoughStarted: {
    code: "UNKNOWN",
    text: "etcdserver: re-configuration failed due to not enough started members",
  },
  badLeaderTransferee: {
    code: "FAILED_PRECONDITION",
    text: "etcdserver: bad leader transferee",
  },
  badDowngradeVersion: {
    code: "INVALID_ARGUMENT",
    text: "etcdserver: wrong downgrade target version format",
  },
  downgradeTargetInvalid: {
    code: "INVALID_ARGUMENT",
    text: "etcdserver: invalid downgrade target version",
  },
  downgradeInProgress: {
    code: "FAILED_PRECONDITION",
    text: "etcdserver: cluster has a downgrade job in progress",
  },
  unknownMethod: { code: "UNKNOWN", text: "etcdserver: unknown method" },
  leaseTtlTooLarge: { code: "OUT_OF_RANGE", text: "etcdserver: too large lease TTL" },
  rootUserNotFound: { code: "FAILED_PRECONDITION", text: "etcdserver: root user does not exist" },
  rootRoleNotGranted: {
    code: "FAILED_PRECONDITION",
    text: "etcdserver: root user does not have root role",
  },
  userNameEmpty: { code: "INVALID_ARGUMENT", text: "etcdserver: user name is empty" },
  userNotFound: { code: "FAILED_PRECONDITION", text: "etcdserver: user name not found" },
  userExists: { code: "FAILED_PRECONDITION", text: "etcdserver: user name already exists" },
  roleNameEmpty: { code: "INVALID_ARGUMENT", text: "etcdserver: role name is empty" },
  roleNotFound: { code: "FAILED_PRECONDITION", text: "etcdserver: role name not found" },
  roleExists: { code: "FAILED_PRECONDITION", text: "etcdserver: role name already exists" },
  roleNotGranted: {
    code: "FAILED_PRECONDITION",
    text: "etcdserver: role is not granted to the user",
  },
  permissionNotGiven: { code: "INVALID_ARGUMENT", text: "etcdserver: permission not given" },
  permissionNotGranted: {
    code: "FAILED_PRECONDITION",
    text: "etcdserver: permission is not granted to the role",
  },
  invalidAuthManagement: {
    code: "INVALID_ARGUMENT",
    text: "etcdserver: invalid auth management",
  },
  authNotEnabled: {
    code: "FAILED_PRECONDITION",
    text: "etcdserver: authentication is not enabled",
  },
  authFailed: {
    code: "INVALID_ARGUMENT",
    text: "etcdserver: authentication failed, invalid user ID or password",
  },
  authRevisionOld: {
    code: "INVALID_ARGUMENT",
    text: "etcdserver: revision of auth store is old",
  },
  invalidAuthToken: { code: "UNAUTHENTICATED", text: "etcdserver: invalid auth token" },
  permissionDenied: { code: "PERMISSION_DENIED", text: "etcdserver: permission denied" },
  // Those that etcd has no code for come with its inner words.
  passwordOfNoPasswordUser: {
    code: "UNKNOWN",
    text: "auth: authentication failed, password was given for no password user",
  },
  passwordTooLong: { code: "UNKNOWN", text: "bcrypt: password length exceeds 72 bytes" },
  keyVerifiesOnly: {
    code: "UNKNOWN",
    text: "auth: token signing attempted with verify-only key",
  },
} as const satisfies Readonly<Record<string, ErrorRow>>;

/** A row of the table of refusals. */
export type EtcdErrorName = keyof typeof etcdErrors;

/**
 * Why a watcher was not made. Such a refusal is a message on the stream, which lives on; it has a
 * text and no code.
 *
 * Mirrors: etcd server/storage/mvcc/watcher.go.
 */
export const watchRefusals = {
  compacted: etcdErrors.compacted.text,
  emptyRange: "mvcc: watcher range is empty",
  duplicateId: "mvcc: duplicate watch ID provided on the WatchStream",
  invalidAuthToken: grpcText("Unauthenticated", etcdErrors.invalidAuthToken.text),
  authRevisionOld: grpcText("InvalidArgument", etcdErrors.authRevisionOld.text),
  userNameEmpty: grpcText("InvalidArgument", etcdErrors.userNameEmpty.text),
  permissionDenied: grpcText("PermissionDenied", etcdErrors.permissionDenied.text),
} as const;

/** As Go prints an error of gRPC. */
function grpcText(code: string, text: string): string {
  return `rpc error: code = ${code} desc = ${text}`;
}

/** A refusal of a request. What was asked for has had no effect. */
export class EtcdError extends Error {
  override readonly name = "EtcdError";
  readonly code: EtcdErrorCode;
  /** Which row of the table this is, for code that decides by it. */
  readonly reason: EtcdErrorName;

  constructor(reason: EtcdErrorName) {
    super(etcdErrors[reason].text);
    this.code = etcdErrors[reason].code;
    this.reason = reason;
  }
}
