# METADATA
# title: "Diagnosis: probes"
# description: >-
#   Containers that their probes kill, or keep from getting traffic, and what is wrong with what is asked. A probe that is
#   well by now is no finding; that a program answers badly as it waits for something else is told by its log.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package diagnosis.probes

import data.lib.asks
import data.lib.containers
import data.lib.earlier
import data.lib.findings
import data.lib.listening
import data.lib.probing
import data.lib.seen

# METADATA
# title: What the program says, where nobody answers
asks contains asks.want(3, asks.log(failed.one.pod, failed.one.name, when)) if {
	some failed in _spoken_for
	_may_tell(failed)
	some when in _moments(failed)
}

# METADATA
# title: The revisions before, one of which may have been asked otherwise
asks contains earlier.ask(failed.one.pod) if some failed in probing.failed

_may_tell(failed) if failed.how in {"refused", "timeout", "other", "unseen"}

_may_tell(failed) if _status(failed) == 400

_moments(failed) := ["now"] if failed.type == "readiness"

else := ["before"] if failed.one.status.lastState.terminated

else := ["now"]

# One pod of a workload speaks for the others.
_spoken_for := [found[0] |
	some group in {group | some [group, _] in _grouped}
	found := [failed | some [one, failed] in _grouped; one == group]
]

_grouped := [[containers.group(failed.one), failed] | some failed in _failed]

# METADATA
# title: "{role} {container} of {owner} {harm}: its {type} probe asks port {asked}, which the container does not name."
# description: A probe may ask a port by its name only when the container has a port of that name.
# custom:
#   code: probe_port_unknown
#   stage: probe
#   weight: 85
#   remedy: "Give the port its name under ports, or set its number in the probe{back}."
finding contains findings.of(rego.metadata.rule(), object.union(_about(failed), {"words": object.union(
	_words(failed),
	{"asked": findings.word(probing.written(failed.probe))},
)})) if {
	some failed in _failed
	failed.as == "unnamed"
}

# METADATA
# title: "{role} {container} of {owner} {harm}: its {type} probe asks host {host} instead of the pod ({asked})."
# description: With a host in a probe the kubelet asks that host, from the node; localhost is the node itself.
# custom:
#   code: probe_host
#   stage: probe
#   weight: 85
#   remedy: "Take host out of the probe{back}."
finding contains findings.of(rego.metadata.rule(), object.union(_about(failed), {"values": {"host": probing.host(failed)}})) if {
	some failed in _failed
	failed.as == "host"
}

# METADATA
# title: "{role} {container} of {owner} {harm}: its {type} probe, {asked}, {fails}, and the program listens on port {listens}."
# description: The port of the probe is none that the log tells of.
# custom:
#   code: probe_wrong_port
#   stage: probe
#   weight: 86
#   remedy: "Let the probe ask port {listens}, or let the program listen on the port that is asked{back}."
finding contains findings.of(rego.metadata.rule(), object.union(_about(failed), {"values": {"listens": _listens(failed)}})) if {
	some failed in _failed
	failed.as == "elsewhere"
}

# METADATA
# title: "{role} {container} of {owner} {harm}: its {type} probe, {asked}, {fails}, as the program listens on localhost only."
# description: The kubelet asks the address of the pod, which is another one.
# custom:
#   code: probe_local_only
#   stage: probe
#   weight: 86
#   remedy: "Let the program listen on all addresses (0.0.0.0 or ::){back}."
finding contains findings.of(rego.metadata.rule(), _about(failed)) if {
	some failed in _failed
	failed.as == "local"
}

# METADATA
# title: "{role} {container} of {owner} is killed before it is up{exit}: its {type} probe, {asked}, allows {budget} s from the start, and it is not up by then{took} (Unhealthy)."
# description: A liveness probe does not wait for a slow start; a startup probe does, for failureThreshold times periodSeconds.
# custom:
#   code: probe_too_early
#   stage: probe
#   weight: 86
#   remedy: "See in its log whether it only needs longer; then give it a startupProbe whose failureThreshold × periodSeconds is longer than its start takes{back}."
finding contains findings.of(rego.metadata.rule(), _about(failed)) if {
	some failed in _failed
	failed.as == "early"
}

# METADATA
# title: "{role} {container} of {owner} {harm}: its {type} probe, {asked}, is refused (connection refused){ports}."
# description: Nothing listens there, or not any more.
# custom:
#   code: probe_refused
#   stage: probe
#   weight: 80
#   remedy: "Compare the port of the probe with what the program listens on, and see whether the program still serves{back}."
finding contains findings.of(rego.metadata.rule(), _about(failed)) if {
	some failed in _failed
	failed.as == "refused"
}

