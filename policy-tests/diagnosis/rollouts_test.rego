# METADATA
# title: What is found of rollouts
package policy_tests.diagnosis.rollouts

import data.diagnosis.rollouts
import data.policy_tests.diagnosis.shop
import data.policy_tests.diagnosis.world

_found(target, objects) := found if {
	found := shop.by_code(rollouts.finding) with input as world.around(target, objects)
}

_web(more) := shop.deployment("web", more)

_status(more) := {"status": more}

_unwell := _status({
	"readyReplicas": 1,
	"availableReplicas": 1,
	"conditions": [
		object.union(shop.condition("Available", "False", "MinimumReplicasUnavailable"), {"message": "too few"}),
		shop.condition("Progressing", "True", "NewReplicaSetAvailable"),
	],
})

test_a_deployment_that_is_whole_is_no_finding if _found(_web({}), []) == {}

test_scaled_to_zero_is_quiet_and_names_the_call_that_scales_up if {
	found := _found(_web({"spec": {"replicas": 0}, "status": {"readyReplicas": 0}}), []).scaled_to_zero
	found.quiet
	found.next.check == {"kind": "deployment", "name": "web", "namespace": "shop", "verb": "patch"}
	found.next.arguments.replicas == 1
}

test_paused_with_a_change_that_waits_is_told if {
	found := _found(_web({"spec": {"paused": true}, "status": {"updatedReplicas": 1}}), [])
	object.keys(found) == {"rollout_paused"}
	found.rollout_paused.evidence[0] == "Deployment shop/web: spec.paused = true"
}

test_paused_with_nothing_to_roll_out_is_quiet_and_explains_nothing if {
	found := _found(_web({"spec": {"paused": true}}), [])
	object.keys(found) == {"paused"}
	found.paused.quiet
	found.paused.stage > shop.by_code(rollouts.finding).replicas_missing.stage with input as world.around(_web(_unwell), [])
}

test_a_change_that_no_controller_took_up_is_named if {
	found := _found(_web({"metadata": {"generation": 5}}), []).not_observed
	found.evidence == ["Deployment shop/web: metadata.generation = 5", "Deployment shop/web: status.observedGeneration = 1"]
}

_images(image) := {"spec": {"containers": [{"name": "app", "image": image}]}}

test_a_change_that_shows_nowhere_is_none if {
	web := _web({"metadata": {"generation": 5}, "spec": {"template": _images("app:2")}})
	not _found(web, [shop.pod("web-1", _images("app:2"))]).not_observed
	_found(web, [shop.pod("web-1", _images("app:1"))]).not_observed
	_found(object.union(web, {"spec": {"replicas": 9}}), [shop.pod("web-1", _images("app:2"))]).not_observed
}

test_a_rollout_of_which_no_condition_tells_is_seen_by_its_numbers if {
	status := {"replicas": 2, "readyReplicas": 2, "updatedReplicas": 1}
	bare := object.union(object.remove(_web({}), ["status"]), {"spec": {"replicas": 2}, "status": status})
	found := _found(bare, []).rollout_incomplete
	found.title == "The rollout of Deployment shop/web is not complete: 1 of 2 replicas have its latest template."
	told := object.union(bare, {"status": {"conditions": [shop.condition("Progressing", "True", "")]}})
	not _found(told, []).rollout_incomplete
	not _found(object.union(bare, {"status": {"updatedReplicas": 2}}), []).rollout_incomplete
}

_shipper(more) := object.union(
	shop.one("DaemonSet", "shipper", {
		"spec": {"updateStrategy": {"type": "RollingUpdate"}, "template": {"spec": {"tolerations": []}}},
		"status": {"desiredNumberScheduled": 3, "numberReady": 3, "updatedNumberScheduled": 3},
	}),
	more,
)

test_on_delete_says_how_many_pods_are_new if {
	found := _found(
		_shipper({"spec": {"updateStrategy": {"type": "OnDelete"}}, "status": {"updatedNumberScheduled": 1}}),
		[],
	)
	contains(found.on_delete.title, "1 of 3 have the new template")
}

