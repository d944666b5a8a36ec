import { LndError } from "../../errors.ts";
import { defaultRootKeyId } from "../../macaroon/bake.ts";
import { allMethodPermissions, permissionsOf } from "../../macaroon/method-permissions.ts";
import type { Permission } from "../../macaroon/permission.ts";
import type { LightningHandlers, LightningParts } from "./lightning-parts.ts";

/** What a macaroon may permit. Mirrors: lnd rpcserver.go validActions, validEntities. */
const actions: readonly string[] = ["read", "write", "generate"];
const entities: readonly string[] =
  "onchain offchain address message remotesigner peers info invoices signer macaroon uri".split(
    " ",
  );

/** Calls about macaroons. */
export function macaroonHandlers({ served, hasMacaroons }: LightningParts): LightningHandlers {
  const service = () => {
    if (!hasMacaroons) throw new LndError("macaroonsDisabled");
    return served().macaroons;
  };
  return {
    async BakeMacaroon({ permissions, root_key_id, allow_external_permissions }) {
      const { bake } = service();
      if (permissions.length === 0) throw new LndError("noPermissions");
      if (!allow_external_permissions) permissions.forEach(checkPermission);
      return { macaroon: (await bake(permissions, root_key_id)).toString("hex") };
    },
    async ListMacaroonIDs() {
      return { root_key_ids: [...(await service().rootKeys.list())] };
    },
    async DeleteMacaroonID({ root_key_id }) {
      const { rootKeys } = service();
      if (root_key_id === defaultRootKeyId) throw new LndError("defaultRootKeyKept");
      return { deleted: await rootKeys.delete(root_key_id) };
    },
    ListPermissions: () => ({
      method_permissions: Object.fromEntries(
        [...allMethodPermissions()].map(([path, permissions]) => [path, { permissions }]),
      ),
    }),
    async CheckMacaroonPermissions(request, call) {
      const { fullMethod: path, check_default_perms_from_full_method: isByPath } = request;
      if (isByPath && request.permissions.length > 0) throw new LndError("permissionsAndPath");
      if (isByPath && path === "") throw new LndError("permissionsPathMissing");
      const permissions = isByPath ? permissionsOf(path) : request.permissions;
      if (permissions === undefined) throw new LndError("noDefaultPermissions", path);
      const { checkPermissions } = service();
      try {
        await checkPermissions(request.macaroon, { permissions, path }, call);
      } catch (error) {
        if (!(error instanceof LndError)) throw error;
        throw new LndError("macaroonNotValid", error.message);
      }
      return { valid: true };
    },
  };
}

function checkPermission({ entity, action }: Permission): void {
  if (!entities.includes(entity)) throw new LndError("invalidEntity");
  if (entity === "uri") {
    if (permissionsOf(action) === undefined) throw new LndError("invalidUri");
  } else if (!actions.includes(action)) throw new LndError("invalidAction");
}
