# METADATA
# title: What storage makes of claims and volumes
package policy_tests.diagnosis.storage

import data.diagnosis.storage
import data.policy_tests.diagnosis.places
import data.policy_tests.diagnosis.shop
import data.policy_tests.diagnosis.world

_claim := places.claim("data", {})

_event(reason, message) := world.event(_claim, reason, message, 3)

_classes := places.all_classes([places.class("slow", {})])

_fast(more) := places.all_classes([places.class("fast", more)])

# The claim is the target.
_found(claim, objects, observations) := found if {
	found := storage.finding with input as shop.also(world.around(claim, objects), observations)
}

# Without the symptom that stands beside every cause.
_only(found) := [one | some one in found; one.code != "claim_pending"][0] if {
	count([one | some one in found; one.code != "claim_pending"]) == 1
}

_none(found) if count([one | some one in found; one.code != "claim_pending"]) == 0

test_a_class_that_does_not_exist_is_named_with_those_that_do if {
	found := _only(_found(_claim, [_event("ProvisioningFailed", `storageclass.storage.k8s.io "fast" not found`)], [_classes]))
	found.code == "class_missing"
	contains(found.title, "names the storage class fast, which does not exist")
	contains(found.remedy, "(slow)")
	unseen := _only(_found(_claim, [_event("ProvisioningFailed", `storageclass.storage.k8s.io "fast" not found`)], []))
	contains(unseen.remedy, "(none)")
}

test_a_class_is_not_called_missing_when_something_proves_that_it_is_there if {
	_none(_found(_claim, [], []))
	_none(_found(_claim, [], [places.all_classes([])]))
	_none(_found(_claim, [_event("WaitForFirstConsumer", "waiting for first consumer")], [_classes]))
	truncated := object.union(_classes, {"truncated": true})
	_none(_found(_claim, [], [truncated]))
}

_plain := object.union(_claim, {"spec": {"storageClassName": null}})

test_no_class_and_no_default_one_is_told if {
	_only(_found(_plain, [], [_classes])).code == "no_default_class"
	_only(_found(_plain, [_event("FailedBinding", "no persistent volumes available for this claim and no storage class is set")], [])).code == "no_default_class"
	usual := places.class("slow", {"metadata": {"annotations": {"storageclass.kubernetes.io/is-default-class": "true"}}})
	_none(_found(_plain, [], [places.all_classes([usual])]))
}

_named := places.claim("data", {"spec": {"volumeName": "pv-1", "resources": {"requests": {"storage": "50Gi"}}}})

test_a_volume_that_is_named_and_missing_is_told if {
	absent := world.absent("get/PersistentVolume//pv-1", "PersistentVolume", "pv-1")
	_only(_found(_named, [], [absent])).code == "volume_missing"
	_only(_found(_named, [], [places.all_volumes([])])).code == "volume_missing"
	_none(_found(_named, [world.event(_named, "VolumeMismatch", "size", 1)], [absent]))
}

# What the volume is, and why it does not fit.
_misfits := [
	[{}, "it is too small (10Gi of 50Gi)"],
	[{"spec": {"capacity": {"storage": "50Gi"}, "accessModes": ["ReadOnlyMany"]}}, "it has not the access mode ReadWriteOnce"],
	[{"spec": {"capacity": {"storage": "50Gi"}, "storageClassName": "slow"}}, "it is of another storage class"],
	[{"spec": {"capacity": {"storage": "50Gi"}}, "status": {"phase": "Released"}}, "it is not free (Released)"],
]

test_a_volume_that_does_not_fit_says_why if {
	every pair in _misfits {
		found := _only(_found(_named, [places.volume("pv-1", pair[0])], []))
		found.code == "volume_mismatch"
		endswith(found.title, concat("", ["the volume pv-1 that it names: ", pair[1], "."]))
	}
	_none(_found(_named, [places.volume("pv-1", {"spec": {"capacity": {"storage": "50Gi"}}})], []))
}

_static := {"provisioner": "kubernetes.io/no-provisioner"}

_small := [
	places.volume("pv-1", {"spec": {"capacity": {"storage": "1Gi"}}}),
	places.volume("pv-2", {"spec": {"accessModes": ["ReadWriteMany"]}, "status": {"phase": "Bound"}}),
]

