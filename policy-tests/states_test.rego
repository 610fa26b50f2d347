# METADATA
# title: How objects stand, and what they say of themselves
package policy_tests.states

import data.lib.conditions
import data.lib.noise
import data.lib.states
import data.policy_tests.diagnosis.shop
import data.policy_tests.diagnosis.world

_now := world.planning({}, [])

_line(object_) := line if {
	line := states.line(object_.kind, object_) with input as _now
}

_lines := {
	"Pod web-1: Running, 0 of 1 ready, CrashLoopBackOff, 7 restarts, on node-a": shop.pod("web-1", {"status": {"containerStatuses": [shop.crashed(
		"app",
		1,
		"Error",
	)]}}),
	"Pod web-1: Evicted, 0 of 1 ready": {
		"kind": "Pod",
		"metadata": {"name": "web-1"},
		"status": {"phase": "Failed", "reason": "Evicted", "containerStatuses": [shop.ended("app", 1, "Error")]},
	},
	"Pod web-1: being deleted since 2026-01-17T09:00:00Z, Running, 0 of 1 ready, on node-a": shop.pod("web-1", {"metadata": {"deletionTimestamp": shop.an_hour_ago}}),
	"Deployment web: 3 of 3 ready": shop.deployment("web", {}),
	"Deployment web: 0 of 2 ready": shop.one("Deployment", "web", {"spec": {"replicas": 2}}),
	"DaemonSet agent: 1 of 2 ready": shop.one("DaemonSet", "agent", {"status": {"desiredNumberScheduled": 2, "numberReady": 1}}),
	"Job once: failed 2, Failed=True (BackoffLimitExceeded)": shop.one("Job", "once", {"status": {
		"failed": 2,
		"conditions": [shop.condition("Failed", "True", "BackoffLimitExceeded"), shop.condition("Suspended", "False", "")],
	}}),
	"CronJob nightly: 5 1 * * *, suspended: true": shop.one("CronJob", "nightly", {"spec": {"schedule": "5 1 * * *", "suspend": true}}),
	"CronJob nightly: 5 1 * * *": shop.one("CronJob", "nightly", {"spec": {"schedule": "5 1 * * *", "suspend": false}}),
	"Service web: 80→8080": shop.service("web", "web"),
	"Service web: ClusterIP, 80→80": shop.one("Service", "web", {"spec": {"type": "ClusterIP", "ports": [{"port": 80}]}}),
	"EndpointSlice web-1: endpoints: none": shop.one("EndpointSlice", "web-1", {"endpoints": []}),
	"EndpointSlice web-1: endpoints: 10.0.0.1 10.0.0.2 not ready": shop.one("EndpointSlice", "web-1", {"endpoints": [
		{"addresses": ["10.0.0.1"]},
		{"addresses": ["10.0.0.2"], "conditions": {"ready": false}},
	]}),
	"ResourceQuota all: used cpu=1 pods=3": shop.one("ResourceQuota", "all", {"status": {"used": {"pods": "3", "cpu": "1"}}}),
	"PodDisruptionBudget web: healthy 3, needed 2, disruptions allowed 1": shop.one("PodDisruptionBudget", "web", {"status": {
		"currentHealthy": 3,
		"desiredHealthy": 2,
		"disruptionsAllowed": 1,
	}}),
	"Shop books: Ready=False": shop.one("Shop", "books", {"status": {"conditions": [{"type": "Ready", "status": "False"}]}}),
	"ConfigMap settings": shop.one("ConfigMap", "settings", {}),
}

test_an_object_stands_in_a_line[line] if {
	some line, object_ in _lines
	_line(object_) == line
}

test_conditions_that_are_told_beside_it_are_left_out if {
	failed := shop.one("Shop", "books", {"status": {"conditions": [{"type": "Ready", "status": "False"}]}})
	line := states.brief("Shop", failed) with input as _now
	line == "Shop books"
}

_unwell(object_) if {
	states.unwell(object_.kind, object_) with input as _now
}

