# METADATA
# title: Differences
# description: >-
#   What differs between two objects, as lines that a person reads. Items of a list are told apart by their names, so that
#   one more in front of the others is one more and not a change of all. Knows no kind.
package lib.differences

# METADATA
# title: The values of an object, each with its path
# description: >-
#   A set of [path, text]. A list of texts is one value; an item of a list has its name in its path, and stands there itself
#   with no text.
flat(object_) := _values(object_, _names(object_))

_values(object_, names) := {[path, text] |
	walk(object_, [keys, value])
	_is_value(keys, value, names)
	path := _path(keys, names)
	text := _text(value)
} | {[path, ""] |
	some keys, _ in names
	path := _path(keys, names)
}

_is_value(keys, value, names) if {
	count(keys) > 0
	not _is_nested(value)
	not is_number(keys[count(keys) - 1])
	not _is_name(keys, value, names)
}

_is_nested(value) if is_object(value)

_is_nested(value) if {
	is_array(value)
	some item in value
	type_name(item) in {"array", "object"}
}

# It is told by the path of its item.
_is_name(keys, value, names) if {
	last := keys[count(keys) - 1]
	names[array.slice(keys, 0, count(keys) - 1)] == $"{last}={value}"
}

_names(object_) := {keys: name |
	walk(object_, [keys, item])
	is_object(item)
	is_number(keys[count(keys) - 1])
	name := _name(item, keys[count(keys) - 1])
}

# What items of Kubernetes' own lists are known by. A mount has a name, too, but it is that of its volume.
_name(item, _) := $"mountPath={item.mountPath}" if item.mountPath

else := $"name={item.name}" if item.name

else := $"containerPort={item.containerPort}" if item.containerPort

else := $"key={item.key}" if item.key

_name(item, index) := $"{index}" if object.filter(item, ["mountPath", "name", "containerPort", "key"]) == {}

_path(keys, names) := trim_prefix(concat("", [_step(keys, names, at) | some at, _ in keys]), ".")

_step(keys, _, at) := _key(keys[at]) if is_string(keys[at])

_step(keys, names, at) := concat("", ["[", names[array.slice(keys, 0, at + 1)], "]"]) if is_number(keys[at])

_key(key) := concat("", ["[\"", key, "\"]"]) if contains(key, ".")

else := concat("", [".", key])

_text(value) := concat("", ["[", concat(" ", [text | some one in value; text := $"{one}"]), "]"]) if is_array(value)

else := $"{value}"

# METADATA
# title: From one object to another, one line for each difference
# description: Both as flat gives them. What was added begins with +, what is gone with -, what changed with ~.
lines(before, after) := [concat("", [sign, " ", path, told]) |
	some [_, path, sign, told] in sort({[_rank(path), path, sign, told] |
		some [path, sign, told] in _changed(before - after, after - before)
	})
]

# An image is what most often changed, and tells most.
_rank(path) := 0 if endswith(path, ".image")

else := 1

_changed(gone, come) := ({[path, "~", told] |
	some [path, from] in gone
	some [same, to] in come
	same == path
	told := concat("", [": ", _short(from), " → ", _short(to)])
} | {[path, "-", _told(text)] |
	some [path, text] in gone
	not path in {one | some [one, _] in come}
}) | {[path, "+", _told(text)] |
	some [path, text] in come
	not path in {one | some [one, _] in gone}
}

_told("") := ""

_told(text) := concat("", [": ", _short(text)]) if text != ""

# Arguments may be whole scripts.
_short(text) := text if count(text) <= 120

else := concat("", [substring(text, 0, 120), "…"])
