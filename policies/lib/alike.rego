# METADATA
# title: Alike
# description: Which of some words a misspelt one may stand for. Knows no finding.
package lib.alike

# METADATA
# title: The word that another was meant to be
# description: >-
#   It differs by a slip of the pen, by dots, dashes and case, or by what stands before or behind it. Undefined when none is
#   that near: a word that only looks alike would mislead.
nearest(wanted, words) := sort([[count(theirs - _pairs(wanted)) + count(_pairs(wanted) - theirs), word] |
	some word in words
	theirs := _pairs(word)
	_is_near(wanted, word, theirs)
])[0][1]

_is_near(wanted, _, theirs) if {
	count(theirs - _pairs(wanted)) < 4
	count(_pairs(wanted) - theirs) < 4
	count(_pairs(wanted)) > 5
}

_is_near(wanted, word, _) if contains(_plain(word), _plain(wanted))

_is_near(wanted, word, _) if contains(_plain(wanted), _plain(word))

# Each two letters that stand side by side, with signs for beginning and end.
_pairs(word) := {substring(text, at, 2) | some at in numbers.range(0, count(text) - 2)} if {
	text := concat("", ["^", _plain(word), "$"])
}

_plain(word) := strings.replace_n({"-": "", "_": "", ".": ""}, lower(word))
