# METADATA
# title: Ports of Services
package policy_tests.diagnosis.ports

import data.diagnosis.ports
import data.policy_tests.diagnosis.shop
import data.policy_tests.diagnosis.world

_service(port) := shop.one("Service", "web", {"spec": {"selector": {"app": "web"}, "ports": [port]}})

_pod(container) := shop.pod("web-1", {"spec": {"containers": [object.union({"name": "app"}, container)]}})

_declares(declared) := _pod({"ports": declared})

_found(planning) := shop.by_code(found) if {
	found := ports.finding with input as planning
}

_of(port, pod) := world.around(_service(port), [pod])

_told(port, pod, lines) := shop.also(_of(port, pod), [world.log(pod, "app", "now", lines)])

_http := [{"name": "http", "containerPort": 8080}]

_dns := [{"name": "dns", "containerPort": 53, "protocol": "UDP"}]

test_a_port_that_is_declared_is_well if {
	every port in [
		{"port": 8080},
		{"port": 80, "targetPort": 8080},
		{"port": 80, "targetPort": "http"},
	] {
		_found(_of(port, _declares(_http))) == {}
	}
}

test_a_name_that_no_container_port_has_is_named_with_those_there_are if {
	found := _found(_of({"port": 80, "targetPort": "web"}, _declares(_http)))
	found.service_port_name.title == "Service shop/web sends to targetPort web, a name that no container port of its pods has; they declare http:8080."
}

test_a_name_where_nothing_is_declared_is_named_alone if {
	found := _found(_of({"port": 80, "targetPort": "web"}, _pod({})))
	contains(found.service_port_name.title, "they declare none.")
}

test_a_port_of_another_protocol_is_named if {
	found := _found(_of({"port": 53, "targetPort": 53}, _declares(_dns)))
	contains(found.service_port_protocol.title, "sends TCP to targetPort 53")
	contains(found.service_port_protocol.title, "(dns:53/UDP)")
}

test_a_headless_service_forwards_nothing if {
	service := object.union(_service({"port": 80, "targetPort": "web"}), {"spec": {"clusterIP": "None"}})
	_found(world.around(service, [_declares(_http)])) == {}
}

test_a_number_that_is_not_declared_is_a_guess if {
	found := _found(_of({"port": 80, "targetPort": 9000}, _declares(_http)))
	found.service_port_undeclared.weight < 50
}

test_the_log_of_a_container_behind_it_is_read if {
	wants := ports.asks with input as _of({"port": 80, "targetPort": 9000}, _declares(_http))
	shop.ids(wants) == {"log/shop/web-1/app/now"}
}

test_a_log_that_names_another_port_makes_it_certain if {
	every line in [
		"2026-01-17T09:00:14.120Z listening on 0.0.0.0:8080",
		"Server listening on port 8080",
		`{"msg":"listening","port":8080}`,
		"Tomcat started on port(s): 8080 (http)",
		"Listening at http://localhost:8080",
		"10:00:14 listening on 8080",
		"listening on [::]:8080",
	] {
		found := _found(_told({"port": 80, "targetPort": 9000}, _declares(_http), [line]))
		contains(found.service_port_unheard.title, "sends to port 9000, but its pods say that they listen on 8080 (targetPort)")
	}
}

test_a_log_that_names_the_port_clears_it if {
	_found(_told({"port": 80, "targetPort": 9000}, _declares(_http), ["listening on :9000"])) == {}
}

test_a_log_that_says_nothing_of_it_changes_nothing if {
	found := _found(_told({"port": 80, "targetPort": 9000}, _declares(_http), ["GET /80 in 8080 ms"]))
	object.keys(found) == {"service_port_undeclared"}
}

test_a_port_that_a_probe_knocks_at_is_there if {
	pod := _pod({"ports": [{"containerPort": 9090}], "readinessProbe": {"httpGet": {"path": "/", "port": 8080}}})
	_found(_of({"port": 80, "targetPort": 8080}, pod)) == {}
}

test_a_port_without_a_name_is_a_number if {
	found := _found(_of({"port": 80, "targetPort": 9000}, _declares([{"containerPort": 8080}])))
	endswith(found.service_port_undeclared.title, "they declare 8080.")
}

test_where_nothing_is_declared_nothing_is_guessed if _found(_of({"port": 80, "targetPort": 8080}, _pod({}))) == {}

test_where_nothing_is_declared_a_log_may_say_it if {
	found := _found(_told({"port": 80, "targetPort": 8080}, _pod({}), ["listening on :3000"]))
	object.keys(found) == {"service_port_unheard"}
}

_deployment := shop.deployment("web", {"spec": {"template": {"spec": {"containers": [{"name": "app", "ports": _http}]}}}})

test_a_namespace_looks_at_pods_before_it_says_anything if {
	planning := world.within([_service({"port": 80, "targetPort": 9000}), _deployment])
	_found(planning) == {}
	wants := ports.asks with input as planning
	shop.ids(wants) == {"list/some pods of web/shop"}
}

test_a_namespace_does_not_read_logs_where_nothing_is_declared if {
	wants := ports.asks with input as world.within([_service({"port": 80, "targetPort": 9000}), _pod({})])
	wants == set()
}

test_a_template_is_evidence_without_pods if {
	found := _found(world.within([_service({"port": 80, "targetPort": "web"}), _deployment]))
	some line in found.service_port_name.evidence
	line == "Deployment shop/web: ports of its containers = [http:8080]"
}
