# METADATA
# title: Findings
# description: >-
#   Makes a finding out of the METADATA of the rule that gives it, and lines of evidence out of what was seen. No prose is
#   built in a concern: a title has places such as {image}, and the rule says what stands there.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package lib.findings

import data.lib.related
import data.lib.seen

# METADATA
# title: The finding that a rule's METADATA describes
# description: >-
#   Call it as findings.of(rego.metadata.rule(), about). about holds object (what it is about), and where it makes sense
#   container, values (words of the cluster: no spaces, or they are not shown), words (words of our own), evidence
#   (lines), reaches (keys of what suffers besides what related knows), needs (keys of what it waits for: whatever is
#   wrong there explains it, whatever its stage), next ({tool, arguments, check}: the call that helps, and the request it
#   makes), fold (what tells two findings of one code and workload apart), stage and weight (where they are not those of
#   the METADATA). A title may hold {object}, {owner}, {container}, and {pods} (Pods of their workload). custom.stage and custom.weight say
#   where it stands between cause and symptom and how bad it is; custom.symptom, that it is never a cause; custom.quiet,
#   that somebody chose it and nothing is wrong.
of(rule, about) := {
	"code": object.get(rule, ["custom", "code"], "unnamed"),
	"stage": stage(object.get(about, "stage", object.get(rule, ["custom", "stage"], ""))),
	"weight": object.get(about, "weight", object.get(rule, ["custom", "weight"], 50)),
	"symptom": object.get(rule, ["custom", "symptom"], false),
	"quiet": object.get(rule, ["custom", "quiet"], false),
	"title": _filled(object.get(rule, "title", ""), places),
	"remedy": _filled(object.get(rule, ["custom", "remedy"], ""), places),
	"root": root,
	"at": at,
	"reaches": sort(((related.reaches(key) | {at}) | {one | some one in object.get(about, "reaches", [])})),
	"needs": sort({one | some one in object.get(about, "needs", [])}),
	"fold": concat(" ", [object.get(rule, ["custom", "code"], ""), root, container, object.get(about, "fold", "")]),
	"evidence": object.get(about, "evidence", []),
	"next": object.get(about, "next", null),
} if {
	key := seen.key_of(about.object)
	root := related.root(key)
	container := object.get(about, "container", "")
	at := _at(key, container)
	places := _places(about, root, container)
}

_at(key, container) := key if container == ""

else := concat("/", [key, container])

# METADATA
# title: The place of a stage between cause and symptom
stage(name) := min(found) if {
	found := {at | some at, one in data.config.diagnosis.stages; one == name}
	count(found) > 0
}

else := count(data.config.diagnosis.stages)

_places(about, root, container) := object.union(
	{
		"{object}": said(seen.key_of(about.object)),
		"{owner}": said(root),
		"{pods}": _pods(seen.key_of(about.object), root),
		"{container}": word(container),
	},
	object.union(
		{concat("", ["{", name, "}"]): word(value) | some name, value in object.get(about, "values", {})},
		{concat("", ["{", name, "}"]): value | some name, value in object.get(about, "words", {})},
	),
)

_pods(key, root) := said(key) if key == root

else := concat(" ", ["Pods of", said(root)])

_filled(text, places) := strings.replace_n(places, text)

# METADATA
# title: The keys of a pod, of its containers, and of all that suffers with it
# description: For what happens to a whole pod, whatever its containers say of it.
parts(pod) := related.reaches(seen.key_of(pod)) | {concat("/", [seen.key_of(pod), one.name]) |
	some list in ["containers", "initContainers"]
	some one in object.get(pod, ["spec", list], [])
}

# METADATA
# title: A key as people say it
# description: Pod shop/web-1, Node node-a.
said(key) := concat("", [word(parts[0]), " ", concat("/", [word(part) | some part in array.slice(parts, 1, 9); part != ""])]) if {
	parts := split(key, "/")
}

