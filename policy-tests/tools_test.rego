# METADATA
# title: What tools plan and say
package policy_tests.tools

import data.main

_planning(tool, arguments, observations) := {
	"version": "portcullis.planning/v1",
	"call": {"id": "call-1", "tool": tool, "arguments": arguments, "lap": 1, "transport": "cli"},
	"subject": {"id": "alice", "groups": [], "claims": {}, "agent": "", "verified": true},
	"cluster": {"name": "demo", "labels": {}},
	"observations": observations,
	"now": {"unix": 1, "rfc3339": "", "weekday": "Mon", "minuteOfDay": 1},
}

_plan(tool, arguments, observations) := plan if {
	plan := main.plan with input as _planning(tool, arguments, observations)
}

_answer(tool, arguments, observations) := concat("\n", [block.text | some block in answer.blocks]) if {
	answer := main.answer with input as _planning(tool, arguments, observations)
}

_saw(id, data_) := {"id": id, "lap": 1, "outcome": "ok", "data": data_}

_namespaced := _saw("kind", {"group": "", "resource": "pods", "kind": "Pod", "namespaced": true})

_without := _saw("kind", {"group": "", "resource": "nodes", "kind": "Node", "namespaced": false})

_census(names) := _saw("namespaces", {"items": [{"metadata": {"name": name}} | some name in names]})

_ids(plan) := [request.id | some request in plan.requests]

_read_tools := ["check", "events", "explain", "get", "kinds", "list", "logs"]

test_the_catalog_holds_every_tool_with_a_card if {
	names := [tool.name | some tool in main.catalog.tools]
	every name in _read_tools { name in names }
	names == sort([name | data.tools[name].card])
	not "complete" in names
}

test_every_tool_that_comes_with_it_only_reads_and_says_so if {
	every name in _read_tools {
		data.tools[name].card.hints == {"readOnly": true, "destructive": false, "idempotent": true, "openWorld": false}
	}
}

test_every_card_is_closed if {
	every tool in main.catalog.tools { tool.arguments.additionalProperties == false }
}

test_every_text_argument_is_bounded[name] if {
	some tool in main.catalog.tools
	some argument, schema in tool.arguments.properties
	name := concat(".", [tool.name, argument])
	_is_bounded(schema)
}

_is_bounded(schema) if {
	schema.type == "string"
	schema.maxLength
	schema.pattern
}

_is_bounded(schema) if schema.enum

_is_bounded(schema) if startswith(schema.pattern, "^([1-9]")

_is_bounded(schema) if schema.maximum

_is_bounded(schema) if schema.maxItems

_is_bounded(schema) if schema.type == "boolean"

test_prompts_and_instructions_come_from_config if {
	main.catalog.prompts == data.config.prompts
	main.catalog.instructions == data.config.instructions
}

test_a_tool_that_writes_is_hidden_while_nothing_is_granted if {
	tools := main.catalog.tools with data.tools.remove as {"card": {"hints": {"readOnly": false}}}
		with data.config.grants as [{"verbs": ["get", "list"]}]
	not "remove" in [tool.name | some tool in tools]
	count(tools) >= count(_read_tools)
}

test_a_tool_that_writes_is_shown_once_something_is_granted if {
	tools := main.catalog.tools with data.tools.remove as {"card": {"hints": {"readOnly": false}}}
		with data.config.grants as [{"verbs": ["get", "delete"]}]
	"remove" in [tool.name | some tool in tools]
}

test_a_tool_that_is_not_there_plans_nothing if not _plan("nothing", {}, [])

test_list_in_a_namespace_is_one_request if {
	_plan("list", {"kind": "pods", "namespace": "shop", "labelSelector": "a=b", "fieldSelector": "c=d", "limit": 3}, []) == {"requests": [{
		"id": "list/shop",
		"verb": "list",
		"kind": "pods",
		"namespace": "shop",
		"selector": {"labels": "a=b", "fields": "c=d"},
		"options": {"view": "table", "fields": [], "limit": 3, "continue": ""},
		"show": {"as": "table", "next": {
			"tool": "list",
			"arguments": {"kind": "pods", "namespace": "shop", "labelSelector": "a=b", "fieldSelector": "c=d", "limit": 3},
			"cursor": "continue",
		}},
	}]}
}