test_volumes_that_are_there_and_do_not_fit_are_counted_by_what_they_lack if {
	found := _only(_found(_claim, [], [_fast(_static), places.all_volumes(_small)]))
	found.code == "no_volume_fits"
	contains(found.title, "none of the 2 volumes of its class is free and fits (1 too small, 1 without its access mode, 1 not free).")
	found.evidence[0] == "PersistentVolume pv-1: spec = 1Gi ReadWriteOnce fast Available"
	none := _only(_found(_claim, [], [_fast(_static), places.all_volumes([])]))
	contains(none.title, "none of the 0 volumes of its class is free and fits.")
}

test_nobody_makes_volumes_for_an_empty_class_or_one_that_only_volumes_have if {
	empty := places.claim("data", {"spec": {"storageClassName": ""}})
	_only(_found(empty, [], [_classes, places.all_volumes([])])).code == "no_volume_fits"
	_only(_found(_claim, [], [_classes, places.all_volumes(_small)])).code == "no_volume_fits"
}

_waiting := {"volumeBindingMode": "WaitForFirstConsumer"}

_user := places.pending("web-1", "0/4 nodes are available: 4 Insufficient cpu.", places.using("data"))

_nobody := world.list("users of waiting claims", "Pod", [])

test_a_claim_that_waits_for_its_first_pod_is_told_only_when_no_pod_uses_it if {
	_only(_found(_claim, [], [_fast(_waiting), _nobody])).code == "claim_without_consumer"
	_none(_found(_claim, [], [_fast(_waiting)]))
	_none(_found(_claim, [_user], [_fast(_waiting), _nobody]))
	_only(_found(_claim, [_event("WaitForFirstConsumer", "waiting for first consumer")], [_nobody])).code == "claim_without_consumer"
}

test_a_class_that_waits_for_a_pod_looks_for_a_volume_only_then if {
	both := object.union(_static, _waiting)
	_only(_found(_claim, [_user], [_fast(both), places.all_volumes(_small)])).code == "no_volume_fits"
	_none(_found(_claim, [], [_fast(both), places.all_volumes(_small)]))
}

# What a driver says, and what the title makes of it.
_refusals := [
	[`failed to provision volume with StorageClass "fast": rpc error: code = ResourceExhausted desc = no space`, "cannot make one (ResourceExhausted): nothing is left, or a limit is reached."],
	[`rpc error: code = Internal desc = operation error EC2: CreateVolume, api error VolumeLimitExceeded: You have exceeded`, "cannot make one (Internal, VolumeLimitExceeded)."],
	[`something else`, "cannot make one."],
]

test_a_driver_that_cannot_make_a_volume_is_named_with_its_reason if {
	every pair in _refusals {
		found := _only(_found(_claim, [_event("ProvisioningFailed", pair[0])], [_fast({})]))
		found.code == "provisioning_failed"
		endswith(found.title, concat(" ", ["csi.example.com", pair[1]]))
	}
	contains(_only(_found(_claim, [_event("ProvisioningFailed", "no")], [])).title, "its-driver")
}

test_a_driver_that_says_nothing_is_told_after_a_while if {
	event := _event("ExternalProvisioning", "Waiting for a volume to be created by the external provisioner")
	_only(_found(_claim, [event], [_fast({})])).code == "provisioner_silent"
	young := places.claim("data", {"metadata": {"creationTimestamp": shop.a_moment_ago}})
	count(_found(young, [event], [_fast({})])) == 0
}

test_a_lost_volume_is_told if {
	lost := places.claim("data", {"spec": {"volumeName": "pv-1"}, "status": {"phase": "Lost"}})
	found := _only(_found(lost, [], []))
	found.code == "volume_lost"
	contains(found.title, "has lost its volume pv-1 (Lost)")
}

_bound(type) := places.claim("data", {
	"spec": {"resources": {"requests": {"storage": "20Gi"}}},
	"status": {"phase": "Bound", "capacity": {"storage": "10Gi"}, "conditions": [shop.condition(type, "True", "")]},
})

test_a_claim_that_grows_says_what_it_waits_for if {
	_only(_found(_bound("FileSystemResizePending"), [], [])).code == "resize_pending"
	_only(_found(_bound("ControllerResizeError"), [], [])).code == "resize_failed"
	event := world.event(_bound("Resizing"), "VolumeResizeFailed", "driver does not support it", 2)
	_only(_found(_bound("Resizing"), [event], [])).code == "resize_failed"
	_none(_found(_bound("Resizing"), [], []))
}

# The pod is the target.
_seen(pod, objects) := found if {
	found := storage.finding with input as world.around(pod, objects)
}

