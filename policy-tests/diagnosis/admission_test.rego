# METADATA
# title: What admission makes of pods that are never created
package policy_tests.diagnosis.admission

import data.diagnosis.admission
import data.policy_tests.diagnosis.shop
import data.policy_tests.diagnosis.world

_web := shop.deployment("web", {})

_failing(message) := {"conditions": [{
	"type": "ReplicaFailure",
	"status": "True",
	"reason": "FailedCreate",
	"message": message,
}]}

_set(name, revision, message, account) := shop.one("ReplicaSet", name, {
	"metadata": {
		"annotations": {"deployment.kubernetes.io/revision": revision},
		"ownerReferences": [{"kind": "Deployment", "name": "web"}],
	},
	"spec": {"replicas": 2, "template": {"spec": {"serviceAccountName": account, "containers": []}}},
	"status": object.union({"replicas": 1}, _failing(message)),
})

_found(target, objects) := found if {
	found := admission.finding with input as world.around(target, objects)
}

_only(found) := [one | some one in found][0] if count(found) == 1

_of(message) := _only(_found(_web, [_set("web-6d4b75cb6d", "7", message, "web")]))

_start := `pods "web-6d4b75cb6d-aaaaa" is forbidden: `

# What the API server says behind that, the code, and a part of the title.
_sayings := [
	[
		"exceeded quota: compute, requested: limits.cpu=1,limits.memory=2Gi, used: limits.cpu=3,limits.memory=15Gi, limited: limits.cpu=4,limits.memory=16Gi",
		"quota_exceeded",
		"quota compute is used up; requested is limits.cpu=1,limits.memory=2Gi, used limits.cpu=3,limits.memory=15Gi, limited to limits.cpu=4,limits.memory=16Gi (exceeded quota)",
	],
	["failed quota: compute: must specify limits.cpu for: app; requests.memory for: app", "quota_demands", "quota compute demands that every container says limits.cpu, requests.memory, and"],
	["maximum memory usage per Container is 2Gi, but limit is 4Gi", "limit_range", "allows at most 2Gi of memory for each Container, and it says 4Gi."],
	["minimum cpu usage per Pod is 100m", "limit_range", "allows at least 100m of cpu for each Pod."],
	["cpu max limit to request ratio per Container is 2, but provided ratio is 4.000000", "limit_range", "allows a ratio of at most 2 of cpu for each Container between its limit and its request."],
	[
		`violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false (container "app" must set it), hostPath volumes (volume "x")`,
		"pod_security",
		"enforces the Pod Security level restricted:latest, which its template violates by allowPrivilegeEscalation, hostPath (violates PodSecurity)",
	],
	[`admission webhook "policy.example.com" denied the request: no team label`, "webhook_denied", "the admission webhook policy.example.com denies them"],
	[`ValidatingAdmissionPolicy 'team-label' with binding 'all' denied request: no team label`, "policy_denied", "the ValidatingAdmissionPolicy team-label denies them"],
	[`error looking up service account shop/web: serviceaccount "web" not found`, "account_missing", "its service account web does not exist"],
	["no PriorityClass with name high was found", "priority_class_missing", "the priority class high does not exist"],
	[`pod rejected: RuntimeClass "kata" not found`, "runtime_class_missing", "the runtime class kata does not exist"],
	["unable to create new content in namespace shop because it is being terminated", "create_in_going_namespace", "its namespace is being deleted"],
	["unable to validate against any security context constraint: []", "security_constraint", "no security context constraint admits them"],
	[`User "system:serviceaccount:kube-system:replicaset-controller" cannot create resource "pods"`, "create_forbidden", "its controller lacks the right to"],
	["something new", "create_refused", "the API server says why in words of its own"],
]

test_each_saying_of_the_api_server_has_its_code if {
	every row in _sayings {
		found := _of(concat("", [_start, row[0]]))
		found.code == row[1]
		startswith(found.title, "Deployment shop/web cannot create its pods (1 of 2 exist)")
		contains(found.title, row[2])
		"Deployment/shop/web" in found.reaches
	}
}

test_a_pod_that_is_not_valid_is_told_with_the_place if {
	every message in [
		`Pod "web-6d4b75cb6d-aaaaa" is invalid: spec.containers[0].image: Required value`,
		`Pod "web-6d4b75cb6d-aaaaa" is invalid: [spec.containers[0].image: Required value, spec.x: Invalid value]`,
	] {
		_of(message).code == "pod_invalid"
		contains(_of(message).title, "is not valid, at spec.containers.0.image (is invalid)")
	}
}

