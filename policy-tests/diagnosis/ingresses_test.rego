# METADATA
# title: Ingresses
package policy_tests.diagnosis.ingresses

import data.diagnosis.ingresses
import data.policy_tests.diagnosis.shop
import data.policy_tests.diagnosis.world

_to(name, port) := [{"host": "web.example.com", "http": {"paths": [{"path": "/", "backend": {"service": {"name": name, "port": port}}}]}}]

_ingress(name, more) := object.union(
	shop.one("Ingress", name, {
		"spec": {"ingressClassName": "nginx", "rules": _to("web", {"number": 80})},
		"status": {"loadBalancer": {"ingress": [{"ip": "203.0.113.9"}]}},
	}),
	more,
)

_web := shop.one("Service", "web", {"spec": {"selector": {"app": "web"}, "ports": [{"name": "http", "port": 80}]}})

_class(name) := {"kind": "IngressClass", "metadata": {"name": name}}

_classes(classes) := object.union(world.list("classes", "IngressClass", classes), {"id": "list/classes/"})

_seen(ingress, observations) := shop.also(
	world.around(ingress, []),
	array.concat([world.list("services", "Service", [_web])], observations),
)

_found(planning) := shop.by_code(found) if {
	found := ingresses.finding with input as planning
}

_of(more) := _found(_seen(_ingress("web", more), [_classes([_class("nginx")])]))

test_the_classes_are_asked_for if {
	wants := ingresses.asks with input as world.around(_ingress("web", {}), [])
	shop.ids(wants) == {"list/classes/"}
}

test_an_ingress_that_leads_somewhere_is_well if {
	_of({}) == {}
	_of({"spec": {"rules": _to("web", {"name": "http"})}}) == {}
	_of({"spec": {"defaultBackend": {"service": {"name": "web", "port": {"number": 80}}}}}) == {}
}

test_a_service_that_does_not_exist_is_named_with_what_was_meant if {
	found := _of({"spec": {"rules": _to("web-svc", {"number": 80})}})
	found.ingress_service_missing.title == "Ingress shop/web sends web.example.com/ to Service web-svc, which does not exist; there is web."
}

test_a_service_that_nothing_is_like_is_named_alone if {
	found := _of({"spec": {"rules": [], "defaultBackend": {"service": {"name": "till", "port": {"name": "http"}}}}})
	found.ingress_service_missing.title == "Ingress shop/web sends */ to Service till, which does not exist."
}

test_services_that_were_cut_prove_nothing if {
	cut := object.union(world.list("services", "Service", []), {"truncated": true})
	_found(shop.also(world.around(_ingress("web", {}), []), [cut])) == {}
}

test_a_port_that_the_service_has_not_is_named_with_those_it_has if {
	found := _of({"spec": {"rules": _to("web", {"number": 8080})}})
	contains(found.ingress_port_missing.title, "to port 8080 of Service web, which has no such port; it has http:80.")
	_of({"spec": {"rules": _to("web", {"name": "web"})}}).ingress_port_missing
}

test_a_port_without_a_name_is_a_number if {
	bare := shop.one("Service", "bare", {"spec": {"selector": {"app": "bare"}, "ports": [{"port": 80}]}})
	planning := shop.also(world.around(_ingress("web", {"spec": {"rules": _to("bare", {"number": 81})}}), [bare]), [])
	contains(_found(planning).ingress_port_missing.title, "it has 80.")
}

test_a_name_of_a_host_has_no_ports_to_miss if {
	alias := shop.one("Service", "crm", {"spec": {"type": "ExternalName", "externalName": "crm.example.net"}})
	_found(world.around(_ingress("web", {"spec": {"rules": _to("crm", {"number": 443})}}), [alias])) == {}
}

test_a_backend_without_ready_endpoints_is_a_symptom if {
	slice := shop.one("EndpointSlice", "web-x", {"metadata": {"labels": {"kubernetes.io/service-name": "web"}}, "endpoints": []})
	found := _found(world.around(_ingress("web", {}), [_web, slice]))
	found.ingress_backend_unready.symptom
}

# Classes

_unserved := {"status": {"loadBalancer": {"ingress": []}}}

test_a_class_that_does_not_exist_is_named_with_those_there_are if {
	found := _of({"spec": {"ingressClassName": "traefik"}})
	found.ingress_class_missing.title == "Ingress shop/web asks for IngressClass traefik, which does not exist; there is nginx."
}

test_without_any_class_only_what_nobody_serves_lacks_one if {
	_found(_seen(_ingress("web", {}), [_classes([])])) == {}
	found := _found(_seen(_ingress("web", _unserved), [_classes([])]))
	contains(found.ingress_class_missing.title, "there is none")
}

_bare(more) := object.union(object.remove(_ingress("web", {}), ["spec"]), object.union({"spec": {"rules": _to("web", {"number": 80})}}, more))

test_an_ingress_without_a_class_needs_a_default if {
	found := _found(_seen(_bare(_unserved), [_classes([_class("nginx")])]))
	object.keys(found) == {"ingress_without_class"}
}

test_a_default_class_serves_it if {
	marked := object.union(_class("nginx"), {"metadata": {"annotations": {"ingressclass.kubernetes.io/is-default-class": null}}})
	_found(_seen(_bare(_unserved), [_classes([marked])])) == {}
}

test_an_annotation_of_old_is_a_class if {
	annotated := {"metadata": {"annotations": {"kubernetes.io/ingress.class": null}}}
	_found(_seen(_bare(annotated), [_classes([_class("nginx")])])) == {}
}

# Controllers

_says(reason, message) := world.event(_ingress("web", {}), reason, message, 3)

test_what_the_controller_says_is_told if {
	found := _found(shop.also(_seen(_ingress("web", {}), []), world.lists([_says("FailedBuildModel", "no subnet")])))
	contains(found.ingress_controller.title, "reports FailedBuildModel")
}

test_what_went_well_since_is_over if {
	well := object.union(
		_says("SuccessfullyReconciled", ""),
		{"type": "Normal", "lastTimestamp": "2026-01-17T09:59:30Z"},
	)
	_found(shop.also(_seen(_ingress("web", {}), []), world.lists([_says("FailedBuildModel", "no subnet"), well]))) == {}
}

test_what_was_said_long_ago_matters_where_nobody_serves if {
	long_ago := object.union(_says("FailedBuildModel", "no subnet"), {"lastTimestamp": shop.an_hour_ago})
	_found(shop.also(_seen(_ingress("web", {}), []), world.lists([long_ago]))) == {}
	_found(shop.also(_seen(_ingress("web", _unserved), []), world.lists([long_ago]))).ingress_controller
}

test_a_secret_that_the_controller_names_is_named if {
	ingress := _ingress("web", {"spec": {"tls": [{"secretName": "web-cert"}]}})
	found := _found(shop.also(_seen(ingress, []), world.lists([_says("CertError", "secret shop/web-cert not found")])))
	object.keys(found) == {"ingress_tls"}
	contains(found.ingress_tls.title, "cannot use Secret web-cert for TLS (CertError)")
}

test_an_ingress_that_nobody_took_up_has_no_address if object.keys(_of(_unserved)) == {"ingress_without_address"}

test_an_ingress_of_a_moment_ago_may_get_one if {
	_of(object.union(_unserved, {"metadata": {"creationTimestamp": shop.a_moment_ago}})) == {}
}

test_in_a_namespace_it_is_odd_where_another_one_has_an_address if {
	alone := [_ingress("web", _unserved)]
	_found(world.within(alone)) == {}
	object.keys(_found(world.within(array.concat(alone, [_ingress("api", {})])))) == {"ingress_without_address"}
}