# METADATA
# title: "{role} {container} of {owner} {harm}: its {type} probe, {asked}, gets no answer within {timeout} s (timeoutSeconds)."
# description: The program hangs or is slow, or what is asked does too much.
# custom:
#   code: probe_timeout
#   stage: probe
#   weight: 82
#   remedy: "Find what the program waits for; let the probe ask something that answers at once, or raise timeoutSeconds{back}."
finding contains findings.of(rego.metadata.rule(), _about(failed)) if {
	some failed in _failed
	failed.as == "timeout"
}

# METADATA
# title: "{role} {container} of {owner} {harm}: its {type} probe, {asked}, gets HTTP 404, so there is no such path."
# description: The program answers, and has nothing at that path.
# custom:
#   code: probe_path
#   stage: probe
#   weight: 86
#   remedy: "Correct the path of the probe{back}."
finding contains findings.of(rego.metadata.rule(), _about(failed)) if {
	some failed in _failed
	failed.as == "path"
}

# METADATA
# title: "{role} {container} of {owner} {harm}: its {type} probe, {asked}, is refused for want of credentials (HTTP {status})."
# description: A probe brings no credentials.
# custom:
#   code: probe_credentials
#   stage: probe
#   weight: 86
#   remedy: "Let the probe ask a path that needs no login{back}."
finding contains findings.of(rego.metadata.rule(), _about(failed)) if {
	some failed in _failed
	failed.as == "credentials"
}

# METADATA
# title: "{role} {container} of {owner} {harm}: its {type} probe, {asked}, gets {answer}: the program says of itself that it is not well."
# description: What a health check looks at is for the program to say; often it is something that it depends on.
# custom:
#   code: probe_unwell
#   stage: probe
#   weight: 78
#   remedy: "Read in its log what it misses; a liveness probe should not depend on others{back}."
finding contains findings.of(rego.metadata.rule(), _about(failed)) if {
	some failed in _failed
	failed.as == "unwell"
}

# METADATA
# title: "{role} {container} of {owner} {harm}: its {type} probe, {asked}, speaks HTTP to a port that speaks HTTPS ({answer})."
# description: The scheme of a probe is HTTP unless it is set.
# custom:
#   code: probe_wants_https
#   stage: probe
#   weight: 86
#   remedy: "Set scheme HTTPS in the probe{back}."
finding contains findings.of(rego.metadata.rule(), _about(failed)) if {
	some failed in _failed
	failed.as == "https"
}

# METADATA
# title: "{role} {container} of {owner} {harm}: its {type} probe, {asked}, speaks HTTPS to a port that speaks HTTP."
# description: The probe has scheme HTTPS, and the program answers without TLS.
# custom:
#   code: probe_wants_http
#   stage: probe
#   weight: 86
#   remedy: "Set scheme HTTP in the probe{back}."
finding contains findings.of(rego.metadata.rule(), _about(failed)) if {
	some failed in _failed
	failed.as == "http"
}

# METADATA
# title: "{role} {container} of {owner} {harm}: its {type} probe, {asked}, gets {answer} (Unhealthy)."
# description: An answer other than 200 to 399 is a failure.
# custom:
#   code: probe_status
#   stage: probe
#   weight: 80
#   remedy: "See in its log why it answers so, and whether path and scheme of the probe are what it should ask{back}."
finding contains findings.of(rego.metadata.rule(), _about(failed)) if {
	some failed in _failed
	failed.as == "status"
}

# METADATA
# title: "{role} {container} of {owner} {harm}: the {asked} of its {type} probe is not in its image."
# description: A command is run inside the container, and only what its image holds can be.
# custom:
#   code: probe_command_missing
#   stage: probe
#   weight: 86
#   remedy: "Use a command that the image holds, or an httpGet, tcpSocket or grpc probe{back}."
finding contains findings.of(rego.metadata.rule(), _about(failed)) if {
	some failed in _failed
	failed.as == "no_command"
}

# METADATA
# title: "{role} {container} of {owner} {harm}: the {asked} of its {type} probe cannot be started."
# description: The file is there, and may not be executed, or is no program.
# custom:
#   code: probe_command_denied
#   stage: probe
#   weight: 86
#   remedy: "Make it executable (chmod +x; defaultMode 0755 on a ConfigMap's volume), or call it by its interpreter{back}."
finding contains findings.of(rego.metadata.rule(), _about(failed)) if {
	some failed in _failed
	failed.as == "denied"
}