test_on_delete_with_all_pods_new_is_no_finding if {
	_found(_shipper({"spec": {"updateStrategy": {"type": "OnDelete"}}}), []) == {}
}

_kafka(more) := object.union(
	shop.one("StatefulSet", "kafka", {
		"spec": {"replicas": 3, "template": {"spec": {"containers": [{"name": "app", "image": "kafka:2"}]}}},
		"status": {"replicas": 3, "readyReplicas": 3, "updatedReplicas": 3, "updateRevision": "kafka-2"},
	}),
	more,
)

test_a_partition_says_how_many_pods_are_new if {
	partition := {"spec": {"updateStrategy": {"rollingUpdate": {"partition": 2}}}}
	found := _found(_kafka(object.union(partition, {"status": {"updatedReplicas": 1}})), []).partition
	found.title == "StatefulSet shop/kafka keeps its old pods below partition 2 (1 of 3 have the new template)."
	_found(_kafka(partition), []) == {}
}

_pod(revision, ready) := shop.pod_of("StatefulSet", "kafka", "kafka-0", {
	"metadata": {"labels": {"controller-revision-hash": revision}},
	"spec": {"containers": [{"name": "app", "image": "kafka:1"}]},
	"status": {"conditions": [shop.condition("Ready", ready, "ContainersNotReady")]},
})

test_an_old_pod_that_is_not_ready_keeps_its_stateful_set if {
	found := _found(_kafka({"status": {"readyReplicas": 2}}), [_pod("kafka-1", "False")])
	stuck := found.old_revision_stuck
	stuck.next.check == {"kind": "pod", "name": "kafka-0", "namespace": "shop", "verb": "delete"}
	"Pod shop/kafka-0: spec.containers[app].image = kafka:1" in stuck.evidence
	"StatefulSet shop/kafka: spec.template.spec.containers[app].image = kafka:2" in stuck.evidence
}

test_a_pod_of_the_current_revision_or_one_that_is_ready_keeps_nothing if {
	every pod in [_pod("kafka-2", "False"), _pod("kafka-1", "True")] {
		not "old_revision_stuck" in object.keys(_found(_kafka({}), [pod]))
	}
}

test_a_pod_below_the_partition_or_one_of_many_in_parallel_keeps_nothing if {
	every spec in [{"updateStrategy": {"rollingUpdate": {"partition": 1}}}, {"podManagementPolicy": "Parallel"}] {
		not "old_revision_stuck" in object.keys(_found(_kafka({"spec": spec}), [_pod("kafka-1", "False")]))
	}
}

test_an_old_pod_is_named_with_its_image_where_that_differs if {
	same := object.union(_pod("kafka-1", "False"), {"spec": {"containers": [{"name": "app", "image": "kafka:2"}]}})
	contains(_found(_kafka({}), [_pod("kafka-1", "False")]).old_revision_stuck.title, "(image kafka:1)")
	not contains(_found(_kafka({}), [same]).old_revision_stuck.title, "(image")
}

test_a_deadline_that_passed_names_the_call_that_rolls_back if {
	late := object.union(shop.condition("Progressing", "False", "ProgressDeadlineExceeded"), {"message": "timed out"})
	found := _found(_web(_status({"conditions": [late]})), []).rollout_deadline
	found.symptom
	found.next.tool == "rollback"
	contains(found.evidence[0], "ProgressDeadlineExceeded")
}

test_missing_replicas_are_counted if {
	target := _web(_unwell)
	found := _found(target, [world.event(target, "FailedCreate", "quota", 2)]).replicas_missing
	found.title == "Deployment shop/web has 1 of 3 replicas ready."
	some line in found.evidence
	contains(line, "FailedCreate")
}

test_a_replica_failure_stands_in_the_evidence if {
	failure := object.union(shop.condition("ReplicaFailure", "True", "FailedCreate"), {"message": "exceeded quota"})
	found := _found(_web(_status({"readyReplicas": 0, "conditions": [failure]})), [])
	some line in found.replicas_missing.evidence
	contains(line, "exceeded quota")
}

