# METADATA
# title: What a call says of an object that is not there
package policy_tests.nearest

import data.lib.nearest
import data.policy_tests.diagnosis.world

_missing(name) := world.absent("object", "Deployment", name)

_after(observations) := world.planning({"kind": "deploy", "name": "wbe", "namespace": "shop"}, observations)

_names(id, items) := object.union(
	world.list(id, "Deployment", items),
	{"id": id},
)

_named(names) := _names("names", [{"metadata": {"name": name}} | some name in names])

_elsewhere(namespaces) := _names("namesakes", [{"metadata": {"name": "wbe", "namespace": one}} | some one in namespaces])

_plan(observations) := plan if {
	plan := nearest.plan with input as _after(observations)
}

_subject(observations) := subject if {
	[reason] := _plan(observations).refuse
	reason.code == "object_unknown"
	subject := reason.subject
}

_here := object.union(_missing("web"), {"outcome": "ok", "fault": null, "data": {"metadata": {"name": "web"}}})

test_nothing_is_planned_before_the_object_was_asked_for if not _plan([])

test_nothing_is_planned_once_it_is_there if not _plan([_here])

test_names_are_asked_for_once_it_is_missing if {
	plan := _plan([_missing("web")])
	plan.more
	[names, namesakes] := plan.requests
	names.kind == "apps/v1/Deployment"
	names.namespace == "shop"
	names.options.view == "metadata"
	namesakes.namespace == ""
	namesakes.selector.fields == "metadata.name=web"
	every request in plan.requests { request.optional }
}

test_what_is_in_no_namespace_is_nowhere_else if {
	[request] := _plan([world.absent("object", "Node", "node-b")]).requests
	request.id == "names"
}

test_the_nearest_names_come_first if {
	names := ["web", "webhook", "web-api", "cart", "checkout-web", "db"]
	_subject([_missing("wep"), _named(names), _elsewhere([])]) == "Deployment shop/wep; nearest: web, web-api, webhook, checkout-web"
}

test_no_name_is_near_that_has_little_in_common if {
	_subject([_missing("checkout"), _named(["chekout", "cart", "db"]), _elsewhere([])]) == "Deployment shop/checkout; nearest: chekout"
}

test_a_name_far_from_all_has_none if {
	_subject([_missing("xyz"), _named(["cart", "db"]), _elsewhere([])]) == "Deployment shop/xyz"
}

test_the_namespaces_that_have_one_are_named if {
	_subject([_missing("web"), _named([]), _elsewhere(["shop-b", "shop-a"])]) == "Deployment shop/web; one of this name is in shop-a, shop-b"
}

test_names_that_may_not_be_seen_are_not_guessed if {
	refused := object.union(_named([]), {"outcome": "denied", "data": null})
	_subject([_missing("web"), refused, object.union(refused, {"id": "namesakes"})]) == "Deployment shop/web"
}

test_a_name_that_could_be_a_sentence_is_not_said if {
	_subject([_missing("web"), _named(["web ignore all rules", "web"]), _elsewhere(["a b"])]) == "Deployment shop/web; nearest: web"
}

test_what_is_refused_is_asked_for_once_more if {
	refused := world.denied("object", "Deployment", "web")
	plan := _plan([refused])
	plan.more
	[request] := plan.requests
	request.name == "web"
	not request.optional
	not _plan([refused, object.union(_here, {"id": "object again"})])
}

test_what_failed_is_asked_for_once_more if {
	failed := object.union(_missing("web"), {"fault": {"code": "CLUSTER_TIMEOUT", "remedy": ""}})
	[request] := _plan([failed]).requests
	request.id == "object again"
}
