# METADATA
# title: HorizontalPodAutoscalers
package policy_tests.diagnosis.scaling

import data.diagnosis.scaling
import data.policy_tests.diagnosis.shop
import data.policy_tests.diagnosis.world

_scaler(more) := object.union(
	shop.one("HorizontalPodAutoscaler", "web", {
		"spec": {
			"scaleTargetRef": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "web"},
			"minReplicas": 1,
			"maxReplicas": 4,
			"metrics": [{"type": "Resource", "resource": {"name": "cpu", "target": {"averageUtilization": 70}}}],
		},
		"status": {"currentReplicas": 4, "desiredReplicas": 4},
	}),
	more,
)

_with(type, status, reason, message) := _scaler({"status": {"conditions": [object.union(
	shop.condition(type, status, reason),
	{"message": message},
)]}})

_uncounted(message) := _with("ScalingActive", "False", "FailedGetResourceMetric", message)

_unscaled(reason, message) := _with("AbleToScale", "False", reason, message)

_found(planning) := shop.by_code(found) if {
	found := scaling.finding with input as planning
}

_codes(scaler) := object.keys(_found(world.around(scaler, [])))

test_what_it_scales_is_asked_for if {
	wants := scaling.asks with input as world.around(_scaler({}), [])
	shop.ids(wants) == {"get/Deployment/shop/web"}
}

test_what_scales_a_deployment_is_asked_for if {
	wants := scaling.asks with input as world.around(shop.deployment("web", {}), [])
	shop.ids(wants) == {"list/scalers/shop"}
}

test_an_autoscaler_without_conditions_is_well if _codes(_scaler({})) == set()

# The target

_gone := _unscaled("FailedGetScale", `deployments.apps "web" not found`)

test_a_target_that_is_not_there_is_named if {
	_codes(_gone) == {"scaler_target_missing"}
	planning := shop.also(
		world.around(_unscaled("FailedGetScale", "gone"), []),
		[world.absent("get/Deployment/shop/web", "Deployment", "web")],
	)
	contains(_found(planning).scaler_target_missing.title, "scales Deployment shop/web, which does not exist")
}

test_a_target_that_is_there_is_told_as_unread if {
	object.keys(_found(world.around(_gone, [shop.deployment("web", {})]))) == {"scaler_target_unread"}
	_codes(_unscaled("FailedUpdateScale", "conflict")) == {"scaler_target_unread"}
}

test_a_target_at_zero_is_what_somebody_chose if {
	found := _found(world.around(_with("ScalingActive", "False", "ScalingDisabled", ""), []))
	object.keys(found) == {"scaler_disabled"}
	found.scaler_disabled.quiet
}

# Metrics

_fetch := "unable to fetch metrics from resource metrics API: "

test_an_api_that_nothing_serves_is_named if {
	found := _found(world.around(_uncounted(concat("", [_fetch, "the server could not find the requested resource (get pods.metrics.k8s.io)"])), []))
	object.keys(found) == {"metrics_api_missing", "scaler_cannot_count"}
	contains(found.metrics_api_missing.title, "the API metrics.k8s.io in")
	found.metrics_api_missing.stage < found.scaler_cannot_count.stage
}

test_other_metrics_have_apis_of_their_own if {
	every message, api in {
		"no custom metrics API (custom.metrics.k8s.io) registered": "custom.metrics.k8s.io",
		"no custom metrics API": "custom.metrics.k8s.io",
		"no external metrics API": "external.metrics.k8s.io",
		`no matches for kind "X"`: "metrics.k8s.io",
	} {
		title := _found(world.around(_uncounted(message), [])).metrics_api_missing.title
		contains(title, concat("", ["the API ", api, " in"]))
	}
}

test_an_api_that_is_down_is_named if {
	_codes(_uncounted(concat("", [_fetch, "the server is currently unable to handle the request (get pods.metrics.k8s.io)"]))) == {
		"metrics_api_down",
		"scaler_cannot_count",
	}
}

test_a_container_without_a_request_is_named if {
	found := _found(world.around(_uncounted("missing request for cpu in container app of Pod web-1"), []))
	contains(found.scaler_request_missing.title, "container app of Deployment shop/web has no cpu request")
}

test_older_clusters_do_not_name_it if {
	"scaler_requests_missing" in _codes(_uncounted("missing request for cpu"))
}

test_a_metric_that_nobody_gives_is_named if {
	message := "unable to get external metric shop/queue_depth/nil: unable to fetch metrics from external metrics API: no metrics returned"
	found := _found(world.around(_uncounted(message), []))
	contains(found.metric_missing.title, "there is no metric queue_depth (FailedGetResourceMetric)")
}

test_pods_of_two_autoscalers_are_told if {
	_codes(_with("ScalingActive", "False", "AmbiguousSelector", "controlled by multiple HPAs")) == {"scaler_ambiguous"}
}

_nothing := _uncounted("no metrics returned from resource metrics API")

_pod(ready) := shop.pod("web-1", {"status": {"conditions": [shop.condition("Ready", ready, "")]}})

test_ready_pods_without_metrics_are_a_fault_of_the_api if {
	"metrics_none" in object.keys(_found(world.around(_nothing, [_pod("True")])))
}

test_pods_that_are_not_ready_have_no_metrics_yet if {
	object.keys(_found(world.around(_nothing, [_pod("False")]))) == {"scaler_cannot_count"}
	_codes(_nothing) == {"scaler_cannot_count"}
}

test_metrics_of_a_moment_ago_may_be_late if {
	brief := {"status": {"conditions": [object.union(
		shop.condition("ScalingActive", "False", "FailedGetResourceMetric"),
		{"lastTransitionTime": shop.a_moment_ago},
	)]}}
	_codes(_scaler(brief)) == set()
}

# Bounds

_limited(reason, usage) := object.union(
	_with("ScalingLimited", "True", reason, ""),
	{"status": {"currentMetrics": [{"resource": {"name": "cpu", "current": {"averageUtilization": usage}}}]}},
)

test_a_maximum_that_is_not_enough_is_told_with_its_numbers if {
	found := _found(world.around(_limited("TooManyReplicas", 95), []))
	found.scaler_at_maximum.title == "HorizontalPodAutoscaler shop/web is at its maximum of 4 replicas and would have more: cpu is at 95 % of its requests, against a target of 70 % (TooManyReplicas)."
}

test_a_maximum_that_is_enough_is_well if _codes(_limited("TooManyReplicas", 70)) == set()

test_a_maximum_of_which_no_number_is_known_is_believed if {
	_codes(_with("ScalingLimited", "True", "TooManyReplicas", "")) == {"scaler_at_maximum"}
}

test_a_minimum_is_well if _codes(_limited("TooFewReplicas", 3)) == set()

test_bounds_that_cross_are_told if {
	_codes(_scaler({"spec": {"minReplicas": 5}})) == {"scaler_bounds"}
}

test_its_warnings_are_evidence if {
	event := world.event(_gone, "FailedGetScale", "not found", 9)
	count(_found(world.around(_gone, [event])).scaler_target_missing.evidence) == 2
}
