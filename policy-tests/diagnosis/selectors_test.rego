# METADATA
# title: Selectors, and who suffers from whom
package policy_tests.diagnosis.selectors

import data.lib.related
import data.lib.seen
import data.lib.selectors
import data.policy_tests.diagnosis.world

_web := {"app": "web", "tier": "front"}

test_labels_that_are_all_there_fit if selectors.fits({"matchLabels": {"app": "web"}}, _web)

test_one_label_that_differs_does_not_fit if not selectors.fits({"matchLabels": {"app": "web", "tier": "back"}}, _web)

test_an_empty_selector_fits_everything if selectors.fits({}, {})

test_expressions_fit_as_the_api_server_reads_them if {
	every term in [
		{"key": "app", "operator": "In", "values": ["web", "api"]},
		{"key": "app", "operator": "NotIn", "values": ["api"]},
		{"key": "zone", "operator": "NotIn", "values": ["a"]},
		{"key": "app", "operator": "Exists"},
		{"key": "zone", "operator": "DoesNotExist"},
	] {
		selectors.fits({"matchExpressions": [term]}, _web)
	}
}

test_expressions_do_not_fit_what_they_exclude if {
	every term in [
		{"key": "zone", "operator": "In", "values": ["a"]},
		{"key": "app", "operator": "NotIn", "values": ["web"]},
		{"key": "zone", "operator": "Exists"},
		{"key": "app", "operator": "DoesNotExist"},
	] {
		not selectors.fits({"matchExpressions": [term]}, _web)
	}
}

_pod := {"kind": "Pod", "metadata": {"name": "web-1", "namespace": "shop", "labels": _web}}

_service := {
	"kind": "Service",
	"metadata": {"name": "web", "namespace": "shop"},
	"spec": {"selector": {"app": "web", "tier": "front"}},
}

_budget := {
	"kind": "PodDisruptionBudget",
	"metadata": {"name": "web", "namespace": "shop"},
	"spec": {"selector": {"matchLabels": {"app": "web"}}},
}

test_a_pod_reaches_its_service_and_its_budget if {
	reached := related.reaches("Pod/shop/web-1") with input as world.within([_pod, _service, _budget])
	reached == {"Pod/shop/web-1", "Service/shop/web", "PodDisruptionBudget/shop/web"}
}

test_a_pod_does_not_reach_a_service_that_asks_for_more if {
	asking := object.union(_service, {"spec": {"selector": {"app": "web", "zone": "a"}}})
	reached := related.reaches("Pod/shop/web-1") with input as world.within([_pod, asking])
	reached == {"Pod/shop/web-1"}
}

test_a_list_in_a_few_fields_gives_no_objects if {
	planning := world.planning({}, [world.few("labels", "Pod", [_pod])])
	seen.pods == {} with input as planning
	item := seen.few("labels", "shop").data.items[0] with input as planning
	item == _pod
	seen.others(seen.few_id("labels", "shop")) == 0 with input as planning
}