test_claims_that_a_quota_forbids_are_called_claims if {
	message := `create Claim data-db-0 for Pod db-0 in StatefulSet db failed error: persistentvolumeclaims "data-db-0" is forbidden: exceeded quota: disks, requested: requests.storage=10Gi, used: requests.storage=95Gi, limited: requests.storage=100Gi`
	db := shop.one("StatefulSet", "db", {"spec": {"replicas": 1}, "status": {"replicas": 0}})
	contains(_only(_found(db, [world.event(db, "FailedCreate", message, 5)])).title, "cannot create the claims of its pods (0 of 1 exist): quota disks")
}

# What the API server says of a webhook that it cannot call, and what that means.
_unreached := [
	[`Post "https://injector.mesh.svc:443/mutate?timeout=10s": no endpoints available for service "injector"`, ": its Service has no ready pod"],
	[`Post "https://injector.mesh.svc:443/mutate?timeout=10s": service "injector" not found`, ": its Service does not exist"],
	[`Post "https://injector.mesh.svc:443/mutate?timeout=10s": context deadline exceeded`, ": it does not answer in time"],
	[`Post "https://injector.mesh.svc:443/mutate?timeout=10s": EOF`, ""],
]

test_a_webhook_that_is_not_reached_names_its_service_and_why if {
	every pair in _unreached {
		found := _of(concat("", [`Internal error occurred: failed calling webhook "inject.example.com": failed to call webhook: `, pair[0]]))
		found.code == "webhook_unreachable"
		contains(found.title, concat("", ["inject.example.com (Service mesh/injector)", pair[1], " (failed calling webhook)"]))
		found.next == {"tool": "diagnose", "arguments": {"kind": "service", "namespace": "mesh", "name": "injector"}}
	}
	elsewhere := _of(`failed calling webhook "inject.example.com": Post "https://hooks.example.com/": EOF`)
	contains(elsewhere.title, "(Service unknown)")
	elsewhere.next == null
}

test_a_webhook_that_holds_up_several_is_one_finding if {
	message := `failed calling webhook "inject.example.com": failed to call webhook: Post "https://injector.mesh.svc:443/mutate": EOF`
	found := admission.finding with input as world.within([
		shop.deployment("a", {"status": _failing(message)}),
		shop.deployment("b", {"status": _failing(message)}),
	])
	startswith(_only(found).title, "Deployment shop/a, Deployment shop/b cannot create pods")
	every key in ["Deployment/shop/a", "Deployment/shop/b"] { key in _only(found).reaches }
}

test_a_deployment_speaks_where_its_set_was_not_seen_and_keeps_silent_where_it_was if {
	message := concat("", [_start, "something new"])
	alone := shop.deployment("web", {"status": _failing(message)})
	_only(_found(alone, [])).at == "Deployment/shop/web"
	_only(_found(alone, [_set("web-6d4b75cb6d", "7", message, "web")])).at == "ReplicaSet/shop/web-6d4b75cb6d"
}

test_an_event_says_the_same_as_the_condition_with_a_time if {
	message := concat("", [_start, "something new"])
	set := _set("web-6d4b75cb6d", "7", message, "web")
	event := world.event(set, "FailedCreate", concat("", ["Error creating: ", message]), 9)
	lines := _only(_found(_web, [set, event])).evidence
	count(lines) == 1
	startswith(lines[0], "event ")
}

_late(event) := object.union(event, {"lastTimestamp": "2026-01-17T09:59:30Z"})

test_of_kinds_without_a_condition_the_last_event_counts_while_pods_are_missing if {
	every pair in [
		[shop.one("StatefulSet", "db", {"spec": {"replicas": 2}, "status": {"replicas": 1}}), 1],
		[shop.one("StatefulSet", "db", {"spec": {"replicas": 2}, "status": {"replicas": 2}}), 0],
		[shop.one("DaemonSet", "db", {"status": {"desiredNumberScheduled": 3, "currentNumberScheduled": 1}}), 1],
		[shop.one("DaemonSet", "db", {"status": {"desiredNumberScheduled": 3, "currentNumberScheduled": 3}}), 0],
		[shop.one("Job", "db", {"spec": {}, "status": {}}), 1],
		[shop.one("Job", "db", {"spec": {"suspend": true}, "status": {}}), 0],
		[shop.one("Job", "db", {"spec": {}, "status": {"active": 1}}), 0],
		[shop.one("Job", "db", {"spec": {}, "status": {"conditions": [shop.condition("Failed", "True", "")]}}), 0],
	] {
		count(_found(pair[0], [world.event(pair[0], "FailedCreate", "something new", 3)])) == pair[1]
	}
}

