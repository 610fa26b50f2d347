# METADATA
# title: What was seen, who suffers from whom, and how it is said
package policy_tests.diagnosis.seen

import data.lib.asks
import data.lib.findings
import data.lib.related
import data.lib.seen
import data.policy_tests.diagnosis.shop
import data.policy_tests.diagnosis.world

_web := shop.deployment("web", {})

_pod := shop.pod("web-6d4b75cb6d-abc", {})

test_the_target_is_known_once_it_was_looked_at if {
	target := seen.target with input as world.around(_web, [])
	target.key == "Deployment/shop/web"
	target.group == "apps"
	not seen.target with input as world.within([])
}

test_an_object_that_was_seen_twice_is_kept_as_it_was_seen_first if {
	later := object.union(_web, {"spec": {"replicas": 9}})
	objects := seen.objects("Deployment") with input as world.around(_web, [later])
	objects["Deployment/shop/web"].spec.replicas == 3
}

test_logs_decisions_and_what_is_no_object_are_no_objects if {
	planning := world.planning({}, [
		world.log(_pod, "app", "now", ["line"]),
		object.union(object.remove(world.got(_pod), ["data"]), {"data": {"effect": "allow"}}),
		object.union(world.got(_pod), {"data": "text"}),
	])
	seen.pods == {} with input as planning
}

_event(more) := object.union(
	{"kind": "Event", "metadata": {"name": "one", "namespace": "shop"}, "involvedObject": {"kind": "Pod", "name": _pod.metadata.name, "namespace": "shop"}},
	more,
)

_read(more) := event if {
	[event] := seen.events_of(_pod) with input as world.within([_event(more)])
}

test_old_writers_of_events_say_when_and_how_often if {
	event := _read({"count": 4, "firstTimestamp": "1", "lastTimestamp": "2", "type": "Warning", "involvedObject": {"fieldPath": "spec.containers{app}"}})
	[event.count, event.first, event.last, event.container, event.type] == [4, "1", "2", "app", "Warning"]
}

test_new_writers_say_it_elsewhere if {
	event := _read({"eventTime": "1", "firstTimestamp": null, "lastTimestamp": null, "series": {"count": 7, "lastObservedTime": "3"}})
	[event.count, event.first, event.last, event.container, event.type] == [7, "1", "3", "", "Normal"]
}

test_an_event_that_says_nothing_of_it_happened_once if {
	event := _read({})
	[event.count, event.first, event.last] == [1, "", ""]
}

test_events_are_told_oldest_first if {
	events := [object.union(_event({"lastTimestamp": last}), {"metadata": {"name": last}}) | some last in ["3", "1", "2"]]
	read := [event.last | some event in seen.events] with input as world.within(events)
	read == ["1", "2", "3"]
}

test_events_of_another_object_are_not_its_own if {
	events := seen.events_of(_pod) with input as world.within([
		_event({"involvedObject": {"kind": "Deployment"}}),
		object.union(_event({"involvedObject": {"namespace": "other"}}), {"metadata": {"name": "two"}}),
	])
	events == []
}

test_a_log_that_was_not_seen_has_no_lines if {
	seen.log(_pod, "app", "now") == [] with input as world.within([])
	seen.log(_pod, "app", "now") == ["line"] with input as world.planning({}, [world.log(_pod, "app", "now", ["line"])])
}

_unseen(observations) := [[one.id, one.why] | some one in unseen] if {
	unseen := seen.unseen with input as world.planning({}, observations)
}

test_what_was_refused_or_failed_was_not_seen if {
	_unseen([
		world.denied("a", "Pod", "x"),
		object.union(world.denied("b", "Pod", "x"), {"outcome": "approve"}),
		object.union(world.absent("c", "Pod", "x"), {"fault": {"code": "CLUSTER_TIMEOUT"}}),
	]) == [["a", "not_granted"], ["b", "needs approval"], ["c", "CLUSTER_TIMEOUT"]]
}

test_what_does_not_exist_was_seen_not_to if {
	_unseen([world.absent("a", "Pod", "x")]) == []
	seen.absent("a") with input as world.planning({}, [world.absent("a", "Pod", "x")])
}

test_a_container_without_a_log_has_none_to_be_seen if {
	_unseen([object.union(world.absent("a", "Pod", "x"), {"request": {"subresource": "log"}, "fault": {"code": "CLUSTER_REFUSED"}})]) == []
}

test_what_was_well_is_only_counted if {
	counted := object.union(world.list("pods", "Pod", []), {"data": {"others": 7}})
	seen.others("list/pods/shop") == 7 with input as world.planning({}, [counted])
	seen.others("list/Pod/shop") == 0 with input as world.planning({}, [world.list("Pod", "Pod", [])])
	not seen.others("list/pods/shop") with input as world.within([])
}

_ago(moment) := seconds if {
	seconds := seen.ago(moment) with input as world.within([])
}