test_a_claim_that_the_scheduler_does_not_find_is_missing_unless_it_was_seen if {
	pod := places.pending("web-1", `0/4 nodes are available: persistentvolumeclaim "data" not found. preemption: no.`, places.using("data"))
	contains(_only(_seen(pod, [])).title, "its claim data does not exist")
	_none(_seen(pod, [places.claim("data", {"status": {"phase": "Bound"}})]))
	_none(_seen(_user, []))
}

test_a_claim_that_the_kubelet_does_not_find_is_missing if {
	pod := places.starting("web-1", places.using("data"))
	event := world.event(pod, "FailedMount", `MountVolume.SetUp failed for volume "data": persistentvolumeclaim "data" not found`, 3)
	"claim_missing" in world.codes(_seen(pod, [event]))
}

test_a_claim_that_is_going_takes_no_new_pod if {
	going := places.claim("data", {"metadata": {"deletionTimestamp": shop.an_hour_ago}, "status": {"phase": "Bound"}})
	_only(_seen(_user, [going])).code == "claim_going"
}

_starting := places.starting("web-1", places.using("data"))

_mount(reason, message) := world.event(_starting, reason, message, 3)

test_a_volume_on_another_node_names_who_holds_it if {
	attached := `Multi-Attach error for volume "pv-1" Volume is already exclusively attached to one node and can't be attached to another`
	unknown := _only(_seen(_starting, [_mount("FailedAttachVolume", attached)]))
	contains(unknown.title, "its volume pv-1 is attached to another node, where another-pod holds it")
	holder := shop.pod("web-0", {"spec": object.union(places.using("data").spec, {"nodeName": "node-b"})})
	known := _only(_seen(_starting, [holder, _mount("FailedAttachVolume", attached)]))
	contains(known.title, "where web-0 holds it")
	known.evidence[1] == "Pod shop/web-0: spec.nodeName = node-b"
	said := `Multi-Attach error for volume "pv-1" Volume is already used by pod(s) web-8, web-9`
	contains(_only(_seen(_starting, [_mount("FailedAttachVolume", said)])).title, "where web-8, web-9 holds it")
}

test_who_holds_a_volume_and_its_node_are_asked_for if {
	said := `Multi-Attach error for volume "pv-1" Volume is already used by pod(s) web-8`
	first := storage.asks with input as world.around(_starting, [_mount("FailedAttachVolume", said)])
	"get/Pod/shop/web-8" in shop.ids(first)
	holder := shop.pod("web-8", {"spec": {"nodeName": "node-b"}})
	wants := storage.asks with input as world.around(_starting, [holder, _mount("FailedAttachVolume", said)])
	"get/Node//node-b" in shop.ids(wants)
	found := _only(_seen(_starting, [_mount("FailedAttachVolume", said)]))
	found.needs == ["Pod/shop/web-8"]
}

test_a_driver_that_is_not_on_the_node_is_named if {
	every message in [
		`MountVolume.MountDevice failed for volume "pv-1": kubernetes.io/csi: attacher.MountDevice failed to create newCsiDriverClient: driver name csi.example.com not found in the list of registered CSI drivers`,
		`AttachVolume.Attach failed for volume "pv-1": CSINode node-a does not contain driver csi.example.com`,
	] {
		found := _only(_seen(_starting, [_mount("FailedMount", message)]))
		found.code == "driver_missing"
		contains(found.title, "the storage driver csi.example.com is not there on node node-a")
	}
}

test_what_mount_says_is_told_in_words_of_ours_with_what_to_do if {
	found := _only(_seen(_starting, [_mount("FailedMount", `MountVolume.SetUp failed for volume "pv-1": mount.nfs: access denied by server while mounting`)]))
	found.code == "mount_failed"
	contains(found.title, "its volume pv-1 is refused by its server (access denied) (FailedMount)")
	startswith(found.remedy, "Have the export")
}

test_what_has_no_name_is_told_with_the_volumes_that_wait if {
	waits := _only(_seen(_starting, [_mount("FailedMount", "Unable to attach or mount volumes: unmounted volumes=[data], unattached volumes=[]: timed out waiting for the condition")]))
	waits.code == "mount_waits"
	contains(waits.title, "its volume data is not mounted on node node-a (FailedMount)")
	coded := _only(_seen(_starting, [_mount("FailedAttachVolume", "AttachVolume.Attach failed for volume \"pv-1\" : rpc error: code = Aborted desc = busy")]))
	endswith(coded.title, "its volume pv-1 is not mounted on node node-a (FailedAttachVolume) (Aborted).")
	contains(_only(_seen(_starting, [_mount("FailedMount", "no")])).title, "its volume data is")
	bare := places.starting("web-1", {})
	contains(_only(_seen(bare, [_mount("FailedMount", "no")])).title, "its volume unknown is")
}

