# METADATA
# title: What scheduling makes of pods that no node takes
package policy_tests.diagnosis.scheduling

import data.diagnosis.scheduling
import data.lib.scheduler
import data.policy_tests.diagnosis.places
import data.policy_tests.diagnosis.shop
import data.policy_tests.diagnosis.world

_web := shop.deployment("web", {})

_name := "web-6d4b75cb6d-aaaaa"

_planning(objects, nodes) := shop.also(world.around(_web, objects), [places.all_nodes(nodes)])

_found(objects, nodes) := found if {
	found := scheduling.finding with input as _planning(objects, nodes)
}

# Without a look at the nodes.
_blind(objects) := found if {
	found := scheduling.finding with input as world.around(_web, objects)
}

_only(found) := [one | some one in found][0] if count(found) == 1

_pod(message, more) := places.pending(_name, message, more)

_said(reasons) := concat("", ["0/4 nodes are available: ", reasons, ". preemption: 0/4 nodes are available: 4 Preemption is not helpful for scheduling."])

_two := [places.node("node-a", {}), places.node("node-b", {})]

# What the scheduler says, and the code of what is found where the nodes are not seen.
_sayings := [
	["nodes_full", "1 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }, 3 Insufficient cpu"],
	["nodes_full", "2 Insufficient cpu, 3 Insufficient memory"],
	["nodes_full", "1 Insufficient cpu, 1 node(s) were unschedulable, 2 node(s) had volume node affinity conflict"],
	["too_many_pods", "4 Too many pods"],
	["untolerated_taint", "1 node(s) had untolerated taint {dedicated: gpu}, 3 node(s) didn't match Pod's node affinity/selector"],
	["untolerated_taint", "4 node(s) had untolerated taint(s)"],
	["untolerated_taint", "4 node(s) had taint {dedicated: gpu}, that the pod didn't tolerate"],
	["no_node_matches", "4 node(s) didn't match Pod's node affinity/selector"],
	["no_node_matches", "4 node(s) didn't match node selector"],
	["no_node_matches", "4 node(s) didn't match the requested node name"],
	["nodes_cordoned", "1 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }, 3 node(s) were unschedulable"],
	["nodes_cordoned", "4 node(s) had untolerated taint {node.kubernetes.io/unschedulable: }"],
	["nodes_not_ready", "4 node(s) had untolerated taint {node.kubernetes.io/not-ready: }"],
	["nodes_not_ready", "4 node(s) were not ready"],
	["nodes_under_pressure", "4 node(s) had untolerated taint {node.kubernetes.io/disk-pressure: }"],
	["only_control_plane", "4 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }"],
	["volume_out_of_reach", "4 node(s) had volume node affinity conflict"],
	["volume_out_of_reach", "4 node(s) had no available volume zone"],
	["host_port_taken", "4 node(s) didn't have free ports for the requested pod ports"],
	["anti_affinity", "4 node(s) didn't match pod anti-affinity rules"],
	["anti_affinity", "4 node(s) didn't satisfy existing pods anti-affinity rules"],
	["pod_affinity", "4 node(s) didn't match pod affinity rules"],
	["topology_spread", "1 node(s) were unschedulable, 3 node(s) didn't match pod topology spread constraints"],
	["volume_limit", "4 node(s) exceed max volume count"],
	["claim_taken", "4 node(s) unavailable due to PersistentVolumeClaim with ReadWriteOncePod access mode already in-use by another pod"],
	["storage_full", "4 node(s) did not have enough free storage"],
	["devices_taken", "4 cannot allocate all claims"],
	["waits_for_claim", "pod has unbound immediate PersistentVolumeClaims"],
	["waits_for_claim", "persistentvolumeclaim \"data\" not found"],
	["unschedulable", "4 node(s) didn't please the plugin of ours"],
]

test_each_saying_of_the_scheduler_has_its_code if {
	every pair in _sayings { world.codes(_blind([_pod(_said(pair[1]), {})])) == [pair[0]] }
}

test_words_of_its_own_are_no_reason if {
	world.codes(_blind([_pod("running PreBind plugin \"VolumeBinding\": binding volumes: context deadline exceeded", {})])) == ["waits_for_claim"]
	world.codes(_blind([_pod("no nodes available to schedule pods", {})])) == ["no_nodes"]
}

