# METADATA
# title: Services and their selectors, and what stands behind them
package policy_tests.diagnosis.services

import data.diagnosis.services
import data.lib.backing
import data.lib.likeness
import data.policy_tests.diagnosis.shop
import data.policy_tests.diagnosis.world

_slice(name, endpoints) := shop.one("EndpointSlice", concat("-", [name, "x1"]), {
	"metadata": {"labels": {"kubernetes.io/service-name": name}},
	"endpoints": endpoints,
})

_selects(name, selector) := shop.one("Service", name, {"spec": {"selector": selector, "ports": [{"port": 80, "targetPort": 8080}]}})

_labelled(name, labels, more) := shop.pod(name, object.union({"metadata": {"labels": labels}}, more))

# What a Service was seen with: no pod of its own, its slices, the labels of pods around it.
_alone(service, items) := shop.also(world.around(service, [_slice(service.metadata.name, [])]), [
	world.list(concat(" ", ["some pods of", service.metadata.name]), "Pod", []),
	world.few("labels", "Pod", items),
])

_found(planning) := shop.by_code(found) if {
	found := services.finding with input as planning
}

_asked(planning) := shop.ids(wants) if {
	wants := services.asks with input as planning
}

# Asks

test_the_slices_of_a_service_are_asked_for if {
	wants := services.asks with input as world.around(_selects("web", {"app": "web"}), [])
	some want in wants
	want.request.selector.labels == "kubernetes.io/service-name in (web)"
}

test_the_slices_of_the_backends_of_an_ingress_are_asked_for if {
	ingress := shop.one("Ingress", "web", {"spec": {"defaultBackend": {"service": {"name": "web", "port": {"number": 80}}}}})
	"list/slices/shop" in _asked(world.around(ingress, []))
}

test_a_namespace_asks_for_no_slices_anew if not "list/slices/shop" in _asked(world.within([_selects("web", {"app": "web"})]))

test_labels_and_workloads_are_asked_for_where_a_selector_misses if {
	service := _selects("web", {"app": "web"})
	asked := _asked(shop.also(world.around(service, []), [world.list("some pods of web", "Pod", [])]))
	{"few/labels/shop", "list/Deployment behind web/shop", "list/StatefulSet behind web/shop"} - asked == set()
}

test_pods_are_asked_for_where_a_dump_has_no_slices if {
	service := _selects("web", {"app": "web"})
	"list/some pods of web/shop" in _asked(shop.also(world.around(service, []), [world.list("slices", "EndpointSlice", [])]))
	not "list/some pods of web/shop" in _asked(world.around(service, [_slice("web", [])]))
}

test_labels_are_not_asked_for_where_pods_are_selected if {
	pod := _labelled("web-1", {"app": "web"}, {})
	not "few/labels/shop" in _asked(world.around(_selects("web", {"app": "web"}), [pod]))
}

test_events_of_a_workload_without_pods_are_asked_for if {
	service := _selects("web", {"app": "web"})
	deployment := shop.deployment("web", {})
	planning := shop.also(world.around(service, [deployment]), [world.list("some pods of web", "Pod", [])])
	"list/events of workloads/shop" in _asked(planning)
}

test_events_of_a_workload_that_is_scaled_to_zero_are_not if {
	service := _selects("web", {"app": "web"})
	deployment := shop.deployment("web", {"spec": {"replicas": 0}})
	planning := shop.also(world.around(service, [deployment]), [world.list("some pods of web", "Pod", [])])
	not "list/events of workloads/shop" in _asked(planning)
}

test_a_namespace_asks_for_pods_of_what_has_nothing_ready if {
	asked := _asked(world.within([_selects("web", {"app": "web"}), _slice("web", [{"conditions": {"ready": false}}])]))
	"list/some pods of web/shop" in asked
}

# Selectors

test_a_label_with_another_value_is_named_with_the_workload_that_has_it if {
	pod := _labelled("web-6d4b75cb6d-x1", {"app": "web", "tier": "front-end"}, {})
	found := _found(_alone(_selects("web", {"app": "web", "tier": "frontend"}), [pod]))
	found.service_selector_differs.title == "Service shop/web selects no pod: it asks for tier=frontend, and the pods of Deployment shop/web have tier=front-end."
	found.service_selector_differs.stage < found.service_not_ready.stage
}