# METADATA
# title: "{role} {container} of {owner} {harm}: the {asked} of its {type} probe fails (Unhealthy)."
# description: A command that ends with another exit code than 0 is a failure; what it says stands in the evidence.
# custom:
#   code: probe_command_fails
#   stage: probe
#   weight: 78
#   remedy: "Read what the command says, and the log of the program{back}."
finding contains findings.of(rego.metadata.rule(), _about(failed)) if {
	some failed in _failed
	failed.as == "command"
}

# METADATA
# title: "{role} {container} of {owner} {harm}: its {type} probe, {asked}, finds no health service there (grpc.health.v1.Health)."
# description: A gRPC probe needs a server that implements the health checking protocol.
# custom:
#   code: probe_no_health_service
#   stage: probe
#   weight: 86
#   remedy: "Implement grpc.health.v1.Health, or use another probe{back}."
finding contains findings.of(rego.metadata.rule(), _about(failed)) if {
	some failed in _failed
	failed.as == "no_service"
}

# METADATA
# title: "{role} {container} of {owner} {harm}: its {type} probe, {asked}, fails (Unhealthy)."
# description: It fails in a way that is not known here; its words stand in the evidence.
# custom:
#   code: probe_fails
#   stage: probe
#   weight: 75
#   remedy: "Read what the kubelet says, and the log of the program{back}."
finding contains findings.of(rego.metadata.rule(), _about(failed)) if {
	some failed in _failed
	failed.as == "other"
}

# METADATA
# title: "{role} {container} of {owner} {harm}: its {type} probe, {asked}, has not succeeded, and no event says why."
# description: The state of the container says so; events were not seen, or have expired.
# custom:
#   code: probe_unseen
#   stage: probe
#   weight: 60
#   remedy: "Read its log, and compare what the probe asks with what the program serves{back}."
finding contains findings.of(rego.metadata.rule(), _about(failed)) if {
	some failed in _failed
	failed.as == "unseen"
}

# METADATA
# title: "{role} {container} of {owner} is ended from outside (exit code {exit}), most likely by its {type} probe, {asked}; no event of it was seen."
# description: Events would say so. Without any, what ends a container that has such a probe is most often the probe.
# custom:
#   code: probe_may_kill
#   stage: probe
#   weight: 72
#   remedy: Look for events Unhealthy and Killing of the pod, and see in its log whether it serves what the probe asks.
finding contains findings.of(rego.metadata.rule(), {
	"object": one.pod,
	"container": one.name,
	"values": {"exit": one.ended.exitCode},
	"words": {"role": one.role, "type": type, "asked": probing.asked({"probe": probe})},
	"evidence": array.concat(containers.state(one), [findings.field(
		one.pod,
		concat("", [one.place, ".", type, "Probe"]),
		_settings({"one": one, "probe": probe}),
	)]),
}) if {
	some one in containers.failed
	one.ended.exitCode in {137, 143}
	one.ended.reason != "OOMKilled"
	count(seen.events_of(one.pod)) == 0
	[type, probe] := _ending(one)
}

# METADATA
# title: "{role} {container} of {owner} has been starting for {minutes} minutes: its startup probe, {asked}, has not succeeded, and allows {budget} s in all."
# description: Until then it is not asked whether it is ready.
# custom:
#   code: still_starting
#   stage: unready
#   weight: 45
#   remedy: Wait, or read in its log what it does; if nothing listens there, correct the probe.
finding contains findings.of(rego.metadata.rule(), {
	"object": one.pod,
	"container": one.name,
	"words": {
		"role": one.role,
		"minutes": $"{round(seen.ago(one.running.startedAt) * 0.0166667)}",
		"budget": $"{probing.budget(one.spec.startupProbe)}",
		"asked": probing.asked({"probe": one.spec.startupProbe}),
	},
	"evidence": [findings.event(event) |
		some event in seen.events_of(one.pod)
		event.reason == "Unhealthy"
		startswith(event.message, "Startup probe")
	],
}) if {
	some one in containers.stuck
	one.spec.startupProbe
	not one.status.started
	seen.lasting(one.running.startedAt)
	not one.key in {failed.one.key | some failed in probing.failed}
}

