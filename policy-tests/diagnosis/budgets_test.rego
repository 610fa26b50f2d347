# METADATA
# title: PodDisruptionBudgets
package policy_tests.diagnosis.budgets

import data.diagnosis.budgets
import data.policy_tests.diagnosis.shop
import data.policy_tests.diagnosis.world

_budget(name, more) := object.union(
	shop.one("PodDisruptionBudget", name, {
		"spec": {"selector": {"matchLabels": {"app": "web"}}, "minAvailable": 2},
		"status": {"disruptionsAllowed": 0, "currentHealthy": 2, "desiredHealthy": 2, "expectedPods": 2},
	}),
	more,
)

_short := _budget("web", {"status": {"expectedPods": 3}})

_node := shop.one("Node", "node-a", {"spec": {"unschedulable": true}})

_found(planning) := shop.by_code(found) if {
	found := budgets.finding with input as planning
}

_ids(planning) := shop.ids(wants) if {
	wants := budgets.asks with input as planning
}

# Budgets

test_a_budget_that_spares_nobody_is_what_somebody_chose if {
	every rule, spec in {
		"minAvailable is 2": {"minAvailable": 2},
		"minAvailable is 100%": {"minAvailable": "100%"},
		"maxUnavailable is 0": {"maxUnavailable": 0},
		"maxUnavailable is 0%": {"maxUnavailable": "0%"},
		"2 must be healthy": {"maxUnavailable": "30%"},
	} {
		bare := object.union(object.remove(_budget("web", {}), ["spec"]), {"spec": object.union({"selector": {}}, spec)})
		found := _found(world.around(bare, []))
		found.budget_allows_nothing.quiet
		endswith(found.budget_allows_nothing.title, concat("", [rule, "."]))
	}
}

test_a_budget_that_lacks_pods_is_a_symptom if {
	found := _found(world.around(_short, []))
	object.keys(found) == {"budget_waits"}
	found.budget_waits.symptom
}

test_the_pods_that_it_lacks_are_asked_for if "list/pods of budget web/shop" in _ids(world.around(_short, []))

test_a_budget_that_spares_one_is_well if {
	_found(world.around(_budget("web", {"status": {"disruptionsAllowed": 1}}), [])) == {}
}

test_beside_a_budget_others_do_not_matter if {
	other := _budget("other", {"spec": {"selector": {"matchLabels": {"app": "db"}}}})
	not _found(world.around(_budget("web", {}), [other])).budget_waits
	_found(world.within([other])).budget_allows_nothing
}

# Drains

test_a_drain_waits_for_a_budget_that_spares_nobody if {
	found := _found(world.around(_node, [shop.pod("web-1", {}), _budget("web", {})]))
	object.keys(found) == {"drain_forbidden"}
	startswith(found.drain_forbidden.title, "A drain of Node node-a waits for ever: PodDisruptionBudget shop/web never lets any of its 2 pods go")
}

test_a_drain_waits_for_pods_that_are_not_healthy if {
	found := _found(world.around(_node, [shop.pod("web-1", {}), _short]))
	object.keys(found) == {"drain_waits"}
}

test_a_drain_asks_for_budgets_everywhere if "list/budgets/" in _ids(world.around(_node, []))

test_a_drain_does_not_wait_for_pods_that_stay_or_are_done if {
	daemon := {"metadata": {"ownerReferences": [{"kind": "DaemonSet", "name": "agent"}]}}
	every more in [daemon, {"status": {"phase": "Succeeded"}}, {"spec": {"nodeName": "node-b"}}, {"metadata": {"labels": {"app": "db"}}}] {
		_found(world.around(_node, [shop.pod("web-1", more), _short])) == {}
	}
}

test_a_node_that_is_open_is_not_drained if {
	open := object.remove(_node, ["spec"])
	_found(world.around(open, [shop.pod("web-1", {}), _short])) == {}
	_ids(world.around(open, [])) == set()
}

# Selectors

_nobody := _budget("ghost", {
	"spec": {"selector": {"matchLabels": {"app": "gost"}}},
	"status": {"expectedPods": 0, "currentHealthy": 0},
})

test_a_budget_of_nobody_is_told if {
	object.keys(_found(world.around(_nobody, []))) == {"budget_selects_nothing"}
	{"few/Deployment of a budget/shop", "few/StatefulSet of a budget/shop", "list/budgets/shop"} - _ids(world.around(_nobody, [])) == set()
}

test_a_budget_of_what_is_scaled_to_zero_is_not if {
	template := {"metadata": {"name": "gost"}, "spec": {"template": {"metadata": {"labels": {"app": "gost"}}}}}
	_found(shop.also(world.around(_nobody, []), [world.few("Deployment of a budget", "Deployment", [template])])) == {}
}

test_pods_without_a_controller_cannot_be_counted if {
	unsynced := _budget("web", {"status": {"disruptionsAllowed": 1, "conditions": [shop.condition("DisruptionAllowed", "False", "SyncFailed")]}})
	bare := object.union(
		object.remove(shop.pod("web-1", {}), ["metadata"]),
		{"metadata": {"name": "web-1", "namespace": "shop", "labels": {"app": "web"}}},
	)
	contains(_found(world.around(unsynced, [bare])).budget_without_controller.title, "its pods: web-1 has no controller")
	contains(_found(world.around(unsynced, [])).budget_without_controller.title, "its pods: one has no controller")
}

test_two_budgets_of_one_pod_are_told if {
	one := _budget("a", {"status": {"disruptionsAllowed": 1}})
	other := _budget("b", {"status": {"disruptionsAllowed": 1}})
	found := _found(world.around(one, [other, shop.pod("web-1", {})]))
	found.budget_twice.reaches == ["PodDisruptionBudget/shop/a", "PodDisruptionBudget/shop/b"]
	_found(world.around(one, [other])) == {}
}
