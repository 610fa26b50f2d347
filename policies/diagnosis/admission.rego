# METADATA
# title: "Diagnosis: admission"
# description: >-
#   Pods that are never created, since the API server refuses them: quotas, limits, Pod Security, webhooks, accounts. No pod
#   tells of it; the condition and the events of who creates them do.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package diagnosis.admission

import data.lib.adoption
import data.lib.asks
import data.lib.findings
import data.lib.jobs
import data.lib.related
import data.lib.revisions
import data.lib.seen

# METADATA
# title: The quota that is full
asks contains asks.want(3, asks.get("v1/ResourceQuota", seen.namespace_of(one.object), _quota(one.message))) if {
	some one in _refused
	_is_quota(one)
}

# METADATA
# title: The limits of the namespace
asks contains asks.want(3, asks.list("limits", "v1/LimitRange", seen.namespace_of(one.object), {})) if {
	some one in _refused
	_is_limit(one)
}

# METADATA
# title: "{owner} cannot create {what}{numbers}: quota {quota} is used up; requested is {requested}, used {used}, limited to {limited} (exceeded quota)."
# description: A ResourceQuota bounds what all pods of a namespace request or may use together.
# custom:
#   code: quota_exceeded
#   stage: admission
#   weight: 85
#   remedy: Free what other pods of the namespace hold of it, lower what {owner} asks for, or have quota {quota} raised.
finding contains findings.of(rego.metadata.rule(), object.union(_about(one, ["containers"]), {
	"values": {
		"quota": _quota(one.message),
		"requested": _between(one.message, "requested: ", ", used: "),
		"used": _between(one.message, ", used: ", ", limited: "),
		"limited": _between(one.message, ", limited: ", ";"),
	},
	"evidence": array.concat(one.evidence, _usage(one)),
})) if {
	some one in _refused
	contains(one.message, "exceeded quota: ")
}

# METADATA
# title: "{owner} cannot create {what}{numbers}: quota {quota} demands that every container says {fields}, and not every one does (must specify)."
# description: Where a quota bounds a resource, each container must say how much of it it requests or may use.
# custom:
#   code: quota_demands
#   stage: admission
#   weight: 85
#   remedy: Give every container of {owner} {fields}, or have a LimitRange set defaults.
finding contains findings.of(rego.metadata.rule(), object.union(_about(one, ["containers"]), {"values": {
	"quota": _quota(one.message),
	"fields": sort({field | some field in _resources; contains(split(one.message, "must specify ")[1], field)}),
}})) if {
	some one in _refused
	contains(one.message, "must specify ")
	contains(one.message, "failed quota: ")
}

# METADATA
# title: "{owner} cannot create {what}{numbers}: the LimitRange of its namespace allows {bound} {limit} of {resource} for each {scope}{given}."
# description: A LimitRange bounds single containers, pods and claims of a namespace.
# custom:
#   code: limit_range
#   stage: admission
#   weight: 85
#   remedy: Set the {resource} of {owner} within the LimitRange, or have the LimitRange changed.
finding contains findings.of(rego.metadata.rule(), object.union(_about(one, ["containers"]), {
	"values": {"limit": found.limit, "resource": found.resource, "scope": found.scope},
	"words": {"bound": found.bound, "given": found.given},
	"evidence": array.concat(one.evidence, _ranges(one, found)),
})) if {
	some one in _refused
	found := _limit(one.message)
}

# METADATA
# title: "{owner} cannot create {what}{numbers}: its namespace enforces the Pod Security level {level}, which its template violates by {violations} (violates PodSecurity)."
# description: The label pod-security.kubernetes.io/enforce of a namespace says how much a pod may.
# custom:
#   code: pod_security
#   stage: admission
#   weight: 85
#   remedy: Correct these in the template of {owner}; the level of the namespace is for a person to change.
finding contains findings.of(rego.metadata.rule(), object.union(_about(one, _security), {
	"values": {"level": _match(one.message, `violates PodSecurity "([^"]+)"`), "violations": _violations(one.message)},
})) if {
	some one in _refused
	contains(one.message, "violates PodSecurity ")
}