test_new_words_about_claims_are_cut_off if {
	found := _only(_blind([_pod("0/3 nodes are available: 3 Insufficient cpu. no new claims to deallocate, preemption: 0/3 nodes are available: 3 No preemption victims found.", {})]))
	contains(found.title, "no node has the 500m cpu free that it requests; 3 of 3 nodes are too full (Insufficient cpu).")
}

test_what_keeps_it_from_other_nodes_is_counted_behind_and_the_control_plane_is_not if {
	reasons := concat(", ", [
		"1 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }",
		"1 node(s) were unschedulable",
		"2 Insufficient cpu",
		"1 Insufficient nvidia.com/gpu",
		"1 Insufficient memory",
	])
	found := _only(_blind([_pod(_said(reasons), {})]))
	endswith(found.title, "Other nodes: 1 cordoned, 1 short of memory, 1 short of nvidia.com/gpu.")
}

test_a_request_that_no_node_can_meet_is_told_from_nodes_that_are_full if {
	said := _said("2 Insufficient memory")
	large := _pod(said, {"spec": {"containers": [{"name": "app", "resources": {"requests": {"memory": "64Gi"}}}]}})
	found := _only(_found([large], _two_of_four))
	found.code == "no_node_large_enough"
	contains(found.title, "it requests 64Gi memory, and the largest node it may run on has 16Gi (Insufficient memory).")
	some line in found.evidence
	line == "Node node-a: status.allocatable.memory = 16Gi"
	world.codes(_found([_pod(said, {})], _two_of_four)) == ["nodes_full"]
}

_two_of_four := array.concat(_two, [places.control, places.node("node-c", {})])

test_nodes_that_were_not_all_seen_prove_nothing if {
	large := _pod(_said("2 Insufficient memory"), {"spec": {"containers": [{"name": "app", "resources": {"requests": {"memory": "64Gi"}}}]}})
	world.codes(_found([large], _two)) == ["nodes_full"]
}

test_of_two_resources_the_one_that_no_node_could_ever_give_leads if {
	large := _pod(_said("3 Insufficient cpu, 1 Insufficient memory"), {"spec": {"containers": [{
		"name": "app",
		"resources": {"requests": {"cpu": "1", "memory": "64Gi"}},
	}]}})
	contains(_only(_found([large], _two_of_four)).title, "64Gi memory")
}

test_init_containers_and_sidecars_count_as_they_run if {
	pod := _pod(_said("4 Insufficient cpu"), {"spec": {"initContainers": [
		{"name": "proxy", "restartPolicy": "Always", "resources": {"requests": {"cpu": "250m"}}},
		{"name": "setup", "resources": {"requests": {"cpu": "100m"}}},
	]}})
	contains(_only(_blind([pod])).title, "the 750m cpu free")
}

_gpu := {"spec": {"containers": [{"name": "app", "resources": {"requests": {"nvidia.com/gpu": "1"}}}]}}

test_a_device_that_no_node_offers_is_told_from_one_on_tainted_nodes if {
	said := _said("1 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }, 3 Insufficient nvidia.com/gpu")
	none := _only(_found([_pod(said, _gpu)], _two_of_four))
	none.code == "resource_not_offered"
	contains(none.title, "it requests nvidia.com/gpu, which no node that it may run on offers")
	tainted := places.node("gpu-1", {"spec": {"taints": [{"key": "nvidia.com/gpu", "effect": "NoSchedule"}]}, "status": {"allocatable": {"nvidia.com/gpu": "4"}}})
	found := _only(_found([_pod(said, _gpu)], array.concat(_two_of_four, [tainted])))
	found.code == "untolerated_taint"
	contains(found.title, "the taint nvidia.com/gpu:NoSchedule of")
}

test_devices_that_are_never_on_one_node_are_missing_together if {
	pod := _pod(_said("4 Insufficient a.example/x"), {"spec": {"containers": [{"name": "app", "resources": {"requests": {"a.example/x": "1", "b.example/y": "1"}}}]}})
	nodes := [
		places.node("node-a", {"status": {"allocatable": {"a.example/x": "1"}}}),
		places.node("node-b", {"status": {"allocatable": {"b.example/y": "1"}}}),
		places.control,
		places.node("node-c", {"spec": {"unschedulable": true}}),
	]
	contains(_only(_found([pod], nodes)).title, "it requests a.example/x, which")
}

_dedicated(value) := {
	"metadata": {"labels": {"pool": "search"}},
	"spec": {"taints": [{"key": "dedicated", "value": value, "effect": "NoSchedule"}]},
}