test_moments_are_counted_from_now if {
	_ago(shop.an_hour_ago) == 3600
	_ago("2026-01-17T11:00:00+01:00") == 0
	_ago("2026-01-17T09:59:59.500Z") in {0, 1}
}

test_what_is_no_moment_is_none if {
	every moment in ["", "yesterday", null, 7, "2026-01-17"] { not _ago(moment) }
}

test_lately_and_lasting_are_data if {
	seen.lately(shop.five_minutes_ago) with input as world.within([])
	not seen.lately(shop.an_hour_ago) with input as world.within([])
	seen.lasting(shop.an_hour_ago) with input as world.within([])
	not seen.lasting(shop.five_minutes_ago) with input as world.within([])
}

test_what_was_restored_is_as_old_as_it_says if {
	restored := shop.pod("web-1", {
		"metadata": {"creationTimestamp": shop.a_moment_ago},
		"status": {"startTime": shop.an_hour_ago, "conditions": [{"type": "Ready", "lastTransitionTime": shop.last_week}, {}]},
	})
	seen.since(restored) == shop.last_week
}

_reaches(key, objects) := reached if {
	reached := related.reaches(key) with input as world.within(objects)
}

_set := shop.one("ReplicaSet", "web-6d4b75cb6d", {"metadata": {"ownerReferences": [{"kind": "Deployment", "name": "web"}]}})

test_a_pod_reaches_its_set_its_deployment_its_autoscaler_its_services_and_their_ingresses if {
	scaler := shop.one("HorizontalPodAutoscaler", "web", {"spec": {"scaleTargetRef": {"kind": "Deployment", "name": "web"}}})
	ingress := shop.one("Ingress", "front", {"spec": {"rules": [{"http": {"paths": [{"backend": {"service": {"name": "web"}}}]}}]}})
	_reaches("Pod/shop/web-6d4b75cb6d-abc", [_pod, _set, _web, scaler, ingress, shop.service("web", "web")]) == {
		"Pod/shop/web-6d4b75cb6d-abc",
		"ReplicaSet/shop/web-6d4b75cb6d",
		"Deployment/shop/web",
		"HorizontalPodAutoscaler/shop/web",
		"Service/shop/web",
		"Ingress/shop/front",
	}
}

test_the_deployment_of_a_set_that_was_not_seen_is_known_by_its_name if {
	related.root("Pod/shop/web-6d4b75cb6d-abc") == "Deployment/shop/web" with input as world.within([_pod])
	bare := shop.one("Pod", "web-1-x", {"metadata": {"labels": {}, "ownerReferences": [{"kind": "ReplicaSet", "name": "web-1"}]}})
	related.root("Pod/shop/web-1-x") == "ReplicaSet/shop/web-1" with input as world.within([bare])
	related.root("Pod/shop/web-1-x") == "Deployment/shop/web" with input as world.within([bare, _web])
}

test_a_pod_that_names_no_owner_belongs_to_what_selects_it if {
	pod := shop.one("Pod", "web-1", {"metadata": {"labels": {"app": "web"}}})
	related.root("Pod/shop/web-1") == "Deployment/shop/web" with input as world.within([pod, _web])
	job := shop.one("Pod", "export-1", {"metadata": {"labels": {"job-name": "export"}}})
	related.root("Pod/shop/export-1") == "Job/shop/export" with input as world.within([job])
	alone := shop.one("Pod", "alone", {"metadata": {"labels": {"app": "alone"}}})
	related.root("Pod/shop/alone") == "Pod/shop/alone" with input as world.within([alone, _web])
}

test_the_pods_of_a_deployment_are_those_that_reach_it if {
	pods := [pod.metadata.name | some pod in related.pods("Deployment/shop/web")] with input as world.within([_pod, _set, _web])
	pods == ["web-6d4b75cb6d-abc"]
}

test_a_deployment_without_pods_is_missed_by_its_services if {
	"Service/shop/web" in _reaches("Deployment/shop/web", [_web, shop.service("web", "web")])
}

test_a_claim_reaches_the_pods_that_use_it if {
	pod := object.union(_pod, {"spec": {"volumes": [{"name": "data", "persistentVolumeClaim": {"claimName": "data"}}]}})
	"Deployment/shop/web" in _reaches("PersistentVolumeClaim/shop/data", [pod])
}

test_a_service_without_a_selector_selects_nobody if {
	not related.selects({}, _pod)
	services := related.services(_pod) with input as world.within([shop.one("Service", "db", {"spec": {}})])
	services == []
}