# METADATA
# title: "{owner} cannot create {what}{numbers}: the admission webhook {webhook} denies them (denied the request)."
# description: A policy of this cluster says no; its reason is in the evidence.
# custom:
#   code: webhook_denied
#   stage: admission
#   weight: 85
#   remedy: Change the template of {owner} as the webhook's reason asks, or ask who owns {webhook}.
finding contains findings.of(rego.metadata.rule(), object.union(_about(one, array.concat(_security, ["images"])), {
	"values": {"webhook": _match(one.message, `webhook "([^"]+)" denied`)},
})) if {
	some one in _refused
	contains(one.message, "denied the request")
}

# METADATA
# title: "{owner} cannot create {what}{numbers}: the ValidatingAdmissionPolicy {policy} denies them."
# description: A policy of this cluster says no; its reason is in the evidence.
# custom:
#   code: policy_denied
#   stage: admission
#   weight: 85
#   remedy: Change the template of {owner} as the policy's reason asks, or ask who owns {policy}.
finding contains findings.of(rego.metadata.rule(), object.union(_about(one, array.concat(_security, ["images"])), {
	"values": {"policy": _match(one.message, `ValidatingAdmissionPolicy '([^']+)'`)},
})) if {
	some one in _refused
	contains(one.message, "ValidatingAdmissionPolicy '")
}

# METADATA
# title: "{names} cannot create pods: the API server cannot call the admission webhook {webhook} (Service {service}){why} (failed calling webhook)."
# description: As long as a webhook with failurePolicy Fail is not reached, nothing that it watches over can be created.
# custom:
#   code: webhook_unreachable
#   stage: admission
#   weight: 90
#   remedy: Bring back what serves the webhook (Service {service}); its configuration is for a person to change.
finding contains findings.of(rego.metadata.rule(), {
	"object": held[0].object,
	"values": {"webhook": webhook, "service": _service(held[0].message)},
	"words": {"names": concat(", ", [findings.said(key) | some key in array.slice(roots, 0, 3)]), "why": _unreached(held[0].message)},
	"evidence": [line | some one in held; some line in one.evidence],
	"reaches": {key | some one in held; some key in related.reaches(seen.key_of(one.object))},
	"next": _look_at(_service(held[0].message)),
}) if {
	some webhook in {_webhook(one.message) | some one in _refused}
	held := [one | some one in _refused; _webhook(one.message) == webhook]
	roots := sort({related.root(seen.key_of(one.object)) | some one in held})
}

# METADATA
# title: "{owner} cannot create {what}{numbers}: its service account {account} does not exist (serviceaccount not found)."
# description: A pod runs under a service account of its namespace, which must be there first.
# custom:
#   code: account_missing
#   stage: admission
#   weight: 85
#   remedy: Have a person create the service account {account}, or correct serviceAccountName of {owner}.
finding contains findings.of(rego.metadata.rule(), object.union(_about(one, ["serviceAccountName"]), {
	"values": {"account": _match(one.message, `serviceaccount "([^"]+)" not found`)},
})) if {
	some one in _refused
	contains(one.message, `serviceaccount "`)
}

# METADATA
# title: "{owner} cannot create {what}{numbers}: the priority class {class} does not exist (PriorityClass)."
# description: A pod that names a priority class needs one of that name.
# custom:
#   code: priority_class_missing
#   stage: admission
#   weight: 85
#   remedy: Correct priorityClassName of {owner}, or have a person create the class {class}.
finding contains findings.of(rego.metadata.rule(), object.union(_about(one, ["priorityClassName"]), {
	"values": {"class": _match(one.message, `no PriorityClass with name ([^ ]+) was found`)},
})) if {
	some one in _refused
	contains(one.message, "no PriorityClass with name ")
}

# METADATA
# title: "{owner} cannot create {what}{numbers}: the runtime class {class} does not exist (RuntimeClass)."
# description: A pod that names a runtime class needs one of that name.
# custom:
#   code: runtime_class_missing
#   stage: admission
#   weight: 85
#   remedy: Correct runtimeClassName of {owner}, or have a person create the class {class}.
finding contains findings.of(rego.metadata.rule(), object.union(_about(one, ["runtimeClassName"]), {
	"values": {"class": _match(one.message, `RuntimeClass "([^"]+)" not found`)},
})) if {
	some one in _refused
	contains(one.message, `RuntimeClass "`)
}