test_a_taint_on_the_nodes_that_the_selector_wants_leads_and_a_toleration_that_misses_is_told if {
	pod := _pod(_said("2 node(s) didn't match Pod's node affinity/selector, 2 node(s) had untolerated taint {dedicated: search}"), {"spec": {
		"nodeSelector": {"pool": "search"},
		"tolerations": [
			{"key": "dedicated", "value": "seach", "effect": "NoSchedule"},
			{"key": "node.kubernetes.io/not-ready", "operator": "Exists", "effect": "NoExecute"},
		],
	}})
	nodes := array.concat(_two, [places.node("search-1", _dedicated("search")), places.node("search-2", _dedicated("search"))])
	found := _only(_found([pod], nodes))
	found.code == "untolerated_taint"
	contains(found.title, "it does not tolerate the taint dedicated=search:NoSchedule of the nodes")
	contains(found.title, "It tolerates that key with another value or effect. Other nodes: 2 that its selector or affinity does not admit.")
	found.evidence[0] == "Pod shop/web-6d4b75cb6d-aaaaa: spec.tolerations = dedicated=seach:NoSchedule"
}

test_a_taint_that_is_tolerated_keeps_nobody_off if {
	nodes := [
		places.node("node-a", _dedicated("search")),
		places.node("node-b", _dedicated("search")),
		places.control,
		places.node("node-c", {"spec": {"unschedulable": true, "taints": [
			{"key": "node.kubernetes.io/unschedulable", "effect": "NoSchedule"},
			{"key": "soft", "effect": "PreferNoSchedule"},
		]}}),
	]
	every toleration in [
		{"operator": "Exists"},
		{"key": "dedicated", "operator": "Exists"},
		{"key": "dedicated", "value": "search", "effect": "NoSchedule"},
	] {
		world.codes(_found([_pod(_said("2 Insufficient cpu"), {"spec": {"tolerations": [toleration]}})], nodes)) == ["nodes_full"]
	}
}

test_a_label_that_no_node_has_is_named_with_labels_that_look_like_it if {
	pod := _pod(_said("4 node(s) didn't match Pod's node affinity/selector"), {"spec": {"nodeSelector": {"disktype": "ssd"}}})
	nodes := array.concat(_two_of_four, [places.node("fast-1", {"metadata": {"labels": {"disk-type": "ssd"}}})])
	found := _only(_found([pod], nodes))
	found.code == "no_node_with_label"
	contains(found.title, "it asks for the node label disktype=ssd, which no node has")
	found.evidence[0] == "Node fast-1: metadata.labels.disk-type = ssd"
}

_affine(terms) := {"spec": {"affinity": {"nodeAffinity": {"requiredDuringSchedulingIgnoredDuringExecution": {"nodeSelectorTerms": terms}}}}}

_expression(key, operator, values) := {"matchExpressions": [{"key": key, "operator": operator, "values": values}]}

# Terms of which no node fulfils any, and how they are said.
_unmet := [
	[_expression("zone", "In", ["a", "b"]), "zone=a,b"],
	[_expression("gpu", "Exists", []), "gpu"],
	[_expression("kubernetes.io/hostname", "DoesNotExist", []), "kubernetes.io/hostname"],
	[_expression("kubernetes.io/hostname", "NotIn", ["node-a", "node-b", "node-c", "cp-1"]), "kubernetes.io/hostname~node-a,node-b,node-c,cp-1"],
	[_expression("cores", "Gt", ["8"]), "cores~8"],
	[_expression("cores", "Lt", ["8"]), "cores~8"],
	[{"matchFields": [{"key": "metadata.name", "operator": "In", "values": ["gone"]}]}, "metadata.name=gone"],
]

test_an_affinity_that_no_node_meets_is_named if {
	every pair in _unmet {
		pod := _pod(_said("4 node(s) didn't match Pod's node affinity/selector"), _affine([pair[0]]))
		contains(_only(_found([pod], _two_of_four)).title, concat("", ["the node label ", pair[1], ", which no node has"]))
	}
}

# Terms that some node fulfils.
_met := [
	_expression("kubernetes.io/hostname", "In", ["node-a"]),
	_expression("kubernetes.io/hostname", "Exists", []),
	_expression("gpu", "DoesNotExist", []),
	_expression("gpu", "NotIn", ["yes"]),
	_expression("cores", "Gt", ["4"]),
	_expression("cores", "Lt", ["16"]),
	{"matchFields": [{"key": "metadata.name", "operator": "In", "values": ["node-a"]}]},
]