# METADATA
# title: "{object}: {waiting} of its pods are ready, but count as available only {seconds} s after that (minReadySeconds)."
# description: A rollout goes on only with pods that are available.
# custom:
#   code: min_ready_seconds
#   stage: unready
#   weight: 20
#   quiet: true
#   remedy: Wait; lower spec.minReadySeconds if it is longer than needed.
finding contains findings.of(rego.metadata.rule(), {
	"object": workload,
	"words": {"waiting": $"{waiting}", "seconds": $"{seconds}"},
	"evidence": [
		findings.field(workload, "spec.minReadySeconds", seconds),
		findings.field(workload, "status.readyReplicas", workload.status.readyReplicas),
		findings.field(workload, "status.availableReplicas", object.get(workload, ["status", "availableReplicas"], 0)),
	],
}) if {
	some kind in ["Deployment", "StatefulSet"]
	some workload in seen.objects(kind)
	seconds := workload.spec.minReadySeconds
	seconds > 0
	waiting := workload.status.readyReplicas - object.get(workload, ["status", "availableReplicas"], 0)
	waiting > 0
}

# The probe that may end a container: the one that asks first.
_ending(one) := [[type, probe] | some type in ["startup", "liveness"]; probe := one.spec[concat("", [type, "Probe"])]][0]

# How each fails, in the word of its finding: what is peculiar to it comes before what is answered.
_failed := [object.union(failed, {"as": words[0]}) |
	some failed in probing.failed
	words := array.concat(_peculiar(failed), [_answered(failed)])
]

_peculiar(failed) := array.concat(
	array.concat(["unnamed" | failed.how == "unnamed"], ["host" | _is_unanswered(failed)]),
	array.concat(
		array.concat(["elsewhere" | _misses(failed)], ["local" | _is_local(failed)]),
		["early" | _is_early(failed)],
	),
)

# No answer from the host that is asked, which is not the pod.
_is_unanswered(failed) if {
	failed.how in {"refused", "timeout", "other", "unseen"}
	probing.host(failed)
}

_misses(failed) if {
	failed.how in {"refused", "unseen"}
	places := listening.places(failed.one)
	count(places) > 0
	not failed.port in {place.port | some place in places}
}

_is_local(failed) if {
	failed.how in {"refused", "unseen"}
	places := [place | some place in listening.places(failed.one); place.port == failed.port]
	count(places) > 0
	every place in places { place.local }
}

_is_early(failed) if {
	probing.is_early(failed)
	not _hangs(failed)
}

# It listens, and does not answer.
_hangs(failed) if {
	failed.how == "timeout"
	some place in listening.places(failed.one)
	place.port == failed.port
}

_answered(failed) := _meaning(_status(failed), failed) if _status(failed)

else := failed.how

_status(failed) := probing.status(failed) if failed.how == "status"

_meaning(404, _) := "path"

_meaning(status, _) := "credentials" if status in {401, 403}

_meaning(status, _) := "unwell" if status >= 500

_meaning(400, failed) := "https" if _is_tls(failed)

_meaning(400, failed) := "status" if not _is_tls(failed)

_meaning(status, _) := "status" if {
	status < 500
	not status in {400, 401, 403, 404}
}

# Many servers answer plain HTTP on their TLS port with 400; the program may say so itself.
_is_tls(failed) if {
	_speaks_plainly(failed)
	some when in ["now", "before"]
	some line in seen.log(failed.one.pod, failed.one.name, when)
	some word in data.config.diagnosis.says.tls_plain
	contains(lower(line), word)
}

_is_tls(failed) if {
	_speaks_plainly(failed)
	failed.port in {443, 8443, 9443, 6443, 10250}
}

_is_tls(failed) if {
	_speaks_plainly(failed)
	some port in failed.one.spec.ports
	port.containerPort == failed.port
	contains(lower(port.name), "https")
}

_speaks_plainly(failed) if lower(object.get(failed.probe, ["httpGet", "scheme"], "HTTP")) == "http"

_listens(failed) := sort({place.port | some place in listening.places(failed.one)})

_heard(failed) := [findings.log(place.pod, failed.one.name, place.when, place.line) |
	place := listening.places(failed.one)[0]
]

_about(failed) := object.union(_grades[failed.type], {
	"object": failed.one.pod,
	"container": failed.one.name,
	"fold": failed.type,
	"words": _words(failed),
	"evidence": _evidence(failed),
	"next": _next(failed),
})

# What is not ready may be so as it crashes, and is less bad than what is killed.
_grades := {"liveness": {}, "startup": {}, "readiness": {"stage": "unready", "weight": 70}}

