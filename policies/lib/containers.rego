# METADATA
# title: Containers
# description: >-
#   The containers of the pods that were seen, each with its spec and its state, and which of them fail now. Restarts that
#   are over are no failure. Knows no finding.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package lib.containers

import data.lib.findings
import data.lib.seen

# METADATA
# title: Every container
# description: >-
#   {pod, name, init, spec, status, waiting, running, ended}; ended is how it ended last, {} when it never did.
all := [{
	"pod": pod,
	"name": spec.name,
	"init": part.spec == "initContainers",
	"path": concat("", ["status.", part.status, "[", spec.name, "]"]),
	"spec": spec,
	"status": status,
	"waiting": object.get(status, ["state", "waiting"], {}),
	"running": object.get(status, ["state", "running"], {}),
	"ended": _ended(status),
} |
	some pod in seen.pods
	some part in _parts
	some spec in object.get(pod, ["spec", part.spec], [])
	status := _status(pod, part.status, spec.name)
]

_parts := [
	{"spec": "initContainers", "status": "initContainerStatuses"},
	{"spec": "containers", "status": "containerStatuses"},
]

_status(pod, list, name) := found[0] if {
	found := [status | some status in object.get(pod, ["status", list], []); status.name == name]
	count(found) > 0
}

else := {}

_ended(status) := status.state.terminated if status.state.terminated

else := status.lastState.terminated if status.lastState.terminated

else := {}

# METADATA
# title: Containers that fail now
# description: >-
#   Waiting for another start, ended with an error, or started again lately after one. A container that has run longer
#   than data.config.diagnosis.recentMinutes since is well.
failed := [one | some one in all; _fails(one)]

_fails(one) if {
	one.waiting.reason in {"CrashLoopBackOff", "RunContainerError", "StartError"}
}

_fails(one) if {
	one.status.state.terminated.exitCode != 0
	not _over(one)
}

_fails(one) if {
	one.running.startedAt
	one.ended.exitCode != 0
	seen.lately(one.running.startedAt)
	object.get(one.status, "ready", false) == false
}

# A pod that is done, or is going, is nobody's failure but its job's.
_over(one) if one.pod.metadata.deletionTimestamp

# METADATA
# title: Which logs tell of a failure
tellings(one) := ["before"] if {
	one.status.lastState.terminated
	count(one.waiting) > 0
}

else := ["before", "now"] if one.status.lastState.terminated

else := ["now"]

# METADATA
# title: What the cluster says of it
evidence(one) := array.concat(
	[findings.field(one.pod, concat(".", [one.path, path]), value) |
		some [path, value] in [
			["state.waiting.reason", object.get(one.waiting, "reason", "")],
			["ended", object.filter(one.ended, ["reason", "exitCode", "signal", "startedAt", "finishedAt", "message"])],
			["restartCount", object.get(one.status, "restartCount", 0)],
		]
		not value in {"", 0}
		value != {}
	],
	[findings.event(event) |
		some event in seen.events_of(one.pod)
		event.type == "Warning"
		event.container in {one.name, ""}
	],
)
