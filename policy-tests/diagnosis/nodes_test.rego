# METADATA
# title: What nodes do to pods
package policy_tests.diagnosis.nodes

import data.diagnosis.nodes
import data.policy_tests.diagnosis.places
import data.policy_tests.diagnosis.shop
import data.policy_tests.diagnosis.world

_node(more) := places.node("node-a", more)

_ready(status, reason, message) := {"status": {"conditions": [{
	"type": "Ready",
	"status": status,
	"reason": reason,
	"message": message,
	"lastTransitionTime": shop.an_hour_ago,
}]}}

_silent := _node(_ready("Unknown", "NodeStatusUnknown", "Kubelet stopped posting node status."))

_web := shop.deployment("web", {})

# The Deployment is the target.
_found(objects, observations) := found if {
	found := nodes.finding with input as shop.also(world.around(_web, objects), observations)
}

_only(found) := [one | some one in found][0] if count(found) == 1

_pod := shop.pod("web-6d4b75cb6d-aaaaa", {})

# What a kubelet says of itself, and the code of what is found.
_sayings := [
	["node_silent", "Unknown", "NodeStatusUnknown", "Kubelet stopped posting node status."],
	["node_network_plugin", "False", "KubeletNotReady", "container runtime network not ready: NetworkReady=false reason:NetworkPluginNotReady message:Network plugin returns error: cni plugin not initialized"],
	["node_runtime", "False", "KubeletNotReady", "container runtime is down"],
	["node_runtime", "False", "KubeletNotReady", "PLEG is not healthy: pleg was last seen active 5m ago"],
	["node_not_ready", "False", "KubeletNotReady", "node is shutting down"],
]

test_each_way_of_not_being_ready_has_its_code_and_takes_its_pods_along if {
	every row in _sayings {
		found := _only(_found([_pod, _node(_ready(row[1], row[2], row[3]))], []))
		found.code == row[0]
		endswith(found.title, " On it: shop/web-6d4b75cb6d-aaaaa.")
		contains(found.evidence[0], row[3])
		every key in ["Pod/shop/web-6d4b75cb6d-aaaaa", "Pod/shop/web-6d4b75cb6d-aaaaa/app", "Deployment/shop/web"] { key in found.reaches }
	}
}

test_a_node_that_is_well_is_no_finding if count(_found([_pod, _node({})], [])) == 0

test_what_the_node_says_of_itself_is_shown if {
	event := object.union(world.event(_silent, "NodeNotReady", "Node node-a status is now: NodeNotReady", 1), {"involvedObject": {"namespace": ""}})
	found := _only(_found([_silent, event], []))
	startswith(found.evidence[1], "event ")
	not contains(found.title, "On it")
}

test_a_pod_that_waits_for_the_disk_of_a_pod_on_a_silent_node_is_explained if {
	holder := object.union(_pod, {"spec": places.using("data").spec})
	waiting := places.starting("web-6d4b75cb6d-bbbbb", {"spec": object.union(places.using("data").spec, {"nodeName": "node-b"})})
	"Pod/shop/web-6d4b75cb6d-bbbbb" in _only(_found([holder, waiting, _silent], [])).reaches
}

_pressure(type) := {"status": {"conditions": [{"type": type, "status": "True", "reason": "KubeletHasSomething"}]}}

_evicted := shop.pod("web-6d4b75cb6d-eeeee", {"status": {"phase": "Failed", "reason": "Evicted", "message": "The node was low on resource: memory."}})

test_a_node_without_room_names_what_it_is_short_of_and_whom_it_evicted if {
	every type, words in {"DiskPressure": "disk space", "MemoryPressure": "memory", "PIDPressure": "process numbers"} {
		found := _only(_found([_evicted, _pod, _node(_pressure(type))], []))
		startswith(found.title, concat("", ["Node node-a has run short of ", words, " (", type, ")"]))
		endswith(found.title, " Evicted: shop/web-6d4b75cb6d-eeeee.")
		"Pod/shop/web-6d4b75cb6d-eeeee" in found.reaches
		not "Pod/shop/web-6d4b75cb6d-aaaaa" in found.reaches
	}
}