test_a_question_is_a_read_that_may_be_missing if {
	get := asks.get("apps/v1/Deployment", "shop", "web")
	[get.id, get.optional, get.show.as] == ["get/Deployment/shop/web", true, "none"]
	log := asks.log(_pod, "app", "before")
	[log.id, log.options.previous] == ["log/shop/web-6d4b75cb6d-abc/app/before", true]
	few := asks.few("labels", "v1/Pod", "shop", ["metadata.labels"], {"selector": {"labels": "a=b"}})
	[few.id, few.options.fields, few.selector.labels] == ["few/labels/shop", ["metadata.labels"], "a=b"]
	asks.exact({"group": "", "version": "v1", "kind": "Pod"}) == "v1/Pod"
}

test_a_selector_is_written_from_a_map_or_from_a_label_selector if {
	asks.labels({"b": "2", "a": "1"}) == "a=1,b=2"
	asks.labels({"matchLabels": {"app": "web"}}) == "app=web"
	asks.labels({"matchExpressions": [{"key": "app", "operator": "Exists"}]}) == "app"
	asks.labels({}) == ""
}

# METADATA
# title: "{object} of {owner}, {pods}, {container}: {image} {note}."
# custom:
#   code: sample
#   stage: image
#   weight: 70
#   remedy: Mend {container}.
_sample(about) := findings.of(rego.metadata.rule(), about)

_bare(about) := findings.of({}, about)

test_a_finding_is_filled_from_its_metadata if {
	found := _sample({
		"object": _pod,
		"container": "app",
		"values": {"image": "a b"},
		"words": {"note": "a b"},
		"reaches": ["Node//node-a"],
		"fold": "more",
	}) with input as world.within([_pod])
	found.title == "Pod shop/web-6d4b75cb6d-abc of Deployment shop/web, Pods of Deployment shop/web, app: (see the evidence) a b."
	found.remedy == "Mend app."
	found.at == "Pod/shop/web-6d4b75cb6d-abc/app"
	found.fold == "sample Deployment/shop/web app more"
	found.stage == findings.stage("image")
	{"Node//node-a", "Deployment/shop/web"} - {key | some key in found.reaches} == set()
}

test_a_finding_may_say_its_own_stage_and_weight if {
	found := _sample({"object": _web, "stage": "crash", "weight": 1}) with input as world.within([_web])
	[found.stage, found.weight, found.at] == [findings.stage("crash"), 1, "Deployment/shop/web"]
	contains(found.title, "Deployment shop/web, Deployment shop/web")
}

test_a_finding_without_metadata_stands_behind_all_others if {
	found := _bare({"object": _web}) with input as world.within([_web])
	[found.code, found.stage] == ["unnamed", count(data.config.diagnosis.stages)]
}

test_only_words_of_the_cluster_stand_in_a_sentence if {
	findings.word("registry.example.com/web:1") == "registry.example.com/web:1"
	findings.word(42) == "42"
	every value in ["a b", "", "line\nbreak", null, true] { findings.word(value) == "(see the evidence)" }
	findings.word(["a", "b"]) == "a, b"
	findings.word(["a", "b", "c", "d", "e", "f"]) == "a, b, c, d and 2 more"
}

test_a_name_that_is_none_is_not_said if {
	findings.said("Pod/shop/web-1") == "Pod shop/web-1"
	findings.said("Node//node-a") == "Node node-a"
	findings.said("Pod/shop/delete all") == "Pod shop/(see the evidence)"
}

test_evidence_shows_values_of_any_shape if {
	findings.field(_web, "a", "b") == "Deployment shop/web: a = b"
	findings.words([1, "b", true]) == "[1, b, true]"
	findings.words({"b": 1, "a": {"deep": 1}}) == "a …, b 1"
}

test_evidence_shows_events_and_lines_of_logs if {
	findings.event({"last": "T", "reason": "BackOff", "count": 1, "kind": "Pod", "name": "x", "message": "m"}) == "event T BackOff on Pod x: m"
	findings.log(_pod, "app", "before", "  line ") == "log of web-6d4b75cb6d-abc/app before its restart: line"
	findings.log(_pod, "app", "now", "line") == "log of web-6d4b75cb6d-abc/app: line"
}

test_long_lines_are_cut if {
	long := concat("", [$"{at}" | some at in numbers.range(1, 200)])
	line := findings.log(_pod, "app", "now", long)
	count(line) == 281
	endswith(line, "…")
	count(findings.ends(long)) == 143
	findings.ends("short") == "short"
}

test_a_pod_has_its_parts if {
	parts := findings.parts(_pod) with input as world.within([_pod])
	"Pod/shop/web-6d4b75cb6d-abc/app" in parts
}

test_a_call_is_written_as_a_caller_would if {
	findings.call("describe", "Pod/shop/web-1/app") == `describe {"kind":"pod","name":"web-1","namespace":"shop"}`
	findings.call("describe", "Node//node-a") == `describe {"kind":"node","name":"node-a"}`
	findings.json({"a": ["x", "y"], "b": `say "no\"`, "c": 1, "d": true}) == `{"a":["x","y"],"b":"say \"no\\\"","c":1,"d":true}`
}
