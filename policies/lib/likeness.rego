# METADATA
# title: Likeness
# description: Which of several names somebody may have meant, and which labels a selector comes near to. Knows no kind.
package lib.likeness

# METADATA
# title: One name may be another one written wrongly
alike(one, other) if _bare(one) == _bare(other)

alike(one, other) if {
	count(_bare(one)) > 2
	contains(_bare(other), _bare(one))
}

alike(one, other) if {
	count(_bare(other)) > 2
	contains(_bare(one), _bare(other))
}

alike(one, other) if {
	_is_near(one, other)
	_start(one, other) + _end(one, other) >= max([count(one), count(other)]) - 2
}

# Letters are counted only where it is worth it.
_is_near(one, other) if {
	count(one) > 3
	count(other) > 3
	abs(count(one) - count(other)) < 3
	_same_edge(one, other)
}

_same_edge(one, other) if startswith(other, substring(one, 0, 2))

_same_edge(one, other) if endswith(other, substring(one, count(one) - 2, 2))

_bare(text) := strings.replace_n({"-": "", "_": "", ".": ""}, lower(text))

# How many letters two names begin, and end, with in common.
_start(one, other) := max({0} | {length |
	some length in numbers.range(1, min([count(one), count(other)]))
	startswith(other, substring(one, 0, length))
})

_end(one, other) := max({0} | {length |
	some length in numbers.range(1, min([count(one), count(other)]))
	endswith(other, substring(one, count(one) - length, length))
})

# METADATA
# title: How near labels come to a selector of pairs
# description: 0 when they have nothing to do with it.
nearness(pairs, labels) := sum([_worth(key, value, labels) | some key, value in pairs])

_worth(key, value, labels) := 6 if labels[key] == value

else := 4 if alike(labels[key], value)

else := 3 if value in {other | some other in labels}

else := 0

# METADATA
# title: The pairs of a selector that labels do not have
missing(pairs, labels) := sort([concat("=", [key, value]) |
	some key, value in pairs
	object.get(labels, key, null) != value
])

# METADATA
# title: What labels have in the place of those
# description: Another value, or another key with that value.
instead(pairs, labels) := sort({concat("=", [have, labels[have]]) |
	some key, value in pairs
	object.get(labels, key, null) != value
	have := _place(key, value, labels)
})

_place(key, value, labels) := found if {
	kept := [key | labels[key]]
	others := sort([other | some other, one in labels; one == value])
	found := array.concat(kept, others)[0]
}