# METADATA
# title: "{owner} cannot create {what}{numbers}: its namespace is being deleted."
# description: Nothing can be created in a namespace that is going.
# custom:
#   code: create_in_going_namespace
#   stage: wanted
#   weight: 85
#   remedy: Find out who deleted the namespace; create it anew when it is gone.
finding contains findings.of(rego.metadata.rule(), _about(one, [])) if {
	some one in _refused
	contains(one.message, "because it is being terminated")
}

# METADATA
# title: "{owner} cannot create {what}{numbers}: the template makes a pod that is not valid, at {path} (is invalid)."
# description: What the API server cannot know of a template before a pod is made of it.
# custom:
#   code: pod_invalid
#   stage: admission
#   weight: 85
#   remedy: Correct {path} in the template of {owner}.
finding contains findings.of(rego.metadata.rule(), object.union(_about(one, array.concat(_security, ["containers"])), {
	"values": {"path": strings.replace_n({"[": ".", "]": ""}, _match(one.message, ` is invalid: \[?([A-Za-z][A-Za-z0-9.\[\]]*):`))},
})) if {
	some one in _refused
	contains(one.message, " is invalid: ")
}

# METADATA
# title: "{owner} cannot create {what}{numbers}: no security context constraint admits them (SecurityContextConstraints)."
# description: OpenShift admits a pod only under a constraint that its account may use.
# custom:
#   code: security_constraint
#   stage: admission
#   weight: 85
#   remedy: Correct the security context of {owner}, or have a person grant its account a fitting constraint.
finding contains findings.of(rego.metadata.rule(), _about(one, _security)) if {
	some one in _refused
	contains(one.message, "security context constraint")
}

# METADATA
# title: "{owner} cannot create {what}{numbers}: its controller lacks the right to (cannot create resource)."
# description: The controllers' own rights are part of the cluster; without them nothing is created anywhere.
# custom:
#   code: create_forbidden
#   stage: admission
#   weight: 90
#   remedy: Ask who runs the cluster for the roles of its controllers.
finding contains findings.of(rego.metadata.rule(), _about(one, [])) if {
	some one in _refused
	contains(one.message, "cannot create resource ")
}

# METADATA
# title: "{owner} cannot create {what}{numbers}; the API server says why in words of its own (FailedCreate)."
# description: A reason without a name here.
# custom:
#   code: create_refused
#   stage: admission
#   weight: 75
#   remedy: Read the reason in the evidence, and correct what it names.
finding contains findings.of(rego.metadata.rule(), _about(one, [])) if {
	some one in _refused
	not _is_named(one.message)
}

# Who cannot create pods now: {object, message, evidence}. A condition is the state; where a kind has none, pods are missing
# and the last that was heard is a failure.
_refused := array.concat(_by_condition, _by_event)

_by_condition := [{
	"object": owner,
	"message": condition.message,
	"evidence": _evidence(owner, condition.message, _failures(owner)),
} |
	some key, owner in _owners
	condition := jobs.condition(owner, "ReplicaFailure")
	_speaks(key, owner)
]

# The event says the same with a time and a number.
_evidence(owner, message, failures) := array.concat(
	[findings.field(owner, "status.conditions[ReplicaFailure].message", message) |
		count([event | some event in failures; contains(event.message, message)]) == 0
	],
	[_heard(event) | some event in failures],
)

# What was to be created says little; what stands behind it tells.
_heard(event) := findings.event(object.union(event, {"message": parts[count(parts) - 1]})) if {
	parts := split(split(event.message, " is forbidden: ")[count(split(event.message, " is forbidden: ")) - 1], "failed to call webhook: ")
}

# A Deployment repeats what its set says.
_speaks(_, owner) if owner.kind != "Deployment"

_speaks(key, owner) if {
	owner.kind == "Deployment"
	every _, set in _owners { not _repeats(key, set) }
}