_bare(name, labels, owners) := {
	"kind": "Pod",
	"metadata": {"name": name, "namespace": "shop", "labels": labels, "ownerReferences": owners},
}

test_a_label_under_another_key_is_named if {
	pod := _bare("api-0", {"app.kubernetes.io/name": "api"}, [{"kind": "StatefulSet", "name": "api"}])
	found := _found(_alone(_selects("api", {"app": "api"}), [pod]))
	contains(found.service_selector_differs.title, "the pods of StatefulSet shop/api have app.kubernetes.io/name=api")
}

test_a_label_that_is_not_there_is_named if {
	found := _found(_alone(_selects("web", {"app": "web", "release": "blue"}), [_bare("web-x", {"app": "web"}, [])]))
	found.service_selector_lacks.title == "Service shop/web selects no pod: it asks for release=blue, which the nearest, pods such as shop/web-x, do not have."
}

test_a_list_of_its_pods_is_enough_to_say_that_there_are_none if {
	planning := shop.also(world.around(_selects("web", {"app": "web"}), []), [world.list("some pods of web", "Pod", [])])
	object.keys(_found(planning)) == {"service_selects_nothing", "service_not_ready"}
}

test_a_selector_that_nothing_comes_near_to_is_told_alone if {
	pod := _labelled("web-1", {"app": "web"}, {})
	found := _found(_alone(_selects("legacy", {"run": "old-thing"}), [pod]))
	contains(found.service_selects_nothing.title, "none in its namespace has the labels run=old-thing")
}

test_two_workloads_that_are_as_near_are_not_named if {
	one := _bare("api-1", {"part-of": "shop"}, [{"kind": "StatefulSet", "name": "api"}])
	other := _bare("job-1", {"part-of": "shop"}, [{"kind": "StatefulSet", "name": "jobs"}])
	found := _found(_alone(_selects("legacy", {"part-of": "shop", "run": "old-thing"}), [one, other]))
	found.service_selects_nothing
}

test_a_workload_whose_template_is_near_is_named_without_pods if {
	planning := _alone(_selects("web", {"app": "webb"}), [])
	deployment := shop.deployment("web", {})
	found := _found(shop.also(planning, [world.list("more", "Deployment", [deployment])]))
	contains(found.service_selector_differs.title, "the pods of Deployment shop/web have app=web")
}

test_a_selector_that_fits_a_workload_without_pods_does_not_miss if {
	deployment := shop.deployment("web", {"spec": {"replicas": 0}})
	found := _found(shop.also(_alone(_selects("web", {"app": "web"}), []), [world.list("more", "Deployment", [deployment])]))
	object.keys(found) == {"service_not_ready"}
}

test_a_selector_that_fits_pods_by_their_labels_does_not_miss if {
	found := _found(_alone(_selects("web", {"app": "web"}), [_labelled("web-1", {"app": "web"}, {})]))
	object.keys(found) == {"service_not_ready"}
}

test_pods_that_are_done_are_selected_all_the_same if {
	done := _labelled("web-1", {"app": "web"}, {"status": {"phase": "Succeeded"}})
	found := _found(world.around(_selects("web", {"app": "web"}), [_slice("web", []), done]))
	object.keys(found) == {"service_not_ready"}
}

test_labels_that_were_cut_prove_nothing if {
	service := _selects("web", {"app": "web"})
	cut := object.union(world.few("labels", "Pod", []), {"truncated": true})
	found := _found(shop.also(world.around(service, [_slice("web", [])]), [cut]))
	object.keys(found) == {"service_not_ready"}
}

test_an_empty_service_beside_the_target_says_where_to_look if {
	service := _selects("db", {"app": "db"})
	found := _found(world.around(shop.deployment("web", {}), [service, _slice("db", [])]))
	found.service_empty.next.arguments == {"kind": "service", "name": "db", "namespace": "shop"}
}

_complete := [world.list(name, kind, []) | some name, kind in {"deployments": "Deployment", "statefulsets": "StatefulSet", "daemonsets": "DaemonSet"}]

test_in_a_namespace_empty_slices_and_no_workload_are_enough if {
	planning := shop.also(world.within([_selects("web", {"app": "web"}), _slice("web", [])]), _complete)
	_found(planning).service_selects_nothing
}

