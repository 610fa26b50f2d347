# METADATA
# title: What is found of pods that are not ready
package policy_tests.diagnosis.readiness

import data.diagnosis.readiness
import data.policy_tests.diagnosis.shop
import data.policy_tests.diagnosis.world

_found(objects) := found if {
	found := shop.by_code(readiness.finding) with input as world.within(objects)
}

_pod(status) := shop.pod("web-6d4b75cb6d-abc", {"status": status})

_not_ready(reason) := {"conditions": [object.union(
	shop.condition("Ready", "False", reason),
	{"message": `the status of pod readiness gate "lb.example.com/up" is not "True", but False`},
)]}

test_a_pod_that_is_ready_is_no_finding if _found([_pod({"conditions": [shop.condition("Ready", "True", "")]})]) == {}

test_a_pod_that_runs_and_is_not_ready_shows_its_containers_and_its_events if {
	pod := _pod(object.union(_not_ready("ContainersNotReady"), {"containerStatuses": [
		shop.waiting("app", "CrashLoopBackOff", "back-off"),
		shop.ended("helper", 0, "Completed"),
		shop.running("other", false),
		shop.running("well", true),
	]}))
	found := _found([pod, world.event(pod, "Unhealthy", "probe failed", 2)]).pod_not_ready
	found.symptom
	found.title == "Pods of Deployment shop/web: running but not ready (ContainersNotReady)."
	some waits in found.evidence
	contains(waits, "containerStatuses[app].state.waiting = message back-off, reason CrashLoopBackOff")
	some ended in found.evidence
	contains(ended, "containerStatuses[helper].state.terminated = exitCode 0")
	"Pod shop/web-6d4b75cb6d-abc: status.containerStatuses[other].state = running" in found.evidence
	some event in found.evidence
	contains(event, "Unhealthy x2")
}

test_a_pod_that_has_not_been_ready_for_some_seconds_may_still_become_so if {
	condition := object.union(shop.condition("Ready", "False", "x"), {"lastTransitionTime": shop.a_moment_ago})
	_found([_pod({"conditions": [condition]})]) == {}
}

test_a_pod_that_goes_is_not_asked_to_be_ready if {
	going := object.union(_pod(_not_ready("ReadinessGatesNotReady")), {"metadata": {"deletionTimestamp": shop.five_minutes_ago}})
	_found([going]) == {}
}

test_a_readiness_gate_is_named_with_what_its_condition_says if {
	gate := object.union(shop.condition("lb.example.com/up", "False", "NotRegistered"), {"message": "no target"})
	status := object.union(_not_ready("ReadinessGatesNotReady"), {"conditions": array.concat(
		_not_ready("ReadinessGatesNotReady").conditions,
		[gate],
	)})
	found := _found([_pod(status)]).readiness_gate
	contains(found.title, "readiness gate lb.example.com/up is not true")
	contains(found.evidence[0], "status.conditions[lb.example.com/up] = message no target")
	not found.symptom
}

test_a_pod_that_waits_for_long_is_pending if {
	_found([_pod({"phase": "Pending"})]).pod_pending.symptom
}

test_a_pod_of_a_moment_ago_may_be_pending if {
	young := object.union(_pod({"phase": "Pending"}), {"metadata": {"creationTimestamp": shop.five_minutes_ago}})
	_found([young]) == {}
}

test_a_pod_that_failed_lately_is_told if {
	failed := _pod({"phase": "Failed", "reason": "Error", "containerStatuses": [shop.ended("app", 1, "Error")]})
	_found([failed]).pod_failed.title == "Pod shop/web-6d4b75cb6d-abc failed (Error)."
}

test_a_pod_that_failed_long_ago_or_was_evicted_is_not if {
	old := object.union(shop.ended("app", 1, "Error"), {"state": {"terminated": {"finishedAt": shop.an_hour_ago}}})
	_found([_pod({"phase": "Failed", "containerStatuses": [old]})]) == {}
	_found([_pod({"phase": "Failed", "reason": "Evicted", "containerStatuses": [shop.ended("app", 1, "Error")]})]) == {}
}

test_a_pod_of_which_nobody_knows_is_told if {
	_found([_pod({"phase": "Unknown"})]).pod_unknown
}

test_the_log_of_one_pod_that_runs_and_is_not_ready_is_asked_for if {
	pods := [object.union(_pod({"containerStatuses": [shop.running("app", false), shop.running("well", true)]}), {"metadata": {"name": name}}) |
		some name in ["web-1", "web-2"]
	]
	asked := shop.ids(readiness.asks) with input as world.within(pods)
	asked == {"log/shop/web-1/app/now"}
}

test_the_end_of_its_log_stands_in_the_evidence if {
	pod := _pod(object.union(_not_ready("ContainersNotReady"), {"containerStatuses": [shop.running("app", false)]}))
	lines := ["begin", "loading", " ", "still loading"]
	input_ := shop.also(world.within([pod]), [world.log(pod, "app", "now", lines)])
	found := shop.by_code(readiness.finding).pod_not_ready with input as input_
	"log of web-6d4b75cb6d-abc/app: still loading" in found.evidence
	"log of web-6d4b75cb6d-abc/app: loading" in found.evidence
	not "log of web-6d4b75cb6d-abc/app: begin" in found.evidence
}
