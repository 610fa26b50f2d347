# METADATA
# title: NetworkPolicies
package policy_tests.diagnosis.isolation

import data.diagnosis.isolation
import data.policy_tests.diagnosis.shop
import data.policy_tests.diagnosis.world

_policy(name, spec) := shop.one("NetworkPolicy", name, {"spec": object.union({"podSelector": {}}, spec)})

_ports := {"spec": {"containers": [{"name": "app", "ports": [{"name": "http", "containerPort": 8080}]}]}}

_web := shop.service("web", "web")

_named := object.union(_web, {"spec": {"ports": [{"port": 80, "targetPort": "http"}]}})

_found(planning) := shop.by_code(found) if {
	found := isolation.finding with input as planning
}

_in(service, policies) := _found(world.around(service, array.concat([shop.pod("web-1", _ports)], policies)))

test_policies_are_asked_for_beside_a_service if {
	wants := isolation.asks with input as world.around(_web, [])
	shop.ids(wants) == {"list/policies/shop"}
}

test_policies_are_not_asked_for_beside_a_pod_that_is_well if {
	wants := isolation.asks with input as world.around(shop.pod("web-1", {}), [_web])
	wants == set()
}

test_without_policies_everything_comes_in if _in(_web, []) == {}

test_a_policy_that_lets_nothing_in_is_likely_the_reason if {
	found := _in(_web, [_policy("deny", {"policyTypes": ["Ingress"]})])
	object.keys(found) == {"network_policy_closed"}
	some line in found.network_policy_closed.evidence
	line == "NetworkPolicy shop/deny: spec = egress nothing, ingress nothing, podSelector (all), policyTypes Ingress"
}

test_a_policy_of_other_pods_is_not if {
	_in(_web, [_policy("deny", {"podSelector": {"matchLabels": {"app": "db"}}})]) == {}
	_in(_web, [object.union(_policy("deny", {}), {"metadata": {"namespace": "other"}})]) == {}
	_in(_web, [_policy("out", {"policyTypes": ["Egress"]})]) == {}
}

test_a_rule_for_another_port_leaves_it_closed if {
	found := _in(_web, [_policy("some", {"ingress": [{"ports": [{"port": 9090}]}]})])
	object.keys(found) == {"network_policy_port"}
	contains(found.network_policy_port.title, "port 8080")
}

test_rules_that_let_the_port_in_open_it if {
	every rule in [
		{},
		{"ports": [{"port": 8080}]},
		{"ports": [{"port": 8000, "endPort": 9000}]},
		{"ports": [{"port": "http"}]},
		{"ports": [{"protocol": "TCP"}]},
	] {
		_in(_web, [_policy("some", {"ingress": [rule]})]) == {}
		_in(_named, [_policy("some", {"ingress": [rule]})]) == {}
	}
}

test_a_rule_for_another_protocol_leaves_it_closed if {
	_in(_web, [_policy("some", {"ingress": [{"ports": [{"port": 8080, "protocol": "UDP"}]}]})]).network_policy_port
}

_ingress := shop.one("Ingress", "web", {"spec": {"defaultBackend": {"service": {"name": "web", "port": {"number": 80}}}}})

_from(peers) := _policy("some", {"ingress": [{"from": peers}]})

test_who_comes_by_an_ingress_comes_from_another_namespace if {
	found := _found(world.around(_ingress, [_web, shop.pod("web-1", _ports), _from([{"podSelector": {}}])]))
	object.keys(found) == {"network_policy_namespace"}
}

test_peers_of_other_namespaces_and_addresses_may_be_the_controller if {
	every peer in [{"namespaceSelector": {}, "podSelector": {"matchLabels": {"a": "b"}}}, {"ipBlock": {"cidr": "10.0.0.0/8"}}] {
		_found(world.around(_ingress, [_web, shop.pod("web-1", _ports), _from([peer])])) == {}
	}
}

# The way out

_failing := shop.pod("api-1", {
	"metadata": {"labels": {"app": "api"}},
	"status": {"containerStatuses": [shop.crashed("app", 1, "Error")]},
})