test_in_a_dump_without_slices_labels_are_asked_for if {
	planning := shop.also(world.within([_selects("web", {"app": "web"})]), _complete)
	"few/labels/shop" in _asked(planning)
	_found(planning) == {}
	_found(shop.also(planning, [world.few("labels", "Pod", [])])).service_selects_nothing
}

_deployment := shop.deployment("web", {})

_beside := _selects("web-svc", {"app": "webb"})

test_a_service_with_a_name_like_that_of_the_target_is_told_when_its_labels_are_near if {
	planning := shop.also(world.around(_deployment, [_beside, _slice("web-svc", [])]), [world.few("labels", "Pod", [])])
	contains(_found(planning).service_selector_differs.title, "Service shop/web-svc selects no pod: it asks for app=webb")
}

test_a_service_with_such_a_name_that_means_another_is_not if {
	other := _bare("admin-1", {"app": "web-admins"}, [{"kind": "StatefulSet", "name": "web-admin"}])
	service := _selects("web-admin", {"app": "web-admin"})
	planning := shop.also(world.around(_deployment, [service, _slice("web-admin", [])]), [world.few("labels", "Pod", [other])])
	_found(planning) == {}
}

# Readiness

test_a_service_with_a_ready_endpoint_is_well if {
	pod := _labelled("web-1", {"app": "web"}, {})
	_found(world.around(_selects("web", {"app": "web"}), [pod, _slice("web", [{"conditions": {"ready": true}}])])) == {}
}

test_a_service_whose_endpoints_are_not_ready_has_a_symptom if {
	slices := [_slice("web", [{"conditions": {"ready": false}}])]
	found := _found(world.around(_selects("web", {"app": "web"}), array.concat(slices, [_labelled("web-1", {"app": "web"}, {})])))
	found.service_not_ready.symptom
	some line in found.service_not_ready.evidence
	endswith(line, "endpoints = 1, ready 0")
}

_unready := {"status": {"conditions": [shop.condition("Ready", "False", "ContainersNotReady")]}}

_without_slices(service, pod) := shop.also(world.around(service, []), [world.list("pods of web", "Pod", [pod])])

test_without_slices_the_pods_say_that_a_service_is_not_ready if {
	_found(_without_slices(_selects("web", {"app": "web"}), _labelled("web-1", {"app": "web"}, _unready))).service_not_ready
}

test_addresses_that_are_published_before_they_are_ready_are_no_symptom if {
	service := object.union(_selects("web", {"app": "web"}), {"spec": {"publishNotReadyAddresses": true}})
	_found(_without_slices(service, _labelled("web-1", {"app": "web"}, _unready))) == {}
}

test_pods_of_a_moment_ago_may_still_become_ready if {
	unready := {"type": "Ready", "status": "False", "lastTransitionTime": shop.a_moment_ago}
	young := {"metadata": {"creationTimestamp": shop.a_moment_ago}, "status": {"conditions": [unready]}}
	_found(_without_slices(_selects("web", {"app": "web"}), _labelled("web-1", {"app": "web"}, young))) == {}
}

test_in_a_namespace_nobody_misses_what_was_scaled_to_zero if {
	deployment := shop.deployment("web", {"spec": {"replicas": 0}})
	_found(world.within([_selects("web", {"app": "web"}), _slice("web", []), deployment])) == {}
}

# Without a selector

_by_hand := shop.one("Service", "db", {"spec": {"ports": [{"port": 5432}]}})

test_a_service_without_selector_and_slices_leads_nowhere if {
	found := _found(shop.also(world.around(_by_hand, []), [world.list("slices", "EndpointSlice", [])]))
	found.service_without_endpoints
}

test_endpoints_by_hand_are_asked_for_and_do_as_well if {
	seen_ := shop.also(world.around(_by_hand, []), [world.list("slices", "EndpointSlice", [])])
	"get/Endpoints/shop/db" in _asked(seen_)
	endpoints := shop.one("Endpoints", "db", {"subsets": [{"addresses": [{"ip": "192.0.2.17"}]}]})
	_found(shop.also(world.around(_by_hand, [endpoints]), [world.list("slices", "EndpointSlice", [])])) == {}
}

test_in_a_namespace_it_needs_a_slice_of_another if {
	list := world.list("slices", "EndpointSlice", [_slice("web", [])])
	planning := world.within([_by_hand])
	_found(shop.also(planning, [list])).service_without_endpoints
	_found(shop.also(planning, [world.list("slices", "EndpointSlice", [])])) == {}
	headless := object.union(_by_hand, {"spec": {"clusterIP": "None"}})
	_found(shop.also(world.within([headless]), [list])) == {}
}