test_an_affinity_that_a_node_meets_is_not_the_reason if {
	nodes := [places.node("node-a", {"metadata": {"labels": {"cores": "8"}}}), places.node("node-b", {}), places.node("node-c", {}), places.control]
	every term in _met {
		pod := _pod(_said("1 Insufficient cpu, 2 node(s) didn't match Pod's node affinity/selector"), _affine([_expression("no", "Exists", []), term]))
		world.codes(_found([pod], nodes)) == ["nodes_full"]
	}
}

test_labels_that_no_node_has_together_are_compared if {
	pod := _pod(_said("4 node(s) didn't match Pod's node affinity/selector"), object.union(
		{"spec": {"nodeSelector": {"kubernetes.io/hostname": "node-a"}}},
		_affine([_expression("kubernetes.io/hostname", "In", ["node-b"])]),
	))
	found := _only(_found([object.union(pod, {"spec": object.union(pod.spec, {"nodeSelector": {"kubernetes.io/hostname": "node-a"}})})], _two_of_four))
	found.code == "no_node_matches"
	some line in found.evidence
	line == "Pod shop/web-6d4b75cb6d-aaaaa: spec.nodeSelector = kubernetes.io/hostname=node-a"
}

_cordoned := places.node("node-d", {"spec": {"unschedulable": true}})

_down := places.node("node-e", {"spec": {"taints": [{"key": "node.kubernetes.io/unreachable", "effect": "NoSchedule"}]}, "status": {"conditions": [{"type": "Ready", "status": "Unknown"}]}})

_pressed := places.node("node-f", {"spec": {"taints": [{"key": "node.kubernetes.io/memory-pressure", "effect": "NoSchedule"}]}})

test_nodes_that_take_no_pods_now_are_named if {
	said := _said("1 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }, 3 node(s) were unschedulable")
	every pair in [["nodes_cordoned", _cordoned], ["nodes_not_ready", _down], ["nodes_under_pressure", _pressed]] {
		found := _only(_found([_pod(said, {})], array.concat([places.control], _thrice(pair[1]))))
		found.code == pair[0]
		contains(found.title, concat("", ["(", pair[1].metadata.name]))
	}
	control := _said("4 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }")
	_only(_found([_pod(control, {})], array.concat([places.control], _thrice(places.control)))).code == "only_control_plane"
}

_thrice(node) := [object.union(node, {"metadata": {"name": concat("", [node.metadata.name, mark])}}) | some mark in ["-1", "-2", "-3"]]

test_a_volume_in_a_zone_without_nodes_is_named_with_its_place if {
	claim := places.claim("data", {"spec": {"volumeName": "pv-1"}, "status": {"phase": "Bound"}})
	volume := places.volume("pv-1", {"spec": {"nodeAffinity": {"required": {"nodeSelectorTerms": [_expression("topology.kubernetes.io/zone", "In", ["eu-1c"])]}}}})
	pod := _pod(_said("4 node(s) had volume node affinity conflict"), places.using("data"))
	found := _only(_found([pod, claim, volume], _two_of_four))
	found.code == "volume_elsewhere"
	contains(found.title, "its volume pv-1 is in eu-1c, and no node")
	some line in found.evidence
	line == "PersistentVolume pv-1: spec.nodeAffinity.topology.kubernetes.io/zone = [eu-1c]"
}

test_a_cordoned_node_beside_the_volume_leads if {
	claim := places.claim("data", {"spec": {"volumeName": "pv-1"}, "status": {"phase": "Bound"}})
	volume := places.volume("pv-1", {"spec": {"nodeAffinity": {"required": {"nodeSelectorTerms": [_expression("kubernetes.io/hostname", "In", ["node-d"])]}}}})
	pod := _pod(_said("1 node(s) were unschedulable, 3 node(s) had volume node affinity conflict"), places.using("data"))
	contains(_only(_found([pod, claim, volume], array.concat(_two, [_cordoned, places.control]))).title, "is cordoned (node-d, SchedulingDisabled). Other nodes: 3 that cannot reach its volume.")
}