test_a_pod_that_does_not_begin_on_such_a_node_waits_for_it if {
	pod := shop.pod("web-6d4b75cb6d-wwwww", {"status": {"phase": "Pending", "containerStatuses": [shop.waiting("app", "PodInitializing", "")]}})
	node := _node(_pressure("DiskPressure"))
	found := _only(_found([pod, node], []))
	endswith(found.title, " Waiting there: shop/web-6d4b75cb6d-wwwww.")
	"Pod/shop/web-6d4b75cb6d-wwwww" in found.reaches
	told := _only(_found([pod, world.event(pod, "FailedMount", "secret not found", 3), node], []))
	not contains(told.title, "Waiting there")
}

test_a_node_without_a_route_is_told if {
	_only(_found([_node(_pressure("NetworkUnavailable"))], [])).code == "node_network"
}

_tainted := object.union(_silent, {
	"metadata": {"name": "node-c"},
	"spec": {"taints": [{"key": "node.kubernetes.io/unreachable", "effect": "NoSchedule"}]},
})

_full := "0/3 nodes are available: 1 node(s) had untolerated taint {node.kubernetes.io/unreachable: }, 2 Insufficient cpu."

_all := places.all_nodes([places.node("node-a", {}), places.node("node-b", {}), _tainted])

test_a_pod_that_finds_no_room_is_explained_by_the_node_that_is_down_if_it_would_fit_there if {
	pending := places.pending("web-6d4b75cb6d-ppppp", _full, {})
	found := _only(_found([pending], [_all]))
	endswith(found.title, " Kept off: shop/web-6d4b75cb6d-ppppp.")
	"Pod/shop/web-6d4b75cb6d-ppppp" in found.reaches
	large := places.pending("web-6d4b75cb6d-ppppp", _full, {"spec": {"containers": [{"name": "app", "resources": {"requests": {"cpu": "64"}}}]}})
	not contains(_only(_found([large], [_all])).title, "Kept off")
	sizeless := object.union(object.remove(_tainted, ["status"]), {"status": {"conditions": _tainted.status.conditions}})
	all_ := places.all_nodes([places.node("node-a", {}), places.node("node-b", {}), sizeless])
	contains(_only(_found([large], [all_])).title, "Kept off")
}

test_a_volume_that_no_other_node_reaches_is_said if {
	tied := "0/3 nodes are available: 1 node(s) had untolerated taint {node.kubernetes.io/unreachable: }, 2 node(s) had volume node affinity conflict."
	pending := places.pending("web-6d4b75cb6d-ppppp", tied, {})
	found := _only(_found([pending], [_all]))
	endswith(found.title, "No other node can reach its volume (volume node affinity).")
	contains(concat(" ", found.evidence), "2 node(s) had volume node affinity conflict")
}

test_in_a_large_cluster_one_node_is_no_reason if {
	many := array.concat([_tainted], [places.node(concat("-", ["node", $"{number}"]), {}) | some number in numbers.range(1, 9)])
	pending := places.pending("web-6d4b75cb6d-ppppp", _full, {})
	not contains(_only(_found([pending], [places.all_nodes(many)])).title, "Kept off")
}

test_a_cordon_is_told_of_the_node_that_was_asked_for_only if {
	cordoned := _node({"spec": {"unschedulable": true}})
	found := nodes.finding with input as world.around(cordoned, [])
	_only(found).quiet
	count(_found([_pod, cordoned], [])) == 0
}

_unknown := shop.pod("web-6d4b75cb6d-uuuuu", {"spec": {"nodeName": "gone"}, "status": {"phase": "Unknown"}})

