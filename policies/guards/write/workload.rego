# METADATA
# title: "Guard: workload"
# description: >-
#   What pods may become through a change: judged on the object as the API server would store it, wherever its kind keeps
#   a pod template, and only where it differs from what is there. What was privileged may be scaled.
# schemas:
#   - input: schema.input
#   - data.config: schema.config
package guards.write.workload

import data.lib.patterns
import data.lib.reasons
import data.lib.writes

# METADATA
# title: A container would become privileged.
# description: config.workload.closed.privileged lists the settings.
# custom:
#   code: privileged
#   remedy: Leave the setting out; ask a person if the workload cannot do without.
deny contains reasons.of(rego.metadata.rule(), path) if {
	writes.edits
	some path in _newly("privileged")
}

# METADATA
# title: A pod would share a namespace of its node.
# description: config.workload.closed.host lists the settings.
# custom:
#   code: host_namespace
#   remedy: Leave hostNetwork, hostPID and hostIPC out; ask a person if the workload cannot do without.
deny contains reasons.of(rego.metadata.rule(), path) if {
	writes.edits
	some path in _newly("host")
}

# METADATA
# title: A process could gain more privileges than its parent.
# description: config.workload.closed.escalation lists the settings.
# custom:
#   code: privilege_escalation
#   remedy: Leave allowPrivilegeEscalation out, or set it to false.
deny contains reasons.of(rego.metadata.rule(), path) if {
	writes.edits
	some path in _newly("escalation")
}

# METADATA
# title: A container would run as root.
# description: config.workload.closed.rootUser lists the settings.
# custom:
#   code: runs_as_root
#   remedy: Use an image that runs as another user, or name a user other than 0.
deny contains reasons.of(rego.metadata.rule(), path) if {
	writes.edits
	some path in _newly("rootUser")
}

# METADATA
# title: A container would lose its confinement.
# description: config.workload.closed.unconfined lists the settings.
# custom:
#   code: unconfined
#   remedy: Leave the runtime's default profile in place.
deny contains reasons.of(rego.metadata.rule(), path) if {
	writes.edits
	some path in _newly("unconfined")
}

# METADATA
# title: A container would gain a capability.
# description: Only those of config.workload.capabilities may be added.
# custom:
#   code: capability_added
#   remedy: Leave the capability out; ask a person if the workload cannot do without.
deny contains reasons.of(rego.metadata.rule(), path) if {
	writes.edits
	some part in _containers
	some name in _added(part.now)
	not name in _added(part.was)
	not trim_prefix(upper(name), "CAP_") in data.config.workload.capabilities
	path := $"{part.at}.securityContext.capabilities.add[{name}]"
}

# METADATA
# title: A pod would reach into the files of its node.
# description: A volume of hostPath that is new, or newly mounted; config.workload.hostPaths lists what is allowed.
# custom:
#   code: host_path
#   remedy: Use another kind of volume; ask a person if the workload cannot do without.
deny contains reasons.of(rego.metadata.rule(), path) if {
	writes.edits
	some path in _reaching
}

# METADATA
# title: The pods would run under another account.
# description: Only those of config.workload.serviceAccounts may be set.
# custom:
#   code: service_account_changed
#   remedy: Keep the account as it is; a change of it is a change of permissions.
deny contains reasons.of(rego.metadata.rule(), $"{_at}.serviceAccountName") if {
	writes.edits
	some account in _accounts
	account != _account(_before)
	not patterns.any_fits(data.config.workload.serviceAccounts, account)
}

# METADATA
# title: The pods would be given the token of their account.
# description: config.workload.automount allows it.
# custom:
#   code: token_mounted
#   remedy: Leave automountServiceAccountToken as it is.
deny contains reasons.of(rego.metadata.rule(), $"{_at}.automountServiceAccountToken") if {
	writes.edits
	_gains_token
	not data.config.workload.automount
}

# METADATA
# title: Images from there are not allowed.
# description: The whole image must fit one of config.workload.images.allow and none of config.workload.images.deny.
# custom:
#   code: image_registry
#   remedy: Use an image from a registry that is allowed; the operator lists them in config.workload.images.
deny contains reasons.of(rego.metadata.rule(), _shown(part)) if {
	writes.edits
	some part in _images
	not _from_allowed(part.image)
}