_repeats(key, set) if {
	set.kind == "ReplicaSet"
	key in related.reaches(seen.key_of(set))
	jobs.condition(set, "ReplicaFailure")
}

_by_event := [{"object": owner, "message": event.message, "evidence": [_heard(event)]} |
	some owner in _owners
	not jobs.condition(owner, "ReplicaFailure")
	_lacks(owner)
	some event in _failures(owner)
]

_owners := {key: one |
	some kind in ["ReplicaSet", "Deployment", "StatefulSet", "DaemonSet", "Job", "ReplicationController"]
	some key, one in seen.objects(kind)
}

# The last failure, unless something was created since.
_failures(owner) := [event |
	heard := [event | some event in _told(owner); event.reason in {"FailedCreate", "SuccessfulCreate"}]
	event := heard[count(heard) - 1]
	event.reason == "FailedCreate"
]

# Of a Deployment, also what was said of sets of it that were not seen.
_told(owner) := array.concat(seen.events_of(owner), [event |
	owner.kind == "Deployment"
	some event in seen.events
	event.kind == "ReplicaSet"
	event.namespace == seen.namespace_of(owner)
	adoption.named_after(event.name, owner.metadata.name)
	not seen.objects("ReplicaSet")[seen.key("ReplicaSet", event.namespace, event.name)]
])

_lacks(owner) if _have(owner) < _want(owner)

_lacks(owner) if {
	owner.kind == "Deployment"
	_is_behind(owner)
	some event in _failures(owner)
	seen.lately(event.last)
}

_is_behind(deployment) if deployment.status.unavailableReplicas > 0

_is_behind(deployment) if object.get(deployment, ["status", "updatedReplicas"], 0) < _want(deployment)

_lacks(owner) if {
	owner.kind == "Job"
	object.get(owner, ["status", "active"], 0) == 0
	not jobs.condition(owner, "Complete")
	not jobs.condition(owner, "Failed")
	not owner.spec.suspend
}

_have(owner) := object.get(owner, ["status", "currentNumberScheduled"], 0) if owner.kind == "DaemonSet"

_have(owner) := object.get(owner, ["status", "replicas"], 0) if not owner.kind in {"DaemonSet", "Job"}

_want(owner) := object.get(owner, ["status", "desiredNumberScheduled"], 0) if owner.kind == "DaemonSet"

_want(owner) := object.get(owner, ["spec", "replicas"], 1) if not owner.kind in {"DaemonSet", "Job"}

_about(one, fields) := {
	"object": one.object,
	"words": {"what": _what(one.message), "numbers": _numbers(one.object)},
	"evidence": one.evidence,
	"next": revisions.back(one.object, fields),
}

_what(message) := "the claims of its pods" if contains(message, "persistentvolumeclaims ")

_what(message) := "its pods" if not contains(message, "persistentvolumeclaims ")

_numbers(owner) := concat("", [" (", findings.word(_have(owner)), " of ", findings.word(_want(owner)), " exist)"]) if _have(owner) < _want(owner)

else := ""

_is_named(message) if {
	some text in [
		"exceeded quota: ",
		"must specify ",
		"violates PodSecurity ",
		"denied the request",
		"ValidatingAdmissionPolicy '",
		"failed calling webhook ",
		`serviceaccount "`,
		"no PriorityClass with name ",
		`RuntimeClass "`,
		"because it is being terminated",
		" is invalid: ",
		"security context constraint",
		"cannot create resource ",
	]
	contains(message, text)
}

_is_named(message) if _limit(message)

_is_quota(one) if contains(one.message, "exceeded quota: ")

_is_quota(one) if contains(one.message, "failed quota: ")

_is_limit(one) if _limit(one.message)

_quota(message) := _match(message, `(?:exceeded|failed) quota: ([^,: ]+)`)

# What the quota says itself, of what is short.
_usage(one) := [findings.field(quota, concat("", ["status.used.", resource]), concat(" of ", [used, quota.status.hard[resource]])) |
	quota := seen.objects("ResourceQuota")[seen.key("ResourceQuota", seen.namespace_of(one.object), _quota(one.message))]
	some resource, used in quota.status.used
	contains(one.message, concat("", [resource, "="]))
]

