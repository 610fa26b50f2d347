# METADATA
# title: Rollouts and their revisions
package policy_tests.rollout

import data.lib.durations
import data.policy_tests.diagnosis.shop
import data.policy_tests.diagnosis.world
import data.tools.rollout

_arguments := {"kind": "deploy", "name": "web", "namespace": "shop"}

_web := shop.deployment("web", {})

_planning(arguments, observations) := world.planning(object.union(_arguments, arguments), observations)

_plan(arguments, observations) := plan if {
	plan := rollout.plan with input as _planning(arguments, observations)
}

_blocks(arguments, observations) := answer.blocks if {
	answer := rollout.answer with input as _planning(arguments, observations)
}

_ids(plan) := [request.id | some request in plan.requests]

_texts(blocks) := concat("\n", [block.text | some block in blocks])

_quotes(blocks) := [[block.title, block.quote] | some block in blocks]

_template(image) := {
	"metadata": {"labels": {"app": "web", "pod-template-hash": image}, "annotations": ["example.com/note"]},
	"spec": {"containers": [{"name": "app", "image": image}]},
}

_set(revision, more) := object.union(
	{
		"metadata": {
			"name": $"web-{revision}",
			"namespace": "shop",
			"creationTimestamp": "2026-01-15T10:00:00Z",
			"annotations": {"deployment.kubernetes.io/revision": $"{revision}"},
			"ownerReferences": [{"kind": "Deployment", "name": "web"}],
		},
		"spec": {"template": _template($"web:{revision}")},
		"status": {"replicas": 0},
	},
	more,
)

_kept(revision, more) := {
	"metadata": {
		"name": $"web-{revision}",
		"namespace": "shop",
		"ownerReferences": [{"kind": "StatefulSet", "name": "web"}],
	},
	"revision": revision,
	"data": {"spec": {"template": object.union({"$patch": "replace"}, object.union(_template($"web:{revision}"), more))}},
}

_list(id, items) := object.union(world.list(id, "ReplicaSet", items), {"id": id})

_decided(effect) := object.union(world.object_(_web), {"id": "check", "data": {"effect": effect, "reasons": [{"code": "owned"}]}})

_three := [_set(1, {}), _set(3, {"status": {"replicas": 3, "readyReplicas": 2}}), _set(2, {"status": {"replicas": 1}})]

_seen(items) := [world.object_(_web), _list("history", items), _list("templates", items), _decided("approve")]

test_the_object_is_looked_at_first if _ids(_plan({}, [])) == ["kind", "object"]

test_an_object_that_is_not_there_is_looked_for if {
	_ids(_plan({}, [world.absent("object", "Deployment", "web")])) == ["names", "namesakes"]
}

test_then_its_revisions if {
	plan := _plan({}, [world.object_(_web)])
	_ids(plan) == ["history"]
	plan.requests[0].kind == "replicasets.apps"
	plan.requests[0].selector.labels == "app=web"
	plan.requests[0].where == [[{"path": "metadata.ownerReferences[*].name", "is": ["web"]}]]
}

test_without_selectors_they_are_found_too if {
	plan := rollout.plan with input as _planning({}, [world.object_(_web)]) with data.config.selectors.labels as false
	not plan.requests[0].selector
}

test_then_templates_and_what_the_policy_says_of_the_way_back if {
	plan := _plan({}, [world.object_(_web), _list("history", _three)])
	_ids(plan) == ["templates", "check"]
	plan.requests[0].where[0][0].is == ["web-3", "web-2", "web-2", "web-1"]
	plan.requests[1].execute == false
}

test_a_single_revision_has_no_way_back if {
	plan := _plan({}, [world.object_(_web), _list("history", [_set(1, {})])])
	plan == {"requests": [], "answer": true}
	blocks := _blocks({}, [world.object_(_web), _list("history", [_set(1, {})])])
	count(blocks) == 2
}

test_one_revision_can_be_asked_for if {
	plan := _plan({"revision": 2}, [world.object_(_web), _list("history", _three)])
	_ids(plan) == ["templates", "revision", "check"]
	plan.requests[1].name == "web-2"
}

test_a_revision_that_is_not_there_is_refused if {
	[reason] := _plan({"revision": 9}, [world.object_(_web), _list("history", _three)]).refuse
	[reason.code, reason.subject] == ["revision_unknown", "1, 2, 3"]
}

test_a_kind_without_revisions_is_refused if {
	[reason] := _plan({}, [world.object_(shop.pod("web", {}))]).refuse
	reason.code == "no_revisions"
}

test_history_and_the_last_step_are_told if {
	blocks := _blocks({}, _seen(_three))
	blocks[0].text == "Deployment shop/web is rolled out: all of 3 replicas are updated and available."
	_quotes(blocks) == [
		["Revisions, newest first", [
			"revision 3 (current), made 2d ago: app=web:3; 2 of 3 pods ready",
			"revision 2, made 2d ago: app=web:2; none of 1 pods ready",
			"revision 1, made 2d ago: app=web:1",
		]],
		["From revision 2 to 3", ["~ spec.containers[name=app].image: web:2 → web:3"]],
		["Before that", ["from 1 to 2: ~ spec.containers[name=app].image: web:1 → web:2"]],
	]
	text := _texts(blocks)
	contains(text, "Values of environment variables and of annotations are not compared")
	contains(text, `Back to revision 2: rollback {"kind":"deployment","name":"web","namespace":"shop","toRevision":2} (a person must agree)`)
}

test_what_the_policy_says_of_the_way_back_is_told[effect] if {
	some effect, words in {"allow": "(the policy allows it)", "deny": "(the policy refuses it: owned)"}
	blocks := _blocks({}, [world.object_(_web), _list("history", _three), _list("templates", _three), _decided(effect)])
	endswith(_texts(blocks), words)
}