_words(failed) := {
	"role": failed.one.role,
	"type": failed.type,
	"harm": _harm(failed),
	"exit": _exit(failed.one),
	"asked": probing.asked(failed),
	"answer": _answer(failed),
	"status": concat("", [findings.word(status) | status := _status(failed)]),
	"timeout": findings.word(probing.number(failed.probe, "timeoutSeconds")),
	"budget": $"{probing.budget(failed.probe)}",
	"took": concat("", [concat("", [": another took ", findings.word(seconds), " s"]) | seconds := probing.took(failed.one)]),
	"ports": _ports(failed),
	"fails": _fails(failed),
	"back": _back(failed),
}

_harm(failed) := _harms[failed.type] if _harms[failed.type]

else := concat("", ["is killed and started again", _exit(failed.one)])

_fails(failed) := array.concat(["is refused (connection refused)" | failed.how == "refused"], ["has not succeeded"])[0]

_harms := {"readiness": "runs but is not ready"}

_exit(one) := concat("", [" (exit code ", findings.word(one.ended.exitCode), ")"]) if one.ended.exitCode

else := ""

_answer(failed) := concat(" ", ["HTTP", findings.word(_status(failed))]) if _status(failed)

else := array.concat(["NOT_SERVING" | failed.how == "unwell"], ["malformed HTTP response"])[0]

# What the container says it listens on is only said, but says where to look.
_ports(failed) := concat("", ["; its containerPorts are ", findings.word(ports)]) if {
	ports := [port.containerPort | some port in object.get(failed.one.spec, "ports", [])]
	count(ports) > 0
	not failed.port in ports
}

else := ""

_evidence(failed) := array.concat(_said(failed), array.concat(_ended(failed), [findings.field(
	failed.one.pod,
	concat(".", [failed.one.place, field]),
	value,
) |
	some [field, value] in [
		[concat("", [failed.type, "Probe"]), _settings(failed)],
		["ports", _named(failed)],
		["resources.limits.cpu", _cpu(failed)],
	]
	not value in {"", []}
]))

_said(failed) := array.concat([findings.event(failed.event) | failed.event.message], [line |
	failed.how in {"refused", "unseen"}
	some line in _heard(failed)
])

_named(failed) := [concat(" ", [name | some name in [findings.word(port.containerPort), object.get(port, "name", "")]; name != ""]) |
	failed.how in {"refused", "unnamed"}
	some port in object.get(failed.one.spec, "ports", [])
]

# A program that gets little of a processor is slow.
_cpu(failed) := object.get(failed.one.spec, ["resources", "limits", "cpu"], "") if failed.how == "timeout"

else := ""

_ended(failed) := [findings.field(
	failed.one.pod,
	concat(".", [failed.one.path, "lastState.terminated"]),
	object.filter(failed.one.ended, ["reason", "exitCode", "startedAt", "finishedAt"]),
) |
	failed.type != "readiness"
	failed.one.ended.exitCode
]

_settings(failed) := concat(", ", array.concat([probing.asked(failed)], [concat(" ", [field, findings.word(probing.number(failed.probe, field))]) |
	some field in ["initialDelaySeconds", "periodSeconds", "timeoutSeconds", "failureThreshold"]
]))

# Back to the latest revision that was asked otherwise, or that still serves with another image; else a look at the log.
_next(failed) := earlier.back(_before(failed)) if _before(failed)

else := _reading(failed) if failed.as in {"command", "early", "other", "status", "timeout", "unseen", "unwell"}

else := null

_back(failed) := concat("", [", or roll back to revision ", findings.word(before.revision), ", which had ", _difference(failed, before)]) if {
	before := _before(failed)
}

else := ""

_before(failed) := [before | some before in earlier.before(failed.one.pod); _difference(failed, before)][0]

_reading(failed) := {
	"tool": "logs",
	"arguments": {
		"pod": failed.one.pod.metadata.name,
		"namespace": seen.namespace_of(failed.one.pod),
		"container": failed.one.name,
		"previous": _moments(failed) == ["before"],
	},
	"check": {
		"verb": "get",
		"kind": "v1/Pod",
		"subresource": "log",
		"namespace": seen.namespace_of(failed.one.pod),
		"name": failed.one.pod.metadata.name,
	},
}

_difference(failed, before) := concat(" ", ["another", failed.type, "probe"]) if {
	_probe_of(earlier.container(before, failed.one.name), failed.type) != _probe_of(failed.one.spec, failed.type)
}

else := concat(" ", ["image", findings.word(image)]) if {
	image := earlier.container(before, failed.one.name).image
	image != failed.one.spec.image
	before.ready > 0
}

_probe_of(spec, type) := object.get(spec, concat("", [type, "Probe"]), {})
