# METADATA
# title: Causes before symptoms
package policy_tests.diagnosis.ranking

import data.lib.ranking
import data.policy_tests.diagnosis.shop
import data.policy_tests.diagnosis.world

# A finding as findings.of gives it; code is its fold.
_one(code, stage, at, more) := object.union(
	{
		"code": code,
		"stage": stage,
		"weight": 50,
		"symptom": false,
		"quiet": false,
		"title": code,
		"remedy": "",
		"root": at,
		"at": at,
		"reaches": [at],
		"needs": [],
		"fold": code,
		"evidence": [code],
		"next": null,
	},
	more,
)

_causes(planning, found) := causes if {
	causes := [[cause.code, [effect.code | some effect in cause.explained]] | some cause in ranking.causes] with input as planning
		with data.diagnosis as {"any": {"finding": found}}
}

_wide := world.within([])

_pod := "Pod/shop/web-1"

_web := "Deployment/shop/web"

test_what_stands_earlier_and_reaches_explains if {
	_causes(_wide, {
		_one("crash", 3, _pod, {"reaches": [_pod, _web]}),
		_one("missing", 7, _web, {}),
	}) == [["crash", ["missing"]]]
}

test_what_stands_later_or_does_not_reach_explains_nothing if {
	count(_causes(_wide, {
		_one("crash", 7, _pod, {"reaches": [_pod, _web]}),
		_one("missing", 3, _web, {}),
		_one("other", 9, "Service/shop/api", {}),
	})) == 3
}

test_what_befalls_a_pod_befalls_its_containers if {
	_causes(_wide, {
		_one("node", 1, "Node//node-a", {"reaches": [_pod]}),
		_one("crash", 3, concat("/", [_pod, "app"]), {}),
	}) == [["node", ["crash"]]]
}

test_what_befalls_a_container_befalls_no_other_one if {
	count(_causes(_wide, {
		_one("crash", 3, concat("/", [_pod, "app"]), {"reaches": [_pod]}),
		_one("probe", 5, concat("/", [_pod, "proxy"]), {}),
	})) == 2
}

test_what_is_waited_for_explains_whatever_its_stage if {
	_causes(_wide, {
		_one("crash", 3, _pod, {"needs": ["Service/shop/db"]}),
		_one("gone", 9, "Service/shop/db", {}),
	}) == [["gone", ["crash"]]]
}

test_two_that_wait_for_each_other_explain_neither if {
	count(_causes(_wide, {
		_one("a", 3, "Service/shop/a", {"needs": ["Service/shop/b"]}),
		_one("b", 3, "Service/shop/b", {"needs": ["Service/shop/a"]}),
	})) == 2
}

test_of_a_ring_one_is_told_with_the_others_behind_it if {
	_causes(_wide, {
		_one("a", 3, "Service/shop/a", {"needs": ["Service/shop/b"]}),
		_one("b", 2, "Service/shop/b", {"needs": ["Service/shop/c"]}),
		_one("c", 4, "Service/shop/c", {"needs": ["Service/shop/a"]}),
	}) == [["b", ["a", "c"]]]
}

test_what_an_effect_explains_stands_behind_the_cause_too if {
	_causes(_wide, {
		_one("node", 1, "Node//node-a", {"reaches": [_pod]}),
		_one("crash", 3, _pod, {"reaches": [_pod, _web]}),
		_one("missing", 7, _web, {}),
	}) == [["node", ["crash", "missing"]]]
}

test_findings_of_one_fold_are_one_with_a_number_and_the_evidence_of_each if {
	same := {_one("crash", 3, at, {"evidence": [at, "more"], "weight": weight}) |
		some [at, weight] in [["Pod/shop/web-1", 10], ["Pod/shop/web-2", 60], ["Pod/shop/web-3", 20]]
	}
	[cause] := ranking.causes with input as _wide with data.diagnosis as {"any": {"finding": same}}
	cause.number == 3
	cause.weight == 60
	count(cause.evidence) == 4
	"more" in cause.evidence
}

