# METADATA
# title: "Diagnosis: security"
# description: Containers and pods that a node refuses, as what they want to be or to do is not allowed or not there.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package diagnosis.security

import data.lib.creating
import data.lib.findings
import data.lib.seen

# METADATA
# title: "{role} {container} of {owner} cannot start: its image {image} runs as root, and runAsNonRoot forbids it (CreateContainerConfigError)."
# description: Neither the image nor the pod names a user, which makes it root.
# custom:
#   code: run_as_root
#   stage: configuration
#   weight: 90
#   remedy: Have a person set securityContext.runAsUser to a user that the image can run as, or build the image with a USER; it must be a number other than 0.
finding contains findings.of(rego.metadata.rule(), _about(failed, {})) if {
	some failed in creating.failed
	failed.how == "root"
}

# METADATA
# title: "{role} {container} of {owner} cannot start: the user {user} of image {image} is a name, so the kubelet cannot tell that it is not root (runAsNonRoot, CreateContainerConfigError)."
# description: Only the number of a user tells whether it is root.
# custom:
#   code: run_as_named_user
#   stage: configuration
#   weight: 90
#   remedy: Have a person set securityContext.runAsUser to the number of {user}, or build the image with USER and a number.
finding contains findings.of(rego.metadata.rule(), _about(failed, {"user": user})) if {
	some failed in creating.failed
	failed.how == "user"
	user := regex.find_all_string_submatch_n(`non-numeric user \(([^)]*)\)`, failed.text, 1)[0][1]
}

# METADATA
# title: "{role} {container} of {owner} cannot start: runAsUser 0 is root, and runAsNonRoot forbids it (CreateContainerConfigError)."
# description: The pod contradicts itself, or one setting comes from a default of its pod and the other from the container.
# custom:
#   code: run_as_user_zero
#   stage: configuration
#   weight: 90
#   remedy: Have a person set securityContext.runAsUser to another number, or take runAsNonRoot away where root is wanted.
finding contains findings.of(rego.metadata.rule(), _about(failed, {})) if {
	some failed in creating.failed
	failed.how == "zero"
}

# METADATA
# title: "{role} {container} of {owner} cannot start: its image {image} has no user {user} ({reason})."
# description: A user by its name must stand in the passwd file of the image.
# custom:
#   code: user_unknown
#   stage: configuration
#   weight: 85
#   remedy: Name a user that the image has, or set securityContext.runAsUser to a number.
finding contains findings.of(rego.metadata.rule(), _about(failed, {"user": user})) if {
	some failed in creating.failed
	failed.how == "nobody"
	user := array.concat([found[1] | some found in regex.find_all_string_submatch_n(`find user ([A-Za-z0-9._-]+)`, failed.text, 1)], ["?"])[0]
}

# METADATA
# title: "{role} {container} of {owner} cannot start: AppArmor profile {profile} is not loaded on Node {node} ({reason})."
# description: Profiles are loaded on each node before pods may use them.
# custom:
#   code: apparmor_missing
#   stage: configuration
#   weight: 85
#   remedy: Have a person load the profile on Node {node}, or keep the pod on nodes that have it.
finding contains findings.of(rego.metadata.rule(), _about(failed, {"profile": _apparmor(failed.text)})) if {
	some failed in creating.failed
	failed.how == "apparmor"
}

# METADATA
# title: "{role} {container} of {owner} cannot start: seccomp profile {profile} is not on Node {node} ({reason})."
# description: Profiles of type Localhost are files under the kubelet's folder on each node.
# custom:
#   code: seccomp_missing
#   stage: configuration
#   weight: 85
#   remedy: Have a person put the profile on Node {node}, use RuntimeDefault, or keep the pod on nodes that have it.
finding contains findings.of(rego.metadata.rule(), _about(failed, {"profile": _seccomp(failed.text)})) if {
	some failed in creating.failed
	failed.how == "seccomp"
}

# METADATA
# title: "{object} was refused by Node {node}: AppArmor profile {profile} is not loaded there (AppArmor)."
# description: The kubelet looks for profiles before it takes a pod.
# custom:
#   code: apparmor_refused
#   stage: configuration
#   weight: 85
#   remedy: Have a person load the profile on Node {node}, or keep the pod on nodes that have it.
finding contains findings.of(rego.metadata.rule(), {
	"object": pod,
	"values": {"node": _node(pod), "profile": _apparmor(object.get(pod, ["status", "message"], ""))},
	"evidence": _refusal(pod),
}) if {
	some pod in _refused("AppArmor")
}

# METADATA
# title: "{object} was refused by Node {node}: it sets sysctl {sysctl}, which the node does not allow (SysctlForbidden)."
# description: Only sysctls that are safe, or that a kubelet was told to allow, may be set.
# custom:
#   code: sysctl_forbidden
#   stage: configuration
#   weight: 85
#   remedy: Take {sysctl} out of securityContext.sysctls, or have a person allow it on the nodes (allowedUnsafeSysctls).
finding contains findings.of(rego.metadata.rule(), {
	"object": pod,
	"values": {"node": _node(pod), "sysctl": sysctl},
	"fold": sysctl,
	"evidence": _refusal(pod),
}) if {
	some pod in _refused("SysctlForbidden")
	sysctl := regex.find_all_string_submatch_n(`"([a-z0-9_./-]+)"`, pod.status.message, 1)[0][1]
}

# Pods that a node did not take, and that nobody has cleared away since.
_refused(reason) := [pod |
	some pod in seen.pods
	pod.status.phase == "Failed"
	pod.status.reason == reason
	seen.lately(_since(pod))
]

_since(pod) := object.get(pod, ["status", "startTime"], object.get(pod, ["metadata", "creationTimestamp"], ""))

_refusal(pod) := [findings.field(pod, path, value) | some [path, value] in [
	["status.reason", pod.status.reason],
	["status.message", object.get(pod, ["status", "message"], "")],
	["spec.nodeName", _node(pod)],
]]

_about(failed, values) := {
	"object": failed.one.pod,
	"container": failed.one.name,
	"words": {"role": failed.one.role},
	"values": object.union(values, {
		"image": failed.one.spec.image,
		"node": _node(failed.one.pod),
		"reason": object.get(failed.one.waiting, "reason", object.get(failed.one.ended, "reason", "unknown")),
	}),
	"evidence": array.concat([failed.evidence], [findings.field(failed.one.pod, path, value) |
		some [path, value] in [
			["spec.securityContext", object.get(failed.one.pod, ["spec", "securityContext"], {})],
			["securityContext of the container", object.get(failed.one.spec, "securityContext", {})],
		]
		value != {}
	]),
}

_node(pod) := object.get(pod, ["spec", "nodeName"], "unknown")

_apparmor(text) := array.concat(
	[found[1] |
		some form in [`profile "([^"]+)"`, `profile not found ([A-Za-z0-9._-]+)`, `profile ([A-Za-z0-9._-]+) `]
		some found in regex.find_all_string_submatch_n(form, text, 1)
	],
	["that it names"],
)[0]

_seccomp(text) := array.concat(
	[found[1] |
		some found in regex.find_all_string_submatch_n(`seccomp/([A-Za-z0-9._/-]+)`, text, 1)
	],
	["that it names"],
)[0]
