# METADATA
# title: Containers
# description: >-
#   The containers of the pods that were seen, each with its spec and its state, and which of them fail now. Restarts that
#   are over are no failure. Knows no finding.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package lib.containers

import data.lib.asks
import data.lib.earlier
import data.lib.findings
import data.lib.jobs
import data.lib.related
import data.lib.seen

# METADATA
# title: Every container
# description: >-
#   {pod, name, role, key, path, place, spec, status, waiting, running, ended}. path is where its status stands in the
#   pod, place where its spec does. role is Container, Init container, or Sidecar (an init container that stays); ended is
#   how it ended last, {} when it never did.
all := [{
	"pod": pod,
	"name": spec.name,
	"role": _role(part, spec),
	"key": concat("/", [id, spec.name]),
	"path": concat("", ["status.", part.status, "[", spec.name, "]"]),
	"place": concat("", ["spec.", part.spec, "[", spec.name, "]"]),
	"spec": spec,
	"status": status,
	"waiting": object.get(status, ["state", "waiting"], {}),
	"running": object.get(status, ["state", "running"], {}),
	"ended": _ended(status),
} |
	some id, pod in seen.pods
	some part in _parts
	some spec in object.get(pod, ["spec", part.spec], [])
	status := _status(pod, part.status, spec.name)
]

_parts := [
	{"spec": "initContainers", "status": "initContainerStatuses"},
	{"spec": "containers", "status": "containerStatuses"},
]

_role(part, spec) := "Container" if part.spec == "containers"

else := _role_of_init(object.get(spec, "restartPolicy", ""))

_stays := "Always"

_role_of_init(policy) := "Sidecar" if policy == _stays

else := "Init container"

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
#   than data.config.diagnosis.recentMinutes since is well, and so is one that is ready, unless that happens often.
failed := [one |
	some one in all
	_fails(one)
	not _over(one.pod)
]

_fails(one) if one.waiting.reason in _failing

_fails(one) if {
	one.waiting.reason == "CreateContainerError"
	starts_badly(object.get(one.waiting, "message", "")) != ""
}

_fails(one) if one.status.state.terminated.exitCode != 0

_fails(one) if {
	seen.lately(one.running.startedAt)
	one.ended.exitCode != 0
	not one.status.ready
}

_fails(one) if {
	_lately_begun(one)
	one.status.lastState.terminated
	one.status.restartCount >= data.config.diagnosis.restarts
}

_failing := {"CrashLoopBackOff", "RunContainerError", "StartError", "PostStartHookError"}

_lately_begun(one) if seen.lately(one.running.startedAt)

_lately_begun(one) if {
	one.status.state.terminated
	one.role != "Init container"
	object.get(one.pod, ["spec", "restartPolicy"], "Always") == "Always"
}

# What is going, is done, was replaced, or belongs to a job that came to a good end, is nobody's failure now.
_over(pod) if pod.metadata.deletionTimestamp

_over(pod) if pod.status.phase == "Succeeded"

_over(pod) if jobs.over(pod)

_over(pod) if {
	pod.status.phase == "Failed"
	some owner in object.get(pod, ["metadata", "ownerReferences"], [])
	owner.kind != "Job"
}

_over(pod) if {
	pod.status.phase == "Failed"
	object.get(pod, ["status", "reason"], "") != ""
}

# METADATA
# title: Why a runtime could not start a command, by its words
# description: "missing, denied, format, directory, none or other; empty when the words are not about a command."
starts_badly(message) := array.concat([how | some [how, words] in _refusals; contains(message, words)], [""])[0] if {
	_is_about_a_command(message)
}

else := ""

# The words of the runtimes, the clearest first.
_refusals := [
	["format", "exec format error"],
	["missing", "executable file"],
	["none", "no command specified"],
	["denied", "permission denied"],
	["missing", "no such file or directory"],
	["directory", "is a directory"],
	["other", ""],
]

_is_about_a_command(message) if {
	some words in ["exec: \"", "exec failed", "unable to start container process", "executable file", "exec format error", "no command specified"]
	contains(message, words)
}

# METADATA
# title: A probe had the container ended
# description: >-
#   By the latest event of the kubelet about the end that the state tells of. Where only warnings were seen, by a probe that
#   failed several times just before.
probed(one) := array.concat(_killings(one), _failures(one))[0]

_killings(one) := [event |
	some event in array.reverse(seen.events_of(one.pod))
	event.reason == "Killing"
	event.container in {one.name, ""}
	contains(event.message, concat("", ["Container ", one.name, " failed"]))
	_is_of_the_end(event, one, 600)
]

_failures(one) := [event |
	count(_killings(one)) == 0
	_may_be_killed(one)
	object.get(one.ended, "reason", "") != "OOMKilled"
	some event in array.reverse(seen.events_of(one.pod))
	event.reason == "Unhealthy"
	event.container in {one.name, ""}
	regex.match(`^(Liveness|Startup) probe `, event.message)
	_is_repeated(event)
	_is_of_the_end(event, one, 120)
]

_may_be_killed(one) if one.ended.exitCode in {137, 143}

_may_be_killed(one) if {
	_backs_off(one)
	one.ended == {}
}

_is_repeated(event) if event.count > 2

_is_repeated(event) if not event.counted

