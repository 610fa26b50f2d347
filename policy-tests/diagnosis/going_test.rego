# METADATA
# title: What does not go away
package policy_tests.diagnosis.going

import data.diagnosis.going
import data.policy_tests.diagnosis.shop
import data.policy_tests.diagnosis.world

_namespace(deleted, conditions) := shop.one("Namespace", "shop", {
	"metadata": {"deletionTimestamp": deleted},
	"status": {"phase": "Terminating", "conditions": conditions},
})

_condition(type, reason, message) := object.union(shop.condition(type, "True", reason), {"message": message})

_gone(kind, name, finalizers) := shop.one(kind, name, {"metadata": {
	"deletionTimestamp": shop.an_hour_ago,
	"finalizers": finalizers,
}})

_found(planning) := shop.by_code(found) if {
	found := going.finding with input as planning
}

_ids(planning) := shop.ids(wants) if {
	wants := going.asks with input as planning
}

# Namespaces

_content := _condition(
	"NamespaceContentRemaining",
	"SomeResourcesRemain",
	"Some resources are remaining: pods. has 1 resource instances, widgets.example.com has 2 resource instances",
)

_finalizers := _condition(
	"NamespaceFinalizersRemaining",
	"SomeFinalizersRemain",
	"Some content in the namespace has finalizers remaining: example.com/cleanup in 2 resource instances",
)

test_namespaces_that_are_going_are_asked_for_everywhere if {
	_ids(world.planning({}, [])) == {"list/namespaces/"}
	_ids(world.within([])) == set()
}

test_what_is_left_in_a_namespace_is_asked_for if {
	_ids(world.around(_namespace(shop.an_hour_ago, [_content]), [])) == {"list/left pods/shop", "list/left widgets.example.com/shop"}
}

test_an_api_that_does_not_answer_keeps_a_namespace if {
	message := "Discovery failed for some groups, 1 failing: unable to retrieve the complete list of server APIs: metrics.k8s.io/v1beta1: the server is currently unable to handle the request"
	found := _found(world.around(_namespace(shop.a_moment_ago, [_condition("NamespaceDeletionDiscoveryFailure", "DiscoveryFailed", message)]), []))
	contains(found.namespace_api_down.title, "the API metrics.k8s.io/v1beta1 does not answer")
}

test_content_that_cannot_be_deleted_keeps_a_namespace if {
	message := `Internal error occurred: failed calling webhook "guard.example.com": no endpoints`
	conditions := [_condition("NamespaceDeletionContentFailure", "ContentDeletionFailed", message)]
	found := _found(world.around(_namespace(shop.an_hour_ago, conditions), []))
	contains(found.namespace_content_failure.title, "could not be deleted, for webhook guard.example.com fails (ContentDeletionFailed)")
}

test_finalizers_keep_a_namespace_and_explain_what_is_left if {
	found := _found(world.around(_namespace(shop.an_hour_ago, [_content, _finalizers]), []))
	object.keys(found) == {"namespace_finalizers", "namespace_content"}
	contains(found.namespace_finalizers.title, "pods, widgets.example.com in it still have the finalizer example.com/cleanup")
	found.namespace_finalizers.stage < found.namespace_content.stage
}

test_the_objects_that_are_left_explain_it_by_name if {
	objects := [_gone("ConfigMap", "gear", ["example.com/cleanup"])]
	found := _found(world.around(_namespace(shop.an_hour_ago, [_content]), objects))
	"Namespace//shop" in found.finalizer_remains.reaches
	some line in found.namespace_content.evidence
	line == "ConfigMap shop/gear: metadata.finalizers = [example.com/cleanup]"
}

test_a_namespace_of_a_moment_ago_is_going if {
	found := _found(world.around(_namespace(shop.five_minutes_ago, [_content, _finalizers]), []))
	object.keys(found) == {"namespace_going"}
	found.namespace_going.quiet
}

# Finalizers

test_a_finalizer_that_remains_is_named if {
	found := _found(world.around(_gone("ConfigMap", "settings", ["example.com/cleanup"]), []))
	found.finalizer_remains.title == "ConfigMap shop/settings was deleted at 2026-01-17T09:00:00Z and cannot go: it still has the finalizer example.com/cleanup."
}

test_who_takes_off_a_finalizer_of_kubernetes_is_said if {
	found := _found(world.around(_gone("Service", "web", ["service.kubernetes.io/load-balancer-cleanup"]), []))
	contains(found.finalizer_remains.title, "which the cloud controller manager takes off")
}

test_what_was_deleted_a_moment_ago_may_go if {
	recent := object.union(_gone("ConfigMap", "settings", ["example.com/cleanup"]), {"metadata": {"deletionTimestamp": shop.a_moment_ago}})
	_found(world.around(recent, [])) == {}
}

