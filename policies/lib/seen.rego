# METADATA
# title: Seen
# description: >-
#   What a diagnosis has observed so far, by kind and name. What the policy withheld or the cluster did not give is not
#   here; unseen tells of it. Knows no finding.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package lib.seen

import data.lib.adoption

# METADATA
# title: What was asked for
# description: "{kind, group, namespace, name, key}, once the object was looked at; undefined before."
target := {
	"kind": request.kind,
	"group": request.group,
	"resource": request.resource,
	"namespace": request.namespace,
	"name": request.name,
	"key": key(request.kind, request.namespace, request.name),
} if {
	request := observed("object").request
}

# METADATA
# title: The observation under an id
observed(id) := _by_id[id]

_by_id := {observation.id: observation | some observation in input.observations}

# METADATA
# title: How one object is known here
# description: Pod/shop/web-1; Node//node-a.
key(kind, namespace, name) := concat("/", [kind, namespace, name])

# METADATA
# title: The key of an object that was seen
key_of(object_) := key(object_.kind, namespace_of(object_), object_.metadata.name)

# METADATA
# title: Its namespace, "" when it has none
namespace_of(object_) := object.get(object_, ["metadata", "namespace"], "")

# METADATA
# title: The objects of a kind, by key
# description: >-
#   Each as its obligations left it, with its kind, and with its owner where it names none. Of an object that was seen
#   twice, as it was seen first.
objects(kind) := object.get(_by_kind, kind, {})

_by_kind := {kind: {id: adoption.adopted(one, _given) | some id, one in ones} | some kind, ones in _given}

_given := {kind: {id: min(entries)[2] | some id, entries in found} | some kind, found in _entries}

# A list that was begun again while it was read may hold an object twice, too.
_entries[kind][id] contains [at, place, one] if {
	some at, observation in input.observations
	_holds_objects(observation)
	kind := observation.request.kind
	some place, item in _items(observation)
	one := object.union(item, {"kind": kind})
	id := key_of(one)
}

_holds_objects(observation) if {
	observation.outcome == "ok"
	observation.request.subresource == ""
	not startswith(observation.id, _few)
	is_object(observation.data)
}

# METADATA
# title: What a list in a few fields gave
# description: >-
#   Objects that were asked for in a few fields only are no objects here: what else they say is not known. Undefined when
#   the list was not seen.
few(name, namespace) := observation if {
	observation := observed(few_id(name, namespace))
	observation.outcome == "ok"
}

# METADATA
# title: The id of a list in a few fields
few_id(name, namespace) := concat("", [_few, name, "/", namespace])

_few := "few/"

_items(observation) := observation.data.items if observation.request.verb == "list"

else := [observation.data] if {
	observation.request.verb == "get"
	observation.data.metadata.name
}

else := []

# METADATA
# title: Every pod that was seen
pods := objects("Pod")

# METADATA
# title: Events, oldest first
# description: >-
#   Old and new writers put time and count in different places; here each is {kind, namespace, name, container, type,
#   reason, message, count, counted, first, last}; counted when somebody counted.
events := [event | some [_, event] in sort([[event.last, event] | some event in _events])]

_events := [{
	"kind": object.get(about, "kind", ""),
	"namespace": object.get(about, "namespace", ""),
	"name": object.get(about, "name", ""),
	"container": _container(object.get(about, "fieldPath", "")),
	"type": object.get(one, "type", "Normal"),
	"reason": object.get(one, "reason", ""),
	"message": object.get(one, "message", ""),
	"count": _count(one),
	"counted": _is_counted(one),
	"first": _first([object.get(one, path, null) | some path in _firsts]),
	"last": _first([object.get(one, path, null) | some path in _lasts]),
} |
	some one in objects("Event")
	about := object.get(one, "involvedObject", {})
]

_firsts := [["firstTimestamp"], ["eventTime"], ["metadata", "creationTimestamp"]]

