# METADATA
# title: Probing
# description: >-
#   Containers that a probe kills again and again, or keeps from being ready now, and how it fails. Knows no finding.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package lib.probing

import data.lib.containers
import data.lib.findings
import data.lib.seen

# METADATA
# title: Probes that fail and do harm
# description: >-
#   {one, type, probe, port, event, text, how}: the container, liveness, startup or readiness, what is asked, the port by
#   its number (0 when there is none), the latest event about it ({} when none was seen), its words, and how it fails.
failed := [object.union(failing, {"how": _how(failing)}) |
	some part in array.concat(_killed, _unready)
	event := _latest(part.one, part.type)
	failing := object.union(part, {"event": event, "text": object.get(event, "message", ""), "port": port(part.one, part.probe)})
]

_killed := [{"one": one, "type": type, "probe": probe} |
	some one in containers.all
	_may_be_killed(one)
	event := containers.probed(one)
	_is_current(one, event)
	some type in ["liveness", "startup"]
	contains(lower(event.message), concat("", [type, " probe"]))
	probe := _probe(one, type)
	_goes_on(one)
]

_may_be_killed(one) if {
	some type in ["liveness", "startup"]
	_probe(one, type)
	not one.pod.metadata.deletionTimestamp
}

# As its spec has it; where a dump leaves it out, as far as the kubelet's words tell.
_probe(one, type) := one.spec[concat("", [type, "Probe"])] if one.spec[concat("", [type, "Probe"])]

else := _told_probe(_latest(one, type).message)

_told_probe(text) := {"httpGet": {"path": found[2], "port": to_number(found[1])}} if {
	found := regex.find_all_string_submatch_n(`Get "https?://[^"/]*:(\d+)(/[^"]*)?"`, text, 1)[0]
}

else := {"tcpSocket": {"port": to_number(found[1])}} if {
	found := regex.find_all_string_submatch_n(`dial tcp [^ ]*:(\d+):`, text, 1)[0]
}

# What waits for its next start was ended last by what ended it.
_is_current(one, _) if one.waiting.reason

_is_current(_, event) if seen.lately(event.last)

# It is not up, or it is up again, and was not for long.
_goes_on(one) if not one.status.ready

_goes_on(one) if one.status.restartCount >= data.config.diagnosis.restarts

_unhealthy := [event | some event in array.reverse(seen.events); event.reason == "Unhealthy"]

_is_about(event, one) if {
	event.kind == "Pod"
	event.name == one.pod.metadata.name
	event.namespace == seen.namespace_of(one.pod)
	event.container in {one.name, ""}
}

_latest(one, type) := found[0] if {
	found := [event | some event in _unhealthy; _is_about(event, one); startswith(lower(event.message), type); _is_of_its_time(event, one, type)]
	count(found) > 0
}

else := {}

# Of a container that is not ready, what was said since its start counts, however long it is ago.
_is_of_its_time(_, _, type) if type != "readiness"

_is_of_its_time(event, one, "readiness") if seen.ago(event.last) <= seen.ago(one.running.startedAt) + 5

_unready := [{"one": one, "type": "readiness", "probe": probe} |
	some one in containers.stuck
	one.role != "Init container"
	probe := _probe(one, "readiness")
	not one.key in {part.one.key | some part in _killed}
	_has_begun(one)
	seen.ago(one.running.startedAt) > budget(probe)
]

# Before its startup probe succeeds, a container is not asked whether it is ready.
_has_begun(one) if not one.spec.startupProbe

_has_begun(one) if one.status.started

# METADATA
# title: A number of a probe, or what it is when it is not said
number(probe, field) := object.get(probe, field, _usual[field])

_usual := {"initialDelaySeconds": 0, "periodSeconds": 10, "timeoutSeconds": 1, "failureThreshold": 3}

# METADATA
# title: How many seconds after its start a container is killed at the earliest
budget(probe) := number(probe, "initialDelaySeconds") + (number(probe, "periodSeconds") * number(probe, "failureThreshold"))

# METADATA
# title: The number of the port that a probe asks
# description: 0 when it asks none, or one that the container does not name.
port(one, probe) := _number(one, _port(probe))

_port(probe) := found[0] if {
	found := [port | some kind in ["httpGet", "tcpSocket", "grpc"]; port := probe[kind].port]
	count(found) > 0
}

else := ""

_number(_, port) := port if is_number(port)

