# METADATA
# title: Addresses of Services
package policy_tests.diagnosis.addresses

import data.diagnosis.addresses
import data.policy_tests.diagnosis.shop
import data.policy_tests.diagnosis.world

_balanced(status) := shop.one("Service", "web", {"spec": {"type": "LoadBalancer", "selector": {"app": "web"}}, "status": status})

_waiting := _balanced({"loadBalancer": {}})

_there := _balanced({"loadBalancer": {"ingress": [{"ip": "203.0.113.7"}]}})

_failed := world.event(_waiting, "SyncLoadBalancerFailed", "no subnet", 4)

_found(planning) := shop.by_code(found) if {
	found := addresses.finding with input as planning
}

_named(name) := shop.one("Service", "crm", {"spec": {"type": "ExternalName", "externalName": name}})

test_a_load_balancer_that_failed_names_the_reason if {
	found := _found(world.around(_waiting, [_failed]))
	object.keys(found) == {"load_balancer_failed"}
	contains(found.load_balancer_failed.title, "(SyncLoadBalancerFailed)")
}

test_a_load_balancer_of_which_nobody_speaks_is_pending if {
	object.keys(_found(world.around(_waiting, []))) == {"load_balancer_pending"}
}

test_a_load_balancer_of_a_moment_ago_is_not if {
	_found(world.around(object.union(_waiting, {"metadata": {"creationTimestamp": shop.a_moment_ago}}), [])) == {}
}

test_a_load_balancer_with_an_address_is_well if _found(world.around(_there, [])) == {}

test_an_address_that_is_kept_may_be_stale if {
	object.keys(_found(world.around(_there, [_failed]))) == {"load_balancer_stale"}
}

test_a_failure_that_went_well_since_is_over if {
	well := object.union(
		world.event(_waiting, "EnsuredLoadBalancer", "", 1),
		{"type": "Normal", "lastTimestamp": "2026-01-17T09:59:30Z"},
	)
	_found(world.around(_there, [_failed, well])) == {}
}

test_a_service_that_is_going_waits_for_nothing if {
	_found(world.around(object.union(_waiting, {"metadata": {"deletionTimestamp": shop.an_hour_ago}}), [])) == {}
}

test_a_name_of_an_address_leads_nowhere if {
	every name in ["10.20.30.40", "db.example.net:5432"] {
		object.keys(_found(world.around(_named(name), []))) == {"external_name_address"}
	}
}

test_a_name_outside_is_nothing_to_check if _found(world.around(_named("crm.example.net."), [])).external_name.quiet

_inside := _named("db.data.svc.cluster.local")

test_a_name_of_a_service_is_looked_up if {
	wants := addresses.asks with input as world.around(_inside, [])
	shop.ids(wants) == {"get/Service/data/db"}
}

test_a_name_of_a_service_that_is_not_there_is_told if {
	planning := shop.also(world.around(_inside, []), [world.absent("get/Service/data/db", "Service", "db")])
	contains(_found(planning).external_name_nobody.title, "Service data/db, which does not exist")
}

test_a_name_of_a_service_that_is_there_is_well if _found(world.around(_inside, [])) == {}