test_a_deployment_hears_of_sets_that_were_not_seen if {
	web := shop.deployment("web", {"spec": {"replicas": 2}, "status": {"replicas": 2, "unavailableReplicas": 1}})
	set := shop.one("ReplicaSet", "web-5d8", {})
	other := shop.one("ReplicaSet", "web-api-5d8", {})
	_only(_found(web, [world.event(set, "FailedCreate", "something new", 3)])).at == "Deployment/shop/web"
	count(_found(web, [world.event(other, "FailedCreate", "something new", 3)])) == 0
	whole := object.union(web, {"status": {"unavailableReplicas": 0, "updatedReplicas": 1}})
	count(_found(whole, [world.event(set, "FailedCreate", "something new", 3)])) == 1
	done := object.union(web, {"status": {"unavailableReplicas": 0, "updatedReplicas": 2}})
	count(_found(done, [world.event(set, "FailedCreate", "something new", 3)])) == 0
}

test_what_was_created_since_is_over if {
	db := shop.one("StatefulSet", "db", {"spec": {"replicas": 2}, "status": {"replicas": 1}})
	failed := world.event(db, "FailedCreate", "something new", 3)
	count(_found(db, [failed, _late(world.event(db, "SuccessfulCreate", "create Pod db-0", 1))])) == 0
}

test_a_revision_that_is_refused_can_be_rolled_back_if_it_changed_what_is_refused if {
	message := concat("", [_start, `error looking up service account shop/new: serviceaccount "new" not found`])
	old := object.union(_set("web-old", "6", "", "web"), {"status": {"readyReplicas": 2, "conditions": []}})
	_only(_found(_web, [_set("web-6d4b75cb6d", "7", message, "new"), old])).next.arguments.toRevision == 6
	_only(_found(_web, [_set("web-6d4b75cb6d", "7", message, "web"), old])).next == null
}

_quota := concat("", [_start, "exceeded quota: compute, requested: limits.memory=2Gi, used: limits.memory=15Gi, limited: limits.memory=16Gi"])

test_the_quota_is_asked_for_and_quoted if {
	set := _set("web-6d4b75cb6d", "7", _quota, "web")
	asked := admission.asks with input as world.around(_web, [set])
	shop.ids(asked) == {"get/ResourceQuota/shop/compute"}
	quota := shop.one("ResourceQuota", "compute", {"status": {
		"used": {"limits.memory": "15Gi", "pods": "7"},
		"hard": {"limits.memory": "16Gi", "pods": "50"},
	}})
	_only(_found(_web, [set, quota])).evidence[1] == "ResourceQuota shop/compute: status.used.limits.memory = 15Gi of 16Gi"
	demands := _set("web-6d4b75cb6d", "7", "failed quota: compute: must specify limits.cpu for: app", "web")
	demanded := admission.asks with input as world.around(_web, [demands])
	shop.ids(demanded) == {"get/ResourceQuota/shop/compute"}
}

test_the_limits_are_asked_for_and_quoted if {
	set := _set("web-6d4b75cb6d", "7", "maximum memory usage per Container is 2Gi, but limit is 4Gi", "web")
	asked := admission.asks with input as world.around(_web, [set])
	shop.ids(asked) == {"list/limits/shop"}
	range := shop.one("LimitRange", "small", {"spec": {"limits": [{"type": "Container", "max": {"memory": "2Gi"}}, {"type": "Pod", "max": {"memory": "8Gi"}}]}})
	_only(_found(_web, [set, range])).evidence[1] == "LimitRange shop/small: spec.limits[Container].max.memory = 2Gi"
}

test_an_image_that_a_policy_denies_can_be_rolled_back if {
	message := concat("", [_start, `admission webhook "policy.example.com" denied the request: not signed`])
	of_image := {"spec": {"template": {"spec": {"containers": [{"name": "app", "image": "registry.example.com/web:2"}]}}}}
	old := object.union(_set("web-old", "6", "", "web"), {"status": {"readyReplicas": 2, "conditions": []}})
	_only(_found(_web, [object.union(_set("web-6d4b75cb6d", "7", message, "web"), of_image), old])).next.tool == "rollback"
	_only(_found(_web, [_set("web-6d4b75cb6d", "7", message, "web"), old])).next == null
}