# METADATA
# title: An image needs a tag that says which one it is.
# description: config.workload.images.tagsDenied lists those that do not; a digest always does.
# custom:
#   code: image_tag
#   remedy: Name a version, or a digest.
deny contains reasons.of(rego.metadata.rule(), _shown(part)) if {
	writes.edits
	some part in _images
	not contains(part.image, "@sha256:")
	_tag(part.image) in data.config.workload.images.tagsDenied
}

# METADATA
# title: Another image would run with power over its node.
# description: The pod is privileged, shares a namespace of its node, or mounts its files.
# custom:
#   code: powerful_workload
#   remedy: A person must agree first.
#   risk: high
approve contains reasons.of(rego.metadata.rule(), _shown(part)) if {
	writes.edits
	some part in _images
	_powerful
}

# Where the kind keeps its pod; undefined for a read and for kinds without one.
_at := data.config.workload.templates[writes.kind] if writes.edits

_spec := object.get(writes.next, split(_at, "."), {})

_before := object.get(writes.live, split(_at, "."), {})

# The pod itself and each container, with what it was before.
_parts := array.concat([{"at": _at, "now": _spec, "was": _before}], _containers)

_containers := [{"at": $"{_at}.{list}[name={name}]", "now": container, "was": _same(list, name)} |
	some list in data.config.workload.containers
	some container in object.get(_spec, list, [])
	name := object.get(container, "name", "")
]

_same(list, name) := found[0] if {
	found := [item | some item in object.get(_before, list, []); object.get(item, "name", "") == name]
	count(found) > 0
} else := {}

_newly(what) := {$"{part.at}.{path}" |
	some part in _parts
	some path, values in data.config.workload.closed[what]
	value := object.get(part.now, split(path, "."), null)
	value in values
	object.get(part.was, split(path, "."), null) != value
}

_added(container) := object.get(container, ["securityContext", "capabilities", "add"], [])

_host_volumes contains volume if {
	some volume in object.get(_spec, "volumes", [])
	path := object.get(volume, ["hostPath", "path"], null)
	not is_null(path)
	not patterns.any_fits(data.config.workload.hostPaths, path)
}

_reaching contains $"{_at}.volumes[name={volume.name}].hostPath" if {
	some volume in _host_volumes
	object.get(_same("volumes", volume.name), "hostPath", null) != volume.hostPath
}

_reaching contains $"{part.at}.volumeMounts[mountPath={mount.mountPath}]" if {
	some part in _containers
	some mount in object.get(part.now, "volumeMounts", [])
	some volume in _host_volumes
	volume.name == mount.name
	not mount in object.get(part.was, "volumeMounts", [])
}

_account(spec) := name if {
	name := object.get(spec, "serviceAccountName", "")
	name != ""
} else := "default"

# The old name of the same field counts, too.
_accounts contains _account(_spec)

_accounts contains name if {
	name := object.get(_spec, "serviceAccount", "")
	name != ""
}

_token(spec) := object.get(spec, "automountServiceAccountToken", null)

_gains_token if {
	_token(_spec) == true
	_token(_before) != true
}

_gains_token if {
	_token(_spec) != false
	_token(_before) == false
}

# What is new or another; volumes can be images, too.
_images contains {"at": $"{part.at}.image", "image": image} if {
	some part in _containers
	image := object.get(part.now, "image", "")
	object.get(part.was, "image", null) != image
}

_images contains {"at": $"{_at}.volumes[name={volume.name}].image", "image": image} if {
	some volume in object.get(_spec, "volumes", [])
	image := volume.image.reference
	object.get(_same("volumes", volume.name), ["image", "reference"], null) != image
}

_shown(part) := $"{part.at}: {part.image}"

_from_allowed(image) if {
	patterns.any_fits(data.config.workload.images.allow, image)
	not patterns.any_fits(data.config.workload.images.deny, image)
}

# A colon before the last slash is the port of a registry.
_tag(image) := parts[1] if {
	segments := split(image, "/")
	parts := split(segments[count(segments) - 1], ":")
	count(parts) > 1
} else := ""

_powerful if {
	some what in ["privileged", "host"]
	some part in _parts
	some path, values in data.config.workload.closed[what]
	object.get(part.now, split(path, "."), null) in values
}

_powerful if count(_host_volumes) > 0