test_a_claim_without_a_volume_is_named_and_looked_at_next if {
	pod := _pod(_said("pod has unbound immediate PersistentVolumeClaims"), {"spec": {"volumes": [
		{"name": "data", "persistentVolumeClaim": {"claimName": "data"}},
		{"name": "scratch", "ephemeral": {}},
	]}})
	found := _only(_blind([pod, places.claim("data", {})]))
	contains(found.title, "its claim data is not bound")
	found.next == {"tool": "diagnose", "arguments": {"kind": "pvc", "name": "data", "namespace": "shop"}}
	"PersistentVolumeClaim/shop/data" in found.reaches
	contains(_only(_blind([pod])).title, "its claim data, web-6d4b75cb6d-aaaaa-scratch is not bound")
	contains(_only(_blind([_pod(_said("persistentvolumeclaim \"cache\" not found"), {})])).title, "its claim cache is not bound")
}

test_a_host_port_is_named if {
	pod := _pod(_said("2 node(s) didn't have free ports for the requested pod ports"), {"spec": {"containers": [
		{"name": "app", "ports": [{"containerPort": 53, "hostPort": 53}, {"containerPort": 80}]},
		{"name": "side"},
	]}})
	contains(_only(_blind([pod])).title, "the host port 53 that it asks for is taken on 2 of 4 nodes")
}

test_pods_apart_and_together_name_their_topology if {
	term := {"topologyKey": "kubernetes.io/hostname", "labelSelector": {"matchLabels": {"app": "cache"}}}
	rule := {"requiredDuringSchedulingIgnoredDuringExecution": [term]}
	apart := _only(_blind([_pod(_said("4 node(s) didn't match pod anti-affinity rules"), {"spec": {"affinity": {"podAntiAffinity": rule}}})]))
	contains(apart.title, "by kubernetes.io/hostname (pod anti-affinity)")
	together := _only(_blind([_pod(_said("4 node(s) didn't match pod affinity rules"), {"spec": {"affinity": {"podAffinity": rule}}})]))
	together.evidence[0] == "Pod shop/web-6d4b75cb6d-aaaaa: spec.affinity.podAffinity = app=cache"
}

test_a_spread_names_the_places_that_are_closed if {
	pod := _pod(_said("1 node(s) were unschedulable, 3 node(s) didn't match pod topology spread constraints"), {"spec": {"topologySpreadConstraints": [
		{"topologyKey": "zone", "maxSkew": 1, "whenUnsatisfiable": "DoNotSchedule"},
		{"topologyKey": "rack", "maxSkew": 1, "whenUnsatisfiable": "ScheduleAnyway"},
	]}})
	nodes := array.concat(_two, [places.control, object.union(_cordoned, {"metadata": {"labels": {"zone": "c"}}})])
	found := _only(_found([pod], nodes))
	contains(found.title, "spread evenly by zone, and where")
	contains(found.title, "Other nodes: 1 cordoned.")
	found.evidence[1] == "Node node-d: spec = cordoned in c"
}

test_a_gate_is_named if {
	pod := _pod("Scheduling is blocked due to non-empty scheduling gates", {
		"spec": {"schedulingGates": [{"name": "example.com/queue"}]},
		"status": {"conditions": [{"type": "PodScheduled", "status": "False", "reason": "SchedulingGated", "message": "Scheduling is blocked"}]},
	})
	contains(_only(_found([pod], _two)).title, "(example.com/queue, SchedulingGated)")
	asked := scheduling.asks with input as world.around(_web, [pod])
	count(asked) == 0
}

_silent(more) := object.remove(_pod("", more), ["status"])

test_a_pod_that_no_scheduler_looks_at_is_told if {
	unseen := {"phase": "Pending"}
	other := object.union(_silent({"spec": {"schedulerName": "mine"}}), {"status": unseen})
	contains(_only(_blind([other])).title, "the one called mine (spec.schedulerName)")
	world.codes(_blind([object.union(_silent({}), {"status": unseen})])) == ["scheduler_silent"]
	young := object.union(_silent({"metadata": {"creationTimestamp": shop.a_moment_ago}}), {"status": unseen})
	count(_blind([young])) == 0
	early := object.union(_silent({"metadata": {"creationTimestamp": shop.a_moment_ago}, "spec": {"schedulerName": "mine"}}), {"status": unseen})
	count(_blind([early])) == 0
	pod := _silent({})
	metadata := object.remove(pod.metadata, ["creationTimestamp"])
	ageless := object.union(object.remove(pod, ["metadata"]), {"metadata": metadata, "status": unseen})
	world.codes(_blind([ageless])) == ["scheduler_silent"]
}