_is_of_the_end(event, one, seconds) if {
	seen.ago(event.last) - seen.ago(object.get(one.ended, "finishedAt", event.last)) < seconds
}

# METADATA
# title: It has ended before, so that there is a log of that
started_again(one) if one.status.lastState.terminated

else if _backs_off(one)

else := false

# METADATA
# title: Its state says by itself why it ended, or did not start
is_explained(one) if one.ended.reason in {"OOMKilled", "StartError", "ContainerCannotRun", "ContainerStatusUnknown"}

is_explained(one) if one.waiting.reason in {"RunContainerError", "StartError", "CreateContainerError"}

is_explained(one) if probed(one)

is_explained(one) if {
	hooked(one)
	one.ended.exitCode in {0, 137, 143}
}

# METADATA
# title: Its postStart hook failed, so it was ended
hooked(one) := [event |
	some event in array.reverse(seen.events_of(one.pod))
	event.reason == "FailedPostStartHook"
	event.container in {one.name, ""}
	_is_of_the_end(event, one, 600)
][0]

# METADATA
# title: Containers that run but do not do what the others wait for
# description: Not ready, or an init container that does not end. Not those that fail.
stuck := [one |
	some one in all
	not _over(one.pod)
	not one.key in _failed_keys
	_hangs(one)
]

_failed_keys := {one.key | some one in failed}

_hangs(one) if {
	one.role != "Init container"
	seen.ago(one.running.startedAt) > 60
	one.status.ready == false
}

_hangs(one) if {
	one.role == "Init container"
	seen.lasting(one.running.startedAt)
}

# METADATA
# title: What else waits when a container fails
# description: An init container keeps the others of its pod from starting.
held(one) := [other.key |
	one.role != "Container"
	some other in all
	other.pod.metadata.name == one.pod.metadata.name
	other.key != one.key
	startswith(other.key, seen.key_of(one.pod))
	object.get(other.waiting, "reason", "") == "PodInitializing"
]

# METADATA
# title: The containers of one name of one workload
# description: What is true of one of them is told once for all.
group(one) := _groups[one.key]

_groups := {one.key: concat("/", [related.root(seen.key_of(one.pod)), one.name]) | some one in all}

# METADATA
# title: How it fails, in words of our own
fails(one) := concat("", ["ends with exit code ", findings.word(one.ended.exitCode), _again(one)]) if {
	one.ended.exitCode
	not one.running.startedAt
}

else := concat("", ["was started again after it ended with exit code ", findings.word(one.ended.exitCode)]) if {
	one.ended.exitCode
	seen.lately(one.running.startedAt)
}

else := "ends and is started again and again (CrashLoopBackOff)" if _backs_off(one)

else := _hanging[one.role]

_hanging := {"Init container": "does not come to its end", "Container": "is not ready", "Sidecar": "is not ready"}

_again(one) := " again and again (CrashLoopBackOff)" if _backs_off(one)

else := ""

_backs_off(one) if one.waiting.reason == "CrashLoopBackOff"

# METADATA
# title: A limit of it, or what to say where there is none
limit(one, resource) := findings.word(one.spec.resources.limits[resource]) if one.spec.resources.limits[resource]

else := unlimited

# METADATA
# title: What is said of a limit that is not there
unlimited := "not set"

# METADATA
# title: The architecture of its node, as a list
architecture(one) := [node.status.nodeInfo.architecture |
	node := seen.observed(asks.get("v1/Node", "", one.pod.spec.nodeName).id).data
]

# METADATA
# title: Exit codes of programs that broke off for a fault of theirs
faults := {132, 134, 135, 136, 139}

# METADATA
# title: The call that returns to the revision before
# description: Where only the latest one fails, and the container of another one is ready; null elsewhere.
cure(one) := earlier.back(earlier.before(one.pod)[0]) if has_elder(one)

else := null

# METADATA
# title: A container of an earlier revision is ready beside it
has_elder(one) if {
	some [ready, revision] in _ready
	ready == group(one)
	revision != _revision(one.pod)
}

_ready := {[group(one), _revision(one.pod)] | some one in all; one.status.ready}

_revision(pod) := [pod.metadata.labels[label] |
	some label in ["controller-revision-hash", "pod-template-hash"]
	pod.metadata.labels[label]
][0]

# METADATA
# title: What its status says
state(one) := [findings.field(one.pod, concat(".", [one.path, path]), value) |
	some [path, value] in [
		[_ended_path(one), _end(one.ended)],
		["state.waiting.reason", object.get(one.waiting, "reason", "")],
		["restartCount", object.get(one.status, "restartCount", 0)],
	]
	not value in {"", 0}
	value != {}
]

# Long messages are those of runtimes, and tell the reason at their end.
_end(ended) := object.union(object.filter(ended, ["reason", "exitCode", "signal", "finishedAt"]), {name: text |
	some name in ["message"]
	text := _short(ended.message)
})

_short(message) := concat("", ["…", substring(message, count(message) - _longest, _longest)]) if count(message) > _longest

else := message

_longest := 140

# METADATA
# title: What events say of it
warnings(one) := [findings.event(event) |
	some event in seen.events_of(one.pod)
	event.type == "Warning"
	event.container in {one.name, ""}
	event.reason != "BackOff"
]

_ended_path(one) := "state.terminated" if one.status.state.terminated

else := "lastState.terminated"