test_slices_by_hand_are_what_somebody_chose if {
	found := _found(world.around(_by_hand, [_slice("db", [{"addresses": ["192.0.2.17"]}])]))
	found.service_by_hand.quiet
}

test_a_name_of_a_host_has_no_endpoints_to_miss if {
	service := shop.one("Service", "crm", {"spec": {"type": "ExternalName", "externalName": "crm.example.net"}})
	_found(shop.also(world.around(service, []), [world.list("slices", "EndpointSlice", [])])) == {}
}

# Others

_ports(numbers) := {"spec": {"containers": [{"name": "app", "ports": [{"containerPort": number} | some number in numbers]}]}}

_owned(owner) := {"metadata": {"ownerReferences": [{"kind": "StatefulSet", "name": owner}]}}

test_pods_of_another_workload_without_the_port_are_a_fault if {
	one := _labelled("web-0", {"app": "web"}, object.union(_owned("web"), _ports([8080])))
	other := _labelled("job-0", {"app": "web"}, object.union(_owned("jobs"), _ports([9090])))
	found := _found(world.around(_selects("web", {"app": "web"}), [one, other]))
	found.service_selects_others.title == "Service shop/web also selects the pods of StatefulSet shop/jobs, which declare no port 8080."
}

test_pods_of_another_workload_with_the_same_port_are_none if {
	one := _labelled("web-0", {"app": "web"}, object.union(_owned("web"), _ports([8080])))
	other := _labelled("canary-0", {"app": "web"}, object.union(_owned("canary"), _ports([8080])))
	silent := _labelled("silent-0", {"app": "web"}, _owned("silent"))
	_found(world.around(_selects("web", {"app": "web"}), [one, other, silent])) == {}
}

# Which services matter

_keys(planning) := object.keys(known) if {
	known := backing.services with input as planning
}

_two := [_selects("web", {"app": "web"}), _selects("db", {"app": "db"})]

test_of_a_pod_those_that_send_to_it_matter if {
	_keys(world.around(_labelled("web-1", {"app": "web"}, {}), _two)) == {"Service/shop/web"}
}

test_of_an_ingress_those_it_sends_to_matter if {
	ingress := shop.one("Ingress", "x", {"spec": {"defaultBackend": {"service": {"name": "db"}}}})
	_keys(world.around(ingress, _two)) == {"Service/shop/db"}
}

test_of_a_workload_the_one_of_its_name_matters if {
	_keys(world.around(shop.deployment("db", {"spec": {"template": {"metadata": {"labels": {"app": "other"}}}}}), _two)) == {"Service/shop/db"}
}

test_of_a_namespace_all_matter if count(_keys(world.within(_two))) == 2

test_those_whose_slices_somebody_asked_for_matter if {
	_keys(world.around(shop.deployment("api", {}), array.concat(_two, [_slice("db", [])]))) == {"Service/shop/db"}
}

test_sidecars_and_templates_declare_ports if {
	spec := {
		"containers": [{"name": "app", "ports": [{"containerPort": 80, "name": "http"}]}],
		"initContainers": [
			{"name": "proxy", "restartPolicy": "Always", "ports": [{"containerPort": 53, "protocol": "UDP"}]},
			{"name": "setup", "ports": [{"containerPort": 99}]},
		],
	}
	{port.number | some port in backing.declared(spec)} == {80, 53}
	deployment := shop.deployment("web", {"spec": {"template": {"spec": spec}}})
	specs := backing.specs("Service/shop/web") with input as world.within([_selects("web", {"app": "web"}), deployment])
	specs == [spec]
}

# Likeness

test_names_that_are_alike if {
	every pair in [
		["frontend", "front-end"],
		["web", "web-server"],
		["checkout-api", "checkout"],
		["chekout", "checkout"],
		["checkuot", "checkout"],
		["sheckout", "checkout"],
	] {
		likeness.alike(pair[0], pair[1])
	}
}

test_names_that_are_not if {
	every pair in [["web", "api"], ["blog", "storefront"], ["db", "web"]] {
		not likeness.alike(pair[0], pair[1])
	}
}
