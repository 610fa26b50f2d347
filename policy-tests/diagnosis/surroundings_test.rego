# METADATA
# title: What a diagnosis looks at, and in which order
package policy_tests.diagnosis.surroundings

import data.lib.surroundings
import data.main
import data.policy_tests.diagnosis.shop
import data.policy_tests.diagnosis.world

_asked(planning) := {want.request.id: want.request | some want in found} if {
	found := surroundings.want with input as planning
}

_ids(planning) := object.keys(_asked(planning))

_plan(planning) := plan if {
	plan := main.plan with input as planning
}

_ids_of(plan) := [request.id | some request in plan.requests]

_web := shop.deployment("web", {})

_alone(kind, name) := world.planning({"kind": kind, "name": name, "namespace": "shop"}, [])

test_the_object_is_looked_at_first if {
	plan := _plan(_alone("deploy", "web"))
	_ids_of(plan) == ["kind", "object"]
	plan.more
	plan.requests[1].optional
}

test_then_its_pods_its_events_its_sets_and_its_services if {
	ids := _ids(world.around(_web, []))
	ids == {"list/pods of web/shop", "list/some pods of web/shop", "list/events/shop", "list/sets/shop", "list/services/shop"}
}

test_pods_are_asked_for_by_what_is_unwell_and_a_few_others if {
	asked := _asked(world.around(_web, []))
	asked["list/pods of web/shop"].selector == {"labels": "app=web"}
	count(asked["list/pods of web/shop"].where) > 5
	not asked["list/some pods of web/shop"].where
	asked["list/some pods of web/shop"].options.limit == data.config.diagnosis.samples
}

test_events_are_those_of_names_that_begin_with_the_targets if {
	asked := _asked(world.around(_web, []))
	asked["list/events/shop"].where == [[{"path": "involvedObject.name", "begins": ["web"]}]]
}

test_events_of_pods_of_another_name_are_a_list_of_their_own if {
	asked := _asked(world.around(_web, [shop.pod("api-1", {}), shop.pod("web-1", {})]))
	asked["list/events behind/shop"].where == [[{"path": "involvedObject.name", "begins": ["api-1"]}]]
	not "list/events behind/shop" in _ids(world.around(_web, [shop.pod("web-1", {})]))
}

test_pods_of_a_node_are_those_of_all_namespaces_and_its_events_stand_in_one if {
	asked := _asked(world.around(shop.one("Node", "node-a", {}), []))
	asked["list/pods of node-a/"].selector == {"fields": "spec.nodeName=node-a"}
	asked["list/events/default"]
	count(asked) == 3
}

test_pods_of_a_job_are_found_by_its_selector_or_by_the_label_that_its_pods_have if {
	selector := shop.one("Job", "export", {"spec": {"selector": {"matchLabels": {"job-name": "export"}}}})
	_asked(world.around(selector, []))["list/pods of export/shop"].selector == {"labels": "job-name=export"}
	old := shop.one("Job", "export", {"spec": {"template": {"metadata": {"labels": {"job-name": "export"}}}}})
	_asked(world.around(old, []))["list/pods of export/shop"].selector == {"labels": "job-name=export"}
	label := "batch.kubernetes.io/job-name"
	new := shop.one("Job", "export", {"spec": {"template": {"metadata": {"labels": {label: "export"}}}}})
	_asked(world.around(new, []))["list/pods of export/shop"].selector == {"labels": concat("=", [label, "export"])}
	bare := shop.one("Job", "export", {"spec": {}})
	[{"path": `metadata.labels["job-name"]`, "is": ["export"]}] in _asked(world.around(bare, []))["list/pods of export/shop"].where
}

test_what_selects_nothing_has_no_pods if {
	service := shop.one("Service", "db", {"spec": {"type": "ExternalName"}})
	_ids(world.around(service, [])) == {"list/events/shop", "list/services/shop"}
	_ids(world.around(shop.one("ConfigMap", "settings", {}), [])) == {"list/events/shop"}
}

_ingress := shop.one("Ingress", "front", {"spec": {
	"defaultBackend": {"service": {"name": "web"}},
	"rules": [{"http": {"paths": [{"backend": {"service": {"name": "api"}}}]}}],
}})

test_of_an_ingress_the_pods_behind_its_services_are_looked_at if {
	services := [shop.service("web", "web"), shop.service("api", "api"), shop.service("other", "other")]
	ids := _ids(world.around(_ingress, services))
	{"list/pods of web/shop", "list/pods of api/shop", "list/events behind/shop"} - ids == set()
	not "list/pods of other/shop" in ids
}

test_of_an_autoscaler_what_it_scales_is_looked_at if {
	scaler := shop.one("HorizontalPodAutoscaler", "front", {"spec": {"scaleTargetRef": {"kind": "Deployment", "name": "web"}}})
	{"list/pods of web/shop", "list/sets/shop"} - _ids(world.around(scaler, [_web])) == set()
}

test_of_a_cron_job_its_latest_jobs_are_looked_at if {
	job := shop.one("Job", "sync-1", {"metadata": {"ownerReferences": [{"kind": "CronJob", "name": "sync"}]}})
	cron := shop.one("CronJob", "sync", {})
	"list/pods of sync-1/shop" in _ids(world.around(cron, [job]))
	asked := surroundings.jobs_of(cron).request with input as world.around(cron, [])
	asked.id == "list/jobs/shop"
	asked.where[0][1] == {"path": "metadata.ownerReferences[*].name", "is": ["sync"]}
}