test_unwell_is_what_is_not_as_it_should_be if {
	_unwell(shop.pod("web-1", {"status": {"containerStatuses": [shop.running("app", false)]}}))
	_unwell(shop.pod("web-1", {"status": {"phase": "Pending"}}))
	_unwell(shop.pod("web-1", {"metadata": {"deletionTimestamp": shop.an_hour_ago}}))
	_unwell(shop.deployment("web", {"status": {"readyReplicas": 2}}))
	_unwell(shop.one("Shop", "books", {"status": {"conditions": [{"type": "Stalled", "status": "True"}]}}))
}

test_what_is_done_or_ready_is_well if {
	not _unwell(shop.pod("web-1", {"status": {"containerStatuses": [shop.running("app", true)]}}))
	not _unwell(shop.pod("web-1", {"status": {"phase": "Succeeded", "containerStatuses": [shop.ended("app", 0, "Completed")]}}))
	not _unwell(shop.deployment("web", {}))
	not _unwell(shop.one("ConfigMap", "settings", {}))
}

_conditions(list) := [line |
	some one in conditions.of({"status": {"conditions": list}})
	line := conditions.line(one) with input as _now
]

test_conditions_stand_in_order_of_concern if {
	_conditions([
		{"type": "Available", "status": "True", "reason": "Fine", "message": "not told"},
		{"type": "Degraded", "status": "False"},
		{"type": "MemoryPressure", "status": "True", "message": "little memory", "lastTransitionTime": shop.an_hour_ago},
		{"type": "Ready", "status": "False", "reason": "NotYet", "message": "soon"},
		{"type": "ScalingLimited", "status": "True"},
		{"type": "Synced", "status": "Unknown", "message": "who knows"},
		{"type": 7},
	]) == [
		"MemoryPressure=True since 2026-01-17T09:00:00Z, 60m ago: little memory",
		"Ready=False (NotYet): soon",
		"Synced=Unknown: who knows",
		"Available=True (Fine)",
		"Degraded=False",
		"ScalingLimited=True",
	]
}

test_nothing_is_bad_of_what_has_done_its_work if {
	done := {"status": {"phase": "Succeeded", "conditions": [{"type": "Ready", "status": "False"}]}}
	bad := conditions.bad(done) with input as _now
	bad == []
}

_pod := {
	"spec": {
		"restartPolicy": "Always",
		"schedulerName": "mine",
		"tolerations": [
			{"key": "node.kubernetes.io/not-ready", "operator": "Exists"},
			{"key": "node.kubernetes.io/unreachable", "operator": "Exists"},
		],
		"containers": [{
			"name": "app",
			"imagePullPolicy": "IfNotPresent",
			"ports": [{"containerPort": 80, "protocol": "TCP"}, {"containerPort": 53, "protocol": "UDP"}],
			"readinessProbe": {"periodSeconds": 10, "timeoutSeconds": 5},
			"volumeMounts": [{"name": "data"}, {"name": "kube-api-access-x7"}],
		}],
		"volumes": [{"name": "data"}, {"name": "kube-api-access-x7"}],
	},
	"status": {"containerStatuses": [{"name": "app", "imageID": "x"}]},
}

_noise(object_) := {pointer | some pointer in noise.pointers(object_)}

test_what_the_server_fills_in_is_noise if {
	_noise(_pod) - _noise({}) == {
		"/spec/restartPolicy",
		"/spec/tolerations",
		"/spec/containers/0/imagePullPolicy",
		"/spec/containers/0/ports/0/protocol",
		"/spec/containers/0/readinessProbe/periodSeconds",
		"/spec/containers/0/volumeMounts/1",
		"/spec/volumes/1",
		"/status/containerStatuses/0/image",
		"/status/containerStatuses/0/imageID",
	}
}

test_what_somebody_chose_is_none if {
	chosen := {"spec": {
		"revisionHistoryLimit": 3,
		"ports": [{"port": 80, "protocol": "TCP"}],
		"selector": {"matchLabels": {"app": "web"}},
		"template": {"metadata": {"labels": {"app": "web"}}},
		"tolerations": [{"key": "spot"}, {"key": "node.kubernetes.io/not-ready"}],
	}}
	_noise(chosen) - _noise({}) == {"/spec/ports/0/protocol", "/spec/template/metadata"}
}