test_missing_pods_of_other_kinds_are_counted if {
	contains(_found(_shipper(_status({"numberReady": 2})), []).replicas_missing.title, "2 of 3")
	contains(_found(_kafka(_status({"readyReplicas": 0})), []).replicas_missing.title, "0 of 3")
	rc := shop.one("ReplicationController", "old", {"spec": {"replicas": 2}, "status": {"readyReplicas": 1}})
	contains(_found(rc, []).replicas_missing.title, "1 of 2")
}

_set := shop.one("ReplicaSet", "web-6d4b75cb6d", {"spec": {"replicas": 2}, "status": {"readyReplicas": 1}})

test_a_replica_set_speaks_for_itself_only_where_it_was_asked_for if {
	_found(_set, []).replicas_missing
	_found(_web({}), [_set]) == {}
}

_young := _status({
	"readyReplicas": 2,
	"availableReplicas": 2,
	"updatedReplicas": 1,
	"conditions": [object.union(
		shop.condition("Progressing", "True", "ReplicaSetUpdated"),
		{"lastUpdateTime": shop.five_minutes_ago},
	)],
})

_begun(moment) := shop.pod("web-6d4b75cb6d-abc", {
	"metadata": {"creationTimestamp": moment},
	"status": {"conditions": []},
})

_old_and_ready := shop.pod("web-6d4b75cb6d-old", {"status": {"conditions": [shop.condition("Ready", "True", "")]}})

test_a_rollout_that_has_just_begun_is_quiet if {
	found := _found(_web(_young), [_begun(shop.five_minutes_ago), _old_and_ready])
	object.keys(found) == {"rolling_out"}
	found.rolling_out.title == "Deployment shop/web is still rolling out: 1 of 3 replicas are updated."
	found.rolling_out.quiet
}

test_a_rollout_whose_pods_have_not_been_ready_for_long_is_not_young if {
	found := _found(_web(_young), [_begun(shop.an_hour_ago)])
	object.keys(found) == {"replicas_missing"}
}

_node(name, taints) := shop.one("Node", name, {"spec": {"taints": taints}})

_gpu := {"key": "gpu", "value": "yes", "effect": "NoSchedule"}

_nodes := [_node("node-a", []), _node("node-b", [_gpu])]

_tolerating(toleration) := _shipper({
	"spec": {"template": {"spec": {"tolerations": [toleration]}}},
	"status": {"desiredNumberScheduled": 1, "numberReady": 1, "updatedNumberScheduled": 1},
})

test_nodes_that_a_daemon_set_leaves_out_are_named_with_their_taint if {
	found := _found(_tolerating({"key": "disk", "operator": "Exists"}), _nodes).nodes_left_out
	contains(found.title, "runs on 1 of 2 nodes; node-b has a taint that it does not tolerate (gpu)")
}

test_a_taint_that_is_tolerated_leaves_nothing_out if {
	every toleration in [
		{"operator": "Exists"},
		{"key": "gpu", "operator": "Exists"},
		{"key": "gpu", "value": "yes"},
		{"key": "gpu", "operator": "Equal", "value": "yes", "effect": "NoSchedule"},
	] {
		_found(_tolerating(toleration), _nodes) == {}
	}
}

test_a_taint_that_is_tolerated_otherwise_does if {
	every toleration in [
		{"key": "gpu", "value": "no"},
		{"key": "gpu", "operator": "Exists", "effect": "NoExecute"},
	] {
		_found(_tolerating(toleration), _nodes).nodes_left_out
	}
}

test_taints_that_only_prefer_or_that_kubernetes_sets_leave_nothing_out if {
	every taint in [
		{"key": "gpu", "effect": "PreferNoSchedule"},
		{"key": "node.kubernetes.io/not-ready", "effect": "NoSchedule"},
	] {
		_found(_tolerating({"key": "disk"}), [_node("node-a", []), _node("node-b", [taint])]) == {}
	}
}

test_nodes_are_asked_for_where_a_daemon_set_is_looked_at if {
	asked := shop.ids(rollouts.asks) with input as world.around(_shipper({}), [])
	asked == {"list/nodes/"}
	none := shop.ids(rollouts.asks) with input as world.around(_web({}), [])
	none == set()
}