_number(one, port) := array.concat([named.containerPort | some named in object.get(one.spec, "ports", []); named.name == port], [0])[0] if {
	is_string(port)
	not regex.match(`^\d+$`, port)
}

_number(_, port) := to_number(port) if {
	is_string(port)
	regex.match(`^\d+$`, port)
}

# METADATA
# title: The port as it is written
written(probe) := _port(probe)

_how(failing) := "unnamed" if {
	_port(failing.probe) != ""
	failing.port == 0
}

else := _how_command(failing.text) if failing.probe.exec

else := "unseen" if failing.text == ""

else := _how_answered(lower(failing.text))

_how_command("") := "unseen"

_how_command(text) := array.concat([how | some [how, form] in _commands; regex.match(form, text)], ["command"])[0] if text != ""

_how_answered(text) := array.concat([how | some [how, word] in _answers; contains(text, word)], ["other"])[0]

# The words of kubelets and container runtimes. The first that fits tells most.
_commands := [
	["no_command", `executable file not found|exec: ".*no such file or directory`],
	["denied", `exec failed: unable to start`],
	["timeout", `timed out|deadline exceeded`],
]

_answers := [
	["status", "statuscode:"],
	["http", "server gave http response to https client"],
	["http", "first record does not look like a tls handshake"],
	["https", "malformed http response"],
	["no_service", "does not implement the grpc health protocol"],
	["no_service", "unknown service grpc.health"],
	["unwell", "not_serving"],
	["unwell", "service unhealthy"],
	["refused", "connection refused"],
	["timeout", "timeout"],
	["timeout", "timed out"],
	["timeout", "deadline exceeded"],
]

# METADATA
# title: The status of an HTTP answer
status(failing) := to_number(regex.find_all_string_submatch_n(`statuscode: (\d{3})`, failing.text, 1)[0][1])

# METADATA
# title: What is asked, in words
asked(failing) := concat("", ["GET ", findings.word(object.get(probe, "path", "/")), " on port ", findings.word(probe.port)]) if {
	probe := failing.probe.httpGet
}

else := concat(" ", ["TCP connection to port", findings.word(failing.probe.tcpSocket.port)]) if failing.probe.tcpSocket

else := concat(" ", ["gRPC health check on port", findings.word(failing.probe.grpc.port)]) if failing.probe.grpc

else := concat(" ", ["command", findings.word(object.get(failing.probe, ["exec", "command"], ["?"])[0])])

# METADATA
# title: It was killed before it could have been up
# description: Nobody answered at any time between its start and its end, which came as early as it could.
is_early(failing) if {
	failing.type in {"liveness", "startup"}
	_has_not_answered(failing)
	not _has_started_before(failing)
	lived(failing.one) <= (budget(failing.probe) + number(failing.probe, "periodSeconds")) + _grace(failing.one)
}

_has_not_answered(failing) if failing.how in {"refused", "timeout", "other", "unseen"}

# A startup probe is for those that answer, and are not up yet.
_has_not_answered(failing) if {
	failing.type == "startup"
	failing.how == "unwell"
}

_has_not_answered(failing) if {
	failing.type == "startup"
	status(failing) >= 500
}

# With a startup probe the others wait until it is up.
_has_started_before(failing) if {
	failing.type == "liveness"
	failing.one.spec.startupProbe
}

# METADATA
# title: How long a container ran the last time, in seconds
lived(one) := seen.ago(one.ended.startedAt) - seen.ago(one.ended.finishedAt)

_grace(one) := object.get(one.pod, ["spec", "terminationGracePeriodSeconds"], 30) + 5

# METADATA
# title: How long the quickest other of its kind took until it was ready, in seconds
# description: Undefined when none is. Who became ready long after it started was ready before.
took(one) := min([seconds | some [group, seconds] in _took; group == containers.group(one)])

_took := [[containers.group(other), seconds] |
	some other in containers.all
	other.status.ready
	some condition in other.pod.status.conditions
	condition.type == "Ready"
	seconds := seen.ago(other.running.startedAt) - seen.ago(condition.lastTransitionTime)
	seconds > 0
	seconds < 1800
]

# METADATA
# title: The host that is asked instead of the pod
# description: Undefined when it is the pod that is asked.
host(failing) := asked_host if {
	asked_host := failing.probe.httpGet.host
	not asked_host in {"", object.get(failing.one.pod, ["status", "podIP"], "")}
}

else := asked_host if {
	asked_host := failing.probe.tcpSocket.host
	not asked_host in {"", object.get(failing.one.pod, ["status", "podIP"], "")}
}