test_a_node_that_no_longer_exists_is_told_once_all_others_were_seen if {
	_only(_found([_unknown], [places.all_nodes([places.node("node-a", {})])])).code == "node_gone"
	count(_found([_unknown], [world.absent("get/Node//gone", "Node", "gone")])) == 0
	elsewhere := shop.pod("web-6d4b75cb6d-bbbbb", {"spec": {"nodeName": "gone"}})
	going := object.union(elsewhere, {"metadata": {"deletionTimestamp": shop.an_hour_ago}})
	lost := object.union(elsewhere, {"status": {"reason": "NodeLost"}})
	every pod in [going, lost] {
		_only(_found([pod], [places.all_nodes([places.node("node-a", {})])])).code == "node_gone"
	}
	count(_found([elsewhere], [places.all_nodes([places.node("node-a", {})])])) == 0
	ended := object.union(_unknown, {"metadata": {"deletionTimestamp": shop.an_hour_ago}, "status": {"phase": "Succeeded"}})
	count(_found([ended], [places.all_nodes([places.node("node-a", {})])])) == 0
}

# What the runtime says when it makes a sandbox, and the words for it.
_networks := [
	["plugin type=\"host-local\" failed (add): no IP addresses available in range set", ": no address is left"],
	["plugin type=\"calico\" failed (add): stat /var/lib/calico/nodename: no such file or directory", ": its network plugin is not set up"],
	["something else", ""],
]

test_a_sandbox_that_cannot_be_made_is_told_with_the_reason if {
	starting := places.starting("web-6d4b75cb6d-aaaaa", {})
	every pair in _networks {
		event := world.event(starting, "FailedCreatePodSandBox", pair[0], 4)
		endswith(_only(_found([starting, event], [])).title, concat("", ["cannot set up its network", pair[1], " (FailedCreatePodSandBox)."]))
		later := object.union(world.event(starting, "Pulling", "Pulling image", 1), {"lastTimestamp": "2026-01-17T09:59:30Z"})
		count(_found([starting, event, later], [])) == 0
	}
}

_asked(planning) := ids if {
	wants := nodes.asks with input as planning
	ids := shop.ids(wants)
}

# Pods that a node may have to do with.
_suspicious := [
	_unknown,
	_evicted,
	shop.pod("a", {"metadata": {"deletionTimestamp": shop.an_hour_ago}}),
	shop.pod("a", {"status": {
		"conditions": [shop.condition("Ready", "False", "")],
		"containerStatuses": [shop.running("app", true)],
	}}),
]

test_the_node_of_a_suspicious_pod_is_asked_for if {
	every pod in _suspicious {
		_asked(world.around(_web, [pod])) == {concat("", ["get/Node//", pod.spec.nodeName])}
	}
	count(_asked(world.around(_web, [_pod]))) == 0
	event := world.event(_pod, "NodeNotReady", "Node is not ready", 1)
	_asked(world.around(_web, [_pod, event])) == {"get/Node//node-a"}
}

test_the_node_of_who_holds_a_volume_is_asked_for if {
	holder := object.union(_pod, {"spec": places.using("data").spec})
	waiting := places.starting("web-6d4b75cb6d-bbbbb", {"spec": object.union(places.using("data").spec, {"nodeName": "node-b"})})
	event := world.event(waiting, "FailedAttachVolume", "Multi-Attach error for volume \"pv-1\"", 1)
	_asked(world.around(_web, [holder, waiting, event])) == {"get/Node//node-a", "get/Node//node-b"}
}

test_all_nodes_are_asked_for_once_one_was_not_found_and_none_once_all_were_seen if {
	absent := world.absent("get/Node//gone", "Node", "gone")
	_asked(shop.also(world.around(_web, [_unknown]), [absent])) == {"get/Node//gone", "list/nodes/"}
	count(_asked(shop.also(world.around(_web, [_unknown]), [_all]))) == 0
}

test_where_everything_is_looked_at_unwell_nodes_are_asked_for if {
	_asked(object.union(world.within([]), {"call": {"arguments": {"namespace": ""}}})) == {"list/unwell nodes/"}
	count(_asked(world.within([]))) == 0
}

test_a_node_that_is_the_target_is_not_asked_for_again if {
	count(_asked(world.around(_silent, [object.union(_unknown, {"spec": {"nodeName": "node-a"}})]))) == 0
}
