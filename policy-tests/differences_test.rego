# METADATA
# title: What differs between two objects
package policy_tests.differences

import data.lib.differences

_container := {
	"name": "web",
	"image": "web:1",
	"args": ["--port", "80"],
	"env": [{"name": "COLOUR"}, {"name": "KEY", "valueFrom": {"secretKeyRef": {"name": "keys", "key": "a"}}}],
	"ports": [{"containerPort": 80}],
	"volumeMounts": [{"name": "data", "mountPath": "/data"}],
}

_before := {"spec": {
	"containers": [_container],
	"tolerations": [{"key": "spot", "operator": "Exists"}],
	"affinity": {"terms": [{"weight": 1}]},
}}

_with(container) := {"spec": object.union(_before.spec, {"containers": [object.union(_container, container)]})}

_lines(after) := differences.lines(differences.flat(_before), differences.flat(after))

test_the_same_does_not_differ if _lines(_before) == []

test_an_image_comes_first if {
	_lines(_with({"args": ["--port", "81"], "image": "web:2"})) == [
		"~ spec.containers[name=web].image: web:1 → web:2",
		"~ spec.containers[name=web].args: [--port 80] → [--port 81]",
	]
}

test_one_more_in_front_is_no_change_of_the_others if {
	after := {"spec": object.union(_before.spec, {"containers": [{"name": "side", "image": "side:1"}, _container]})}
	_lines(after) == [
		"+ spec.containers[name=side].image: side:1",
		"+ spec.containers[name=side]",
	]
}

test_a_variable_is_known_by_its_name if {
	_lines(_with({"env": [{"name": "KEY", "valueFrom": {"secretKeyRef": {"name": "other", "key": "a"}}}]})) == [
		"- spec.containers[name=web].env[name=COLOUR]",
		"~ spec.containers[name=web].env[name=KEY].valueFrom.secretKeyRef.name: keys → other",
	]
}

test_a_mount_is_known_by_its_place_and_a_port_by_its_number if {
	_lines(_with({"ports": [{"containerPort": 81}], "volumeMounts": [{"name": "other", "mountPath": "/data"}]})) == [
		"- spec.containers[name=web].ports[containerPort=80]",
		"+ spec.containers[name=web].ports[containerPort=81]",
		"~ spec.containers[name=web].volumeMounts[mountPath=/data].name: data → other",
	]
}

test_what_has_no_name_is_known_by_its_place if {
	after := {"spec": object.union(_before.spec, {
		"tolerations": [{"key": "spot", "operator": "Equal"}],
		"affinity": {"terms": [{"weight": 2}]},
	})}
	_lines(after) == [
		"~ spec.affinity.terms[0].weight: 1 → 2",
		"~ spec.tolerations[key=spot].operator: Exists → Equal",
	]
}

test_a_script_is_cut if {
	script := concat("", [letter | some _ in numbers.range(1, 200); letter := "x"])
	[line] := _lines(_with({"args": [script]}))
	count(line) < 200
	endswith(line, "…")
}