test_list_with_fields_reads_objects if {
	[request] := _plan("list", {"kind": "pods", "namespace": "shop", "fields": ["spec.nodeName"]}, []).requests
	request.options.view == "object"
	request.options.fields == ["metadata.name", "spec.nodeName"]
	request.show.columns == [
		{"title": "NAME", "path": "metadata.name"},
		{"title": "spec.nodeName", "path": "spec.nodeName"},
	]
}

test_list_without_a_namespace_first_asks_what_there_is if {
	plan := _plan("list", {"kind": "apps/v1/Deployment"}, [])
	_ids(plan) == ["kind"]
	plan.more
	plan.requests[0].name == "apps~v1~Deployment"
}

test_list_of_what_this_server_serves_asks_no_cluster_what_it_is if {
	some kind in ["approvalrequests.approvals.portcullis", "approvals.portcullis/v1/ApprovalRequest"]
	[request] := _plan("list", {"kind": kind}, []).requests
	request.kind == kind
}

test_list_then_asks_which_namespaces_there_are if {
	plan := _plan("list", {"kind": "pods"}, [_namespaced])
	_ids(plan) == ["namespaces"]
	plan.more
	plan.requests[0].optional
}

test_list_of_what_is_not_granted_asks_for_nothing_else if {
	secrets := _saw("kind", {"group": "", "resource": "secrets", "kind": "Secret", "namespaced": true})
	_ids(_plan("list", {"kind": "secrets"}, [secrets])) == ["list/"]
}

test_list_then_goes_to_each_open_namespace if {
	plan := _plan("list", {"kind": "pods"}, [_namespaced, _census(["shop", "kube-system", "default"])])
	_ids(plan) == ["list/default", "list/shop"]
	not plan.more
	plan.requests[1].show.next.arguments == {"kind": "pods", "namespace": "shop"}
}

test_list_leaves_out_namespaces_that_are_not_granted if {
	plan := _plan("list", {"kind": "pods"}, [_namespaced, _census(["shop", "other"])]) with data.config.grants as [{
		"verbs": ["list"],
		"apiGroups": [""],
		"resources": ["pods"],
		"namespaces": ["shop"],
	}]
	_ids(plan) == ["list/shop"]
}

test_list_of_too_many_namespaces_is_one_list if {
	names := [$"n{number}" | some number in numbers.range(1, data.config.limits.namespacesPerList + 1)]
	plan := _plan("list", {"kind": "pods", "fields": ["status.phase"]}, [_namespaced, _census(names)])
	_ids(plan) == ["list/"]
	plan.requests[0].namespace == ""
	plan.requests[0].show.columns[0].title == "NAMESPACE"
	plan.requests[0].show.next.arguments == {"kind": "pods", "fields": ["status.phase"]}
}

test_list_of_no_open_namespace_is_left_to_the_decision if {
	_ids(_plan("list", {"kind": "pods"}, [_namespaced, _census(["kube-system"])])) == ["list/"]
}

test_list_without_a_census_is_one_list if {
	denied := {"id": "namespaces", "lap": 1, "outcome": "denied", "data": null}
	_ids(_plan("list", {"kind": "pods"}, [_namespaced, denied])) == ["list/"]
}

test_list_of_a_kind_without_namespaces_is_one_list if {
	[request] := _plan("list", {"kind": "nodes", "fields": ["spec.taints"]}, [_without]).requests
	request.namespace == ""
	request.show.columns[0].title == "NAME"
}

test_a_list_over_all_goes_on_as_one_list if {
	[request] := _plan("list", {"kind": "pods", "continue": "0.abc"}, []).requests
	request.namespace == ""
	request.options.continue == "0.abc"
	request.show.next.arguments == {"kind": "pods"}
}

test_get_is_one_request if {
	[request] := _plan("get", {"kind": "pod", "namespace": "shop", "name": "web-1", "fields": ["spec"]}, []).requests
	request.verb == "get"
	request.options == {"view": "object", "fields": ["spec"]}
	request.show.next == {
		"tool": "get",
		"arguments": {"kind": "pod", "namespace": "shop", "name": "web-1"},
		"cursor": "fields",
	}
}