test_a_line_of_evidence_is_not_said_twice if {
	same := {_one("crash", 3, at, {"evidence": evidence}) |
		some [at, evidence] in [["Pod/shop/web-1", ["line"]], ["Pod/shop/web-2", ["line"]], ["Pod/shop/web-3", []]]
	}
	[cause] := ranking.causes with input as _wide with data.diagnosis as {"any": {"finding": same}}
	cause.evidence == ["line"]
}

_order(planning, found) := [code | some [code, _] in _causes(planning, found)]

test_the_heavier_one_comes_first if {
	_order(_wide, {_one("light", 3, "Pod/shop/a", {"weight": 40}), _one("heavy", 3, "Pod/shop/b", {"weight": 60})}) == ["heavy", "light"]
}

test_what_more_suffers_from_comes_first if {
	_order(_wide, {
		_one("alone", 3, "Pod/shop/a", {"weight": 85}),
		_one("many", 3, _pod, {"weight": 80, "reaches": [_pod, "Service/shop/a", "Service/shop/b", _web]}),
		_one("missing", 7, _web, {}),
		_one("empty", 7, "Service/shop/a", {}),
	}) == ["many", "alone"]
}

test_a_symptom_comes_behind_causes_and_before_small_things if {
	_order(_wide, {
		_one("small", 3, "Pod/shop/a", {"weight": 20}),
		_one("symptom", 3, "Pod/shop/b", {"symptom": true, "weight": 90}),
		_one("cause", 3, "Pod/shop/c", {"weight": 30}),
	}) == ["cause", "symptom", "small"]
}

_old := shop.one("Job", "old", {"status": {"conditions": [shop.condition("Failed", "True", "BackoffLimitExceeded")]}})

test_what_failed_long_ago_comes_last_where_all_is_looked_at if {
	found := {
		_one("old", 3, "Job/shop/old", {"weight": 90}),
		_one("new", 3, "Pod/shop/a", {"weight": 30}),
	}
	_order(world.within([_old]), found) == ["new", "old"]
	_order(world.around(_old, [_old]), found) == ["old", "new"]
}

_target := shop.deployment("web", {})

test_what_touches_the_target_comes_first if {
	_order(world.around(_target, []), {
		_one("beside", 3, "Pod/shop/other", {"weight": 90}),
		_one("touching", 3, _pod, {"weight": 40, "reaches": [_pod, _web]}),
	}) == ["touching", "beside"]
}

test_what_touches_it_by_what_it_explains_comes_first_too if {
	_order(world.around(_target, []), {
		_one("beside", 3, "Pod/shop/other", {"weight": 90}),
		_one("far", 1, "Node//node-a", {"weight": 40, "reaches": [_pod]}),
		_one("near", 3, _pod, {"weight": 40, "reaches": [_pod, _web]}),
	}) == ["far", "beside"]
}

test_what_somebody_chose_is_a_cause_only_where_something_suffers if {
	chosen := _one("zero", 0, _web, {"quiet": true, "reaches": [_web, "Service/shop/web"]})
	_order(_wide, {chosen}) == []
	_order(_wide, {chosen, _one("empty", 5, "Service/shop/web", {})}) == ["zero"]
}

_quiet(at) := quiet if {
	found := {_one("zero", 0, at, {"quiet": true})}
	quiet := [one.code | some one in ranking.quiet] with input as world.around(_target, [])
		with data.diagnosis as {"any": {"finding": found}}
}

test_what_somebody_chose_is_told_of_the_target_alone if {
	_quiet(_web) == ["zero"]
	_quiet("Deployment/shop/other") == []
	service := shop.one("Service", "web", {})
	found := {_one("zero", 0, _web, {"quiet": true, "reaches": [_web, "Service/shop/web"]})}
	behind := [one.code | some one in ranking.quiet] with input as world.around(service, []) with data.diagnosis as {"any": {"finding": found}}
	behind == ["zero"]
}

test_of_one_kind_only_what_touches_it_is_told if {
	kind := object.union(world.got(shop.one("Pod", "pods", {})), {"id": "kind", "data": {"kind": "Pod"}})
	_order(shop.also(_wide, [kind]), {
		_one("pod", 3, "Pod/shop/a", {}),
		_one("claim", 3, "PersistentVolumeClaim/shop/b", {"reaches": ["PersistentVolumeClaim/shop/b"]}),
	}) == ["pod"]
}