test_of_a_namespace_what_is_unwell_of_each_kind_is_looked_at if {
	asked := _asked(world.planning({"namespace": "shop"}, []))
	count(asked) == 15
	asked["list/pods/shop"].where
	not asked["list/services/shop"].where
	asked.object.kind == "v1/Namespace"
}

test_a_namespace_by_its_kind_is_the_same if {
	asked := _asked(world.around(shop.one("Namespace", "shop", {}), []))
	asked["list/pods/shop"].where
	count(asked) == 14
}

test_of_everything_the_same_lists_are_asked_for_without_a_namespace if {
	asked := _asked(world.planning({}, []))
	asked["list/pods/"].namespace == ""
	not asked.object
}

test_with_a_kind_and_no_name_it_is_asked_what_the_kind_is if {
	_asked(world.planning({"kind": "pod"}, [])).kind.name == "pod"
	kind := object.union(world.got(shop.one("Pod", "pods", {})), {"id": "kind", "data": {"kind": "Pod"}})
	surroundings.only == "Pod" with input as world.planning({"kind": "pod"}, [kind])
}

test_a_name_without_a_kind_is_refused if {
	plan := _plan(world.planning({"name": "web", "namespace": "shop"}, []))
	plan.requests == []
	plan.refuse[0].code == "kind_missing"
}

_gone := object.union(world.absent("object", "Deployment", "web"), {"id": "object"})

_refused := object.union(world.denied("object", "Deployment", "web"), {"id": "object"})

test_what_is_not_there_is_looked_for_by_name if {
	plan := _plan(world.planning({"kind": "deploy", "name": "web", "namespace": "shop"}, [_gone]))
	"names" in _ids_of(plan)
}

test_what_was_refused_is_asked_for_again_so_that_the_call_ends_so if {
	plan := _plan(world.planning({"kind": "deploy", "name": "web", "namespace": "shop"}, [_refused]))
	_ids_of(plan) == ["object again"]
}

test_a_namespace_that_may_not_be_read_itself_is_looked_at_all_the_same if {
	refused := object.union(world.denied("object", "Namespace", "shop"), {"id": "object"})
	plan := _plan(world.planning({"namespace": "shop"}, [refused]))
	"list/pods/shop" in _ids_of(plan)
}

test_a_namespace_that_is_not_there_is_looked_for_by_name if {
	gone := object.union(world.absent("object", "Namespace", "shoop"), {"id": "object"})
	plan := _plan(world.planning({"namespace": "shoop"}, [gone]))
	"names" in _ids_of(plan)
}

_is_missing(planning) if surroundings.missing with input as planning

test_a_target_that_was_not_seen_is_missing if {
	_is_missing(world.planning({"kind": "deploy", "name": "web", "namespace": "shop"}, [_refused]))
	_is_missing(world.planning({"namespace": "shop"}, [object.union(_gone, {"request": {"kind": "Namespace"}})]))
	not _is_missing(world.around(_web, []))
}

test_a_namespace_of_which_nothing_was_seen_is_missing if {
	all := [world.denied($"list/{kind}/shop", kind, "") | some kind in ["Pod", "Event"]]
	_is_missing(world.planning({"namespace": "shop"}, all))
	not _is_missing(world.planning({"namespace": "shop"}, array.concat(all, world.lists([_web]))))
	not _is_missing(world.planning({"namespace": "shop"}, []))
}

_wants := {"one": {"asks": {
	{"rank": 5, "request": {"id": "late"}},
	{"rank": 0, "request": {"id": "first"}},
	{"rank": 7, "request": {"id": "first"}},
}}}

_next := {"tool": "scale", "arguments": {}, "check": {"verb": "patch"}}

_finding := {
	"stage": 1, "weight": 50, "symptom": false, "quiet": false, "title": "", "remedy": "", "root": "Deployment/shop/web",
	"at": "Deployment/shop/web", "reaches": ["Deployment/shop/web"], "needs": [], "fold": "x", "evidence": [], "next": _next,
}

_in_lap(lap, diagnosis) := plan if {
	plan := main.plan with input as shop.in_lap(world.around(_web, []), lap) with data.diagnosis as diagnosis
}

test_what_is_wanted_is_asked_for_by_rank_and_once if {
	ids := _ids_of(_in_lap(2, _wants))
	ids[0] == "first"
	ids[count(ids) - 1] == "late"
	count(ids) == 7
}

test_no_more_is_asked_for_than_one_diagnosis_may if {
	plan := _in_lap(2, _wants) with data.config.diagnosis.requests as 5
	count(plan.requests) == 3
	none := _in_lap(2, _wants) with data.config.diagnosis.requests as 1
	none.requests == []
}

test_the_cure_is_checked_beside_the_last_look if {
	diagnosis := {"one": object.union(_wants.one, {"finding": {_finding}})}
	not "check x" in _ids_of(_in_lap(data.config.diagnosis.laps - 1, diagnosis))
	{"check x", "late"} - {id | some id in _ids_of(_in_lap(data.config.diagnosis.laps, diagnosis))} == set()
}

test_where_nothing_is_left_to_look_at_the_cure_is_checked_at_once if {
	plan := _in_lap(2, {"one": {"finding": {_finding}}}) with data.config.diagnosis.requests as 1
	_ids_of(plan) == ["check x"]
}

test_behind_the_last_lap_nothing_is_asked_for if {
	_in_lap(data.config.diagnosis.laps + 1, {"one": object.union(_wants.one, {"finding": {_finding}})}) == {"requests": [], "answer": true}
}

test_the_answer_is_told_in_blocks if {
	answer := main.answer with input as world.around(_web, [])
	startswith(answer.blocks[0].text, "Nothing is wrong with Deployment shop/web")
}