test_get_without_a_namespace_is_left_to_the_decision if {
	_plan("get", {"kind": "pod", "name": "web-1"}, []).requests[0].namespace == ""
}

test_events_of_a_namespace if {
	[request] := _plan("events", {"namespace": "shop", "type": "Warning"}, []).requests
	request.kind == "v1/Event"
	request.selector == {"fields": "type=Warning"}
	request.options.limit == data.config.limits.eventsDefault
	startswith(request.options.sortBy, "-lastTimestamp,")
	[column.title | some column in request.show.columns] == ["LAST SEEN", "TYPE", "REASON", "OBJECT", "COUNT", "MESSAGE"]
	"series.lastObservedTime" in request.options.fields
	"involvedObject.name" in request.options.fields
}

test_events_of_an_object_first_ask_how_its_kind_is_spelt if {
	plan := _plan("events", {"namespace": "shop", "kind": "deploy", "name": "web"}, [])
	_ids(plan) == ["kind"]
	plan.more
}

test_events_of_an_object if {
	seen := _saw("kind", {"group": "apps", "resource": "deployments", "kind": "Deployment", "namespaced": true})
	[request] := _plan("events", {"namespace": "shop", "kind": "deploy", "name": "web", "limit": 5}, [seen]).requests
	request.selector.fields == "involvedObject.kind=Deployment,involvedObject.name=web"
	request.options.limit == 5
}

test_events_of_everything_name_the_namespace if {
	_plan("events", {}, []).requests[0].show.columns[0].title == "NAMESPACE"
}

test_the_fields_that_events_select_by_are_open if {
	every field in ["involvedObject.kind", "involvedObject.name", "type"] { field in data.config.selectors.kinds.events }
}

test_logs_of_a_container_are_one_request if {
	arguments := {"pod": "web-1", "namespace": "shop", "container": "app", "since": "1h", "previous": true, "grep": "x", "skip": 4}
	[request] := _plan("logs", arguments, []).requests
	request.subresource == "log"
	request.optional == false
	request.options == {
		"container": "app",
		"tailLines": 100,
		"skipLines": 4,
		"sinceSeconds": 3600,
		"previous": true,
		"grep": "x",
	}
	request.show.next.arguments == object.remove(arguments, ["skip"])
}

test_logs_of_all_containers_first_ask_for_their_names if {
	plan := _plan("logs", {"pod": "web-1", "namespace": "shop"}, [])
	_ids(plan) == ["pod", "may"]
	plan.more
	plan.requests[1].execute == false
	plan.requests[0].options.fields == ["spec.initContainers[*].name", "spec.containers[*].name", "spec.ephemeralContainers[*].name"]
}

_pod(spec) := _saw("pod", {"spec": spec})

test_logs_then_of_each_container if {
	seen := [_pod({"initContainers": [{"name": "init"}], "containers": [{"name": "app"}]}), _saw("may", {"effect": "allow"})]
	plan := _plan("logs", {"pod": "web-1", "namespace": "shop", "tail": 7}, seen)
	_ids(plan) == ["log/init", "log/app"]
	every request in plan.requests { request.optional }
	plan.requests[1].options.tailLines == 7
	plan.requests[1].show.next.arguments.container == "app"
}

test_logs_of_the_only_container_may_not_be_missing if {
	seen := [_pod({"containers": [{"name": "app"}]}), _saw("may", {"effect": "allow"})]
	[request] := _plan("logs", {"pod": "web-1", "namespace": "shop"}, seen).requests
	request.optional == false
}

test_logs_that_are_refused_are_refused_as_a_whole if {
	seen := [_pod({"containers": [{"name": "app"}, {"name": "side"}]}), _saw("may", {"effect": "deny"})]
	every request in _plan("logs", {"pod": "web-1", "namespace": "shop"}, seen).requests { request.optional == false }
}

test_kinds_is_one_list if {
	[request] := _plan("kinds", {"continue": "0.5"}, []).requests
	request.kind == "apiresources.discovery.portcullis"
	request.options.continue == "0.5"
}

