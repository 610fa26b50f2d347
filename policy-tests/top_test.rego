# METADATA
# title: What pods and nodes use
package policy_tests.top

import data.policy_tests.diagnosis.world
import data.tools.top

_after(arguments, observations) := world.planning(arguments, observations)

_plan(arguments, observations) := plan if {
	plan := top.plan with input as _after(arguments, observations)
}

_blocks(arguments, observations) := answer.blocks if {
	answer := top.answer with input as _after(arguments, observations)
}

_saw(id, data_) := {
	"id": id,
	"lap": 1,
	"outcome": "ok",
	"request": {"verb": "list", "group": "", "version": "v1", "kind": "X", "resource": "", "subresource": "", "namespace": "", "name": ""},
	"data": data_,
	"reasons": [],
	"fault": null,
	"truncated": false,
}

_refused(id) := object.union(_saw(id, null), {"outcome": "denied", "reasons": [{"code": "not_granted"}]})

_failed(id, code) := object.union(_saw(id, null), {"outcome": "fault", "fault": {"code": code, "remedy": "Wait."}})

_usage(name, containers) := {"metadata": {"namespace": "shop", "name": name}, "containers": [{"name": container, "usage": usage} |
	some container, usage in containers
]}

_pod(name, containers) := {"metadata": {"namespace": "shop", "name": name}, "spec": {"containers": [{"name": container, "resources": resources} |
	some container, resources in containers
]}}

_used := _saw("usage/pod", {"items": [
	_usage("web-1", {"app": {"cpu": "100m", "memory": "100Mi"}, "side": {"cpu": "1m", "memory": "10Mi"}}),
	_usage("web-2", {"app": {"cpu": "10m", "memory": "480Mi"}}),
	_usage("api-1", {"app": {"cpu": "450m", "memory": "10Mi"}, "odd": {"cpu": "some"}}),
]})

_limits := {"limits": {"cpu": "500m", "memory": "512Mi"}, "requests": {"cpu": "200m", "memory": "256Mi"}}

_pods := _saw("objects/pod", {"items": [
	_pod("web-1", {"app": _limits}),
	_pod("web-2", {"app": _limits}),
	_pod("api-1", {"app": {"requests": {"cpu": "100m"}}, "side": {}}),
]})

_nodes := [
	_saw("usage/node", {"items": [{"metadata": {"name": "node-a"}, "usage": {"cpu": "1", "memory": "6Gi"}}]}),
	_saw("objects/node", {"items": [{"metadata": {"name": "node-a"}, "status": {"allocatable": {"cpu": "4", "memory": "8Gi"}}}]}),
]

_ids(plan) := [request.id | some request in plan.requests]

test_with_nothing_named_nodes_and_pods_are_measured if {
	plan := _plan({}, [])
	_ids(plan) == ["api/node", "usage/node", "objects/node", "api/pod", "usage/pod", "objects/pod"]
	plan.more
	every request in plan.requests { request.optional }
}

test_a_namespace_means_its_pods if {
	plan := _plan({"namespace": "shop"}, [])
	_ids(plan) == ["api/pod", "usage/pod", "objects/pod"]
	plan.requests[1].kind == "metrics.k8s.io/v1beta1/PodMetrics"
	plan.requests[1].namespace == "shop"
}

test_nodes_are_in_no_namespace if {
	[_, usage, object_] := _plan({"kind": "node", "namespace": "shop", "name": "node-a"}, []).requests
	usage.namespace == ""
	usage.verb == "get"
	object_.id == "object"
	object_.name == "node-a"
}

test_a_pod_that_is_not_there_is_looked_for if {
	plan := _plan({"name": "web", "namespace": "shop"}, [world.absent("object", "Pod", "web"), _failed("usage/pod", "NOT_FOUND")])
	_ids(plan) == ["names", "namesakes"]
}