test_what_stands_beside_is_not_told if {
	_found(world.around(shop.pod("web-1", {}), [_gone("Service", "other", ["example.com/cleanup"])])) == {}
}

test_what_suffers_from_it_is if {
	service := object.union(_gone("Service", "web", ["example.com/cleanup"]), {"spec": {"selector": {"app": "web"}}})
	_found(world.around(shop.pod("web-1", {}), [service])).finalizer_remains
}

test_of_a_namespace_all_is_told if _found(world.within([_gone("Service", "other", ["example.com/cleanup"])])).finalizer_remains

test_a_deletion_in_the_foreground_waits_for_what_is_owned if {
	owned := shop.pod_of("ReplicaSet", "web", "web-1", {})
	found := _found(world.around(_gone("ReplicaSet", "web", ["foregroundDeletion"]), [owned]))
	object.keys(found) == {"foreground_deletion"}
	found.foreground_deletion.needs == ["Pod/shop/web-1"]
}

# Storage

_claim := _gone("PersistentVolumeClaim", "data", ["kubernetes.io/pvc-protection"])

_using := shop.pod("web-1", {"spec": {"volumes": [{"name": "data", "persistentVolumeClaim": {"claimName": "data"}}]}})

test_the_pods_of_a_claim_are_asked_for if _ids(world.around(_claim, [])) == {"list/users of claims/shop"}

test_a_claim_stays_while_a_pod_uses_it if {
	found := _found(world.around(_claim, [_using]))
	object.keys(found) == {"claim_in_use"}
	contains(found.claim_in_use.title, "as long as Pod web-1 uses it")
}

test_a_claim_that_no_pod_uses_waits_for_its_finalizer if {
	object.keys(_found(world.around(_claim, []))) == {"finalizer_remains"}
}

test_a_volume_stays_while_it_is_bound if {
	volume := object.union(_gone("PersistentVolume", "pv-1", ["kubernetes.io/pv-protection"]), {"status": {"phase": "Bound"}})
	object.keys(_found(world.around(volume, []))) == {"volume_in_use"}
}

# Pods

_late(more) := shop.pod("web-1", object.union({"metadata": {"deletionTimestamp": shop.an_hour_ago}}, more))

_silent := shop.one("Node", "node-a", {"status": {"conditions": [shop.condition("Ready", "Unknown", "NodeStatusUnknown")]}})

_well := shop.one("Node", "node-a", {"status": {"conditions": [shop.condition("Ready", "True", "KubeletReady")]}})

test_the_node_of_a_pod_that_does_not_go_is_asked_for if {
	_ids(world.around(_late({}), [])) == {"get/Node//node-a"}
}

test_a_pod_stays_on_a_node_that_does_not_answer if {
	found := _found(world.around(_late({}), [_silent]))
	contains(found.pod_on_lost_node.title, "its node node-a does not answer (NotReady)")
	found.pod_on_lost_node.needs == ["Node//node-a"]
	found.pod_on_lost_node.next.arguments.gracePeriodSeconds == 0
}

test_a_pod_stays_on_a_node_that_is_gone if {
	planning := shop.also(world.around(_late({}), []), [world.absent("get/Node//node-a", "Node", "node-a")])
	contains(_found(planning).pod_on_lost_node.title, "does not exist any more")
}

test_a_pod_that_cannot_be_ended_names_the_reason if {
	pod := _late({"status": {"containerStatuses": [shop.running("app", false)]}})
	found := _found(world.around(pod, [_well, world.event(pod, "FailedKillPod", "deadline exceeded", 3)]))
	object.keys(found) == {"pod_not_killed", "pod_stuck"}
	contains(found.pod_not_killed.title, "(FailedKillPod)")
}

test_a_pod_that_stays_for_no_known_reason_is_a_symptom if {
	found := _found(world.around(_late({}), [_well]))
	object.keys(found) == {"pod_stuck"}
	found.pod_stuck.symptom
}

test_a_finalizer_of_a_pod_explains_it if {
	found := _found(world.around(_late({"metadata": {"finalizers": ["example.com/x"]}}), [_silent]))
	object.keys(found) == {"finalizer_remains", "pod_stuck"}
}

test_a_pod_within_its_grace_is_going if {
	pod := shop.pod("web-1", {"metadata": {"deletionTimestamp": "2026-01-17T10:30:00Z"}, "spec": {"terminationGracePeriodSeconds": 3600}})
	found := _found(world.around(pod, []))
	object.keys(found) == {"pod_going"}
	contains(found.pod_going.title, "terminationGracePeriodSeconds 3600")
}