test_explain_is_one_get if {
	[request] := _plan("explain", {"kind": "apps/v1/Deployment", "path": "spec"}, []).requests
	request.name == "apps~v1~Deployment"
	request.options.path == "spec"
	request.show.title == "Fields of apps/v1/Deployment"
}

test_check_decides_and_never_executes if {
	plan := _plan("check", {"verb": "delete", "kind": "pod", "namespace": "shop", "name": "web-1"}, [])
	plan.answer
	plan.requests[0].execute == false
	plan.requests[0].options.view == "object"
}

test_check_of_a_list_is_of_columns if {
	_plan("check", {"verb": "list", "kind": "pod"}, []).requests[0].options.view == "table"
}

test_check_says_why_something_is_refused if {
	reason := {"code": "not_granted", "message": "This is not granted.", "remedy": "Ask.", "subject": "list x in shop"}
	nameless := object.union(reason, {"code": "other", "subject": ""})
	seen := _saw("check", {"effect": "deny", "reasons": [reason, nameless], "obligations": [{"type": "limit"}]})
	_answer("check", {}, [seen]) == concat("\n", [
		"Refused.",
		"not_granted: This is not granted. (list x in shop) What to do: Ask.",
		"other: This is not granted. What to do: Ask.",
	])
}

test_check_says_what_binds_something_allowed if {
	seen := _saw("check", {"effect": "allow", "reasons": [], "obligations": [
		{"type": "classify", "level": "internal"},
		{"type": "fields", "paths": [], "columns": ["Name", "Age"]},
		{"type": "limit", "items": 1, "lines": 2, "bytes": 3},
		{"type": "redact", "profile": "standard"},
		{"type": "scope", "allow": ["*"], "deny": []},
		{"type": "watermark"},
	]})
	_answer("check", {"verb": "get"}, [seen]) == concat("\n", [
		"Allowed.",
		"Classified internal.",
		"Only these may be seen: Name, Age.",
		"At most 1 rows, 2 lines, 3 bytes.",
		"Secrets inside texts are redacted (standard).",
		"Namespaces: *; never: none.",
		"Bound by watermark.",
	])
}

test_check_says_of_a_change_how_it_is_sent if {
	seen := _saw("check", {"effect": "approve", "reasons": [], "obligations": [
		{"type": "fields", "paths": ["metadata"], "columns": []},
		{"type": "force"},
		{"type": "limit", "items": 1, "lines": 2, "bytes": 3},
		{"type": "precondition", "on": "resourceVersion"},
	]})
	_answer("check", {"verb": "patch"}, [seen]) == concat("\n", [
		"Needs a person's approval.",
		"Fields are taken over from whoever manages them.",
		"Sent only if the object is unchanged.",
	])
}

test_check_says_that_something_needs_approval if {
	seen := _saw("check", {"effect": "approve", "reasons": [], "obligations": []})
	_answer("check", {}, [seen]) == "Needs a person's approval."
}

_values(arguments, items) := _answer("complete", arguments, [_saw("values", {"items": items})])

test_completion_lists_namespaces if {
	arguments := {"what": "namespace", "value": "s", "context": {}}
	plan := _plan("complete", arguments, [])
	plan.answer
	plan.requests[0].kind == "v1/Namespace"
	_values(arguments, [{"metadata": {"name": "shop"}}, {"metadata": {"name": "other"}}]) == "shop"
}

test_completion_lists_kinds if {
	arguments := {"what": "kind", "value": "", "context": {}}
	_plan("complete", arguments, []).requests[0].kind == "apiresources.discovery.portcullis"
	_values(arguments, [{"resource": "pods"}, {"resource": "nodes"}]) == "nodes\npods"
}

test_completion_lists_names_of_what_is_known_already if {
	arguments := {"what": "name", "value": "w", "context": {"kind": "deploy", "namespace": "shop"}}
	[request] := _plan("complete", arguments, []).requests
	[request.kind, request.namespace, request.options.view] == ["deploy", "shop", "metadata"]
}

test_every_completion_names_a_tool_that_is_there if {
	every prompt in data.config.prompts {
		every argument in prompt.arguments { data.tools[argument.complete.tool].plan with input as _planning("complete", object.union(argument.complete.arguments, {"context": {}}), []) }
	}
}