test_what_is_nearest_to_its_limit_stands_first if {
	[first, lines] := _blocks({"namespace": "shop"}, [_used, _pods])
	first.text == "Container app of Pod shop/web-2 is nearest to a limit: memory 480Mi (93% of limit 512Mi, 187% of request 256Mi)."
	lines.quote == [
		"shop/web-2/app: memory 480Mi (93% of limit 512Mi, 187% of request 256Mi), cpu 10m (2% of limit 500m, 5% of request 200m)",
		"shop/web-1/app: cpu 100m (20% of limit 500m, 50% of request 200m), memory 100Mi (19% of limit 512Mi, 39% of request 256Mi)",
		"shop/api-1/app: cpu 450m (no limit, 450% of request 100m), memory 10Mi (no limit, no request)",
		"shop/web-1/side: memory 10Mi (no limit, no request), cpu 1m (no limit, no request)",
	]
}

test_nodes_are_measured_by_what_they_can_give if {
	blocks := _blocks({}, array.concat(_nodes, [_used, _pods]))
	blocks[0].text == "Node node-a is fullest: memory 6144Mi (75% of allocatable 8192Mi)."
	blocks[1].quote == ["node-a: memory 6144Mi (75% of allocatable 8192Mi), cpu 1000m (25% of allocatable 4000m)"]
	startswith(blocks[2].text, "Container app of Pod shop/web-2")
}

test_without_a_metrics_api_it_says_so_once if {
	[block] := _blocks({}, [_failed("api/pod", "KIND_UNKNOWN"), _failed("api/node", "KIND_UNKNOWN")])
	startswith(block.text, "This cluster has no metrics API")
	_plan({}, [_failed("api/pod", "KIND_UNKNOWN")]) == {"requests": [], "answer": true}
}

test_an_api_that_knows_only_nodes_says_so if {
	blocks := _blocks({}, array.concat(_nodes, [_failed("api/pod", "KIND_UNKNOWN")]))
	blocks[count(blocks) - 1].text == "The metrics API does not know pods."
}

test_what_was_not_measured_yet_is_not_nothing if {
	[block] := _blocks({"name": "web", "namespace": "shop"}, [_failed("usage/pod", "NOT_FOUND")])
	startswith(block.text, "It is not measured")
}

test_an_api_that_fails_is_told_with_its_remedy if {
	[block] := _blocks({"namespace": "shop"}, [_failed("usage/pod", "CLUSTER_UNREACHABLE")])
	block.text == "The metrics API gives no answer for pods: CLUSTER_UNREACHABLE. What to do: Wait."
}

test_where_nothing_runs_nothing_is_measured if {
	[block] := _blocks({"namespace": "shop"}, [_saw("usage/pod", {"items": []})])
	block.text == "Nothing is measured of pods here."
}

test_a_refusal_of_everything_is_the_end if {
	plan := _plan({"namespace": "shop"}, [_refused("usage/pod"), _pods])
	_ids(plan) == ["usage again pod"]
	not plan.requests[0].optional
	_plan({"namespace": "shop"}, [_refused("usage/pod"), _pods, _saw("usage again pod", {"items": []})]).answer
}

test_a_refusal_of_some_is_said if {
	plan := _plan({}, array.concat(_nodes, [_refused("usage/pod")]))
	plan.answer
	blocks := _blocks({}, array.concat(_nodes, [_refused("usage/pod")]))
	blocks[count(blocks) - 1].text == "What pods use may not be seen: not_granted."
}

test_limits_that_may_not_be_seen_are_not_taken_for_none if {
	blocks := _blocks({"namespace": "shop"}, [_used, _refused("objects/pod")])
	blocks[0].text == "No container that was measured has a limit that could be seen."
	blocks[1].quote[0] == "shop/api-1/app: memory 10Mi, cpu 450m"
	blocks[2].text == "Requests and limits could not be seen: not_granted."
}

test_limits_that_could_not_be_read_are_not_taken_for_none if {
	blocks := _blocks({"namespace": "shop"}, [_used, _failed("objects/pod", "CLUSTER_TIMEOUT")])
	blocks[2].text == "Requests and limits could not be seen: CLUSTER_TIMEOUT."
}

test_a_list_that_was_cut_is_said if {
	cut := object.union(_used, {"truncated": true})
	blocks := _blocks({}, [cut, _pods])
	blocks[count(blocks) - 1].text == "There are more pods than were looked at."
}