# METADATA
# title: A word of the cluster that may stand in a sentence of ours
# description: >-
#   A name, a number, an image, a path; of a list the first few. What could be a sentence of somebody else's is not said:
#   it stands in the evidence, behind its fence.
word(value) := _few([_word(one) | some one in value]) if is_array(value)

else := _word(value)

_word(value) := $"{value}" if is_number(value)

else := value if {
	is_string(value)
	regex.match(`^[A-Za-z0-9._:/@=+%,*~#-]{1,160}$`, value)
}

else := _elsewhere

_elsewhere := "(see the evidence)"

_few(words) := concat(", ", words) if count(words) < 5

else := $"{concat(", ", array.slice(words, 0, 4))} and {count(words) - 4} more"

# METADATA
# title: All parts of a key, or all values of a map, are words that may stand in a sentence of ours
# description: A call that names something else is not offered.
plain(key) if {
	is_string(key)
	every part in split(key, "/") { _is_plain(part) }
}

plain(values) if {
	is_object(values)
	every value in values { _are_plain(value) }
}

_are_plain(value) if {
	is_array(value)
	every one in value { _is_plain(one) }
}

_are_plain(value) if {
	not is_array(value)
	_is_plain(value)
}

_is_plain(value) if value in {"", true, false}

_is_plain(value) if _word(value) != _elsewhere

# METADATA
# title: A line of evidence from a field
field(object_, path, value) := _line([said(seen.key_of(object_)), ": ", path, " = ", _text(value)])

# METADATA
# title: A line of evidence from an event
event(one) := _line(["event ", one.last, " ", one.reason, _times(one.count), " on ", one.kind, " ", one.name, ": ", one.message])

# METADATA
# title: A line of evidence from a log
log(pod, container, when, line) := _line(["log of ", pod.metadata.name, "/", container, _when(when), ": ", trim_space(line)])

_when(when) := " before its restart" if when == "before"

else := ""

_times(number) := $" x{number}" if number > 1

else := ""

# METADATA
# title: A value as one text
# description: For evidence only.
words(value) := _text(value)

_text(value) := concat("", ["[", concat(", ", [_plain(one) | some one in value]), "]"]) if is_array(value)

else := concat(", ", sort([concat(" ", [key, _plain(one)]) | some key, one in value])) if is_object(value)

else := _plain(value)

_plain(value) := value if is_string(value)

else := $"{value}" if _is_scalar(value)

else := "…"

_is_scalar(value) if is_number(value)

_is_scalar(value) if is_boolean(value)

# Long lines are cut: their beginning tells most.
_line(parts) := concat("", [substring(text, 0, 280), "…"]) if {
	text := concat("", parts)
	count(text) > 280
}

else := concat("", parts)

# METADATA
# title: The beginning and the end of a long text
# description: For messages that repeat what they are about, and say at their end what happened.
ends(text) := concat(" … ", [substring(text, 0, 30), substring(text, count(text) - 110, 110)]) if count(text) > 150

else := text

# METADATA
# title: The call that looks at an object, by its key
call(tool, key) := concat(" ", [tool, json({name: value |
	some at, name in ["kind", "namespace", "name"]
	value := parts[at]
	value != ""
})]) if {
	parts := split(lower_kind(key), "/")
}

# METADATA
# title: A key with its kind as a caller would write it
lower_kind(key) := concat("/", array.concat([lower(parts[0])], array.slice(parts, 1, 9))) if {
	parts := split(key, "/")
}

# METADATA
# title: The arguments of a call as JSON
# description: A map of texts, numbers, booleans and lists of texts.
json(value) := concat("", ["{", concat(",", sort([concat(":", [_quoted(key), _json(one)]) | some key, one in value])), "}"])

_json(value) := concat("", ["[", concat(",", [_quoted(one) | some one in value]), "]"]) if is_array(value)

else := _quoted(value) if is_string(value)

else := $"{value}"

_quoted(text) := concat("", [`"`, strings.replace_n({`"`: `\"`, `\`: `\\`}, text), `"`])