_lasts := [["lastTimestamp"], ["series", "lastObservedTime"], ["eventTime"], ["metadata", "creationTimestamp"]]

_first(values) := [value | some value in array.concat(values, [""]); value != null][0]

_count(event) := event.count if event.count > 0

else := event.series.count if event.series.count > 0

else := 1

_is_counted(event) if {
	some count in [object.get(event, "count", 0), object.get(event, ["series", "count"], 0)]
	count > 0
} else := false

# spec.containers{web} or spec.initContainers{setup}
_container(path) := trim_suffix(split(path, "{")[1], "}") if contains(path, "{")

else := ""

# METADATA
# title: Events about one object, oldest first
events_of(object_) := [event |
	some event in object.get(_by_object, concat("/", [object_.kind, object_.metadata.name]), [])
	event.namespace in {namespace_of(object_), "default", ""}
]

_by_object := {about: [event | some event in events; concat("/", [event.kind, event.name]) == about] |
	some about in {concat("/", [event.kind, event.name]) | some event in events}
}

# METADATA
# title: The lines of a log, [] when it was not seen
# description: when is "now" or "before", which is the log of the container before its restart.
log(pod, container, when) := lines if {
	lines := observed(log_id(pod, container, when)).data.lines
}

else := []

# METADATA
# title: The id of the request for a log
log_id(pod, container, when) := concat("/", ["log", namespace_of(pod), pod.metadata.name, container, when])

# METADATA
# title: A request was made for an object, and there is none
absent(id) if observed(id).fault.code == "NOT_FOUND"

# METADATA
# title: What could not be seen
# description: >-
#   {id, request, why} of each request that was refused by the policy or by the cluster; that something does not exist
#   is no such case.
unseen := [{"id": observation.id, "request": observation.request, "why": _why(observation)} |
	some observation in input.observations
	_is_unseen(observation)
]

_is_unseen(observation) if observation.outcome in {"denied", "approve"}

_is_unseen(observation) if {
	observation.outcome == "fault"
	observation.fault.code != "NOT_FOUND"
	not _has_no_log(observation)
}

# A container that has not been restarted, or has not run, has no log; the cluster refuses it then.
_has_no_log(observation) if {
	observation.request.subresource == "log"
	observation.fault.code == "CLUSTER_REFUSED"
}

_why(observation) := observation.reasons[0].code if observation.outcome == "denied"

else := "needs approval" if observation.outcome == "approve"

else := observation.fault.code

# METADATA
# title: How many objects of a list were well and are only counted
others(id) := 0 if startswith(id, _few)

else := object.get(observed(id), ["data", "others"], 0)

# METADATA
# title: What the cluster says of a moment
# description: >-
#   Seconds from a moment, as RFC 3339, to now. Now is the time that the objects live in: a dump's clock stands still.
#   Undefined when it is no moment.
ago(moment) := input.now.unix - round(time.parse_rfc3339_ns(moment) * 0.000000001) if {
	is_string(moment)
	regex.match(`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$`, moment)
}

# METADATA
# title: Since when an object has been there, as far as it says itself
# description: >-
#   The earliest of its creation, its start and its conditions: what was restored, or copied, is older than its creation.
since(object_) := min({moment |
	some moment in array.concat(
		[object.get(object_, ["metadata", "creationTimestamp"], ""), object.get(object_, ["status", "startTime"], "")],
		[object.get(one, "lastTransitionTime", "") | some one in object.get(object_, ["status", "conditions"], [])],
	)
	is_string(moment)
	moment != ""
})

# METADATA
# title: An object has been there longer than is normal
# description: So it is taken to be where nothing says since when.
aged(object_) if lasting(since(object_))

aged(object_) if not since(object_)

# METADATA
# title: It was so lately
lately(moment) if ago(moment) <= data.config.diagnosis.recentMinutes * 60

# METADATA
# title: It has lasted longer than is normal
lasting(moment) if ago(moment) > data.config.diagnosis.patienceMinutes * 60
