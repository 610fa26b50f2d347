# METADATA
# title: Pods that were taken off their node
package policy_tests.diagnosis.evictions

import data.diagnosis.evictions
import data.policy_tests.diagnosis.shop
import data.policy_tests.diagnosis.world

_gone(name, reason, message) := shop.pod(name, {"status": {
	"phase": "Failed",
	"reason": reason,
	"message": message,
	"conditions": [{"type": "DisruptionTarget", "status": "True", "lastTransitionTime": shop.five_minutes_ago}],
}})

_short := shop.deployment("web", {"status": {"readyReplicas": 2}})

_low := "The node was low on resource: memory. Threshold quantity: 100Mi, available: 50Mi. Container app was using 900Mi, request is 64Mi, has larger consumption of memory. "

_found(target, objects) := found if {
	found := shop.by_code(evictions.finding) with input as world.around(target, objects)
}

# Reason, message, code, words of the title.
_cases := [
	["Evicted", _low, "evicted", "from node node-a, which was low on memory; its container app used 900Mi and requested 64Mi (Evicted)"],
	["Evicted", "The node was low on resource: ephemeral-storage.", "evicted", "low on ephemeral-storage (Evicted)"],
	["Evicted", `Usage of EmptyDir volume "cache" exceeds the limit "500Mi". `, "evicted_for_storage", "its limit of 500Mi on volume cache (Evicted"],
	["Evicted", "Pod ephemeral local storage usage exceeds the total limit of containers 1Gi. ", "evicted_for_storage", "its limit of 1Gi (Evicted"],
	["Evicted", "The node had condition: [DiskPressure]. ", "evicted_at_once", "which had DiskPressure"],
	["Evicted", "something else", "evicted_otherwise", "was evicted from node node-a (Evicted)"],
	["NodeShutdown", "Pod was terminated in response to imminent node shutdown.", "node_shut_down", "node-a was shut down (NodeShutdown)"],
	["OutOfcpu", "Node didn't have enough resource: cpu", "refused_by_node", "(OutOfcpu)"],
	["UnexpectedAdmissionError", "Allocate failed", "refused_by_node", "(UnexpectedAdmissionError)"],
]

test_every_reason_is_told_as_what_it_is[note] if {
	some [reason, message, code, words] in _cases
	note := message
	found := _found(_short, [_gone("web-1", reason, message)])
	object.keys(found) == {code}
	startswith(found[code].title, "A pod of Deployment shop/web ")
	contains(found[code].title, words)
}

test_what_was_replaced_by_healthy_pods_is_no_finding if {
	count(_found(shop.deployment("web", {}), [_gone("web-1", "Evicted", _low)])) == 0
}

test_of_a_workload_that_was_not_seen_the_pods_tell if {
	evicted := _gone("web-1", "Evicted", _low)
	healthy := shop.pod("web-2", {"status": {"conditions": [shop.condition("Ready", "True", "")]}})
	count(_found(shop.service("web", "web"), [evicted, healthy])) == 0
	count(_found(shop.service("web", "web"), [evicted])) == 1
}

test_one_that_is_asked_for_by_name_is_told_whatever_came_after if {
	evicted := _gone("web-1", "Evicted", _low)
	_found(evicted, [shop.deployment("web", {})]).evicted
}

test_a_bare_pod_is_missed_for_a_while if {
	bare := object.union(_gone("solo", "Evicted", _low), {"metadata": {"ownerReferences": []}})
	startswith(_found(shop.service("web", "web"), [bare]).evicted.title, "Pod shop/solo was evicted")
	old := object.union(bare, {"status": {"conditions": [{"type": "DisruptionTarget", "lastTransitionTime": shop.an_hour_ago}]}})
	count(_found(shop.service("web", "web"), [old])) == 0
}

test_a_pod_of_a_job_that_is_not_done_is_missed if {
	pod := object.union(_gone("load-1", "Evicted", _low), {"metadata": {"ownerReferences": [{"kind": "Job", "name": "load"}]}})
	_found(shop.one("Job", "load", {"status": {"active": 1}}), [pod]).evicted
	done := shop.one("Job", "load", {"status": {"conditions": [shop.condition("Complete", "True", "")]}})
	count(_found(done, [pod])) == 0
}

test_an_eviction_long_ago_explains_the_pod_that_waits_in_its_place_and_no_other if {
	evicted := object.union(_gone("web-1", "Evicted", _low), {"status": {"conditions": [{"type": "DisruptionTarget", "lastTransitionTime": shop.an_hour_ago}]}})
	waiting := shop.pod("web-2", {
		"metadata": {"creationTimestamp": "2026-01-17T09:00:05Z"},
		"status": {"phase": "Pending"},
	})
	found := _found(_short, [evicted, waiting])
	"Pod/shop/web-2" in found.evicted.reaches
	later := object.union(waiting, {"metadata": {"creationTimestamp": shop.five_minutes_ago}})
	count(_found(_short, [evicted, later])) == 0
}

test_when_it_was_is_read_where_it_stands[note] if {
	some note, more in {
		"event": {},
		"container": {"containerStatuses": [shop.ended("app", 137, "Error")]},
		"start": {"startTime": shop.five_minutes_ago},
	}
	pod := object.union(
		object.remove(_gone("web-1", "Evicted", _low), ["status"]),
		{"status": object.union({"phase": "Failed", "reason": "Evicted", "message": _low}, more)},
	)
	events := [world.event(pod, "Evicted", _low, 1) | note == "event"]
	_found(_short, array.concat([pod], events)).evicted
}

test_a_pod_that_had_to_go_for_another_is_told_by_its_event if {
	gone := world.event({"kind": "Pod", "metadata": {"name": "web-6d4b75cb6d-x"}}, "Preempted", "Preempted by a pod on node node-b", 1)
	found := _found(_short, [gone])
	startswith(found.preempted.title, "Deployment shop/web had to go for a pod of higher priority on node node-b")
	count(_found(shop.deployment("web", {}), [gone])) == 0
	seen := shop.pod("web-6d4b75cb6d-x", {})
	startswith(_found(_short, [gone, seen]).preempted.title, "A pod of Deployment shop/web had")
}

test_a_pod_that_a_taint_drove_away_is_told_by_its_event if {
	gone := world.event({"kind": "Pod", "metadata": {"name": "web-6d4b75cb6d-x"}}, "TaintManagerEviction", "Marking for deletion Pod shop/web-6d4b75cb6d-x", 1)
	_found(_short, [gone]).tainted_away
	kept := object.union(gone, {"message": "Cancelling deletion of Pod shop/web-6d4b75cb6d-x"})
	count(_found(_short, [kept])) == 0
}

test_the_node_is_looked_at if {
	asks := shop.ids(evictions.asks) with input as world.around(_short, [_gone("web-1", "Evicted", _low)])
	asks == {"get/Node//node-a"}
}
