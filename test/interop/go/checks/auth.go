package main

import (
	"errors"

	"go.etcd.io/etcd/api/v3/v3rpc/rpctypes"
	clientv3 "go.etcd.io/etcd/client/v3"
)

// as gives a client of a user, whose password is the name.
func (s *scene) as(name string) *clientv3.Client {
	return s.connect(clientv3.Config{Username: name, Password: name})
}

// withAuth turns authentication on, with root and a user who may do as he likes below the scene's keys that begin with
// "own/", and off again in the end.
func withAuth(use func(s *scene, root, user *clientv3.Client)) func(*scene) {
	return func(s *scene) {
		for _, name := range []string{"root", "user"} {
			_, err := s.client.UserAdd(s.ctx, name, name)
			s.ok(err)
			_, err = s.client.RoleAdd(s.ctx, name)
			s.ok(err)
			_, err = s.client.UserGrantRole(s.ctx, name, name)
			s.ok(err)
		}
		own := s.key("own/")
		_, err := s.client.RoleGrantPermission(s.ctx, "user", own, clientv3.GetPrefixRangeEnd(own),
			clientv3.PermissionType(clientv3.PermReadWrite))
		s.ok(err)
		_, err = s.client.AuthEnable(s.ctx)
		s.ok(err)
		root := s.as("root")
		defer root.Close()
		defer func() {
			_, err := root.AuthDisable(s.ctx)
			s.ok(err)
			for _, name := range []string{"root", "user"} {
				_, err = s.client.UserDelete(s.ctx, name)
				s.ok(err)
				_, err = s.client.RoleDelete(s.ctx, name)
				s.ok(err)
			}
		}()
		user := s.as("user")
		defer user.Close()
		use(s, root, user)
	}
}

var authChecks = []check{
	{"with authentication on, nobody in particular may nothing", withAuth(func(s *scene, root, _ *clientv3.Client) {
		_, err := s.client.Put(s.ctx, s.key("k"), "v")
		s.refused(err, rpctypes.ErrUserEmpty)
		_, err = root.Put(s.ctx, s.key("k"), "v")
		s.ok(err)
	})},
	{"a user may what his roles may, and no more", withAuth(func(s *scene, root, user *clientv3.Client) {
		_, err := user.Put(s.ctx, s.key("own/k"), "v")
		s.ok(err)
		_, err = user.Get(s.ctx, s.key("own/"), clientv3.WithPrefix())
		s.ok(err)
		for _, key := range []string{"k", "own"} {
			_, err = user.Put(s.ctx, s.key(key), "v")
			s.refused(err, rpctypes.ErrPermissionDenied)
		}
		_, err = user.Get(s.ctx, s.prefix, clientv3.WithPrefix())
		s.refused(err, rpctypes.ErrPermissionDenied)
		_, err = user.Txn(s.ctx).Then(clientv3.OpPut(s.key("own/k"), "w")).Else(clientv3.OpGet(s.key("k"))).Commit()
		s.refused(err, rpctypes.ErrPermissionDenied)
		_, err = user.UserAdd(s.ctx, "another", "")
		s.refused(err, rpctypes.ErrPermissionDenied)
	})},
	{"a watch is told what its user may read", withAuth(func(s *scene, root, user *clientv3.Client) {
		own := user.Watch(s.ctx, s.key("own/"), clientv3.WithPrefix(), clientv3.WithCreatedNotify())
		s.same("created", next(s, own, "created").Created, true)
		_, err := root.Put(s.ctx, s.key("own/k"), "v")
		s.ok(err)
		s.same("told", s.told(next(s, own, "put")), "[PUT own/k=v]")
		other := next(s, user.Watch(s.ctx, s.key("k")), "refused")
		if err := other.Err(); err == nil || !other.Canceled {
			s.fail("it was not refused: %v", err)
		}
	})},
	{"a wrong password gives no client", withAuth(func(s *scene, _, _ *clientv3.Client) {
		_, err := clientv3.New(clientv3.Config{Endpoints: s.endpoints, Username: "user", Password: "wrong", DialTimeout: limit})
		s.refused(err, rpctypes.ErrAuthFailed)
	})},
	{"what is granted and revoked holds at once", withAuth(func(s *scene, root, user *clientv3.Client) {
		_, err := root.RoleGrantPermission(s.ctx, "user", s.key("k"), "", clientv3.PermissionType(clientv3.PermRead))
		s.ok(err)
		_, err = user.Get(s.ctx, s.key("k"))
		s.ok(err)
		_, err = root.RoleRevokePermission(s.ctx, "user", s.key("k"), "")
		s.ok(err)
		_, err = user.Get(s.ctx, s.key("k"))
		s.refused(err, rpctypes.ErrPermissionDenied)
	})},
	{"a changed password ends the tokens; who knows the new one goes on", withAuth(func(s *scene, root, user *clientv3.Client) {
		_, err := user.Put(s.ctx, s.key("own/k"), "v")
		s.ok(err)
		_, err = root.UserChangePassword(s.ctx, "user", "new")
		s.ok(err)
		if _, err = user.Put(s.ctx, s.key("own/k"), "v"); err == nil {
			s.fail("the old password is still good")
		}
		again := s.connect(clientv3.Config{Username: "user", Password: "new"})
		defer again.Close()
		_, err = again.Put(s.ctx, s.key("own/k"), "v")
		s.ok(err)
	})},
	{"users and roles are listed with what they have", withAuth(func(s *scene, root, user *clientv3.Client) {
		self, err := user.UserGet(s.ctx, "user")
		s.ok(err)
		s.same("roles", self.Roles, "[user]")
		role, err := root.RoleGet(s.ctx, "user")
		s.ok(err)
		s.same("permission", []string{string(role.Perm[0].Key), role.Perm[0].PermType.String()}, []string{s.key("own/"), "READWRITE"})
		users, err := root.UserList(s.ctx)
		s.ok(err)
		s.same("users", users.Users, "[root user]")
	})},
	{"etcd's words for authentication are the errors of rpctypes", func(s *scene) {
		_, err := s.client.AuthEnable(s.ctx)
		s.refused(err, rpctypes.ErrRootUserNotExist)
		_, err = s.client.UserDelete(s.ctx, "nobody")
		s.refused(err, rpctypes.ErrUserNotFound)
		_, err = s.client.RoleGet(s.ctx, "none")
		s.refused(err, rpctypes.ErrRoleNotFound)
		_, err = s.client.Authenticate(s.ctx, "nobody", "x")
		if !errors.Is(err, rpctypes.ErrAuthNotEnabled) && err.Error() != rpctypes.ErrAuthNotEnabled.Error() {
			s.fail("%v", err)
		}
	}},
}