_says(line, objects) := shop.also(world.around(_failing, objects), [world.log(_failing, "app", "before", [line])])

_out(rules) := _policy("out", {"podSelector": {"matchLabels": {"app": "api"}}, "policyTypes": ["Egress"], "egress": rules})

_timeout := "dial tcp 198.51.100.25:587: i/o timeout"

_silent := "Error: getaddrinfo EAI_AGAIN mail.example.net"

test_policies_are_asked_for_beside_a_pod_that_gets_no_answer if {
	wants := isolation.asks with input as _says(_timeout, [])
	"list/policies/shop" in shop.ids(wants)
}

test_a_policy_that_lets_nothing_out_is_likely_the_reason if {
	found := _found(_says(_timeout, [_out([])]))
	object.keys(found) == {"egress_closed"}
	startswith(found.egress_closed.title, "Pods of Deployment shop/web may send nothing out, by NetworkPolicy out,")
}

test_egress_rules_alone_mean_egress if {
	policy := _policy("out", {"egress": [{"ports": [{"port": 443}]}]})
	_found(_says(_timeout, [policy])).egress_port
}

test_dns_has_to_be_left_open if {
	object.keys(_found(_says(_silent, [_out([{"ports": [{"port": 443}]}])]))) == {"egress_dns"}
	_found(_says(_silent, [_out([{"ports": [{"port": 53, "protocol": "UDP"}]}])])) == {}
}

test_a_name_that_does_not_come_in_time_is_a_matter_of_dns if {
	line := "dial tcp: lookup mail.example.net on 10.96.0.10:53: read udp 10.1.1.1:4242->10.96.0.10:53: i/o timeout"
	object.keys(_found(_says(line, [_out([{"ports": [{"port": 443}]}])]))) == {"egress_dns"}
}

test_the_port_of_who_does_not_answer_has_to_be_open if {
	found := _found(_says(_timeout, [_out([{"to": [{"ipBlock": {"cidr": "198.51.100.0/24"}}], "ports": [{"port": 443}]}])]))
	object.keys(found) == {"egress_port"}
	contains(found.egress_port.title, "port 587")
	_found(_says(_timeout, [_out([{"ports": [{"port": 587}]}])])) == {}
}

test_a_connection_that_is_refused_is_no_matter_of_policies if {
	_found(_says("dial tcp 198.51.100.25:587: connect: connection refused", [_out([])])) == {}
}

# The way in to another service

_db := shop.service("ledger", "ledger")

_lets(peers) := _policy("ledger", {
	"podSelector": {"matchLabels": {"app": "ledger"}},
	"ingress": [{"from": peers, "ports": [{"port": 8080}]}],
})

_missing := "dial tcp ledger:8080: i/o timeout"

test_policies_are_asked_for_beside_who_does_not_answer if {
	wants := isolation.asks with input as _says("dial tcp ledger.data:8080: i/o timeout", [])
	{"list/policies/shop", "list/policies/data"} - shop.ids(wants) == set()
}

test_a_policy_that_does_not_let_a_pod_in_is_likely_the_reason if {
	every peer in [
		{"podSelector": {"matchLabels": {"role": "backend"}}},
		{"namespaceSelector": {}, "podSelector": {"matchLabels": {"role": "backend"}}},
	] {
		found := _found(_says(_missing, [_db, _lets([peer])]))
		object.keys(found) == {"ingress_peer"}
		contains(found.ingress_peer.title, "may not reach Service shop/ledger, by NetworkPolicy ledger")
	}
}

test_a_policy_that_lets_it_in_or_may_do_so_is_not if {
	every peer in [
		{"podSelector": {"matchLabels": {"app": "api"}}},
		{"namespaceSelector": {}},
		{"ipBlock": {"cidr": "10.0.0.0/8"}},
	] {
		_found(_says(_missing, [_db, _lets([peer])])) == {}
	}
	_found(_says(_missing, [_db, _lets([])])) == {}
}
