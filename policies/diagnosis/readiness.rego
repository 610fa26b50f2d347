# METADATA
# title: "Diagnosis: readiness"
# description: Pods that are not what they should be, whatever the reason. Never a cause where anything else explains it.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package diagnosis.readiness

import data.lib.asks
import data.lib.findings
import data.lib.jobs
import data.lib.seen

# METADATA
# title: "{pods}: running but not ready ({reason})."
# description: Something says no to traffic; a probe, a gate, or a container that is not up.
# custom:
#   code: pod_not_ready
#   stage: readiness
#   weight: 50
#   symptom: true
#   remedy: Look at the events and the logs of the pod.
finding contains findings.of(rego.metadata.rule(), {
	"object": pod,
	"values": {"reason": object.get(condition, "reason", "ContainersNotReady")},
	"evidence": _evidence(pod, condition),
}) if {
	some pod in seen.pods
	pod.status.phase == "Running"
	not pod.metadata.deletionTimestamp
	condition := jobs.failing(pod, "Ready")
	_has_been_so(condition)
}

# METADATA
# title: "{pods}: running, but not ready while readiness gate {gate} is not true (ReadinessGatesNotReady)."
# description: Besides its containers, a pod may wait for a condition that somebody else sets, such as a load balancer's controller.
# custom:
#   code: readiness_gate
#   stage: probe
#   weight: 60
#   remedy: Find out who sets the condition {gate} of these pods, and why it does not; the pods themselves are well.
finding contains findings.of(rego.metadata.rule(), {
	"object": pod,
	"values": {"gate": gates},
	"evidence": array.concat([_field(pod, one) | some one in pod.status.conditions; one.type in gates], _evidence(pod, condition)),
}) if {
	some pod in seen.pods
	not pod.metadata.deletionTimestamp
	condition := jobs.failing(pod, "Ready")
	condition.reason == "ReadinessGatesNotReady"
	_has_been_so(condition)
	gates := [match[1] | some match in regex.find_all_string_submatch_n(_gate, object.get(condition, "message", ""), -1)]
}

# As the kubelet writes it.
_gate := `readiness gate "([^" ]+)"`

# METADATA
# title: "{pods}: not started (phase Pending)."
# description: They are not scheduled, or their images, volumes or containers are not there yet.
# custom:
#   code: pod_pending
#   stage: readiness
#   weight: 50
#   symptom: true
#   remedy: Look at the events of the pod.
finding contains findings.of(rego.metadata.rule(), {
	"object": pod,
	"evidence": _evidence(pod, {}),
}) if {
	some pod in seen.pods
	pod.status.phase == "Pending"
	not pod.metadata.deletionTimestamp
	not _is_young(pod)
}

# METADATA
# title: "{object} failed ({reason})."
# description: Its containers ended, and will not be started again.
# custom:
#   code: pod_failed
#   stage: readiness
#   weight: 45
#   symptom: true
#   remedy: Look at the logs of the pod.
finding contains findings.of(rego.metadata.rule(), {
	"object": pod,
	"values": {"reason": object.get(pod, ["status", "reason"], "Error")},
	"evidence": _evidence(pod, {}),
}) if {
	some pod in seen.pods
	pod.status.phase == "Failed"
	not jobs.over(pod)
	not pod.status.reason in {"Evicted", "NodeShutdown", "Terminated", "Preempting"}
	seen.lately(_ended(pod))
}

# METADATA
# title: "Nobody knows how {object} is (phase Unknown)."
# description: Its node does not answer.
# custom:
#   code: pod_unknown
#   stage: readiness
#   weight: 50
#   symptom: true
#   remedy: Look at its node.
finding contains findings.of(rego.metadata.rule(), {
	"object": pod,
	"evidence": _evidence(pod, {}),
}) if {
	some pod in seen.pods
	pod.status.phase == "Unknown"
}

# A pod of a moment ago may still become ready.
_has_been_so(condition) if not _is_new(condition)

_is_new(condition) if seen.ago(condition.lastTransitionTime) <= 60

_ended(pod) := max([one.state.terminated.finishedAt | some one in pod.status.containerStatuses])

_evidence(pod, condition) := array.concat(
	[_field(pod, condition) | condition != {}],
	array.concat(
		[findings.field(pod, concat("", ["status.containerStatuses[", one.name, "].state", part]), state) |
			some one in object.get(pod, ["status", "containerStatuses"], [])
			object.get(one, "ready", false) == false
			[part, state] := _state(one)
		],
		array.concat([findings.event(event) | some event in seen.events_of(pod); event.type == "Warning"], _end(pod)),
	),
)

_field(pod, condition) := findings.field(
	pod,
	concat("", ["status.conditions[", condition.type, "]"]),
	object.filter(condition, ["status", "reason", "message"]),
)

# What a program that runs and is not ready said last: of one pod, which stands for the others.
_end(pod) := [findings.log(pod, name, "now", line) |
	some name in _unready(pod)
	lines := [line | some line in seen.log(pod, name, "now"); trim_space(line) != ""]
	some line in array.slice(lines, max([0, count(lines) - 2]), count(lines))
]

_unready(pod) := [status.name |
	some status in object.get(pod, ["status", "containerStatuses"], [])
	status.state.running
	not status.ready
]

# What it is in, and what that says.
_state(status) := [".waiting", status.state.waiting] if status.state.waiting

else := [".terminated", status.state.terminated] if status.state.terminated

else := ["", "running"]

# METADATA
# title: The log of a pod that runs and is not ready
asks contains asks.want(5, asks.log(pod, name, "now")) if {
	pod := [one | some one in seen.pods; count(_unready(one)) > 0][0]
	some name in _unready(pod)
}

_is_young(pod) if seen.ago(seen.since(pod)) <= data.config.diagnosis.patienceMinutes * 60