test_mounts_of_configuration_and_mounts_that_are_over_are_not_told_here if {
	_none(_seen(_starting, [_mount("FailedMount", `MountVolume.SetUp failed for volume "tls": secret "web-tls" not found`)]))
	of_secret := places.starting("web-1", {"spec": {"volumes": [{"name": "tls", "secret": {"secretName": "web-tls"}}]}})
	_none(_seen(of_secret, [_mount("FailedMount", "Unable to attach or mount volumes: unmounted volumes=[tls], unattached volumes=[]: timed out")]))
	pulling := object.union(_mount("Pulling", "Pulling image"), {"type": "Normal", "lastTimestamp": "2026-01-17T09:59:30Z"})
	_none(_seen(_starting, [_mount("FailedMount", "timed out"), pulling]))
	begun := places.starting("web-1", {"status": {"containerStatuses": [shop.running("app", true)]}})
	_none(_seen(begun, [_mount("FailedMount", "timed out")]))
	early := places.starting("web-1", {"status": {"containerStatuses": [{"name": "app", "state": {}}]}})
	not _none(_seen(early, [_mount("FailedMount", "timed out")]))
}

test_the_symptom_is_told_only_after_a_while if {
	world.codes(_found(_claim, [], [])) == ["claim_pending"]
	count(_found(places.claim("data", {"metadata": {"creationTimestamp": shop.a_moment_ago}}), [], [])) == 0
}

_asked(planning) := ids if {
	wants := storage.asks with input as planning
	ids := shop.ids(wants)
}

test_of_a_pod_that_waits_claims_classes_and_events_are_asked_for if {
	_asked(world.around(_user, [])) == {
		"get/PersistentVolumeClaim/shop/data",
		"list/classes/",
		"list/events of claims/shop",
	}
	unbound := places.pending("web-1", "0/4 nodes are available: pod has unbound immediate PersistentVolumeClaims.", places.using("data"))
	"list/volumes/" in _asked(world.around(unbound, []))
}

test_of_a_claim_its_users_classes_and_then_volumes_are_asked_for if {
	_asked(world.around(_claim, [])) == {"list/classes/", "list/users of waiting claims/shop"}
	_asked(shop.also(world.around(_claim, []), [_fast(_static)])) == {"list/classes/", "list/users of waiting claims/shop", "list/volumes/"}
	"list/volumes/" in _asked(shop.also(world.around(_claim, []), [_classes]))
	"get/PersistentVolume//pv-1" in _asked(world.around(_named, []))
	not "list/users of waiting claims/shop" in _asked(world.around(_claim, [_user]))
}

test_the_volume_of_a_bound_claim_is_asked_for_when_its_pod_waits if {
	bound := places.claim("data", {"spec": {"volumeName": "pv-1"}, "status": {"phase": "Bound"}})
	"get/PersistentVolume//pv-1" in _asked(world.around(_user, [bound]))
	not "get/PersistentVolume//pv-1" in _asked(world.around(_user, [object.union(bound, {"metadata": {"name": "other"}})]))
}

test_of_a_workload_that_is_not_ready_the_claims_of_its_template_are_asked_for_at_once if {
	template := {"template": {"spec": places.using("data").spec}}
	web := shop.deployment("web", {"spec": template, "status": {"readyReplicas": 1}})
	"get/PersistentVolumeClaim/shop/data" in _asked(world.around(web, []))
	count(_asked(world.around(shop.deployment("web", {"spec": template}), []))) == 0
	db := shop.one("StatefulSet", "db", {
		"spec": {"replicas": 3, "volumeClaimTemplates": [{"metadata": {"name": "data"}}]},
		"status": {"readyReplicas": 1},
	})
	_asked(world.around(db, [])) == {
		"get/PersistentVolumeClaim/shop/data-db-1",
		"get/PersistentVolumeClaim/shop/data-db-2",
		"list/classes/",
		"list/events of claims/shop",
	}
}

test_where_everything_is_looked_at_events_of_pending_claims_are_asked_for if {
	"list/events of claims/shop" in _asked(world.within([_claim]))
}