_resources := [
	"requests.cpu",
	"requests.memory",
	"limits.cpu",
	"limits.memory",
	"requests.ephemeral-storage",
	"limits.ephemeral-storage",
]

# maximum memory usage per Container is 2Gi, but limit is 4Gi
_limit(message) := {
	"bound": object.get({"maximum": "at most", "minimum": "at least"}, match[1], ""),
	"resource": match[2],
	"scope": match[3],
	"limit": match[4],
	"given": _given(match[5]),
} if {
	match := regex.find_all_string_submatch_n(_bounded, message, 1)[0]
}

else := {
	"bound": "a ratio of at most",
	"resource": match[1],
	"scope": match[2],
	"limit": match[3],
	"given": " between its limit and its request",
} if {
	match := regex.find_all_string_submatch_n(_in_ratio, message, 1)[0]
}

_bounded := `(maximum|minimum) ([a-z.-]+) usage per (Container|Pod|PersistentVolumeClaim) is ([A-Za-z0-9]+)(?:, but (?:limit|request) is ([A-Za-z0-9]+))?`

_in_ratio := `([a-z-]+) max limit to request ratio per (Container|Pod) is ([0-9.]*[0-9])`

_given(value) := concat("", [", and it says ", findings.word(value)]) if value != ""

_given("") := ""

_ranges(one, found) := [findings.field(range, concat("", ["spec.limits[", found.scope, "].", bound, ".", found.resource]), value) |
	some range in seen.objects("LimitRange")
	seen.namespace_of(range) == seen.namespace_of(one.object)
	some limit in range.spec.limits
	limit.type == found.scope
	some bound in ["max", "min", "maxLimitRequestRatio"]
	value := limit[bound][found.resource]
]

# One webhook may hold up many.
_webhook(message) := _match(message, `failed calling webhook "([^"]+)"`) if contains(message, "failed calling webhook ")

# What the levels of Pod Security forbid, by the words that the API server has for it.
_violations(message) := sort({row[1] |
	some row in [
		["allowPrivilegeEscalation", "allowPrivilegeEscalation"],
		["capabilities", "capabilities"],
		["runAsNonRoot", "runAsNonRoot"],
		["runAsUser=0", "runAsUser"],
		["seccompProfile", "seccompProfile"],
		["privileged (", "privileged"],
		["host namespaces", "hostNetwork/hostPID/hostIPC"],
		["hostPath", "hostPath"],
		["hostPort", "hostPort"],
		["restricted volume types", "volumes"],
		["procMount", "procMount"],
		["sysctls", "sysctls"],
		["seLinuxOptions", "seLinuxOptions"],
		["AppArmor", "appArmorProfile"],
		["hostProcess", "hostProcess"],
	]
	contains(message, row[0])
})

_security := ["containers", "securityContext", "hostNetwork", "hostPID", "hostIPC", "volumes"]

# The API server names the Service by its address: https://name.namespace.svc:443/path
_service(message) := concat("/", [match[2], match[1]]) if {
	match := regex.find_all_string_submatch_n(`https://([a-z0-9-]+)\.([a-z0-9-]+)\.svc`, message, 1)[0]
}

else := "unknown"

_look_at(service) := {"tool": "diagnose", "arguments": {
	"kind": "service",
	"namespace": split(service, "/")[0],
	"name": split(service, "/")[1],
}} if {
	contains(service, "/")
}

else := null

_unreached(message) := array.concat([words | some [text, words] in _reasons; contains(message, text)], [""])[0]

_reasons := [
	["no endpoints available", ": its Service has no ready pod"],
	["not found", ": its Service does not exist"],
	["connection refused", ": nothing listens there"],
	["x509", ": its certificate is not accepted"],
	["deadline exceeded", ": it does not answer in time"],
	["i/o timeout", ": it does not answer in time"],
	["handshake timeout", ": it does not answer in time"],
	["no such host", ": its name is not known"],
]

_between(message, from, to) := trim_space(split(split(message, from)[1], to)[0])

_match(message, pattern) := array.concat([match[1] | some match in regex.find_all_string_submatch_n(pattern, message, 1)], [""])[0]