test_without_a_decision_the_way_back_is_told_alone if {
	endswith(_texts(_blocks({}, [world.object_(_web), _list("history", _three)])), "}")
}

test_one_revision_is_shown_and_compared_with_its_neighbours if {
	blocks := _blocks({"revision": 2}, array.concat(_seen(_three), [object.union(world.object_(_web), {"id": "revision"})]))
	blocks[2] == {"observation": "revision", "show": {"as": "yaml"}}
	[title | some [title, _] in _quotes(blocks)] == ["Revision 2", "From revision 2 to 3", "From revision 1 to 2"]
	contains(_texts(blocks), "Back to revision 2")
}

test_the_current_revision_has_no_way_back_to_itself if {
	not contains(_texts(_blocks({"revision": 3}, _seen(_three))), "Back to")
}

test_revisions_that_seem_the_same_are_told_so if {
	same := _set(2, {"spec": {"template": _template("web:1")}})
	contains(_texts(_blocks({}, _seen([_set(1, {}), same]))), "From revision 1 to 2 nothing differs that may be seen.")
	quotes := _quotes(_blocks({}, _seen([_set(1, {}), same, _set(3, {})])))
	quotes[2] == ["Before that", ["from 1 to 2: nothing that may be seen"]]
}

test_many_differences_of_earlier_steps_are_counted if {
	changed := _set(2, {"spec": {"template": {"spec": {"nodeName": "a", "hostIPC": true, "hostPID": true}}}})
	quotes := _quotes(_blocks({}, _seen([_set(1, {}), changed, _set(3, {})])))
	startswith(quotes[2][1][0], "from 1 to 2: ~ spec.containers[name=app].image: web:1 → web:2; + spec.hostIPC: true; and 2 more")
}

test_a_restart_is_seen_by_its_annotation if {
	restarted := {"metadata": {"annotations": {"example.com/note": "[withheld]", "kubectl.kubernetes.io/restartedAt": "2026-01-15"}}}
	after := _set(2, {"spec": {"template": object.union(_template("web:1"), restarted)}})
	contains(_texts(_blocks({}, _seen([_set(1, {}), after]))), "From revision 1 to 2 is a restart:")
	quotes := _quotes(_blocks({}, _seen([_set(1, {}), after, _set(3, {})])))
	quotes[2] == ["Before that", ["from 1 to 2: a restart"]]
	quotes[1][1][1] == `- metadata.annotations["kubectl.kubernetes.io/restartedAt"]: 2026-01-15`
}

test_why_it_changed_is_told_where_it_may_be_seen if {
	caused := _set(2, {"metadata": {"annotations": {"kubernetes.io/change-cause": "a new colour"}}})
	quotes := _quotes(_blocks({}, _seen([_set(1, {}), caused])))
	endswith(quotes[0][1][0], "; a new colour")
}

test_a_rollout_that_fails_says_where_to_ask_why if {
	failing := shop.deployment("web", {"status": {"conditions": [shop.condition("Progressing", "False", "ProgressDeadlineExceeded")]}})
	[first, second] := _blocks({}, [world.object_(failing), world.denied("history", "ReplicaSet", "")])
	startswith(first.text, "Deployment shop/web: the rollout failed: no progress was made")
	endswith(first.text, `Why: diagnose {"kind":"deployment","name":"web","namespace":"shop"}`)
	second.text == "Its revisions could not be seen: not_granted."
}

test_a_paused_rollout_is_told if {
	contains(_blocks({}, _object_only({"spec": {"paused": true}}))[0].text, "Its rollout is paused")
}

_object_only(more) := [world.object_(shop.deployment("web", more)), _list("history", [])]

test_no_revisions_are_told if _blocks({}, _object_only({}))[1].text == "It keeps no revisions."

test_templates_that_cannot_be_read_are_told if {
	failed := world.absent("templates", "ReplicaSet", "")
	text := _texts(_blocks({}, [world.object_(_web), _list("history", _three), failed]))
	contains(text, "Their templates could not be seen: NOT_FOUND.")
	not contains(text, "Values of environment")
}

test_a_stateful_set_keeps_its_own if {
	status := {"replicas": 3, "readyReplicas": 3, "currentReplicas": 2, "updatedReplicas": 1, "currentRevision": "web-1", "updateRevision": "web-2"}
	set := shop.one("StatefulSet", "web", {"spec": {"replicas": 3, "selector": {"matchLabels": {"app": "web"}}}, "status": status})
	kept := [_kept(1, {}), _kept(2, {})]
	plan := _plan({}, [world.object_(set)])
	plan.requests[0].kind == "controllerrevisions.apps"
	blocks := _blocks({}, [world.object_(set), _list("history", kept), _list("templates", kept)])
	blocks[0].text == `StatefulSet shop/web is being rolled out: 1 of 3 pods are updated. Why: diagnose {"kind":"statefulset","name":"web","namespace":"shop"}`
	_quotes(blocks) == [
		["Revisions, newest first", ["revision 2 (current): app=web:2", "revision 1: app=web:1; 2 pods still have it"]],
		["From revision 1 to 2", ["~ spec.containers[name=app].image: web:1 → web:2"]],
	]
}

_lengths := {
	"0s": -5,
	"40s": 40,
	"2m": 120,
	"119m": 7199,
	"2h": 7200,
	"47h": 172799,
	"2d": 172800,
	"400d": 34560000,
}

test_a_length_of_time_is_said_as_kubectl_says_it[words] if {
	some words, seconds in _lengths
	durations.words(seconds) == words
}