test_where_the_condition_is_missing_the_event_tells if {
	pod := object.union(_silent({}), {"status": {"phase": "Pending"}})
	event := world.event(pod, "FailedScheduling", _said("4 Insufficient cpu"), 3)
	found := _only(_blind([pod, event]))
	found.code == "nodes_full"
	some line in found.evidence
	startswith(line, "event ")
}

test_what_an_event_says_is_not_said_twice if {
	pod := _pod(_said("4 Insufficient cpu"), {})
	event := world.event(pod, "FailedScheduling", _said("4 Insufficient cpu"), 3)
	count([line | some line in _only(_blind([pod, event])).evidence; contains(line, "Insufficient")]) == 1
}

test_what_is_placed_ended_or_going_is_not_stuck if {
	count(_blind([shop.pod("a", {"status": {"phase": "Pending"}})])) == 0
	count(_blind([_pod(_said("4 Insufficient cpu"), {"metadata": {"deletionTimestamp": shop.a_moment_ago}})])) == 0
	begun := {"phase": "Pending", "containerStatuses": [shop.waiting("app", "ImagePullBackOff", "")]}
	count(_blind([object.union(_silent({}), {"status": begun})])) == 0
	scheduled := {"phase": "Pending", "conditions": [shop.condition("PodScheduled", "True", "")]}
	count(_blind([object.union(_silent({}), {"status": scheduled})])) == 0
}

_set(name, revision, ready, cpu) := shop.one("ReplicaSet", name, {
	"metadata": {
		"annotations": {"deployment.kubernetes.io/revision": revision},
		"ownerReferences": [{"kind": "Deployment", "name": "web"}],
	},
	"spec": {"template": {"spec": {"containers": [{"name": "app", "resources": {"requests": {"cpu": cpu}}}]}}},
	"status": {"readyReplicas": ready},
})

test_a_revision_that_asks_for_more_can_be_rolled_back_while_the_one_before_serves if {
	pod := _pod(_said("4 Insufficient cpu"), {})
	new := _set("web-6d4b75cb6d", "7", 0, "500m")
	found := _only(_blind([pod, new, _set("web-old", "6", 2, "100m"), _set("web-older", "5", 1, "50m")]))
	found.next.tool == "rollback"
	found.next.arguments.toRevision == 6
	found.evidence[1] == "ReplicaSet shop/web-old: spec.containers[app].resources.requests.cpu = 100m"
	_only(_blind([pod, new, _set("web-old", "6", 2, "500m")])).next == null
	_only(_blind([pod, new, _set("web-old", "6", 0, "100m")])).next == null
}

test_pods_of_one_set_are_of_one_shape_and_others_are_not if {
	pods := [
		_pod(_said("4 Insufficient cpu"), {}),
		places.pending("web-0", _said("4 Insufficient cpu"), {"metadata": {"ownerReferences": [{"kind": "StatefulSet", "name": "web"}]}}),
	]
	stuck := scheduler.stuck with input as world.around(_web, pods)
	{one.shape | some one in stuck} == {"ReplicaSet/shop/web-6d4b75cb6d", "Pod/shop/web-0"}
}

test_the_nodes_are_asked_for_once_a_pod_has_none if {
	asked := scheduling.asks with input as world.around(_web, [_pod(_said("4 Insufficient cpu"), {})])
	shop.ids(asked) == {"list/nodes/"}
}

test_where_everything_is_looked_at_preemptions_are_asked_for if {
	asked := scheduling.asks with input as world.within([_pod(_said("4 Insufficient cpu"), {})])
	shop.ids(asked) == {"list/nodes/", "list/preemptions/shop"}
}

test_full_nodes_are_told_once_where_everything_is_looked_at if {
	other := places.pending("db-0", _said("4 Insufficient cpu"), {"metadata": {"ownerReferences": [{"kind": "StatefulSet", "name": "db"}]}})
	found := scheduling.finding with input as world.within([_pod(_said("4 Insufficient cpu"), {}), other])
	endswith(_only(found).title, "So it goes for pods of 1 other workloads.")
	every key in ["Pod/shop/db-0", "StatefulSet/shop/db", concat("/", ["Pod/shop", _name])] { key in _only(found).reaches }
}
